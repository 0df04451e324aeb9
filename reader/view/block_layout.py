"""The blocks of a document laid out at a width: a paragraph's lines, a table's rows, a poem's columns.

Analyses and lines of several screens stay in memory; what a text knows of itself whatever its width (analyses, what
tables measure) is handed on to the layout of another width.

Units: cells of the text column; indices of blocks.
"""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Self, TypedDict

from reader.model import Block, BlockKind, Document, Table, inline_code_of
from reader.text.direction import INERT, without_overrides
from reader.text.kashida import may_stretch
from reader.text.layout import NO_MARGINS, Justification, Line, LineList, Margins, Paragraph, analyse
from reader.text.patterns import lazy_pattern
from reader.text.unwrapping import unwrapped_in_place
from reader.text.verse import VerseLines, widest_half

if TYPE_CHECKING:
    from reader.view.tables.columns import Columns
    from reader.view.tables.measure import Measure

    class LayoutSettings(TypedDict, total=False):
        """How a document is laid out, but for the width; see :class:`BlockLayout`."""

        marks: bool
        justification: Justification
        margins: Margins
        isolate: bool
        sideways: bool | None
        spacing: int
        paragraphs: OrderedDict[int, Paragraph] | None
        measures: OrderedDict[Table, Measure] | None


INDENT = 2
"""Cells a level of a list or quotation is set in."""

PARAGRAPHS_KEPT = 400
LINES_KEPT = 400
"""Blocks whose analysis and whose lines stay in memory: several screens' worth."""

TABLES_KEPT = 32
"""Tables whose columns stay in memory."""

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


class BlockLayout:
    """The blocks of a document in a column of ``width`` cells.

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
        paragraphs: Analyses to take over from a layout of another width.
        measures: What is known of tables, to take over from a layout of the same document.
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
        self._columns: OrderedDict[Table, Columns] = OrderedDict()
        self._verse_columns: dict[tuple[int, int], int] = {}

    def resized(self, width: int, margins: Margins = NO_MARGINS) -> Self:
        """The same document in another width; what was analysed is kept."""
        return self._with(width=width, margins=margins)

    def over(self, document: Document) -> Self:
        """Another document laid out the same way."""
        return self._with(document=document, paragraphs=None, measures=None, margins=NO_MARGINS)

    def with_marks(self, *, marks: bool) -> Self:
        """The same with harakat shown or hidden."""
        return self._with(marks=marks, paragraphs=None)

    def with_justification(self, justification: Justification) -> Self:
        """The same with lines filled otherwise; they break where they did."""
        return self._with(justification=justification)

    def with_sideways(self, *, sideways: bool) -> Self:
        """The same with wide lines broken, or going on beyond the column."""
        return self._with(sideways=sideways)

    def with_spacing(self, spacing: int) -> Self:
        """The same with other empty rows between lines."""
        return self._with(spacing=spacing)

    def _with(self, **changes: Any) -> Self:
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
        return type(self)(**(same | changes))

    def lines_of(self, index: int) -> LineList:
        """The lines of a block, laid out as they are asked for."""
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

    def offset_of(self, block: Block, line: Line) -> int:
        """The column at which a line of a block begins; -1 where a sign hangs left of the text column."""
        indent = self.indent_of(block)
        if block.direction.is_rtl:
            return max(-line.hang.left, self.width - indent - line.width + line.hang.right)
        return indent - line.hang.left
