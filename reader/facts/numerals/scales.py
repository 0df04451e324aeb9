"""Owns the scales of a number that stand apart from its words: a thousand, a million, a dozen."""

from reader.facts.grammar_values import NumberWord, Numeral, Slot, exact
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals.automaton import scale_in
from reader.facts.token_stream import TokenStream


def scale_at(stream: TokenStream, i: int) -> Hit | None:
    """A scale at ``i``, which nothing joins to what stands before it."""
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None or hit.conjunction or hit.preposition:
        return None
    word = meaning(hit, NumberWord)
    return hit if word.slot is Slot.SCALE and not word.ordinal else None


def scale_of(stream: TokenStream, numeral: Numeral) -> int:
    """The unit of "and a half": the scale a number ends in («مليون ونصف» is 1,500,000), else one."""
    hit = stream.hit(numeral.end - 1, WordClass.NUMBER) if numeral.scaled else None
    if hit is None:
        return 1
    word = meaning(hit, NumberWord)
    return word.value if word.slot is Slot.SCALE else scale_in(word.value)


def rescaled(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A scale after a decimal or a part: שתיים וחצי מיליון, «نصف المليون», "half a million"."""
    hit = None if numeral.scaled else scale_at(stream, numeral.end)
    if hit is None or (hit.article and numeral.value > 1):
        return numeral
    value = exact(numeral.value * meaning(hit, NumberWord).value)
    return numeral._replace(end=hit.end, value=value, scaled=True)
