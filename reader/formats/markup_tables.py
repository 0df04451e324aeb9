"""Tables of HTML: which are tables at all, and which column every cell is in."""

from typing import TYPE_CHECKING

from reader.formats.builder import Builder
from reader.formats.drafts import TableDraft
from reader.formats.markup_elements import Attributes, number_in
from reader.formats.trees import name_of
from reader.model import Direction, NoticeCode, Source, notice_of

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
    """A table under way: cells that reach over rows and columns push others on (HTML, 4.9.12.1)."""

    def __init__(self, builder: Builder, direction: Direction | None) -> None:
        self._builder = builder
        self._table = TableDraft(direction)
        self._column = 0
        self._taken: dict[int, int] = {}

    def begin_row(self, row: "_Element", source: Source) -> None:
        """Start a row; it names the columns when it is in the head or has none but header cells."""
        parent = row.getparent()
        cells = [name_of(cell) for cell in row[:MOST_COLUMNS]]
        header = (parent is not None and name_of(parent) == "thead") or ("th" in cells and "td" not in cells)
        self._builder.begin_row(self._table, header=header, source=source)
        self._column = 0
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}

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
        self._builder.begin_cell(self._column, columns, direction)
        self._column += columns


def _count(said: Attributes, name: str) -> int:
    return max(1, min(MOST_COLUMNS, number_in(said, name, 1)))
