"""A document at a width: which row of cells shows which text.

Units: :data:`~reader.model.Pos` outside, a :class:`RowPosition` (block, row within the block) inside; columns count
    cells from the left edge of the text column. Rows are never saved and never counted over the whole document: a
    screen is found from the position it starts at, so opening, resizing and jumping cost what the screen costs,
    whatever the document's size.

A block is preceded by ``gap`` empty rows, which stand for the line ends between it and the block before.
"""

from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Block, BlockKind, Document, Mark, Pos, Range, Table, inline_code_of
from reader.text.direction import INERT, without_overrides
from reader.text.kashida import may_stretch
from reader.text.layout import NO_MARGINS, Cells, Justification, Line, LineList, Margins, Paragraph, analyse
from reader.text.patterns import lazy_pattern
from reader.text.unwrapping import unwrapped_in_place
from reader.text.verse import VerseLines, widest_half

if TYPE_CHECKING:
    from reader.view.tables.columns import Columns
    from reader.view.tables.measure import Measure

INDENT = 2
"""Cells a level of a list or quotation is set in."""

PARAGRAPHS_KEPT = 400
LINES_KEPT = 400
"""Blocks whose analysis and whose lines stay in memory: several screens' worth."""

TABLES_KEPT = 32
"""Tables whose columns stay in memory."""

WINDOWS_KEPT = 4
"""Screens whose rows stay in memory: a key asks for that before it and that after it, many times."""

TIGHT = {BlockKind.LIST_ITEM, BlockKind.CODE, BlockKind.VERSE, BlockKind.TABLE}
"""Kinds that follow their like without an empty row."""

_LINE_END = lazy_pattern("[\n\r\v\f\x85\u2029]")
"""Line ends inside a line of prose are painted as spaces; a line separator is meant."""

_EXPLICIT = lazy_pattern("[\u202a-\u202e\u2066-\u2069]")
"""Explicit formatting characters, which are inert in code: its lines are shown in the order they are run in, whatever
is hidden in them (Trojan Source, CVE-2021-42574)."""

LINED = {BlockKind.CODE, BlockKind.VERSE, BlockKind.TABLE}
"""Kinds whose own line ends are kept; in the others they are painted as spaces."""

FILLED = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.NOTE, BlockKind.VERSE}
"""Kinds whose lines may be filled to the width."""

WIDEST = 4000
"""Cells of a line at most that goes on beyond the column; what is longer is broken there."""

STANZAS = 64
"""Blocks of verse at most that are measured together for the width of their columns."""

LOOKED_AT = 100
"""Code points between two stanzas in which an empty line is looked for."""

GAPS_KEPT = 1000
"""Blocks of which it stays known how far they are from those before them."""


class RowPosition(NamedTuple):
    """A row of the flow: a block and the row within it, the gap above it first."""

    block: int
    row: int


class FlowRow(NamedTuple):
    """One visual line of the document.

    Attributes:
        block: Index of its block.
        origin: Where the block starts in the document; adding a local index of ``line`` gives a ``Pos``.
        line: The laid-out line; None for an empty row between blocks.
        range: The text the row shows; for an empty row a line end before the block.
        offset: Column at which the line begins; -1 where a sign hangs left of the text column.
        number: How manieth row of its block it is, counted from 0, the gap above it first.
        leads: Whether it is the first line of its block.
    """

    block: int
    origin: Pos
    line: Line | None
    range: Range
    offset: int
    number: int
    leads: bool

    @property
    def place(self) -> RowPosition:
        """Where it is in the flow."""
        return RowPosition(self.block, self.number)

    @property
    def extent(self) -> Range:
        """Where the text lies that it shows pieces of: in a table's row more than what it is found by."""
        if self.line is None:
            return self.range
        start, end = self.line.extent
        return Range(Pos(self.origin + start), Pos(self.origin + end))

    def cells_of(self, part: Range) -> tuple[Cells, ...]:
        """The columns that show a range; several where it is broken up by direction."""
        if self.line is None:
            return ()
        runs = self.line.cells_of(part.start - self.origin, part.end - self.origin)
        return tuple(Cells(run.start + self.offset, run.end + self.offset) for run in runs)

    def pos_at(self, column: int) -> Pos:
        """The position under a column; the nearest one beside the text."""
        if self.line is None:
            return self.range.start
        return Pos(self.origin + self.line.index_at(column - self.offset))


