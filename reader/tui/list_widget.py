"""Panes that show a list: the section tree, the facts, the bookmarks and the keys."""

from textual import events

from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.pane_widget import PaneWidget
from reader.view.events import ItemClicked, ListMoved
from reader.view.list_model import ListModel
from reader.view.panes.pane import ListContent
from reader.view.styled import PaintedRow, TextRole, compose, isolated, styled, wrapped

DETAILS_MOST = 4
"""Rows that details take at most."""


class ListWidget(PaneWidget):
    """Paints a :class:`~reader.view.list_model.ListModel`."""

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self.model = ListModel()
        self._content = ListContent(self.model)

    def show(self, content: ListContent) -> None:
        """Paint another list."""
        if content == self._content:
            return
        self._content, self.model = content, content.model
        self.repaint()

    def rows(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The visible items, and the details below them."""
        if not self.model.items:
            return (compose(styled(self._content.empty, TextRole.MUTED), width, self.direction),)
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
        if self.is_on_bar(event) or self.is_on_title(event):
            return
        x, y = event.x - self.origin.x, event.y - self.origin.y
        model = self.model.at_row(y)
        if model.current and model.cursor - model.top == y and 0 <= x < self.body.width:
            self.post_message(Happened(ListMoved(self.pane_name, model)))
            self.post_message(Happened(ItemClicked(self.pane_name, x)))

    def on_mouse_scroll_down(self) -> None:
        """Three rows down."""
        self._wheel(3)

    def on_mouse_scroll_up(self) -> None:
        """Three rows up."""
        self._wheel(-3)

    def _wheel(self, rows: int) -> None:
        moved = self.model.scrolled(rows, self._room(self.body.height))
        self.post_message(Happened(ListMoved(self.pane_name, moved)))

    def _room(self, height: int) -> int:
        """Rows for the items, some kept for the details where there are any."""
        return height - len(self._details(self.body.width, height))

    def _details(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The details of the current item, in the last rows of a pane that has enough of them."""
        if not self._content.details or height < 3:
            return ()
        most = height // 2 if self._content.roomy else max(1, min(DETAILS_MOST, height // 6))
        rows: list[PaintedRow] = []
        for line in self._content.details.split("\n"):
            if len(rows) < most:
                text = isolated(line, default=self.direction)
                rows += wrapped(text, width, most - len(rows), self.direction, (TextRole.NOTICE,))
        return tuple(rows)
