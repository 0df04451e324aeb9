"""Paragraphs and their lines: analysed once, wrapped at any width.

Units: local code-point indexes of the paragraph, cells for widths.

The order is UAX#9's: levels are resolved for the whole paragraph, lines are broken in *logical* order at the width
the text has when it is shaped, and each line is then put in visual order with the paragraph's levels (L1, L2, L4).
Nothing is built for a line that is not asked for.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import overload

from reader.text.analysis import PIECE, Analysis
from reader.text.direction import document_level
from reader.text.hanging import NO_MARGINS, Margins
from reader.text.justify import Justification, justified
from reader.text.line import Cells, Cluster, Line
from reader.text.properties import GRAPHEME_BREAK
from reader.text.setting import SOFT_HYPHEN, SPACES, TAB, line_of

__all__ = [
    "NO_MARGINS",
    "Cells",
    "Cluster",
    "Justification",
    "Line",
    "Lines",
    "Margins",
    "Paragraph",
    "analyse",
]

_LINES_KEPT = 100
_NEARBY = 64
"""Code points that are looked at beside a width's worth of them: marks and other characters without cells."""

_NO_CELLS = re.compile(rb"\0*")


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
        self._analysis = Analysis(text, base, marks=marks)

    @property
    def levels(self) -> bytes:
        """The resolved levels, before L1."""
        self._analysis.upto(len(self.text))
        return bytes(self._analysis.levels)

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
        return line_of(self._analysis.analysed, start, end)

    def line_end(self, start: int, width: int) -> int:
        """Where the line that starts at an index ends.

        At one of UAX#14's breaks, white space hanging; a word that fills the line is cut between clusters.
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
        allowed = analysis.allowed
        shown_from = self._first_shown(start, fits)
        fits_with_hyphen = -1
        for candidate in range(bisect_right(allowed, content_end) - 1, -1, -1):
            at = allowed[candidate]
            if at <= shown_from:
                break
            if text[at - 1] != SOFT_HYPHEN:
                alone = fits <= at < content_end and self.line_end(at, width) == content_end
                return content_end if alone else at  # spaces behind the break that would fill a line by themselves
            if fits_with_hyphen < 0:
                fits_with_hyphen = self._fits(start, stop, width - 1)
            if at <= fits_with_hyphen:
                return at
        return self._cut(fits, content_end, stop, shows=any(analysis.cells[start:fits]))

    def _next_mandatory(self, start: int) -> int:
        mandatory = self._analysis.mandatory
        following = bisect_right(mandatory, start)
        return mandatory[following] if following < len(mandatory) else self._analysis.known

    def _fits(self, start: int, stop: int, width: int) -> int:
        """How far the text goes that fits in a width, up to ``stop``; what takes no cell fits always."""
        cells, text = self._analysis.cells, self.text
        at, column = start, 0
        step = width + _NEARBY
        while at < stop:
            end = min(stop, at + step)
            tab = text.find("\t", at, end)
            piece = cells[at : end if tab < 0 else tab]
            taken = sum(piece)
            if column + taken > width:
                return at + bisect_right(list(accumulate(piece)), width - column)
            column += taken
            at += len(piece)
            if tab >= 0:
                column += TAB - column % TAB
                if column > width:
                    return at
                at += 1
            step = min(2 * step, PIECE)
        return at

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
            covered = _NO_CELLS.match(self._analysis.cells, end + 1, stop)
            end = covered.end() if covered else end + 1
            content_end = _spaces_end(text, end, stop)
        if content_end > end:
            return content_end
        while text[end - 1] == SOFT_HYPHEN:  # it would be a hyphen, for which there is no room
            end -= 1
        return end


def _spaces_end(text: str, at: int, stop: int) -> int:
    """Where the white space from an index on ends; a mark keeps the space it is set on."""
    end = at
    while end < stop and text[end] in SPACES:
        end += 1
    if at < end < len(text) and GRAPHEME_BREAK[ord(text[end])] in "EZS" and GRAPHEME_BREAK[ord(text[end - 1])] == "o":
        return end - 1
    return end


class Lines(Sequence[Line]):
    """The lines of a paragraph at a width, found as far as they are asked for.

    Attributes:
        paragraph: The text.
        width: The column's cells.
        justification: How they are filled.
        margins: The room for signs that hang.
    """

    def __init__(
        self, paragraph: Paragraph, width: int, justification: Justification, margins: Margins = NO_MARGINS
    ) -> None:
        self.paragraph = paragraph
        self.width = width
        self.justification = justification
        self.margins = margins
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
            line = self._built[number] = self._made(self._starts[number], self._starts[number + 1])
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
        end = self._end_of(self._starts[-1])
        self._starts.append(end)
        self._complete = end >= len(self.paragraph.text)

    def _end_of(self, start: int) -> int:
        """Where the line that starts at an index ends."""
        return self.paragraph.line_end(start, self.width)

    def _made(self, start: int, end: int) -> Line:
        """The line that shows a stretch that was found to be one."""
        line = self.paragraph.line(start, end)
        if self.justification is Justification.NONE:
            return line
        return justified(line, self.paragraph.text, self.width, self.justification, self.margins)
