"""Painted rows into the terminal's cells and Textual's strips.

Text arrives in visual order and measured; nothing here looks at its direction.
"""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from reader.named_tuples import NamedTuple
from reader.terminal.palette import DARK, Palette
from reader.terminal.row import Row, fitted, row_of
from reader.terminal.style import ColourDepth, Style
from reader.tui.rich_styles import rich_style_of
from reader.tui.themes import Theme
from reader.view.styled import PaintedRow, Role, row_width

_MOST_ROWS = 1024
"""Rows whose cells are kept: most of a screen is painted again when one line comes in."""


class _Looks(NamedTuple):
    """The look of some roles, for the terminal and for Rich."""

    cell: Style
    rich: RichStyle


class Painter:
    """The painter that all widgets share, so that a theme is another one for all of them at once.

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
        self._looks: dict[tuple[Role, ...], _Looks] = {}
        self._rows: dict[tuple[PaintedRow, int], Row] = {}

    def use(self, theme: str) -> bool:
        """Paint in a theme from now on; whether it is another one than before."""
        if theme == self._theme.name:
            return False
        self._theme = Theme(theme, self._palettes, self._depth)
        self._looks.clear()
        self._rows.clear()
        return True

    def cells(self, row: PaintedRow, width: int) -> Row:
        """A row of exactly ``width`` cells for the terminal; filled and cut as a strip is."""
        cells = self._rows.get((row, width))
        if cells is None:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            cells = self._rows[row, width] = self._cells_of(row, width)
        return cells

    def _cells_of(self, row: PaintedRow, width: int) -> Row:
        cells = [cell for piece in row for cell in row_of(piece.text, self._looks_of(piece.roles).cell)]
        if len(cells) < width:
            cells += row_of(" ", self._looks_of(()).cell) * (width - len(cells))
        return fitted(cells, width)

    def strip(self, row: PaintedRow, width: int) -> Strip:
        """A row of exactly ``width`` cells; what is missing at the right is filled, what is too much is cut."""
        segments = [Segment(piece.text, self._looks_of(piece.roles).rich) for piece in row if piece.text]
        used = row_width(row)
        if used < width:
            segments.append(Segment(" " * (width - used), self._looks_of(()).rich))
        strip = Strip(segments, max(used, width))
        return strip if used <= width else strip.crop(0, width)

    def _looks_of(self, roles: tuple[Role, ...]) -> _Looks:
        looks = self._looks.get(roles)
        if looks is None:
            if len(self._looks) >= _KEPT:
                self._looks.clear()
            layer = self._theme.look_of(roles)
            looks = self._looks[roles] = _Looks(layer.style, rich_style_of(layer))
        return looks


_KEPT = 4096
"""Styles that stay in memory: what a command printed may have millions."""
