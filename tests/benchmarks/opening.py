"""Prints what opening a document costs in every format. Run: ``python -m tests.benchmarks.opening [MILLIONS]``.

``page`` is until the first page is painted, ``whole`` until the document is there; neither counts the imports before
it. Times are of the processor, so that what else runs counts little. Each is opened in a process of its own; memory is
that process's greatest resident size (Linux), interpreter included.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path

from reader.formats import open_document
from tests.formats.making import FORMATS, Line, as_html, book, docx, lines_of
from tests.formats.making_mobi import PALMDOC, database, header, packed

RUNS = 3
"""The quickest counts."""

SEED = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"

_OPEN = r"""
import json, re, sys, time
from pathlib import Path
start = time.process_time()
from reader.formats import OpenOptions, open_snapshots
from reader.model import DocumentError, Pos
from reader.view.flow import Flow
from reader.view.page import painted_page
from reader.view.reading_state import ReadingState
imported = time.process_time()
first = None
try:
    for document in open_snapshots(sys.argv[1], OpenOptions(format=sys.argv[2])):
        if first is None:
            painted_page(ReadingState(Flow(document, 80), 38), 86)
            first = time.process_time()
    notices = " ".join(notice.code for notice in document.meta.notices)
    said = f"{len(document.blocks):,} blocks, {len(document.sections):,} sections {notices}"
except DocumentError as error:
    said = f"refused: {str(error).removeprefix(sys.argv[1] + ': ')}"
