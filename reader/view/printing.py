"""A document as printed lines: what ``reader print`` writes, without a screen.

Units: ``Pos`` for ranges, cells for widths.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reader.model import BlockKind, Direction, Document, Range
from reader.text.layout import Justification
from reader.view.flow import Flow, FlowRow
from reader.view.styled import PaintedRow, Piece, blank, fitted, paint, row_width, styled


class PrintedLine(NamedTuple):
    """One line of the printed document; ``row`` is None where an empty line parts two blocks.

    Attributes:
        block: Index of the block.
        range: The text it shows; the lines of a block cover it without gaps.
        direction: The block's base direction.
        text: The painted text from left to right, without padding.
        logical: The same text in logical order, as it stands in the document.
        row: The line in the full width, aligned to its block's side.
    """

    block: int
    range: Range
    direction: Direction
    text: str
    logical: str
    row: PaintedRow | None


def printed_lines(
    document: Document, width: int, *, marks: bool = True, justification: Justification = Justification.NONE
) -> Iterator[PrintedLine]:
    """Every line of the document at a width, one block after the other; memory is that of a block."""
    flow = Flow(document, width, marks=marks, justification=justification)
    for index, block in enumerate(document.blocks):
        for row in flow.rows_of(index):
            if row.line is None:
                yield PrintedLine(index, row.range, block.direction, "", "", None)
                continue
            painted = paint(row.line, ())
            text = "".join(piece.text for piece in painted)
            logical = document.slice(row.range)
            yield PrintedLine(index, row.range, block.direction, text, logical, _aligned(flow, row, painted))


def _aligned(flow: Flow, row: FlowRow, painted: PaintedRow) -> PaintedRow:
    """The line in its place in the column, its block's marker beside it."""
    block = flow.document.blocks[row.block]
    if block.kind is BlockKind.RULE:
        return (Piece("─" * flow.width, flow.width),)
    indent = flow.indent_of(block)
    marker = fitted(styled(block.marker), max(0, indent - 1), block.direction) if row.leads and block.marker else ()
    lead = blank(indent - 1 - row_width(marker)) if marker else blank(indent)
    gap = blank(1 if marker else 0)
    if block.direction.is_rtl:
        room = blank(flow.width - indent - row_width(painted))
        return (*room, *painted, *gap, *marker, *lead)
    return (*lead, *marker, *gap, *painted)
