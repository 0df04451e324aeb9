"""A pane's scroll bar: which of its cells are the thumb. It also parts the pane from its neighbour."""

from collections.abc import Iterable

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


def marked_rows(places: Iterable[int], length: int, height: int) -> frozenset[int]:
    """The rows of a bar that stand for some places in a text of a length, in code points."""
    return (
        frozenset(min(height - 1, place * height // max(1, length)) for place in places) if height > 0 else frozenset()
    )


def bar_cell(row: int, lit: range, marked: frozenset[int] = frozenset()) -> StyledRun:
    """The bar's cell in a row; where something is marked, a sign of it."""
    if row in marked:
        return StyledRun("•", 1, (TextRole.THUMB if row in lit else TextRole.TRACK, TextRole.HIT))
    return StyledRun("┃", 1, (TextRole.THUMB,)) if row in lit else StyledRun("│", 1, (TextRole.TRACK,))
