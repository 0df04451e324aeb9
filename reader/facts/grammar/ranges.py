"""Owns what joins the two ends of a range of amounts, durations or dates."""

from reader.facts.lexicon import WordClass
from reader.facts.token_stream import TokenStream


def joint_at(stream: TokenStream, i: int, *, opened: bool) -> int | None:
    """The index after what joins the ends; "and" joins them only once "between" or "from" has opened the range."""
    hit = stream.hit(i, WordClass.TO)
    if hit is not None and not (hit.conjunction or hit.preposition):
        if opened or stream.key(i) not in stream.words.dative:
            return hit.end
    elif stream.is_sign(i, "-–—־~"):
        return i + 1
    if not opened:
        return None
    conjunction = stream.hit(i, WordClass.AND)
    if conjunction is not None:
        return conjunction.end
    for word_class in _BEGINNING:
        word = stream.hit(i, word_class)
        if word is not None and (word.conjunction or word.preposition in stream.words.dative):
            return i
    return None


_BEGINNING = (WordClass.NUMBER, WordClass.NEGATIVE, WordClass.MONTH, WordClass.YEAR_CUE)
"""Classes of the words that the second end begins with, on which "and" is written."""


def after_hyphen(stream: TokenStream, i: int) -> int:
    """The index after a hyphen between a number and its unit, where a language writes one: "a 5-km run"."""
    return i + (stream.features.hyphenated_units and stream.is_inside(i, "-‐"))
