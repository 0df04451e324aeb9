"""Likenesses of a quote elsewhere in its document: sentences that say nearly the same of something else.

Books are full of them (chapters that begin or end alike, rules, chains of transmitters). When such a text is edited,
only the words in which they differ tell which is which; so those that come nearest are saved with a mark.

They are looked for by the quote's pairs of neighbouring words, as they are written: each place where a pair stands
speaks for what would then begin before it, the rarer the pair the more. Nothing is indexed for one quote: a search of
the text for each of its pairs costs a millisecond in a book.

Units: ``Pos`` in the document; places are counted in code points of the text around the quote.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from math import log2

from reader.model import Document, Pos, Range, range_of
from reader.store.concordance import COMMON, FoldedWords, Word
from reader.store.similarity import Sought, similarity

AROUND = 2_000_000
"""Code points before and after a quote in which what is like it is looked for."""

LONGEST = 300
"""Code points of a quote, and of what is like it, that are compared."""

LOOKED_AT, KEPT = 12, 6
"""Places that are compared with a quote, and those of them that are saved at most."""

LIKE = 0.4
"""The similarity from which a place is like a quote, of 1."""

WORD = 6
"""Code points of a word with its space, about."""


def alike(document: Document, part: Range) -> tuple[str, ...]:
    """The sentences elsewhere that are most like a range, the likest first, repetitions too; nothing for a position.

    Of a range of several blocks the first one counts, as where it is found again.
    """
    if not document.blocks:
        return ()
    block = document.blocks[document.block_index_at(part.start)].range
    quote = document.slice(
        range_of(part.start, max(part.start, min(part.end, block.end, part.start + LONGEST)))
    ).strip()
    words = FoldedWords()
    sought = words.of(quote)
    if not sought:
        return ()
    start = max(0, part.start - AROUND)
    text = document.slice(range_of(start, min(len(document), part.end + AROUND)))

    own = tuple(word.text for word in sought)
    found: list[tuple[float, str]] = []
    for place in islice(_places(quote, sought, text), LOOKED_AT):
        middle = Pos(min(len(document) - 1, max(0, start + place + len(quote) // 2)))
        block = document.blocks[document.block_index_at(middle)].range
        slack = len(quote) // 2
        first = max(block.start, start + place - slack)
        around = document.slice(range_of(first, max(first, min(block.end, start + place + len(quote) + slack))))
        there = words.of(around)
        like = similarity(Sought(own, 0, len(own)), [word.text for word in there], _weight)
        if like is None or like.quote < LIKE:
            continue
        shown = there[like.first : like.last + 1]
        where = range_of(first + shown[0].start, first + shown[-1].end)
        if not where.overlaps(part):
            found.append((like.quote, document.slice(where)))
    return tuple(text for _, text in sorted(found, reverse=True)[:KEPT])


def _weight(word: str) -> float:
    """The weight of a word, about: long ones are rarer, and counting them all takes longer than comparing."""
    return float(min(len(word), WORD))


def _places(quote: str, words: list[Word], text: str) -> Iterator[int]:
    """Where in a text something like a quote may begin, the likeliest first."""
    step = max(8, len(quote) // 8)
    votes: dict[int, float] = defaultdict(float)
    for one, other in pairwise(words):
        pair = quote[one.start : other.end]
        found = list(islice(_occurrences(pair, text), COMMON + 1))
        if len(found) <= COMMON:
            for at in found:
                votes[(at - one.start) // step] += log2(1 + len(text) / WORD / len(found))
    gathered = {near: votes[near] + votes.get(near - 1, 0.0) + votes.get(near + 1, 0.0) for near in votes}
    taken: set[int] = set()
    for near in sorted(gathered, key=lambda near: (-gathered[near], near)):
        if taken.isdisjoint(range(near - 2, near + 3)):
            taken.add(near)
            yield near * step


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
