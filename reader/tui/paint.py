"""Painted rows into Textual's strips.

Text arrives in visual order and measured; nothing here looks at its direction.
"""

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.themes import style_of
from reader.view.styled import PaintedRow, row_width


def strip_of(row: PaintedRow, width: int, theme: str) -> Strip:
    """A row of exactly ``width`` cells; what is missing at the right is filled, what is too much is cut."""
    segments = [Segment(piece.text, style_of(theme, piece.roles)) for piece in row if piece.text]
    used = row_width(row)
    if used < width:
        segments.append(Segment(" " * (width - used), style_of(theme, ())))
    strip = Strip(segments, max(used, width))
    return strip if used <= width else strip.crop(0, width)
