"""Painted rows as Textual's strips, too: for tests, pictures, other drivers, and what stands over the panes."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from reader.terminal.palette import DARK, Palette
from reader.terminal.style import ColourDepth
from reader.tui.cells import MOST_LOOKS, CellPainter
from reader.tui.rich_styles import rich_style_of
from reader.view.styled import PaintedRow, Role, row_width


class Painter(CellPainter):
    """The painter that all widgets share; the arguments are those of :class:`~reader.tui.cells.CellPainter`."""

    def __init__(
        self, theme: str, palettes: Sequence[Palette] = (DARK,), depth: ColourDepth = ColourDepth.PALETTE
    ) -> None:
        super().__init__(theme, palettes, depth)
        self._rich: dict[tuple[Role, ...], RichStyle] = {}

    def use(self, theme: str) -> bool:
        """Paint in a theme from now on; whether it is another one than before."""
        changed = super().use(theme)
        if changed:
            self._rich.clear()
        return changed

    def strip(self, row: PaintedRow, width: int) -> Strip:
        """A row of exactly ``width`` cells; what is missing at the right is filled, what is too much is cut."""
        segments = [Segment(piece.text, self._rich_of(piece.roles)) for piece in row if piece.text]
        used = row_width(row)
        if used < width:
            segments.append(Segment(" " * (width - used), self._rich_of(())))
        strip = Strip(segments, max(used, width))
        return strip if used <= width else strip.crop(0, width)

    def _rich_of(self, roles: tuple[Role, ...]) -> RichStyle:
        style = self._rich.get(roles)
        if style is None:
            if len(self._rich) >= MOST_LOOKS:
                self._rich.clear()
            style = self._rich[roles] = rich_style_of(self._theme.look_of(roles))
        return style
