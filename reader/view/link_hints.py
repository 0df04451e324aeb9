"""The numbers of links, painted in the text beside the links they belong to.

A number stands in the blank before its link, as far as there is one, and else over its first letters: on the side at
which the link's own words begin, whatever the direction of the line. No text moves for it.

Units: cells, counted from the text column's left edge, or from the pane's where it says so.
"""

from collections.abc import Sequence

from reader.model import Range
from reader.named_tuples import NamedTuple
from reader.text.line import Cells
from reader.view.flow_row import FlowRow
from reader.view.reading_state import ReadingState
from reader.view.styled import PaintedRow, StyledRun, TextRole, cropped, row_width


class Seen(NamedTuple):
    """Where a link begins on the screen.

    Attributes:
        row: The row of the screen.
        cells: Its first letter.
        rtl: Whether it goes on to the left.
    """

    row: int
    cells: Cells
    rtl: bool


def seen_at(state: ReadingState, rows: Sequence[FlowRow], part: Range) -> Seen | None:
    """Where a range begins among the rows of the screen; None where nothing of it shows."""
    for number, row in enumerate(rows):
        if row.line is None or not row.extent.overlaps(part):
            continue
        first, column, sight = None, 0, state.sight_of(row)
        for cluster in row.line.clusters:
            cells = Cells(column, column + cluster.width)
            column = cells.end
            inside = cluster.start < part.end - row.origin and part.start - row.origin < cluster.end
            shown = sight.shown((cells,)) if inside and cluster.width else ()
            if shown and shown[0].end - shown[0].start == cluster.width and (first is None or cluster.start < first[0]):
                first = cluster.start, Seen(number, shown[0], cluster.level % 2 == 1)
        if first:
            return first[1]
    return None


def painted_over(
    painted: Sequence[PaintedRow], state: ReadingState, rows: Sequence[FlowRow], start: int
) -> tuple[PaintedRow, ...]:
    """The painted rows of a pane with the numbers of links on them; the text column begins at its cell ``start``."""
    result = list(painted)
    column = Cells(start, start + state.flow.width)
    taken: dict[int, list[Cells]] = {}
    for hint in state.hints:
        seen = seen_at(state, rows, hint.range) if hint.label else None
        if seen is None:
            continue
        row, used = result[seen.row], taken.setdefault(seen.row, [])
        where = _room(row, seen, len(hint.label), column, used)
        if where:
            used.append(where)
            label = StyledRun(hint.label, len(hint.label), (TextRole.TEXT, TextRole.HINT))
            result[seen.row] = (
                *cropped(row, 0, where.start),
                label,
                *cropped(row, where.end, row_width(row)),
            )
    return tuple(result)


def _room(row: PaintedRow, seen: Seen, width: int, column: Cells, used: Sequence[Cells]) -> Cells | None:
    """The cells of the pane that a number of a width takes; None where the row has no room for another."""
    step = -1 if seen.rtl else 1
    # The number's cell nearest to where the link begins, taken back over blanks before the link.
    letter = seen.cells.end - 1 if seen.rtl else seen.cells.start
    edge = min(column.end - 1, column.start + max(0, letter))
    for _ in range(width):
        before = edge - step
        if not column.start <= before < column.end or _text_at(row, before) != " ":
            break
        edge = before
    while True:
        far = edge + step * (width - 1)
        cells = Cells(min(edge, far), max(edge, far) + 1)
        if cells.start < column.start or cells.end > column.end:
            return None
        if not any(cells.start < other.end and other.start < cells.end for other in used):
            return cells
        edge += step


def _text_at(row: PaintedRow, cell: int) -> str:
    return "".join(run.text for run in cropped(row, cell, cell + 1))
