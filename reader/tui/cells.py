"""Painted rows as the terminal's cells, in a theme. Textual is not needed for it.

Text arrives in visual order and measured; nothing here looks at its direction. Units: cells.
"""

from collections.abc import Iterable, Sequence

from reader.terminal.palette import DARK, Palette
from reader.terminal.row import BLANK, Row, fitted, row_of, spliced
from reader.terminal.style import ColourDepth, Style
from reader.tui.themes import Theme
from reader.view.arrange import Window
from reader.view.styled import PaintedRow, PlacedRows, Role

_MOST_ROWS = 1024
"""Rows whose cells are kept: most of a screen is painted again when one line comes in."""

MOST_LOOKS = 4096
"""Looks that stay in memory: what a command printed may have millions."""


class CellPainter:
    """The painter that everything on a screen shares, so that a theme is another one for all of it at once.

    Args:
        theme: The name of the theme.
        palettes: The colours that the terminal may have.
        depth: How many of them it is sent.
    """

    def __init__(
        self, theme: str, palettes: Sequence[Palette] = (DARK,), depth: ColourDepth = ColourDepth.PALETTE
    ) -> None:
        self._palettes = palettes
        self._depth = depth
        self._theme = Theme(theme, palettes, depth)
        self._styles: dict[tuple[Role, ...], Style] = {}
        self._rows: dict[tuple[PaintedRow, int], Row] = {}

    def use(self, theme: str) -> bool:
        """Paint in a theme from now on; whether it is another one than before."""
        if theme == self._theme.name:
            return False
        self._theme = Theme(theme, self._palettes, self._depth)
        self._styles.clear()
        self._rows.clear()
        return True

    def cells(self, row: PaintedRow, width: int) -> Row:
        """A row of exactly ``width`` cells for the terminal; what is missing at the right is filled."""
        cells = self._rows.get((row, width))
        if cells is None:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            cells = self._rows[row, width] = self._cells_of(row, width)
        return cells

    def frame(self, parts: Iterable[PlacedRows], window: Window) -> list[Row]:
        """A whole screen: its parts, the hindmost first, and blanks where there is none."""
        frame: list[Row] = [(BLANK,) * window.columns] * window.rows
        for part in parts:
            for y, row in enumerate(part.rows[: window.rows - part.top], part.top):
                cells = self.cells(row, part.width)
                frame[y] = cells if len(cells) == window.columns else spliced(frame[y], part.left, cells)
        return frame

    def _cells_of(self, row: PaintedRow, width: int) -> Row:
        cells = [cell for piece in row for cell in row_of(piece.text, self._style_of(piece.roles))]
        if len(cells) < width:
            cells += row_of(" ", self._style_of(())) * (width - len(cells))
        return fitted(cells, width)

    def _style_of(self, roles: tuple[Role, ...]) -> Style:
        style = self._styles.get(roles)
        if style is None:
            if len(self._styles) >= MOST_LOOKS:
                self._styles.clear()
            style = self._styles[roles] = self._theme.look_of(roles).style
        return style
