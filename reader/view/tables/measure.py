"""What a table's cells say of its columns, whatever the width: how wide they would be, and how narrow they may be.

Units: cells. As in CSS 2.1, 17.5.2.2, a column has a width at which no line of it is broken (its max-content width) and
one below which a word of it would be cut (its min-content width).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model import Alignment, Block, Cell, Document, Table
from reader.text.cells import cells_of
from reader.text.layout import analyse
from reader.text.patterns import lazy_pattern
from reader.text.shaping import LAM_ALEF

SEPARATOR = " │ "

LONGEST_WORD = 30
"""Cells of a word that is never cut; longer ones are addresses."""

_LONGEST = 400
"""Code points of a cell that are measured."""

_LOOKED_AT = 50
"""Words of a column whose own places for breaks are looked for; where more of them are long, they may be cut later."""

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

    __slots__ = ("least", "looked_at", "natural", "numbers", "sides", "words")

    def __init__(self) -> None:
        self.natural = self.least = 1
        self.looked_at = _LOOKED_AT
        self.numbers = self.words = 0
        self.sides: set[Alignment | None] = set()

    def add(self, text: str, *, rtl: bool) -> None:
        """A cell's text and direction."""
        width, least = _widths(text, self, rtl=rtl)
        self.natural = max(self.natural, width)
        self.least = max(self.least, least)

    def add_body(self, cell: Cell, text: str) -> None:
        """A cell of the body, which says at what side its column stands."""
        self.sides.add(cell.alignment)
        if not self.words:
            self.words += _LETTER.search(text) is not None
            self.numbers += _DIGIT.search(text) is not None

    @property
    def side(self) -> Alignment | None:
        """The side that all cells state; numbers whose cells say nothing have their units below each other."""
        if len(self.sides) == 1 and None not in self.sides:
            return next(iter(self.sides))
        return Alignment.RIGHT if self.is_numbers and self.sides == {None} else None

    @property
    def is_numbers(self) -> bool:
        """Whether its cells hold nothing but numbers, which are never broken."""
        return bool(self.numbers) and not self.words


def measured(document: Document, table: Table) -> Measure:
    """The needs of a table's columns."""
    gauges = [_Gauge() for _ in range(table.columns)]
    spanning: list[tuple[Cell, str]] = []
    for block, cells in _rows(document, table):
        text, origin = document.slice(block.range), block.range.start
        header = block.row is not None and block.row.header
        for cell in cells:
            said = text[cell.range.start - origin : cell.range.end - origin][:_LONGEST]
            if not said:
                continue
            if cell.columns > 1:
                if len(spanning) < _MOST_SPANNING:
                    spanning.append((cell, said))
                continue
            gauge = gauges[cell.column]
            gauge.add(said, rtl=cell.direction.is_rtl)
            if not header:
                gauge.add_body(cell, said)
    for cell, said in spanning:
        _widen(gauges[cell.column : cell.column + cell.columns], cell, said, whole=cell.columns == table.columns)
    heads, names = _named(document, table)
    return Measure(
        tuple(gauge.natural for gauge in gauges),
        tuple(gauge.natural if gauge.is_numbers else min(gauge.least, gauge.natural) for gauge in gauges),
        tuple(gauge.side for gauge in gauges),
        names,
        heads,
    )


def _rows(document: Document, table: Table) -> Iterator[tuple[Block, Sequence[Cell]]]:
    for block in document.blocks.between(table.first, table.first + table.rows):
        if block.row:
            yield block, block.row.cells


def _widths(text: str, gauge: _Gauge, *, rtl: bool) -> tuple[int, int]:
    """The cells of a text in one line, and of its widest word as far as that is more than the column has."""
    lines = [text] if text.isascii() and "\n" not in text else text.splitlines()
    width = max(map(_cells, lines), default=0)
    if width <= gauge.least:
        return width, 0
    if rtl and _DIGIT.search(text):  # a telephone number is one word, and so is what a formula holds
        word = width
    else:
        word = max((_cells(word) for line in lines for word in line.split()), default=0)
    if word <= gauge.least:
        return width, 0
    if gauge.looked_at:
        gauge.looked_at -= 1
        word = analyse(text, int(rtl), isolated=()).least_width
    return width, min(word, LONGEST_WORD)


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
