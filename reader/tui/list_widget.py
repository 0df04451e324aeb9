"""Panes that show a list: the section tree, the facts, the bookmarks and the keys."""

from textual import events

from reader.tui.happened import Happened
from reader.tui.pane_widget import PaneWidget
from reader.view.events import ItemClicked, ListMoved
from reader.view.list_model import ListModel
from reader.view.painted_panes import list_room, list_shown
from reader.view.panes.pane import ListContent


class ListWidget(PaneWidget):
    """The mouse on a :class:`~reader.view.panes.pane.ListContent`."""

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
        moved = self.model.scrolled(rows, list_room(self._list, *self.body, self.direction))
        self.post_message(Happened(ListMoved(self.pane_name, moved)))

    @property
    def model(self) -> ListModel:
        """The list as it is painted."""
        return list_shown(self._list, *self.body, self.direction)

    @property
    def _list(self) -> ListContent:
        return self.content if isinstance(self.content, ListContent) else ListContent(ListModel())
