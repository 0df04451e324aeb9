"""A list of one-line items with a cursor: sections, facts, bookmarks and keys are all shown by it.

Units: item indexes, and rows and cells of the pane it is painted in. Everything here is frozen; a movement gives a new
    list. Items may be made as they are asked for (:class:`KeyedItems`): no movement looks at more of them than the
    screen holds, but for stretches where the cursor does not stop.
"""

from abc import abstractmethod
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Protocol

from reader.model import Direction, Range
from reader.named_tuples import NamedTuple
from reader.values import dataclass, replace
from reader.view.styled import PaintedRow, StyledRun, StyledText, TextRole, blank, compose, fitted, row_width

_MIRRORED = str.maketrans("├└┌┤┘┐▸◂", "┤┘┐├└┌◂▸")


SIGN = 1
"""Cells of the reading position's sign, in a list that has one."""


class Drawing(Protocol):
    """A drawing in the place of an item's text: a bar, a time line."""

    def painted(self, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
        """Exactly ``width`` cells, mirrored where the base direction is; ``roles`` are the line's."""
        ...


class Column(NamedTuple):
    """Words before the texts of a list's lines, as wide in each: at most a third of the line."""

    text: StyledText
    width: int


class Item(NamedTuple):
    """One line of a list.

    Attributes:
        text: What it says.
        target: The range of the document it leads to.
        key: What tells it from the others while the list changes.
        guide: Box drawing before the text, in reading order from left to right; mirrored with the layout.
        trail: A short remark at the far end of the line.
        selectable: Whether the cursor stops there.
        drawing: What is painted in the place of text and trail.
        column: What stands between the guide and the text.
    """

    text: StyledText
    target: Range | None = None
    key: object = None
    guide: str = ""
    trail: StyledText = StyledText()
    selectable: bool = True
    drawing: Drawing | None = None
    column: Column | None = None


class KeyedItems(Sequence[Item]):
    """Items too many to be made before they are shown; compared by identity."""

    @abstractmethod
    def index_of(self, key: object) -> int | None:
        """The index of the item of a key; None when there is none."""


@dataclass(frozen=True, slots=True)
class ListModel:
    """Items, the one under the cursor, and the first one shown.

    Attributes:
        marked: Items that tell of the reading position, by index; None for a list that marks nothing and has no
            column for it.
    """

    items: Sequence[Item] = ()
    cursor: int = 0
    top: int = 0
    marked: frozenset[int] | None = None

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def moved(self, steps: int) -> "ListModel":
        """The cursor so many items further and on to one where it stops, if there is one; it stays at the ends."""
        if not self.items:
            return self
        last = len(self.items) - 1
        at = max(0, min(last, self.cursor + steps))
        on, back = range(at, last + 1), range(at, -1, -1)
        ways = chain(on, back) if steps >= 0 else chain(back, on)
        stop = next((i for i in ways if self.items[i].selectable), None)
        return self if stop is None else replace(self, cursor=stop)

    def at_key(self, key: object) -> "ListModel":
        """The cursor on the item of a key; unchanged when there is none."""
        i = self.index_of(key)
        return self if i is None else replace(self, cursor=i)

    def index_of(self, key: object) -> int | None:
        """The index of the item of a key; None when there is none."""
        if isinstance(self.items, KeyedItems):
            return self.items.index_of(key)
        return next((i for i, item in enumerate(self.items) if item.key == key), None)

    def at_row(self, row: int) -> "ListModel":
        """The cursor on the item painted in a row of the pane; unchanged where it would not stop."""
        i = self.top + row
        return replace(self, cursor=i) if 0 <= i < len(self.items) and self.items[i].selectable else self

    def with_items(self, items: Sequence[Item]) -> "ListModel":
        """Other items, the cursor staying on the same key where it is still there."""
        key = self.current.key if self.current else None
        fresh = replace(self, items=items, cursor=min(self.cursor, max(0, len(items) - 1)))
        return fresh.at_key(key).moved(0)

    def shown(self, height: int) -> "ListModel":
        """Scrolled no further than needed for the cursor to be among ``height`` rows."""
        top = min(self.top, max(0, len(self.items) - height))
        if self.cursor < top:
            top = self.cursor
            if all(not self.items[i].selectable for i in range(top)):
                top = 0  # nothing but headings above: show them
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        return replace(self, top=max(0, top))

    def scrolled(self, rows: int, height: int) -> "ListModel":
        """The view so many rows further, the cursor kept inside it."""
        top = max(0, min(len(self.items) - height, self.top + rows))
        moved = replace(self, top=top, cursor=max(top, min(self.cursor, top + height - 1)))
        return moved.moved(0)

    def painted(self, width: int, height: int, base: Direction, *, focused: bool) -> tuple[PaintedRow, ...]:
        """The rows a pane shows; fewer than ``height`` when the list is shorter."""
        rows = []
        for i in range(self.top, min(len(self.items), self.top + height)):
            chosen = i == self.cursor and self.items[i].selectable
            room = width if self.marked is None else max(0, width - SIGN)
            row = _painted_item(self.items[i], room, base, (TextRole.TEXT,))
            if chosen:
                row = _lit(row, TextRole.CURSOR if focused else TextRole.CURSOR_IDLE)
            if self.marked is None:
                rows.append(row)
                continue
            sign = reading_sign(base, lit=i in self.marked)
            rows.append((*row, sign) if base.is_rtl else (sign, *row))
        return tuple(rows)


def reading_sign(base: Direction, *, lit: bool) -> StyledRun:
    """The cell that tells where one reads, beside the text and in lists, at the side reading begins at."""
    return StyledRun(("▐" if base.is_rtl else "▌") if lit else " ", 1, (TextRole.CURRENT,) if lit else ())


def _lit(row: PaintedRow, role: TextRole) -> PaintedRow:
    """The cursor's bar over a whole row, whatever its parts look like."""
    return tuple(run._replace(roles=(*run.roles, role)) for run in row)


def _painted_item(item: Item, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
    if not item.drawing:
        return _painted_line(item._replace(target=None, key=None), width, base, roles)
    lead = _lead(item.guide, base, roles)
    drawn = item.drawing.painted(max(0, width - len(item.guide)), base, roles)
    return (*drawn, lead) if base.is_rtl else (lead, *drawn)


def _lead(guide: str, base: Direction, roles: tuple[TextRole, ...]) -> StyledRun:
    """The box drawing before a line's text."""
    shown = guide[::-1].translate(_MIRRORED) if base.is_rtl else guide
    return StyledRun(shown, len(shown), (*roles, TextRole.MUTED))


@lru_cache(maxsize=1024)
def _painted_line(line: Item, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
    """A line of words, whatever it leads to: a list that is marked elsewhere has the same ones."""
    text, _, _, guide, trail, _, _, column = line
    before: tuple[PaintedRow, ...] = ((_lead(guide, base, roles),),)
    room = width - len(guide)
    if column:
        cells = min(column.width, room // 3)
        beside = fitted(column.text, cells, base, roles)
        before = (*before, beside, blank(cells - row_width(beside) + _COLUMN_GAP, *roles))
        room = max(0, room - cells - _COLUMN_GAP)
    far = fitted(trail, min(width // 2, room), base, roles) if trail.text else ()
    near = compose(text, max(0, room - row_width(far) - bool(far)), base, roles)
    parts = (*before, near, blank(1, *roles) if far else (), far)
    return tuple([piece for part in (reversed(parts) if base.is_rtl else parts) for piece in part])


_COLUMN_GAP = 2
"""Cells between a column and the text."""
