"""Which panes a window shows, where they stand and how wide they are. Units: cells and rows of the whole window.

The text comes first: panes stand beside it where it keeps a column that reads well, and slide over it elsewhere.
"""

from collections.abc import Mapping, Sequence

from reader.enumerations import StrEnum
from reader.named_tuples import NamedTuple
from reader.values import dataclass

TEXT_MIN = 72
"""Cells the text keeps before a pane may stand beside it."""

SIDE_MIN, SIDE_MAX = 22, 36
"""Cells of a side pane that nobody has made wider or narrower."""

SIDE_LEAST, TEXT_LEAST = 12, 24
"""Cells that a pane and the text keep, whatever is asked for."""

OVER_MIN, OVER_MAX = 40, 60
"""Cells of a pane that slides over the text, where the window has them."""

LEADING_FROM = 88
"""Columns of a window from which a conversation stands beside the text, before other panes."""

BOXED_FROM = 30
"""Columns of a window from which what stands over the text has a frame."""

BESIDE_FROM = 80
"""Columns from which a note stands beside the text, and not below it."""

BARS_FROM = 8
"""Rows from which the header and the footer have room; below, every row is text."""

BAR = 1
"""Cells of a pane's scroll bar."""

TITLE = 1
"""Rows of a pane's title."""

FRAME = 1
"""Rows that a frame takes below, and cells it takes at the side without a scroll bar."""

SMALLEST_COLUMNS, SMALLEST_ROWS = 10, 3


class PaneName(StrEnum):
    """The names of the reader's own panes."""

    SECTIONS = "sections"
    TEXT = "text"
    CONVERSATION = "conversation"
    FACTS = "facts"


class Window(NamedTuple):
    """The size of the whole window."""

    columns: int
    rows: int

    @property
    def bars(self) -> bool:
        """Whether the header, the footer and titles have room."""
        return self.rows >= BARS_FROM

    @property
    def boxed(self) -> bool:
        """Whether what stands over the text has a frame."""
        return self.bars and self.columns >= BOXED_FROM


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The panes that show.

    Attributes:
        widths: The cells of each pane that stands beside the others, by its name, in reading order.
        bars: Whether the header, the footer and the titles show.
        over: The pane that stands over the text; "" for none.
        over_width: Its cells.
    """

    widths: tuple[tuple[str, int], ...]
    bars: bool
    over: str = ""
    over_width: int = 0

    def width_of(self, name: str) -> int:
        """The cells of a pane; 0 when it is hidden."""
        if name == self.over:
            return self.over_width
        return next((width for other, width in self.widths if other == name), 0)

    @property
    def titled(self) -> bool:
        """Whether the panes need titles, which tell them apart."""
        return self.bars and len(self.widths) > 1

    def has_beside(self, name: str) -> bool:
        """Whether a pane stands beside the text."""
        return any(other == name for other, _ in self.widths)


def room_beside(columns: int) -> int:
    """How many panes a window has room for beside the text."""
    return max(0, (columns - TEXT_MIN) // SIDE_MIN)


def arrange(
    window: Window, sides: Sequence[str], focus: str, asked: Mapping[str, int] | None = None, leading: str = ""
) -> Arrangement:
    """Share out a window: the text, with as many panes at its sides as leave it room.

    A focused pane that has no room there stands over the text.

    Args:
        window: Its size.
        sides: The panes that are wanted beside the text, in reading order.
        focus: The focused pane.
        asked: Cells that the user has given to panes in a window of this size.
        leading: The pane that is read beside the text: it comes before the others, and is wider.
    """
    columns = window.columns
    leads = leading in sides and columns >= LEADING_FROM
    lead = over_width(window, columns * 2 // 5) if leads else 0
    others = [name for name in sides if name != leading][: room_beside(columns - lead)]
    beside = [name for name in sides if name in others or (leads and name == leading)]
    usual = max(SIDE_MIN, min(SIDE_MAX, (columns - lead - TEXT_MIN) // max(1, len(others))))
    left = columns - TEXT_LEAST
    widths: list[tuple[str, int]] = []
    for number, name in enumerate(beside):
        most = left - SIDE_LEAST * (len(beside) - number - 1)
        width = max(SIDE_LEAST, min(most, (asked or {}).get(name, lead if leads and name == leading else usual)))
        widths.append((name, width))
        left -= width
    widths.append((PaneName.TEXT, columns - sum(width for _, width in widths)))
    over = "" if focus == PaneName.TEXT or focus in beside else focus
    return Arrangement(tuple(widths), window.bars, over, over_width(window) if over else 0)


def over_width(window: Window, wished: int = 0) -> int:
    """The cells of a pane that stands over the text: most of a narrow window, the whole where there is no frame."""
    columns = window.columns
    return max(OVER_MIN, min(OVER_MAX, wished or columns // 2)) if columns > OVER_MIN + BAR else columns