class Flow:
    """A document laid out in a column of ``width`` cells.

    Args:
        document: What is laid out.
        width: Cells, at least 1.
        marks: Whether harakat, niqqud and the like are shown.
        justification: How the lines of running text are filled to the width.
        margins: Cells beside the column that the punctuation of filled lines may hang in.
        isolate: Whether machine text in prose is isolated; without, UAX#9 goes to the letter.
        sideways: Whether code and tables go on beyond the column, to be scrolled to, instead of being broken; None for
            tables only whose words would be cut.
        spacing: Empty rows above each line of running text but a block's first.
        paragraphs: Analyses to take over from a flow of another width.
        measures: What is known of tables, to take over from a flow of the same document.
    """

    def __init__(
        self,
        document: Document,
        width: int,
        *,
        marks: bool = True,
        justification: Justification = Justification.NONE,
        margins: Margins = NO_MARGINS,
        isolate: bool = True,
        sideways: bool | None = False,
        spacing: int = 0,
        paragraphs: "OrderedDict[int, Paragraph] | None" = None,
        measures: "OrderedDict[Table, Measure] | None" = None,
    ) -> None:
        self.document = document
        self.width = max(1, width)
        self.marks = marks
        self.justification = justification
        self.margins = margins
        self.isolate = isolate
        self.sideways = sideways
        self.spacing = spacing
        self._paragraphs = paragraphs if paragraphs is not None else OrderedDict()
        self._measures = measures if measures is not None else OrderedDict()
        self._lines: OrderedDict[int, LineList] = OrderedDict()
        self._windows: OrderedDict[tuple[Pos, int], tuple[FlowRow, ...]] = OrderedDict()
        self._standing: dict[tuple[Pos, int], tuple[FlowRow, ...]] = {}
        self._columns: OrderedDict[Table, Columns] = OrderedDict()
        self._verse_columns: dict[tuple[int, int], int] = {}
        self._gaps: dict[int, int] = {}

    def resized(self, width: int, margins: Margins = NO_MARGINS) -> "Flow":
        """The same document in another width; what was analysed is kept."""
        return self._with(width=width, margins=margins)

    def over(self, document: Document) -> "Flow":
        """Another document laid out the same way."""
        return self._with(document=document, paragraphs=None, measures=None, margins=NO_MARGINS)

    def with_marks(self, *, marks: bool) -> "Flow":
        """The same with harakat shown or hidden."""
        return self._with(marks=marks, paragraphs=None)

    def with_justification(self, justification: Justification) -> "Flow":
        """The same with lines filled otherwise; they break where they did."""
        return self._with(justification=justification)

    def with_sideways(self, *, sideways: bool) -> "Flow":
        """The same with wide lines broken, or going on beyond the column."""
        return self._with(sideways=sideways)

    def with_spacing(self, spacing: int) -> "Flow":
        """The same with other empty rows between lines."""
        return self._with(spacing=spacing)

    def _with(self, **changes: Any) -> "Flow":
        """The same with other arguments."""
        same: dict[str, Any] = {
            "document": self.document,
            "width": self.width,
            "marks": self.marks,
            "justification": self.justification,
            "margins": self.margins,
            "isolate": self.isolate,
            "sideways": self.sideways,
            "spacing": self.spacing,
            "paragraphs": self._paragraphs,
            "measures": self._measures,
        }
        return Flow(**(same | changes))

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
        line = self._lines_of(index).row_of(local)
        return RowPosition(index, self.gap_before(index) + line * self._rows_a_line(block))

    def row_at(self, place: RowPosition) -> FlowRow:
        """The content of a row."""
        number = place.row - self.gap_before(place.block)
        if number < 0:
            return self._row_between(place)
        each = self._rows_a_line(self.document.blocks[place.block])
        line = -(-number // each)
        row = self._row(place, self._lines_of(place.block)[line], leads=not line)
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
        return FlowRow(place.block, origin, line, part, self._offset(block, line), place.row, leads)

    def rows_of(self, index: int) -> Iterator[FlowRow]:
        """The rows of a block, the gap above it first, laid out as they are asked for."""
        number = self.gap_before(index)
        for above in range(number):
            yield self._row_between(RowPosition(index, above))
        above = self._rows_a_line(self.document.blocks[index]) - 1
        for at, line in enumerate(self._lines_of(index)):
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
        block, row = self.position_of(top)
        while len(rows) < height and block < len(blocks):
            if self._has_row(block, row):
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
            gap = self._gaps[index] = self._gap_before(index) if index else 0
        return gap

    def _gap_before(self, index: int) -> int:
        before, block = self.document.blocks[index - 1], self.document.blocks[index]
        between = self._between(before, block)
        if between is None:
            return 0
        if block.row and block.row.table.first == index:  # two tables that follow each other
            return 1
        if block.kind is not before.kind or block.kind not in TIGHT:
            return 1
        if any(span.mark is Mark.SYNTAX for span in (*before.spans[:1], *block.spans[:1])):  # code by itself
            return 1
        return int(between.count("\n") > 1)  # an empty line parts stanzas, lists, tables

    def goes_on(self, index: int) -> bool:
        """Whether a block is the rest of a line that was too long for one."""
        blocks = self.document.blocks
        return 0 < index < len(blocks) and self._between(blocks[index - 1], blocks[index]) is None

    def _between(self, before: Block, block: Block) -> str | None:
        """The text before a block, or the beginning of that; None where the block goes on."""
        start, end = before.range.end, block.range.start
        between = self.document.slice(Range(start, min(end, Pos(start + LOOKED_AT))))
        return None if start + len(between) == end and "\n" not in between else between

    def _height(self, index: int) -> int:
        lines = len(self._lines_of(index))
        return self.gap_before(index) + lines + max(0, lines - 1) * (self._rows_a_line(self.document.blocks[index]) - 1)

    def _has_row(self, index: int, row: int) -> bool:
        """Whether a block has a row, without laying out more of it than that row needs."""
        number = row - self.gap_before(index)
        return number < 0 or self._lines_of(index).has(-(-number // self._rows_a_line(self.document.blocks[index])))

    def _lines_of(self, index: int) -> LineList:
        lines = self._lines.get(index)
        if lines is None:
            lines = self._lines[index] = self._laid(index)
            if len(self._lines) > LINES_KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(index)
        return lines

    def _laid(self, index: int) -> LineList:
        """The lines of a block."""
        block = self.document.blocks[index]
        if block.row:
            columns = self.columns_of(block.row.table)
            if columns.are_cards and block.row.header:
                return self._paragraph(index).wrap(self.width)
            from reader.view.tables.rows import lines_of_row

            return lines_of_row(self.document, block, columns, marks=self.marks, isolate=self.isolate)
        paragraph, width = self._paragraph(index), max(1, self.width - self.indent_of(block))
        if block.kind is BlockKind.VERSE:
            return VerseLines(paragraph, width, self._filling(block), self._verse_column(index, width))
        width = WIDEST if self.goes_sideways(block) else width
        return paragraph.wrap(width, self._filling(block), self._margins_of(block))

    def goes_sideways(self, block: Block) -> bool:
        """Whether a block's lines go on beyond the column."""
        if block.row:
            return self.columns_of(block.row.table).are_scrolled
        return bool(self.sideways) and block.kind is BlockKind.CODE

    def _margins_of(self, block: Block) -> Margins:
        """The room beside a block; that of one with a marker is the marker's, and an indent has room of its own.

        A block that runs against the document has its start where the column's end is.
        """
        start, end = self.margins
        if block.direction is not self.document.direction:
            start, end = end, start
        if self.indent_of(block):
            start = 0 if block.marker else 1
        return Margins(start, end)

    def _verse_column(self, index: int, width: int) -> int:
        """The width of the columns that the stanzas of a poem share; a long poem is measured part by part."""
        first = index
        while first % STANZAS and self.document.blocks[first - 1].kind is BlockKind.VERSE:
            first -= 1
        column = self._verse_columns.get((first, width))
        if column is None:
            column = 0
            for stanza in range(first, min(len(self.document.blocks), first - first % STANZAS + STANZAS)):
                if self.document.blocks[stanza].kind is not BlockKind.VERSE:
                    break
                column = max(column, widest_half(self._paragraph(stanza), width))
            self._verse_columns[first, width] = column
        return column

    def columns_of(self, table: Table) -> "Columns":
        """A table's columns, measured when its first row is laid out."""
        columns = self._columns.get(table)
        if columns is None:
            from reader.view.tables.columns import columns_of

            columns = self._columns[table] = columns_of(self._measure(table), self.width, sideways=self.sideways)
            if len(self._columns) > TABLES_KEPT:
                self._columns.popitem(last=False)
        return columns

    def _measure(self, table: Table) -> "Measure":
        measure = self._measures.get(table)
        if measure is None:
            from reader.view.tables.measure import measured

            measure = self._measures[table] = measured(self.document, table)
            if len(self._measures) > TABLES_KEPT:
                self._measures.popitem(last=False)
        return measure

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

    def _filling(self, block: Block) -> Justification:
        """How a block's lines are filled: as asked for, but without kashida where it is not customary."""
        if block.kind not in FILLED:
            return Justification.NONE
        customary = may_stretch(block.language or self.document.meta.language)
        if self.justification is Justification.KASHIDA and not customary:
            return Justification.SPACE
        return self.justification

    def _paragraph(self, index: int) -> Paragraph:
        paragraph = self._paragraphs.get(index)
        if paragraph is None:
            block = self.document.blocks[index]
            text = self.document.slice(block.range)
            is_code = block.kind is BlockKind.CODE
            if is_code:
                text = _EXPLICIT.sub(INERT, text)
            else:
                text = without_overrides(text)
                if block.kind not in LINED:
                    text = _LINE_END.sub(" ", unwrapped_in_place(text))
            isolated = inline_code_of(block, block.range) if self.isolate else None
            paragraph = analyse(text, int(block.direction.is_rtl), marks=self.marks, code=is_code, isolated=isolated)
            self._paragraphs[index] = paragraph
            if len(self._paragraphs) > PARAGRAPHS_KEPT:
                self._paragraphs.popitem(last=False)
        else:
            self._paragraphs.move_to_end(index)
        return paragraph

    def indent_of(self, block: Block) -> int:
        """Cells a block is set in from its starting side; never so many that no text fits."""
        if block.kind is BlockKind.HEADING or not (block.depth or block.marker):
            return 0
        depth = max(1, block.depth) * INDENT
        return min(max(depth, len(block.marker) + 1), self.width // 2)

    def _offset(self, block: Block, line: Line) -> int:
        indent = self.indent_of(block)
        if block.direction.is_rtl:
            return max(-line.hang.left, self.width - indent - line.width + line.hang.right)
        return indent - line.hang.left
