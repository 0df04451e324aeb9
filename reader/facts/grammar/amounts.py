"""Owns one measured number: a numeral, or a dual («مترين»), with what it is of: money, percent, a unit, a counted noun.

Limits and ranges are put around amounts by :mod:`reader.facts.grammar.limits`.
"""

from fractions import Fraction

from reader.facts.grammar.amount import Amount, start_of
from reader.facts.grammar.amount_parts import COINS, currency_at, with_cents, with_part, with_smaller
from reader.facts.grammar.counts import bare, counted
from reader.facts.grammar_values import Currency, Number, NumberWord, Numeral, Slot, Unit
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at, scale_at
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind


def amount_at(stream: TokenStream, i: int, *, bound: bool = False) -> Amount | None:
    """One numeral with its unit, at token ``i``: «80 مليار دولار», ``$10``, ``%7``, «ساعتين», «الثالث عشر».

    As the ``bound`` of a range, a word counts that would say little by itself ("one").
    """
    if i >= len(stream):
        return None
    led = _led(stream, i)
    if led is not None:
        return led
    if _in_identifier(stream, i):
        return None
    numeral = numeral_at(stream, i)
    if numeral is None:
        return _dual(stream, i) or _one(stream, i)
    if numeral.ordinal:
        part = _part_of_one(stream, numeral)
        if part is not None:
            return part
        return None if _is_the_century(stream, numeral) or _is_before(stream, numeral) else _ordinal(stream, numeral)
    return _measured(stream, numeral) or counted(stream, numeral) or bare(stream, numeral, bound=bound)


def _part_of_one(stream: TokenStream, numeral: Numeral) -> Amount | None:
    """A part of one unit by its ordinal: "a tenth of a gallon"."""
    of = stream.hit(numeral.end, WordClass.OF) if numeral.words and 2 < numeral.value <= _FINEST_PART else None
    if of is None or stream.key(of.end) not in stream.words.indefinite:
        return None
    unit = stream.hit(of.end + 1, WordClass.UNIT)
    if unit is None or not isinstance(unit.value, Unit):
        return None
    part = numeral._replace(value=Fraction(1, int(numeral.value)), ordinal=False)
    return _quantity(stream, part, start_of(stream, numeral), unit.end, unit.value)


_FINEST_PART = 100


def _in_identifier(stream: TokenStream, i: int) -> bool:
    """Whether digits are written on to a Latin word, as in a hash or a name: ``3e8f1a2``, ``o3``."""
    tokens = stream.tokens
    if not i or tokens[i].kind is not TokenKind.DIGITS or not tokens[i].glued:
        return False
    before = tokens[i - 1]
    currency = stream.hit(i - 1, WordClass.CURRENCY)
    return before.kind is TokenKind.WORD and before.key.isascii() and currency is None


def _led(stream: TokenStream, i: int) -> Amount | None:
    """A sign of currency or percent before its number; words stand there for percent only where a text begins."""
    currency = currency_at(stream, i)
    if currency is not None and isinstance(currency.value, Currency) and not currency.conjunction:
        written_first = (
            stream.tokens[currency.end - 1].kind is TokenKind.SIGN
            or (stream.key(i).isascii() and len(stream.key(i)) in (2, 3))
            or stream.key(i) in stream.words.currency_first
        )
        if written_first:
            signed = stream.is_sign(currency.end, "$€£¥") and stream.is_glued(currency.end)
            numeral = numeral_at(stream, currency.end + signed)
            if numeral is not None and not numeral.ordinal and not numeral.words and _may_lead(stream, i, currency):
                start = stream.start(i)
                numeral = _abbreviated(stream, numeral)
                end = numeral.end
                code = currency.value.code
                money = Amount(FactKind.MONEY, start, stream.end(end), end, numeral.value, code, numeral, led=True)
                return with_cents(stream, money)
    percent = stream.hit(i, WordClass.PERCENT)
    if percent is not None:
        numeral = numeral_at(stream, percent.end)
        if (
            numeral is not None
            and not numeral.ordinal
            and (stream.features.percent_first or not numeral.words)
            and not (stream.tokens[i].kind is TokenKind.SIGN and not stream.is_glued(percent.end))
            and (stream.tokens[i].kind is TokenKind.SIGN or i == 0 or stream.features.percent_first)
        ):
            return Amount(
                FactKind.PERCENT, stream.start(i), stream.end(numeral.end), numeral.end, numeral.value, "", numeral
            )
    return None


def _may_lead(stream: TokenStream, i: int, currency: Hit) -> bool:
    """Whether a code may stand before its number: in small letters or as another word in capitals it is none."""
    return not (currency.end == i + 1 and stream.key(i) in stream.words.not_leading)


