"""What holds of every document, whatever it was made of."""

from itertools import pairwise

from reader.model import Document, Range
from tests.notices import notices_in


def check(document: Document) -> None:
    """Fail where a document breaks a promise of the model's."""
    whole = document.range
    for before, after in pairwise(document.blocks):
        assert before.range.end <= after.range.start, "blocks overlap"
    for block in document.blocks:
        assert _lies_in(block.range, whole), "a block lies outside the text"
        assert block.depth >= 0
        assert "\n" not in block.marker
        assert list(block.spans) == sorted(block.spans), "spans are not sorted"
        assert all(_lies_in(span.range, block.range) for span in block.spans), "a span lies outside its block"
        if block.row is not None:
            cells = block.row.cells
            assert all(_lies_in(cell.range, block.range) for cell in cells), "a cell lies outside its row"
            assert all(a.range.end <= b.range.start for a, b in pairwise(cells)), "cells overlap"
            assert all(cell.column >= 0 and cell.columns >= 1 for cell in cells)
    for section in document.sections:
        assert _lies_in(section.range, whole), "a section lies outside the text"
        assert _lies_in(section.title, section.range), "a title lies outside its section"
    for place in document.places.values():
        assert 0 <= place <= whole.end, "a place lies outside the text"
    assert all("\n" not in warning for warning in notices_in(document))
    assert document.meta.replaced >= 0


def _lies_in(inner: Range, outer: Range) -> bool:
    return outer.start <= inner.start <= inner.end <= outer.end
