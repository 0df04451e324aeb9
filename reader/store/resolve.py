"""Finding saved places in a document that has changed since.

In this order, the first that succeeds:

1. the document is the same, by its digest: the place is where it was (``exact``);
2. its block is still there unchanged, wherever it has moved to: the same place in it (``moved``);
3. the words of the quote, or most of them, stand in a changed block (``moved`` when the letters of the quote are the
   same and most of what is around it, else ``approximate``);
4. it is gone (``orphan``).

Step 3 looks at changed blocks only: what stands in a block that was there before, unchanged, is another place, however
much alike. What speaks for a place is weighed in words, the rarer the more: the quote itself, what stood around it, and
whether it stands where its neighbours have gone to. Where two places would do, neither is taken for it; nor is one that
is no nearer to the quote than to what was like it elsewhere when it was saved (:mod:`reader.store.alike`).

Units: ``Pos`` in the document, indexes of blocks, and of words in a :class:`Concordance`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from math import log2
from statistics import median
from unicodedata import combining

from reader.model import Anchor, AnchorState, Range, range_of
from reader.named_tuples import NamedTuple
from reader.store.alignment import BlockOrder, aligned_blocks
from reader.store.alike import LONGEST
from reader.store.concordance import Concordance, FoldedWords
from reader.store.fingerprints import Fingerprints
from reader.store.similarity import Similarity, Sought, shared, similarity

CHUNK = 2_000_000
"""Code points whose words are looked through at a time."""

PLACES = 5
"""Places of a quote that are weighed against each other, of each chunk."""

MARGIN = 8
"""Words looked at before and after where a quote should stand."""


USUAL = 0.8
ENOUGH = 8
"""The similarity expected of a quote, where fewer than so many places tell what is usual in this text."""

SURE = 0.7
SURE_BITS = 80.0
"""Likeness of the quote, and bits of all, from which a place is taken to tell where its block has gone."""

CONTEXT_KEPT = 0.4
"""Share of the words around a place from which it is in its old context."""

ENOUGH_TOLD, MOST_TOLD, TOLD = 3.0, 8.0, 0.1
"""Bits the order of blocks must tell to count; bits that count at most; what one is worth beside the words."""

FEWEST_BITS, FEW_BITS = 25.0, 80.0
"""Bits under which a quote proves nothing, and under which it proves nothing without what was around it."""

MANY_BITS = 200.0
"""Bits from which a quote speaks for itself, whatever is around it now."""

NEARER = 0.02
"""How much more like the quote a place must be than like what stood elsewhere, of 1."""

REPETITION_KEPT = 0.75
"""Share of the words around a quote that must be at a place, where the quote stood elsewhere in the same words."""

AMBIGUOUS = 0.25
"""How much better than any other place one must be."""


class ResolvedAnchor(NamedTuple):
    """Where a saved place is now."""

    state: AnchorState
    range: Range | None


GONE = ResolvedAnchor(AnchorState.ORPHAN, None)


class _Candidate(NamedTuple):
    """A place that may be the one."""

    range: Range
    block: int
    similarity: Similarity


class Resolver:
    """Finds places of one former version of a document in the present one.

    Args:
        fingerprints: The document.
        former: Digests of the former version's blocks; empty when they are not known.
    """

    def __init__(self, fingerprints: Fingerprints, former: Sequence[bytes] = ()) -> None:
        self._fingerprints = fingerprints
        self._document = fingerprints.document
        self._former = former
        self._words = FoldedWords()

    def resolve(self, anchor: Anchor) -> ResolvedAnchor:
        """Where a place saved in that version is now."""
        return self.resolve_all((anchor,))[0]

    def resolve_all(self, anchors: Sequence[Anchor]) -> list[ResolvedAnchor]:
        """Where places saved in that version are now; many together cost little more than one."""
        found = [self._unchanged(anchor) for anchor in anchors]
        changed = [index for index, one in enumerate(found) if one is None]
        if changed:
            for index, one in zip(changed, self._in_changed_blocks([anchors[i] for i in changed]), strict=True):
                found[index] = one
        return [one or GONE for one in found]

    # 1 and 2. The same text, the same block

    def _unchanged(self, anchor: Anchor) -> ResolvedAnchor | None:
        if anchor.digest == self._fingerprints.digest:
            return ResolvedAnchor(AnchorState.EXACT, anchor.range)
        if not self._document.blocks:
            return GONE
        part = self._in_same_block(anchor)
        return ResolvedAnchor(AnchorState.MOVED, part) if part else None

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

    # 3. The words, in a changed block

    def _in_changed_blocks(self, anchors: Sequence[Anchor]) -> list[ResolvedAnchor]:
        sought = [self._sought(anchor) for anchor in anchors]
        candidates: list[list[_Candidate]] = [[] for _ in anchors]
        for blocks in self._chunks():
            concordance = Concordance(self._document, blocks, self._words)
            for one, places in zip(sought, candidates, strict=True):
                places.extend(self._weighed(one, concordance))
        best = [max(found, key=_text_score, default=None) for found in candidates]
        sure = [(anchor.block, one) for anchor, one in zip(anchors, best, strict=True) if one and _is_sure(one)]
        usual = median(one.similarity.quote for _, one in sure) if len(sure) >= ENOUGH else USUAL
        known = [*self._aligned.items(), *((block, one.block) for block, one in sure)]
        count = len(self._document.blocks)
        order = BlockOrder(known, max(len(self._former), *(anchor.block + 1 for anchor in anchors)), count)
        return [
            self._settled(anchor, found, order.between(anchor.block, own.block if own else None), usual)
            for anchor, found, own in zip(anchors, candidates, best, strict=True)
        ]

    def _chunks(self) -> Iterator[list[int]]:
        """The changed blocks, so many at a time as have a bounded length together."""
        chunk: list[int] = []
        length = 0
        for index in self._fresh:
            chunk.append(index)
            length += self._document.blocks[index].range.length
            if length >= CHUNK:
                yield chunk
                chunk, length = [], 0
        if chunk:
            yield chunk

    def _sought(self, anchor: Anchor) -> Sought:
        """The text to look for. A quote goes no further than its first block."""
        of = self._words.of
        before, after = anchor.before, anchor.after
        if anchor.range.start > len(before) and not before[:1].isspace():
            before = before.partition(" ")[2]  # the first word may be cut short
        if not after[-1:].isspace():
            after = after.rpartition(" ")[0]
        first = _first_part(anchor)
        if first != anchor.exact.strip():
            after = ""
        ahead, quote = [word.text for word in of(before)], [word.text for word in of(first)]
        words = (*ahead, *quote, *(word.text for word in of(after)))
        alike = tuple(tuple(word.text for word in of(other)) for other in anchor.alike)
        return Sought(words, len(ahead), len(ahead) + len(quote), alike, len(of(first[:LONGEST])))

    def _weighed(self, sought: Sought, concordance: Concordance) -> Iterator[_Candidate]:
        count = len(sought.words)
        slack = MARGIN + count // 4
        for place in concordance.places(sought.words, PLACES):
            low, high = max(0, place - slack), min(len(concordance.words), place + count + slack)
            there = similarity(sought, concordance.words[low:high], concordance.weight)
            if there is None:
                continue
            first, last = concordance.within_block(low + there.first, low + there.last)
            if _is_another(sought, concordance.words[first : last + 1], there.context, concordance.weight):
                continue
            yield _Candidate(concordance.range_of(first, last), concordance.blocks[first], there)

    def _settled(
        self, anchor: Anchor, candidates: Sequence[_Candidate], expected: tuple[int, int], usual: float
    ) -> ResolvedAnchor:
        """The best of the candidates, if it is good enough for where it stands.

        Args:
            anchor: The place as it was saved.
            candidates: Where it may be.
            expected: The first and the last block in which it should be, by what is known of the others.
            usual: The similarity quotes have that surely are what they were.
        """
        low, high = expected
        told = log2(len(self._document.blocks) / (high - low + 1)) if low <= high else 0.0
        knows = told >= ENOUGH_TOLD

        def score(one: _Candidate) -> float:
            return _text_score(one) + (min(told, MOST_TOLD) * TOLD if low <= one.block <= high else 0.0)

        best = max(candidates, key=score, default=None)
        if best is None:
            return GONE
        others = [one for one in candidates if not one.range.overlaps(best.range)]
        ahead = score(best) - max(map(score, others), default=0.0)
        if ahead < AMBIGUOUS or not _is_enough(best, usual, ahead, kept=(low <= best.block <= high) if knows else None):
            return GONE
        return ResolvedAnchor(self._state(anchor, best), self._whole(anchor, best.range))

    def _whole(self, anchor: Anchor, found: Range) -> Range:
        """A place from where its first part was found: a position, or as long as it was where it has more."""
        if not anchor.range.length:
            return Range(found.start, found.start)
        if anchor.range.length <= len(_first_part(anchor)):
            return self._without_signs(anchor, found)
        return range_of(found.start, max(found.end, min(found.start + anchor.range.length, len(self._document))))

    def _without_signs(self, anchor: Anchor, found: Range) -> Range:
        """Words with the signs at their ends are found; a quote that has none there is without them."""
        text, quote = self._document.slice(found), anchor.exact
        at = text.find(quote)
        if at >= 0:
            return range_of(found.start + at, found.start + at + len(quote))
        start, end = 0, len(text)
        while quote[:1].isalnum() and start < end and not text[start].isalnum():
            start += 1
        while quote[-1:].isalnum() and end > start and not text[end - 1].isalnum() and not combining(text[end - 1]):
            end -= 1
        return range_of(found.start + start, found.start + end)

    def _state(self, anchor: Anchor, one: _Candidate) -> AnchorState:
        """Whether the letters are those saved, in the same context: then it has only moved."""
        same = self._document.slice(one.range)[: len(anchor.exact)] == anchor.exact
        return AnchorState.MOVED if same and one.similarity.context >= CONTEXT_KEPT else AnchorState.APPROXIMATE


def _is_another(sought: Sought, there: Sequence[str], context: float, weight: Callable[[str], float]) -> bool:
    """Whether the words at a place are no nearer to the quote than to something like it that stood elsewhere.

    Of a repetition only what stands around it can tell.
    """
    if not sought.alike:
        return False
    quote = sought.words[sought.first : sought.last][: sought.compared]
    there = there[: sought.compared + sought.compared // 8]
    own = shared(quote, there, weight)
    return any(
        context < REPETITION_KEPT if other == quote else shared(other, there, weight) > own - NEARER
        for other in sought.alike
    )


def _first_part(anchor: Anchor) -> str:
    """The part of the quote in its first block; its first line, where that is not known, for lines may be blocks."""
    if anchor.within:
        return anchor.exact[: anchor.within].strip()
    return next(filter(None, map(str.strip, anchor.exact.split("\n"))), "")


def _text_score(one: _Candidate) -> float:
    """The score of a candidate by the words alone: the quote thrice as much as the text around it."""
    return 3 * one.similarity.quote + one.similarity.context


def _is_enough(one: _Candidate, usual: float, ahead: float, *, kept: bool | None) -> bool:
    """Whether a candidate is what became of a quote, and not something like it.

    Args:
        one: The best candidate.
        usual: The similarity quotes have that surely are what they were.
        ahead: How much better it is than the next.
        kept: Whether it stands where its neighbours have gone to; None where that is not known.
    """
    quote, context, bits = one.similarity[2:]
    if bits < FEWEST_BITS or (bits < FEW_BITS and context < 0.3):
        return False
    match kept:
        case True:
            return quote >= usual - 0.1 or (quote >= max(0.55, usual - 0.28) and context >= 0.45)
        case False:
            return quote >= usual - 0.15 and (context >= 0.3 or bits >= MANY_BITS) and ahead >= 1.0
        case None:
            return quote >= usual - 0.08 or (quote >= usual - 0.2 and context >= 0.3)


def _is_sure(one: _Candidate) -> bool:
    return one.similarity.quote >= SURE and one.similarity.context >= CONTEXT_KEPT and one.similarity.bits >= SURE_BITS
