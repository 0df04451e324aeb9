"""A line of text being typed, in whichever direction it runs.

Units: code points in the logical text; a cursor stands between two of them, always at a grapheme boundary. Left and
    right arrows move on the screen, from the cell the cursor lights to the one beside it.
"""

from dataclasses import dataclass, replace

from reader.model import Direction
from reader.text.direction import base_level
from reader.text.graphemes import boundaries
from reader.text.layout import Line, analyse
from reader.view.styled import LINE_ENDS, UNBOUNDED, PaintedRow, StyledSpan, TextRole, blank, paint, row_width

_HOLDER = "\u00a0"
"""Stands at the end so that the cursor has a cell there and trailing spaces are not at the line's end."""


@dataclass(frozen=True, slots=True)
class Field:
    """The text and the cursor's place in it."""

    text: str = ""
    cursor: int = 0

    def inserted(self, text: str) -> "Field":
        """Text typed or pasted at the cursor; line ends become spaces, other control characters are dropped."""
        clean = "".join(c for c in text.translate(LINE_ENDS) if c.isprintable() or c in "\u200c\u200d\u200e\u200f")
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
        return Direction.RTL if base_level(self.text, int(default.is_rtl)) else Direction.LTR

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
        """The stretch of text shown, and where it starts."""
        starts = [0, *boundaries(self.text)] if self.text else [0]
        first = 0
        while _line(self.text[first : self.cursor], base).width > width and first < self.cursor:
            first = next((s for s in starts if s > first), self.cursor)
        end = len(self.text)
        while _line(self.text[first:end], base).width > width and end > self.cursor:
            end = max((s for s in starts if s < end), default=self.cursor)
        return self.text[first:end], first

    def _next(self) -> int:
        return next((b for b in boundaries(self.text) if b > self.cursor), len(self.text))

    def _moved(self, step: int) -> "Field":
        """To the neighbouring cell on the screen, staying at the ends."""
        shown = [cluster for cluster in _line(self.text, self.direction(Direction.LTR)).clusters if cluster.width]
        at = next((i for i, cluster in enumerate(shown) if cluster.start <= self.cursor < cluster.end), None)
        if at is None:  # on something that is not painted: the next letter after it
            return replace(self, cursor=self._next())
        return replace(self, cursor=shown[max(0, min(len(shown) - 1, at + step))].start)


def _line(text: str, base: Direction) -> Line:
    return analyse(text + _HOLDER, int(base.is_rtl)).wrap(UNBOUNDED)[0]
