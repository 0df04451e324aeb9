"""Finding a saved place in a document that has changed since.

In this order, the first that succeeds:

1. the document is the same, by its digest: the place is where it was (``exact``);
2. its block is still there unchanged, wherever it has moved to: the same place in it (``moved``);
3. the folded quote stands in a changed block, in context (``moved`` when it is the same letter for letter and its
   surroundings are too, else ``approximate``);
4. something like the quote stands in a changed block (``approximate``);
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
from reader.store.landmarks import CONTEXT, Landmarks, headings_at
from reader.text.folding import Folding

LIKENESS_NEAR = 60.0
"""Per cent of likeness from which changed text is taken for the quote between the neighbours of the changed block."""

LIKENESS_FAR = 75.0
"""The same elsewhere."""

SHORT = 12
"""Folded characters under which a quote proves nothing without its context."""

COMPARED = 256
"""Folded characters of a quote that are compared when it is not found as it was."""

REACH = 2_000_000
"""Folded characters compared at most for one place, the nearest first."""

OCCURRENCES = 16
"""Places of a quote in one block that are weighed against each other."""


class Found(NamedTuple):
    """Where a saved place is now."""

    state: AnchorState
    range: Range | None


class _Candidate(NamedTuple):
    score: float
    range: Range
    state: AnchorState


class _Near(NamedTuple):
    """Blocks among which a place should be, and the likeliest."""

    blocks: range
    expected: int


class _Quote(NamedTuple):
    """Folded text to look for; a position lies ``offset`` into it; ``size`` is the length of a quote before folding."""

    text: str
    offset: int
    size: int


class Resolver:
    """Finds the places saved in one former version of a document.

    Args:
        landmarks: The document.
        former: Digests of the former version's blocks; empty when they are not known.
    """

    def __init__(self, landmarks: Landmarks, former: Sequence[bytes] = ()) -> None:
        self._landmarks = landmarks
        self._document = landmarks.document
        self._former = former
        self._folding = Folding()
        self._folded: dict[int, str] = {}

    def resolve(self, anchor: Anchor) -> Found:
        """Where a place saved in that version is now."""
        if anchor.digest == self._landmarks.digest:
            return Found(AnchorState.EXACT, anchor.range)
        if not self._document.blocks:
            return Found(AnchorState.ORPHAN, None)
        if unchanged := self._in_same_block(anchor):
            return Found(AnchorState.MOVED, unchanged)
        best = self._quoted(anchor) or self._alike(anchor)
        return Found(best.state, best.range) if best else Found(AnchorState.ORPHAN, None)

    # 2. The same block

    @cached_property
    def _aligned(self) -> dict[int, int]:
        return aligned_blocks(self._former, self._landmarks.blocks)

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
            index = self._landmarks.blocks.index(digest) if self._landmarks.blocks.count(digest) == 1 else None
        if index is None:
            return None
        start = self._document.blocks[index].range.start + anchor.offset
        end = start + anchor.range.length
        # A place may reach into later blocks, and those have to be the same too.
        same = self._document.slice(range_of(start, min(end, start + len(anchor.exact)))) == anchor.exact
        return range_of(start, min(end, len(self._document))) if same else None

    # 3. The quote

    def _quoted(self, anchor: Anchor) -> _Candidate | None:
        quote = self._quote(anchor)
        if not quote.text:
            return None
        near = self._near(anchor).blocks
        found: list[_Candidate] = []
        for index in self._fresh:
            text = self._text(index)
            at = text.find(quote.text)
            for _ in range(OCCURRENCES):
                if at < 0:
                    break
                place = self._place(anchor, quote, index, at, at + len(quote.text))
                found.append(self._weighed(anchor, place, 1.0 if index in near else 0.0))
                at = text.find(quote.text, at + 1)
        if not found:
            return None
        best = max(found, key=lambda candidate: candidate.score)
        alone = sum(candidate.score == best.score for candidate in found) == 1
        if len(quote.text) < SHORT and not (alone and best.score >= 1):
            return None
        return best if alone else best._replace(state=AnchorState.APPROXIMATE)

    def _weighed(self, anchor: Anchor, place: Range, nearness: float) -> _Candidate:
        """A candidate and its score: its nearness, up to 1 for its context, half for the same headings."""
        context = self._likeness_of_context(anchor, place)
        headings = 0.5 if headings_at(self._document, place.start) == anchor.headings else 0.0
        same = self._document.slice(place)[: len(anchor.exact)] == anchor.exact
        state = AnchorState.MOVED if same and context > 0.5 else AnchorState.APPROXIMATE
        return _Candidate(nearness + context + headings, place, state)

    def _likeness_of_context(self, anchor: Anchor, place: Range) -> float:
        """The share of the context that is still there, counted from the place outwards."""
        fold = self._folding.fold
        before, after = fold(anchor.before), fold(anchor.after)
        if not before and not after:
            return 1.0
        now_before = fold(self._document.slice(range_of(max(0, place.start - CONTEXT), place.start)))
        now_after = fold(self._document.slice(range_of(place.end, place.end + CONTEXT)))
        same = _common(before[::-1], now_before[::-1]) + _common(after, now_after)
        return same / (len(before) + len(after))

    # 4. Something like it

    def _alike(self, anchor: Anchor) -> _Candidate | None:
        from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - 50 ms, only when a text was edited

        quote = self._quote(anchor)
        if len(quote.text) < SHORT:
            return None
        near = self._near(anchor)
        best: _Candidate | None = None
        compared = 0
        for index in self._outwards(near.expected):
            text = self._text(index)
            compared += len(text)
            least = LIKENESS_NEAR if index in near.blocks else LIKENESS_FAR
            # What is compared is the shorter text with a part of the longer: a short block proves little.
            if len(text) * 2 > len(quote.text):
                likeness = partial_ratio_alignment(quote.text[:COMPARED], text, score_cutoff=least)
                if likeness and (best is None or likeness.score > best.score):
                    start, end = _whole_words(text, likeness.dest_start, likeness.dest_end)
                    place = self._place(anchor, quote, index, start, end)
                    best = _Candidate(likeness.score, place, AnchorState.APPROXIMATE)
            if compared > REACH:
                break
        return best

    def _outwards(self, expected: int) -> Iterator[int]:
        """The changed blocks, the nearest to a block first."""
        at = bisect_left(self._fresh, expected)
        return merge(reversed(self._fresh[:at]), self._fresh[at:], key=lambda index: abs(index - expected))

    # Where

    def _near(self, anchor: Anchor) -> _Near:
        """Where the block of a place should be: between what its neighbours, unchanged, have become."""
        if not self._former:
            expected = self._document.block_index_at(Pos(int(anchor.fraction * len(self._document))))
            return _Near(range(0), expected)
        before = next((i for i in range(anchor.block - 1, -1, -1) if i in self._aligned), -1)
        after = next((i for i in range(anchor.block + 1, len(self._former)) if i in self._aligned), len(self._former))
        low = self._aligned.get(before, -1) + 1
        high = self._aligned.get(after, len(self._document.blocks))
        share = (anchor.block - before) / (after - before)
        return _Near(range(low, high), int(low + share * max(0, high - low)))

    def _text(self, index: int) -> str:
        """A block's folded text."""
        text = self._folded.get(index)
        if text is None:
            text = self._folded[index] = self._folding.fold(self._document.slice(self._document.blocks[index].range))
        return text

    def _quote(self, anchor: Anchor) -> _Quote:
        """What to look for. A quote goes no further than its first line, for its lines may be blocks."""
        if anchor.exact:
            line = next(filter(None, map(str.strip, anchor.exact.split("\n"))), "")
            return _Quote(self._folding.fold(line), 0, len(line))
        before = anchor.before[-anchor.offset :] if anchor.offset else ""
        text = before.lstrip() + anchor.after.split("\n")[0].rstrip()
        return _Quote(self._folding.fold(text), len(self._folding.fold(before.lstrip())), 0)

    def _place(self, anchor: Anchor, quote: _Quote, index: int, start: int, end: int) -> Range:
        """The document's range for a stretch of a block's folded text."""
        block = self._document.blocks[index].range
        sources = self._folding.sources(self._document.slice(block))
        if not anchor.range.length:
            pos = block.start + sources[min(start + quote.offset, len(sources) - 1)]
            return range_of(pos, pos)
        first = block.start + sources[start]
        # Marks on the last letter fold to nothing: the place ends where the next letter begins.
        last = block.start + sources[end] if end < len(sources) else block.end
        if anchor.range.length > quote.size:
            last = max(last, min(first + anchor.range.length, len(self._document)))
        return range_of(first, last)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text widened to the spaces around it, spaces at its own ends left out."""
    end = len(text[:end].rstrip())
    start = min(text.rfind(" ", 0, start + 1) + 1, end)
    stop = text.find(" ", end)
    return start, len(text) if stop < 0 else stop
