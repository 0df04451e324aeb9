"""Owns one measured number: a numeral, or a dual («مترين»), with what it is of: money, percent, a unit, a counted noun.

Limits and ranges are put around amounts by :mod:`reader.facts.grammar.limits`.
"""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.grammar.amount import Amount, amount_of
from reader.facts.grammar.amount_parts import COINS, currency_at, with_cents, with_part, with_smaller
from reader.facts.grammar.counts import bare, counted
from reader.facts.grammar.ranges import after_hyphen
from reader.facts.grammar_values import Currency, NumberWord, Numeral, Slot, Unit, exact
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
        single = numeral.end == i + 1 and len(stream) > 1
        century = numeral.definite and stream.hit(i, WordClass.CENTURY) is not None  # המאה
        other = single and (century or _is_before(stream, i))
        return _part_of_one(stream, numeral) or (None if other else amount_of(stream, FactKind.ORDINAL, numeral))
    return _measured(stream, numeral) or counted(stream, numeral) or bare(stream, numeral, bound=bound)


def _part_of_one(stream: TokenStream, numeral: Numeral) -> Amount | None:
    """A part of one unit by its ordinal: "a tenth of a gallon"."""
    of = stream.hit(numeral.end, WordClass.OF) if numeral.words and 2 < numeral.value <= _FINEST_PART else None
    led = of is not None and stream.key(of.end) in stream.words.indefinite
    unit = stream.hit(of.end + 1, WordClass.UNIT) if of is not None and led else None
    return None if unit is None else _quantity(stream, numeral._replace(value=Fraction(1, int(numeral.value))), unit)


_FINEST_PART = 100


def _in_identifier(stream: TokenStream, i: int) -> bool:
    """Whether digits are written on to a Latin word, as in a hash or a name: ``3e8f1a2``, ``o3``."""
    if not i or not stream.is_digits(i) or not stream.is_glued(i):
        return False
    before = stream.tokens[i - 1]
    word = before.kind is TokenKind.WORD and before.key.isascii()
    return word and stream.hit(i - 1, WordClass.CURRENCY) is None


def _led(stream: TokenStream, i: int) -> Amount | None:
    """A sign of currency or percent before its number; words stand there for percent only where a text begins."""
    currency = currency_at(stream, i)
    if currency is not None and not currency.conjunction and _may_lead(stream, i, currency.end):
        signed = stream.is_sign(currency.end, "$€£¥") and stream.is_glued(currency.end)
        numeral = numeral_at(stream, currency.end + signed)
        if numeral is not None and not numeral.ordinal and not numeral.words:
            numeral = _abbreviated(stream, numeral)
            code = meaning(currency, Currency).code
            money = Amount(FactKind.MONEY, stream.start(i), numeral.end, numeral.value, code, numeral, led=True)
            return with_cents(stream, money)
    percent = stream.hit(i, WordClass.PERCENT)
    numeral = numeral_at(stream, percent.end) if percent is not None else None
    if percent is None or numeral is None or numeral.ordinal:
        return None
    sign, first = stream.tokens[i].kind is TokenKind.SIGN, stream.features.percent_first
    if (not first and (numeral.words or (i and not sign))) or (sign and not stream.is_glued(percent.end)):
        return None
    return Amount(FactKind.PERCENT, stream.start(i), numeral.end, numeral.value, "", numeral)


def _may_lead(stream: TokenStream, i: int, end: int) -> bool:
    """Whether a currency may stand before its number: a sign, or a code that is no other word in capitals."""
    key = stream.key(i)
    if end == i + 1 and key in stream.words.not_leading:
        return False
    code = key.isascii() and len(key) in (2, 3)
    return code or stream.tokens[end - 1].kind is TokenKind.SIGN or key in stream.words.currency_first


