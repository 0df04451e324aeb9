"""A terminal played in memory: pyte, with the left and right margins that it lacks, and what it was sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyte

from reader.terminal.encodings import LRM, ZWNJ

Look = tuple[Any, ...]


class PlayedScreen(pyte.Screen):
    """A screen that knows DECLRMM and DECSLRM for deleting and inserting lines."""

    def __init__(self, columns: int, lines: int) -> None:
        self.sides: tuple[int, int] | None = None
        self.sideways = False
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        # Pyte draws nothing of what follows a character of no width in the same piece.
        super().draw(data.replace(LRM, "").replace(ZWNJ, ""))

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

    @contextmanager
    def _between_sides(self) -> Iterator[None]:
        """What stands outside the margins is put back as it was."""
        before = [{x: self.buffer[y][x] for x in range(self.columns)} for y in range(self.lines)]
        yield
        if self.sides:
            left, right = self.sides
            for y in range(self.lines):
                for x in range(self.columns):
                    if not left <= x < right:
                        self.buffer[y][x] = before[y][x]

    def looks(self) -> list[list[Look]]:
        """Every cell's text and look."""
        return [[tuple(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]


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
