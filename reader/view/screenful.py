"""A screenful of rows: where it may begin, and where it ends.

Units: ``Pos``, by which the first row is found; ``height`` counts rows of text.
"""

from reader.model import BlockKind, Document, Pos, Range
from reader.view.flow import Flow
from reader.view.flow_row import FlowRow


def full_from(flow: Flow, top: Pos, height: int) -> Pos:
    """A first row below which the screen is full; asks for the document's end only when it is near."""
    if len(flow.window(top, height)) == height:
        return top
    return min(top, flow.last_top(height))


def top_showing(flow: Flow, pos: Pos, above: int, height: int) -> Pos:
    """A first row that shows a position with some rows above it, and no emptiness below the document's end."""
    place = flow.position_of(pos)
    top = full_from(flow, flow.start_of(flow.moved(place, -min(above, height - 1))), height)
    covered = len(flow.standing(top, height))
    if covered > above and place < flow.moved(flow.position_of(top), covered):
        return full_from(flow, flow.start_of(flow.moved(place, -min(covered, height - 1))), height)
    return top


def shows(flow: Flow, rows: tuple[FlowRow, ...], pos: Pos) -> bool:
    """Whether the row of a position is among some rows."""
    return bool(rows) and rows[0].place <= flow.position_of(pos) <= rows[-1].place


def rows_above(flow: Flow, rows: tuple[FlowRow, ...], pos: Pos, height: int) -> int:
    """How many of some rows stand above the row of a position."""
    return max(0, flow.distance(rows[0].place, flow.position_of(pos), height)) if rows else 0


def nearest_shown(flow: Flow, rows: tuple[FlowRow, ...], pos: Pos) -> Pos:
    """The position itself where some rows show it, else the text nearest to it that they show."""
    if not rows or shows(flow, rows, pos):
        first = next((row for row in rows if row.line), None)
        at_gap = rows and rows[0].line is None and pos == rows[0].range.start
        return first.range.start if at_gap and first else pos
    edge = rows if flow.position_of(pos) < rows[0].place else tuple(reversed(rows))
    return next((row for row in edge if row.line), edge[0]).range.start


def reaches_end(document: Document, rows: tuple[FlowRow, ...]) -> bool:
    """Whether the last of some rows is the document's last."""
    return bool(rows) and rows[-1].range.end == document.blocks[-1].range.end


def part_shown(document: Document, rows: tuple[FlowRow, ...]) -> Range:
    """The part of the text that some rows show, the whole of a table's row."""
    first, last = document.blocks[rows[0].block], document.blocks[rows[-1].block]
    start = first.range.start if first.row else rows[0].range.start
    return Range(start, last.range.end if last.row else rows[-1].range.end)


def ends_with_heading(document: Document, rows: tuple[FlowRow, ...]) -> bool:
    """Whether the last row of text among some is a heading's."""
    last = next((row for row in reversed(rows) if row.line), None)
    return last is not None and _is_heading(document, last)


def without_heading_at_foot(document: Document, rows: tuple[FlowRow, ...], height: int) -> tuple[FlowRow, ...]:
    """A full screen of rows less the headings at its foot; the whole where hardly anything would be left of it."""
    end = len(rows)
    while end and (rows[end - 1].line is None or _is_heading(document, rows[end - 1])):
        end -= 1
    lone = any(row.line for row in rows[end:]) and len(rows) == height and end > height // 2
    return rows[:end] if lone and rows[-1].range.end < document.blocks[-1].range.end else rows


def _is_heading(document: Document, row: FlowRow) -> bool:
    return document.blocks[row.block].kind is BlockKind.HEADING
