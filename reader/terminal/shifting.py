"""Rows that the terminal moves by itself: where a part of the screen has scrolled, and whether moving it pays.

Units: rows and columns counted from 0. Costs are bytes to be sent, about: looks are not counted.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress, repeat
from operator import is_not, itemgetter

from reader.named_tuples import NamedTuple
from reader.terminal.row import BLANK, Row, ScreenCell

_SHIFT_COST = 40
"""The cost of a shift with margins set and taken back."""

_ROW_COST = 6
"""The cost of going to a row."""

_text_of = itemgetter(0)


SHORTEST_SCROLL = 3
"""Rows that a part of the screen has at least to be looked at for scrolling."""


class Region(NamedTuple):
    """A rectangle of the screen, half-open."""

    left: int
    top: int
    right: int
    bottom: int


class Shift(NamedTuple):
    """Rows of a rectangle moved up by ``by`` rows; down when it is negative."""

    area: Region
    by: int


def best_shift(
    held: tuple[Row, ...], wanted: tuple[Row, ...], areas: Sequence[Region], *, sideways: bool
) -> tuple[Shift | None, tuple[Row, ...]]:
    """The shift that leaves least to be sent, None where none pays, and what the terminal holds after it.

    Args:
        held: What it holds.
        wanted: What it is to hold.
        areas: Where rows may have moved.
        sideways: Whether it can move a part of its columns; else whole rows move, and what stands beside is sent anew.
    """
    staying = list(map(_cost, held, wanted))
    if sum(staying) <= _SHIFT_COST:
        return None, held
    best: Shift | None = None
    most = _SHIFT_COST
    tried: set[tuple[Region, int]] = set()
    for area in areas:
        by = _moved_by(held, wanted, area)
        if not by:
            continue
        moving = _sides(held, wanted, area, by) if sideways else area._replace(left=0, right=len(wanted[0]))
        if (moving, by) in tried:
            continue
        tried.add((moving, by))
        shift, saved = _rows_worth_moving(held, wanted, moving, by, staying)
        if saved > most:
            best, most = shift, saved
    return best, _shifted(held, best) if best else held


def _cost(old: Sequence[ScreenCell], new: Sequence[ScreenCell]) -> int:
    """The cost of sending a row, or a part of it. Blanks come in runs, which are erased."""
    if old == new:  # cells that are equal are one object, so that this is soon told
        return 0
    text = "".join(map(_text_of, compress(new, map(is_not, old, new))))
    return _ROW_COST + len(text.encode()) - text.count(" ") * 2 // 3 if text else 0


def _moved_by(held: tuple[Row, ...], wanted: tuple[Row, ...], area: Region) -> int:
    """How many rows most of the rows of an area that changed have moved up; 0 where they have not moved."""
    left, top, right, bottom = area
    if all(old[left:right] == new[left:right] for old, new in zip(held[top:bottom], wanted[top:bottom], strict=True)):
        return 0
    old = [tuple(map(id, row[left:right])) for row in held[top:bottom]]
    new = [tuple(map(id, row[left:right])) for row in wanted[top:bottom]]
    places: dict[tuple[int, ...], list[int]] = {}
    for y, row in enumerate(old):
        places.setdefault(row, []).append(y)
    moves: Counter[int] = Counter()
    for y, row in enumerate(new):
        # A row that stands in many places, a blank one above all, tells of no movement.
        if row != old[y] and len(found := places.get(row, [])) == 1:
            moves[found[0] - y] += 1
    return moves.most_common(1)[0][0] if moves else 0


def _sides(held: tuple[Row, ...], wanted: tuple[Row, ...], area: Region, by: int) -> Region:
    """The area without the columns at its sides that stay rather than move, as a scroll bar does."""
    left, top, right, bottom = area
    bottom = min(bottom, len(wanted))
    rows = range(max(top, top - by), min(bottom, bottom - by))

    def stays(x: int) -> bool:
        new = [wanted[y][x] for y in rows]
        moving = sum(map(is_not, [held[y + by][x] for y in rows], new))
        return moving > sum(map(is_not, [held[y][x] for y in rows], new))

    while left < right - 1 and stays(left):
        left += 1
    while left < right - 1 and stays(right - 1):
        right -= 1
    return Region(left, top, right, bottom)


def _rows_worth_moving(
    held: tuple[Row, ...], wanted: tuple[Row, ...], area: Region, by: int, staying: Sequence[int]
) -> tuple[Shift, int]:
    """The rows whose movement saves most, and how much that is; ``staying`` are the costs of whole rows as they are."""
    left, top, right, bottom = area
    bottom = min(bottom, len(wanted))
    if right - left < len(wanted[0]):
        staying = [_cost(old[left:right], new[left:right]) for old, new in zip(held, wanted, strict=True)]
    best = saved = 0
    first = start = last = top
    for y in range(max(top, top - by), min(bottom, bottom - by)):
        if saved <= 0:
            saved, start = 0, y
        saved += staying[y] - _cost(held[y + by][left:right], wanted[y][left:right])
        if saved > best:
            best, first, last = saved, start, y
    if not best:
        return Shift(area, by), 0
    coming = range(last + 1, last + by + 1) if by > 0 else range(first + by, first)
    blank = (BLANK,) * (right - left)
    best += sum(staying[y] - _cost(blank, wanted[y][left:right]) for y in coming)
    return Shift(Region(left, min(first, *coming), right, max(last, *coming) + 1), by), best


def _shifted(rows: tuple[Row, ...], shift: Shift) -> tuple[Row, ...]:
    """The terminal's contents after a shift: rows that come in are blank."""
    area, by = shift
    left, top, right, bottom = area
    after = list(rows)
    for y in range(top, bottom):
        source = y + by
        part = rows[source][left:right] if top <= source < bottom else (BLANK,) * (right - left)
        row = part if len(part) == len(rows[y]) else rows[y][:left] + part + rows[y][right:]
        # Where an edge cut a wide character in two, terminals differ: such a row is sent anew.
        cut = any(0 < x < len(row) and row[x].width == 0 for x in (left, right))
        after[y] = tuple(repeat(UNKNOWN, len(row))) if cut else row
    return tuple(after)


UNKNOWN = ScreenCell("", 1)
"""A cell that is not known to be held: equal to nothing that is ever sent."""
