"""Which panes a window shows and how wide they are. Units: cells and rows of the whole window."""

from dataclasses import dataclass
from enum import StrEnum

THREE_PANES = 80
TWO_PANES = 60
SIDE_MIN, SIDE_MAX = 20, 36
BARS_FROM = 8
"""Rows from which the header and the footer have room; below, every row is text."""

SMALLEST_COLUMNS, SMALLEST_ROWS = 10, 3


class PaneName(StrEnum):
    """The panes, in reading order across the screen."""

    SECTIONS = "sections"
    TEXT = "text"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Cells each pane takes, 0 when hidden, and whether the bars show."""

    sections: int
    text: int
    facts: int
    bars: bool

    def width_of(self, name: PaneName) -> int:
        """The cells of a pane."""
        match name:
            case PaneName.SECTIONS:
                return self.sections
            case PaneName.TEXT:
                return self.text
            case PaneName.FACTS:
                return self.facts


def arrange(columns: int, rows: int, wanted: frozenset[PaneName], focus: PaneName) -> Arrangement:
    """Share out a window: three panes, the text with one at its side, or one alone, as the width allows.

    In a narrow window the focused pane has precedence, so that Tab reaches them all.
    """
    bars = rows >= BARS_FROM
    sections, facts = PaneName.SECTIONS in wanted, PaneName.FACTS in wanted
    if columns < TWO_PANES:
        alone = {name: columns if name is focus else 0 for name in PaneName}
        return Arrangement(alone[PaneName.SECTIONS], alone[PaneName.TEXT], alone[PaneName.FACTS], bars)
    if columns < THREE_PANES and sections and facts:
        sections, facts = focus is not PaneName.FACTS, focus is PaneName.FACTS
    side = max(SIDE_MIN, min(SIDE_MAX, columns // 4))
    left, right = side * sections, side * facts
    return Arrangement(left, columns - left - right, right, bars)
