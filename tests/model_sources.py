"""A text on disk that stands where a string stands: what is asked of it is read then, and counted."""

import os
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from reader.model import Block, Blocks, Pos, TextSource
from reader.model.source import begins_with

UNIT = 4
"""Bytes a code point takes in UTF-32, so that a position is a place in the file."""


class PagedText:
    """A text in a file."""

    def __init__(self, path: Path, text: str) -> None:
        path.write_bytes(text.encode("utf-32-le"))
        self._file = os.open(path, os.O_RDONLY)
        self._length = len(text)
        self.read = 0

    def __len__(self) -> int:
        return self._length

    def slice(self, start: int, end: int) -> str:
        start, end = max(0, start), min(end, self._length)
        self.read += max(0, end - start)
        return os.pread(self._file, max(0, end - start) * UNIT, start * UNIT).decode("utf-32-le")

    @cached_property
    def digest(self) -> str:
        return blake2b(self.slice(0, self._length).encode(), digest_size=16).hexdigest()

    def goes_on_from(self, earlier: TextSource) -> bool:
        return begins_with(self, earlier)


class CountedBlocks:
    """Blocks that are made when they are asked for, and counted."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self.asked = 0

    def __len__(self) -> int:
        return len(self._blocks)

    def __getitem__(self, index: int, /) -> Block:
        self.asked += 1
        return self._blocks[index]

    def __iter__(self) -> Iterator[Block]:
        return self.between(0, len(self))

    def between(self, start: int, end: int) -> Iterator[Block]:
        for index in range(start, min(end, len(self))):
            yield self[index]

    def first_from(self, pos: Pos) -> int:
        return self._blocks.first_from(pos)

    def index_at(self, pos: Pos) -> int:
        return self._blocks.index_at(pos)

    def index_at_line(self, line: int) -> int:
        return self._blocks.index_at_line(line)
