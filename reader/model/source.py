"""Where a document's text and blocks are: protocols, and the two that keep them in memory.

What asks for a stretch of the text gets a string of it, what asks for a block gets a value; nobody above takes the
whole of either but what has to read every word (extraction, counting, printing). So a file that is paged in from disk
can stand where a string stands. Unit: code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol, Self

from reader.model.blocks import Block
from reader.model.positions import Pos

_PIECE = 1 << 18
"""Code points compared at a time."""


class TextSource(Protocol):
    """A logical text."""

    def __len__(self) -> int:
        """The number of code points."""
        ...

    def slice(self, start: int, end: int) -> str:
        """A stretch of it; what is past the end is cut off."""
        ...

    @property
    def digest(self) -> str:
        """A 128-bit BLAKE2b of its UTF-8, in hexadecimal."""
        ...

    def goes_on_from(self, earlier: "TextSource") -> bool:
        """Whether it begins with the text of an earlier snapshot."""
        ...


class BlockTable(Protocol):
    """The blocks of a text, by their number and by where they are."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def __getitem__(self, index: int, /) -> Block:
        """One of them; a negative number counts from the last.

        Raises:
            IndexError: There are not so many.
        """
        ...

    def __iter__(self) -> Iterator[Block]:
        """All of them, one after the other: for those who read every word."""
        ...

    def between(self, start: int, end: int) -> Iterator[Block]:
        """Those whose numbers are in a half-open range, as far as there are so many."""
        ...

    def first_from(self, pos: Pos) -> int:
        """The number of the first block that starts at a position or behind it; how many there are if none does."""
        ...

    def index_at(self, pos: Pos) -> int:
        """The number of the block that holds a position, or of the last one that starts before it (0 if none does).

        Raises:
            IndexError: There is none.
        """
        ...

    def index_at_line(self, line: int) -> int:
        """The number of the first block that starts on a line of the file, else of the last above it (0 if none is)."""
        ...


class Text:
    """A text in memory."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text)

    def slice(self, start: int, end: int) -> str:
        """A stretch of it."""
        return self._text[start:end]

    @cached_property
    def digest(self) -> str:
        """Its digest."""
        from reader.model.digests import blake2b  # noqa: PLC0415 - few pages wait for a digest

        return blake2b(self._text.encode(), digest_size=16).hexdigest()

    def goes_on_from(self, earlier: TextSource) -> bool:
        """Whether it begins with another."""
        return begins_with(self, earlier)


def begins_with(text: TextSource, other: TextSource) -> bool:
    """Whether a text begins with another, compared piece by piece."""
    length = len(other)
    pieces = ((at, min(at + _PIECE, length)) for at in range(0, length, _PIECE))
    return length <= len(text) and all(text.slice(*piece) == other.slice(*piece) for piece in pieces)


class Blocks(tuple[Block, ...]):  # noqa: SLOT001 - it keeps where they start
    """Blocks in memory."""

    def __new__(cls, blocks: Iterable[Block] = ()) -> Self:
        """The blocks, which are in order."""
        return super().__new__(cls, blocks)

    def between(self, start: int, end: int) -> Iterator[Block]:
        """Some of them."""
        return iter(self[start:end])

    def first_from(self, pos: Pos) -> int:
        """The first one from a position on."""
        return bisect_left(self._starts, pos)

    def index_at(self, pos: Pos) -> int:
        """The one at a position."""
        if not self:
            raise IndexError("a document without blocks")
        return max(0, bisect_right(self._starts, pos) - 1)

    def index_at_line(self, line: int) -> int:
        """The one at a line."""
        found = bisect_left(self, line, key=_line_of)
        return found if found < len(self) and _line_of(self[found]) == line else max(0, found - 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(block.range.start for block in self)


def _line_of(block: Block) -> int:
    return block.source.line
