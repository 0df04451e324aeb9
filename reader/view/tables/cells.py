"""The lines of a table's cell, those of plain text without an analysis. Units: code points of the cell; cells."""

from functools import lru_cache

from reader.text.direction import without_overrides
from reader.text.layout import LineList, analyse
from reader.text.line import Cluster, Line
from reader.text.patterns import lazy_pattern

_REMEMBERED = 100
"""Code points of a cell whose lines are kept for the next that says the same."""

_PLAIN_IN_RTL = lazy_pattern("(?:[A-Za-z](?:[A-Za-z0-9 ]*[A-Za-z0-9])?|[0-9]+(?:[.,][0-9]+)*)")
"""What stands as it is written from left to right in a line from right to left: a word first, or a number alone."""


def lines_of(text: str, base: int, room: int, *, marks: bool, isolated: tuple[tuple[int, int], ...] | None) -> LineList:
    """The lines of a cell in a column of so many cells; most tables say the same in many."""
    if is_plain(text, base) and len(text) <= room:
        return PlainLine(text, base, isolated)
    wrapped = _wrapped if len(text) <= _REMEMBERED else _wrapped.__wrapped__
    return wrapped(text, base, room, marks=marks, isolated=isolated)


def is_plain(text: str, base: int) -> bool:
    """Whether a text stands from left to right as it is written, a cell a character."""
    if not text.isascii() or not text.isprintable() or text[-1:] == " ":
        return False
    return not base or _PLAIN_IN_RTL.fullmatch(text) is not None


class PlainLine(LineList):
    """The only line of a plain text."""

    def __init__(self, text: str, base: int, isolated: tuple[tuple[int, int], ...] | None) -> None:
        super().__init__(len(text))
        self._text = text
        self._base = base
        self._isolated = isolated

    def _end_of(self, start: int) -> int:
        del start
        return self.length

    def _made(self, start: int, end: int) -> Line:
        return Line.painted(start, end, self._base, text=self._text, width=self.length, clusters=self._clusters)

    def _clusters(self) -> tuple[Cluster, ...]:
        return analyse(self._text, self._base, isolated=self._isolated).wrap(max(1, self.length))[0].clusters


@lru_cache(maxsize=1 << 12)
def _wrapped(text: str, base: int, room: int, *, marks: bool, isolated: tuple[tuple[int, int], ...] | None) -> LineList:
    return analyse(without_overrides(text), base, marks=marks, isolated=isolated).wrap(room)
