"""A row of a table as a card: its values below each other, each behind the name of its column.

Names and values stand in two columns. Where a column holds words that are longer than the room beside the names, its
name stands on a line of its own above the value: that line is found by what parts the value from the one before.

Units: local code-point indexes of the row's block; cells for widths.
"""

from bisect import bisect_right
from functools import lru_cache

from reader.model import Block, Cell, Direction, Document
from reader.named_tuples import NamedTuple
from reader.text.direction import base_level
from reader.text.layout import Line, LineList
from reader.text.line import Cells
from reader.view.styled import fitted, row_width, styled
from reader.view.tables.beside import Laid, RowLine, RowPart, blank, laid_cells
from reader.view.tables.columns import Columns

_STEP = 2
"""Cells by which all values but the first stand further in."""

_SHORTEST_NAME = 3
"""Cells of a name that tell something."""

_COLON = ":"


class _Value(NamedTuple):
    """A cell of a card.

    Attributes:
        laid: Its text.
        above: Where the text starts that the line of its name is found by; -1 where that is no line of its own.
        rows: How many lines the values before it take.
    """

    laid: Laid
    above: int
    rows: int

    @property
    def start(self) -> int:
        """The start of its first line."""
        return self.laid.start if self.above < 0 else self.above


class CardLines(LineList):
    """The lines of a card.

    Args:
        document: The document.
        block: The row.
        columns: The table's columns.
        marks: Whether vowel marks are painted.
        isolate: Whether machine text is isolated.
    """

    def __init__(self, document: Document, block: Block, columns: Columns, *, marks: bool, isolate: bool) -> None:
        super().__init__(block.range.length)
        self._base = int(block.direction.is_rtl)
        self._columns = columns
        self._width = columns.room
        self._step = min(_STEP, self._width // 4)
        self._names = _name_width(columns)
        cells = block.row.cells if block.row else ()
        rooms = ((cell, max(1, self._width - self._step - self._beside(cell))) for cell in cells)
        self._values: list[_Value] = []
        rows = end = 0
        for laid in laid_cells(document, block, rooms, marks=marks, isolate=isolate):
            named = bool(columns.names[laid.cell.column]) and not self._beside(laid.cell)
            above = end if named and self._values and self._width > _SHORTEST_NAME else -1
            self._values.append(_Value(laid, above, rows))
            rows += len(laid.lines) + (above >= 0)
            end = laid.start + laid.lines.length

    def row_of(self, index: int) -> int:
        """The line that shows an index."""
        value = self._at(index)
        if value is None:
            return 0
        if index < value.laid.start:
            return value.rows
        return value.rows + (value.above >= 0) + value.laid.lines.row_of(index - value.laid.start)

    def _at(self, index: int) -> _Value | None:
        """The value that holds an index."""
        at = max(0, bisect_right(self._values, index, key=_start) - 1)
        return self._values[at] if self._values else None

    def _beside(self, cell: Cell) -> int:
        """The cells before a value for its name; none where the longest word of its column leaves no room."""
        return self._names if self._columns.least[cell.column] <= self._width - self._step - self._names else 0

    def _end_of(self, start: int) -> int:
        value = self._at(start)
        if value is None:
            return self.length
        laid = value.laid
        if value.above == start:
            return laid.start
        number = laid.lines.row_of(max(0, start - laid.start)) + 1
        if laid.lines.has(number):
            return laid.start + laid.lines[number].start
        at = bisect_right(self._values, start, key=_start)
        return self._values[max(1, at)].start if max(1, at) < len(self._values) else self.length

    def _made(self, start: int, end: int) -> Line:
        value = self._at(start)
        if value is None:
            return RowLine.of(start, end, self._base, [])
        laid, is_first = value.laid, value is self._values[0]
        number = laid.lines.row_of(max(0, start - laid.start))
        indent = 0 if is_first else self._step
        if value.above == start:
            name = self._name(laid, self._width - indent - len(_COLON))
            text = []
        else:
            line = laid.lines[number]
            beside = self._beside(laid.cell)
            room = beside + (self._step if is_first else 0) if beside else 0
            name = self._name(laid, room - len(_COLON) - 1) if number == 0 else []
            name += blank(room - sum(part.width for part in name), laid.start)
            text = [RowPart(line.text, line.width, laid.start, line)]
        parts = [*blank(indent, laid.start), *name, *text]
        if self._base:
            parts.reverse()
        made = RowLine.of(start, end, self._base, parts)
        label = Cells(indent, indent + sum(part.width for part in name[:2]))
        made.name = Cells(made.width - label.end, made.width - label.start) if self._base else label
        return made

    def _name(self, laid: Laid, room: int) -> list[RowPart]:
        """The name of a value's column and a colon, in reading order; nothing where there is none, or no room."""
        name = self._columns.names[laid.cell.column]
        if not name or room < _SHORTEST_NAME:
            return []
        text, width = _painted_name(name, room, bool(self._base))
        return [RowPart(text, width, laid.start), RowPart(_COLON, len(_COLON), laid.start)]


def _start(value: _Value) -> int:
    return value.start


@lru_cache(maxsize=64)
def _name_width(columns: Columns) -> int:
    """The cells of the names with what parts them from the values: two in five of the card at most."""
    widest = max((_painted_name(name, columns.room, False)[1] for name in columns.names if name), default=0)
    room = min(widest + len(_COLON) + 1, columns.room * 2 // 5)
    return room if widest and room > _SHORTEST_NAME + len(_COLON) else 0


@lru_cache(maxsize=1 << 10)
def _painted_name(name: str, room: int, rtl: bool) -> tuple[str, int]:  # noqa: FBT001
    """A name in one line, cut short where it is too long, in its own direction; and its cells."""
    direction = Direction.RTL if base_level(name, int(rtl)) else Direction.LTR
    row = fitted(styled(name), room, direction)
    return "".join(run.text for run in row), row_width(row)
