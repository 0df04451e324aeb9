"""The blocks of a long text: numbers in arrays, some twenty bytes a block, made values when something looks at them.

They are blocks without spans or cells, as plain text has them. The last ones of a text that still grows stand beside
the arrays, for they may change. Unit: code points.

Threads: one adds, any may read what a snapshot has; what was added never changes.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reader.model import Block, BlockKind, Direction, Pos, Source, range_of

_KINDS = tuple(BlockKind)
_HEADING = _KINDS.index(BlockKind.HEADING)
_RTL = 1 << 7


class PackedArrays:
    """Blocks that are known for good."""

    def __init__(self) -> None:
        self.starts = array("Q")
        self.lines = array("L")
        self._lengths = array("L")
        self._depths = array("B")
        self._looks = bytearray()
        """The kind's number, and whether the block runs from right to left."""

    def __len__(self) -> int:
        return len(self._looks)

    def extend(self, blocks: Iterable[Block]) -> None:
        """Add blocks behind the others."""
        for block in blocks:
            self.starts.append(block.range.start)
            self._lengths.append(block.range.length)
            self.lines.append(block.source.line)
            self._depths.append(block.depth)
            self._looks.append(_KINDS.index(block.kind) | (_RTL if block.direction.is_rtl else 0))

    def block(self, index: int) -> Block:
        """One of them."""
        start, look = self.starts[index], self._looks[index]
        return Block(
            _KINDS[look & ~_RTL],
            range_of(start, start + self._lengths[index]),
            Direction.RTL if look & _RTL else Direction.LTR,
            self._depths[index],
            source=Source("", self.lines[index]),
        )

    def headings(self) -> Iterator[tuple[int, int, int]]:
        """Start, end and rank of those that are headings."""
        for index, look in enumerate(self._looks):
            if look & ~_RTL == _HEADING:
                start = self.starts[index]
                yield start, start + self._lengths[index], self._depths[index]


class PackedBlocks:
    """The blocks of a text as far as it had been read once.

    Args:
        arrays: Blocks that are known for good.
        tail: Those behind them.
    """

    def __init__(self, arrays: PackedArrays, tail: Sequence[Block] = ()) -> None:
        self._arrays = arrays
        self._count = len(arrays)
        self._tail = tuple(tail)

    def __len__(self) -> int:
        return self._count + len(self._tail)

    def __getitem__(self, index: int, /) -> Block:
        """One of them; a negative number counts from the last."""
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._arrays.block(index) if index < self._count else self._tail[index - self._count]

    def __iter__(self) -> Iterator[Block]:
        return self.between(0, len(self))

    def between(self, start: int, end: int) -> Iterator[Block]:
        """Those whose numbers are in a range."""
        yield from map(self._arrays.block, range(start, min(end, self._count)))
        yield from islice(self._tail, max(0, start - self._count), max(0, end - self._count))

    def first_from(self, pos: Pos) -> int:
        """The first one from a position on."""
        found = bisect_left(self._arrays.starts, pos, 0, self._count)
        return found if found < self._count else found + bisect_left(self._tail, pos, key=_start_of)

    def index_at(self, pos: Pos) -> int:
        """The one at a position."""
        if not len(self):
            raise IndexError("a document without blocks")
        found = bisect_right(self._arrays.starts, pos, 0, self._count)
        found += bisect_right(self._tail, pos, key=_start_of) if found == self._count else 0
        return max(0, found - 1)

    def index_at_line(self, line: int) -> int:
        """The one at a line."""
        found = bisect_left(self._arrays.lines, line, 0, self._count)
        found += bisect_left(self._tail, line, key=_line_of) if found == self._count else 0
        return found if found < len(self) and _line_of(self[found]) == line else max(0, found - 1)


def _start_of(block: Block) -> Pos:
    return block.range.start


def _line_of(block: Block) -> int:
    return block.source.line
