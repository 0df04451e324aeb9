"""A list of one-line items with a cursor: sections, facts, bookmarks and keys are all shown by it.

Units: item indexes, and rows and cells of the pane it is painted in. Everything here is frozen; a movement gives a new
    list.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model import Direction, Range
from reader.view.styled import PaintedRow, Piece, Role, StyledText, blank, compose, fitted, row_width

_MIRRORED = str.maketrans("├└┌┤┘┐▸◂", "┤┘┐├└┌◂▸")


class Item(NamedTuple):
    """One line of a list.

    Attributes:
        text: What it says.
        target: The range of the document it leads to.
        key: What tells it from the others while the list changes.
        guide: Box drawing before the text, in reading order from left to right; mirrored with the layout.
        trail: A short remark at the far end of the line.
        selectable: Whether the cursor stops there.
    """

    text: StyledText
    target: Range | None = None
    key: object = None
    guide: str = ""
    trail: StyledText = StyledText()
    selectable: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """Items, the one under the cursor, and the first one shown."""

    items: tuple[Item, ...] = ()
    cursor: int = 0
    top: int = 0

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def moved(self, steps: int) -> "Listing":
        """The cursor so many selectable items further, stopping at the ends."""
        order = [i for i, item in enumerate(self.items) if item.selectable]
        if not order:
            return self
        at = next((n for n, i in enumerate(order) if i >= self.cursor), len(order) - 1)
        return replace(self, cursor=order[max(0, min(len(order) - 1, at + steps))])

    def at_key(self, key: object) -> "Listing":
        """The cursor on the item of a key; unchanged when there is none."""
        for i, item in enumerate(self.items):
            if item.key == key:
                return replace(self, cursor=i)
        return self

    def at_row(self, row: int) -> "Listing":
        """The cursor on the item painted in a row of the pane; unchanged where it would not stop."""
        i = self.top + row
        return replace(self, cursor=i) if 0 <= i < len(self.items) and self.items[i].selectable else self

    def with_items(self, items: tuple[Item, ...]) -> "Listing":
        """Other items, the cursor staying on the same key where it is still there."""
        key = self.current.key if self.current else None
        fresh = Listing(items, min(self.cursor, max(0, len(items) - 1)), self.top)
        return fresh.at_key(key).moved(0)

    def shown(self, height: int) -> "Listing":
        """Scrolled no further than needed for the cursor to be among ``height`` rows."""
        top = min(self.top, max(0, len(self.items) - height))
        if self.cursor < top:
            top = self.cursor
            if all(not item.selectable for item in self.items[:top]):
                top = 0  # nothing but headings above: show them
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        return replace(self, top=max(0, top))

    def scrolled(self, rows: int, height: int) -> "Listing":
        """The view so many rows further, the cursor kept inside it."""
        top = max(0, min(len(self.items) - height, self.top + rows))
        moved = replace(self, top=top, cursor=max(top, min(self.cursor, top + height - 1)))
        return moved.moved(0)

    def painted(self, width: int, height: int, base: Direction, *, focused: bool) -> tuple[PaintedRow, ...]:
        """The rows a pane shows; fewer than ``height`` when the list is shorter."""
        rows = []
        for i in range(self.top, min(len(self.items), self.top + height)):
            roles: tuple[Role, ...] = (Role.TEXT,)
            if i == self.cursor and self.items[i].selectable:
                roles = (Role.TEXT, Role.CURSOR if focused else Role.CURSOR_IDLE)
            rows.append(_painted_item(self.items[i], width, base, roles))
        return tuple(rows)


def _painted_item(item: Item, width: int, base: Direction, roles: tuple[Role, ...]) -> PaintedRow:
    guide = item.guide[::-1].translate(_MIRRORED) if base.is_rtl else item.guide
    lead: PaintedRow = (Piece(guide, len(guide), (*roles, Role.MUTED)),) if guide else ()
    trail = fitted(item.trail, max(0, min(width // 2, width - len(guide))), base, roles) if item.trail.text else ()
    room = width - len(guide) - row_width(trail) - (1 if trail else 0)
    text = compose(item.text, max(0, room), base, roles)
    gap = blank(1, *roles) if trail else ()
    return (*trail, *gap, *text, *lead) if base.is_rtl else (*lead, *text, *gap, *trail)
