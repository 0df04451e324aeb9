"""Writing cells where they belong in few bytes: short ways, no look that is not seen, blanks erased.

What is used is known to every terminal that moves its cursor: ECMA-48's CUP, CUF, CUB, CUU, CUD, CHA, EL, SGR, DL, IL
and RI, and the controls LF, CR and BS. Erasing within a row (ECH) is used where the terminal is known to have it.

What is to be written is gathered first, as pieces of one look (:mod:`reader.terminal.pieces`), and written row by row,
or look by look where the ways between are shorter than the looks that are saved.

Scrolling margins stay where they were last needed, for the next line of scrolling needs the same. They stop the cursor
and, at the right, what is written; so nothing crosses them but by CUP, and a run that would is written without them.

Units: rows and columns counted from 0.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from reader.named_tuples import NamedTuple
from reader.terminal.pieces import Piece, pieces_of, stretches
from reader.terminal.row import Row
from reader.terminal.shifting import Region, Shift
from reader.terminal.style import PLAIN, ColourDepth, Style, sgr

_STEPS_WORTH = 3
"""Rows that are moved by going beyond the margin, which leaves the cursor where the new rows begin."""


class Cursor(NamedTuple):
    """A place on the screen."""

    row: int
    column: int


class Pen:
    """Writes cells, and knows where the cursor is and how it writes.

    Args:
        cursor: Where the cursor is, None when it is not known.
        style: The look in force, None when it is not known.
        margins: The scrolling margins in force, None when they are not known.
        screen: The whole screen.
        depth: How many colours the terminal is sent.
        sideways: Whether it has margins at the left and the right.
        erases_runs: Whether it knows ECH.
        erases_in_colour: Whether erased cells get the background colour in force.

    Attributes:
        parts: What is to be written.
    """

    def __init__(
        self,
        cursor: Cursor | None,
        style: Style | None,
        margins: Region | None,
        screen: Region,
        depth: ColourDepth,
        *,
        sideways: bool,
        erases_runs: bool,
        erases_in_colour: bool,
    ) -> None:
        self.parts: list[str] = []
        self.cursor = cursor
        self.style = style
        self.margins = margins
        self._screen = screen
        self._depth = depth
        self._sideways = sideways
        self._erases_runs = erases_runs
        self._erases_in_colour = erases_in_colour

    def clear(self) -> None:
        """Start from an empty screen."""
        self._look(PLAIN)
        self.parts.append("\x1b[2J")
        self.parts.append("\x1b[?69l\x1b[r" if self._sideways else "\x1b[r")
        self.margins = self._screen
        self.cursor = None

    def shift(self, shift: Shift) -> None:
        """Move rows of an area; those that come in are plain blanks."""
        area, by = shift
        self._look_of_blank(PLAIN)
        self._set_margins(area)
        # Above the first row of the screen some terminals keep what leaves it.
        if by < 0 and -by <= _STEPS_WORTH:
            self.move(Cursor(area.top, area.left))
            self.parts.append("\x1bM" * -by)
        elif 0 < by <= _STEPS_WORTH and area.top > 0:
            self.move(Cursor(area.bottom - 1, area.left))
            self.parts.append("\n" * by)
        else:
            self.move(Cursor(area.top, area.left))
            self.parts.append(f"\x1b[{'' if abs(by) == 1 else abs(by)}{'M' if by > 0 else 'L'}")
            # Where lines are deleted the cursor may go to the margin.
            self.cursor = None

    def release(self) -> None:
        """No margins at the left and the right any more."""
        if self.margins and self._has_sides:
            self.parts.append("\x1b[?69l")
            self.margins = self.margins._replace(left=self._screen.left, right=self._screen.right)
            self.cursor = None

    def _set_margins(self, area: Region) -> None:
        now = self.margins or Region(0, 0, 0, 0)
        if now == area:
            return
        # Setting margins sends the cursor home.
        self.cursor = None
        if now[::2] != area[::2]:
            self._set_sides(area.left, area.right)
        if now[1::2] != area[1::2]:
            whole = area[1::2] == self._screen[1::2]
            self.parts.append("\x1b[r" if whole else f"\x1b[{area.top + 1};{area.bottom}r")
        self.margins = area

    def _set_sides(self, left: int, right: int) -> None:
        """Margins at the left and the right; none where they are those of the screen."""
        if (left, right) == self._screen[::2]:
            self.parts.append("\x1b[?69l" if self._sideways else "")
        else:
            self.parts.append(f"\x1b[?69h\x1b[{left + 1};{right}s")

    def write(self, changed: Iterable[tuple[int, Row, Row]]) -> None:
        """Send what differs between rows: their numbers, what they are, and what they are to be."""
        pieces = [piece for y, old, new in changed for piece in self._pieces(y, old, new)]
        looks: dict[Style, list[Piece]] = {}
        for piece in pieces:
            looks.setdefault(piece.style, []).append(piece)
        orders = [pieces]
        if 1 < len(looks) < len(pieces):
            orders.append(list(chain.from_iterable(looks.values())))
        before, cursor, style = self.parts, self.cursor, self.style
        ways = []
        for order in orders:
            self.parts, self.cursor, self.style = [], cursor, style
            self._put(order)
            ways.append((self.parts, self.cursor, self.style))
        parts, self.cursor, self.style = min(ways, key=lambda way: sum(map(len, way[0])))
        self.parts = before + parts

    def _pieces(self, y: int, old: Row, new: Row) -> Iterator[Piece]:
        for stretch in stretches(old, new, erases_in_colour=self._erases_in_colour):
            if self.margins and stretch.start < self.margins.right < stretch.stop and not stretch.is_erased:
                self.release()
            ends = (self._screen.right, (self.margins or self._screen).right)
            yield from pieces_of(y, new, stretch, ends, erases_runs=self._erases_runs)

    def _put(self, pieces: Iterable[Piece]) -> None:
        """Send pieces in their order."""
        for row, start, end, text, style, is_blank in pieces:
            self.move(Cursor(row, start))
            if is_blank:
                self._look_of_blank(style)
            else:
                self._look(style)
            self.parts.append(text)
            self.cursor = None if end is None else Cursor(row, end)

    def move(self, to: Cursor) -> None:
        """Put the cursor somewhere by the shortest way."""
        at = self.cursor
        if at == to:
            return
        self.cursor = to
        place = f"\x1b[{to.row + 1};{to.column + 1}H" if to.column else f"\x1b[{to.row + 1}H" if to.row else "\x1b[H"
        if at is not None and not self._is_parted(at, to):
            way = _way(to.row - at.row, at.column, to.column, returns=not self._has_sides)
            place = min(way, place, key=len)
        self.parts.append(place)

    @property
    def _has_sides(self) -> bool:
        """Whether there are margins at the left and the right."""
        return self.margins is not None and self.margins[::2] != self._screen[::2]

    def _is_parted(self, one: Cursor, other: Cursor) -> bool:
        """Whether a margin stands between two places."""
        if self.margins is None:
            return True
        left, top, right, bottom = self.margins
        return (
            (one.column < left) != (other.column < left)
            or (one.column < right) != (other.column < right)
            or (one.row < top) != (other.row < top)
            or (one.row < bottom) != (other.row < bottom)
        )

    def _look(self, style: Style) -> None:
        if style != self.style:
            self.parts.append(sgr(self.style, style, self._depth))
            self.style = style

    def _look_of_blank(self, style: Style) -> None:
        """The same for a blank, on which most of a look is not seen."""
        if self.style is None or style != self.style.on_blank:
            self._look(style)


@lru_cache(maxsize=4096)
def _way(down: int, column: int, to: int, *, returns: bool) -> str:
    """The shortest way between two places by relative steps.

    Args:
        down: Rows down; negative for up.
        column: Where it begins.
        to: Where it ends.
        returns: Whether CR goes to the first column.
    """
    right = to - column
    vertical = min("\n" * down, f"\x1b[{down}B", key=len) if down >= 0 else f"\x1b[{-down if down < -1 else ''}A"
    ways = [_right(right) if right >= 0 else min("\b" * -right, f"\x1b[{-right}D", key=len), f"\x1b[{to + 1}G"]
    return vertical + min([*ways, f"\r{_right(to)}"] if returns else ways, key=len)


def _right(columns: int) -> str:
    return "" if columns == 0 else "\x1b[C" if columns == 1 else f"\x1b[{columns}C"
