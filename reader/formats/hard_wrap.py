"""Lines of plain text: which go on with the line before, because they were broken at a column, and which do not.

Units: code points of the text for places, cells for widths.

A line is joined to the one before only where the text shows that it was broken to fit: the next word would not have
fitted between the line and the right edge that the text's lines share. That is judged in three steps:

1. *Groups* of lines with nothing between them are cut into *segments* wherever a line begins something by its shape: a
   list's item, a message, a header, a line of a table in columns, another indentation
   (:mod:`reader.formats.line_shapes`).
2. The *edge* is the width that most lines of the whole text keep to and fill up: exactly, as programs do, or within a
   few words, as hands and balanced filling do. Geometry alone can be chance, so the breaks must read as prose, too:
   inside sentences, before small letters, behind words that nobody ends a line with, and without rhyme.
3. A segment that keeps to an edge of its own, as a quotation with another right margin, is judged by itself.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from reader.formats.line_shapes import LineSegment, SourceLine
from reader.formats.verse_shapes import rhymed
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

SAMPLE = 4000
"""Lines of a text that its edge is found by."""

_NARROW = 45
"""Cells of an edge under which more must speak for it: verse, addresses and lists are as narrow."""

_HAND = 0.18
"""Share of the width that hands and balanced filling leave free at most, beside the word that did not fit."""

_SENTENCE_END = lazy_pattern(r"[.!?؟…۔。！？:;؛।][\"'”’»›」』)\]}\u200e\u200f]*$")
_INSIDE = lazy_pattern(r"[.!?؟۔।][\"'”’»)]* +\w|[。！？]\w")
"""A sentence that ends inside a line: prose, where lines were not meant."""

_UNENDING = frozenset(
    """
        a an the and or of to in on at by for from with as that which is was are were be this his her its
        their our not but than into over under between without has have had will would can could should
        der die das den dem des ein eine einen und oder zu von mit für auf in im am bei aus nach dass nicht
        ohne durch um über unter sich ist sind war wird alle
        le la les un une des du de et ou à au aux en dans par pour sur avec que qui ne se
        el los las y o del al con por para su una il lo gli e di da nel della per che non
        в и на с к по из у о от до за не что как для или
        του της το τα οι η ο την τον και να με σε από για που δεν ve ile bir için
        في من إلى على عن مع أن إن التي الذي هذا هذه ذلك تلك كل بين قد لم لن لا ما أو ثم حيث كان كانت بعد قبل
        عند غير وهو وهي وفي ومن وعلى كما دون أي
        של את על אל עם כי אם או לא אשר זה זו בין כל הם הוא היא גם רק כמו אך אבל לפני אחרי אין יש בו לו ידי
        כדי
        و در به از که با را برای تا این آن بر یک هر هم یا اما اگر نیز چون بی
        کا کی کے کو سے میں پر اور نے یہ وہ ایک اس ان جو بھی تک لیے کہ یا ہر کسی اپنے اپنی
        का की के को से में पर और ने यह वह एक इस उस जो भी तक कि या हर किसी अपने अपनी तथा ही
    """.split()  # noqa: SIM905 - a list of words
)
"""Words that no line of a list, a message or a verse ends with, for something must follow them."""

_OPEN_SHARE = 0.4
"""Of the breaks, those that are inside a sentence, at least."""

_CASED_SHARE, _SMALL_SHARE = 0.5, 0.3
"""Where so many lines begin with a letter that has cases, so many of those are small: German has the fewest."""

_EXACT_SHARE, _HAND_SHARE = 0.7, 0.85
"""Of the lines that could be broken at the edge, those that are, where it is kept to exactly and by hand."""

_TITLES_SHARE = 0.05
"""Breaks inside sentences that an exact edge leaves and one by hand does not, to those that it explains, at most."""

_FEW = 5
"""Breaks that an exact edge explains for every one that it leaves, at most, for the edge to be chance."""

_BEYOND_SHARE = 0.03
"""Of all lines, those that may go beyond the edge: what could not be broken."""


Unit = Literal["cells", "points"]
UNITS: tuple[Unit, ...] = ("cells", "points")


class Edge(NamedTuple):
    """A right edge that lines were broken at, and how many cells short of it a line may be beside the next word."""

    unit: Unit
    at: int
    slack: int

    def broken(self, line: SourceLine, following: SourceLine) -> bool:
        """Whether the next line's first word would not have fitted, and the line is not beyond the edge itself."""
        return _end(line, self.unit) <= self.at and _needed(line, following, self.unit) > self.at - self.slack


def _end(line: SourceLine, unit: Unit) -> int:
    return (line.cells if unit == "cells" else line.points).edge


def _needed(line: SourceLine, following: SourceLine, unit: Unit) -> int:
    """Where a line would end with the next one's first word."""
    first = (following.cells if unit == "cells" else following.points).first
    return _end(line, unit) + first + (0 if line.ends_wide and following.begins_wide else 1)


def edge_of(segments: Sequence[LineSegment]) -> Edge | None:
    """The right edge a text's lines were broken at; None where they were not.

    Args:
        segments: Those of prose, from the beginning of the text.
    """
    pairs = [pair for segment in segments for pair in segment.pairs()]
    lines = [line for segment in segments for line in segment.lines]
    if not pairs:
        return None
    exact, by_hand = (_held(pairs, lines, share) for share in (0.0, _HAND))
    found = by_hand if exact is None or (by_hand and _explains_more(by_hand, exact, len(pairs))) else exact
    return found.edge if found else None


