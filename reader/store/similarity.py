"""How much of a quote stands at a place of an edited text, and from which word to which.

The quote's words and those that stood around it are aligned with the words at the place (the longest common
subsequence). Of the pairs of equal words those are kept that lie together: words of a language that fall together by
chance do not stretch a place. What words tell is weighed in bits (:meth:`reader.store.concordance.Concordance.weight`).
RapidFuzz does the aligning; it is loaded (50 ms) with the first comparison, which only an edited document asks for.

Units: indexes of words.
"""

from collections.abc import Callable, Sequence

from reader.named_tuples import NamedTuple

GAP = 2.0
"""Bits that a word too many or too few between two pairs takes away."""


class Sought(NamedTuple):
    """A quote's words with those around it.

    Attributes:
        words: All of them; ``words[first:last]`` is the quote, nothing for a position.
        first, last: See there.
        alike: The words of what was most like the quote elsewhere, when it was marked.
        compared: How many of the quote's words that was found by.
    """

    words: tuple[str, ...]
    first: int
    last: int
    alike: tuple[tuple[str, ...], ...] = ()
    compared: int = 0


class Similarity(NamedTuple):
    """The similarity of a quote and a place.

    Attributes:
        first, last: The words it is now, from the first to the last; the word a position stands before is ``first``.
        quote: Share of the quote that is there, of all in both, 0 to 1.
        context: Share of the words around it that are there; 1 where none is known.
        bits: What all the words that are there tell.
    """

    first: int
    last: int
    quote: float
    context: float
    bits: float


def similarity(sought: Sought, there: Sequence[str], weight: Callable[[str], float]) -> Similarity | None:
    """The similarity of a quote to the words at a place; None where nothing of it is there."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    equal: list[tuple[int, int]] = []
    for code in LCSseq.opcodes(sought.words, list(there)):
        if code.tag == "equal":
            equal += zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    pairs = _extended(sought.words, there, _together(sought, equal, weight))
    inside = [(i, j) for i, j in pairs if sought.first <= i < sought.last]
    if not pairs or (not inside and sought.first < sought.last):
        return None
    first, last = _bounds(sought, pairs, inside, len(there))
    told = {word: weight(word) for word in {*sought.words, *there[first : last + 1]}}
    quote = sum(told[word] for word in sought.words[sought.first : sought.last])
    now = sum(told[word] for word in there[first : last + 1]) if inside else 0.0
    around = sum(told[word] for word in sought.words) - quote
    same = sum(told[sought.words[i]] for i, _ in inside)
    beside = sum(told[sought.words[i]] for i, _ in pairs) - same
    return Similarity(
        first,
        last,
        2 * same / (quote + now) if inside else 1.0,
        beside / around if around else 1.0,
        same + beside,
    )


def shared(words: Sequence[str], there: Sequence[str], weight: Callable[[str], float]) -> float:
    """Share of what two texts tell that is in both, in the same order, 0 to 1."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    same = sum(
        sum(map(weight, words[code.src_start : code.src_end]))
        for code in LCSseq.opcodes(words, list(there))
        if code.tag == "equal"
    )
    return 2 * same / (sum(map(weight, words)) + sum(map(weight, there)) or 1.0)


def _together(
    sought: Sought, pairs: Sequence[tuple[int, int]], weight: Callable[[str], float]
) -> Sequence[tuple[int, int]]:
    """The run of pairs that tells most, less what stands between them too many or too few."""
    best, begin = 0.0, 0
    most, found = 0.0, (0, 0)
    for at, (i, j) in enumerate(pairs):
        if at:
            before = pairs[at - 1]
            best -= GAP * abs((j - before[1]) - (i - before[0]))
        if best <= 0:
            best, begin = 0.0, at
        best += weight(sought.words[i])
        if best > most:
            most, found = best, (begin, at + 1)
    return pairs[found[0] : found[1]]


def _extended(
    words: Sequence[str], there: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """The pairs with those right before and after them: the alignment may have given a word to a far one like it."""
    if not pairs:
        return pairs
    ahead, behind = [], []
    i, j = pairs[0]
    while i > 0 and j > 0 and words[i - 1] == there[j - 1]:
        i, j = i - 1, j - 1
        ahead.append((i, j))
    i, j = pairs[-1]
    while i + 1 < len(words) and j + 1 < len(there) and words[i + 1] == there[j + 1]:
        i, j = i + 1, j + 1
        behind.append((i, j))
    return [*reversed(ahead), *pairs, *behind]


def _bounds(
    sought: Sought, pairs: Sequence[tuple[int, int]], inside: Sequence[tuple[int, int]], count: int
) -> tuple[int, int]:
    """The first and the last word of the quote as it is now: words at its ends that were changed belong to it too."""
    before = [j for i, j in pairs if i < sought.first]
    after = [j for i, j in pairs if i >= sought.last]
    low = before[-1] + 1 if before else 0
    high = after[0] - 1 if after else count - 1
    if not inside:  # a position stands between what was before it and what was after it
        start = after[0] if after else low
        return min(start, count - 1), min(start, count - 1)
    (i, j), (k, m) = inside[0], inside[-1]
    return max(low, j - (i - sought.first)), min(high, m + (sought.last - 1 - k))
