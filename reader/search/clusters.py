"""Widening a range to whole grapheme clusters without segmenting the text around it.

Units: ``Pos`` in a document. Clusters are extended grapheme clusters (UAX#29) and end with their block.
"""

from reader.model import Document, Pos, Range, range_of
from reader.text.graphemes import boundaries
from reader.text.properties import GRAPHEME_BREAK

_WINDOW = 32
"""Code points looked at on each side at first."""


def widened(document: Document, part: Range, known: Range) -> Range:
    """The clusters that a range, not empty, has a part in.

    Args:
        document: What the range is in.
        part: The range.
        known: Starts and ends on cluster boundaries around ``part``; the work is bounded by it.
    """
    start, end = part
    around = document.slice(range_of(max(known.start, start - 1), min(known.end, end + 1)))
    codes = GRAPHEME_BREAK.of(around)
    starts_whole = start == known.start or _parted(codes[0], codes[1])
    ends_whole = end == known.end or _parted(codes[-2], codes[-1])
    return Range(
        start if starts_whole else _cluster_start(document, start, known),
        end if ends_whole else _cluster_end(document, end, known),
    )


def _parted(before: str, after: str) -> bool:
    """Whether two neighbours are certainly in different clusters, as far as they alone tell (GB4, GB5, GB999)."""
    if after == "o":
        return before != "P"
    return after in "crn" and before + after != "rn"


def _cluster_start(document: Document, pos: Pos, known: Range) -> Pos:
    """The last boundary at or before a position."""
    size = _WINDOW
    while True:
        left = max(known.start, pos - size)
        text = document.slice(range_of(left, min(known.end, pos + 1)))
        ends = [end for end in boundaries(text) if left + end <= pos]
        if left == known.start:
            return Pos(left + ends[-1]) if ends else known.start
        if any(_settled(text, end) for end in ends):
            return Pos(left + ends[-1])
        size *= 4


def _settled(text: str, at: int) -> bool:
    """Whether a boundary holds whatever stands before the text: only GB11 to GB13 look back beyond a neighbour."""
    codes = GRAPHEME_BREAK.of(text[at - 1 : at + 1])
    return codes != "RR" and codes[1] != "p"


def _cluster_end(document: Document, pos: Pos, known: Range) -> Pos:
    """The first boundary at or after a position."""
    left = _cluster_start(document, Pos(pos - 1), known)
    size = _WINDOW
    while True:
        right = min(known.end, pos + size)
        end = next(end for end in boundaries(document.slice(range_of(left, right))) if left + end >= pos)
        if left + end < right or right == known.end:
            return Pos(left + end)
        size *= 4
