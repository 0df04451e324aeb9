"""A row of a table as lines: its cells beside each other in columns, or below each other where they do not fit.

Units: local code-point indexes of the row's block; cells for widths. The columns of a table are as wide as what stands
in them, cut down evenly, the widest first, to what the reading column holds. Where a column would become too narrow to
read, every cell stands on lines of its own, the first one further out.

A line that shows pieces of several cells stands for the text from the first piece that no line before it has shown, so
that lines have an order in the text and every one is found from where it starts.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from reader.model import Block, Cell, Document, Mark, Range, Table
from reader.text.cells import cells_of
from reader.text.layout import Cluster, Justification, Line, Lines, Paragraph, analyse

SEPARATOR = " │ "
NARROWEST = 6
"""Cells below which no column is cut down."""

LONGEST_WORD = 30
"""Cells of a word that is never cut while cells can stand below each other; longer ones are addresses."""

MEASURED = 200
"""Rows, from a table's first, that the widths go by."""

_LONGEST = 400
"""Code points of a cell that are measured."""

_REMEMBERED = 100
"""Code points of a cell whose lines are kept for the next that says the same."""

_STEP = 2


class Columns(NamedTuple):
    """The columns of a table at a width: their own widths, none where cells stand below each other."""

    widths: tuple[int, ...]

    @property
    def folded(self) -> bool:
        """Whether cells stand below each other."""
        return not self.widths

    def left_of(self, column: int) -> int:
        """Where a column begins, from the side the first one is on."""
        return _lefts(self)[column]

    def width_of(self, cell: Cell) -> int:
        """The cells a cell takes, with the separators of the columns it spans."""
        end = cell.column + cell.columns
        return sum(self.widths[cell.column : end]) + (cell.columns - 1) * len(SEPARATOR)


@lru_cache(maxsize=64)
def _lefts(columns: Columns) -> tuple[int, ...]:
    """Where every column begins, and where one behind the last would."""
    return tuple(accumulate((width + len(SEPARATOR) for width in columns.widths), initial=0))


def columns_of(document: Document, table: Table, width: int) -> Columns:
    """How wide the columns of a table are in a reading column of a width."""
    natural, least = [1] * table.columns, [1] * table.columns
    for block in document.blocks.between(table.first, table.first + min(table.rows, MEASURED)):
        for cell in block.row.cells if block.row else ():
            if cell.columns == 1 and cell.range.length:
                text = document.slice(cell.range)[:_LONGEST]
                widest = max(sum(cells_of(line)) for line in text.splitlines())
                natural[cell.column] = max(natural[cell.column], widest)
                word = max((sum(cells_of(word)) for word in text.split()), default=1)
                least[cell.column] = max(least[cell.column], min(word, LONGEST_WORD))
    room = width - (table.columns - 1) * len(SEPARATOR)
    if sum(natural) <= room:
        return Columns(tuple(natural))
    widest = _cap(natural, room)
    if widest < min(NARROWEST, max(natural)) or sum(least) > room:
        return Columns(())
    while sum(_widths(natural, least, widest)) > room:  # where no word is cut, others give way
        widest -= 1
    return Columns(_widths(natural, least, widest))


def _widths(natural: Sequence[int], least: Sequence[int], widest: int) -> tuple[int, ...]:
    """The columns as wide as what stands in them, as far as they may be, but no narrower than their longest words."""
    return tuple(max(word, min(column, widest)) for column, word in zip(natural, least, strict=True))


def _cap(natural: Sequence[int], room: int) -> int:
    """The width no column may pass for all to fit: what the narrow ones leave, shared by the others."""
    left, columns = room, len(natural)
    for width in sorted(natural):
        if width * columns > left:
            return left // columns
        left -= width
        columns -= 1
    return room


def inline_code_of(block: Block, part: Range) -> list[tuple[int, int]]:
    """Where inline code stands in a part of a block, in the part's own indexes; not what lies inside other code."""
    found: list[tuple[int, int]] = []
    for span in block.spans:
        if span.mark is Mark.CODE and part.start <= span.range.start < span.range.end <= part.end:
            start, end = span.range.start - part.start, span.range.end - part.start
            if not found or start >= found[-1][1]:
                found.append((start, end))
    return found


class _Laid(NamedTuple):
    """A cell with text, where it starts in the row, and its lines."""

    cell: Cell
    start: int
    lines: Lines


