"""What is kept of documents that another program wrote: ``python -m tests.evaluation.other_writers FILE.md…``.

Pandoc writes each file of Markdown in every format it can, and calibre, where it is installed, books of Kindles from
the EPUB; what the reader finds there is counted beside what it finds in the Markdown. Each figure is the share of the
words, headings, words of links, notes and cells of tables that is found; extra is the share of words beside them.
Needs ``pandoc`` on the path; ``-`` stands where a document has none of a kind.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.model import BlockKind, Document, Mark

FORMS = {
    "rst": "rst",
    "org": "org",
    "asciidoc": "asciidoc",
    "latex": "latex",
    "rtf": "rtf",
    "docbook5": "publishing",
    "docbook4": "publishing",
    "jats_archiving": "publishing",
    "tei": "publishing",
    "man": "roff",
    "pptx": "pptx",
    "docx": "docx",
    "odt": "odt",
    "fb2": "fb2",
    "html": "html",
    "epub3": "epub",
}
"""What pandoc calls its formats, and what the reader does."""

BOOKS = {"azw3": ("x.azw3",), "mobi6": ("x.mobi", "--mobi-file-type", "old")}
"""Books that calibre makes of an EPUB."""

KINDS = ("words", "headings", "links", "notes", "cells")
_WORD = re.compile(r"\w+")


def words_of(document: Document) -> Counter[str]:
    """How often each word stands in a document."""
    return Counter(_WORD.findall(document.slice(document.range)))


def found_in(document: Document) -> dict[str, Counter[str]]:
    """What a document holds of each kind."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    found["words"] = words_of(document)
    for block in document.blocks:
        text = document.slice(block.range)
        if block.kind is BlockKind.HEADING:
            found["headings"][" ".join(_WORD.findall(text))] += 1
        elif block.kind is BlockKind.NOTE:
            found["notes"][""] += 1
        elif block.kind is BlockKind.TABLE:
            found["cells"].update(" ".join(_WORD.findall(cell)) for cell in text.split("\t"))
        for span in block.spans:
            if span.mark is Mark.LINK:
                found["links"].update(_WORD.findall(document.slice(span.range)))
    return found


def written(path: Path, folder: Path) -> Iterator[tuple[str, str, Path]]:
    """The file in every format: what that is called, what the reader calls it, where it is."""
    for name, form in FORMS.items():
        target = folder / f"x.{name}"
        command = [
            "pandoc",
            "-f",
            "gfm+footnotes",
            "-t",
            name,
            "-s",
            "--metadata",
            "title=T",
            "-o",
            str(target),
            str(path),
        ]
        if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0:
            yield name, form, target
    book = (folder / "x.epub3").rename(folder / "x.epub")
    for name, (target_name, *options) in BOOKS.items() if shutil.which("ebook-convert") else ():
        target = folder / target_name
        subprocess.run(["ebook-convert", str(book), str(target), *options], capture_output=True, check=True)
        yield name, "mobi", target


def _share(wanted: Counter[str], found: Counter[str]) -> str:
    return f"{1 - (wanted - found).total() / wanted.total():.3f}" if wanted.total() else "-"


def main(paths: list[str]) -> None:
    """Print a line a format for each file."""
    for path in map(Path, paths):
        wanted = found_in(parser_of("markdown")(Raw(path.read_bytes(), str(path))))
        print(f"| {path.name} | " + " | ".join(KINDS) + " | extra |\n" + "|---" * (len(KINDS) + 2) + "|")
        print("| Markdown | " + " | ".join(str(wanted[kind].total()) for kind in KINDS) + " | |")
        with tempfile.TemporaryDirectory() as folder:
            for name, form, target in written(path, Path(folder)):
                found = found_in(parser_of(form)(Raw(target.read_bytes(), str(target))))
                shares = [_share(wanted[kind], found[kind]) for kind in KINDS]
                extra = (found["words"] - wanted["words"]).total() / wanted["words"].total()
                print(f"| {name} | " + " | ".join(shares) + f" | {extra:.3f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
