"""Finding a saved place in a document that has changed since.

In this order, the first that succeeds:

1. the document is the same, by its digest: the place is where it was (``exact``);
2. its block is still there unchanged, wherever it has moved to: the same place in it (``moved``);
3. the folded quote stands in a changed block, in its context (``moved`` when its letters are the same);
4. the folded quote, or something like it, stands in a changed block (``approximate``);
5. it is gone (``orphan``).

Steps 3 and 4 look at changed blocks only: what stands in a block that was there before, unchanged, is another place,
however much alike. The places looked for first are those between the neighbours of the block that was changed.

Units: ``Pos`` in the document, indexes of blocks; offsets in a block's folded text stay in here.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import merge
from typing import NamedTuple

from reader.model import Anchor, AnchorState, Pos, Range, range_of
from reader.store.alignment import aligned_blocks
from reader.store.fingerprints import Fingerprints, headings_at
from reader.store.similarity import context_similarity, quote_similarity, stretches_like
from reader.text.folding import Folding

ALIKE = 0.65
"""Likeness from which a stretch is taken for what became of a quote."""

SHORT = 12
"""Folded characters under which a quote proves nothing without its context."""

CONTEXT_KEPT = 0.5
"""Likeness of the context from which a place is in its old one."""

REACH = 1_000_000
"""Folded characters compared at most for one place, the nearest first."""

OCCURRENCES = 16
"""Places of a quote in one block that are weighed against each other."""


class Found(NamedTuple):
    """Where a saved place is now."""

    state: AnchorState
    range: Range | None


class _Candidate(NamedTuple):
    """A place that may be the one, what speaks for it, and whether its context and its letters are those saved."""

    score: float
    range: Range
    certain: bool
    same: bool


class _Wanted(NamedTuple):
    """What to look for, and where.

    Attributes:
        anchor: The place as it was saved.
        text: Its folded quote; a position's is what stood around it in its block, and ``offset`` leads to it.
        size: Length of the quote before folding; 0 for a position.
        before: Folded text before the quote in its block, and ``after`` that after it.
        blocks: The blocks among which its block should be: between what its neighbours, unchanged, have become.
        expected: The likeliest of them.
    """

    anchor: Anchor
    text: str
    offset: int
    size: int
    before: str
    after: str
    blocks: range
    expected: int


class Resolver:
    """Finds the places saved in one former version of a document.

    Args:
        fingerprints: The document.
        former: Digests of the former version's blocks; empty when they are not known.
    """

    def __init__(self, fingerprints: Fingerprints, former: Sequence[bytes] = ()) -> None:
        self._fingerprints = fingerprints
        self._document = fingerprints.document
        self._former = former
        self._folding = Folding()
        self._folded: dict[int, str] = {}
        self._sources: dict[int, Sequence[int]] = {}

    def resolve(self, anchor: Anchor) -> Found:
        """Where a place saved in that version is now."""
        if anchor.digest == self._fingerprints.digest:
            return Found(AnchorState.EXACT, anchor.range)
        if not self._document.blocks:
            return Found(AnchorState.ORPHAN, None)
        if unchanged := self._in_same_block(anchor):
            return Found(AnchorState.MOVED, unchanged)
        return self._in_changed_block(anchor)

    # 2. The same block

    @cached_property
    def _aligned(self) -> dict[int, int]:
        return aligned_blocks(self._former, self._fingerprints.blocks)

    @cached_property
    def _fresh(self) -> list[int]:
        """Blocks that were not in the former version."""
        old = set(self._aligned.values())
        return [index for index in range(len(self._document.blocks)) if index not in old]

    def _in_same_block(self, anchor: Anchor) -> Range | None:
        if self._former:
            index = self._aligned.get(anchor.block)
        else:
            digest = bytes.fromhex(anchor.block_digest)
            index = self._fingerprints.blocks.index(digest) if self._fingerprints.blocks.count(digest) == 1 else None
        if index is None:
            return None
        start = self._document.blocks[index].range.start + anchor.offset
        end = start + anchor.range.length
        # A place may reach into later blocks, and those have to be the same too.
        same = self._document.slice(range_of(start, min(end, start + len(anchor.exact)))) == anchor.exact
        return range_of(start, min(end, len(self._document))) if same else None

    # 3 and 4. The quote, or something like it, in a changed block

    def _in_changed_block(self, anchor: Anchor) -> Found:
        wanted = self._wanted(anchor)
        found = list(self._quoted(wanted)) if wanted.text else []
        best = max(found, default=None)
        # A quote found in its context needs no rival; a short one proves nothing without it.
        if len(wanted.text) >= SHORT and (best is None or not best.certain):
            best = max([*found, *self._alike(wanted)], default=None)
        if best is None or (len(wanted.text) < SHORT and not best.certain):
            return Found(AnchorState.ORPHAN, None)
        moved = best.same and best.certain
        return Found(AnchorState.MOVED if moved else AnchorState.APPROXIMATE, best.range)

    def _quoted(self, wanted: _Wanted) -> Iterator[_Candidate]:
        """Where the quote stands as it was, but for what folding levels."""
        for index in self._fresh:
            text = self._text(index)
            at = text.find(wanted.text)
            for _ in range(OCCURRENCES):
                if at < 0:
                    break
                yield self._weighed(wanted, index, (at, at + len(wanted.text)), 1.0)
                at = text.find(wanted.text, at + 1)

    def _alike(self, wanted: _Wanted) -> Iterator[_Candidate]:
        """Where something like the quote stands, the nearest blocks first, until it is certain enough."""
        compared = 0
        at = bisect_left(self._fresh, wanted.expected)
        outwards = merge(reversed(self._fresh[:at]), self._fresh[at:], key=lambda index: abs(index - wanted.expected))
        for index in outwards:
            text = self._text(index)
            for start, end in stretches_like(wanted.text, (wanted.before, wanted.after), text):
                likeness = quote_similarity(wanted.text, text[start:end])
                if likeness >= ALIKE:
                    candidate = self._weighed(wanted, index, (start, end), likeness)
                    yield candidate
                    if candidate.certain:
                        return
            compared += len(text)
            if compared > REACH:
                return

    def _weighed(self, wanted: _Wanted, index: int, stretch: tuple[int, int], likeness: float) -> _Candidate:
        """A candidate and its score, at most 4.

        2 for the quote's likeness; 1 for the context's; ½ for standing where it is expected, less the farther away;
        ½ for the same headings.
        """
        anchor, document = wanted.anchor, self._document
        place = self._place(wanted, index, *stretch)
        before = document.slice(range_of(max(0, place.start - len(anchor.before)), place.start))
        after = document.slice(range_of(place.end, place.end + len(anchor.after)))
        context = context_similarity(
            self._folding.fold(anchor.before + anchor.after), self._folding.fold(before + after)
        )
        distance = abs(index - wanted.expected) if index in wanted.blocks else len(document.blocks)
        headings = headings_at(document, place.start) == anchor.headings
        score = 2 * likeness + context + 0.5 / (1 + distance / 8) + 0.5 * headings
        same = document.slice(place)[: len(anchor.exact)] == anchor.exact
        return _Candidate(score, place, context >= CONTEXT_KEPT, same)

    # What and where

    def _wanted(self, anchor: Anchor) -> _Wanted:
        """What to look for. A quote goes no further than its first line, for its lines may be blocks."""
        fold = self._folding.fold
        before = anchor.before[-anchor.offset :].lstrip() if anchor.offset else ""
        after = anchor.after.split("\n")[0].rstrip()
        where = self._neighbourhood(anchor)
        if not anchor.range.length:
            return _Wanted(anchor, fold(before + after), len(fold(before)), 0, "", "", *where)
        first = next(filter(None, map(str.strip, anchor.exact.split("\n"))), "")
        if first != anchor.exact.strip():
            after = ""
        return _Wanted(anchor, fold(first), 0, len(first), fold(before), fold(after), *where)

    def _neighbourhood(self, anchor: Anchor) -> tuple[range, int]:
        """The blocks among which the block of a place should be, and the likeliest of them."""
        count = len(self._document.blocks)
        if not self._former:
            return range(count), self._document.block_index_at(Pos(int(anchor.fraction * len(self._document))))
        before = next((i for i in range(anchor.block - 1, -1, -1) if i in self._aligned), -1)
        after = next((i for i in range(anchor.block + 1, len(self._former)) if i in self._aligned), len(self._former))
        low, high = self._aligned.get(before, -1) + 1, self._aligned.get(after, count)
        share = (anchor.block - before) / (after - before)
        return range(low, high), int(low + share * max(0, high - low))

    def _text(self, index: int) -> str:
        """A block's folded text."""
        text = self._folded.get(index)
        if text is None:
            text = self._folded[index] = self._folding.fold(self._document.slice(self._document.blocks[index].range))
        return text

    def _place(self, wanted: _Wanted, index: int, start: int, end: int) -> Range:
        """The document's range for a stretch of a block's folded text."""
        block = self._document.blocks[index].range
        sources = self._sources.get(index)
        if sources is None:
            sources = self._sources[index] = self._folding.sources(self._document.slice(block))
        length = wanted.anchor.range.length
        if not length:
            pos = block.start + sources[min(start + wanted.offset, len(sources) - 1)]
            return range_of(pos, pos)
        first = block.start + sources[start]
        # Marks on the last letter fold to nothing: the place ends where the next letter begins.
        last = block.start + sources[end] if end < len(sources) else block.end
        if length > wanted.size:
            last = max(last, min(first + length, len(self._document)))
        return range_of(first, last)
