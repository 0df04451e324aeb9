"""The measures of a table's columns, whatever the width: how wide they would be, and how narrow they may be.

Units: cells. As in CSS 2.1, 17.5.2.2, a column has a width at which no line of it is broken (its max-content width) and
one below which a word of it would be cut (its min-content width).
"""

from collections.abc import Iterator, Sequence

from reader.model import Alignment, Block, Cell, Document, Table, TableRow
from reader.named_tuples import NamedTuple
from reader.text.layout import analyse
from reader.text.patterns import lazy_pattern
from reader.text.shaping import LAM_ALEF
from reader.text.widths import cells_of

SEPARATOR = " │ "

LINE_SEPARATOR = "\u2028"
"""Parts lines in a cell."""

LONGEST_WORD = 30
"""Cells of a word that is never cut; longer ones are addresses."""

_LONGEST = 400
"""Code points of a cell that are measured."""

_LOOKED_AT = 50
"""Words of a column whose own places for breaks are looked for; where more of them are long, they may be cut later."""

_WIDE = "\u1100"
"""The first character that takes two cells (East Asian Width, W)."""

_MOST_SPANNING = 1000
_MOST_HEADS = 8
_LETTER = lazy_pattern(r"[^\W\d_]")
_DIGIT = lazy_pattern(r"\d")


class Measure(NamedTuple):
    """The needs of a table's columns.

    Attributes:
        natural: How wide each is when no line is broken.
        least: How wide its widest word is.
        sides: The side all its cells state, or that numbers stand at; None where there is none.
        names: What its header says of it; "" where that says nothing.
        heads: How many rows at the table's start name the columns.
    """

    natural: tuple[int, ...]
    least: tuple[int, ...]
    sides: tuple[Alignment | None, ...]
    names: tuple[str, ...]
    heads: int


class _Gauge:
    """A column under way."""

    __slots__ = ("_side", "least", "looked_at", "natural", "numbers", "sides", "words")

    def __init__(self) -> None:
        self.natural = self.least = 1
        self.looked_at = _LOOKED_AT
        self.numbers = self.words = False
        self.sides: set[Alignment | None] = set()
        self._side: Alignment | None = None

    def add(self, text: str, *, rtl: bool) -> None:
        """A cell's text and direction; no more is measured of it than may be wider than what came before."""
        narrow = text.isascii() or max(text) < _WIDE  # as many cells as code points at most
        if narrow and len(text) <= self.least:
            if len(text) > self.natural:
                self.natural = _cells(text)
            return
        lines = text.splitlines() if LINE_SEPARATOR in text or "\n" in text else [text]
        if not narrow or len(text) > self.natural:
            self.natural = max(self.natural, *map(_cells, lines))
        if self.least < LONGEST_WORD:
            self._add_words(text, lines, rtl=rtl, narrow=narrow)

    def _add_words(self, text: str, lines: Sequence[str], *, rtl: bool, narrow: bool) -> None:
        if rtl and _DIGIT.search(text):  # a telephone number is one word, and so is what a formula holds
            words: Sequence[str] = lines
        else:
            words = text.split()
        if narrow and max(map(len, words), default=0) <= self.least:
            return
        word = max(map(_cells, words), default=0)
        if word <= self.least:
            return
        if self.looked_at:
            self.looked_at -= 1
            word = analyse(text, int(rtl), isolated=()).least_width
        self.least = max(self.least, min(word, LONGEST_WORD))

    def add_body(self, alignment: Alignment | None, text: str) -> None:
        """A cell of the body, which says at what side its column stands."""
        if alignment is not self._side or not self.sides:
            self._side = alignment
            self.sides.add(alignment)
        if not self.words:
            self.words = _LETTER.search(text) is not None
            self.numbers = self.numbers or _DIGIT.search(text) is not None

    @property
    def side(self) -> Alignment | None:
        """The side that all cells state; numbers whose cells say nothing have their units below each other."""
        if len(self.sides) == 1 and None not in self.sides:
            return next(iter(self.sides))
        return Alignment.RIGHT if self.is_numbers and self.sides == {None} else None

    @property
    def is_numbers(self) -> bool:
        """Whether its cells hold nothing but numbers, which are never broken."""
        return self.numbers and not self.words


