"""How much alike two stretches of text are, and where in a text something like a quote stands.

All text is folded. Likenesses run from 0 to 1. RapidFuzz does the comparing; it is loaded (50 ms) with the first
comparison, which only an edited document asks for.
"""

from collections.abc import Iterator

LEAST = 55.0
"""Per cent of RapidFuzz's partial ratio under which a stretch is not looked at closer."""

COMPARED = 256
"""Characters of a quote that are compared."""


def likeness_of_texts(one: str, other: str) -> float:
    """By characters in common, in order; 0 for what any two texts of one language share, 1 for two empty texts."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    return max(0.0, float(ratio(one, other)) / 50 - 1) if one or other else 1.0


def likeness_of_words(quote: str, other: str) -> float:
    """By words: those in common, in order, of the words of the longer text."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    one, two = quote.split(), other.split()
    return float(LCSseq.normalized_similarity(one, two))


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
            yield _whole_words(text, start + found.dest_start, start + found.dest_end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the halves of words at its ends: a word stays when at least half of it is inside."""
    word = text.rfind(" ", 0, start) + 1
    stop = text.find(" ", start)
    stop = len(text) if stop < 0 else stop
    first = word if (start - word) * 2 <= stop - word else stop + 1
    word = text.rfind(" ", 0, end) + 1
    stop = text.find(" ", end)
    stop = len(text) if stop < 0 else stop
    last = stop if (stop - end) * 2 <= stop - word else word - 1
    return (first, last) if first < last else (start, end)
