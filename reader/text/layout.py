"""Paragraphs and their lines: analysed once, wrapped at any width.

Units: local code-point indexes of the paragraph, cells for widths.

The order is UAX#9's: levels are resolved for the whole paragraph, lines are broken in *logical* order at the width
the text has when it is shaped, and each line is then put in visual order with the paragraph's levels (L1, L2, L4).
Nothing is built for a line that is not asked for.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress
from typing import overload

from reader.text.analysis import Analysis
from reader.text.direction import document_level
from reader.text.hanging import NO_MARGINS, Margins
from reader.text.justify import Justification, justified
from reader.text.line import Cells, Cluster, Line
from reader.text.patterns import lazy_pattern
from reader.text.properties import GRAPHEME_BREAK
from reader.text.setting import SOFT_HYPHEN, SPACES, TAB, line_of

__all__ = [
    "NO_MARGINS",
    "Cells",
    "Cluster",
    "Justification",
    "Line",
    "LineList",
    "Lines",
    "Margins",
    "Paragraph",
    "analyse",
]

_LINES_KEPT = 100
_NEARBY = 64
"""Code points that are looked at beside a width's worth of them: marks and other characters without cells."""

_NO_CELLS = lazy_pattern(rb"\0*")


def analyse(
    text: str,
    base: int | None = None,
    *,
    marks: bool = True,
    code: bool = False,
    isolated: Sequence[tuple[int, int]] | None = None,
) -> "Paragraph":
    """A paragraph ready to be wrapped.

    Args:
        text: One paragraph; line ends inside it break lines.
        base: The base level, 0 or 1; by the majority of the letters when it is not given.
        marks: Whether vowel marks are painted.
        code: Whether it is code, whose strings and paths keep their order (:mod:`reader.text.code`).
        isolated: Where its inline code stands, which is isolated as all machine text that is found in it is
            (:mod:`reader.text.isolates`); None for UAX#9 to the letter.
    """
    return Paragraph(text, document_level(text) if base is None else base, marks=marks, code=code, isolated=isolated)


