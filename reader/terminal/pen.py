"""Writing cells where they belong in few bytes: short ways, no look that is not seen, blanks erased.

What is used is known to every terminal that moves its cursor: ECMA-48's CUP, CUF, CUB, CUU, CUD, EL, SGR, DL, IL and
RI, and the controls LF and CR. Erasing within a row (ECH) is used where the terminal is known to have it.

Scrolling margins stay where they were last needed, for the next line of scrolling needs the same. They stop the cursor
and, at the right, what is written; so nothing crosses them but by CUP, and a run that would is written without them.

Units: rows and columns counted from 0.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from operator import is_not

from reader.named_tuples import NamedTuple
from reader.terminal.row import BLANK, Row, ScreenCell, sure_of_width
from reader.terminal.shifting import Region, Shift
from reader.terminal.style import PLAIN, ColourDepth, Style, sgr

_CHEAPER_SENT = 4
"""Bytes of cells that did not change, up to which they are sent again rather than jumped over."""

_WORTH_ERASING = 6
"""Blanks at the end of what is sent that are erased, and not sent."""

_WORTH_ERASING_WITHIN = 11
"""The same with more behind them, which the cursor must then be moved to."""

_STEPS_WORTH = 3
"""Rows that are moved by going beyond the margin, which leaves the cursor where the new rows begin."""

_WORTH_ENDING = 4
"""Blanks at the end of a row from which it is erased."""


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
        self._on_blank = style and style.on_blank
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

    def write_row(self, y: int, old: Row, new: Row) -> None:
        """Send what differs between two rows."""
        changed = list(compress(range(len(new)), map(is_not, old, new)))
        end = self._erased_from(old, new, changed)
        start = stop = -1
        for x in changed:
            if x >= end:
                break
            if x < stop:
                continue
            if x > stop >= 0 and not _cheaper_sent(new, stop, x):
                self._put(new, start, stop, y)
                start = -1
            if start < 0:
                start = x
                while start and not (old[start].width and new[start].width):
                    start -= 1
            stop = x + 1
            while stop < len(new) and not (old[stop].width and new[stop].width):
                stop += 1
        if start >= 0:
            self._put(new, start, stop, y)
        if end < len(new):
            self.move(Cursor(y, end))
            self._look_of_blank(new[end].style)
            self.parts.append("\x1b[K")

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
        return any((one.column < x) != (other.column < x) for x in (left, right)) or any(
            (one.row < y) != (other.row < y) for y in (top, bottom)
        )

    def _erased_from(self, old: Row, new: Row, changed: Sequence[int]) -> int:
        """Where erasing to the end of the row does better than sending blanks; the row's width when nowhere."""
        last, width = new[-1], len(new)
        if not changed or not self._erasable(last):
            return width
        start = width
        while start and new[start - 1] is last:
            start -= 1
        behind = [x for x in changed if x >= start]
        if len(behind) < _WORTH_ENDING:
            return width
        end = behind[0]
        # Not into a wide character that is there now: what is left of it would stay.
        while end < width and old[end].width == 0:
            end += 1
        return end

    def _erasable(self, cell: ScreenCell) -> bool:
        """Whether a cell looks like one that is erased."""
        style = cell.style
        return cell.text == " " and (
            style.blank_is_plain or (self._erases_in_colour and style.blank_is_plain_but_for_background)
        )

    def _put(self, row: Row, start: int, stop: int, y: int) -> None:
        """Send some cells of a row."""
        if self.margins and start < self.margins.right < stop:
            self.release()
        write = self.parts.append
        ends = (self._screen.right, (self.margins or self._screen).right)
        x, known = start, False
        while x < stop:
            cell = row[x]
            if cell is BLANK and self._erases_runs and (end := self._run_worth_erasing(row, x, stop)):
                self.move(Cursor(y, x))
                self._look_of_blank(PLAIN)
                write(f"\x1b[{end - x}X")
                x, known = end, False
                continue
            text, width, style = cell
            if width:
                if not known:
                    self.move(Cursor(y, x))
                if text in BLANKS:
                    self._look_of_blank(style)
                elif style is not self.style:
                    self._look(style)
                write(text)
                # Behind the last column, and the last before a margin, terminals keep their cursor in different places.
                known = x + width not in ends and (len(text) == 1 or sure_of_width(text))
                self.cursor = Cursor(y, x + width) if known else None
            x += width or 1

    def _run_worth_erasing(self, row: Row, start: int, stop: int) -> int:
        """The end of the blanks that begin somewhere; 0 where sending them is as short as erasing them."""
        end = start + 1
        while end < stop and row[end] is BLANK:
            end += 1
        return end if end - start >= (_WORTH_ERASING if end == stop else _WORTH_ERASING_WITHIN) else 0

    def _look(self, style: Style) -> None:
        if style != self.style:
            self.parts.append(sgr(self.style, style, self._depth))
            self.style = style
            self._on_blank = style.on_blank

    def _look_of_blank(self, style: Style) -> None:
        """The same for a blank, on which most of a look is not seen."""
        if style is not self._on_blank and style != self._on_blank:
            self._look(style)


BLANKS = frozenset(" \u2800")


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
    way = _right(right) if right >= 0 else f"\x1b[{-right if right < -1 else ''}D"
    return vertical + (min(way, f"\r{_right(to)}", key=len) if returns else way)


def _right(columns: int) -> str:
    return "" if columns == 0 else "\x1b[C" if columns == 1 else f"\x1b[{columns}C"


def _cheaper_sent(row: Row, start: int, stop: int) -> bool:
    """Whether cells that did not change are sent rather than jumped over; their look must be that before them."""
    if stop - start > _CHEAPER_SENT:
        return False
    style = row[start - 1].style
    size = 0
    for cell in row[start:stop]:
        if cell.style != style and not (cell.text in BLANKS and cell.style == style.on_blank):
            return False
        size += len(cell.text.encode())
    return size <= _CHEAPER_SENT
