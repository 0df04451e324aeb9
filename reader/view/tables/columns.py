"""The columns of a table at a width, and the form its rows stand in there.

Units: cells. Columns stand beside each other, as wide as what stands in them; where that is more than there is, wide
ones give way, though no word is cut. Where not even the words have room, the table is scrolled sideways by columns, its
first one standing; and where the window is too narrow for that, every row is a card, each value below the other behind
the name of its column.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import sqrt

from reader.enumerations import Enum
from reader.model import Alignment, Cell
from reader.named_tuples import NamedTuple
from reader.text.line import Cells
from reader.view.sight import MORE_LEFT, MORE_RIGHT, Sight, SightPiece
from reader.view.tables.measure import SEPARATOR, Measure

NARROWEST = 6
"""Cells below which no column gives way."""

_BESIDE_FIRST = 16
"""Cells that have to be left beside the first column for a table to be scrolled."""

_READABLE = 20
"""Cells a column that is scrolled to may have, in however narrow a window."""

_SIGN = 2
"""Cells at the edge for the sign that there is more."""


class TableForm(Enum):
    """A way for the cells of a row to stand."""

    BESIDE = "beside"
    SIDEWAYS = "sideways"
    CARDS = "cards"


class Columns(NamedTuple):
    """The columns of a table at a width.

    Attributes:
        form: How the cells of a row stand.
        widths: The columns' own widths; those of cards are what they would be beside each other.
        least: The cells of their widest words.
        sides: The side that the cells of a column stand at which say nothing themselves.
        names: The columns' names.
        room: The width.
    """

    form: TableForm
    widths: tuple[int, ...]
    least: tuple[int, ...]
    sides: tuple[Alignment | None, ...]
    names: tuple[str, ...]
    room: int

    @property
    def are_cards(self) -> bool:
        """Whether values stand below each other."""
        return self.form is TableForm.CARDS

    @property
    def are_scrolled(self) -> bool:
        """Whether they go on beyond the room, to be scrolled to."""
        return self.form is TableForm.SIDEWAYS

    def left_of(self, column: int) -> int:
        """The beginning of a column, from the side the first one is on."""
        return _lefts(self.widths)[column]

    @property
    def width(self) -> int:
        """The cells of all columns, and of what parts them."""
        return _lefts(self.widths)[-1] - len(SEPARATOR)

    def width_of(self, cell: Cell) -> int:
        """The cells a cell takes, with the separators of the columns it spans."""
        end = cell.column + cell.columns
        return sum(self.widths[cell.column : end]) + (cell.columns - 1) * len(SEPARATOR)

    def side_of(self, cell: Cell) -> Alignment:
        """The side of the screen a cell's text stands at, or the middle."""
        side = cell.alignment or (self.sides[cell.column] if cell.columns == 1 else None) or Alignment.START
        if side in (Alignment.START, Alignment.END):
            at_right = cell.direction.is_rtl is (side is Alignment.START)
            side = Alignment.RIGHT if at_right else Alignment.LEFT
        return side

    # Scrolled sideways

    def in_sight(self, shift: int) -> tuple[int, int]:
        """The first column beside the standing one that shows, and the last, when so many cells are scrolled by."""
        first = self._first(shift)
        last, end = first, len(self.widths) - 1
        room = self.room - self.widths[0] - len(SEPARATOR)
        while last < end and self._taken(first, last + 1) <= room - (_SIGN if last + 1 < end else 0):
            last += 1
        return first, last

    def shift_to(self, column: int) -> int:
        """The cells to scroll by for a column to be the first beside the standing one."""
        return self.left_of(column) - self.left_of(1) if column > 1 else 0

    def shift_after(self, shift: int, *, onwards: bool) -> int:
        """Half a screen further, or back, to where a column begins; the same at the ends."""
        first, last = self.in_sight(shift)
        at, half = self.left_of(first), (self.room - self.widths[0]) // 2
        if onwards:
            end = _last_first(self)
            reached = next((one for one in range(first + 1, end) if self.left_of(one) - at >= half), end)
            return self.shift_to(min(reached, last + 1))
        return self.shift_to(next((one for one in range(1, first) if at - self.left_of(one) <= half), first - 1))

    def sight(self, shift: int, *, rtl: bool) -> Sight:
        """The part of a row in sight: the first column, and beside it those that are scrolled to."""
        first, last = self.in_sight(shift)
        standing, parted, room = self.widths[0], len(SEPARATOR), self.room
        start, end = self.left_of(first) - parted, self.left_of(last) + self.widths[last]
        pieces = [SightPiece(Cells(0, standing), 0), SightPiece(Cells(start, end), standing)]
        signs = []
        if first > 1:
            signs.append((standing + parted // 2, MORE_RIGHT if rtl else MORE_LEFT))
        if last + 1 < len(self.widths):
            signs.append((room - 1, MORE_LEFT if rtl else MORE_RIGHT))
        sight = Sight(tuple(pieces), tuple(signs))
        return sight.mirrored(self.width, room) if rtl else sight

    def _taken(self, first: int, last: int) -> int:
        return self.left_of(last) + self.widths[last] - self.left_of(first)

    def _first(self, shift: int) -> int:
        """The last column that begins no further than what is scrolled by, and leaves no emptiness at the end."""
        begun = sum(1 for column in range(2, len(self.widths)) if self.shift_to(column) <= shift)
        return min(1 + begun, _last_first(self))


@lru_cache(maxsize=64)
def _lefts(widths: tuple[int, ...]) -> tuple[int, ...]:
    """The beginnings of all columns, and that of one behind the last."""
    return tuple(accumulate((width + len(SEPARATOR) for width in widths), initial=0))


@lru_cache(maxsize=64)
def _last_first(columns: Columns) -> int:
    """The first column of the last screen."""
    end = len(columns.widths) - 1
    room = columns.room - columns.widths[0] - len(SEPARATOR)
    first = end
    while first > 1 and columns.left_of(end) + columns.widths[end] - columns.left_of(first - 1) <= room:
        first -= 1
    return first


def columns_of(measure: Measure, room: int, *, sideways: bool | None) -> Columns:
    """The columns in a reading column of so many cells.

    Args:
        measure: What the cells need.
        room: The cells there are.
        sideways: Whether lines are rather scrolled than broken; None for scrolling only where words would be cut, False
            for never.
    """
    natural = measure.natural
    least = [min(column, max(word, NARROWEST)) for column, word in zip(natural, measure.least, strict=True)]
    inner = room - (len(natural) - 1) * len(SEPARATOR)

    def made(form: TableForm, widths: Sequence[int]) -> Columns:
        return Columns(form, tuple(widths), measure.least, measure.sides, measure.names, room)

    if sum(natural) <= inner:
        return made(TableForm.BESIDE, natural)
    fits = sum(least) <= inner
    if fits and not sideways:
        return made(TableForm.BESIDE, _shared(natural, least, inner))
    moving = _moving(natural, least, room, whole=bool(sideways)) if sideways is not False else None
    if moving:
        return made(TableForm.SIDEWAYS, moving)
    return made(TableForm.BESIDE, _shared(natural, least, inner)) if fits else made(TableForm.CARDS, natural)


def _moving(natural: Sequence[int], least: Sequence[int], room: int, *, whole: bool) -> list[int] | None:
    """The columns' widths where they are scrolled, each so that it shows beside the first one; None where that fails.

    ``whole`` leaves lines unbroken as far as there is room.
    """
    first = max(least[0], min(natural[0], room // 3))
    rest = room - first - len(SEPARATOR) - _SIGN
    if first > room // 2 or rest < _BESIDE_FIRST or max(least[1:], default=room) > rest:
        return None
    most = rest if whole else max(_READABLE, rest // 2)
    others = zip(natural[1:], least[1:], strict=True)
    return [first, *(min(rest, max(word, min(column, most))) for column, word in others)]


def _shared(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The columns as wide as they are, as far as there is room: no narrower than their least width.

    Those that need no more than an equal share are left as they are. What the others lack is shared as flexible lengths
    are in CSS (Flexible Box Layout 1, 9.7): a column with four times the text of another gets twice the cells, so that
    none becomes much longer than the others.
    """
    share = room // len(natural)
    spared = [column if column <= share else word for column, word in zip(natural, least, strict=True)]
    least = spared if sum(spared) <= room else least
    widths = [float(column) for column in natural]
    open_columns = set(range(len(natural)))
    left = float(room)
    while open_columns:
        unit = left / sum(sqrt(natural[column]) for column in open_columns)
        fair = {column: unit * sqrt(natural[column]) for column in open_columns}
        clamped = {column: min(float(natural[column]), max(float(least[column]), fair[column])) for column in fair}
        excess = sum(clamped.values()) - sum(fair.values())
        settled = [
            column
            for column in open_columns
            if abs(excess) < 1e-6
            or (excess > 0 and clamped[column] > fair[column])
            or (excess < 0 and clamped[column] < fair[column])
        ]
        for column in settled or list(open_columns):
            widths[column] = clamped[column]
            left -= clamped[column]
            open_columns.discard(column)
    whole = [max(narrow, int(width + 1e-6)) for width, narrow in zip(widths, least, strict=True)]
    spare = room - sum(whole)
    for column in sorted(range(len(whole)), key=lambda one: widths[one] - whole[one], reverse=True):
        if spare > 0 and whole[column] < natural[column]:
            whole[column] += 1
            spare -= 1
    return whole
