"""The reading pane: the document's text, bidi-corrected, with everything that is marked on it."""

from textual import events

from reader.model import Pos
from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.pane_widget import PaneWidget
from reader.view.events import Clicked, Dragged, Pointed, Wheeled
from reader.view.page import painted_page, pos_under
from reader.view.reading_state import ReadingState
from reader.view.scrollbar import marked_rows
from reader.view.styled import PaintedRow, TextRole, compose, styled


class TextWidget(PaneWidget):
    """Paints a :class:`~reader.view.reading_state.ReadingState`."""

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self._state: ReadingState | None = None
        self._anchor: Pos | None = None
        self._dragged = False
        self._empty = ""

    def show(self, state: ReadingState, empty: str = "") -> None:
        """Paint another state, or a text in the place of nothing."""
        if state is not self._state or empty != self._empty:
            self._state, self._empty = state, empty
            self.repaint()

    def rows(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The text's rows."""
        if not self._state:
            return ()
        if not self._state.document.blocks:
            return (compose(styled(self._empty, TextRole.MUTED), width, self.direction),)
        return painted_page(self._state, width)[:height]

    def extent(self, height: int) -> tuple[float, float]:
        """The part of the document on the screen, by its characters."""
        del height
        state = self._state
        rows = state.rows() if state else ()
        if not state or not rows:
            return 0.0, 1.0
        length = max(1, len(state.document))
        first, last = rows[0].range.start, rows[-1].range.end
        at_start = state.shown_top <= state.document.blocks[0].range.start
        at_end = last >= state.document.blocks[-1].range.end
        return 0.0 if at_start else first / length, 1.0 if at_end else last / length

    def marks(self, height: int) -> frozenset[int]:
        """Where there are hits."""
        state = self._state
        return marked_rows(state.spread, len(state.document), height) if state and state.hits else frozenset()

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
        if self._state is None or (self._anchor is None and (self.is_on_bar(event) or self.is_on_title(event))):
            return None
        return pos_under(self._state, self.body.width, event.x - self.origin.x, event.y - self.origin.y)
