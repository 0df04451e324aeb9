"""A document as printed lines: what ``reader print`` writes, without a screen.

Units: ``Pos`` for ranges, cells for widths.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

from reader.model import Block, BlockKind, Direction, Document, Look, Mark, Pos, Range, Span, Table, TableRow
from reader.named_tuples import NamedTuple
from reader.text.layout import NO_MARGINS, Justification, Line, Margins
from reader.text.unwrapping import unwrapped
from reader.view.block_layout import LINED
from reader.view.flow import Flow
from reader.view.flow_row import FlowRow
from reader.view.gaps import goes_on
from reader.view.styled import UNBOUNDED, PaintedRow, StyledRun, StyledSpan, blank, fitted, paint, row_width, styled

if TYPE_CHECKING:
    from reader.view.tables.painted import PaintedRows

LINE_SEPARATOR = "\u2028"
"""Ends a line inside a block."""


class PrintedLine(NamedTuple):
    """One line of the printed document; ``row`` is None where an empty line parts two blocks.

    Attributes:
        block: Index of the block.
        range: The text it shows; the lines of a block cover it without gaps.
        direction: The block's base direction.
        text: The painted text from left to right, without padding.
        logical: The same text in logical order, as it stands in the document.
        marker: The label of a list item or a note, in its block's first line; else "".
        row: The line in the full width, aligned to its block's side; empty where only the text was asked for.
    """

    block: int
    range: Range
    direction: Direction
    text: str
    logical: str
    marker: str
    row: PaintedRow | None


def printed_lines(
    document: Document,
    width: int,
    *,
    marks: bool = True,
    justification: Justification = Justification.NONE,
    margins: Margins = NO_MARGINS,
    isolate: bool = True,
    logical: bool = False,
) -> Iterator[PrintedLine]:
    """Every line of the document at a width, one block after the other; memory is that of a block.

    Args:
        document: What is printed.
        width: The column's cells.
        marks: Whether vowel marks are shown.
        justification: How lines are filled.
        margins: Cells beside the column, over and above its width, that punctuation of filled lines may hang in.
        isolate: Whether machine text in prose is isolated.
        logical: Whether nothing is painted, and a table's row is one line, however long, its cells parted by tabs.
    """
    flow = Flow(document, width, marks=marks, justification=justification, margins=margins, isolate=isolate)
    tables = _Tables(flow, logical=logical)
    for index, block in enumerate(document.blocks):
        if block.row and (lines := tables.lines(index, block, block.row)):
            for _ in range(flow.gap_before(index)):
                yield _EMPTY._replace(block=index, range=block.range, direction=block.direction)
            yield from lines
            continue
        looks = _Looks(block)
        for row in flow.rows_of(index):
            if row.line is None:
                yield _EMPTY._replace(block=index, range=row.range, direction=block.direction)
                continue
            text = "" if logical else row.line.text
            said, marker = document.slice(row.range), block.marker if row.leads else ""
            painted = () if logical else _aligned(flow, row, row.line, looks)
            yield PrintedLine(index, row.range, block.direction, text, said, marker, painted)


class _Tables:
    """The rows of tables that need not be laid out letter by letter."""

    def __init__(self, flow: Flow, *, logical: bool) -> None:
        self._flow = flow
        self._logical = logical
        self._rows: tuple[Table, PaintedRows | None] | None = None

    def lines(self, index: int, block: Block, row: TableRow) -> list[PrintedLine] | None:
        """The lines of a row; None where the flow has to lay it out."""
        flow, start = self._flow, block.range.start
        said = flow.document.slice(block.range)
        if self._logical:
            return [PrintedLine(index, block.range, block.direction, "", said, "", ())]
        rows = self._rows_of(block, row.table)
        looks = block.spans and any(span.mark is Mark.LOOK for span in block.spans)
        lines = rows.lines(block, row) if rows and not looks else None
        if lines is None:
            return None
        width = flow.columns_of(row.table).width
        left = flow.margins.end if flow.document.direction.is_rtl else flow.margins.start
        before = blank(left + (flow.width - width if block.direction.is_rtl else 0))
        return [
            PrintedLine(
                index,
                Range(Pos(start + line.start), Pos(start + line.end)),
                block.direction,
                line.text,
                said[line.start : line.end],
                "",
                (*before, StyledRun(line.text, width)),
            )
            for line in lines
        ]

    def _rows_of(self, block: Block, table: Table) -> "PaintedRows | None":
        """A table's rows; None for cards."""
        if self._rows is None or self._rows[0] is not table:
            from reader.view.tables.painted import PaintedRows

            flow, columns = self._flow, self._flow.columns_of(table)
            rtl = block.direction.is_rtl
            rows = PaintedRows(flow.document, columns, rtl=rtl, marks=flow.marks, isolate=flow.isolate)
            self._rows = table, None if columns.are_cards else rows
        return self._rows[1]


