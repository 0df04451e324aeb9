"""A line of text being typed, in whichever direction it runs.

Units: code points in the logical text; a cursor stands between two of them, always at a grapheme boundary. Left and
    right arrows move on the screen, from the cell the cursor lights to the one beside it.

What a key costs does not grow with the text: only what is around the cursor is laid out, a stretch that the field's
width decides.
"""

from dataclasses import dataclass, replace

from reader.model import Direction
from reader.text.direction import base_level
from reader.text.graphemes import boundaries
from reader.text.layout import Line, analyse
from reader.view.styled import LINE_ENDS, UNBOUNDED, PaintedRow, StyledSpan, TextRole, blank, paint, row_width

_NEAR = 256
"""Code points before and after the cursor that an arrow looks at, at first, and a deletion always."""

_FAR = 4096
"""Those it looks at where the neighbouring cell lies at another end of a stretch that runs the other way."""

_SAMPLE = 1024
"""Code points whose letters decide the direction."""

_HOLDER = "\u00a0"
"""Stands at the end so that the cursor has a cell there and trailing spaces are not at the line's end."""


@dataclass(frozen=True, slots=True)
class Field:
    """The text and the cursor's place in it."""

    text: str = ""
    cursor: int = 0

    def inserted(self, text: str) -> "Field":
        """Text typed or pasted at the cursor; line ends become spaces, other control characters are dropped."""
        clean = text.translate(LINE_ENDS)
        if not clean.isprintable():
            clean = "".join([c for c in clean if c.isprintable() or c in "\u200c\u200d\u200e\u200f"])
        return Field(self.text[: self.cursor] + clean + self.text[self.cursor :], self.cursor + len(clean))

    def erased_before(self) -> "Field":
        """Without the code point before the cursor.

        A mark before its letter, so that a typing slip costs one stroke.
        """
        return Field(self.text[: self.cursor - 1] + self.text[self.cursor :], self.cursor - 1) if self.cursor else self

    def erased_after(self) -> "Field":
        """Without the grapheme cluster after the cursor."""
        return Field(self.text[: self.cursor] + self.text[self._next() :], self.cursor)

    def erased_word(self) -> "Field":
        """Without the word before the cursor."""
        kept = self.text[: self.cursor].rstrip()
        kept = kept[: kept.rfind(" ") + 1]
        return Field(kept + self.text[self.cursor :], len(kept))

    def cleared_before(self) -> "Field":
        """Without everything before the cursor."""
        return Field(self.text[self.cursor :], 0)

    def moved_left(self) -> "Field":
        """The cursor one cluster further left on the screen."""
        return self._moved(-1)

    def moved_right(self) -> "Field":
        """The cursor one cluster further right on the screen."""
        return self._moved(1)

    def to_start(self) -> "Field":
        """The cursor before the first letter."""
        return replace(self, cursor=0)

    def to_end(self) -> "Field":
        """The cursor after the last letter."""
        return replace(self, cursor=len(self.text))

    def direction(self, default: Direction) -> Direction:
        """The side the text begins at: by its letters, else the layout's."""
        return Direction.RTL if base_level(self.text[:_SAMPLE], int(default.is_rtl)) else Direction.LTR

    def painted(self, width: int, default: Direction, roles: tuple[TextRole, ...] = ()) -> PaintedRow:
        """Exactly ``width`` cells, the cursor lit; a longer text shows the part around the cursor."""
        base = self.direction(default)
        text, first = self._fitting(width, base)
        line = _line(text, base)
        at = self.cursor - first
        cursor = next((c for c in line.clusters if c.start <= at < c.end), None)
        spans = [StyledSpan(cursor.start, cursor.end, TextRole.FIELD_CURSOR)] if cursor else []
        row = paint(line, spans, roles)
        rest = blank(width - row_width(row), *roles)
        return rest + row if base.is_rtl else row + rest

    def _fitting(self, width: int, base: Direction) -> tuple[str, int]:
        """The stretch of text shown, and where it starts: up to the cursor, and from there on as much as has room."""
        first = max(0, self.cursor - _room(width))
        first += _fitting_end(self.text[first : self.cursor], width, base)
        end = min(len(self.text), self.cursor + _room(width))
        end = max(self.cursor, first + _fitting_beginning(self.text[first:end], width, base))
        return self.text[first:end], first

    def _next(self) -> int:
        """The end of the cluster after the cursor."""
        return self.cursor + next(iter(boundaries(self.text[self.cursor : self.cursor + _NEAR])), 0)

    def _moved(self, step: int) -> "Field":
        """To the neighbouring cell on the screen, staying at the ends."""
        base = self.direction(Direction.LTR)
        for reach in (_NEAR, _FAR):
            first, end = max(0, self.cursor - reach), min(len(self.text), self.cursor + reach)
            shown = [cluster for cluster in _line(self.text[first:end], base).clusters if cluster.width]
            here = self.cursor - first
            at = next((i for i, cluster in enumerate(shown) if cluster.start <= here < cluster.end), None)
            if at is None:  # on something that is not painted: the next letter after it
                return replace(self, cursor=self._next())
            there = shown[max(0, min(len(shown) - 1, at + step))]
            near_start = first > 0 and there.start < reach // 4
            near_end = end < len(self.text) and there.end > end - first - reach // 4
            if not (near_start or near_end):
                break
        return replace(self, cursor=first + min(there.start, end - first))


def _room(width: int) -> int:
    """Code points that are enough to fill so many cells, each letter with its marks."""
    return 4 * width + 64


def _fitting_end(text: str, width: int, base: Direction) -> int:
    """Where the longest end of a text starts that has room in ``width`` cells, the cursor's behind it."""
    start, room = len(text), width - 1
    for cluster in sorted(_line(text, base).clusters, reverse=True):
        if cluster.start < len(text):
            room -= cluster.width
            if room < 0:
                break
            start = cluster.start
    while start < len(text) and _line(text[start:], base).width > width:  # letters are wider where they join no more
        start += boundaries(text[start:])[0]
    return start


def _fitting_beginning(text: str, width: int, base: Direction) -> int:
    """Where the longest beginning of a text ends that has room in ``width`` cells, the cursor's behind it."""
    end, room = 0, width - 1
    for cluster in sorted(_line(text, base).clusters):
        room -= cluster.width
        if room < 0 or cluster.start >= len(text):
            break
        end = cluster.end
    while end and _line(text[:end], base).width > width:
        end = ([0, *boundaries(text[:end])])[-2]
    return end


def _line(text: str, base: Direction) -> Line:
    return analyse(text + _HOLDER, int(base.is_rtl)).wrap(UNBOUNDED)[0]
