"""The difference between two rows, as pieces: each is sent in one go, in one look, from one place.

1. Columns that differ are gathered into *stretches*; what stands unchanged between two of them is sent with them where
   that is shorter than going over it. Blanks at the end of the row are erased rather than sent.
2. A stretch is cut where the look changes, before and behind blanks worth erasing, and behind what terminals give
   different widths.

Wide characters are sent whole where either half of them, before or after, is within.

Units: rows and columns counted from 0.
"""

from collections.abc import Collection, Iterator
from itertools import groupby
from operator import is_not, itemgetter

from reader.named_tuples import NamedTuple
from reader.terminal.row import Row, ScreenCell, sure_of_width
from reader.terminal.style import PLAIN, Style
from reader.text.patterns import lazy_pattern

BLANKS = frozenset(" \u2800")

_CHEAPER_SENT = 4
"""Bytes of cells that did not change, up to which they are sent again rather than jumped over."""

_WORTH_ENDING = 4
"""Blanks at the end of a row from which it is erased."""

_NOT_SURE, _SECOND = "\0", "\1"
_UNSURE = lazy_pattern("\0\1?")
_ERASED_OR_UNSURE = lazy_pattern(" {11,}| {6,}$|\0\1?")
"""Blanks that are erased, and not sent: eleven, behind which the cursor must be moved, or six at the end; and what
terminals give different widths."""

_text_of = itemgetter(0)
_style_of = itemgetter(2)


class Piece(NamedTuple):
    """Text of one look in a row, or the erasing of blanks.

    Attributes:
        row: The row.
        start: The column it begins in.
        end: The column the cursor is in behind it; None where terminals differ in that.
        text: The text to be sent.
        style: The look of it.
        is_blank: Whether of the look no more is seen than on a blank.
    """

    row: int
    start: int
    end: int | None
    text: str
    style: Style
    is_blank: bool


class Stretch(NamedTuple):
    """Columns to be sent, half-open; with ``is_erased`` those from a column on, which are erased."""

    start: int
    stop: int
    is_erased: bool = False


def stretches(old: Row, new: Row, *, erases_in_colour: bool) -> list[Stretch]:
    """The columns in which two rows differ, from left to right.

    Args:
        old: The cells that are there.
        new: The cells that are to be there.
        erases_in_colour: Whether erased cells get the background colour in force.
    """
    changed = bytes(map(is_not, old, new))
    end = _erased_from(old, new, changed, erases_in_colour=erases_in_colour)
    found: list[Stretch] = []
    start = stop = -1
    for first, last in _runs(changed, end):
        if last <= stop:
            continue
        if start < 0 or not (first <= stop or _cheaper_sent(new, stop, first)):
            if start >= 0:
                found.append(Stretch(start, stop))
            start = first
            while start and not (old[start].width and new[start].width):
                start -= 1
        stop = last
        while stop < len(new) and not (old[stop].width and new[stop].width):
            stop += 1
    if start >= 0:
        found.append(Stretch(start, stop))
    if end < len(new):
        found.append(Stretch(end, len(new), is_erased=True))
    return found


def _runs(changed: bytes, end: int) -> Iterator[tuple[int, int]]:
    """Where the runs of ones before a column begin and end."""
    first = changed.find(1, 0, end)
    while first >= 0:
        last = changed.find(0, first, end)
        if last < 0:
            last = end
        yield first, last
        first = changed.find(1, last, end)


def _erased_from(old: Row, new: Row, changed: bytes, *, erases_in_colour: bool) -> int:
    """Where erasing to the end of the row does better than sending blanks; the row's width when nowhere."""
    last, width = new[-1], len(new)
    if not _erasable(last, in_colour=erases_in_colour):
        return width
    start = width
    while start and new[start - 1] is last:
        start -= 1
    if changed.count(1, start) < _WORTH_ENDING:
        return width
    end = changed.find(1, start)
    # Not into a wide character that is there now: what is left of it would stay.
    while end < width and old[end].width == 0:
        end += 1
    return end


def _erasable(cell: ScreenCell, *, in_colour: bool) -> bool:
    """Whether a cell looks like one that is erased."""
    style = cell.style
    return cell.text == " " and (style.blank_is_plain or (in_colour and style.blank_is_plain_but_for_background))


def _cheaper_sent(row: Row, start: int, stop: int) -> bool:
    """Whether cells that did not change are sent rather than jumped over; their look must be that before them."""
    if stop - start > _CHEAPER_SENT:
        return False
    style = row[start - 1].style
    size = 0
    for cell in row[start:stop]:
        if cell.style != style and not (cell.text in BLANKS and cell.style == style.on_blank):
            return False
        size += len(cell.text.encode())
    return size <= _CHEAPER_SENT


def pieces_of(y: int, row: Row, stretch: Stretch, ends: Collection[int], *, erases_runs: bool) -> Iterator[Piece]:
    """The pieces of a stretch of a row, from left to right.

    Args:
        y: The row's number.
        row: Its cells.
        stretch: The columns to be sent.
        ends: Columns in which terminals keep their cursor in different places: behind the last, and before a margin.
        erases_runs: Whether the terminal knows ECH.
    """
    begin, stop, is_erased = stretch
    if is_erased:
        yield Piece(y, begin, begin, "\x1b[K", row[begin].style, is_blank=True)
        return
    x, text, style, is_blank = begin, "", PLAIN, True
    for look, cells in groupby(row[begin:stop], _style_of):
        texts = list(map(_text_of, cells))
        erases = erases_runs and look == PLAIN
        for first, last, is_erased, is_sure in _spans(texts, erases=erases, at_end=x + len(texts) == stop):
            part = "".join(texts[first:last])
            blank = not part.strip(" \u2800")
            joins = not is_erased and (
                look == (style.on_blank if blank else style) or (is_blank and look.on_blank == style)
            )
            if text and not joins:
                yield Piece(y, begin, None if x in ends else x, text, style, is_blank)
                text = ""
            if not text:
                begin, style, is_blank = x, look, True
            x += last - first
            if is_erased:
                yield Piece(y, begin, begin, f"\x1b[{last - first}X", look, is_blank=True)
                continue
            text += part
            if is_blank and not blank:
                style, is_blank = look, False
            if not is_sure:
                yield Piece(y, begin, None, text, style, is_blank)
                text = ""
    if text:
        yield Piece(y, begin, None if x in ends else x, text, style, is_blank)


def _spans(texts: list[str], *, erases: bool, at_end: bool) -> Iterator[tuple[int, int, bool, bool]]:
    """Cells of one look by what is done with them.

    Args:
        texts: The cells' texts.
        erases: Whether blanks may be erased.
        at_end: Whether the stretch ends with them.

    Yields:
        Where such cells begin and end, whether they are erased, whether all terminals move their cursor alike for them.
    """
    kinds = "".join(texts) if set(map(len, texts)) == {1} else "".join(map(_kind, texts))
    start = 0
    for cut in (_ERASED_OR_UNSURE if erases else _UNSURE).finditer(kinds if at_end else f"{kinds}."):
        first, last = cut.span()
        if cut[0][0] != " ":
            yield start, last, False, False
        else:
            if start < first:
                yield start, first, False, True
            yield first, last, True, True
        start = last
    if start < len(texts):
        yield start, len(texts), False, True


def _kind(text: str) -> str:
    """One character for the text of a column: a blank, one that is not sure of its width, what follows a wide one."""
    if len(text) < 2:
        return text or _SECOND
    return "." if sure_of_width(text) else _NOT_SURE
