"""A conversation written out: Markdown with its quotations and their places."""

from collections.abc import Iterable

from reader.model import Citation, Document, Plain, Standing
from reader.text.printable import printable
from reader.view.conversation.state import Exchange

_NOT_FOUND = "⚠"


def markdown_of(exchanges: Iterable[Exchange], document: Document) -> str:
    """A section for each question, its answer with footnotes: the quotation, its section and line, or that it is none.

    Args:
        exchanges: The conversation.
        document: What it is about.
    """
    parts = [f"# {_line(document.meta.title)}"]
    for number, exchange in enumerate((one for one in exchanges if one.answer), 1):
        parts += [f"## {_line(exchange.question)}", _answer(exchange, number), *_notes(exchange, number, document)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _answer(exchange: Exchange, number: int) -> str:
    pieces = (part.text if isinstance(part, Plain) else f"[^{number}-{part.n}]" for part in exchange.parts)
    return "\n".join(printable(line) for line in "".join(pieces).strip().splitlines())


def _notes(exchange: Exchange, number: int, document: Document) -> Iterable[str]:
    for citation in exchange.citations:
        yield f"[^{number}-{citation.n}]: «{_line(citation.quotation)}» — {_place(citation, document)}"


def _place(citation: Citation, document: Document) -> str:
    if citation.found.state is Standing.NONE or not document.blocks:
        return _NOT_FOUND
    where = citation.found.range
    section = _line(document.slice(document.section_at(where.start).title))
    line = document.blocks[document.block_index_at(where.start)].source.line
    path = _line(document.meta.path)
    return " · ".join(part for part in (section, f"{path}:{line}" if line else path) if part)


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
