"""Which panes a window shows and how wide they are. Units: cells and rows of the whole window."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

THREE_PANES = 80
TWO_PANES = 60
SIDE_MIN, SIDE_MAX = 20, 36
BARS_FROM = 8
"""Rows from which the header and the footer have room; below, every row is text."""

BAR = 1
"""Cells of a pane's scroll bar."""

TITLE = 1
"""Rows of a pane's title."""

SMALLEST_COLUMNS, SMALLEST_ROWS = 10, 3


class PaneName(StrEnum):
    """The names of the reader's own panes."""

    SECTIONS = "sections"
    TEXT = "text"
    FACTS = "facts"


class Window(NamedTuple):
    """The size of the whole window."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The cells of each pane that shows, by its name, and whether the bars show."""

    widths: tuple[tuple[str, int], ...]
    bars: bool

    def width_of(self, name: str) -> int:
        """The cells of a pane; 0 when it is hidden."""
        return next((width for other, width in self.widths if other == name), 0)


def arrange(window: Window, sides: Sequence[str], focus: str) -> Arrangement:
    """Share out a window: the text with panes at its sides, with one, or one alone, as the width allows.

    Where not all have room, the focused one has precedence, so that Tab reaches them all, then the first.

    Args:
        window: Its size.
        sides: The panes that are wanted beside the text, in reading order.
        focus: The focused pane.
    """
    columns = window.columns
    bars = window.rows >= BARS_FROM
    if columns < TWO_PANES:
        return Arrangement(((focus, columns),), bars)
    room = 1 if columns < THREE_PANES else columns * 2 // THREE_PANES
    ranked = sorted(sides, key=lambda name: name != focus)[:room]
    side = max(SIDE_MIN, min(SIDE_MAX, columns // 4))
    widths = tuple((name, side) for name in sides if name in ranked)
    return Arrangement((*widths, (PaneName.TEXT, columns - side * len(widths))), bars)
