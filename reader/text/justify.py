"""Justification: a laid-out line made exactly as wide as its column, where that reads well.

Units: cells for widths, local code-point indexes of the paragraph for ranges.

What is inserted are clusters of an empty range: they show cells and stand for no text, so what is copied, searched and
pointed at is as before. Each stands logically before the cluster whose start is its range: a space before a space, a
tatweel before the letter it leads to. Both neighbours of a tatweel have the forms of joined letters already.

*What reads well.* A word space is at most twice its natural width: half an em where a quarter is usual (Bringhurst,
*The Elements of Typographic Style*, section 2.1). At most every other word that can be stretched is, and by no more
than two cells, so that the stretched ones stay the line's rhythm and do not become its texture. A line that cannot be
filled within these limits is left as it is; so are the last line of a paragraph and lines with tabs, whose columns
would shift. Kashida fills first, by the priority of its places and evenly along the line; spaces take the rest, and all
of it in other scripts. The halves of verse may be stretched further. Light signs at a filled line's edges hang in the
margin (:mod:`reader.text.hanging`), the end's only where the line can be filled all the same.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from reader.enumerations import StrEnum
from reader.named_tuples import NamedTuple
from reader.text.hanging import NO_MARGINS, Margins, hang_of
from reader.text.kashida import TATWEEL, Opportunity, opportunities
from reader.text.line import Cluster, Line
from reader.text.properties import LINE_BREAK


class Limits(NamedTuple):
    """How far a line is filled at most.

    Attributes:
        kashida: Cells a word is stretched by.
        one_in: One word in so many is stretched.
        space: Cells of a word space.
    """

    kashida: int
    one_in: int
    space: int


PROSE = Limits(kashida=2, one_in=2, space=2)
VERSE = Limits(kashida=4, one_in=1, space=4)
"""The halves of verse are flush before all else, and long kashida is their ornament."""

_WORD_SPACES = {" ", "\u00a0"}
_MANDATORY = "KrnN"


class Justification(StrEnum):
    """How lines are filled."""

    NONE = "none"
    SPACE = "space"
    KASHIDA = "kashida"


def justified(line: Line, text: str, width: int, how: Justification, margins: Margins = NO_MARGINS) -> Line:
    """A line of a paragraph filled to the width of its column; as wide as it was where that would not read well.

    Args:
        line: The line.
        text: The paragraph's text.
        width: The column's cells.
        how: By which means.
        margins: The room for signs that hang.
    """
    if how is Justification.NONE:
        return line
    start_alone = hang_of(line, text, margins, at_end=False)
    ends_paragraph = line.end == len(text) or LINE_BREAK[ord(text[line.end - 1])] in _MANDATORY
    if not ends_paragraph:
        for hang in (hang_of(line, text, margins), start_alone):
            target = width + sum(hang)
            whole = filled(line, text, target, how)
            if whole.width == target:
                return whole.hanging(hang) if any(hang) else whole
    return line.hanging(start_alone) if any(start_alone) else line


def filled(line: Line, text: str, width: int, how: Justification, limits: Limits = PROSE) -> Line:
    """Any line filled to a width, nothing hanging; unchanged where that would not read well."""
    missing = width - line.width
    if how is Justification.NONE or missing <= 0 or _has_tab(line, text):
        return line
    clusters = sorted(line.clusters)
    spaces = _word_spaces(clusters, text)
    words = _stretchable(clusters, text) if how is Justification.KASHIDA else []
    most_stretched = -(-len(words) // limits.one_in)
    by_kashida = min(missing, most_stretched * limits.kashida)
    if missing - by_kashida > len(spaces) * (limits.space - 1):
        return line
    stretched = _best(words, min(by_kashida, most_stretched))
    return _with_inserted(line, _shares(by_kashida, stretched, TATWEEL) | _shares(missing - by_kashida, spaces, " "))


def _has_tab(line: Line, text: str) -> bool:
    """Whether a tab is seen on a line; at its end it hangs."""
    return "\t" in text[line.start : line.end] and any(
        cluster.width and text[cluster.start] == "\t" for cluster in line.clusters
    )


def _word_spaces(clusters: Sequence[Cluster], text: str) -> list[int]:
    """Where word spaces stand: one of several in a row, and none of those the line begins with."""
    return [
        cluster.start
        for before, cluster in pairwise(clusters)
        if cluster.width == 1
        and text[cluster.start : cluster.end] in _WORD_SPACES
        and text[before.start : before.end] not in _WORD_SPACES
    ]


def _stretchable(clusters: Sequence[Cluster], text: str) -> list[Opportunity]:
    """The places of the line's words where both neighbours run from right to left and are painted with joined forms."""
    if not clusters:
        return []
    start = clusters[0].start
    joined = {
        b.start
        for a, b in pairwise(clusters)
        if a.level == b.level and a.level % 2 and _is_joining_form(a.shape) and _is_joining_form(b.shape)
    }
    found = [Opportunity(priority, at + start) for priority, at in opportunities(text[start : clusters[-1].end])]
    return [place for place in found if place.at in joined]


def _is_joining_form(shape: str) -> bool:
    """Whether a shape is a letter's presentation form, or a tatweel; letters that have none are painted apart."""
    return shape[:1] == TATWEEL or "\ufb50" <= shape[:1] <= "\ufefc"


def _best(words: Sequence[Opportunity], count: int) -> list[int]:
    """So many places, those of the best priority, and of one priority some that lie evenly along the line."""
    chosen: list[int] = []
    for _, alike in groupby(sorted(words), key=lambda place: place.priority):
        chosen += _evenly([place.at for place in alike], count - len(chosen))
    return chosen


def _evenly(items: Sequence[int], count: int) -> Sequence[int]:
    """So many of the items, spread over them; all when they are fewer."""
    if count >= len(items):
        return items
    return [items[(2 * i + 1) * len(items) // (2 * count)] for i in range(count)]


def _shares(cells: int, places_filled: Sequence[int], filler: str) -> dict[int, str]:
    """The filler for each of some places so that together it takes so many cells."""
    if not cells:
        return {}
    each, rest = divmod(cells, len(places_filled))
    more = set(_evenly(places_filled, rest))
    return {at: filler * (each + (at in more)) for at in places_filled if each or at in more}


def _with_inserted(line: Line, inserted: Mapping[int, str]) -> Line:
    """The line with cells logically before the clusters that start at some indexes: on their right in odd levels."""
    clusters: list[Cluster] = []
    for cluster in line.clusters:
        filler = inserted.get(cluster.start)
        if filler is None:
            clusters.append(cluster)
            continue
        added = Cluster(cluster.start, cluster.start, filler, len(filler), cluster.level)
        clusters += (cluster, added) if cluster.level % 2 else (added, cluster)
    return Line(line.start, line.end, line.base, tuple(clusters))
