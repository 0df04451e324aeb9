"""Blocks whose text is known and whose direction is not, and what they become once the whole document is there.

Units: code points; offsets inside a draft count from its own start.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from reader.model import (
    Alignment,
    Block,
    BlockKind,
    Cell,
    Direction,
    Mark,
    Pos,
    Range,
    Source,
    Span,
    Table,
    TableRow,
    range_of,
)
from reader.named_tuples import NamedTuple
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
    """A block; ``start`` is where it begins in the document, ``leads`` counts blocks over a heading of its section.

    ``sides`` are the alignments of a row's cells whose text tells all else of them; then ``cells`` are none.
    """

    kind: BlockKind
    depth: int = 0
    direction: Direction | None = None
    language: str = ""
    marker: str = ""
    source: Source = Source("", 0)
    table: TableDraft | None = None
    header: bool = False
    cells: list[CellDraft] = field(default_factory=list)
    sides: tuple[Alignment | None, ...] | None = None
    spans: list[Marked] = field(default_factory=list)
    places: list[tuple[str, int]] = field(default_factory=list)
    start: int = 0
    text: str = ""
    leads: int = 0

    def settle_cells(self) -> None:
        """Of cells that their text tells all of, keep no more than that."""
        cells = self.cells
        if not cells or self.text.count("\t") != len(cells) - 1 or any(s.mark is Mark.CODE for s in self.spans):
            return
        if any(cell.columns != 1 or cell.column != at or cell.direction for at, cell in enumerate(cells)):
            return
        sides = tuple(cell.alignment for cell in cells)
        self.sides = sides if any(sides) else ()
        self.cells = []

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
        cells = _cells(draft, asked, table.direction)
        row = TableRow(table, cells, draft.header, draft.sides if asked is None else None)
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


def _cells(draft: Draft, asked: Direction | None, default: Direction) -> Sequence[Cell]:
    """The cells of a row."""
    if draft.sides is not None:
        return TextCells(draft.start, draft.text, asked, default, draft.sides)
    return tuple(
        Cell(
            range_of(draft.start + cell.start, draft.start + cell.end),
            cell.column,
            cell.columns,
            asked or cell.direction or _by_words(draft.prose(cell.start, cell.end), default),
            cell.alignment,
        )
        for cell in draft.cells
    )


class TextCells(Sequence[Cell]):
    """The cells of a row that says nothing of them but their text, made when they are asked for.

    A table has more cells than everything else that a document has: so a row takes a fifth of the memory, and nothing
    of the time that a document is opened in.

    Args:
        start: The row's place in the document.
        text: Its text; tabs part the cells, one a column.
        asked: The direction that was asked for.
        default: The table's direction.
        sides: The side of each cell's column; () where none says anything.
    """

    __slots__ = ("_asked", "_default", "_known", "_sides", "_start", "_text")

    def __init__(
        self, start: int, text: str, asked: Direction | None, default: Direction, sides: tuple[Alignment | None, ...]
    ) -> None:
        self._start = start
        self._text = text
        self._asked = asked
        self._default = default
        self._sides = sides
        self._known: tuple[Direction, ...] = ()

    def __len__(self) -> int:
        return self._text.count("\t") + 1

    def __iter__(self) -> Iterator[Cell]:
        at, sides, default = self._start, self._sides, self._default
        texts = self._text.split("\t")
        known = self._known
        if not known:
            known = tuple([self._asked or (_by_words(said, default) if said else default) for said in texts])
            self._known = known
        for column, said in enumerate(texts):
            end = at + len(said)
            yield Cell(Range(Pos(at), Pos(end)), column, 1, known[column], sides[column] if sides else None)
            at = end + 1

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | Sequence[Cell]:
        return tuple(self)[index]


def _by_words(text: str, default: Direction) -> Direction:
    return Direction.RTL if base_level(text, int(default.is_rtl)) else Direction.LTR


def first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the first heading; "" where there is none."""
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    return " ".join(text[first.range.start : first.range.end].split()) if first else ""
