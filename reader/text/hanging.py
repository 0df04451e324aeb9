"""Hanging punctuation: light signs at the edges of a filled line stand in the margin; the letters make the edge.

Units: cells. On a grid a sign hangs by a whole cell or not at all, so only those hang that typographers let hang whole,
or nearly so:

- at a line's end, stops and commas (CSS Text Level 4, ``hanging-punctuation: force-end``, has the Arabic comma and full
  stop among them), with them semicolons and colons, which are as light;
- at its end, hyphens and the Hebrew maqaf, as in Gutenberg's Bible and by half and more of their width in Microtype;
- quotation marks, opening at a line's start and closing at its end (``first`` and ``last`` in CSS Text, there for a
  paragraph's first and last line; optical margins have them hang on every line).

Question and exclamation marks, brackets, dashes and ellipses are as heavy as letters and stay inside. Of several signs
only the outermost hangs. A sign beside a space stays inside: the space would be the edge.

Where a line breaks does not change: what hangs had its place in the line.
"""

from collections.abc import Sequence

from reader.named_tuples import NamedTuple
from reader.text.line import NO_HANG, Cluster, Hang, Line

_QUOTES = frozenset("\"'«»‹›“”„‟‘’‚‛")
_AT_END = _QUOTES | frozenset(".,:;،؛۔-\u2010־")


class Margins(NamedTuple):
    """Cells beside a column that signs may hang in, at the side a line starts at and at that where it ends."""

    start: int = 0
    end: int = 0


NO_MARGINS = Margins()


def hang_of(line: Line, text: str, margins: Margins, *, at_end: bool = True) -> Hang:
    """How far the line's signs hang out of its column.

    Args:
        line: The line, not yet filled.
        text: Its paragraph's text.
        margins: The room there is.
        at_end: Whether the line's end is to be flush.
    """
    seen = [cluster for cluster in line.clusters if cluster.width]
    if len(seen) < 3:
        return NO_HANG
    from_start = seen[::-1] if line.base else seen
    start = int(margins.start > 0 and _hangs(from_start, _QUOTES, text, first=True))
    end = int(at_end and margins.end > 0 and _hangs(from_start[::-1], _AT_END, text, first=False))
    return Hang(end, start) if line.base else Hang(start, end)


def _hangs(inwards: Sequence[Cluster], signs: frozenset[str], text: str, *, first: bool) -> bool:
    """Whether the cluster at an edge is a sign that hangs there: the line's first or last, with a letter beside it.

    Args:
        inwards: The clusters from that edge on.
        signs: What hangs.
        text: The paragraph's text.
        first: Whether it is the edge at which the line starts.
    """
    sign, beside = inwards[:2]
    if sign.shape not in signs or not text[beside.start : beside.end].strip():
        return False
    outermost = min(inwards) if first else max(inwards)
    return sign is outermost
