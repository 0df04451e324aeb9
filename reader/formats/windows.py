"""A text taken window by window, so that blocks are found in one of any length with the memory of a window.

Units: code points. Where windows end goes by the text alone, not by how much of it had come when it was looked at: a
text that grows has the same blocks as one that is there at once. A window ends behind an empty line, where there is
one in its second half, else behind a line. A line that is longer goes on in the next window, cut behind a sentence or
a word: nobody reads seventy pages as one line, and to show its middle no more than a window is laid out.
"""

from collections.abc import Iterator
from typing import Protocol, Self

from reader.model import Block
from reader.named_tuples import NamedTuple

WINDOW = 100_000
"""Code points of a window."""

_ENDS = ("\n\n", "\n", (". ", "؟ ", "۔ ", "! ", "? "), " ")
"""The ends of a window, the best first."""


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
    for ends in _ENDS:
        found = max(_end_behind(text, end, at) for end in ([ends] if isinstance(ends, str) else ends))
        if found:
            return found
    return at + WINDOW


def _end_behind(text: str, end: str, at: int) -> int:
    """Behind the last of such ends in the second half of a window; 0 where there is none."""
    found = text.rfind(end, at + WINDOW // 2, at + WINDOW)
    return found + len(end) if found >= 0 else 0


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
