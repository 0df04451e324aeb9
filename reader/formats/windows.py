"""A text taken window by window, so that blocks are found in one of any length with the memory of a window.

Units: code points. Where windows end goes by the text alone, not by how much of it had come when it was looked at: a
text that grows has the same blocks as one that is there at once. A window ends behind an empty line, where there is
one in its second half, else behind a line; one line is cut only where nobody could read it as one.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, Self

from reader.model import Block

WINDOW = 1 << 18
"""Code points of a window, unless a line is longer."""

LONGEST_LINE = 1 << 23
"""Code points of a line; what is longer goes on as another."""


class TextWindow(NamedTuple):
    """A stretch of a text.

    Attributes:
        text: What stands in it.
        start: Where it begins in the text.
        line: The line of the text it begins on, counted from 1.
        last: Whether nothing follows it.
    """

    text: str
    start: int = 0
    line: int = 1
    last: bool = True


class WindowParser(Protocol):
    """Finds blocks in one window after another; a value, which the next window's parser follows from."""

    def parsed(self, window: TextWindow) -> tuple[list[Block], Self]:
        """The blocks that are known when a window has been read, and the parser of the next one."""
        ...


def cut_of(text: str, at: int = 0) -> int:
    """Where the window that begins at a place ends; 0 where more of the text must come before that can be told."""
    if len(text) - at <= WINDOW:
        return 0
    for line_end in ("\n\n", "\n"):
        found = text.rfind(line_end, at + WINDOW // 2, at + WINDOW)
        if found >= 0:
            return found + len(line_end)
    found = text.find("\n", at + WINDOW, at + LONGEST_LINE)
    if found >= 0:
        return found + 1
    if len(text) - at <= LONGEST_LINE:
        return 0
    return text.rfind(" ", at + LONGEST_LINE // 2, at + LONGEST_LINE) + 1 or at + LONGEST_LINE


def windows_of(text: str) -> Iterator[TextWindow]:
    """The windows of a text that is all there."""
    at, line = 0, 1
    while cut := cut_of(text, at):
        piece = text[at:cut]
        yield TextWindow(piece, at, line, last=False)
        at, line = cut, line + piece.count("\n")
    yield TextWindow(text[at:], at, line)


def blocks_of(text: str, parser: WindowParser) -> Iterator[Block]:
    """The blocks of a text that is all there."""
    for window in windows_of(text):
        found, parser = parser.parsed(window)
        yield from found
