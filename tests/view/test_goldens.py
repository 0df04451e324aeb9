"""Filled lines in reading order, as a person reads them: ``tests/goldens``.

A line's number is the cells of its letters' column; ``|`` stands where the column begins and ends, so that what is
outside hangs in the margin. Tatweels and spaces that fill the line are among its letters. ``READER_UPDATE_GOLDENS=1``
writes the files anew, to be looked at.
"""

import os

import pytest

from reader.formats import open_document, parse_text
from reader.model import Document
from reader.text.layout import Justification, Margins
from reader.view.flow import Flow
from reader.view.flow_row import FlowRow
from tests.samples import ROOT, article

GOLDENS = ROOT / "tests" / "goldens"
QUOTED = parse_text(
    "“He said so,” she said, “and they did, too.” It was a half-hearted, half-finished thing; “nobody,” he went on,"
    " “ought to be surprised: it is how such things go.” Nobody was, or so they say.\n"
)


def seed(name: str) -> Document:
    return open_document(ROOT / "seeds" / name)


CASES = {
    "prose": (article, 60),
    "verse": (lambda: seed("mutanabbi-and-imru-al-qays.ar.txt"), 76),
    "ghazal": (lambda: seed("hafez-and-khayyam.fa.txt"), 84),
    "ghazal-narrow": (lambda: seed("hafez-and-khayyam.fa.txt"), 60),
    "quotes": (lambda: QUOTED, 34),
}


def reading_order(document: Document, row: FlowRow) -> str:
    if row.line is None:
        return ""
    line = row.line
    edges = line.hang[::-1] if line.base else line.hang
    pieces = []
    for cluster in sorted(line.clusters):
        source = document.slice(document.range)[row.origin + cluster.start : row.origin + cluster.end]
        pieces.append(source if cluster.end > cluster.start else cluster.shape)
    text = "".join(pieces).rstrip().replace("\t", "")
    first, last = edges[0], len(text) - edges[1]
    return f"{line.width - sum(edges):3} {text[:first]}|{text[first:last]}|{text[last:]}"


@pytest.mark.parametrize("name", CASES)
def test_filled_lines_read_as_they_did(name: str) -> None:
    opened, width = CASES[name]
    document = opened()
    flow = Flow(document, width, justification=Justification.KASHIDA, margins=Margins(1, 1))
    rows = [row for index in range(min(12, len(document.blocks))) for row in flow.rows_of(index)]
    lines = "\n".join(reading_order(document, row) for row in rows) + "\n"
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("READER_UPDATE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    assert lines == path.read_text(encoding="utf-8")


def test_every_golden_is_of_a_case() -> None:
    filled = {path.stem for path in GOLDENS.iterdir() if not path.name.startswith("printed-")}  # those of formats
    assert filled == set(CASES)
