"""A pane: a title, rows painted from the state, and a scroll bar at the side the reading ends at.

Units: cells and rows of the widget. A pane keeps no state of its own: it is given what to show and forgets its rows
    when that changes.
"""

from textual import events
from textual.geometry import Offset, Size

from reader.model import Direction
from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.painted_widget import PaintedWidget
from reader.view.arrange import BAR, FRAME, TITLE
from reader.view.events import POPUP, BarPointed, EdgeDragged, TitleClicked
from reader.view.scrollbar import bar_cell, thumb
from reader.view.styled import (
    PaintedRow,
    StyledRun,
    TextRole,
    blank,
    compose,
    cropped,
    fitted,
    isolated,
    row_width,
    styled,
)


class PaneWidget(PaintedWidget, can_focus=True, inherit_bindings=False):
    """The shared frame of the section tree, the text and the facts."""

    DEFAULT_CSS = """
    PaneWidget { height: 1fr; }
    """

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self.pane_name = name
        self.direction = Direction.LTR
        self.heading = ""
        self.remark = ""
        self.titled = True
        self.boxed = False
        self._held = False
        self._edge_pulled = False

    @property
    def body(self) -> Size:
        """The cells inside the title, the scroll bar and the frame."""
        frame = FRAME if self.boxed else 0
        return Size(
            max(0, self.size.width - BAR - frame),
            max(0, self.size.height - self.origin.y - frame),
        )

    @property
    def origin(self) -> Offset:
        """Where the body begins in the widget."""
        return Offset(
            int(self.boxed or self.direction.is_rtl) * BAR,
            TITLE if self.titled or self.boxed else 0,
        )

    def rows(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The body's rows; fewer when there is less to show."""
        raise NotImplementedError

    def extent(self, height: int) -> tuple[float, float]:
        """The part of the whole that the body shows, as two fractions."""
        raise NotImplementedError

    def marks(self, height: int) -> frozenset[int]:
        """The rows of the scroll bar where something is marked."""
        del height
        return frozenset()

    def frame(
        self, direction: Direction, heading: str, remark: str = "", *, titled: bool = True, boxed: bool = False
    ) -> None:
        """Set the layout's direction, the title and a remark beside it, and whether it has a title, and a frame."""
        frame = (direction, heading, remark, titled, boxed)
        if frame != (self.direction, self.heading, self.remark, self.titled, self.boxed):
            self.direction, self.heading, self.remark, self.titled, self.boxed = frame
            self.repaint()

    def on_focus(self) -> None:
        """The title and the cursor look different in the pane that is focused."""
        self.repaint()

    def on_blur(self) -> None:
        """As with focus."""
        self.repaint()

    @property
    def _bar_column(self) -> int:
        return 0 if self.direction.is_rtl else self.size.width - BAR

    def is_on_bar(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the scroll bar, below the title."""
        return event.x == self._bar_column and 0 <= event.y - self.origin.y < self.body.height

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
        if event.x != self._bar_column and self.pane_name != POPUP and not self.boxed:
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

    def painted_rows(self) -> list[PaintedRow]:
        """The title, the body's rows with the scroll bar at their side, the frame."""
        width, height = self.body
        rows = list(self.rows(width, height))
        rows += [blank(width)] * (height - len(rows))
        lit = thumb(*self.extent(height), height)
        marked = self.marks(height)
        framed = [self._framed(row, width, bar_cell(y, lit, marked)) for y, row in enumerate(rows[:height])]
        if self.boxed:
            framed = [self._lid(), *framed, self._line("└", "┘")]
        elif self.titled and self.size.height:
            framed.insert(0, self._title(self.size.width))
        return framed

    def _framed(self, row: PaintedRow, width: int, bar: StyledRun) -> PaintedRow:
        row = (*row, *blank(width - row_width(row)))
        side = (StyledRun("│", 1, (TextRole.TRACK,)),) if self.boxed else ()
        return (bar, *row, *side) if self.direction.is_rtl else (*side, *row, bar)

    def _line(self, left: str, right: str) -> PaintedRow:
        width = self.size.width
        return (StyledRun(left + "─" * max(0, width - 2) + right, width, (TextRole.TRACK,)),)

    def _lid(self) -> PaintedRow:
        """The frame's upper line, with the title in it."""
        title = self._title(max(0, self.size.width - 6))
        line = self._line("┌", "┐")
        return cropped(line, 0, 2) + blank(1) + title + blank(1) + cropped(line, 4 + row_width(title), self.size.width)

    def _title(self, width: int) -> PaintedRow:
        role = TextRole.PANE_TITLE if self.has_focus else TextRole.PANE_TITLE_IDLE
        text = styled(self.heading)
        if self.remark:
            text += styled("  ") + isolated(self.remark, TextRole.MUTED)
        if not self.boxed:
            return compose(text, width, self.direction, (role,))
        return fitted(text, width, self.direction, (role,))
