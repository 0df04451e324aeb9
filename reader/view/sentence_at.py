"""Sentences: what is copied, bookmarked or highlighted when nothing is selected.

Units: ``Pos`` in a document. Where sentences end is told by :mod:`reader.text.sentences`.
"""

from reader.model import Document, Pos, Range, range_of
from reader.text.sentences import SENTENCE_END

WINDOW = 2048
"""Code points that are looked through at first on each side of a position; twice as many each time that is too few."""

_CONTEXT = 4
"""Code points before a terminator that tell whether it is one."""


def sentence_at(document: Document, pos: Pos, reach: int | None = None) -> Range:
    """The sentence that holds a position, without white space around it; an empty range in a document without text.

    What it costs goes by the sentence, not by its block.

    Args:
        document: The document.
        pos: The position.
        reach: Code points that are looked through on each side at most: of a longer sentence the part around ``pos``.
    """
    if not document.blocks:
        return Range(Pos(0), Pos(0))
    block = document.blocks[document.block_index_at(pos)].range
    pos = Pos(max(block.start, min(pos, block.end)))
    most = block.length if reach is None else reach
    start = _start_of(document, block, pos, most)
    end = _end_of(document, block, pos, most)
    text = document.slice(Range(start, end))
    if not text.strip():  # behind the last sentence
        before = document.slice(Range(block.start, start)).rstrip() if start > block.start and reach is None else ""
        return sentence_at(document, Pos(block.start + len(before) - 1)) if before else block
    first = start + len(text) - len(text.lstrip())
    return range_of(first, first + len(text.strip()))


def _start_of(document: Document, block: Range, pos: Pos, most: int) -> Pos:
    """Where the last sentence that ends at a position or before it ends; the block's start where none does."""
    window = min(WINDOW, most)
    while True:
        low = max(block.start, pos - window)
        margin = min(_CONTEXT, low - block.start)
        text = document.slice(range_of(low - margin, min(block.end, pos + 1)))
        ends = [match.end() for match in SENTENCE_END.finditer(text) if match.start() >= margin]
        ends = [end for end in ends if low - margin + end <= pos]
        if ends:
            return Pos(low - margin + ends[-1])
        if low == block.start or window >= most:
            return Pos(low)
        window = min(2 * window, most)


def _end_of(document: Document, block: Range, pos: Pos, most: int) -> Pos:
    """Where the sentence that holds a position ends; the block's end where it has no terminator."""
    low = max(block.start, pos - WINDOW - _CONTEXT)
    window = min(WINDOW, most)
    while True:
        high = min(block.end, pos + window)
        text = document.slice(range_of(low, min(block.end, high + 1)))
        for match in SENTENCE_END.finditer(text):
            if low + match.end() > pos and (low == block.start or match.start() >= _CONTEXT):
                return Pos(low + match.end())
        if high == block.end or window >= most:
            return Pos(high)
        window = min(2 * window, most)