def _abbreviated(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A sum with its scale in a letter: ``$10k``, ``€3.5m``, ``$2B``."""
    factor = _LETTERS.get(stream.key(numeral.end), 0) if stream.is_glued(numeral.end) else 0
    if not factor or numeral.scaled:
        return numeral
    value = numeral.value * factor
    whole = int(value) if value == int(value) else value
    return numeral._replace(end=numeral.end + 1, value=whole, scaled=True)


_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}


def _measured(stream: TokenStream, numeral: Numeral) -> Amount | None:
    at = numeral.end
    if (
        stream.features.hyphenated_units
        and stream.is_sign(at, "-‐")
        and stream.is_glued(at)
        and stream.is_glued(at + 1)
    ):
        at += 1
    start = start_of(stream, numeral)
    percent = stream.hit(at, WordClass.PERCENT)
    if percent is not None and not percent.conjunction:
        return Amount(FactKind.PERCENT, start, stream.end(percent.end), percent.end, numeral.value, "", numeral)
    for skip in (at, _after_of(stream, at, numeral)):
        currency = currency_at(stream, skip)
        if (
            currency is not None
            and isinstance(currency.value, Currency)
            and not currency.conjunction
            and not currency.preposition
        ):
            value: Number = numeral.value
            if currency.value.part != 1:
                value = Fraction(value) / currency.value.part
            end = currency.end
            if not numeral.words and stream.is_glued(at) and skip == at and not numeral.value:
                return None  # "0BSD": a name
            scale = None if numeral.scaled else scale_at(stream, end)
            if scale is not None and not scale.article:
                value, end = value * meaning(scale, NumberWord).value, scale.end
            money = Amount(FactKind.MONEY, start, stream.end(end), end, value, currency.value.code, numeral)
            if scale is not None:
                return money
            return with_cents(stream, with_part(stream, money, 1 / Fraction(currency.value.part)))
    at = _after_part(stream, at, numeral)
    unit = stream.hit(at, WordClass.UNIT)
    period = stream.hit(at, WordClass.PERIOD)
    if (
        unit is not None
        and isinstance(unit.value, Unit)
        and not unit.conjunction
        and not unit.preposition
        and (period is None or unit.end > period.end)
    ):
        if len(stream.key(at)) == 1 and unit.end == at + 1 and stream.key(at).isalpha() and numeral.words:
            return None
        if _goes_on(stream, at, unit.end) or _is_scale_letter(stream, at, unit.end):
            return None
        return _quantity(stream, numeral, start, unit.end, unit.value)
    return None


def _goes_on(stream: TokenStream, at: int, end: int) -> bool:
    """Whether a unit in Latin letters is a piece of a longer word: ``8f1a``."""
    return (
        end == at + 1
        and stream.key(at).isascii()
        and stream.is_glued(at)
        and stream.is_glued(end)
        and stream.tokens[end].kind is not TokenKind.SIGN
    )


def _is_scale_letter(stream: TokenStream, at: int, end: int) -> bool:
    """Whether a capital stands for a scale or nothing, and is no unit: ``1.2M``, ``5G``."""
    token = stream.tokens[at]
    return end == at + 1 and stream.text[token.start : token.end] in ("M", "G", "T", "B", "K")


def _after_of(stream: TokenStream, at: int, numeral: Numeral) -> int:
    """The index after "of" between a scale and its currency: «ملايين من الدولارات»."""
    of = stream.hit(at, WordClass.OF)
    return of.end if of is not None and numeral.scaled else at


def _after_part(stream: TokenStream, at: int, numeral: Numeral) -> int:
    """The index after "of a" between a part and its unit: "a third of a mile"."""
    of = stream.hit(at, WordClass.OF) if numeral.words and 0 < numeral.value < 1 else None
    led = of is not None and stream.key(of.end) in stream.words.indefinite
    return of.end + 1 if of is not None and led else at


def _quantity(stream: TokenStream, numeral: Numeral, start: int, end: int, unit: Unit) -> Amount:
    value = numeral.value
    below = stream.hit(end, WordClass.BELOW_ZERO)
    if below is not None and unit.name.startswith("temperature"):
        value, end = -value, below.end
    name = unit.name
    if name == "temperature-generic" and below is None and (minutes := _arc_at(stream, end, numeral)) is not None:
        name, value, end = "angle-degree", value + minutes[0], minutes[1]
    quantity = Amount(FactKind.QUANTITY, start, stream.end(end), end, value, name, numeral)
    return with_smaller(stream, with_part(stream, quantity, Fraction(1)))


def _arc_at(stream: TokenStream, i: int, numeral: Numeral) -> tuple[Fraction, int] | None:
    """The minutes and seconds behind degrees that are an angle's, in degrees, and the index after them.

    None where nothing tells that they are: 28.5°E, 12°30′, «خط عرض 30°», but not 30°.
    """
    value, end = Fraction(0), i
    for part, signs in ((60, "′'’"), (3600, '″"”')):
        if stream.is_digits(end) and len(stream.key(end)) <= 2 and stream.is_sign(end + 1, signs):
            value, end = value + Fraction(int(stream.key(end)), part), end + 2
    bearing, after = stream.words.bearing, stream.key(end)
    behind = after in bearing and (len(after) > 2 or stream.text[stream.start(end) : stream.end(end + 1)].isupper())
    before = any(stream.key(k) in bearing for k in range(numeral.start - _NEAR_ANGLE, numeral.start))
    return (value, end) if end > i or behind or before else None


_NEAR_ANGLE = 3
"""How far before degrees a word may tell that they are an angle's, in tokens."""


def _dual(stream: TokenStream, i: int) -> Amount | None:
    """Two of something in one word («مترين»), or one and a part («لتر وربع»)."""
    currency = currency_at(stream, i)
    if currency is not None and not (currency.article or currency.preposition):
        coin = meaning(currency, Currency)
        start, end = stream.start_without(i, currency.shed), currency.end
        one = 1 / Fraction(coin.part)
        single = Amount(FactKind.MONEY, start, stream.end(end), end, (2 if coin.dual else 1) * one, coin.code)
        more = with_cents(stream, with_part(stream, single, one))
        if coin.dual or more.next > single.next:
            return more
    unit = stream.hit(i, WordClass.UNIT)
    if unit is None or not isinstance(unit.value, Unit) or unit.preposition:
        return None
    if unit.article or (len(stream.key(i)) == 1 and not unit.value.dual):
        return None
    numeral = Numeral(i, unit.end, Fraction(2 if unit.value.dual else 1), words=True)
    found = _quantity(stream, numeral, stream.start_without(i, unit.shed), unit.end, unit.value)
    return found if unit.value.dual or found.value != 1 else None


def _one(stream: TokenStream, i: int) -> Amount | None:
    """A thing and the word "one" after it: «دولار واحد», אחוז אחד."""
    if not i and stream.key(0) in stream.words.indefinite and len(stream) > 1:
        return _one_of(stream)
    if not stream.word_classes(i) & (WordClass.PERCENT | WordClass.CURRENCY | WordClass.UNIT):
        return None
    for word_class in (WordClass.PERCENT, WordClass.CURRENCY, WordClass.UNIT):
        hit = currency_at(stream, i) if word_class is WordClass.CURRENCY else stream.hit(i, word_class)
        if hit is None or hit.article or hit.preposition:
            continue
        one = stream.hit(hit.end, WordClass.NUMBER)
        if one is None or one.article or one.conjunction or one.value != NumberWord(Slot.UNIT, 1):
            continue
        start, end = stream.start_without(i, hit.shed), one.end
        if isinstance(hit.value, Currency):
            coin = 1 / Fraction(hit.value.part)
            return Amount(FactKind.MONEY, start, stream.end(end), end, coin, COINS.get(hit.value.code, hit.value.code))
        if isinstance(hit.value, Unit):
            return Amount(FactKind.QUANTITY, start, stream.end(end), end, 1, hit.value.name)
        return Amount(FactKind.PERCENT, start, stream.end(end), end, 1)
    return None


def _one_of(stream: TokenStream) -> Amount | None:
    """A text that is nothing but one of a unit: "a kilogram"."""
    for word_class in (WordClass.CURRENCY, WordClass.UNIT):
        hit = currency_at(stream, 1) if word_class is WordClass.CURRENCY else stream.hit(1, word_class)
        if hit is not None and hit.end == len(stream):
            named = hit.value
            if isinstance(named, Currency):
                return Amount(FactKind.MONEY, 0, stream.end(hit.end), hit.end, 1 / Fraction(named.part), named.code)
            if isinstance(named, Unit):
                return Amount(FactKind.QUANTITY, 0, stream.end(hit.end), hit.end, 1, named.name)
    return None


def _is_the_century(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a numeral is a word like המאה, "the century" far more often than "the hundredth"."""
    single = numeral.end == numeral.start + 1 and len(stream) > 1
    return single and numeral.definite and stream.hit(numeral.start, WordClass.CENTURY) is not None


def _is_before(stream: TokenStream, numeral: Numeral) -> bool:
    """Whether a numeral is a word like پہلے, which is "before" unless an oblique noun follows it (پہلے مرحلے میں)."""
    words = stream.words
    if stream.key(numeral.start) not in words.before_first or numeral.end != numeral.start + 1:
        return False
    noun = stream.key(numeral.end)
    return len(stream) > 1 and not noun.endswith(tuple(words.oblique_endings)) and noun not in words.oblique


def _ordinal(stream: TokenStream, numeral: Numeral) -> Amount | None:
    return Amount(
        FactKind.ORDINAL, start_of(stream, numeral), stream.end(numeral.end), numeral.end, numeral.value, "", numeral
    )
