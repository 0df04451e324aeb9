"""The lines of a table's cell, those of plain text without an analysis. Units: code points of the cell; cells."""

from functools import lru_cache, partial

from reader.named_tuples import NamedTuple
from reader.text.direction import without_overrides
from reader.text.layout import LineList, analyse
from reader.text.line import Cluster, Line
from reader.text.patterns import lazy_pattern

_REMEMBERED = 100
"""Code points of a cell whose lines are kept for the next that says the same."""

_BROKEN_AT_SPACES = lazy_pattern("(?:[A-Za-z0-9'][A-Za-z0-9,.;:']*(?: |$))+")
"""Texts that may be broken behind their spaces and nowhere else (UAX#14, LB13, LB19, LB25, LB28, LB29)."""

_RTL_LETTERS = "[\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u0671-\u06d3]"
_RTL_WORDS = lazy_pattern(f"{_RTL_LETTERS}+[،؛؟.]?(?: {_RTL_LETTERS}+[،؛؟.]?)*")
"""Words of Hebrew or Arabic letters without marks: in a line from right to left each stands as it does alone, and
lines break between them."""

_PLAIN_IN_RTL = lazy_pattern("(?:[A-Za-z](?:[A-Za-z0-9 ]*[A-Za-z0-9])?|[0-9]+(?:[.,][0-9]+)*)")
"""Texts that stand as they are written in a line from right to left: a word first, or a number alone."""


class PaintedLine(NamedTuple):
    """A line of a cell as text: where it starts in it, what is painted, and its cells."""

    start: int
    text: str
    width: int


def lines_of(text: str, base: int, room: int, *, marks: bool, isolated: tuple[tuple[int, int], ...] | None) -> LineList:
    """The lines of a cell in a column of so many cells; most tables say the same in many."""
    starts = plain_starts(text, base, room)
    if starts:
        return PlainLines(text, base, starts, isolated)
    wrapped = _wrapped if len(text) <= _REMEMBERED else _wrapped.__wrapped__
    return wrapped(text, base, room, marks=marks, isolated=isolated)


def plain_starts(text: str, base: int, room: int) -> list[int] | None:
    """The starts of the lines of a text that stands from left to right as it is written, a cell a character.

    None for any other, and for one whose lines may break elsewhere than at its spaces (UAX#14), or in words.
    """
    if not text.isascii() or not text.isprintable() or text[-1:] == " ":
        return None
    if base and _PLAIN_IN_RTL.fullmatch(text) is None:
        return None
    starts = [0]
    if len(text) <= room:
        return starts
    if base or _BROKEN_AT_SPACES.fullmatch(text) is None:
        return None
    at = 0
    while len(text) - at > room:
        space = text.rfind(" ", at + 1, at + room + 1)
        if space < 0:
            return None
        at = space + 1
        starts.append(at)
    return starts


def painted_lines(
    text: str, base: int, room: int, *, marks: bool, isolated: tuple[tuple[int, int], ...] | None
) -> list[PaintedLine]:
    """The same lines, of which nothing but their text is wanted: words of right-to-left letters are painted once."""
    starts = plain_starts(text, base, room)
    if starts:
        ends = [*starts[1:], len(text)]
        shown = [text[start:end].rstrip(" ") for start, end in zip(starts, ends, strict=True)]
        return [PaintedLine(start, line, len(line)) for start, line in zip(starts, shown, strict=True)]
    if base and _RTL_WORDS.fullmatch(text) and (found := _words_in_lines(text, room)):
        return found
    lines = lines_of(text, base, room, marks=marks, isolated=isolated)
    return [PaintedLine(line.start, line.text, line.width) for line in lines]


def _words_in_lines(text: str, room: int) -> list[PaintedLine] | None:
    """Words from right to left in lines; None where one is wider than there is room."""
    found: list[PaintedLine] = []
    start = at = width = 0
    line: list[str] = []
    for word in text.split(" "):
        painted, cells = _painted_word(word)
        if line and width + 1 + cells > room:
            found.append(PaintedLine(start, " ".join(line[::-1]), width))
            line, start, width = [], at, 0
        if cells > room:
            return None
        width += cells + (1 if line else 0)
        line.append(painted)
        at += len(word) + 1
    found.append(PaintedLine(start, " ".join(line[::-1]), width))
    return found


@lru_cache(maxsize=1 << 14)
def _painted_word(word: str) -> tuple[str, int]:
    line = analyse(word, 1).wrap(max(1, len(word)))[0]
    return line.text, line.width


class PlainLines(LineList):
    """The lines of a plain text."""

    def __init__(self, text: str, base: int, starts: list[int], isolated: tuple[tuple[int, int], ...] | None) -> None:
        super().__init__(len(text))
        self._text = text
        self._base = base
        self._isolated = isolated
        self._starts = [*starts, len(text)]
        self._complete = True

    def _made(self, start: int, end: int) -> Line:
        text = self._text[start:end].rstrip(" ")
        clusters = partial(self._clusters, start, end)
        return Line.painted(start, end, self._base, text=text, width=len(text), clusters=clusters)

    def _clusters(self, start: int, end: int) -> tuple[Cluster, ...]:
        return analyse(self._text, self._base, isolated=self._isolated).line(start, end).clusters


@lru_cache(maxsize=1 << 12)
def _wrapped(text: str, base: int, room: int, *, marks: bool, isolated: tuple[tuple[int, int], ...] | None) -> LineList:
    return analyse(without_overrides(text), base, marks=marks, isolated=isolated).wrap(room)
