"""What is found in files beside what another reader finds: ``python -m tests.evaluation.other_readers FORM FILE…``.

``latex`` is read by pandoc, too, ``asciidoc`` by Asciidoctor and from there by pandoc; both must be on the path. Of
each file the share of the other's words is printed that the reader finds, and the headings of both; at last the median
of all files that the other one reads. Numbers are no words, for each has its own way of counting notes and lists.
"""

import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.model import BlockKind

_WORD = re.compile(r"[^\W\d_]{2,}")
_HEADING = re.compile(r"<h[1-6][ >]")


def _ran(command: list[str], given: bytes = b"", folder: Path | None = None) -> bytes:
    try:
        return subprocess.run(command, input=given, capture_output=True, cwd=folder, timeout=120, check=False).stdout
    except subprocess.TimeoutExpired:
        return b""


def by_pandoc(path: Path) -> bytes:
    """The page that pandoc makes of LaTeX."""
    return _ran(["pandoc", "-f", "latex", "-t", "html", path.name], folder=path.parent)


def by_asciidoctor(path: Path) -> bytes:
    """The page that Asciidoctor makes, by way of DocBook."""
    book = _ran(["asciidoctor", "-b", "docbook", "-o", "-", path.name], folder=path.parent)
    return _ran(["pandoc", "-f", "docbook", "-t", "html"], book)


JUDGES: dict[str, Callable[[Path], bytes]] = {"latex": by_pandoc, "asciidoc": by_asciidoctor}


def main(form: str, paths: list[str]) -> None:
    """Print a line a file, and the median."""
    shares: list[float] = []
    for path in map(Path, paths):
        page = JUDGES[form](path).decode("utf-8", "replace")
        theirs = parser_of("html")(Raw(f"<body><main>{page}</main>".encode()))
        wanted = Counter(_WORD.findall(theirs.slice(theirs.range)))
        ours = parser_of(form)(Raw(path.read_bytes(), str(path)))
        found = Counter(_WORD.findall(ours.slice(ours.range)))
        headings = sum(block.kind is BlockKind.HEADING for block in ours.blocks)
        if not wanted:
            print(f"{path.name:40} not read by the other")
            continue
        shares.append(1 - (wanted - found).total() / wanted.total())
        print(f"{path.name:40} {shares[-1]:.3f} headings {headings} of {len(_HEADING.findall(page))}", flush=True)
    if shares:
        print(f"{len(shares)} of {len(paths)} files: median {statistics.median(shares):.3f}, least {min(shares):.3f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