end = time.process_time()
# Not ru_maxrss: a process inherits that from the one that started it.
peak = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([imported - start, (first or end) - imported, end - imported, peak, said]))
"""


def as_text(lines: Sequence[Line]) -> bytes:
    return "".join(f"{line.text}\n\n" for line in lines).encode()


def as_rst(lines: Sequence[Line]) -> bytes:
    return "".join(f"{line.text}\n{'=' * 100 if line.level else ''}\n\n" for line in lines).encode()


def as_marked(sign: str, lines: Sequence[Line]) -> bytes:
    """A sign before a heading for each of its levels, as in Org and AsciiDoc."""
    return "".join(f"{sign * line.level}{' ' if line.level else ''}{line.text}\n\n" for line in lines).encode()


def as_latex(lines: Sequence[Line]) -> bytes:
    body = "".join(f"\\section{{{line.text}}}\n\n" if line.level else f"{line.text}\n\n" for line in lines)
    head = "\\documentclass{article}\\usepackage{polyglossia}\\setmainlanguage{arabic}"
    body = body.replace("&", "\\&").replace("%", "\\%").replace("$", "\\$")
    return f"{head}\\begin{{document}}\n{body}\\end{{document}}\n".encode()


def as_man(lines: Sequence[Line]) -> bytes:
    body = "".join(f'.SH "{line.text}"\n' if line.level else f".PP\n\\&{line.text}\n" for line in lines)
    return f'.TH ARTICLE 7 "" ""\n{body}'.encode()


def as_fb2(lines: Sequence[Line]) -> bytes:
    body = "".join(
        f"</section><section><title><p>{escape(line.text)}</p></title>" if line.level else f"<p>{escape(line.text)}</p>"
        for line in lines
    )
    return f"<FictionBook><body><section>{body}</section></body></FictionBook>".encode()


def as_mobi(lines: Sequence[Line]) -> bytes:
    """A text of a book as PalmDOC packs it, in HTML."""
    text = b"<html><body>" + b"".join(as_html([line]) for line in lines)
    cut = [packed(text[at : at + 4096]) for at in range(0, len(text), 4096)]
    return database([header(PALMDOC, len(cut), {}, b""), *cut])


def as_rtf(lines: Sequence[Line]) -> bytes:
    def units(text: str) -> str:
        codes = memoryview(text.encode("utf-16-le")).cast("h")
        return "".join(chr(code) if 31 < code < 127 and chr(code) not in "\\{}" else f"\\u{code}?" for code in codes)

    levels = {line.level: f"\\outlinelevel{line.level - 1}" if line.level else "" for line in lines}
    paragraphs = "".join(f"\\pard\\rtlpar{levels[line.level]} {units(line.text)}\\par\n" for line in lines)
    return f"{{\\rtf1\\ansi\\uc1\n{paragraphs}}}".encode()


OTHERS: dict[str, Callable[[Sequence[Line]], bytes]] = {
    "rst": as_rst,
    "org": partial(as_marked, "*"),
    "asciidoc": partial(as_marked, "="),
    "latex": as_latex,
    "roff": as_man,
    "rtf": as_rtf,
    "fb2": as_fb2,
    "mobi": as_mobi,
}


def repeated(lines: Sequence[Line], code_points: int) -> list[Line]:
    """The article over and over, to a size."""
    size = sum(len(line.text) for line in lines)
    return list(lines) * max(1, code_points // size)


def hostile() -> dict[str, bytes]:
    """Documents meant to take for ever."""
    depth = 100_000
    cells = "<tr>" + "<td>1</td>" * 1_000 + "</tr>"
    word_cells = "<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 1_000 + "</w:tr>"
    return {
        "html: 100,000 divs in each other": b"<html>" + b"<div>" * depth + b"x",
        "html: 100,000 unclosed bold": b"<html>" + b"<p><b>x" * depth,
        "html: a million cells": f"<html><table>{cells * 1_000}</table>".encode(),
        "docx: a million cells": docx(f"<w:tbl>{word_cells * 1_000}</w:tbl>"),
        "markdown: 100,000 quotes in each other": b"# a\n\n**b** " + b"\n" + b">" * depth + b"x",
        "markdown: 100,000 brackets": b"# a\n\n**b** " + b"[" * depth,
        "epub: 300 MB of zeros in a chapter": book(["0" * 300_000_000]),
        "text: one line of 50 MB": "كلمة ".encode() * 5_500_000,
        "text: 10 million empty lines": b"\n" * 10_000_000 + b"x",
    }


def timed(label: str, path: Path, form: str = "auto") -> float:
    """One row of the table; gives the milliseconds to the first page, imports included."""
    run = subprocess.run(
        [sys.executable, "-c", _OPEN, str(path), form], capture_output=True, text=True, check=True, timeout=600
    )
    *seconds, memory, said = json.loads(run.stdout)
    size = path.stat().st_size / 1e6 if path.is_file() else 0
    times = "".join(f"{1000 * second:>10.0f}" for second in seconds)
    print(f"{label:<42}{size:>8.2f}{times}{memory:>8.0f}  {said}", flush=True)
    return 1000 * float(seconds[0] + seconds[1])


def main() -> None:
    millions = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    lines = lines_of(open_document(SEED))
    heading = f"{'':<42}{'MB':>8}{'import ms':>10}{'page ms':>10}{'whole ms':>10}{'MiB':>8}"
    print(heading)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def row(label: str, data: bytes, form: str = "auto") -> float:
            path = folder / "document"
            path.write_bytes(data)
            return timed(label, path, form)

        for what, size in (("the article", 0), (f"{millions:g} million letters", int(millions * 1_000_000))):
            text = repeated(lines, size)
            for form, write in {"text": as_text, **FORMATS, **OTHERS}.items():
                row(f"{form}: {what}", write(text), form)
        chapters = [chapter_of(lines, number) for number in range(2_000)]
        books = {count: book(chapters[:count], navigation=contents(count)) for count in (10, 2_000)}
        runs = [[row(f"epub: {count:,} chapters", data) for count, data in books.items()] for _ in range(RUNS)]
        few, many = map(min, zip(*runs, strict=True))
        print(f"imports and first page: {many / few:.2f} times as long for 2,000 chapters as for 10")
        row("text: 100 MB", as_text(repeated(lines, 55_000_000)))
        row("code: a log of 100 MB", "2025-03-18 12:00:00 INFO ملف opened by user 17\n".encode() * 1_900_000)
        row("csv: a million cells", ("خلية," * 10 + "1\n").encode() * 100_000, "csv")
        files = folder / "files"
        files.mkdir()
        for number in range(50_000):
            (files / f"ملف {number}.txt").touch()
        timed("folder: 50,000 files", files)
        for label, data in hostile().items():
            row(label, data)


def chapter_of(lines: Sequence[Line], number: int) -> str:
    """A chapter of the article's paragraphs."""
    texts = [line.text for line in lines if not line.level]
    chosen = (texts[(number + i) % len(texts)] for i in range(8))
    return f"<h1>فصل {number}</h1>" + "".join(f"<p>{escape(text)}</p>" for text in chosen)


def contents(chapters: int) -> str:
    """The navigation of a book of so many chapters."""
    items = (f"<li><a href='c{n}.xhtml'>فصل {n}</a></li>" for n in range(chapters))
    return f"<nav epub:type='toc'><ol>{''.join(items)}</ol></nav>"


if __name__ == "__main__":
    main()
