"""Jupyter notebooks (nbformat 3 and 4): cells of Markdown, code, and what the code printed.

Nothing is run. Of a cell's outputs the text is read, errors too; of a picture its kind is told.
"""

import json
import re
from collections.abc import Iterator
from html import escape

from reader.formats.builder import Builder
from reader.formats.markdown import html_of
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.formats.under_way import InSteps, UnderWay
from reader.model import DocumentError, NoticeCode, notice_of
from reader.values import replace

MOST_CELLS = 20_000
LONGEST_OUTPUT = 200_000
_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;:?]*[A-Za-z]")


def written(raw: Raw) -> UnderWay:
    """The document of a notebook.

    Raises:
        DocumentError: It is damaged beyond reading, or the encoding asked for is not known.
    """
    decoded = raw.decoded()
    try:
        notebook = json.loads(decoded.text)
    except (ValueError, RecursionError):
        raise DocumentError("damaged: this notebook is no JSON; --format=code shows it as it stands") from None
    about = _mapping(_mapping(notebook).get("metadata"))
    meta = replace(raw.meta("ipynb", decoded), title=_text(about.get("title")))
    builder = Builder()
    return InSteps(builder, _write(_cells(notebook), builder), meta, raw.options.direction)


def _write(cells: list[object], builder: Builder) -> Iterator[None]:
    """Write the cells, one a step."""
    if len(cells) > MOST_CELLS:
        builder.notice(notice_of(NoticeCode.CELLS_CUT, count=MOST_CELLS))
    for cell in cells[:MOST_CELLS]:
        for piece in _pieces(cell):
            write_page(builder, piece)
        yield


def _cells(notebook: object) -> list[object]:
    """All cells; before nbformat 4 they stand in worksheets."""
    whole = _mapping(notebook)
    sheets = [whole, *map(_mapping, _list(whole.get("worksheets")))]
    return [cell for sheet in sheets for cell in _list(sheet.get("cells"))]


def _pieces(cell: object) -> Iterator[str]:
    """A cell as HTML."""
    said = _mapping(cell)
    kind = said.get("cell_type")
    source = _text(said.get("source", said.get("input")))
    if kind == "markdown":
        yield html_of(source)
    elif kind == "heading":
        level = said.get("level")
        yield element(f"h{level if level in range(1, 7) else 1}", source)
    elif source.strip():
        yield f"<pre><code>{escape(source)}</code></pre>"
    for output in _list(said.get("outputs")):
        yield from _output(_mapping(output))


def _output(output: dict[str, object]) -> Iterator[str]:
    data = _mapping(output.get("data", output))
    text = _text(output.get("text")) or _text(data.get("text/plain"))
    trace = _text([f"{line}\n" for line in _list(output.get("traceback"))])
    text = _ESCAPE_SEQUENCE.sub("", text or trace)[:LONGEST_OUTPUT]
    page = _text(data.get("text/html"))
    if "<table" in page:
        yield page
    elif "text/markdown" in data:
        yield html_of(_text(data["text/markdown"]))
    elif text.strip():
        yield f"<pre>{escape(text)}</pre>"
    for kind in data:
        if kind.startswith("image/"):
            yield element("p", f"[{kind}]")


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    """A text that may be kept in lines."""
    if isinstance(value, list):
        return "".join(piece for piece in value if isinstance(piece, str))
    return value if isinstance(value, str) else ""
