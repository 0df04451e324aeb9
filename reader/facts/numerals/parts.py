"""Owns parts of one: by name («نصف»), by a number of them («خمسة أثمان»), as a quotient (٣/٤), behind a number."""

from fractions import Fraction

from reader.facts.grammar_values import Number, NumberWord, Numeral, Slot, exact
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals.automaton import words_at
from reader.facts.numerals.digits import digits_at
from reader.facts.numerals.scales import rescaled, scale_at, scale_of
from reader.facts.scripts import DAMMA
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind


def with_part(stream: TokenStream, numeral: Numeral) -> Numeral:
    """«عشرون وثلث», «عشرون وثلاثة أخماس», «عشر ושתי עשיריות»: a whole number and a part by its name."""
    at = stream.skip(numeral.end, WordClass.AND)
    joined = at > numeral.end
    named = stream.hit(at, WordClass.FRACTION)
    if named is not None and (joined or named.conjunction) and not named.preposition and not named.article:
        part = meaning(named, Fraction)
        if part < 1:
            scale, end = scale_of(stream, numeral), named.end
            again = scale_at(stream, end) if numeral.scaled else None
            if again is not None:
                scale, end = meaning(again, NumberWord).value, again.end
            return rescaled(stream, numeral._replace(end=end, value=exact(numeral.value + part * scale)))
    if numeral.scaled and not (numeral.words or joined):
        return numeral
    inner = _number_of_parts(stream, at)
    if inner is None or inner.ordinal or not (joined or inner.joined):
        return numeral
    over = stream.hit(inner.end, WordClass.OVER)
    more = _denominated(stream, inner) or (_divided(stream, inner, over.end) if over else None)
    more = more or _of_power(stream, inner)
    return numeral if more is None else numeral._replace(end=more.end, value=exact(numeral.value + more.value))


def _number_of_parts(stream: TokenStream, i: int) -> Numeral | None:
    """A number of parts at ``i``: words, or digits before a tenth or a hundredth by name («67 صدم»)."""
    if not stream.is_digits(i):
        return words_at(stream, i)
    found = digits_at(stream, i)
    named = stream.hit(found.end, WordClass.FRACTION) if found is not None else None
    return found if named is not None and meaning(named, Fraction) in _DECIMAL_PARTS else None


_DECIMAL_PARTS = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))


def _denominated(stream: TokenStream, numerator: Numeral) -> Numeral | None:
    """«خمسة أثمان», «مئة وثلاثة أرباع»: a number of parts, or a number and then some parts."""
    named = stream.hit(numerator.end, WordClass.FRACTION)
    if named is None or named.conjunction or named.preposition or named.article:
        return None
    part = meaning(named, Fraction)
    if part.numerator != 1 or not (numerator.words or part in _DECIMAL_PARTS):
        return None
    if numerator.tail > 1:
        whole, scale, end = numerator.value - numerator.tail, 1, named.end
        again = scale_at(stream, end)
        if again is not None:
            scale, end = meaning(again, NumberWord).value, again.end
        while again is None and whole % (scale * 1000) == 0:
            scale *= 1000
        return numerator._replace(end=end, value=whole + numerator.tail * part * scale)
    if not (1 if numerator.words else 0) < numerator.value < 1000:
        return None
    return rescaled(stream, numerator._replace(end=named.end, value=numerator.value * part))


def _of_power(stream: TokenStream, numerator: Numeral) -> Numeral | None:
    """«سبعة من عشرة» as a decimal part: over a power of ten that is larger."""
    of = stream.hit(numerator.end, WordClass.OF)
    if of is None:
        return None
    below = words_at(stream, of.end)
    if below is None or below.ordinal or below.value not in (10, 100, 1000, 10000) or numerator.value >= below.value:
        return None
    return numerator._replace(end=below.end, value=Fraction(int(numerator.value), int(below.value)))


