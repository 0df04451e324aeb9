"""A pane's scroll bar: which of its cells are the thumb. It also parts the pane from its neighbour."""

from reader.view.styled import StyledRun, TextRole


def thumb(start: float, end: float, height: int) -> range:
    """The rows of a bar of ``height`` rows that stand for the part from ``start`` to ``end`` (fractions).

    All when that is everything.
    """
    if height <= 0 or (start <= 0 and end >= 1):
        return range(0)
    size = max(1, min(height, round((end - start) * height)))
    first = min(height - size, max(0, round(start * height)))
    if start <= 0:
        first = 0
    elif end >= 1:
        first = height - size
    return range(first, first + size)


def bar_cell(row: int, lit: range) -> StyledRun:
    """The bar's cell in a row."""
    return StyledRun("┃", 1, (TextRole.THUMB,)) if row in lit else StyledRun("│", 1, (TextRole.TRACK,))
