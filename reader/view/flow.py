"""A document at a width: which row of cells shows which text.

Units: :data:`~reader.model.Pos` outside, a :class:`~reader.view.flow_row.RowPosition` (block, row within the block)
    inside; columns count cells from the left edge of the text column. Rows are never saved and never counted over the
    whole document: a screen is found from the position it starts at, so opening, resizing and jumping cost what the
    screen costs, whatever the document's size.

A block is preceded by ``gap`` empty rows, which stand for the line ends between it and the block before.
"""

from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Block, Document, Pos, Range
from reader.text.layout import Line
from reader.view.block_layout import FILLED, BlockLayout
from reader.view.flow_row import FlowRow, RowPosition
from reader.view.gaps import gap_before

if TYPE_CHECKING:
    from typing import Unpack

    from reader.view.block_layout import LayoutSettings

WINDOWS_KEPT = 4
"""Screens whose rows stay in memory: a key asks for that before it and that after it, many times."""

GAPS_KEPT = 1000
"""Blocks of which it stays known how far they are from those before them."""


class Flow(BlockLayout):
    """A document in a column of cells, row by row; see :class:`~reader.view.block_layout.BlockLayout`."""

    def __init__(self, document: Document, width: int, **settings: "Unpack[LayoutSettings]") -> None:
        super().__init__(document, width, **settings)
        self._windows: OrderedDict[tuple[Pos, int], tuple[FlowRow, ...]] = OrderedDict()
        self._standing: dict[tuple[Pos, int], tuple[FlowRow, ...]] = {}
        self._gaps: dict[int, int] = {}

    # Places

    def position_of(self, pos: Pos) -> RowPosition:
        """The row that shows a position."""
        blocks = self.document.blocks
        index = self.document.block_index_at(pos)
        block = blocks[index]
        if pos > block.range.end and index + 1 < len(blocks):  # in the line ends before the next block
            return RowPosition(index + 1, 0)
        if pos == block.range.end and index + 1 < len(blocks) and block.range.length and self.gap_before(index + 1):
            return RowPosition(index + 1, 0)
        local = max(0, min(pos, block.range.end) - block.range.start)
        line = self.lines_of(index).row_of(local)
        return RowPosition(index, self.gap_before(index) + line * self._rows_a_line(block))

    def row_at(self, place: RowPosition) -> FlowRow:
        """The content of a row."""
        number = place.row - self.gap_before(place.block)
        if number < 0:
            return self._row_between(place)
        each = self._rows_a_line(self.document.blocks[place.block])
        line = -(-number // each)
        row = self._row(place, self.lines_of(place.block)[line], leads=not line)
        return row if number % each == 0 else self._row_above(row, place.row)

    def _row_between(self, place: RowPosition) -> FlowRow:
        """An empty row above a block."""
        index = place.block
        start, end = self.document.blocks[index].range.start, self.document.blocks[index - 1].range.end
        return FlowRow(index, start, None, Range(end, start), 0, place.row, leads=False)

    @staticmethod
    def _row_above(row: FlowRow, number: int) -> FlowRow:
        """An empty row above a line, which is found by the line's position."""
        return FlowRow(row.block, row.origin, None, Range(row.range.start, row.range.start), 0, number, leads=False)

    def _rows_a_line(self, block: Block) -> int:
        return 1 + self.spacing if block.kind in FILLED else 1

    def _row(self, place: RowPosition, line: Line, *, leads: bool) -> FlowRow:
        """A line of a block."""
        block = self.document.blocks[place.block]
        origin = block.range.start
        part = Range(Pos(origin + line.start), Pos(origin + line.end))
        return FlowRow(place.block, origin, line, part, self.offset_of(block, line), place.row, leads)

    def rows_of(self, index: int) -> Iterator[FlowRow]:
        """The rows of a block, the gap above it first, laid out as they are asked for."""
        number = self.gap_before(index)
        for above in range(number):
            yield self._row_between(RowPosition(index, above))
        above = self._rows_a_line(self.document.blocks[index]) - 1
        for at, line in enumerate(self.lines_of(index)):
            number += above if at else 0
            row = self._row(RowPosition(index, number), line, leads=not at)
            for before in range(above if at else 0, 0, -1):
                yield self._row_above(row, number - before)
            yield row
            number += 1

    def moved(self, place: RowPosition, rows: int) -> RowPosition:
        """The place so many rows further down (up when negative), stopping at the document's ends."""
        block, row = place
        while rows < 0:
            if row + rows >= 0:
                return RowPosition(block, row + rows)
            if block == 0:
                return RowPosition(0, 0)
            rows += row + 1
            block -= 1
            row = self._height(block) - 1
        while rows > 0:
            if self._has_row(block, row + rows):
                return RowPosition(block, row + rows)
            height = self._height(block)
            if block + 1 == len(self.document.blocks):
                return RowPosition(block, height - 1)
            rows -= height - row
            block, row = block + 1, 0
        return RowPosition(block, row)

    def distance(self, upper: RowPosition, lower: RowPosition, limit: int) -> int:
        """Rows from one place down to another, ``limit`` when it is that or more (negative distances too)."""
        if lower < upper:
            return -self.distance(lower, upper, limit)
        rows = -upper.row
        block = upper.block
        while block < lower.block and rows < limit:
            rows += self._height(block)
            block += 1
        return min(limit, rows + lower.row) if block == lower.block else limit

    # Screens

    def window(self, top: Pos, height: int) -> tuple[FlowRow, ...]:
        """The rows a screen of a height shows from the row of a position on; fewer at the end of the document."""
        rows = self._windows.get((top, height))
        if rows is None:
            rows = self._windows[top, height] = self._window(top, height)
            if len(self._windows) > WINDOWS_KEPT:
                self._windows.popitem(last=False)
        return rows

    def standing(self, top: Pos, height: int) -> tuple[FlowRow, ...]:
        """The rows of a window's table that name its columns, where the window begins below them.

        They stand over the window's first rows, as many as they are themselves. Nothing of a header stands that takes
        more than a third of the window, or that would cover all of the table there is to see.
        """
        rows = self._standing.get((top, height))
        if rows is None:
            if len(self._standing) > WINDOWS_KEPT:
                self._standing.clear()
            rows = self._standing[top, height] = self._over(self.window(top, height))
        return rows

    def _window(self, top: Pos, height: int) -> tuple[FlowRow, ...]:
        blocks = self.document.blocks
        if not blocks:
            return ()
        rows: list[FlowRow] = []
        known = {(row.block, row.number): row for window in self._windows.values() for row in window}
        block, row = self.position_of(top)
        while len(rows) < height and block < len(blocks):
            if found := known.get((block, row)):
                rows.append(found)
                row += 1
            elif self._has_row(block, row):
                rows.append(self.row_at(RowPosition(block, row)))
                row += 1
            else:
                block, row = block + 1, 0
        return tuple(rows)

    def top_moved(self, top: Pos, rows: int) -> Pos:
        """The start of the row so many rows below (above when negative) the row of ``top``."""
        if not self.document.blocks:
            return Pos(0)
        place = self.moved(self.position_of(top), rows)
        start = self.start_of(place)
        if rows > 0 and start <= top:  # a block without text shares its position with the gap after it
            start = max(start, self.start_of(self.moved(place, 1)))
        if rows < 0 and start >= top:  # an empty row above a line shares its position with it
            start = min(start, self.start_of(self.moved(place, -self.spacing)))
        return start

    def start_of(self, place: RowPosition) -> Pos:
        """The position a row is found by."""
        return self.row_at(place).range.start

    def last_top(self, height: int) -> Pos:
        """The start of the last full screen."""
        last = len(self.document.blocks) - 1
        if last < 0:
            return Pos(0)
        bottom = RowPosition(last, self._height(last) - 1)
        return self.start_of(self.moved(bottom, 1 - height))

    # Blocks

    def gap_before(self, index: int) -> int:
        """Empty rows above a block."""
        gap = self._gaps.get(index)
        if gap is None:
            if len(self._gaps) >= GAPS_KEPT:
                self._gaps.clear()
            gap = self._gaps[index] = gap_before(self.document, index) if index else 0
        return gap

    def _height(self, index: int) -> int:
        lines = len(self.lines_of(index))
        return self.gap_before(index) + lines + max(0, lines - 1) * (self._rows_a_line(self.document.blocks[index]) - 1)

    def _has_row(self, index: int, row: int) -> bool:
        """Whether a block has a row, without laying out more of it than that row needs."""
        number = row - self.gap_before(index)
        return number < 0 or self.lines_of(index).has(-(-number // self._rows_a_line(self.document.blocks[index])))

    def _over(self, rows: tuple[FlowRow, ...]) -> tuple[FlowRow, ...]:
        """The heading rows to stand over the first of some rows."""
        row = self.document.blocks[rows[0].block].row if rows else None
        if row is None or rows[0].line is None:
            return ()
        table, height = row.table, len(rows)
        if rows[0].place == self.position_of(self.document.blocks[table.first].range.start):
            return ()
        if self.columns_of(table).are_cards:
            return ()
        found: list[FlowRow] = []
        for index in range(table.first, table.first + self._measure(table).heads):
            for place in (RowPosition(index, number) for number in range(self.gap_before(index), height)):
                if len(found) > height // 3:
                    return ()
                if not self._has_row(*place):
                    break
                found.append(self.row_at(place))
        end = table.first + table.rows
        return tuple(found) if sum(one.block < end for one in rows[: len(found) + 1]) > len(found) else ()
