"""Verse of two hemistichs: where a line falls in two, and how its halves are set in two columns.

Units: code points of the text for places, cells for widths.

Classical Arabic, Persian, Urdu and Hebrew verse is printed in two columns of one width, the halves of a line beside
each other and flush at both sides of their column where the lines are filled. Where the two do not fit beside each
other, the second half stands on a row of its own at the far side, as in narrow printed columns.
"""

import re
from collections.abc import Iterable
from itertools import chain, islice, pairwise

from reader.named_tuples import NamedTuple
from reader.text.justify import VERSE, Justification, filled
from reader.text.layout import Lines, Paragraph
from reader.text.line import Cluster, Line
from reader.text.patterns import lazy_pattern
from reader.text.setting import SPACES

BETWEEN = 4
"""Cells between the columns; more where the sign that stands there, and a cell on each side of it, takes more."""

LONGEST = 400
"""Code points of a line of verse at most, marks included; what is longer is set as prose is."""

MEASURED = 60
"""Lines, from the start of a stanza, that the width of its columns goes by."""

_GAP = lazy_pattern(
    r"""(?<=\S)(?:
        [ \u00a0]+ (?P<sign> \*(?:\ ?\*){0,4} | …{1,3} | \.{3,5} ) [ \u00a0]+
      | [ \u00a0]* \t [ \u00a0\t]*
      | [ \u00a0]{3,}
    )(?=\S)""",
    re.VERBOSE,
)
"""Separators of the halves: a row of asterisks, an ellipsis, a tab, or at least three spaces."""

_LINE = lazy_pattern(r"[^\n]*\n?")
_OTHER_LINE_ENDS = lazy_pattern("[\r\v\f\x85\u2028\u2029]")


class Halves(NamedTuple):
    """A line of verse: where its first half starts and ends, white space after it included, and its second starts.

    Between the two stands the sign that parts them, if there is one.
    """

    start: int
    first_end: int
    second: int


def halves_of(text: str, start: int, end: int) -> Halves | None:
    """The halves of the line ``text[start:end]``; None if it does not fall in two."""
    if end - start > LONGEST or _OTHER_LINE_ENDS.search(text, start, end):
        return None
    gaps = list(islice(_GAP.finditer(text, start, end), 2))
    if len(gaps) != 1:
        return None
    (gap,) = gaps
    content = end - len(text[start:end].lstrip(SPACES))
    return Halves(content, gap.start("sign") if gap["sign"] else gap.end(), gap.end())


def widest_half(paragraph: Paragraph, width: int) -> int:
    """The width a stanza's columns need: that of its widest half, among the lines whose halves fit beside each other.

    Args:
        paragraph: The stanza.
        width: The cells there are for both columns and what stands between them.
    """
    text, widest = paragraph.text, 0
    for match in islice(_LINE.finditer(text), MEASURED):
        if halves := halves_of(text, *match.span()):
            half = max(_widths(paragraph, halves, match.end()))
            if 2 * half + _between(paragraph, halves) <= width:
                widest = max(widest, half)
    return widest


def _between(paragraph: Paragraph, halves: Halves) -> int:
    """The cells between the columns, the sign included."""
    return max(BETWEEN, paragraph.line(halves.first_end, halves.second).width + 2)


def _widths(paragraph: Paragraph, halves: Halves, end: int) -> list[int]:
    return [paragraph.line(*half).width for half in _stretches(halves, end)]


class VerseLines(Lines):
    """The lines of a stanza, whose own line ends part its lines of verse.

    Args:
        paragraph: The stanza.
        width: The cells there are.
        justification: How halves are filled to the width of their column.
        column: The columns' width, where stanzas share it; by default what the stanza needs.
    """

    def __init__(
        self, paragraph: Paragraph, width: int, justification: Justification, column: int | None = None
    ) -> None:
        super().__init__(paragraph, width, justification)
        self._column = widest_half(paragraph, width) if column is None else column

    def _fits(self, halves: Halves, end: int) -> bool:
        """Whether a line of verse goes into the columns."""
        if 2 * self._column + _between(self.paragraph, halves) > self.width:
            return False
        return max(_widths(self.paragraph, halves, end)) <= self._column

    def _end_of(self, start: int) -> int:
        line_start, line_end = self._line_of_verse(start)
        halves = halves_of(self.paragraph.text, line_start, line_end)
        if halves and start == line_start and self._fits(halves, line_end):
            return line_end
        end = super()._end_of(start)
        return min(end, halves.second) if halves and start < halves.second else end

    def _made(self, start: int, end: int) -> Line:
        line_start, line_end = self._line_of_verse(start)
        halves = halves_of(self.paragraph.text, line_start, line_end)
        if halves and (start, end) == (line_start, line_end):
            return self._in_columns(start, end, halves)
        line = self.paragraph.line(start, end)
        if halves and (start, end) == (halves.second, line_end):
            return _joined([_blank(start, self.width - line.width, line.base), line.clusters], line)
        if halves and start < halves.start < end:  # every line of a stanza begins at the column's edge
            return _joined([self.paragraph.line(*part).clusters for part in pairwise((start, halves.start, end))], line)
        return line

    def _line_of_verse(self, at: int) -> tuple[int, int]:
        """The line that holds an index, or as much of it as tells that it is too long."""
        text = self.paragraph.text
        start = text.rfind("\n", max(0, at - LONGEST - 1), at) + 1 or max(0, at - LONGEST - 1)
        end = text.find("\n", at, at + LONGEST + 1) + 1
        return start, end or min(len(text), at + LONGEST + 1)

    def _in_columns(self, start: int, end: int, halves: Halves) -> Line:
        """Both halves beside each other, each as wide as its column where that reads well."""
        line = self.paragraph.line
        text, base = self.paragraph.text, self.paragraph.base
        first, second = (
            filled(line(*half), text, self._column, self.justification, VERSE) for half in _stretches(halves, end)
        )
        sign = line(halves.first_end, halves.second)
        room = _between(self.paragraph, halves) - sign.width
        before = room - room // 2
        gap = halves.first_end - 1
        parts = [
            line(start, halves.start).clusters,
            first.clusters,
            _blank(gap, self._column - first.width + before, base),
            sign.clusters,
            _blank(halves.second - 1, room - before, base),
            second.clusters,
        ]
        return _joined(parts, Line(start, end, base, ()))


def _stretches(halves: Halves, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (halves.start, halves.first_end), (halves.second, end)


def _blank(at: int, width: int, level: int) -> tuple[Cluster, ...]:
    """Empty cells that stand for no text."""
    return (Cluster(at, at, " " * width, width, level),) if width > 0 else ()


def _joined(parts: Iterable[tuple[Cluster, ...]], line: Line) -> Line:
    """A line of parts in reading order."""
    ordered = list(parts)
    if line.base:
        ordered.reverse()
    return Line(line.start, line.end, line.base, tuple(chain.from_iterable(ordered)))
