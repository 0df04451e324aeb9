"""A line of text being typed, in whichever direction it runs.

Units: code points in the logical text; a cursor stands between two of them, always at a grapheme boundary. Left and
    right arrows move on the screen, from the cell the cursor lights to the one beside it.

The line begins at the side the screen begins at, whatever is typed: nothing that is typed makes it jump to the other
side. At the end of the text the cursor stands beside the letter typed last, where the next one of its direction comes.

What a key costs does not grow with the text: only what is around the cursor is laid out, a stretch that the field's
width decides.
"""

import unicodedata
from collections.abc import Callable

from reader.model import Direction
from reader.text.graphemes import boundaries
from reader.text.layout import Line, analyse
from reader.values import dataclass, replace
from reader.view.styled import LINE_ENDS, UNBOUNDED, PaintedRow, StyledSpan, TextRole, blank, paint, row_width

_NEAR = 256
"""Code points before and after the cursor that an arrow looks at, at first, and a deletion always."""

_FAR = 4096
"""Those it looks at where the neighbouring cell lies at another end of a stretch that runs the other way."""

_HOLDER = "\u00a0"
"""Stands at the end so that the cursor has a cell there and trailing spaces are not at the line's end."""

_LRM, _RLM = "\u200e", "\u200f"
"""Behind the holder, the direction of the letter before it, so that it stands where that letter's text goes on."""


