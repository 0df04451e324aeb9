"""Owns what joins the two ends of a range of amounts or durations."""

from reader.facts.lexicon import WordClass
from reader.facts.token_stream import TokenStream


def joint_at(stream: TokenStream, i: int, *, opened: bool) -> int | None:
    """The index after what joins the ends; "and" joins them only once "between" or "from" has opened the range."""
    hit = stream.hit(i, WordClass.TO)
    if (
        hit is not None
        and not hit.conjunction
        and not hit.preposition
        and (opened or stream.key(i) not in stream.words.dative)
    ):
        return hit.end
    if stream.is_sign(i, "-–—־~"):
        return i + 1
    if not opened:
        return None
    conjunction = stream.hit(i, WordClass.AND)
    if conjunction is not None:
        return conjunction.end
    word = stream.hit(i, WordClass.NUMBER) or stream.hit(i, WordClass.NEGATIVE)
    if word is not None and (word.conjunction or word.preposition in stream.words.dative):
        return i
    return None