class _Part(NamedTuple):
    """A stretch of a row's line: a line of a cell, or, without one, signs that stand for no text.

    Attributes:
        text: What is painted.
        width: Its cells.
        at: Where its text starts in the row; of a cell's line, where the cell does.
        line: The cell's line.
    """

    text: str
    width: int
    at: int
    line: Line | None = None

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The same to be pointed at, with the indexes of the row."""
        if self.line is not None:
            return _moved(self.line, self.at).clusters
        return (Cluster(self.at, self.at, self.text, self.width, 0),)


@lru_cache(maxsize=1 << 12)
def _wrapped(text: str, base: int, room: int, *, marks: bool, isolated: tuple[tuple[int, int], ...] | None) -> Lines:
    """The lines of a cell; most tables say the same in many."""
    return analyse(text, base, marks=marks, isolated=isolated).wrap(room)


class TableLines(Lines):
    """The lines of a table's row.

    Args:
        document: The document.
        block: The row.
        paragraph: Its text.
        width: The reading column's cells.
        columns: The table's columns at that width.
        marks: Whether vowel marks are painted.
        isolate: Whether machine text is isolated.
    """

    def __init__(
        self,
        document: Document,
        block: Block,
        paragraph: Paragraph,
        width: int,
        columns: Columns,
        *,
        marks: bool,
        isolate: bool,
    ) -> None:
        super().__init__(paragraph, width, Justification.NONE)
        self._columns = columns
        self._cells: list[_Laid] = []
        for cell in block.row.cells if block.row else ():
            if not cell.range.length:
                continue
            isolated = tuple(inline_code_of(block, cell.range)) if isolate else None
            room = max(1, width - _STEP) if columns.folded else max(1, columns.width_of(cell))
            text, base = document.slice(cell.range), int(cell.direction.is_rtl)
            wrapped = _wrapped if len(text) <= _REMEMBERED else _wrapped.__wrapped__
            lines = wrapped(text, base, room, marks=marks, isolated=isolated)
            self._cells.append(_Laid(cell, cell.range.start - block.range.start, lines))

    def _end_of(self, start: int) -> int:
        length = len(self.paragraph.text)
        if self._columns.folded:
            at = self._folded_at(start)
            if at is None:
                return length
            laid, number = at
            following = _start_of(laid, number + 1)
            if following is not None:
                return following
            return next((other.start for other in self._cells if other.start > laid.start), length)
        number = self.known + 1
        starts = (_start_of(laid, number) for laid in self._cells)
        return next((at for at in starts if at is not None), length)

    def _made(self, start: int, end: int) -> Line:
        base = self.paragraph.base
        if self._columns.folded:
            at = self._folded_at(start)
            if at is None:
                return Line(start, end, base, ())
            laid, number = at
            indent = 0 if laid is self._cells[0] else _STEP
            line = _moved(laid.lines[number], laid.start)
            blank = _blank(laid.start, max(0, self.width - indent - line.width) if base else indent)
            ordered = [blank, line.clusters, _blank(laid.start, indent if base else 0)]
            return Line(start, end, base, tuple(chain.from_iterable(ordered)))
        return self._beside_each_other(start, end, bisect_right(self._starts, start) - 1)

    def _beside_each_other(self, start: int, end: int, number: int) -> Line:
        """A line of every cell that has so many, each in its column; most are only read from left to right."""
        parts = self._parts(number)
        return Line.painted(
            start,
            end,
            self.paragraph.base,
            text="".join([part.text for part in parts]),
            width=sum([part.width for part in parts]),
            clusters=lambda: tuple(chain.from_iterable(part.clusters for part in parts)),
        )

    def _parts(self, number: int) -> list[_Part]:
        """The parts beside each other in a line, from left to right."""
        columns, base = self._columns, self.paragraph.base
        parts: list[_Part] = []
        shown = 0
        for laid in self._cells:
            left = columns.left_of(laid.cell.column)
            parts += self._between(shown, left, laid.start)
            width = rest = columns.width_of(laid.cell)
            text: list[_Part] = []
            if laid.lines.has(number):
                line = laid.lines[number]
                rest -= line.width
                text = [_Part(line.text, line.width, laid.start, line)]
            blank = [_Part(" " * rest, rest, laid.start)] if rest > 0 else []
            # In reading order, the cell's own side is where its text begins.
            parts += text + blank if laid.cell.direction.is_rtl == bool(base) else blank + text
            shown = left + width
        whole = columns.left_of(len(columns.widths)) - len(SEPARATOR)
        parts += self._between(shown, whole, len(self.paragraph.text))
        return parts[::-1] if base else parts

    def _between(self, shown: int, left: int, at: int) -> list[_Part]:
        """The separators and empty columns from one column of cells to another."""
        if left <= shown:
            return []
        line = _separators(self._columns, shown, left)
        return [_Part(line[::-1] if self.paragraph.base else line, left - shown, at)]

    def _folded_at(self, start: int) -> tuple[_Laid, int] | None:
        """The cell and its line that a line of a folded row shows."""
        index = max(0, bisect_right([laid.start for laid in self._cells], start) - 1)
        if index >= len(self._cells):
            return None
        laid = self._cells[index]
        return laid, laid.lines.row_of(max(0, start - laid.start))


@lru_cache(maxsize=1 << 10)
def _separators(columns: Columns, shown: int, left: int) -> str:
    """The separators from one place of a line to another where no cell has text."""
    line = ""
    for column in range(len(columns.widths)):
        begin = columns.left_of(column)
        if shown <= begin <= left:
            line = line.ljust(begin - len(SEPARATOR) - shown) if column else line
            line += SEPARATOR if column and begin - len(SEPARATOR) >= shown else ""
    return line.ljust(left - shown)


def _start_of(laid: _Laid, number: int) -> int | None:
    """Where a line of a cell starts in the row; None when it has not so many."""
    try:
        return laid.start + laid.lines[number].start
    except IndexError:
        return None


def _moved(line: Line, by: int) -> Line:
    """A cell's line with the indexes of its row."""
    clusters = tuple(c._replace(start=c.start + by, end=c.end + by) for c in line.clusters)
    return Line(line.start + by, line.end + by, line.base, clusters)


def _blank(at: int, width: int) -> tuple[Cluster, ...]:
    """Empty cells that stand for no text."""
    return (Cluster(at, at, " " * width, width, 0),) if width > 0 else ()
