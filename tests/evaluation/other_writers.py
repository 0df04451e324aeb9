"""What is kept of documents that another program wrote: ``python -m tests.evaluation.other_writers FILE.md…``.

Pandoc writes each file of Markdown in every format it can; the words that the reader finds there are counted beside
those of the Markdown itself. Recall is the share of its words that are found, extra the share of words beside them.
Needs ``pandoc`` on the path.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.model import BlockKind, Document

FORMS = {
    "rst": "rst",
    "org": "org",
    "rtf": "rtf",
    "docbook5": "publishing",
    "docbook4": "publishing",
    "jats_archiving": "publishing",
    "tei": "publishing",
    "man": "roff",
    "pptx": "pptx",
    "docx": "docx",
    "odt": "odt",
    "html": "html",
    "epub3": "epub",
}
"""What pandoc calls its formats, and what the reader does."""

_WORD = re.compile(r"\w+")


def words_of(document: Document) -> Counter[str]:
    """How often each word stands in a document."""
    return Counter(_WORD.findall(document.slice(document.range)))


def _headings(document: Document) -> int:
    return sum(block.kind is BlockKind.HEADING for block in document.blocks)


def main(paths: list[str]) -> None:
    """Print a line a format for each file."""
    for path in map(Path, paths):
        source = parser_of("markdown")(Raw(path.read_bytes(), str(path)))
        wanted = words_of(source)
        print(f"{path.name}: {wanted.total()} words, {_headings(source)} headings")
        for name, form in FORMS.items():
            with tempfile.TemporaryDirectory() as folder:
                written = Path(folder, f"x.{name}")
                command = ["pandoc", "-f", "gfm+footnotes", "-t", name, "-s", "--metadata", "title=T"]
                subprocess.run([*command, "-o", str(written), str(path)], check=True, stderr=subprocess.DEVNULL)
                document = parser_of(form)(Raw(written.read_bytes(), str(written)))
            found = words_of(document)
            recall = 1 - (wanted - found).total() / wanted.total()
            extra = (found - wanted).total() / wanted.total()
            print(f"  {name:15} recall {recall:.3f}  extra {extra:.3f}  headings {_headings(document)}")


if __name__ == "__main__":
    main(sys.argv[1:])
