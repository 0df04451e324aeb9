"""Searching a document.

The document is folded in segments (:mod:`reader.search.segment`), each when a search first comes to it, and kept; a
query is folded the same way and looked for with ``str.find``. So a longer query, or another one, finds the work
done. What a search has to pass over is folded roughly first (a tenth of the work): a segment where the query does not
even stand roughly has no hit.

What is a hit: in each block the leftmost occurrences of the folded query that do not overlap, each widened to the
grapheme clusters it has a part in. An occurrence that adds nothing to the hit before it (both halves of one
ligature) is no hit of its own; neither is one that would cut a letter short: か in が, क in क्, 하 in 한. A query that
folds to nothing, or begins with a mark that stands on another letter, has no hits.

Units: ``Pos`` in the document; *folded indexes* in a segment's folded text stay in this package.

Threads: an :class:`Index` and its :class:`Hits` may be used by several threads at once. What they keep is only ever
added to and is the same whichever thread worked it out.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from functools import lru_cache

from reader.model import Block, Document, Pos, Range
from reader.search.clusters import widened
from reader.search.hits import Hits, Matching, never
from reader.search.kept import Shelf
from reader.search.listed import ListedHits
from reader.search.rough import Rough
from reader.search.segment import CHUNK, FoldedSegment
from reader.search.whole_words import is_whole_words
from reader.text.folding import CONTINUING, Folding, FoldOptions
from reader.text.properties import GRAPHEME_BREAK

SEGMENT = 1 << 18
"""Code points folded when a search first comes to them: some 15 ms of work."""

STEPS_BACK = 64
"""Occurrences that overlap, followed one by one before a quicker way is taken."""

_HELD = 16
"""Segments that are kept where the disk has no room for those of a long document."""

SCREENFUL = 1 << 15
"""Code points at most of the blocks a screen shows that are folded for themselves."""

_PIECES_KEPT = 64
"""Pieces of queries whose folds stay in memory: those of one of a quarter of a million code points."""

_ON_ANOTHER = frozenset("EZSVT")
"""Grapheme_Cluster_Break of what stands on, or goes on, another character."""


class Index:
    """A document made ready for searching, as far as searches have come.

    Args:
        document: The document.
        options: What is folded beyond the default; the document's language adds its own.
    """

    def __init__(self, document: Document, options: FoldOptions | None = None) -> None:
        self.document = document
        self.folding = Folding((options or FoldOptions()).for_language(document.meta.language))
        self._segments: list[FoldedSegment | None] = [None] * (len(document) // SEGMENT + 1 if document.blocks else 0)
        self._shelf = Shelf(len(document), self.folding)
        self._rough = Rough(document, self.folding, self._shelf, len(self._segments), self._stretch_of)
        self._held: deque[int] = deque()
        self._unshelved = Shelf(0, self.folding)
        self._fold = lru_cache(_PIECES_KEPT)(self.folding.fold)

    def find(self, query: str, matching: Matching = Matching(), stop: Callable[[], bool] = never) -> Hits:
        """The hits of a query: worked out as they are asked for, or, of the text as it stands, at once.

        Args:
            query: What is looked for.
            matching: What counts as the same.
            stop: Asked while hits are listed; once it says True, the rest is not searched.
        """
        if matching.exact or matching.pattern:
            return ListedHits(self.document, query, matching, stop)
        return FoldedHits(self, query, matching)

    def folded(self, query: str) -> str:
        """A query folded, piece by piece as the document is: what stays as it was typed is not folded again."""
        pieces: list[str] = []
        space = False
        for start in range(0, len(query), CHUNK):
            piece = self._fold(query[start : start + CHUNK], after_space=space)
            pieces.append(piece)
            space = piece.endswith(" ") or (space and not piece)
        return "".join(pieces)

    def __len__(self) -> int:
        """The number of segments."""
        return len(self._segments)

    def segment(self, number: int) -> FoldedSegment:
        """A segment, folded now if it was not yet: the blocks that start in its stretch of the document."""
        segment = self._segments[number]
        if segment is None:
            blocks = self.document.blocks.between(*self._blocks_of(number))
            segment = self._segments[number] = FoldedSegment(self.document, blocks, self.folding, self._shelf)
            if self._shelf.is_full:
                self._held.append(number)
                if len(self._held) > _HELD:
                    self._segments[self._held.popleft()] = None
        return segment

    def segment_over(self, part: Range, number: int) -> FoldedSegment:
        """A segment where it was folded, else of its blocks those that overlap a part, folded for themselves.

        So a screen of a document that is being searched costs what it shows.
        """
        if segment := self._segments[number]:
            return segment
        first, end = self._blocks_of(number)
        blocks = self.document.blocks
        first, end = max(first, self.document.block_index_at(part.start)), min(end, blocks.first_from(part.end))
        if first >= end or blocks[end - 1].range.end - blocks[first].range.start > SCREENFUL:
            return self.segment(number)
        return FoldedSegment(self.document, blocks.between(first, end), self.folding, self._unshelved)

    def may_hold(self, number: int, query: str) -> bool:
        """Whether a folded query may stand in a segment; surely not where this says so."""
        return self._rough.may_hold(number, query)

    def count(self, number: int, query: str) -> int:
        """How often a folded query stands in a segment."""
        segment = self._segments[number]
        if segment is None and not self.may_hold(number, query):
            return 0
        return (segment or self.segment(number)).kept.count(query)

    def _stretch_of(self, number: int) -> Range:
        """All from the start of a segment's first block to the end of its last one."""
        blocks = self.document.blocks
        first, last = self._blocks_of(number)
        return Range(blocks[first].range.start, blocks[last - 1].range.end) if first < last else Range(Pos(0), Pos(0))

    def _blocks_of(self, number: int) -> tuple[int, int]:
        """The numbers of a segment's first block, and of the one behind its last."""
        blocks = self.document.blocks
        return blocks.first_from(Pos(number * SEGMENT)), blocks.first_from(Pos((number + 1) * SEGMENT))

    def number_at(self, pos: Pos) -> int:
        """The segment of the block that holds a position, or of the last one that starts before it."""
        return self.block_at(pos).range.start // SEGMENT

    def block_at(self, pos: Pos) -> Block:
        """The block that holds a position, or the last one that starts before it."""
        return self.document.blocks[self.document.block_index_at(pos)]


