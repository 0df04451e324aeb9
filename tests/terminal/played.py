"""A terminal played in memory: pyte, with the left and right margins that it lacks, and what it was sent."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyte

from reader.terminal.base_letters import ZWNJ
from reader.terminal.encodings import LRM

Look = tuple[Any, ...]


class PlayedScreen(pyte.Screen):
    """A screen that knows DECLRMM and DECSLRM: margins stop the cursor and, at the right, what is written."""

    def __init__(self, columns: int, lines: int) -> None:
        self.sides: tuple[int, int] | None = None
        self.sideways = False
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        # Pyte draws nothing of what follows a character of no width in the same piece.
        data = data.replace(LRM, "").replace(ZWNJ, "")
        at = -1  # the last column before an edge, once it is written: pyte puts its marks elsewhere
        for char in data:
            if at >= 0 and unicodedata.combining(char):
                row = self.buffer[self.cursor.y]
                row[at] = row[at]._replace(data=unicodedata.normalize("NFC", row[at].data + char))
                continue
            edge = self.sides[1] if self.sides and self.cursor.x < self.sides[1] else self.columns
            super().draw(char)
            at = edge - 1 if self.cursor.x >= edge else -1
            if at >= 0 and self.sides and edge == self.sides[1]:  # it stays at the margin, and is written over
                self.cursor.x = at

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        self.sideways = self.sideways or (69 in modes and bool(kwargs.get("private")))
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        if 69 in modes and kwargs.get("private"):
            self.sideways, self.sides = False, None
        super().reset_mode(*modes, **kwargs)

    def set_sides(self, left: int = 1, right: int | None = None, **_: Any) -> None:
        if self.sideways:
            self.sides = (left - 1, right or self.columns)
            self.cursor_position()

    def delete_lines(self, count: int | None = None) -> None:
        with self._between_sides():
            super().delete_lines(count)

    def insert_lines(self, count: int | None = None) -> None:
        with self._between_sides():
            super().insert_lines(count)

    def index(self) -> None:
        with self._between_sides():
            if self.cursor.y == self._rows()[1]:
                super().index()
            else:
                self.cursor_down()

    def reverse_index(self) -> None:
        with self._between_sides():
            if self.cursor.y == self._rows()[0]:
                super().reverse_index()
            else:
                self.cursor_up()

    def carriage_return(self) -> None:
        self.cursor.x = self.sides[0] if self.sides and self.cursor.x >= self.sides[0] else 0

    def cursor_forward(self, count: int | None = None) -> None:
        stop = self.sides[1] if self.sides and self.cursor.x < self.sides[1] else self.columns
        self.cursor.x = min(self.cursor.x + (count or 1), stop - 1)

    def cursor_back(self, count: int | None = None) -> None:
        stop = self.sides[0] if self.sides and self.cursor.x >= self.sides[0] else 0
        self.cursor.x = max(self.cursor.x - (count or 1), stop)

    def backspace(self) -> None:
        self.cursor_back()

    def cursor_down(self, count: int | None = None) -> None:
        bottom = self._rows()[1]
        self.cursor.y = min(self.cursor.y + (count or 1), bottom if self.cursor.y <= bottom else self.lines - 1)

    def cursor_up(self, count: int | None = None) -> None:
        top = self._rows()[0]
        self.cursor.y = max(self.cursor.y - (count or 1), top if self.cursor.y >= top else 0)

    def _rows(self) -> tuple[int, int]:
        return (self.margins.top, self.margins.bottom) if self.margins else (0, self.lines - 1)

    @contextmanager
    def _between_sides(self) -> Iterator[None]:
        """Nothing moves outside the margins, nor at all with the cursor there."""
        before = [{x: self.buffer[y][x] for x in range(self.columns)} for y in range(self.lines)]
        outside = self.sides is not None and not self.sides[0] <= self.cursor.x < self.sides[1]
        yield
        if self.sides:
            left, right = self.sides
            for y in range(self.lines):
                for x in range(self.columns):
                    if outside or not left <= x < right:
                        self.buffer[y][x] = before[y][x]

    def looks(self) -> list[list[Look]]:
        """What is seen of every cell: its text and look, of a blank no more than its background and its lines."""
        return [[_seen(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]


def _seen(char: Any) -> Look:
    if char.data.strip(" \u2800") or char.reverse or char.underscore or char.strikethrough or char.blink:
        return tuple(char)
    return (char.data, "", char.bg)


class PlayedStream(pyte.Stream):
    """A stream that passes DECSLRM on."""

    csi = dict(pyte.Stream.csi, s="set_sides")  # noqa: RUF012 - as the base class has it
    events = pyte.Stream.events | {"set_sides"}


class Played:
    """A terminal of a size; :meth:`feed` it what a program writes."""

    def __init__(self, columns: int, lines: int) -> None:
        self.screen = PlayedScreen(columns, lines)
        self.stream = PlayedStream(self.screen)

    def feed(self, text: str) -> None:
        self.stream.feed(text)

    @property
    def text(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]
