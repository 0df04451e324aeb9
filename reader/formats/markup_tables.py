"""Tables of HTML: which are tables at all, and which column every cell is in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.formats.builder import Builder
from reader.formats.drafts import TableDraft
from reader.formats.long_tables import cells_of
from reader.formats.markup_elements import Attributes, alignment_of, attributes_of, number_in
from reader.formats.trees import name_of
from reader.model import Alignment, Direction, NoticeCode, Source, notice_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS = 1000
_STRUCTURE = frozenset(("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "section", "hr", "form"))


def is_layout(table: "_Element", said: Attributes) -> bool:
    """Whether a table only puts things beside each other: it holds a page's structure, or says so.

    Looks no further than the first sign, so that tables inside tables cost no more than their length.
    """
    if said.get("role") in ("presentation", "none"):
        return True
    return any(name_of(element) in _STRUCTURE for element in table.iterdescendants())


class Grid:
    """A table under way: cells that reach over rows and columns push others on (HTML, 4.9.12.1).

    Where a cell says nothing of the side its text stands at, its row does, the part of the table the row is in, the
    table, the column: as CSS hands ``text-align`` down, and HTML 4.01 ``align`` (11.3.2).
    """

    def __init__(self, builder: Builder, direction: Direction | None, table: "_Element") -> None:
        self._builder = builder
        self._table = TableDraft(direction)
        self._column = 0
        self._taken: dict[int, int] = {}
        style = attributes_of(table).get("style")  # an ``align`` says where the whole table floats
        self._alignment = alignment_of({"style": style}) if style else None
        self._columns = _columns_aligned(table)
        self._row_alignment: Alignment | None = None

    def begin_row(self, row: "_Element", source: Source) -> None:
        """Start a row; it names the columns when it is in the head or has none but header cells."""
        parent = row.getparent()
        cells = [name_of(cell) for cell in row[:MOST_COLUMNS]]
        header = (parent is not None and name_of(parent) == "thead") or ("th" in cells and "td" not in cells)
        self._builder.begin_row(self._table, header=header, source=source)
        self._column = 0
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}
        self._row_alignment = alignment_of(attributes_of(row)) or self._alignment
        if self._row_alignment is self._alignment and parent is not None and name_of(parent) != "table":
            self._row_alignment = alignment_of(attributes_of(parent)) or self._alignment

    def add_rows(self, row: "_Element", texts: Sequence[str], part: str, line: int) -> None:
        """Rows of plain text, which stand as a row's cells do; the first of them in a line of the source."""
        cells = [attributes_of(cell) for cell in row]
        sides = tuple(
            alignment_of(said) or self._row_alignment or self._columns.get(at) for at, said in enumerate(cells)
        )
        for number, text in enumerate(texts):
            source = Source(part, line + number)
            self._builder.add_row(
                self._table, cells_of(text, len(cells)), source=source, sides=sides if any(sides) else ()
            )

    def begin_cell(self, said: Attributes, direction: Direction | None) -> None:
        """Start a cell in the first column that is free."""
        while self._taken.get(self._column):
            self._column += 1
        columns, rows = _count(said, "colspan"), _count(said, "rowspan")
        if self._column + columns > MOST_COLUMNS:
            self._builder.notice(notice_of(NoticeCode.COLUMNS_JOINED, count=MOST_COLUMNS))
            return
        if rows > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._column + columns), rows))
        alignment = alignment_of(said) or self._row_alignment or self._columns.get(self._column)
        self._builder.begin_cell(self._column, columns, direction, alignment)
        self._column += columns


def _columns_aligned(table: "_Element") -> dict[int, Alignment]:
    """The sides that the columns of a table state, by column."""
    found: dict[int, Alignment] = {}
    column = 0
    for child in table[:MOST_COLUMNS]:
        if name_of(child) not in ("colgroup", "col"):
            continue
        group = alignment_of(attributes_of(child))
        inner = [one for one in child[:MOST_COLUMNS] if name_of(one) == "col"]
        for one in inner or [child]:
            said = attributes_of(one)
            alignment = alignment_of(said) or group
            end = min(MOST_COLUMNS, column + _count(said, "span"))
            if alignment:
                found.update(dict.fromkeys(range(column, end), alignment))
            column = end
    return found


def _count(said: Attributes, name: str) -> int:
    return max(1, min(MOST_COLUMNS, number_in(said, name, 1)))
