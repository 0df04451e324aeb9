"""The canvas: the frame as it should be on the screen, laid together from what Textual has painted.

Units: cells; columns and rows counted from 0.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from rich.console import RenderableType
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.containers import Horizontal
from textual.geometry import Region as Placed
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.terminal.row import BLANK, Row, ScreenCell, fitted, row_of, spliced
from reader.terminal.shifting import SHORTEST_SCROLL, Region
from reader.tui.painted_widget import PaintedWidget
from reader.tui.rich_styles import terminal_style_of


class Canvas:
    """A frame that changes.

    Attributes:
        rows: Its rows; none before anything was laid.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def lay(self, renderable: RenderableType) -> None:
        """Lay strips where they belong; what is neither of Textual's two kinds of update has no place on a screen."""
        match renderable:
            case LayoutUpdate():
                lines = [_cells_of(strips) for strips in renderable.strips]
                self.rows = [fitted(cells, renderable.region.width) for cells in lines]
            case ChopsUpdate():
                for y, left, right in renderable.spans:
                    if y < len(self.rows):
                        self.rows[y] = _with_chops(self.rows[y], renderable, y, left, right)
            case _:
                pass

    def lay_widgets(self, screen: Screen[Any]) -> bool:
        """Lay the cells of a screen's widgets, the hindmost first; False where there are others than painted ones.

        The frame is of the size they were laid out in, which a screen that was resized just now has no longer.
        """
        size = screen._compositor.size  # noqa: SLF001 - Textual keeps it nowhere else
        parts: list[list[tuple[int, Row]]] = [[] for _ in range(size.height)]
        for widget, (region, clip) in reversed(_visible(screen).items()):
            if isinstance(widget, PaintedWidget):
                _lay_cells(parts, widget.cells, region, region.intersection(clip).intersection(size.region))
            elif not isinstance(widget, Screen | Horizontal):
                return False
        self.rows = [_joined(row, size.width) for row in parts]
        return True


def _lay_cells(parts: list[list[tuple[int, Row]]], cells: Sequence[Row], place: Placed, seen: Placed) -> None:
    for y in seen.line_range:
        row = cells[y - place.y] if y - place.y < len(cells) else (BLANK,) * place.width
        if len(row) != seen.width:
            row = fitted(row[seen.x - place.x :], seen.width)
        parts[y].append((seen.x, row))


def _joined(parts: list[tuple[int, Row]], width: int) -> Row:
    """A row of parts that begin at columns, the hindmost first; mostly they stand side by side."""
    if len(parts) == 1 and len(parts[0][1]) == width:
        return parts[0][1]
    row: list[ScreenCell] = []
    for column, part in sorted(parts, key=itemgetter(0)):
        if column != len(row):
            break
        row += part
    else:
        if len(row) == width:
            return tuple(row)
    over: Row = (BLANK,) * width
    for column, part in parts:
        over = spliced(over, column, part)
    return over


def _visible(screen: Screen[Any]) -> dict[Widget, tuple[Placed, Placed]]:
    """The widgets that are seen, the foremost first: where they are, and where not cut off."""
    return dict(screen._compositor.visible_widgets)  # noqa: SLF001 - Textual keeps it nowhere else


def scrolling_regions(screen: Screen[Any]) -> Iterator[Region]:
    """Where widgets are that may have scrolled."""
    for widget, (region, clip) in _visible(screen).items():
        seen = region.intersection(clip)
        if seen.height >= SHORTEST_SCROLL and seen.width and seen.size != screen.size and not widget.children:
            yield Region(seen.x, seen.y, seen.right, seen.bottom)


def _with_chops(row: Row, chops: ChopsUpdate, y: int, left: int, right: int) -> Row:
    """A row with what was painted anew between two columns."""
    for end, (x, strip) in zip(chops.chop_ends[y], chops.chops[y].items(), strict=False):
        if strip is not None and x < right and end > left:
            width = min(end, right, len(row)) - x
            if width > 0:
                row = spliced(row, x, fitted(_cells_of([strip]), width))
    return row


def _cells_of(strips: Iterable[Strip]) -> Row:
    """Strips side by side; each is as wide as Textual takes it to be."""
    cells = [fitted(_cells_of_segments(tuple(strip)), strip.cell_length) for strip in strips]
    return tuple(chain.from_iterable(cells))


@lru_cache(maxsize=2048)
def _cells_of_segments(segments: tuple[Segment, ...]) -> tuple[ScreenCell, ...]:
    return tuple(
        chain.from_iterable(row_of(text, terminal_style_of(style)) for text, style, control in segments if not control)
    )
