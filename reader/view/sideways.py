"""Lines that go on beyond the column, scrolled sideways: code as it is written, tables column by column.

Units: cells; a shift counts from the side at which a line begins.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.model import Range
from reader.view.flow import Flow
from reader.view.flow_row import FlowRow
from reader.view.sight import Sight, through, whole

if TYPE_CHECKING:
    from reader.view.tables.columns import Columns


def wide_rows(flow: Flow, rows: Iterable[FlowRow]) -> list[FlowRow]:
    """Those of some rows that go on beyond the column."""
    blocks = flow.document.blocks
    return [row for row in rows if row.line and row.line.width > flow.width and flow.goes_sideways(blocks[row.block])]


def sight_of(flow: Flow, row: FlowRow, shift: int) -> Sight:
    """Which cells of a row's line show, and where."""
    block = flow.document.blocks[row.block]
    width = row.line.width if row.line else 0
    if row.line is None or not flow.goes_sideways(block):
        return whole(width, row.offset)
    rtl = block.direction.is_rtl
    if columns := _columns_of(flow, row):
        return columns.sight(shift, rtl=rtl)
    return whole(width, row.offset) if block.row else through(width, flow.width, shift, rtl=rtl)


def shift_turned(flow: Flow, rows: Iterable[FlowRow], shift: int, *, right: bool) -> int:
    """The shift after turning rows to the right or left: by half a screen, tables to where a column begins."""
    wide = wide_rows(flow, rows)
    rtl = bool(wide) and flow.document.blocks[wide[0].block].direction.is_rtl
    columns = next((columns for row in wide if (columns := _columns_of(flow, row))), None)
    if columns:
        return columns.shift_after(shift, onwards=right is not rtl)
    step = max(1, flow.width // 2)
    widest = max((row.line.width for row in wide if row.line), default=0)
    limit = max(shift, widest - flow.width)
    return max(0, min(limit, shift + (step if right is not rtl else -step)))


def shift_showing(flow: Flow, target: Range, shift: int) -> int:
    """The shift at which a place in a wide line shows; the same where it does already."""
    row = flow.row_at(flow.position_of(target.start))
    block = flow.document.blocks[row.block]
    if row.line is None or not flow.goes_sideways(block):
        return shift
    cells = row.line.cells_of(target.start - row.origin, min(target.end, row.extent.end) - row.origin)
    shown = sight_of(flow, row, shift).shown(cells)
    if sum(end - start for start, end in shown) == sum(end - start for start, end in cells):
        return shift
    first, last = min(c.start for c in cells), max(c.end for c in cells)
    if block.direction.is_rtl:
        first, last = row.line.width - last, row.line.width - first
    if columns := _columns_of(flow, row):
        number = sum(1 for left in range(2, len(columns.widths)) if columns.left_of(left) <= first) + 1
        return columns.shift_to(number)
    return max(0, last - flow.width // 2) if last > flow.width else 0


def _columns_of(flow: Flow, row: FlowRow) -> "Columns | None":
    """The columns that a row is scrolled by; None where it is no table's, or shows whole."""
    table = flow.document.blocks[row.block].row
    if table is None or row.line is None or row.line.width <= flow.width:
        return None
    return flow.columns_of(table.table)
