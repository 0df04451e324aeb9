"""A pane: a title, rows painted from the state, and a scroll bar at the side the reading ends at.

Units: cells and rows of the widget. A pane keeps no state of its own: it is given what to show and forgets its rows
    when that changes.
"""

from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Direction
from reader.tui.happened import Happened
from reader.tui.paint import strip_of
from reader.view.arrange import BAR, TITLE
from reader.view.events import BarPointed, TitleClicked
from reader.view.scrollbar import bar_cell, thumb
from reader.view.styled import PaintedRow, StyledRun, TextRole, blank, compose, isolated, row_width, styled


class PaneWidget(Widget, can_focus=True, inherit_bindings=False):
    """The shared frame of the section tree, the text and the facts."""

    DEFAULT_CSS = """
    PaneWidget { height: 1fr; }
    """

    def __init__(self, name: str, theme: str) -> None:
        super().__init__(id=name, name=name)
        self.pane_name = name
        self.theme = theme
        self.direction = Direction.LTR
        self.heading = ""
        self.remark = ""
        self.titled = True
        self.barred = True
        self._rows: tuple[Strip, ...] | None = None
        self._held = False

    @property
    def body(self) -> Size:
        """The cells inside the frame."""
        return Size(
            max(0, self.size.width - (BAR if self.barred else 0)),
            max(0, self.size.height - (TITLE if self.titled else 0)),
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

    def frame(self, direction: Direction, heading: str, remark: str = "") -> None:
        """Set the layout's direction, the title and a remark beside it."""
        if (direction, heading, remark) != (self.direction, self.heading, self.remark):
            self.direction, self.heading, self.remark = direction, heading, remark
            self.repaint()

    def repaint(self) -> None:
        """Forget the rows; they are painted anew when they are next shown."""
        self._rows = None
        self.refresh()

    def on_focus(self) -> None:
        """The title and the cursor look different in the pane that is focused."""
        self.repaint()

    def on_blur(self) -> None:
        """As with focus."""
        self.repaint()

    def on_resize(self) -> None:
        """Other sizes have other rows."""
        self.repaint()

    def is_on_bar(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the scroll bar, below the title."""
        side = 0 if self.direction.is_rtl else self.size.width - 1
        return self.barred and event.x == side and not self.is_on_title(event)

    def is_on_title(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the title."""
        return self.titled and event.y == 0

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """On the scroll bar: to that part; it follows until the button is let go."""
        if self.is_on_bar(event):
            self._held = True
            self.capture_mouse()
            self._point_bar(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The bar follows while it is held."""
        if self._held:
            self._point_bar(event)

    def on_mouse_up(self) -> None:
        """The bar is let go."""
        if self._held:
            self._held = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click on the title focuses the pane."""
        if self.is_on_title(event):
            self.post_message(Happened(TitleClicked(self.pane_name)))

    def _point_bar(self, event: events.MouseEvent) -> None:
        row = event.y - (TITLE if self.titled else 0)
        fraction = row / max(1, self.body.height - 1)
        self.post_message(Happened(BarPointed(self.pane_name, min(1.0, max(0.0, fraction)))))

    def render_line(self, y: int) -> Strip:
        """One row of the widget."""
        if self._rows is None:
            self._rows = self._painted()
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width)

    def _painted(self) -> tuple[Strip, ...]:
        width, height = self.body
        rows = list(self.rows(width, height))
        rows += [blank(width)] * (height - len(rows))
        lit = thumb(*self.extent(height), height)
        marked = self.marks(height)
        framed = [self._framed(row, width, bar_cell(y, lit, marked)) for y, row in enumerate(rows[:height])]
        if self.titled and self.size.height:
            framed.insert(0, self._title())
        return tuple(strip_of(row, self.size.width, self.theme) for row in framed)

    def _framed(self, row: PaintedRow, width: int, bar: StyledRun) -> PaintedRow:
        if not self.barred:
            return row
        row = (*row, *blank(width - row_width(row)))
        return (bar, *row) if self.direction.is_rtl else (*row, bar)

    def _title(self) -> PaintedRow:
        role = TextRole.PANE_TITLE if self.has_focus else TextRole.PANE_TITLE_IDLE
        text = styled(self.heading)
        if self.remark:
            text += styled("  ") + isolated(self.remark, TextRole.MUTED)
        return compose(text, self.size.width, self.direction, (role,))
