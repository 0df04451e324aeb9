"""A row of a table as lines, its cells beside each other in columns.

Units: local code-point indexes of the row's block; cells for widths.

A line shows pieces of several cells. It is found from the first of them that no line before it has shown, so that lines
have an order in the text; but what stands in it lies anywhere in its extent, and an index is on the line that shows it.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from reader.model import Alignment, Block, Cell, Document, inline_code_of
from reader.named_tuples import NamedTuple
from reader.text.layout import Cluster, Line, LineList
from reader.view.tables.cell_lines import lines_of
from reader.view.tables.columns import Columns
from reader.view.tables.measure import SEPARATOR


class RowLine(Line):
    """A line of a table's row.

    Attributes:
        shown: From where to where the pieces lie that it shows.
    """

    shown: tuple[int, int] = (0, 0)

    @property
    def extent(self) -> tuple[int, int]:
        """From the first piece it shows to the last."""
        return self.shown

    @classmethod
    def of(cls, start: int, end: int, base: int, parts: "list[RowPart]") -> "RowLine":
        """A line of parts, from left to right."""
        line = cls.painted(
            start,
            end,
            base,
            text="".join([part.text for part in parts]),
            width=sum([part.width for part in parts]),
            clusters=lambda: tuple(chain.from_iterable(part.clusters for part in parts)),
        )
        shown = [(part.at + part.line.start, part.at + part.line.end) for part in parts if part.line]
        line.shown = (min(shown)[0], max(shown)[1]) if shown else (start, end)
        return line


class Laid(NamedTuple):
    """A cell with text, where it starts in the row, its lines and the cells it has."""

    cell: Cell
    start: int
    lines: LineList
    room: int


class RowPart(NamedTuple):
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
    def clusters(self) -> Iterable[Cluster]:
        """The same to be pointed at, with the indexes of the row."""
        if self.line is None:
            return (Cluster(self.at, self.at, self.text, self.width, 0),)
        by = self.at
        return (c._replace(start=c.start + by, end=c.end + by) for c in self.line.clusters)


def blank(width: int, at: int) -> list[RowPart]:
    """Empty cells that stand for no text."""
    return [RowPart(" " * width, width, at)] if width > 0 else []


def laid_cells(
    document: Document, block: Block, rooms: Iterable[tuple[Cell, int]], *, marks: bool, isolate: bool
) -> list[Laid]:
    """The cells of a row that have text, each with the cells there are for it."""
    text, origin = document.slice(block.range), block.range.start
    found = []
    for cell, room in rooms:
        start, end = cell.range.start - origin, cell.range.end - origin
        if start < end:
            code = tuple(inline_code_of(block, cell.range)) if isolate else None
            lines = lines_of(text[start:end], int(cell.direction.is_rtl), room, marks=marks, isolated=code)
            found.append(Laid(cell, start, lines, room))
    return found


class BesideLines(LineList):
    """The lines of a row.

    Args:
        document: The document.
        block: The row.
        columns: The table's columns at a width.
        marks: Whether vowel marks are painted.
        isolate: Whether machine text is isolated.
    """

    def __init__(self, document: Document, block: Block, columns: Columns, *, marks: bool, isolate: bool) -> None:
        super().__init__(block.range.length)
        self._columns = columns
        self._base = int(block.direction.is_rtl)
        cells = block.row.cells if block.row else ()
        self._width = columns.width
        said = [cell for cell in cells if cell.range.length]
        if columns.are_scrolled and len(said) == 1 and said[0].columns == len(columns.widths):
            self._width = min(self._width, columns.room)  # what stands over all columns is not scrolled
        rooms = ((cell, max(1, min(self._width, columns.width_of(cell)))) for cell in said)
        self._cells = laid_cells(document, block, rooms, marks=marks, isolate=isolate)

    def row_of(self, index: int) -> int:
        """The line that shows an index: that of its cell."""
        at = max(0, bisect_right(self._cells, index, key=_start) - 1)
        if at >= len(self._cells):
            return 0
        laid = self._cells[at]
        return laid.lines.row_of(index - laid.start)

    def _end_of(self, start: int) -> int:
        del start
        number = self.known + 1
        starts = (laid.start + laid.lines[number].start for laid in self._cells if laid.lines.has(number))
        return next(starts, self.length)

    def _made(self, start: int, end: int) -> Line:
        return RowLine.of(start, end, self._base, self._parts(bisect_right(self._starts, start) - 1))

    def _parts(self, number: int) -> list[RowPart]:
        """The parts beside each other in a line, from left to right."""
        columns, base = self._columns, self._base
        parts: list[RowPart] = []
        shown = 0
        for laid in self._cells:
            left = columns.left_of(laid.cell.column)
            parts += self._between(shown, left, laid.start)
            parts += _aligned(laid, number, columns.side_of(laid.cell), base)
            shown = left + laid.room
        parts += self._between(shown, self._width, self.length)
        return parts[::-1] if base else parts

    def _between(self, shown: int, left: int, at: int) -> list[RowPart]:
        """The separators and empty columns from one column of cells to another."""
        if left <= shown:
            return []
        line = _separators(self._columns.widths, shown, left)
        return [RowPart(line[::-1] if self._base else line, left - shown, at)]


def _start(laid: Laid) -> int:
    return laid.start


def _aligned(laid: Laid, number: int, side: Alignment, base: int) -> list[RowPart]:
    """A line of a cell at its side of the column, in reading order; empty cells where it has not so many."""
    if not laid.lines.has(number):
        return blank(laid.room, laid.start)
    line = laid.lines[number]
    text, rest = RowPart(line.text, line.width, laid.start, line), laid.room - line.width
    if rest <= 0:
        return [text]
    before = rest // 2 if side is Alignment.CENTER else 0 if (side is Alignment.RIGHT) is bool(base) else rest
    return [*blank(before, laid.start), text, *blank(rest - before, laid.start)]


@lru_cache(maxsize=1 << 10)
def _separators(widths: tuple[int, ...], shown: int, left: int) -> str:
    """The separators from one place of a line to another where no cell has text."""
    line, begin = "", 0
    for column, width in enumerate(widths):
        if shown <= begin <= left and column:
            line = line.ljust(begin - len(SEPARATOR) - shown)
            line += SEPARATOR if begin - len(SEPARATOR) >= shown else ""
        begin += width + len(SEPARATOR)
    return line.ljust(left - shown)
