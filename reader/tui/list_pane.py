"""Panes that show a list: the section tree, the facts, the bookmarks and the keys."""

from textual import events
from textual.message import Message

from reader.tui.pane import TITLE, Pane
from reader.view.list_model import Item, ListModel
from reader.view.styled import PaintedRow, TextRole, compose, isolated, styled, wrapped

DETAILS_MOST = 4
"""Rows that details take at most."""


class ListPane(Pane):
    """Paints a :class:`~reader.view.list_model.ListModel`."""

    class Moved(Message):
        """The list's cursor or its view was moved with the mouse."""

        def __init__(self, pane: "ListPane", model: ListModel) -> None:
            super().__init__()
            self.pane = pane
            self.model = model

    class Chosen(Message):
        """An item was clicked, in a cell counted from the list's left edge."""

        def __init__(self, pane: "ListPane", item: Item, column: int) -> None:
            super().__init__()
            self.pane = pane
            self.item = item
            self.column = column

    def __init__(self, name: str, theme: str) -> None:
        super().__init__(name, theme)
        self.model = ListModel()
        self.empty = ""
        self.details = ""
        self._given: tuple[ListModel, str, str] | None = None

    def show(self, model: ListModel, *, empty: str, details: str = "") -> None:
        """Paint another list.

        ``empty`` stands in for no items, ``details`` tell of the current one at the pane's foot.
        """
        if (model, empty, details) == self._given:
            return
        self._given = (model, empty, details)
        self.model, self.empty, self.details = model, empty, details
        self.repaint()

    def rows(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The visible items, and the details below them."""
        if not self.model.items:
            return (compose(styled(self.empty, TextRole.MUTED), width, self.direction),)
        details = self._details(width, height)
        room = height - len(details)
        self.model = self.model.shown(room)
        rows = self.model.painted(width, room, self.direction, focused=self.has_focus)
        return (*rows, *((),) * (room - len(rows)), *details) if details else rows

    def extent(self, height: int) -> tuple[float, float]:
        """The items on the screen among all."""
        total = len(self.model.items)
        if not total:
            return 0.0, 1.0
        return self.model.top / total, min(1.0, (self.model.top + self._room(height)) / total)

    def on_click(self, event: events.Click) -> None:
        """A click chooses the item under it."""
        model = self.model.at_row(event.y - (TITLE if self.titled else 0))
        row = model.cursor - model.top
        if model.current and row == event.y - (TITLE if self.titled else 0):
            self.post_message(self.Moved(self, model))
            column = event.x - (1 if self.direction.is_rtl and self.barred else 0)
            self.post_message(self.Chosen(self, model.current, column))

    def on_mouse_scroll_down(self) -> None:
        """Three rows down."""
        self._wheel(3)

    def on_mouse_scroll_up(self) -> None:
        """Three rows up."""
        self._wheel(-3)

    def _wheel(self, rows: int) -> None:
        self.post_message(self.Moved(self, self.model.scrolled(rows, self._room(self.body.height))))

    def _room(self, height: int) -> int:
        """Rows for the items, some kept for the details where there are any."""
        return height - len(self._details(self.body.width, height))

    def _details(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """What is told of the current item, in the last rows of a pane that has enough of them."""
        if not self.details or height < 3:
            return ()
        most = max(1, min(DETAILS_MOST, height // 6))
        return wrapped(isolated(self.details, default=self.direction), width, most, self.direction, (TextRole.NOTICE,))
