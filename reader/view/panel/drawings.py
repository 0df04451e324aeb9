"""Bars drawn in cells: how much, beside what it is of.

A bar grows from the side reading begins at, in half cells, which block elements have for both sides. It is half a cell
high, so that the bars of neighbouring lines stay apart.
"""

from reader.model import Direction
from reader.values import dataclass
from reader.view.styled import PaintedRow, StyledRun, StyledText, TextRole, blank, compose, fitted, row_width

FULL = "▄"
_HALF = {Direction.LTR: "▖", Direction.RTL: "▗"}

LABEL_SHARE = 0.45
"""The part of a line its label takes at most, so that the bars of several lines begin in one column."""

SHORTEST_BAR = 3
"""Cells below which no bar is drawn; then the label has its room."""


@dataclass(frozen=True, slots=True)
class BarLine:
    """A label, a bar and a remark on one line.

    Attributes:
        label: What the bar is of.
        share: The bar's length, as a share of the longest there may be: 0 to 1.
        remark: The number it stands for.
        room: Cells the widest remark of neighbouring lines takes, so that the bars end in one column.
    """

    label: StyledText
    share: float
    remark: StyledText
    room: int

    def painted(self, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
        """See :class:`~reader.view.list_model.Drawing`."""
        remark = fitted(self.remark, min(self.room, width // 2), base, roles)
        before_remark = blank(max(0, min(self.room, width // 2) - row_width(remark)) + 1, *roles)
        rest = width - row_width(remark) - row_width(before_remark)
        label_room = int(width * LABEL_SHARE)
        bar_room = rest - label_room - 1
        if bar_room < SHORTEST_BAR:
            parts = [compose(self.label, max(0, rest), base, roles), before_remark, remark]
        else:
            label = compose(self.label, label_room, base, roles)
            drawn = bar(self.share, bar_room, base, roles)
            parts = [label, blank(1, *roles), drawn, before_remark, remark]
        return tuple(piece for part in (reversed(parts) if base.is_rtl else parts) for piece in part)


def bar(share: float, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
    """A bar in exactly ``width`` cells; what is not nothing shows at least a sliver."""
    share = max(0.0, min(1.0, share))
    full, half = divmod(max(round(share * width * 2), int(share > 0)), 2)
    text = FULL * full + _HALF[base] * half
    if base.is_rtl:
        text = text[::-1]
    drawn = (StyledRun(text, len(text), (*roles, TextRole.GRAPH)),) if text else ()
    rest = blank(width - len(text), *roles)
    return (*rest, *drawn) if base.is_rtl else (*drawn, *rest)
