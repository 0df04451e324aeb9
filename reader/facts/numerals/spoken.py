"""Owns numbers that are said digit by digit, and the decimals of others in words."""

from fractions import Fraction

from reader.facts.grammar_values import NumberWord, Numeral, Slot
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals.automaton import PartialNumeral, compose, words_at
from reader.facts.numerals.scales import rescaled
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import MAX_DIGITS


def spoken_at(stream: TokenStream, i: int) -> Numeral | None:
    """A number said digit by digit, or a hundred by its digit alone."""
    if not stream.words.spoken_zero:
        return None
    return _decimals(stream, i) or _digits(stream, i) or _hundreds(stream, i)


def _digits(stream: TokenStream, i: int) -> Numeral | None:
    """A number said digit by digit: "one two three zero zero zero"."""
    digits, k = "", i
    while len(digits) < MAX_DIGITS and _is_digit(stream, k):
        hit = stream.hit(k, WordClass.NUMBER)
        digits += str(meaning(hit, NumberWord).value) if hit is not None else "0"
        k += 1
    return Numeral(i, k, int(digits), words=True) if len(digits) >= _FEWEST_DIGITS else None


_FEWEST_DIGITS = 4
"""Words of digits in a row that are one number; fewer may be counted aloud."""


def _hundreds(stream: TokenStream, i: int) -> Numeral | None:
    """A text that is nothing but a digit and a number below a hundred: "one twenty-two" is 122."""
    hit = stream.hit(i, WordClass.NUMBER) if i == 0 else None
    word = None if hit is None else meaning(hit, NumberWord)
    if hit is None or word is None or word.slot is not Slot.UNIT or word.ordinal:
        return None
    rest = words_at(stream, hit.end)
    if rest is None or rest.end != len(stream) or rest.ordinal or rest.scaled or not 10 <= rest.value < 100:
        return None
    return Numeral(i, rest.end, word.value * 100 + rest.value, words=True)


def _decimals(stream: TokenStream, i: int) -> Numeral | None:
    """Decimals in words without a zero before them, each a digit: "point one six"; not "at this point six hundred"."""
    point = stream.hit(i, WordClass.POINT)
    if point is None or point.conjunction or point.preposition or stream.is_digits(point.end):
        return None
    found = with_decimals(stream, Numeral(i, i, 0))
    single = all(_is_digit(stream, k) for k in range(point.end, found.end))
    return found._replace(words=True) if found.end > point.end + 1 and single else None


def _is_digit(stream: TokenStream, i: int) -> bool:
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None:
        return stream.key(i) in stream.words.spoken_zero
    word = meaning(hit, NumberWord)
    return word.slot in (Slot.UNIT, Slot.ZERO) and not word.ordinal and hit.end == i + 1


def with_decimals(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A decimal part in words: «ثلاثة فاصلة خمسة», שמונה עשרה נקודה אפס חמש."""
    point = stream.hit(numeral.end, WordClass.POINT)
    if point is None or not isinstance(numeral.value, int):
        return numeral
    digits = ""
    i = point.end
    if stream.is_digits(i) and len(stream.key(i)) <= MAX_DIGITS and not stream.is_sign(i + 1, ".:/"):
        digits, i = stream.key(i), i + 1
    while len(digits) < MAX_DIGITS and not stream.is_digits(i - 1):
        if digits and stream.key(i) in stream.words.spoken_zero:
            digits, i = digits + "0", i + 1
            continue
        hit = stream.hit(i, WordClass.NUMBER)
        if hit is None or hit.preposition or hit.article or (digits and hit.conjunction):
            break
        word = meaning(hit, NumberWord)
        if word.slot is Slot.ZERO or (word.slot is Slot.UNIT and digits):
            digits += str(word.value)
            i = hit.end
            continue
        part = compose(stream, PartialNumeral(scales=False), i, i)
        if part is None or part.ordinal or part.scaled:
            break
        digits += str(part.value)
        i = part.end
    if not digits:
        return numeral
    value = numeral.value + Fraction(f"0.{digits}")
    return rescaled(stream, numeral._replace(end=i, value=value))
