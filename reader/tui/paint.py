"""Painted rows into Textual's strips.

Text arrives in visual order and measured; nothing here looks at its direction.
"""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.terminal.palette import DARK, Palette
from reader.terminal.style import ColourDepth
from reader.tui.rich_styles import rich_style_of
from reader.tui.themes import Theme
from reader.view.styled import PaintedRow, Role, row_width


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
        self._styles: dict[tuple[Role, ...], Style] = {}

    def use(self, theme: str) -> bool:
        """Paint in a theme from now on; whether it is another one than before."""
        if theme == self._theme.name:
            return False
        self._theme = Theme(theme, self._palettes, self._depth)
        self._styles.clear()
        return True

    def strip(self, row: PaintedRow, width: int) -> Strip:
        """A row of exactly ``width`` cells; what is missing at the right is filled, what is too much is cut."""
        segments = [Segment(piece.text, self._style_of(piece.roles)) for piece in row if piece.text]
        used = row_width(row)
        if used < width:
            segments.append(Segment(" " * (width - used), self._style_of(())))
        strip = Strip(segments, max(used, width))
        return strip if used <= width else strip.crop(0, width)

    def _style_of(self, roles: tuple[Role, ...]) -> Style:
        style = self._styles.get(roles)
        if style is None:
            if len(self._styles) >= _KEPT:
                self._styles.clear()
            style = self._styles[roles] = rich_style_of(self._theme.look_of(roles))
        return style


_KEPT = 4096
"""Styles that stay in memory: what a command printed may have millions."""