def quotient(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A quotient: «واحد على عشرين», ٣/٤, «ثلاثة من واحد وعشرين», «خمسة أثمان»; the number itself where none is."""
    named = _denominated(stream, numeral)
    if named is not None:
        return named._replace(value=exact(named.value))
    i = numeral.end
    if slash_at(stream, numeral):
        below = digits_at(stream, i + 1)
        if below is None or not below.value or stream.is_sign(below.end, "/"):
            return numeral
        if not stream.is_digits(numeral.start - 1) and _may_be_day(numeral.value, below.value):
            return numeral
        return numeral._replace(end=below.end, value=exact(Fraction(numeral.value) / below.value))
    at = stream.skip(i, WordClass.OVER)
    if at == i and not numeral.start and stream.key(i) in stream.words.dividing:  # "one over twenty", and nothing else
        below = _divisor(stream, i + 1)
        at += below is not None and below.end == len(stream)
    if at == i and numeral.words and isinstance(numeral.value, int) and numeral.value < 1000:
        at = stream.skip(i, WordClass.OF)
    found = _divided(stream, numeral, at) if at > i else None
    share = found is not None and found.value >= 1 and stream.key(i) in stream.words.share
    return numeral if found is None or share else found


def _divided(stream: TokenStream, numeral: Numeral, i: int) -> Numeral | None:
    """A number divided by the one at a token."""
    below = _divisor(stream, i)
    if below is None or below.ordinal or below.definite or not below.value:
        return None
    return numeral._replace(end=below.end, value=exact(Fraction(numeral.value) / below.value))


def _divisor(stream: TokenStream, i: int) -> Numeral | None:
    return digits_at(stream, i) if stream.is_digits(i) else words_at(stream, i)


def _may_be_day(above: Number, below: Number) -> bool:
    """Whether two whole numbers around a slash may be a day and a month and are no usual fraction: 6/4, 11/20."""
    if above >= below:
        return below <= _LAST_DAY and above <= _LAST_DAY
    return 1 < above <= _MONTHS < below <= _LAST_DAY and below not in _USUAL_PARTS


_MONTHS, _LAST_DAY = 12, 31
_USUAL_PARTS = (16,)


def slash_at(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a slash is written on to whole digits, and others to it."""
    i = numeral.end
    whole = not numeral.words and isinstance(numeral.value, int) and not stream.is_sign(numeral.start - 1, "/")
    return whole and stream.goes_on(i, "/⁄∕") and len(stream.key(i + 1)) <= 5


def fraction_at(stream: TokenStream, i: int) -> Numeral | None:
    """A part by its name alone: «نصف», «ثلثين», or before a scale: «نصف مليون», نصف دزينة."""
    named = stream.hit(i, WordClass.FRACTION)
    if named is None:
        return None
    part = meaning(named, Fraction)
    words, left = stream.words, stream.key(i - 1)
    if stream.key(i).endswith(tuple(words.counted_parts)):
        return None
    told = left in words.pointing or left in words.definite or stream.hit(i - 1, WordClass.RELATIVE) is not None
    if told and named.end == i + 1 and stream.hit(i, WordClass.QUARTER) is not None:
        return None  # "this quarter"
    if stream.key(i) in stream.words.damma_parts and DAMMA not in stream.text[stream.start(i) : stream.end(i + 1)]:
        return None
    if stream.key(i) in stream.words.indefinite and _orders(stream, i + 1, named.end):
        return None
    before = stream.hit(i - 1, WordClass.NUMBER)
    if before is not None and meaning(before, NumberWord).ordinal:
        return None
    joined, definite = bool(named.conjunction), bool(named.article)
    unsure = stream.key(i).endswith(tuple(stream.words.unsure_parts))
    numeral = Numeral(i, named.end, part, words=True, cut=named.shed, joined=joined, definite=definite, unsure=unsure)
    of = stream.hit(named.end, WordClass.OF) if part < 1 else None
    scale = scale_at(stream, of.end) if of is not None else None
    if scale is not None and stream.key(scale.end - 2) in stream.words.indefinite:
        value = exact(part * meaning(scale, NumberWord).value)
        return numeral._replace(end=scale.end, value=value, scaled=True)
    hundred = stream.hit(named.end, WordClass.NUMBER) if part > 1 else None
    if hundred is not None and meaning(hundred, NumberWord).slot is Slot.HUNDRED:
        return numeral._replace(end=hundred.end, value=exact(part * 100))
    return rescaled(stream, numeral)._replace(words=True)


def _orders(stream: TokenStream, i: int, end: int) -> bool:
    """Whether "third" after "a" is an ordinal before its noun ("a third attempt"), not a part ("a third of")."""
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None or not meaning(hit, NumberWord).ordinal or end >= len(stream):
        return False
    noun = stream.tokens[end]
    return noun.kind is TokenKind.WORD and noun.key not in stream.function_words and not stream.word_classes(end)