class Paragraph:
    """A text and what is known of it whatever the width; see :func:`analyse`."""

    def __init__(
        self,
        text: str,
        base: int,
        *,
        marks: bool,
        code: bool = False,
        isolated: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        self.text = text
        self.base = base
        self._analysis = Analysis(text, base, marks=marks, code=code, isolated=isolated)

    @property
    def levels(self) -> bytes:
        """The resolved levels, before L1."""
        self._analysis.upto(len(self.text))
        return bytes(self._analysis.levels)

    @property
    def least_width(self) -> int:
        """The cells of the widest stretch that no line break may part: in less, words are cut."""
        analysis, text = self._analysis, self.text
        analysis.upto(len(text))
        widest = start = 0
        for end in (*compress(range(len(text)), analysis.allowed), len(text)):
            shown = text[start:end].rstrip(SPACES)
            hyphen = shown[-1:] == SOFT_HYPHEN
            widest = max(widest, self._cells_of(start, start + len(shown)) + hyphen)
            start = end
        return widest

    def wrap(
        self, width: int, justification: Justification = Justification.NONE, margins: Margins = NO_MARGINS
    ) -> "Lines":
        """The paragraph's lines in a column of a width.

        Args:
            width: The column's cells.
            justification: How lines are filled to the width.
            margins: Cells beside the column that punctuation of filled lines may hang in.

        Raises:
            ValueError: The width is less than one cell.
        """
        if width < 1:
            raise ValueError("a column is at least one cell wide")
        return Lines(self, width, justification, margins)

    def line(self, start: int, end: int) -> Line:
        """The line that shows a stretch of the text, which :meth:`line_end` has found."""
        self._analysis.upto(end + 1)
        return line_of(self._analysis, start, end)

    def line_end(self, start: int, width: int) -> int:
        """Where the line that starts at an index ends.

        At one of UAX#14's breaks, white space hanging; a word that fills the line is cut between clusters. Words that
        run from right to left are not hyphenated: a soft hyphen in them breaks no line.
        """
        analysis, text = self._analysis, self.text
        ahead = _NEARBY
        while True:
            analysis.upto(start + ahead)
            stop = self._next_mandatory(start)
            fits = self._fits(start, stop, width)
            content_end = _spaces_end(text, fits, stop)
            if content_end < analysis.known or analysis.known == len(text):
                break
            ahead = 2 * (analysis.known - start)
        if content_end == stop:
            return stop
        shown_from = self._first_shown(start, fits)
        fits_with_hyphen = -1
        at = analysis.allowed.rfind(1, shown_from + 1, content_end + 1)
        while at >= 0:
            if text[at - 1] != SOFT_HYPHEN:
                alone = fits <= at < content_end and self.line_end(at, width) == content_end
                return content_end if alone else at  # spaces behind the break that would fill a line by themselves
            if fits_with_hyphen < 0:
                fits_with_hyphen = self._fits(start, stop, width - 1)
            if at <= fits_with_hyphen and analysis.levels[at - 1] % 2 == 0:
                return at
            at = analysis.allowed.rfind(1, shown_from + 1, at)
        return self._cut(fits, content_end, stop, shows=any(analysis.cells[start:fits]))

    def _next_mandatory(self, start: int) -> int:
        mandatory = self._analysis.mandatory
        following = bisect_right(mandatory, start)
        return mandatory[following] if following < len(mandatory) else self._analysis.known

    def _fits(self, start: int, stop: int, width: int) -> int:
        """How far the text goes that fits in a width, up to ``stop``; what takes no cell fits always."""
        cells = self._analysis.cells
        at, column = start, 0
        end = start + width
        if end < stop and cells.count(1, start, end) == width and cells[end] and self.text.find("\t", start, end) < 0:
            return end
        while True:
            nearby = min(stop, at + width - column)
            tab = self.text.find("\t", at, nearby)
            end = self._fits_without_tabs(at, stop if tab < 0 else tab, width - column)
            if tab < 0:
                tab = self.text.find("\t", nearby, end)
            if not 0 <= tab <= end:
                return end
            column += self._cells_of(at, tab)
            column += TAB - column % TAB
            if column > width:
                return tab
            at = tab + 1

    def _fits_without_tabs(self, at: int, stop: int, room: int) -> int:
        """The same with tabs of one cell: as far as if every character took one, and on while there is room."""
        cells = self._analysis.cells
        while at < stop:
            end = min(stop, at + room)
            taken = self._cells_of(at, end)
            if taken > room:  # wide characters
                return at + bisect_right(list(accumulate(cells[at:end])), room)
            room -= taken
            at = end
            if (not taken or not room) and at < stop and not cells[at]:
                at = _shown_again(cells, at, stop)
            if not room:
                break
        return at

    def _cells_of(self, start: int, end: int) -> int:
        """The cells of a stretch, tabs counting one."""
        cells = self._analysis.cells
        return cells.count(1, start, end) + 2 * cells.count(2, start, end)

    def _first_shown(self, start: int, end: int) -> int:
        """The first code point of a stretch that is seen, ``end`` if none: a line broken before it would be empty."""
        cells, text = self._analysis.cells, self.text
        while start < end and (not cells[start] or text[start] in SPACES):
            start += 1
        return start

    def _cut(self, fits: int, content_end: int, stop: int, *, shows: bool) -> int:
        """Where a word is cut that fills the line: where the width ends, or behind a first cluster that is wider.

        The cells of a cluster are on its first code point, so the width never ends inside one. Spaces after the cut
        hang, even where UAX#14 lets nothing break between them and what follows.
        """
        end, text = fits, self.text
        if not shows and end == content_end:
            end = _shown_again(self._analysis.cells, end + 1, stop)
            content_end = _spaces_end(text, end, stop)
        if content_end > end:
            return content_end
        while text[end - 1] == SOFT_HYPHEN:  # it would be a hyphen, for which there is no room
            end -= 1
        return end


def _shown_again(cells: bytearray, at: int, stop: int) -> int:
    """The first place from an index on that takes cells."""
    covered = _NO_CELLS.match(cells, at, stop)
    return covered.end() if covered else at


def _spaces_end(text: str, at: int, stop: int) -> int:
    """Where the white space from an index on ends; a mark keeps the space it is set on."""
    end = at
    while end < stop and text[end] in SPACES:
        end += 1
    if at < end < len(text) and GRAPHEME_BREAK[ord(text[end])] in "EZS" and GRAPHEME_BREAK[ord(text[end - 1])] == "o":
        return end - 1
    return end


class LineList(Sequence[Line]):
    """Lines that are found as far as they are asked for, one after the other.

    What they are the lines of says where one ends (``_end_of``) and what it looks like (``_made``).

    Attributes:
        length: Code points of their text.
    """

    def __init__(self, length: int) -> None:
        self.length = length
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
        index = max(0, min(index, self.length))
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
        if number < 0 or not self.has(number):
            raise IndexError(number)
        return self._line(number)

    def _line(self, number: int) -> Line:
        """One that is known."""
        line = self._built.get(number)
        if line is None:
            if len(self._built) > _LINES_KEPT:
                self._built.clear()
            line = self._built[number] = self._made(self._starts[number], self._starts[number + 1])
        return line

    def has(self, number: int) -> bool:
        """Whether there are so many lines and one more, finding no more of them than that takes."""
        while len(self._starts) <= number + 1 and not self._complete:
            self._next()
        return number + 1 < len(self._starts)

    def __iter__(self) -> Iterator[Line]:
        number = 0
        while number + 1 < len(self._starts) or self.has(number):
            yield self._line(number)
            number += 1

    def _next(self) -> None:
        end = self._end_of(self._starts[-1])
        self._starts.append(end)
        self._complete = end >= self.length

    def _end_of(self, start: int) -> int:
        """Where the line that starts at an index ends."""
        raise NotImplementedError

    def _made(self, start: int, end: int) -> Line:
        """The line that shows a stretch that was found to be one."""
        raise NotImplementedError


class Lines(LineList):
    """The lines of a paragraph at a width.

    Attributes:
        paragraph: The text.
        width: The column's cells.
        justification: How they are filled.
        margins: The room for signs that hang.
    """

    def __init__(
        self, paragraph: Paragraph, width: int, justification: Justification, margins: Margins = NO_MARGINS
    ) -> None:
        super().__init__(len(paragraph.text))
        self.paragraph = paragraph
        self.width = width
        self.justification = justification
        self.margins = margins

    def _end_of(self, start: int) -> int:
        return self.paragraph.line_end(start, self.width)

    def _made(self, start: int, end: int) -> Line:
        line = self.paragraph.line(start, end)
        if self.justification is Justification.NONE:
            return line
        return justified(line, self.paragraph.text, self.width, self.justification, self.margins)
