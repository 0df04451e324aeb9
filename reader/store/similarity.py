"""How much alike two stretches of text are, and where in a text something like a quote stands.

All text is folded. Likenesses run from 0 to 1. RapidFuzz does the comparing; it is loaded (50 ms) with the first
comparison, which only an edited document asks for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

LEAST = 55.0
"""Per cent of RapidFuzz's partial ratio under which a stretch is not looked at closer."""

COMPARED = 256
"""Characters of a quote that are compared."""

_WORD = re.compile(r"[^ ]+")


def context_similarity(one: str, other: str) -> float:
    """By characters in common, in order; 0 for what any two texts of one language share, 1 for two empty texts."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    return max(0.0, float(ratio(one, other)) / 50 - 1) if one or other else 1.0


def quote_similarity(quote: str, other: str) -> float:
    """Twice what is in common, in order, of all in both: counted by words or by characters, whichever is less.

    By characters alone any two sentences of a language are half alike; by words alone two short ones may make a quote.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    words = Indel.normalized_similarity(quote.split(), other.split())
    return float(min(words, Indel.normalized_similarity(quote, other)))


def stretches_like(quote: str, context: tuple[str, str], text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text, whole words, that may be a quote after editing: the likest, and the likest in its context.

    Args:
        quote: What is looked for.
        context: What stood before it and after it.
        text: Where to look.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415

    quote = quote[:COMPARED]
    whole = f"{context[0]} {quote} {context[1]}"
    around = partial_ratio_alignment(whole, text, score_cutoff=LEAST)
    for start, end in ((0, len(text)), (around.dest_start, around.dest_end) if around else (0, 0)):
        # What is compared is the shorter text with a part of the longer one: so a short text would prove little.
        if (end - start) * 2 < len(quote):
            continue
        found = partial_ratio_alignment(quote, text[start:end], score_cutoff=LEAST)
        if found and found.dest_end > found.dest_start:
            yield _fitted(quote, text, start + found.dest_start, start + found.dest_end)


def _fitted(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Whole words about a stretch, so many as are most like the quote: what was added to it made it longer."""
    words = [match.span() for match in _WORD.finditer(text)]
    first = bisect_right(words, start, key=_end_of)
    last = max(first + 1, bisect_left(words, end, key=_start_of))
    slack = len(quote.split()) // 2 + 1
    best = max(
        range(max(0, first - slack), min(last, first + slack)),
        key=lambda word: (quote_similarity(quote, text[words[word][0] : words[last - 1][1]]), word),
    )
    stop = max(
        range(max(best + 1, last - slack), min(len(words), last + slack) + 1),
        key=lambda word: (quote_similarity(quote, text[words[best][0] : words[word - 1][1]]), -word),
    )
    return words[best][0], words[stop - 1][1]


def _start_of(word: tuple[int, int]) -> int:
    return word[0]


def _end_of(word: tuple[int, int]) -> int:
    return word[1]
