"""The header and the foot as widgets."""

from textual import events

from reader.model import Direction
from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.painted_widget import PaintedWidget
from reader.view.bars import FootContent, header_row
from reader.view.events import KeyPressed
from reader.view.styled import PaintedRow
from reader.view.whereabouts import Whereabouts


class HeaderBar(PaintedWidget, inherit_bindings=False):
    """Paints a :class:`~reader.view.whereabouts.Whereabouts`."""

    DEFAULT_CSS = """
    HeaderBar { height: 1; }
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__("header", painter)
        self._shown = (Whereabouts("", "", ""), Direction.LTR)

    def show(self, where: Whereabouts, direction: Direction) -> None:
        """Paint another place."""
        if (where, direction) != self._shown:
            self._shown = (where, direction)
            self.repaint()

    def painted_rows(self) -> tuple[PaintedRow, ...]:
        """The row."""
        return (header_row(*self._shown, self.size.width),)


class FootBar(PaintedWidget, inherit_bindings=False):
    """Paints a :class:`~reader.view.bars.FootContent`."""

    DEFAULT_CSS = """
    FootBar { height: 1; }
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__("foot", painter)
        self._shown = FootContent()
        self._rows = 1

    @property
    def rows(self) -> int:
        """How many rows it has; with none it is not there."""
        return self._rows

    @rows.setter
    def rows(self, rows: int) -> None:
        if rows != self._rows:
            self._rows = rows
            self.display = rows > 0
            self.styles.height = max(1, rows)
            self.repaint()

    def show(self, content: FootContent) -> None:
        """Paint something else."""
        if content != self._shown:
            self._shown = content
            self.repaint()

    def painted_rows(self) -> tuple[PaintedRow, ...]:
        """The row; a message has several where it is long."""
        return self._shown.rows(self.size.width, self._rows)

    def on_click(self, event: events.Click) -> None:
        """A click on a hint is its key pressed."""
        if key := self._shown.key_at(event.x, self.size.width):
            self.post_message(Happened(KeyPressed(key, key if len(key) == 1 else None, key)))
