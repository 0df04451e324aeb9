"""A stretch of a document, folded: one string to search in, and the way back to the document.

A segment holds whole blocks, so that no hit lies in two segments. In its folded text blocks are parted by a line feed,
which no fold contains. Blocks are folded in chunks; where a folded character came from is worked out a chunk at a time,
for the hits that are looked at.

Units: ``Pos`` in the document; *folded indexes* in :attr:`FoldedSegment.text`, which never leave this package.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from reader.model import Block, Document, Pos, range_of
from reader.search.kept import Shelf
from reader.text.folding import Folding

CHUNK = 4096
"""Code points folded, and led back, at a time."""

_MAPS_KEPT = 16


class FoldedSegment:
    """Some consecutive blocks of a document, folded.

    Attributes:
        kept: The folded blocks, parted by line feeds.
    """

    def __init__(self, document: Document, blocks: Iterable[Block], folding: Folding, shelf: Shelf) -> None:
        self._document = document
        self._folding = folding
        self._starts = array("Q")
        """Where in the document each chunk starts."""
        self._folded_starts = array("Q")
        """Where in the folded text each chunk starts."""
        self._lengths = array("I")
        self._after_space = bytearray()
        pieces: list[str] = []
        length = 0
        ranges = [block.range for block in blocks]
        first = ranges[0].start if ranges else Pos(0)
        text = document.slice(range_of(first, ranges[-1].end)) if ranges else ""
        for block_start, block_end in ranges:
            space = False
            for start in range(block_start, block_end, CHUNK):
                source = text[start - first : min(start + CHUNK, block_end) - first]
                folded = folding.fold(source, after_space=space)
                self._starts.append(start)
                self._folded_starts.append(length)
                self._lengths.append(len(source))
                self._after_space.append(space)
                pieces.append(folded)
                length += len(folded)
                space = folded.endswith(" ") or (space and not folded)
            pieces.append("\n")
            length += 1
        self.kept = shelf.put("".join(pieces))
        self._sources = lru_cache(_MAPS_KEPT)(self._sources_of_chunk)

    @property
    def text(self) -> str:
        """The folded blocks, parted by line feeds."""
        return self.kept.text

    def pos_of(self, index: int) -> Pos:
        """The character that a folded character, not a line feed, came from."""
        chunk = bisect_right(self._folded_starts, index) - 1
        return Pos(self._starts[chunk] + self._sources(chunk)[index - self._folded_starts[chunk]])

    def index_at(self, pos: Pos) -> int:
        """The first folded character that came from a position or one after it; the text's length when none did."""
        chunk = bisect_right(self._starts, pos) - 1
        if chunk < 0:
            return 0
        at = bisect_left(self._sources(chunk), pos - self._starts[chunk])
        return int(self._folded_starts[chunk]) + at

    def _sources_of_chunk(self, chunk: int) -> "array[int]":
        start = self._starts[chunk]
        text = self._document.slice(range_of(start, start + self._lengths[chunk]))
        return self._folding.sources(text, after_space=bool(self._after_space[chunk]))