class FoldedHits(Hits):
    """Hits by what is meant; worked out as they are asked for."""

    def __init__(self, index: Index, query: str, matching: Matching) -> None:
        self.query, self.matching = query, matching
        self._index = index
        self._capitals = _capitals(query) if matching.case else ""
        self._folded = index.folded(query)
        if self._folded and GRAPHEME_BREAK[ord(self._folded[0])] in _ON_ANOTHER:
            self._folded = ""
        self._size = len(self._folded)
        self._counts: dict[int, int] = {}

    def __iter__(self) -> Iterator[Range]:
        for number in range(self._segments):
            yield from self._hits(number, 0)

    def after(self, pos: Pos, stop: Callable[[], bool] = never) -> Range | None:
        """The first hit that starts at a position or after it; None, too, once ``stop`` says so."""
        first = self._index.number_at(pos) if self._segments else 0
        for number in range(first, self._segments):
            if self._counts.get(number) == 0:
                continue
            if stop():
                return None
            if not self._may_have(number):
                continue
            segment = self._index.segment(number)
            index = self._aligned(segment.text, segment.index_at(pos)) if number == first else 0
            hit = next((hit for hit in self._hits(number, index) if hit.start >= pos), None)
            if hit:
                return hit
            if number != first:
                self._counts[number] = 0
        return None

    def before(self, pos: Pos, stop: Callable[[], bool] = never) -> Range | None:
        """The last hit that starts before a position; None, too, once ``stop`` says so."""
        last = self._index.number_at(pos) if self._segments else -1
        for number in range(last, -1, -1):
            if self._counts.get(number) == 0:
                continue
            if stop():
                return None
            if not self._may_have(number):
                continue
            segment = self._index.segment(number)
            index = segment.index_at(self._cluster_at(pos).end) if number == last else len(segment.text)
            while (occurrence := segment.text.rfind(self._folded, 0, index + self._size - 1)) >= 0:
                end, index = index + self._size - 1, self._aligned(segment.text, occurrence)
                hit = None
                for candidate in self._hits(number, index, end):
                    if candidate.start >= pos:
                        break
                    hit = candidate
                if hit:
                    return hit
            if number != last:
                self._counts[number] = 0
        return None

    def within(self, part: Range) -> tuple[Range, ...]:
        """The hits that overlap a range, in order: what a screen shows."""
        if not self._segments or not part.length:
            return ()
        found: list[Range] = []
        first = self._index.number_at(part.start)
        for number in range(first, self._index.number_at(Pos(part.end - 1)) + 1):
            if self._counts.get(number) == 0:
                continue
            segment = self._index.segment_over(part, number)
            index = max(0, segment.index_at(self._cluster_at(part.start).start) - self._size) if number == first else 0
            for hit in self._hits_in(segment, self._aligned(segment.text, index)):
                if hit.start >= part.end:
                    break
                if hit.end > part.start:
                    found.append(hit)
        return tuple(found)

    def count(self, stop: Callable[[], bool] = never) -> int:
        """The number of hits; of those counted so far when ``stop`` says so. What was counted is kept."""
        total = 0
        for number in range(self._segments):
            if stop():
                break
            total += self._count(number)
        return total

    def ordinal(self, hit: Range) -> int:
        """How many hits come before a hit."""
        number = self._index.number_at(hit.start)
        total = sum(self._count(earlier) for earlier in range(number))
        segment = self._index.segment(number)
        if self._is_countable():
            return total + segment.text.count(self._folded, 0, segment.index_at(hit.start))
        for earlier in self._hits(number, 0):
            if earlier.start >= hit.start:
                break
            total += 1
        return total

    @property
    def counted(self) -> bool:
        """Whether every segment was counted."""
        return len(self._counts) >= self._segments

    @property
    def _segments(self) -> int:
        """The number of segments to search: none for a query that has no hits."""
        return len(self._index) if self._folded else 0

    def _hits(self, number: int, index: int, stop: int | None = None) -> Iterator[Range]:
        """The hits of a segment from a folded index on, at which none is under way, up to another."""
        return self._hits_in(self._index.segment(number), index, stop)

    def _hits_in(self, segment: FoldedSegment, index: int, stop: int | None = None) -> Iterator[Range]:
        document, query, size = self._index.document, self._folded, self._size
        text = segment.text
        hit = block = Range(Pos(0), Pos(0))
        at = text.find(query, index, stop)
        while at >= 0:
            end = at + size
            if text[end : end + 1] in CONTINUING:
                at = text.find(query, at + 1, stop)
                continue
            part = Range(segment.pos_of(at), Pos(segment.pos_of(end - 1) + 1))
            if hit.start <= part.start and part.end <= hit.end:
                at = text.find(query, end, stop)
                continue
            if part.start not in block:
                block = self._index.block_at(part.start).range
            known = Range(hit.end, block.end) if block.start < hit.end <= part.start else block
            wide = widened(document, part, known)
            if not self._is_meant(wide, block):
                at = text.find(query, at + 1, stop)
                continue
            yield wide
            hit = wide
            at = text.find(query, end, stop)

    def _is_meant(self, hit: Range, block: Range) -> bool:
        """Whether an occurrence is one in the way the query is meant."""
        document = self._index.document
        if self.matching.case and self._capitals not in _capitals(document.slice(hit)):
            return False
        return not self.matching.words or is_whole_words(document, hit, block)

    def _aligned(self, text: str, index: int) -> int:
        """A folded index at or before another that no hit lies across, and no hit between the two but one across."""
        size, back = self._size, index
        for _ in range(STEPS_BACK):
            across = text.find(self._folded, max(0, back - size + 1), back + size - 1)
            if across < 0:
                return back
            back = across
        # A long run of occurrences that overlap: which of them are hits is told from the block's start.
        start = text.rfind("\n", 0, back) + 1
        pattern = re.compile(f"{re.escape(self._folded)}(?![{re.escape(''.join(CONTINUING))}])")
        last = deque(pattern.finditer(text, start, index + size - 1), maxlen=1)
        return last[0].start() if last and last[0].end() > index else index

    def _count(self, number: int) -> int:
        count = self._counts.get(number)
        if count is None:
            count = self._index.count(number, self._folded)
            if count and not self._is_countable():
                count = sum(1 for _ in self._hits(number, 0))
            self._counts[number] = count
        return count

    def _may_have(self, number: int) -> bool:
        """Whether there may be hits in a segment; one that has none is not looked at again."""
        count = self._counts.get(number)
        if count is None and not self._index.may_hold(number, self._folded):
            count = self._counts[number] = 0
        return count != 0

    def _is_countable(self) -> bool:
        """Whether every occurrence is a hit, by the characters met so far.

        Not when one cluster may hold the query and more: a ligature (``ffi`` for f), or a sequence of what is no plain
        letter (emoji); nor when the document has letters that could be cut short.
        """
        if self.matching != Matching() or all(GRAPHEME_BREAK[ord(character)] != "o" for character in self._folded):
            return False
        for value in list(self._index.folding.table.values()):
            if isinstance(value, int):
                if chr(value) in CONTINUING:
                    return False
            elif (len(value) > self._size and self._folded in value) or not CONTINUING.isdisjoint(value):
                return False
        return True

    def _cluster_at(self, pos: Pos) -> Range:
        """The cluster that holds a position; nothing, there, between blocks."""
        block = self._index.block_at(pos).range
        return widened(self._index.document, Range(pos, Pos(pos + 1)), block) if pos in block else Range(pos, pos)


def _capitals(text: str) -> str:
    """The letters that have a case, by their compatibility decomposition: what is compared where case counts."""
    text = unicodedata.normalize("NFKD", text)
    return text.translate(dict.fromkeys(ord(c) for c in set(text) if c.upper() == c.lower()))
