"""Painted rows: what stands in each column of a terminal, from left to right as a person sees it.

Units: columns of a terminal, counted from 0. A :class:`ScreenCell` is one character with its marks; one of width 2 is
followed by a :func:`continuation`, so that a row has as many cells as columns and can be cut anywhere. Equal cells are
one object wherever :func:`cell_of` or :func:`shared` made them, so that rows are compared cell by cell at no cost.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.named_tuples import NamedTuple
from reader.terminal.style import PLAIN, Style
from reader.text.graphemes import boundaries
from reader.text.properties import GRAPHEME_BREAK, WIDTH
from reader.text.replacements import NOTHING, PAINTED
from reader.text.widths import cells_of


class ScreenCell(NamedTuple):
    """A character with its marks, its columns (1 or 2; 0 for the second column of the one before) and its look."""

    text: str
    width: int
    style: Style = PLAIN


Row = tuple[ScreenCell, ...]


class Run(NamedTuple):
    """Text of one look, in the order in which it is sent."""

    text: str
    style: Style


BLANK = ScreenCell(" ", 1)
ZWJ = "\u200d"

_MOST_CELLS = 1 << 16
"""Cells kept to be shared: a screen of every script there is has fewer."""

_SHARED: dict[ScreenCell, ScreenCell] = {BLANK: BLANK}


def cell_of(text: str, width: int, style: Style = PLAIN) -> ScreenCell:
    """A cell, the same object for all that are equal; a blank has no more of a look than is seen."""
    _make_room()
    cell = ScreenCell(text, width, style.on_blank if text == " " else style)
    return _SHARED.setdefault(cell, cell)


def shared(row: Iterable[ScreenCell]) -> Row:
    """The row in cells that are one object where they are equal."""
    _make_room()
    return tuple([_SHARED.setdefault(cell, cell) for cell in row])


def _make_room() -> None:
    if len(_SHARED) >= _MOST_CELLS:
        _SHARED.clear()
        _SHARED[BLANK] = BLANK


def continuation(style: Style) -> ScreenCell:
    """The second column of a wide character."""
    return cell_of("", 0, style)


@lru_cache(maxsize=4096)
def row_of(text: str, style: Style = PLAIN) -> Row:
    """A painted text as cells.

    This is the last gate before the terminal: control and bidi characters become what :mod:`reader.text.widths` paints
    for them, so nothing that came out of a document can act on the terminal.
    """
    if text.isascii() and text.isprintable():
        return tuple([cell_of(char, 1, style) for char in text])
    return tuple([cell_of(shape, width, style) for shape, width in _shapes(text)])


def _shapes(text: str) -> tuple[tuple[str, int], ...]:
    widths = cells_of(text)
    is_harmless = ZWJ not in text and NOTHING not in text and text.translate(PAINTED) == text
    shapes: list[tuple[str, int]] = []
    start = 0
    for end in boundaries(text):
        shape = text[start:end] if is_harmless else _harmless(text[start:end])
        width = widths[start]
        start = end
        if not shape:
            continue
        if width:
            shapes.append((shape, min(width, 2)))
            if width > 1:
                shapes.append(("", 0))
        elif shapes and shapes[-1][1] == 1:
            # A mark that the text engine laid out on its own still stands on what is left of it.
            shapes[-1] = (shapes[-1][0] + shape, 1)
    return tuple(shapes)


def _harmless(cluster: str) -> str:
    """The painted characters of a cluster; emoji alone keep the joiners between them."""
    joiner = ZWJ if GRAPHEME_BREAK[ord(cluster[0])] == "p" else ""
    return joiner.join([part.translate(PAINTED).replace(NOTHING, "") for part in cluster.split(ZWJ)])


@lru_cache(maxsize=1024)
def sure_of_width(text: str) -> bool:
    """Whether every terminal moves its cursor alike for a cell's text: not so for emoji sequences and flags."""
    spacing = text.translate(WIDTH).replace("0", "")
    return len(spacing) == 1 and "\ufe0f" not in text


def fitted(row: Sequence[ScreenCell], columns: int) -> Row:
    """The row in exactly so many columns: cut, or filled with plain blanks; half a wide character becomes a blank."""
    cut = tuple(row[:columns])
    if len(row) > columns and row[columns].width == 0 and cut:
        cut = (*cut[:-1], cell_of(" ", 1, cut[-1].style))
    return cut + (BLANK,) * (columns - len(cut))


def spliced(row: Row, column: int, part: Sequence[ScreenCell]) -> Row:
    """The row with a part laid over it at a column; wide characters it cuts in two become blanks."""
    end = column + len(part)
    before, after = row[:column], row[end:]
    if len(before) < column or not row[column:] or not row[column].width:
        before = fitted(row, column)
    if after and after[0].width == 0:
        after = (cell_of(" ", 1, after[0].style), *after[1:])
    return (*before, *part, *after)


def runs_of(cells: Iterable[ScreenCell]) -> list[Run]:
    """Neighbouring cells of one look gathered."""
    runs: list[Run] = []
    texts: list[str] = []
    style: Style | None = None
    for cell in cells:
        if cell.style != style:
            if style is not None:
                runs.append(Run("".join(texts), style))
            texts, style = [], cell.style
        texts.append(cell.text)
    if style is not None:
        runs.append(Run("".join(texts), style))
    return runs