_EMPTY = PrintedLine(0, Range(Pos(0), Pos(0)), Direction.LTR, "", "", "", None)


def cells_of(document: Document, block: Block) -> tuple[str, ...]:
    """The text of the cells of a table's row, lines in them parted by line feeds; nothing for another block."""
    if block.row is None:
        return ()
    return tuple(document.slice(cell.range).replace(LINE_SEPARATOR, "\n") for cell in block.row.cells)


def unwrapped_lines(document: Document) -> Iterator[str]:
    """The document in logical order, as programs read it.

    A paragraph is a line, its marker before it; lines that were meant stand as they are, and an empty one where one
    parts two blocks. The cells of a table's row are parted by tabs.
    """
    flow, held = Flow(document, UNBOUNDED), ""
    for index, block in enumerate(document.blocks):
        yield from repeat("", flow.gap_before(index))
        lines = _unwrapped_block(document, block)
        lines[0] = held + lines[0]
        held = ""
        if goes_on(flow.document, index + 1):
            held = lines.pop() + document.slice(Range(block.range.end, document.blocks[index + 1].range.start))
        yield from lines


def _unwrapped_block(document: Document, block: Block) -> list[str]:
    text = document.slice(block.range)
    if block.row:
        return [text.replace(LINE_SEPARATOR, " ")]
    if block.kind in LINED:
        return text.split("\n")
    marker = f"{block.marker} " if block.marker else ""
    return (marker + unwrapped(text)).split(LINE_SEPARATOR)


class _Looks:
    """The looks in a block, of which a row finds its own without going through all of them."""

    def __init__(self, block: Block) -> None:
        self._spans = [span for span in block.spans if span.mark is Mark.LOOK]
        self._starts = [span.range.start for span in self._spans]
        self._reached = list(accumulate((span.range.end for span in self._spans), max))
        """The furthest end of each and those before it: they may nest."""

    def within(self, part: Range) -> list[Span]:
        """Those that may have a part in a range, in order; none is left out that has."""
        return self._spans[bisect_right(self._reached, part.start) : bisect_left(self._starts, part.end)]


def _aligned(flow: Flow, row: FlowRow, line: Line, looks: _Looks) -> PaintedRow:
    """The line in its place in the column and its margins, its block's marker beside it."""
    block = flow.document.blocks[row.block]
    start, end = flow.margins
    left = end if flow.document.direction.is_rtl else start
    if block.kind is BlockKind.RULE:
        return (*blank(left), StyledRun("─" * flow.width, flow.width))
    spans = [
        StyledSpan(span.range.start - row.origin, span.range.end - row.origin, Look.of(span.target))
        for span in looks.within(row.extent if block.row else row.range)
    ]
    before, painted = blank(left + row.offset), paint(line, spans)
    indent = flow.indent_of(block)
    marker = fitted(styled(block.marker), max(0, indent - 1), block.direction) if row.leads and block.marker else ()
    if not marker:
        return (*before, *painted)
    gap, lead = blank(1), blank(indent - 1 - row_width(marker))
    if block.direction.is_rtl:
        return (*before, *painted, *gap, *marker, *lead)
    return (*blank(left), *lead, *marker, *gap, *painted)
