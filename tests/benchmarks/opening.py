"""Prints what opening a document costs in every format. Run: ``python -m tests.benchmarks.opening [MILLIONS]``.

Each is opened in a process of its own; memory is that process's greatest resident size (Linux), interpreter
included.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reader.formats import open_document
from tests.formats.making import FORMATS, Line, as_epub, book, docx, lines_of

SEED = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"

_OPEN = r"""
import json, re, sys, time
from pathlib import Path
start = time.perf_counter()
from reader.formats import open_document
from reader.model import DocumentError
imported = time.perf_counter()
try:
    document = open_document(sys.argv[1])
    said = f"{len(document.blocks):,} blocks, {len(document.sections):,} sections {' '.join(document.meta.warnings)}"
except DocumentError as error:
    said = f"refused: {str(error).removeprefix(sys.argv[1] + ': ')}"
end = time.perf_counter()
# Not ru_maxrss: a process inherits that from the one that started it.
peak = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([imported - start, end - imported, peak, said]))
"""


def as_text(lines: Sequence[Line]) -> bytes:
    return "".join(f"{line.text}\n\n" for line in lines).encode()


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


def timed(label: str, data: bytes) -> None:
    """One row of the table: milliseconds, MiB of memory and what was found."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        run = subprocess.run(
            [sys.executable, "-c", _OPEN, file.name], capture_output=True, text=True, check=True, timeout=600
        )
    imported, opened, memory, said = json.loads(run.stdout)
    size = len(data) / 1e6
    print(f"{label:<42}{size:>8.2f}{imported * 1000:>10.0f}{opened * 1000:>10.0f}{memory:>10.0f}  {said}", flush=True)


def main() -> None:
    millions = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    lines = lines_of(open_document(SEED))
    print(f"{'':<42}{'MB':>8}{'import ms':>10}{'open ms':>10}{'MiB':>10}")
    for name, size in (("the article", 0), (f"{millions:g} million letters", int(millions * 1_000_000))):
        text = repeated(lines, size)
        for form, write in {"text": as_text, **FORMATS}.items():
            timed(f"{form}: {name}", write(text))
    timed("epub: 2,000 chapters", as_epub([line for n in range(2_000) for line in (Line(1, f"فصل {n}"), lines[1])]))
    timed("text: 100 MB", as_text(repeated(lines, 55_000_000)))
    for label, data in hostile().items():
        timed(label, data)


if __name__ == "__main__":
    main()