def measured(document: Document, table: Table) -> Measure:
    """The needs of a table's columns."""
    gauges = [_Gauge() for _ in range(table.columns)]
    spanning: list[tuple[Cell, str]] = []
    for block, row in _rows(document, table):
        text, origin = document.slice(block.range), block.range.start
        if row.sides is not None:
            _add_plain(gauges, text.split("\t"), row, rtl=table.direction.is_rtl)
            continue
        for cell in row.cells:
            said = text[cell.range.start - origin : cell.range.end - origin][:_LONGEST]
            if not said:
                continue
            if cell.columns > 1:
                if len(spanning) < _MOST_SPANNING:
                    spanning.append((cell, said))
                continue
            gauge = gauges[cell.column]
            gauge.add(said, rtl=cell.direction.is_rtl)
            if not row.header:
                gauge.add_body(cell.alignment, said)
    for cell, said in spanning:
        _widen(gauges[cell.column : cell.column + cell.columns], cell, said, whole=cell.columns == table.columns)
    heads, names = _named(document, table)
    return Measure(
        tuple(gauge.natural for gauge in gauges),
        tuple(min(gauge.natural, LONGEST_WORD if gauge.is_numbers else gauge.least) for gauge in gauges),
        tuple(gauge.side for gauge in gauges),
        names,
        heads,
    )


def _rows(document: Document, table: Table) -> Iterator[tuple[Block, TableRow]]:
    for block in document.blocks.between(table.first, table.first + table.rows):
        if block.row:
            yield block, block.row


def _add_plain(gauges: Sequence[_Gauge], texts: Sequence[str], row: TableRow, *, rtl: bool) -> None:
    """The cells of a row whose text tells all of them; numbers in them stand as in the table."""
    for column, said in enumerate(texts):
        if said:
            gauge, said = gauges[column], said[:_LONGEST]  # noqa: PLW2901
            gauge.add(said, rtl=rtl)
            if not row.header:
                gauge.add_body(row.sides[column] if row.sides else None, said)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(cells_of(text)) - sum(1 for _ in LAM_ALEF.finditer(text))


def _widen(gauges: Sequence[_Gauge], cell: Cell, text: str, *, whole: bool) -> None:
    """Columns that a cell reaches over, together as wide as it needs; what stands over all of them may be broken."""
    whole_gauge = _Gauge()
    whole_gauge.add(text, rtl=cell.direction.is_rtl)
    between = (len(gauges) - 1) * len(SEPARATOR)
    lacking = whole_gauge.least - between - sum(gauge.least for gauge in gauges)
    for number, gauge in enumerate(gauges if lacking > 0 else ()):
        gauge.least += (lacking + number) // len(gauges)
        gauge.natural = max(gauge.natural, gauge.least)
    lacking = 0 if whole else whole_gauge.natural - between - sum(gauge.natural for gauge in gauges)
    for number, gauge in enumerate(gauges if lacking > 0 else ()):
        gauge.natural += (lacking + number) // len(gauges)


def _named(document: Document, table: Table) -> tuple[int, tuple[str, ...]]:
    """The number of rows at the start that name the columns, and the names: a group's before that of each."""
    names: list[list[str]] = [[] for _ in range(table.columns)]
    heads = 0
    for block in document.blocks.between(table.first, table.first + min(table.rows, _MOST_HEADS)):
        if block.row is None or not block.row.header:
            break
        heads += 1
        for cell in block.row.cells:
            said = " ".join(document.slice(cell.range)[:_LONGEST].split())
            for column in range(cell.column, cell.column + cell.columns):
                if said and said not in names[column]:
                    names[column].append(said)
    return heads, tuple(" ".join(parts) for parts in names)