def _abbreviated(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A sum with its scale in a letter: ``$10k``, ``€3.5m``, ``$2B``."""
    factor = _LETTERS.get(stream.key(numeral.end), 0) if stream.is_glued(numeral.end) else 0
    if not factor or numeral.scaled:
        return numeral
    return numeral._replace(end=numeral.end + 1, value=exact(numeral.value * factor), scaled=True)


_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}


def _measured(stream: TokenStream, numeral: Numeral) -> Amount | None:
    at = after_hyphen(stream, numeral.end)
    percent = stream.hit(at, WordClass.PERCENT)
    if percent is not None and not percent.conjunction:
        return amount_of(stream, FactKind.PERCENT, numeral, end=percent.end)
    of = stream.hit(at, WordClass.OF)
    for skip in (at, of.end) if of is not None and numeral.scaled else (at,):  # «ملايين من الدولارات»
        currency = currency_at(stream, skip)
        if currency is not None and not currency.conjunction and not currency.preposition:
            if skip == at and stream.is_glued(at) and not numeral.words and not numeral.value:
                return None  # "0BSD": a name
            return _money(stream, numeral, currency)
    if of is not None and numeral.words and 0 < numeral.value < 1 and stream.key(of.end) in stream.words.indefinite:
        at = of.end + 1  # "a third of a mile"
    unit, period = stream.hit(at, WordClass.UNIT), stream.hit(at, WordClass.PERIOD)
    if unit is None or unit.conjunction or unit.preposition or (period is not None and unit.end <= period.end):
        return None
    return None if unit.end == at + 1 and _is_no_unit(stream, at, numeral) else _quantity(stream, numeral, unit)


def _money(stream: TokenStream, numeral: Numeral, currency: Hit) -> Amount:
    """A sum, whose scale may stand behind its currency ("$3 million"), with what is told of it in smaller parts."""
    code, part, *_ = meaning(currency, Currency)
    value = numeral.value if part == 1 else numeral.value / part
    money = amount_of(stream, FactKind.MONEY, numeral, code, currency.end)._replace(value=value)
    scale = None if numeral.scaled else scale_at(stream, currency.end)
    if scale is None:
        return with_cents(stream, with_part(stream, money, 1 / part))
    return money if scale.article else money._replace(value=value * meaning(scale, NumberWord).value, end=scale.end)


def _is_no_unit(stream: TokenStream, at: int, numeral: Numeral) -> bool:
    """Whether a unit is a letter behind words, a piece of a longer word (``8f1a``), or a scale (``1.2M``)."""
    key, end = stream.key(at), at + 1
    letter = len(key) == 1 and key.isalpha() and numeral.words
    glued = stream.is_glued(at) and stream.is_glued(end)
    goes_on = glued and key.isascii() and stream.tokens[end].kind is not TokenKind.SIGN
    return letter or goes_on or stream.written(at) in ("M", "G", "T", "B", "K")


def _quantity(stream: TokenStream, numeral: Numeral, hit: Hit) -> Amount:
    """So many of a unit, with its smaller parts."""
    name, end, value = meaning(hit, Unit).name, hit.end, numeral.value
    below = stream.hit(end, WordClass.BELOW_ZERO)
    if below is not None and name.startswith("temperature"):
        value, end = -value, below.end
    elif name == "temperature-generic" and (minutes := _arc_at(stream, end, numeral)) is not None:
        name, value, end = "angle-degree", value + minutes[0], minutes[1]
    quantity = amount_of(stream, FactKind.QUANTITY, numeral, name, end)._replace(value=value)
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
        code, part, dual, _ = meaning(currency, Currency)
        start = stream.start_without(i, currency.shed)
        single = Amount(FactKind.MONEY, start, currency.end, (2 if dual else 1) / part, code)
        more = with_cents(stream, with_part(stream, single, 1 / part))
        if dual or more.end > single.end:
            return more
    hit = stream.hit(i, WordClass.UNIT)
    if hit is None or hit.preposition or hit.article:
        return None
    dual = meaning(hit, Unit).dual
    numeral = Numeral(i, hit.end, Fraction(2 if dual else 1), words=True, cut=hit.shed)
    found = _quantity(stream, numeral, hit)
    return found if dual or (found.value != 1 and len(stream.key(i)) > 1) else None


def _measure_at(stream: TokenStream, i: int) -> Iterator[Hit]:
    """The percent, the currency and the unit that token ``i`` may be."""
    hits = stream.hit(i, WordClass.PERCENT), currency_at(stream, i), stream.hit(i, WordClass.UNIT)
    return (hit for hit in hits if hit is not None)


def _single(hit: Hit, start: int, end: int) -> Amount:
    """One of a currency or a unit, or one percent."""
    if isinstance(hit.value, Currency):
        code, part, *_ = hit.value
        return Amount(FactKind.MONEY, start, end, 1 / part, COINS.get(code, code))
    if isinstance(hit.value, Unit):
        return Amount(FactKind.QUANTITY, start, end, 1, hit.value.name)
    return Amount(FactKind.PERCENT, start, end, 1)


def _one(stream: TokenStream, i: int) -> Amount | None:
    """A thing and the word "one" after it («دولار واحد», אחוז אחד), or a text that is nothing but "a kilogram"."""
    if not i and stream.key(0) in stream.words.indefinite and len(stream) > 1:
        whole = (hit for hit in _measure_at(stream, 1) if hit.end == len(stream) and hit.value is not None)
        return next((_single(hit, 0, hit.end) for hit in whole), None)
    for hit in _measure_at(stream, i):
        one = None if hit.article or hit.preposition else stream.hit(hit.end, WordClass.NUMBER)
        if one is not None and not one.article and not one.conjunction and one.value == NumberWord(Slot.UNIT, 1):
            return _single(hit, stream.start_without(i, hit.shed), one.end)
    return None


def _is_before(stream: TokenStream, i: int) -> bool:
    """Whether a word is one like پہلے, which is "before" unless an oblique noun follows it (پہلے مرحلے میں)."""
    words, noun = stream.words, stream.key(i + 1)
    oblique = noun.endswith(tuple(words.oblique_endings)) or noun in words.oblique
    return stream.key(i) in words.before_first and not oblique
