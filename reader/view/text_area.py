"""A text of several lines being typed, in whichever direction each of them runs.

The line the cursor is in is a :class:`~reader.view.field.Field`; the others are strings. Lines are wrapped by the text
engine. What a key costs goes by what the window shows: of a long line only stretches around the cursor are laid out.

Units: code points of the logical text; cells and rows of the window.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Self

from reader.model import Direction
from reader.named_tuples import NamedTuple
from reader.text.direction import base_level
from reader.text.layout import Line, analyse
from reader.values import dataclass, replace
from reader.view.field import Field
from reader.view.styled import PaintedRow, StyledSpan, TextRole, blank, paint, row_width

STRETCH = 1000
"""Code points of a long line that are laid out by themselves, up to a space."""

_HOLDER = "\u00a0"
"""Stands at a line's end so that the cursor has a cell there."""

_EDITS: Mapping[str, Callable[[Field], Field]] = {
    "delete": Field.erased_after,
    "ctrl+w": Field.erased_word,
    "ctrl+u": Field.cleared_before,
    "left": Field.moved_left,
    "right": Field.moved_right,
    "home": Field.to_start,
    "end": Field.to_end,
    "ctrl+a": Field.to_start,
    "ctrl+e": Field.to_end,
}
"""Keys that edit within a line, as in the prompts."""

NEW_LINE = frozenset(("ctrl+j", "alt+enter", "shift+enter"))
"""Keys that begin a line; what else ends it is pasted."""


class _Row(NamedTuple):
    """A row of the window: the line it is of, and the stretch of that line it shows."""

    number: int
    start: int
    line: Line
    base: Direction

    @property
    def first(self) -> int:
        """Where it begins in its line."""
        return self.start + self.line.start

    @property
    def last(self) -> int:
        """Where it ends in its line."""
        return self.start + self.line.end


@dataclass(frozen=True, slots=True)
class TextArea:
    """See the module.

    Attributes:
        before, after: The lines before and after that of the cursor.
        field: The line of the cursor.
        width, height: The window's cells and rows.
        above: Rows of the window above the cursor's, where there are as many.
    """

    before: tuple[str, ...] = ()
    field: Field = Field()
    after: tuple[str, ...] = ()
    width: int = 1
    height: int = 1
    above: int = 0

    @classmethod
    def of(cls, text: str) -> Self:
        """A text, the cursor at its end."""
        *before, last = text.split("\n")
        return cls(tuple(before), Field(last, len(last)))

    @property
    def text(self) -> str:
        """The text typed so far."""
        return "\n".join((*self.before, self.field.text, *self.after))

    def sized(self, width: int, height: int) -> Self:
        """In a window of another size."""
        return replace(self, width=max(2, width), height=max(1, height))

    def pressed(self, key: str, character: str | None) -> Self:
        """After a key: an edit or a movement, else the character it typed, else nothing."""
        if key in NEW_LINE:
            return self._split()
        if key == "backspace":
            return self._erased_before()
        if key == "delete" and self.field.cursor == len(self.field.text) and self.after:
            joined = Field(self.field.text + self.after[0], self.field.cursor)
            return replace(self, field=joined, after=self.after[1:])
        if key in {"up", "down"}:
            return self._moved(1 if key == "down" else -1)
        if edit := _EDITS.get(key):
            return replace(self, field=edit(replace(self.field, base=_direction(self.field.text, Direction.LTR))))
        return self.inserted(character) if character and character.isprintable() else self

    def inserted(self, text: str) -> Self:
        """Text typed or pasted; line ends stay line ends."""
        first, *rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        area = replace(self, field=self.field.inserted(first))
        for line in rest:
            area = area.pressed("ctrl+j", None)
            area = replace(area, field=area.field.inserted(line))
        return area

    def painted(self, base: Direction, roles: tuple[TextRole, ...] = ()) -> tuple[PaintedRow, ...]:
        """The window's rows, the cursor lit."""
        rows = self._window(base)
        here = len(self.before)
        at = self.field.cursor
        lit = next((row for row in rows if row.number == here and row.first <= at < row.last), None)
        return tuple(_painted(row, self.width, roles, at - row.start if row is lit else None) for row in rows)

    # Within

    def _split(self) -> Self:
        text, at = self.field.text, self.field.cursor
        return replace(self, before=(*self.before, text[:at]), field=Field(text[at:], 0), above=self._lower())

    def _erased_before(self) -> Self:
        if self.field.cursor or not self.before:
            return replace(self, field=self.field.erased_before())
        joined = Field(self.before[-1] + self.field.text, len(self.before[-1]))
        return replace(self, before=self.before[:-1], field=joined, above=max(0, self.above - 1))

    def _lower(self) -> int:
        return min(self.height - 1, self.above + 1)

    def _moved(self, step: int) -> Self:
        """A row down (1) or up (-1), to the cell below or above; staying at the ends."""
        base = Direction.LTR
        rows = self._onwards(base) if step > 0 else self._backwards(base)
        row = self._cursor_row(base)
        there = next(rows, None)
        if there is None:
            return replace(self, field=self.field.to_end() if step > 0 else self.field.to_start())
        cells = row.line.cells_of(self.field.cursor - row.start, self.field.cursor - row.start + 1)
        column = (cells[0].start if cells else 0) + _indent(row, self.width)
        index = there.start + there.line.index_at(column - _indent(there, self.width))
        above = self._lower() if step > 0 else max(0, self.above - 1)
        lines = (*self.before, self.field.text, *self.after)
        number = there.number
        field = Field(lines[number], min(index, len(lines[number])))
        return replace(self, before=lines[:number], field=field, after=lines[number + 1 :], above=above)

    def _line(self, number: int) -> str:
        if number < len(self.before):
            return self.before[number]
        return self.field.text if number == len(self.before) else self.after[number - len(self.before) - 1]

    def _window(self, base: Direction) -> list[_Row]:
        """The rows shown: as full a window as there is text for, the cursor's row kept where it was."""
        up = list(islice(self._backwards(base), self.height - 1))
        down = list(islice(self._onwards(base), self.height - 1))
        above = min(len(up), max(self.above, self.height - 1 - len(down)))
        below = self.height - 1 - above
        return [*reversed(up[:above]), self._cursor_row(base), *down[:below]]

    def _cursor_row(self, base: Direction) -> _Row:
        return self._rows_at_cursor(base)[1]

    def _rows_at_cursor(self, base: Direction) -> tuple[list[_Row], _Row, list[_Row]]:
        """The rows of the cursor's stretch before its row, its row, and those after it."""
        number, at = len(self.before), self.field.cursor
        rows = _rows(number, self.field.text, self._own_stretch(), self.width, base)
        index = next((i for i, row in enumerate(rows) if row.first <= at < row.last), len(rows) - 1)
        return rows[:index], rows[index], rows[index + 1 :]

    def _own_stretch(self) -> tuple[int, int]:
        """The stretch of its line the cursor is in."""
        return next(one for one in reversed(_stretches(self.field.text)) if one[0] <= self.field.cursor)

    def _onwards(self, base: Direction) -> Iterator[_Row]:
        """The rows after the cursor's."""
        rows = self._rows_at_cursor(base)[2]
        yield from rows
        number, own = len(self.before), self._own_stretch()[0]
        while True:
            text = self._line(number)
            for start, end in _stretches(text):
                if number > len(self.before) or start > own:
                    yield from _rows(number, text, (start, end), self.width, base)
            number += 1
            if number > len(self.before) + len(self.after):
                return

    def _backwards(self, base: Direction) -> Iterator[_Row]:
        """The rows before the cursor's, the nearest first."""
        yield from reversed(self._rows_at_cursor(base)[0])
        number, own = len(self.before), self._own_stretch()[0]
        while number >= 0:
            text = self._line(number)
            for start, end in reversed(_stretches(text)):
                if number < len(self.before) or start < own:
                    yield from reversed(_rows(number, text, (start, end), self.width, base))
            number -= 1