@dataclass(frozen=True, slots=True)
class Field:
    """The text and the cursor's place in it.

    Attributes:
        text: The text.
        cursor: Where the next letter goes.
        base: The direction of the line.
        anchor: The other end of what is selected; None for nothing.
    """

    text: str = ""
    cursor: int = 0
    base: Direction = Direction.LTR
    anchor: int | None = None

    @property
    def selected(self) -> tuple[int, int] | None:
        """Start and end of what is selected; None for nothing."""
        if self.anchor is None or self.anchor == self.cursor:
            return None
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)

    def selecting(self, move: Callable[["Field"], "Field"]) -> "Field":
        """A movement of the cursor that takes what it passes into the selection."""
        anchor = self.cursor if self.anchor is None else self.anchor
        return replace(move(self), anchor=anchor)

    def inserted(self, text: str) -> "Field":
        """Text typed or pasted at the cursor, in the place of what is selected.

        Line ends become spaces, other control characters are dropped.
        """
        clean = text.translate(LINE_ENDS)
        if not clean.isprintable():
            clean = "".join([c for c in clean if c.isprintable() or c in "\u200c\u200d\u200e\u200f"])
        start, end = self.selected or (self.cursor, self.cursor)
        return self._with(self.text[:start] + clean + self.text[end:], start + len(clean))

    def erased_before(self) -> "Field":
        """Without what is selected, else without the code point before the cursor.

        A mark before its letter, so that a typing slip costs one stroke.
        """
        start, end = self.selected or (max(0, self.cursor - 1), self.cursor)
        return self._with(self.text[:start] + self.text[end:], start)

    def erased_after(self) -> "Field":
        """Without what is selected, else without the grapheme cluster after the cursor."""
        start, end = self.selected or (self.cursor, self._next())
        return self._with(self.text[:start] + self.text[end:], start)

    def erased_word(self) -> "Field":
        """Without the word before the cursor."""
        kept = self.text[: self.cursor].rstrip()
        kept = kept[: kept.rfind(" ") + 1]
        return self._with(kept + self.text[self.cursor :], len(kept))

    def cleared_before(self) -> "Field":
        """Without everything before the cursor."""
        return self._with(self.text[self.cursor :], 0)

    def cleared_after(self) -> "Field":
        """Without everything after the cursor."""
        return self._with(self.text[: self.cursor], self.cursor)

    def moved_left(self) -> "Field":
        """The cursor one cluster further left on the screen."""
        return self._moved(-1, lambda _: True)

    def moved_right(self) -> "Field":
        """The cursor one cluster further right on the screen."""
        return self._moved(1, lambda _: True)

    def word_left(self) -> "Field":
        """The cursor at the nearest start of a word further left on the screen, or at the edge."""
        return self._moved(-1, self._starts_word)

    def word_right(self) -> "Field":
        """The cursor at the nearest start of a word further right on the screen, or at the edge."""
        return self._moved(1, self._starts_word)

    def to_start(self) -> "Field":
        """The cursor before the first letter."""
        return replace(self, cursor=0, anchor=None)

    def to_end(self) -> "Field":
        """The cursor after the last letter."""
        return replace(self, cursor=len(self.text), anchor=None)

    def painted(self, width: int, roles: tuple[TextRole, ...] = ()) -> PaintedRow:
        """Exactly ``width`` cells, the cursor lit; a longer text shows the part around the cursor."""
        text, first = self._fitting(width)
        line = _line(text, self.base)
        at = self.cursor - first
        cursor = next((c for c in line.clusters if c.start <= at < c.end), None)
        spans = []
        if self.selected:
            start, end = self.selected
            spans.append(StyledSpan(max(0, start - first), max(0, min(end - first, len(text))), TextRole.SELECTION))
        if cursor:
            spans.append(StyledSpan(cursor.start, cursor.end, TextRole.FIELD_CURSOR))
        row = paint(line, spans, roles)
        rest = blank(width - row_width(row), *roles)
        return rest + row if self.base.is_rtl else row + rest

    def _with(self, text: str, cursor: int) -> "Field":
        """Another text, nothing selected."""
        return Field(text, cursor, self.base)

    def _fitting(self, width: int) -> tuple[str, int]:
        """The stretch of text shown, and where it starts: up to the cursor, and from there on as much as has room."""
        base = self.base
        first = max(0, self.cursor - _room(width))
        first += _fitting_end(self.text[first : self.cursor], width, base)
        end = min(len(self.text), self.cursor + _room(width))
        end = max(self.cursor, first + _fitting_beginning(self.text[first:end], width, base))
        return self.text[first:end], first

    def _next(self) -> int:
        """The end of the cluster after the cursor."""
        return self.cursor + next(iter(boundaries(self.text[self.cursor : self.cursor + _NEAR])), 0)

    def _starts_word(self, at: int) -> bool:
        """Whether a word starts at an index."""
        return at < len(self.text) and _is_of_word(self.text[at]) and not (at and _is_of_word(self.text[at - 1]))

    def _moved(self, step: int, stops: Callable[[int], bool]) -> "Field":
        """To the nearest cell that way on the screen where the cursor stops, staying at the ends."""
        for reach in (_NEAR, _FAR):
            first, end = max(0, self.cursor - reach), min(len(self.text), self.cursor + reach)
            shown = [cluster for cluster in _line(self.text[first:end], self.base).clusters if cluster.width]
            here = self.cursor - first
            at = next((i for i, cluster in enumerate(shown) if cluster.start <= here < cluster.end), None)
            if at is None:  # on something that is not painted: the next letter after it
                return replace(self, cursor=self._next(), anchor=None)
            at = max(0, min(len(shown) - 1, at + step))
            while 0 < at < len(shown) - 1 and not stops(first + shown[at].start):
                at += step
            there = shown[at]
            near_start = first > 0 and there.start < reach // 4
            near_end = end < len(self.text) and there.end > end - first - reach // 4
            if not (near_start or near_end):
                break
        return replace(self, cursor=first + min(there.start, end - first), anchor=None)


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
    mark = _RLM if _ends_rtl(text, base) else _LRM
    return analyse(text + _HOLDER + mark, int(base.is_rtl)).wrap(UNBOUNDED)[0]


def _ends_rtl(text: str, base: Direction) -> bool:
    """Whether the last letter is one written from right to left; without letters, whether the line is."""
    for character in reversed(text[-_NEAR:]):
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return True
            case "L":
                return False
            case _:
                pass
    return base.is_rtl


def _is_of_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
