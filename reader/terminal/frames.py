"""From painted frames to bytes: only what changed, in the way this terminal shows it.

A *frame* is the whole screen as rows of cells in visual order. :func:`update` compares it with what the terminal is
known to hold and returns the shortest text it finds that turns the one into the other, in four steps:

1. **encode**: every row that changed is encoded whole for the terminal (:mod:`reader.terminal.encodings`). What a
   terminal holds are encoded cells, so everything below compares those;
2. **shift**: within each region that may have scrolled, rows are looked for that stand elsewhere on the screen. The
   shift that moves most of them is tried: between margins where the terminal has them, else over the full width;
3. **choose**: the plan that leaves the fewest cells to be sent is taken; not to shift at all is one of them;
4. **write**: cells that differ are sent, blanks at the end of a row are erased, the cursor moves by the shortest way.

Rows are shifted by deleting or inserting lines (``DL``, ``IL``) between scrolling margins, which all terminals know.
Units: rows and columns counted from 0.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.terminal.encodings import TerminalEncoding, encode
from reader.terminal.glyphs import ALL_DRAWN, Glyphs, drawable
from reader.terminal.identity import Terminal
from reader.terminal.row import BLANK, Row, ScreenCell, fitted, sure_of_width
from reader.terminal.style import PLAIN, ColourDepth, Style, sgr
from reader.values import dataclass

SYNCHRONISED_START = "\x1b[?2026h"
SYNCHRONISED_END = "\x1b[?2026l"

WORTH_HOLDING = 256
"""Characters from which a frame is held back until it is complete, where the terminal can."""

_GAP = 3
"""Columns that did not change but are cheaper sent again than jumped over."""

_SHIFT_COST = 12
"""The cost of a shift, in cells that could be sent instead."""

_ROW_COST = 6
"""The cost of going to a row."""

Frame = Sequence[Row]


class Region(NamedTuple):
    """A rectangle of the screen, half-open."""

    left: int
    top: int
    right: int
    bottom: int


class Cursor(NamedTuple):
    """A place on the screen."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Output:
    """How a terminal is written to: what :class:`~reader.terminal.identity.Terminal` found, or a person chose."""

    encoding: TerminalEncoding = TerminalEncoding.V
    depth: ColourDepth = ColourDepth.TRUE
    margins: bool = False
    erases_in_colour: bool = False
    synchronised: bool = False
    glyphs: Glyphs = ALL_DRAWN

    @classmethod
    def of(cls, terminal: Terminal) -> "Output":
        """The abilities of a terminal as it was identified."""
        return cls(
            terminal.encoding,
            terminal.depth,
            terminal.margins,
            terminal.erases_in_colour,
            terminal.synchronised,
            terminal.glyphs,
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """The contents of the terminal's screen; the default is a screen nothing is known of.

    Attributes:
        painted: The last frame, in visual order.
        sent: Its rows as they were sent, one cell a column.
        cursor: Where the cursor is, None when it is not known.
        style: The look in force, None when it is not known.
    """

    painted: tuple[Row, ...] = ()
    sent: tuple[Row, ...] = ()
    cursor: Cursor | None = None
    style: Style | None = None


class Update(NamedTuple):
    """The bytes to write, and the terminal's contents after them."""

    text: str
    shown: Shown


class _Shift(NamedTuple):
    """Rows of a rectangle moved up by ``by`` rows; down when it is negative."""

    area: Region
    by: int


def update(
    shown: Shown, frame: Frame, output: Output, regions: Iterable[Region] = (), cursor: Cursor | None = None
) -> Update:
    """The text that turns what the terminal shows into a frame.

    Args:
        shown: What it shows now.
        frame: Rows of one width; the terminal has as many rows and columns.
        output: How it is written to. When its encoding has a margin, the terminal has so many columns more.
        regions: Where the frame may have scrolled; the whole frame always counts as one.
        cursor: Where the cursor is to stand; None leaves it wherever it is.
    """
    margin = output.encoding.margin
    painted = tuple([(BLANK,) * margin + tuple(row) for row in frame])
    columns = len(painted[0]) if painted else 0
    pen = _Pen(shown, output)
    held = shown.sent
    if len(held) != len(painted) or (held and len(held[0]) != columns):
        pen.clear()
        held = (fitted((), columns),) * len(painted)
        shown = Shown(painted=held, sent=held)
    sent = _encoded(painted, shown, output)
    areas = [Region(0, 0, columns, len(painted))]
    areas += [region._replace(left=region.left + margin, right=region.right + margin) for region in regions]
    shift, held = _best_plan(held, sent, areas, output)
    if shift:
        pen.shift(shift, columns, len(painted), use_margins=output.margins)
    for y, (old, new) in enumerate(zip(held, sent, strict=True)):
        if old != new:
            pen.write_row(y, old, new)
    if cursor is not None:
        pen.move(Cursor(cursor.row, cursor.column + margin))
    text = "".join(pen.parts)
    if output.synchronised and len(text) >= WORTH_HOLDING:
        text = SYNCHRONISED_START + text + SYNCHRONISED_END
    return Update(text, Shown(painted, sent, pen.cursor, pen.style))


def _encoded(painted: tuple[Row, ...], shown: Shown, output: Output) -> tuple[Row, ...]:
    if output.encoding is TerminalEncoding.V and output.glyphs == ALL_DRAWN:
        return painted
    # A row that has moved is encoded already; text is hashed faster than cells.
    places = {_text(row): y for y, row in enumerate(shown.painted)} if painted != shown.painted else {}
    rows = []
    for y, row in enumerate(painted):
        place = y if row == shown.painted[y] else places.get(_text(row))
        if place is None or shown.painted[place] != row:
            rows.append(encode(drawable(row, output.glyphs), output.encoding))
        else:
            rows.append(shown.sent[place])
    return tuple(rows)


def _text(row: Sequence[ScreenCell]) -> str:
    return "".join([cell.text for cell in row])


def _best_plan(
    held: tuple[Row, ...], wanted: tuple[Row, ...], areas: Sequence[Region], output: Output
) -> tuple[_Shift | None, tuple[Row, ...]]:
    """The shift that leaves least to be sent, if any does, and what the terminal holds after it."""
    best: tuple[_Shift | None, tuple[Row, ...]] = (None, held)
    least = _cells_to_send(held, wanted)
    if least <= _SHIFT_COST:
        return best
    columns = len(wanted[0])
    tried: set[_Shift] = set()
    for area in areas:
        shift = _shift_within(held, wanted, area)
        if shift is None:
            continue
        if not output.margins:
            shift = shift._replace(area=shift.area._replace(left=0, right=columns))
        if shift in tried:
            continue
        tried.add(shift)
        after = _shifted(held, shift)
        cost = _cells_to_send(after, wanted) + _SHIFT_COST
        if cost < least:
            best, least = (shift, after), cost
    return best


def _cells_to_send(held: tuple[Row, ...], wanted: tuple[Row, ...]) -> int:
    total = 0
    for old, new in zip(held, wanted, strict=True):
        if old != new:
            total += _ROW_COST + sum([a != b for a, b in zip(old, new, strict=True)])
    return total


def _shift_within(held: tuple[Row, ...], wanted: tuple[Row, ...], area: Region) -> _Shift | None:
    """How far most of the changed rows of a region have moved, and the smallest rectangle that holds them."""
    left, top, right, bottom = area
    bottom = min(bottom, len(wanted))
    old = [row[left:right] for row in held[top:bottom]]
    new = [row[left:right] for row in wanted[top:bottom]]
    places: dict[str, list[int]] = {}
    for y, row in enumerate(old):
        places.setdefault(_text(row), []).append(y)
    moves: Counter[int] = Counter()
    for y, row in enumerate(new):
        # A row that stands in many places, a blank one above all, tells of no movement.
        if row != old[y] and len(found := places.get(_text(row), [])) == 1:
            moves[found[0] - y] += 1
    if not moves:
        return None
    by, _ = moves.most_common(1)[0]
    if by == 0:  # only looks have changed
        return None
    arrived = [y for y, row in enumerate(new) if 0 <= y + by < len(old) and row == old[y + by]]
    if not arrived:
        return None
    first, last = min(arrived), max(arrived)
    first, last = (first, last + by) if by > 0 else (first + by, last)
    return _Shift(Region(left, top + first, right, top + last + 1), by)


def _shifted(rows: tuple[Row, ...], shift: _Shift) -> tuple[Row, ...]:
    """The terminal's contents after a shift: rows that come in are blank."""
    area, by = shift
    left, top, right, bottom = area
    after = list(rows)
    for y in range(top, bottom):
        source = y + by
        part = rows[source][left:right] if top <= source < bottom else (BLANK,) * (right - left)
        after[y] = rows[y][:left] + part + rows[y][right:]
    # Where an edge cut a wide character in two, terminals differ: such a row is sent anew.
    for y in range(top, bottom):
        row = after[y]
        if any(0 < x < len(row) and row[x].width == 0 for x in (left, right)):
            after[y] = (_UNKNOWN,) * len(row)
    return tuple(after)


_UNKNOWN = ScreenCell("", 1)
"""A row that is not known to be held: equal to nothing that is ever sent."""


class _Pen:
    """Writes cells where they belong, and knows where the cursor is and how it writes."""

    def __init__(self, shown: Shown, output: Output) -> None:
        self.parts: list[str] = []
        self.cursor = shown.cursor
        self.style = shown.style
        self._output = output

    def clear(self) -> None:
        """Start from an empty screen."""
        self._look(PLAIN)
        self.parts.append("\x1b[2J")
        self.cursor = None

    def shift(self, shift: _Shift, columns: int, rows: int, *, use_margins: bool) -> None:
        """Move rows of an area; those that come in are plain blanks."""
        area, by = shift
        left, top, right, bottom = area
        self._look(PLAIN)
        sideways = use_margins and (left > 0 or right < columns)
        if sideways:
            self.parts.append(f"\x1b[?69h\x1b[{left + 1};{right}s")
        partial = top > 0 or bottom < rows
        if partial:
            self.parts.append(f"\x1b[{top + 1};{bottom}r")
        self.cursor = None
        self.move(Cursor(top, left))
        count = "" if abs(by) == 1 else abs(by)
        self.parts.append(f"\x1b[{count}{'M' if by > 0 else 'L'}")
        if sideways:
            self.parts.append("\x1b[?69l")
        if partial:
            self.parts.append("\x1b[r")
        # Where lines are deleted the cursor may go to the margin, and setting margins sends it home.
        self.cursor = None

    def write_row(self, y: int, old: Row, new: Row) -> None:
        """Send what differs between two rows."""
        end = self._blank_end(old, new)
        x = 0
        while x < end:
            if old[x] == new[x]:
                x += 1
                continue
            start, x = self._span(old, new, x, end)
            self.move(Cursor(y, start))
            self._put(new[start:x], y, len(new))
        if end < len(new):
            self.move(Cursor(y, end))
            self._look(new[end].style)
            self.parts.append("\x1b[K")

    def _span(self, old: Row, new: Row, start: int, end: int) -> tuple[int, int]:
        """From the first column that differs to the last before a gap, wide characters whole in both rows."""
        while start and (old[start].width == 0 or new[start].width == 0):
            start -= 1
        last = start
        x = start
        while x < end and x - last <= _GAP:
            if old[x] != new[x] or x == start:
                last = x
            x += 1
        stop = last + 1
        while stop < len(new) and (old[stop].width == 0 or new[stop].width == 0):
            stop += 1
        return start, stop

    def _blank_end(self, old: Row, new: Row) -> int:
        """Where erasing to the end of the row does better than sending blanks; the row's width when nowhere."""
        last = new[-1]
        plain = last.style.blank_is_plain or (
            self._output.erases_in_colour and last.style.blank_is_plain_but_for_background
        )
        if last.text != " " or not plain:
            return len(new)
        end = len(new)
        while end and new[end - 1] == last:
            end -= 1
        # Not into a wide character that is there now: what is left of it would stay.
        while end < len(new) and old[end].width == 0:
            end += 1
        differing = sum([a != b for a, b in zip(old[end:], new[end:], strict=True)])
        return end if differing > 3 else len(new)

    def _put(self, cells: Row, y: int, columns: int) -> None:
        """Send cells from where the cursor is."""
        x = self.cursor.column if self.cursor else 0
        for cell in cells:
            if not cell.width:
                continue
            if self.cursor is None:
                self.move(Cursor(y, x))
            self._look(cell.style)
            self.parts.append(cell.text)
            x += cell.width
            # Behind the last column terminals keep their cursor in different places.
            self.cursor = Cursor(y, x) if x < columns and sure_of_width(cell.text) else None

    def move(self, to: Cursor) -> None:
        """Put the cursor somewhere by the shortest way."""
        at = self.cursor
        if at == to:
            return
        self.cursor = to
        if at is not None and at.row == to.row and to.column > at.column:
            steps = to.column - at.column
            self.parts.append(f"\x1b[{steps}C" if steps > 1 else "\x1b[C")
        elif at is not None and at.row + 1 == to.row and to.column == 0:
            self.parts.append("\r\n")
        elif to.column:
            self.parts.append(f"\x1b[{to.row + 1};{to.column + 1}H")
        else:
            self.parts.append(f"\x1b[{to.row + 1}H" if to.row else "\x1b[H")

    def _look(self, style: Style) -> None:
        if style != self.style:
            self.parts.append(sgr(self.style, style, self._output.depth))
            self.style = style