class _Held(NamedTuple):
    """An edge that lines keep to: how many breaks it explains, and how surely it leaves some inside sentences."""

    edge: Edge
    explained: int
    unexplained: int


def _explains_more(by_hand: _Held, exact: _Held, breaks: int) -> bool:
    """Whether an exact edge leaves breaks that are neither ends of paragraphs nor titles."""
    more = by_hand.explained - exact.explained
    if by_hand.explained == breaks and more * _FEW >= exact.explained:
        return bool(more)
    inside = exact.unexplained - by_hand.unexplained
    return inside > max(1, _TITLES_SHARE * exact.explained)


def _held(pairs: Sequence[tuple[SourceLine, SourceLine]], lines: Sequence[SourceLine], share: float) -> _Held | None:
    """The edge that holds, with as much of a line free as the share says, in the unit that explains more."""
    held = []
    for unit in UNITS:
        edge = _best(pairs, lines, share, unit)
        if _holds(edge, pairs, lines):
            rest = [pair for pair in pairs if not edge.broken(*pair)]
            unexplained = sum(_inside(*pair) for pair in rest)
            held.append(_Held(edge, len(pairs) - len(rest), unexplained))
    return max(held, key=lambda one: one.explained, default=None)


def joined(segment: LineSegment, edge: Edge | None) -> Iterator[tuple[SourceLine, SourceLine]]:
    """The first and the last line of every stretch of a segment that was one line once.

    Args:
        segment: What is cut, or not.
        edge: The edge the whole text's lines were broken at.
    """
    own = own_edge(segment) if len(segment.lines) > 1 else None
    first = segment.lines[0]
    for line, following in segment.pairs():
        if not (own or (edge and edge.broken(line, following))):
            yield first, line
            first = following
    yield first, segment.lines[-1]


def own_edge(segment: LineSegment) -> Edge | None:
    """The edge of a segment that keeps to one of its own without an exception."""
    pairs = segment.pairs()
    for unit in UNITS if len(pairs) > 2 else ():
        edge = Edge(unit, max(_end(line, unit) for line in segment.lines), 0)
        if all(edge.broken(*pair) for pair in pairs) and _reads_on(edge, pairs):
            return edge
    return None


def _inside(line: SourceLine, following: SourceLine) -> int:
    """How sure it is that a break is inside a sentence: not, as far as signs of an end tell, by words (0 to 2)."""
    if _SENTENCE_END.search(line.text):
        return 0
    return 2 if _is_unending(line) or following.text[0].islower() else 1


def _is_unending(line: SourceLine) -> bool:
    return line.text.rsplit(None, 1)[-1].casefold() in _UNENDING


def _best(
    pairs: Sequence[tuple[SourceLine, SourceLine]], lines: Sequence[SourceLine], share: float, unit: Unit
) -> Edge:
    """The edge that explains most breaks, less what speaks against it."""
    edges = sorted(_end(line, unit) for line in lines)
    ends = sorted(_end(line, unit) for line, _ in pairs)
    needs = sorted(_needed(line, following, unit) for line, following in pairs)
    best: tuple[int, int] = (-len(lines) * 2, 0)
    for at in sorted(set(edges)):
        short = bisect_right(needs, at - round(at * share))
        explained = bisect_right(ends, at) - short
        beyond = len(edges) - bisect_right(edges, at)
        best = max(best, (explained - short - 2 * beyond, at))
    return Edge(unit, best[1], round(best[1] * share))


def _holds(edge: Edge, pairs: Sequence[tuple[SourceLine, SourceLine]], lines: Sequence[SourceLine]) -> bool:
    """Whether lines keep to an edge, and break there as prose does."""
    broken = [pair for pair in pairs if edge.broken(*pair)]
    beyond = sum(_end(line, edge.unit) > edge.at for line in lines)
    short = sum(_needed(*pair, edge.unit) <= edge.at - edge.slack for pair in pairs)
    share = _HAND_SHARE if edge.slack else _EXACT_SHARE
    if beyond > _BEYOND_SHARE * len(lines) or len(broken) < share * (len(broken) + short):
        return False
    return _reads_on(edge, broken)


def _reads_on(edge: Edge, pairs: Sequence[tuple[SourceLine, SourceLine]]) -> bool:
    """Whether the breaks read as those of prose, as strongly as their number and the width call for."""
    count = len(pairs)
    if not count:
        return False
    open_ended = [pair for pair in pairs if not _SENTENCE_END.search(pair[0].text)]
    cased = [line.text for _, line in pairs if line.text[0].isupper() or line.text[0].islower()]
    small = sum(text[0].islower() for text in cased)
    capitals = len(cased) >= _CASED_SHARE * count and small < _SMALL_SHARE * len(cased)
    if capitals or len(open_ended) < _OPEN_SHARE * count:
        return False
    texts = [pairs[0][0].text, *(line.text for _, line in pairs)]
    if rhymed(texts):
        return False
    unending = sum(_is_unending(line) for line, _ in pairs)
    inside = sum(bool(_INSIDE.search(text)) for text in texts)
    signs = unending + inside + small
    if edge.slack:
        return count >= 3 and signs >= max(2, 0.12 * count) and edge.at >= _NARROW
    if edge.at < _NARROW:
        return count >= 4 and signs >= max(2, 0.3 * count)
    return count + 2 * signs >= 4
