"""A pane as a widget: its size, and the mouse on its title and its scroll bar.

Units: cells and rows of the widget. A pane keeps no state of its own: it is given what to show and forgets its rows
    when that changes.
"""

from textual import events
from textual.geometry import Offset, Size

from reader.model import Direction
from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.painted_widget import PaintedWidget
from reader.view.events import POPUP, BarPointed, EdgeDragged, TitleClicked
from reader.view.list_model import ListModel
from reader.view.painted_panes import PaneFrame, Shown
from reader.view.panes.pane import ListContent
from reader.view.styled import PaintedRow


class PaneWidget(PaintedWidget, can_focus=True, inherit_bindings=False):
    """The shared frame of the section tree, the text and the facts.

    Attributes:
        content: What it shows.
    """

    DEFAULT_CSS = """
    PaneWidget { height: 1fr; }
    """

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self.pane_name = name
        self._frame = PaneFrame()
        self.content: Shown = ListContent(ListModel())
        self._held = False
        self._edge_pulled = False

    @property
    def direction(self) -> Direction:
        """The layout's."""
        return self._frame.direction

    @property
    def body(self) -> Size:
        """The cells inside the title, the scroll bar and the frame."""
        return Size(self._frame.inner_width(self.size.width), self._frame.inner_height(self.size.height))

    @property
    def origin(self) -> Offset:
        """Where the body begins in the widget."""
        return Offset(self._frame.left, self._frame.top)

    def show(self, content: Shown, frame: PaneFrame) -> None:
        """Paint something else."""
        if (content, frame) != (self.content, self._frame):
            self.content, self._frame = content, frame
            self.repaint()

    def is_on_bar(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the scroll bar, below the title."""
        return event.x == self._frame.bar_column(self.size.width) and 0 <= event.y - self.origin.y < self.body.height

    def is_on_title(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the title."""
        return event.y < self.origin.y

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The scroll bar taken hold of, which is also the edge of the pane."""
        if self.is_on_bar(event):
            self._held = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The bar follows while it is held; pulled to a side, the edge does."""
        if not self._held:
            return
        if event.x != self._frame.bar_column(self.size.width) and self.pane_name != POPUP and not self._frame.boxed:
            self._edge_pulled = True
        if self._edge_pulled:
            self.post_message(Happened(EdgeDragged(self.pane_name, int(event.screen_x))))
        else:
            self._point_bar(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The bar is let go: to that part, unless it was the edge that was pulled."""
        if self._held:
            if not self._edge_pulled:
                self._point_bar(event)
            self._held = self._edge_pulled = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click on the title focuses the pane."""
        if self.is_on_title(event):
            self.post_message(Happened(TitleClicked(self.pane_name)))

    def _point_bar(self, event: events.MouseEvent) -> None:
        fraction = (event.y - self.origin.y) / max(1, self.body.height - 1)
        self.post_message(Happened(BarPointed(self.pane_name, min(1.0, max(0.0, fraction)))))

    def painted_rows(self) -> tuple[PaintedRow, ...]:
        """The title, the content with the scroll bar at its side, the frame."""
        return self._frame.painted(self.content, *self.size)
