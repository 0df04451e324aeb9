"""Blocks whose text is known and whose direction is not, and what they become once the whole document is there.

Units: code points; offsets inside a draft count from its own start.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reader.model import (
    Alignment,
    Block,
    BlockKind,
    Cell,
    Direction,
    Mark,
    Source,
    Span,
    Table,
    TableRow,
    range_of,
)
from reader.text.direction import base_level, without
from reader.values import dataclass, field


@dataclass(slots=True)
class TableDraft:
    """A table whose rows are being appended.

    Attributes:
        direction: The one it states; None for what its words say.
        first: The index of its first row.
        rows: How many it has.
        columns: How many its widest row has.
        sample: Words of its cells, as many as tell its direction.
    """

    direction: Direction | None = None
    first: int = 0
    rows: int = 0
    columns: int = 0
    sample: str = ""


@dataclass(slots=True)
class CellDraft:
    """A cell of a row; ``direction`` and ``alignment`` are those it states."""

    start: int
    end: int
    column: int
    columns: int
    direction: Direction | None
    alignment: Alignment | None = None


class Marked(NamedTuple):
    """A marked stretch of a draft."""

    start: int
    end: int
    mark: Mark
    target: str


@dataclass(slots=True)
class Draft:
    """A block; ``start`` is where it begins in the document, ``leads`` counts blocks over a heading of its section."""

    kind: BlockKind
    depth: int = 0
    direction: Direction | None = None
    language: str = ""
    marker: str = ""
    source: Source = Source("", 0)
    table: TableDraft | None = None
    header: bool = False
    cells: list[CellDraft] = field(default_factory=list)
    spans: list[Marked] = field(default_factory=list)
    places: list[tuple[str, int]] = field(default_factory=list)
    start: int = 0
    text: str = ""
    leads: int = 0

    def prose(self, start: int = 0, end: int | None = None) -> str:
        """Its text, or a stretch of it, without inline code."""
        end = len(self.text) if end is None else end
        code = [(s.start - start, s.end - start) for s in self.spans if s.mark is Mark.CODE and start <= s.start < end]
        return without(self.text[start:end], sorted(code))


def finished(
    draft: Draft, asked: Direction | None, whole: Direction, digits: Mapping[int, int], tables: dict[int, Table]
) -> Block:
    """The block of a draft, its direction resolved: asked for, stated, of its words, the document's."""
    start = draft.start
    row = None
    if draft.table:
        table = tables.get(id(draft.table))
        if table is None:
            own = asked or draft.table.direction or _by_words(draft.table.sample, whole)
            table = tables[id(draft.table)] = Table(draft.table.first, draft.table.rows, draft.table.columns, own)
        cells = tuple(
            Cell(
                range_of(start + cell.start, start + cell.end),
                cell.column,
                cell.columns,
                asked or cell.direction or _by_words(draft.prose(cell.start, cell.end), table.direction),
                cell.alignment,
            )
            for cell in draft.cells
        )
        row = TableRow(table, cells, draft.header)
        direction = table.direction
    elif draft.kind is BlockKind.CODE:
        direction = Direction.LTR
    else:
        direction = asked or draft.direction or _by_words(draft.prose(), whole)
    return Block(
        kind=draft.kind,
        range=range_of(start, start + len(draft.text)),
        direction=direction,
        depth=draft.depth,
        spans=tuple(sorted(Span(range_of(start + s.start, start + s.end), s.mark, s.target) for s in draft.spans)),
        source=draft.source,
        marker=draft.marker.translate(digits),
        language=draft.language,
        row=row,
    )


def _by_words(text: str, default: Direction) -> Direction:
    return Direction.RTL if base_level(text, int(default.is_rtl)) else Direction.LTR


def first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the first heading; "" where there is none."""
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    return " ".join(text[first.range.start : first.range.end].split()) if first else ""
