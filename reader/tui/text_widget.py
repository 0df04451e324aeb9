"""Panes that show a text: the document's, a conversation."""

from textual import events

from reader.model import Pos
from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.pane_widget import PaneWidget
from reader.view.events import Clicked, Dragged, Pointed, Wheeled
from reader.view.page import pos_under
from reader.view.panes.pane import TextContent


class TextWidget(PaneWidget):
    """The mouse on a :class:`~reader.view.panes.pane.TextContent`."""

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self._anchor: Pos | None = None
        self._dragged = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click puts the reading position there; a drag selects from there on."""
        self._anchor = None
        self._anchor = self._pos_of(event)
        self._dragged = False
        if self._anchor is not None:
            self.capture_mouse()
            self.post_message(Happened(Pointed(self.pane_name, self._anchor)))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """While the button is held, the text between is selected."""
        if self._anchor is None:
            return
        pos = self._pos_of(event)
        if pos is not None and pos != self._anchor:
            self._dragged = True
            self.post_message(Happened(Dragged(self.pane_name, self._anchor, pos)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The selection stands."""
        del event
        if self._anchor is not None:
            self._anchor = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click where the button was pressed: on a link, on a word, on a sentence."""
        pos = self._pos_of(event)
        if pos is not None and not self._dragged:
            self.post_message(Happened(Clicked(self.pane_name, pos, min(3, event.chain))))

    def on_mouse_scroll_down(self) -> None:
        """Three rows down, as elsewhere."""
        self.post_message(Happened(Wheeled(self.pane_name, 3)))

    def on_mouse_scroll_up(self) -> None:
        """Three rows up."""
        self.post_message(Happened(Wheeled(self.pane_name, -3)))

    def _pos_of(self, event: events.MouseEvent) -> Pos | None:
        text = self.content
        if not isinstance(text, TextContent) or (
            self._anchor is None and (self.is_on_bar(event) or self.is_on_title(event))
        ):
            return None
        return pos_under(text.reading, self.body.width, event.x - self.origin.x, event.y - self.origin.y)
