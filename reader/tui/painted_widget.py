"""Widgets that are painted by the view: rows of cells, which reach the terminal without Textual's compositor.

The rows are kept until something changes. Textual, which paints where there is no terminal of the reader's own (tests,
pictures, other drivers) and behind what stands over the panes, is given them as strips.

Units: cells and rows of the widget.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.terminal.row import Row
from reader.tui.paint import Painter
from reader.view.styled import PaintedRow


class PaintingApp(Protocol):
    """The application of such widgets."""

    def show_soon(self, widget: Widget) -> None:
        """Show a widget as it is now."""
        ...


class PaintedWidget(Widget, inherit_bindings=False):
    """A widget of painted rows.

    Args:
        name: Its name, and its id.
        painter: Colours.
    """

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(id=name, name=name)
        self._painter = painter
        self._painted: Sequence[PaintedRow] | None = None
        self._painted_for = Size(0, 0)
        self._cells: tuple[Row, ...] | None = None
        self._strips: tuple[Strip, ...] | None = None

    def painted_rows(self) -> Sequence[PaintedRow]:
        """The rows of the whole widget, as many as it is high."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Forget the rows; they are painted anew when they are next shown."""
        self._forget()
        if self.is_mounted:
            cast("PaintingApp", self.app).show_soon(self)
        else:
            self.refresh()

    def on_resize(self) -> None:
        """Other sizes have other rows."""
        self.repaint()

    @property
    def cells(self) -> tuple[Row, ...]:
        """The rows as they reach the terminal."""
        painted, width = self._rows_now(), self.size.width
        if self._cells is None:
            self._cells = tuple([self._painter.cells(row, width) for row in painted])
        return self._cells

    def render_line(self, y: int) -> Strip:
        """One row for Textual."""
        painted, width = self._rows_now(), self.size.width
        if self._strips is None:
            self._strips = tuple([self._painter.strip(row, width) for row in painted])
        return self._strips[y] if y < len(self._strips) else Strip.blank(width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget.

        They have the look of every cell already; Textual's cache of borders, padding and backgrounds, which would add
        none and takes half of a key's time, is left out.
        """
        strips = [self.render_line(y) for y in crop.line_range]
        left, right = crop.column_span
        return strips if (left, right) == (0, self.size.width) else [strip.crop(left, right) for strip in strips]

    def _rows_now(self) -> Sequence[PaintedRow]:
        if self._painted is None or self._painted_for != self.size:
            self._forget()
            self._painted, self._painted_for = self.painted_rows(), self.size
        return self._painted

    def _forget(self) -> None:
        self._painted = self._cells = self._strips = None
