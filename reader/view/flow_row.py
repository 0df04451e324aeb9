"""A row of the flow: one visual line of a document, and where it stands.

Units: columns count cells from the left edge of the text column.
"""

from reader.model import Pos, Range
from reader.named_tuples import NamedTuple
from reader.text.layout import Cells, Line


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
