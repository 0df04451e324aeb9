"""Paragraphs and their lines: analysed once, wrapped at any width.

Units: local code-point indexes of the paragraph, cells for widths.

The order is UAX#9's: levels are resolved for the whole paragraph, lines are broken in *logical* order at the width the text has when it is
shaped, and each line is then put in visual order with the paragraph's levels (L1, L2, L4). Nothing is built for a line that is not asked for.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from reader.text.bidi import classes_of, levels_of
from reader.text.cells import cells_of
from reader.text.direction import document_level
from reader.text.graphemes import boundaries
from reader.text.line import SPACES, TAB, VOWEL_MARKS, Cells, Cluster, Line, built_line
from reader.text.linebreak import opportunities
from reader.text.shaping import LAM_ALEF

__all__ = ["Cells", "Cluster", "Line", "Lines", "Paragraph", "analyse"]

_NEARBY = 64
"""Code points beyond a cut that are looked at for the cluster it falls into."""


def analyse(text: str, base: int | None = None, *, marks: bool = True) -> "Paragraph":
    """A paragraph ready to be wrapped.

    Args:
        text: One paragraph; line ends inside it break lines.
        base: The base level, 0 or 1; by the majority of the letters when it is not given.
        marks: Whether vowel marks are painted.
    """
    return Paragraph(text, document_level(text) if base is None else base, marks=marks)


class Paragraph:
    """A text and what is known of it whatever the width; see :func:`analyse`."""

    def __init__(self, text: str, base: int, *, marks: bool) -> None:
        self.text = text
        self.base = base
        self.marks = marks
        self._classes = classes_of(text)

    @cached_property
    def levels(self) -> bytes:
        """The resolved levels, before L1."""
        return levels_of(self.text, self.base, self._classes)

    @cached_property
    def _cells(self) -> bytes:
        cells = cells_of(self.text)
        for match in LAM_ALEF.finditer(self.text):
            lam, alef = match.span()
            level = self.levels[lam]
            if level % 2 and level == self.levels[alef]:
                cells[alef] = 0
        if not self.marks:
            for match in VOWEL_MARKS.finditer(self.text):
                cells[match.start() : match.end()] = bytes(match.end() - match.start())
        return bytes(cells)

    @cached_property
    def _columns(self) -> Sequence[int]:
        """The cells before every index, tabs counting one."""
        return [0, *accumulate(self._cells)]

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int], list[int]]:
        """Where lines may break, the cells before the white space there, and where they must break."""
        allowed, mandatory = opportunities(self.text)
        columns, text = self._columns, self.text
        ends = []
        for at in allowed:
            end = at
            while end and text[end - 1] in SPACES:
                end -= 1
            ends.append(columns[end])
        return allowed, ends, mandatory

    def wrap(self, width: int) -> "Lines":
        """The paragraph's lines in a column of a width.

        Raises:
            ValueError: The width is less than one cell.
        """
        if width < 1:
            raise ValueError("a column is at least one cell wide")
        return Lines(self, width)

    def line(self, start: int, end: int) -> Line:
        """The line that shows a stretch of the text."""
        return built_line(
            self.text, start, end, self.base, self.levels, self._classes, self._cells, marks=self.marks
        )

    def line_end(self, start: int, width: int) -> int:
        """Where the line that starts at an index ends: UAX#14's breaks, white space hanging, an overlong word cut between clusters."""
        text, columns = self.text, self._columns
        allowed, ends, mandatory = self._breaks
        must = bisect_right(mandatory, start)
        stop = mandatory[must] if must < len(mandatory) else len(text)
        if "\t" in text[start : min(stop, start + 8 * width + _NEARBY)]:
            return self._tabbed_line_end(start, stop, width)
        limit = columns[start] + width
        if columns[stop] <= limit or columns[start + len(text[start:stop].rstrip(SPACES))] <= limit:
            return stop
        first = bisect_right(allowed, start)
        last = bisect_left(allowed, stop)
        best = bisect_right(ends, limit, first, last) - 1
        if best >= first:
            return allowed[best]
        return self._cut(start, bisect_right(columns, limit) - 1)

    def _tabbed_line_end(self, start: int, stop: int, width: int) -> int:
        """The same where tabs make the width depend on the column."""
        text, columns = self.text, self._columns
        allowed = self._breaks[0]
        best = start
        column, at = 0, start
        fits = start
        candidates = iter([*allowed[bisect_right(allowed, start) : bisect_left(allowed, stop)], stop])
        for candidate in candidates:
            end = start + len(text[start:candidate].rstrip(SPACES))
            while at < end:
                step = TAB - column % TAB if text[at] == "\t" else columns[at + 1] - columns[at]
                if column + step > width:
                    return best if best > start else self._cut(start, fits)
                column += step
                at += 1
                fits = at
            best = candidate
        return best

    def _cut(self, start: int, at: int) -> int:
        """The cluster boundary at or before a cut; after the first cluster when that alone is too wide."""
        nearby = self.text[start : at + _NEARBY]
        ends = [start + boundary for boundary in boundaries(nearby)]
        ends = [end for end in ends if end >= len(self.text) or self._cells[end] or self.text[end] in SPACES]
        found = bisect_right(ends, at) - 1
        return ends[found] if found >= 0 else (ends[0] if ends else len(self.text))


class Lines(Sequence[Line]):
    """The lines of a paragraph at a width, found as far as they are asked for.

    Attributes:
        paragraph: The text.
        width: The column's cells.
    """

    def __init__(self, paragraph: Paragraph, width: int) -> None:
        self.paragraph = paragraph
        self.width = width
        self._starts = [0]
        self._complete = False
        self._built: dict[int, Line] = {}

    @property
    def known(self) -> int:
        """How many lines have been found."""
        return len(self._starts) - 1

    @property
    def complete(self) -> bool:
        """Whether they are all."""
        return self._complete

    def row_of(self, index: int) -> int:
        """The line that shows an index; the last one for the end of the text."""
        index = max(0, min(index, len(self.paragraph.text)))
        while not self._complete and self._starts[-1] <= index:
            self._next()
        return min(bisect_right(self._starts, index) - 1, self.known - 1)

    def __len__(self) -> int:
        while not self._complete:
            self._next()
        return self.known

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Line]: ...
    def __getitem__(self, number: int | slice) -> Line | Sequence[Line]:
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self)
        while self.known <= number and not self._complete:
            self._next()
        if not 0 <= number < self.known:
            raise IndexError(number)
        line = self._built.get(number)
        if line is None:
            if len(self._built) > _LINES_KEPT:
                self._built.clear()
            line = self._built[number] = self.paragraph.line(self._starts[number], self._starts[number + 1])
        return line

    def __iter__(self) -> Iterator[Line]:
        number = 0
        while True:
            try:
                yield self[number]
            except IndexError:
                return
            number += 1

    def _next(self) -> None:
        start = self._starts[-1]
        end = self.paragraph.line_end(start, self.width)
        self._starts.append(end)
        self._complete = end >= len(self.paragraph.text)


_LINES_KEPT = 500