def _painted(row: _Row, width: int, roles: tuple[TextRole, ...], cursor: int | None) -> PaintedRow:
    spans: list[StyledSpan] = []
    cell: PaintedRow = ()
    if cursor is not None:
        # Spaces at a row's end have no cells: then the letter before them is lit, in a row of spaces its first cell.
        seen = sorted(c for c in row.line.clusters if c.width and c.start < c.end)
        lit = next((c for c in reversed(seen) if c.start <= cursor), seen[0] if seen else None)
        if lit:
            spans = [StyledSpan(lit.start, lit.end, TextRole.FIELD_CURSOR)]
        else:
            cell = blank(1, *roles, TextRole.FIELD_CURSOR)
    painted = paint(row.line, spans, roles)
    rest = blank(width - row_width(painted) - row_width(cell), *roles)
    return rest + cell + painted if row.base.is_rtl else painted + cell + rest


def _indent(row: _Row, width: int) -> int:
    """The column a row's cells begin at: those from right to left stand at the right."""
    return max(0, width - row.line.width) if row.base.is_rtl else 0


@lru_cache(maxsize=64)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where a line is cut to be laid out: at spaces; the last stretch holds the line's end."""
    cuts = [0]
    while len(text) - cuts[-1] > 2 * STRETCH:
        low = cuts[-1] + STRETCH
        space = text.find(" ", low, low + STRETCH)
        cuts.append(space + 1 if space >= 0 else low + STRETCH)
    return tuple(zip(cuts, [*cuts[1:], len(text)], strict=True))


@lru_cache(maxsize=256)
def _lines(text: str, width: int, *, rtl: bool) -> tuple[Line, ...]:
    return tuple(analyse(text, int(rtl)).wrap(width))


def _rows(number: int, text: str, stretch: tuple[int, int], width: int, base: Direction) -> list[_Row]:
    """The rows of a stretch of a line."""
    start, end = stretch
    direction = _direction(text, base)
    shown = text[start:end] + (_HOLDER if end == len(text) else "")
    return [_Row(number, start, line, direction) for line in _lines(shown, width, rtl=direction.is_rtl)]


def _direction(text: str, base: Direction) -> Direction:
    """The side a line begins at: by its letters, else the layout's."""
    return Direction.RTL if base_level(text[:STRETCH], int(base.is_rtl)) else Direction.LTR
