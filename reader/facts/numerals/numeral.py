"""Owns the reading of one numeral, in digits, in words, or in both («80 مليار», ``3 מיליון``).

The stages, in order: a sign; digits with their separators, or number words; what may follow a whole number (a decimal
part in words, «ونصف», a denominator); a scale after that («2.5 مليون»).
"""

from fractions import Fraction

from reader.facts.grammar_values import Number, NumberWord, Numeral, Slot, Unit
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals.automaton import PartialNumeral, close_group, compose, scale_in, words_at
from reader.facts.numerals.digits import digits_at, is_bare_point
from reader.facts.scripts import DAMMA
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import MAX_DIGITS, TokenKind


def numeral_at(stream: TokenStream, i: int, *, signed: bool = True) -> Numeral | None:
    """The longest numeral that begins at token ``i``. A stream remembers it, for many rules ask."""
    if not 0 <= i < len(stream):
        return None
    key = (i, signed)
    if key not in stream.numerals:
        stream.numerals[key] = _read(stream, i, signed=signed) if stream.may_be_number(i) else None
    return stream.numerals[key]


def whole_at(stream: TokenStream, i: int, within: range, *, ordinal: bool = False) -> tuple[int, int] | None:
    """A whole number in a range, or an ordinal, that begins at token ``i``, and the token after it."""
    found = numeral_at(stream, i, signed=False)
    if found is None or found.ordinal is not ordinal or not isinstance(found.value, int) or found.value not in within:
        return None
    return found.value, found.end


def _read(stream: TokenStream, i: int, *, signed: bool) -> Numeral | None:
    if signed:
        negative = _sign_end(stream, i)
        if negative is not None:
            inner = numeral_at(stream, negative, signed=False)
            apart = stream.hit(i, WordClass.NEGATIVE) is None and not stream.is_glued(negative)
            if inner is not None and apart and not _is_negative(stream, i, inner):
                return None
            if inner is None or (inner.ordinal and not stream.features.negative_ordinals):
                return None
            word = stream.hit(i, WordClass.NEGATIVE)
            return inner._replace(start=i, value=-inner.value, cut=word.shed if word is not None else 0)
    offset = stream.hit(i, WordClass.OFFSET)
    if offset is not None:
        return _offset_at(stream, i)
    in_digits = stream.is_digits(i) or is_bare_point(stream, i)
    base = digits_at(stream, i) if in_digits else _spoken(stream, i) or words_at(stream, i)
    part = stream.hit(i, WordClass.FRACTION)
    if base is None or (part is not None and part.end > base.end):
        return _fraction_at(stream, i)
    if stream.features.slash_decimals and not base.words:
        base = _with_slash(stream, base)
    if not base.words and is_ordinal_suffix(stream, base.end):
        return base._replace(end=base.end + 1, ordinal=True)
    if base.ordinal:
        return _beyond(stream, base)
    return _extended(stream, base)


VULGAR = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅑⅒⅐"
"""Fractions of one character."""


def is_ordinal_suffix(stream: TokenStream, i: int) -> bool:
    """Whether token ``i`` makes the digits it is written on to an ordinal: "21st", ۵ام."""
    return stream.is_glued(i) and (stream.key(i) in stream.words.ordinal_suffixes or stream.key(i) in _LATIN_SUFFIXES)


_LATIN_SUFFIXES = frozenset(("st", "nd", "rd", "th"))


def _sign_end(stream: TokenStream, i: int) -> int | None:
    """The index after a minus sign at ``i``: the sign glued to a digit and to nothing before it, or a word for it."""
    if stream.is_sign(i, "-−\u2010\u2013") and (stream.is_digits(i + 1) or is_bare_point(stream, i + 1)):
        before = i - 1
        if not stream.is_glued(i) or stream.is_sign(before, "([{،,:;=<>$€£₪"):
            return i + 1
        return None
    hit = stream.hit(i, WordClass.NEGATIVE)
    return hit.end if hit else None


def _beyond(stream: TokenStream, ordinal: Numeral) -> Numeral:
    """An ordinal above a hundred: «الثالثة بعد المائة»."""
    if stream.key(ordinal.end) not in stream.words.beyond or not isinstance(ordinal.value, int):
        return ordinal
    higher = words_at(stream, ordinal.end + 1)
    if higher is None or not higher.definite or higher.value % 100 or not 0 < ordinal.value < 100:
        return ordinal
    return ordinal._replace(end=higher.end, value=ordinal.value + higher.value)


def _is_negative(stream: TokenStream, i: int, inner: Numeral) -> bool:
    """Whether a minus sign with a space behind it is one: before degrees, or where a text is nothing but a number."""
    unit = stream.hit(inner.end, WordClass.UNIT)
    if unit is not None and meaning(unit, Unit).name.startswith("temperature"):
        return not stream.is_digits(i - 1)
    return i == 0 and inner.end == len(stream)


def _spoken(stream: TokenStream, i: int) -> Numeral | None:
    """A number said digit by digit, or a hundred by its digit alone."""
    if not stream.words.spoken_zero:
        return None
    return _spoken_decimals(stream, i) or _spoken_digits(stream, i) or _spoken_hundreds(stream, i)


def _spoken_digits(stream: TokenStream, i: int) -> Numeral | None:
    """A number said digit by digit: "one two three zero zero zero"."""
    digits, k = "", i
    while len(digits) < MAX_DIGITS and k < len(stream) and _is_spoken_digit(stream, k):
        hit = stream.hit(k, WordClass.NUMBER)
        digits += str(meaning(hit, NumberWord).value) if hit is not None else "0"
        k += 1
    return Numeral(i, k, int(digits), words=True) if len(digits) >= _FEWEST_DIGITS else None


_FEWEST_DIGITS = 4
"""Words of digits in a row that are one number; fewer may be counted aloud."""


def _spoken_hundreds(stream: TokenStream, i: int) -> Numeral | None:
    """A text that is nothing but a digit and a number below a hundred: "one twenty-two" is 122."""
    hit = stream.hit(i, WordClass.NUMBER) if i == 0 else None
    if hit is None or not isinstance(hit.value, NumberWord) or hit.value.slot is not Slot.UNIT or hit.value.ordinal:
        return None
    rest = words_at(stream, hit.end)
    if rest is None or rest.end != len(stream) or rest.ordinal or rest.scaled or not 10 <= rest.value < 100:
        return None
    return Numeral(i, rest.end, hit.value.value * 100 + rest.value, words=True)


def _spoken_decimals(stream: TokenStream, i: int) -> Numeral | None:
    """Decimals in words without a zero before them, each a digit: "point one six"; not "at this point six hundred"."""
    point = stream.hit(i, WordClass.POINT)
    if point is None or point.conjunction or point.preposition or stream.is_digits(point.end):
        return None
    found = _with_decimals(stream, Numeral(i, i, 0))
    single = all(_is_spoken_digit(stream, k) for k in range(point.end, found.end))
    return found._replace(words=True) if found.end > point.end + 1 and single else None


def _is_spoken_digit(stream: TokenStream, i: int) -> bool:
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None:
        return stream.key(i) in stream.words.spoken_zero
    word = meaning(hit, NumberWord)
    return word.slot in (Slot.UNIT, Slot.ZERO) and not word.ordinal and hit.end == i + 1


def _extended(stream: TokenStream, base: Numeral) -> Numeral:
    """A whole number with its continuation: a scale after digits, a decimal part, a half, a denominator."""
    numeral = base
    if not base.words:
        vulgar = stream.hit(base.end, WordClass.FRACTION)
        if vulgar is not None and stream.key(base.end) in VULGAR and isinstance(base.value, int):
            value = base.value + meaning(vulgar, Fraction)
            return _rescaled(stream, base._replace(end=vulgar.end, value=value))
        numeral = _scaled(stream, _mixed(stream, numeral))
    numeral = _with_decimals(stream, numeral)
    numeral = _with_part(stream, numeral)
    return _over(stream, numeral)


def _mixed(stream: TokenStream, base: Numeral) -> Numeral:
    """A whole number and a fraction after a space: ``10 1/2``."""
    i = base.end
    if not isinstance(base.value, int) or base.value > _MOST_MIXED or not stream.is_digits(i) or stream.is_glued(i):
        return base
    slash = stream.is_sign(i + 1, "/⁄") and stream.is_digits(i + 2)
    if not slash or stream.is_glued(i + 1) is not stream.is_glued(i + 2) or stream.is_sign(i + 3, "/"):
        return base
    above, below = stream.key(i), stream.key(i + 2)
    if len(above) > 2 or len(below) > 3 or not 0 < int(above) < int(below) <= _FINEST or below[0] == "0":
        return base
    return base._replace(end=i + 3, value=base.value + Fraction(int(above), int(below)))


_MOST_MIXED = 10_000
_FINEST = 128
"""A number of at most this may have a fraction behind it, of at most so many parts: ``101 1/4``."""


def _with_slash(stream: TokenStream, base: Numeral) -> Numeral:
    """Persian's slash for a decimal point, where something measured follows: ۵/۵ درصد, ۱/۵ میلیون."""
    if not (_slash_at(stream, base) and isinstance(base.value, int)):
        return base
    after = base.end + 2
    measured = stream.word_classes(after) & (
        WordClass.PERCENT | WordClass.CURRENCY | WordClass.UNIT | WordClass.PERIOD | WordClass.NUMBER
    )
    if not measured and not (base.value == 0 or base.value > int(stream.key(base.end + 1))):
        return base
    return base._replace(end=after, value=Fraction(f"{base.value}.{stream.key(base.end + 1)}"))


def _scaled(stream: TokenStream, digits: Numeral) -> Numeral:
    """Digits and the hundred or scale after them: «1.2 مليار», «3 مئة و21», ``2 hundred``."""
    hit = stream.hit(digits.end, WordClass.NUMBER)
    if hit is None or hit.conjunction or hit.preposition or hit.article:
        return digits
    word = meaning(hit, NumberWord)
    if word.slot not in (Slot.SCALE, Slot.HUNDRED) or word.ordinal:
        return digits
    state = PartialNumeral()
    state.words = 1
    value = digits.value
    if word.slot is Slot.HUNDRED:
        state.group, state.limit, state.last = value * word.value, 100, Slot.HUNDRED
    else:
        state.total, state.last = _times(value, word.value), Slot.SCALE
        close_group(state, word.value)
    whole = state.value
    more = compose(stream, state, digits.start, hit.end)
    if more is not None and not more.ordinal:
        return more._replace(words=False, scaled=True)
    return Numeral(digits.start, hit.end, whole, scaled=True)


def _times(value: Number, scale: int) -> Number:
    product = value * scale
    return int(product) if product == int(product) else product


def _with_decimals(stream: TokenStream, numeral: Numeral) -> Numeral:
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
    return _rescaled(stream, numeral._replace(end=i, value=value))


def _rescaled(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A scale after a decimal or a part: שתיים וחצי מיליון, «نصف المليون», "half a million"."""
    hit = None if numeral.scaled else scale_at(stream, numeral.end)
    if hit is None or (hit.article and numeral.value > 1):
        return numeral
    return numeral._replace(end=hit.end, value=_times(numeral.value, meaning(hit, NumberWord).value), scaled=True)


def scale_at(stream: TokenStream, i: int) -> Hit | None:
    """A scale at ``i``, which nothing joins to what stands before it."""
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None or hit.conjunction or hit.preposition:
        return None
    word = meaning(hit, NumberWord)
    return hit if word.slot is Slot.SCALE and not word.ordinal else None


def _with_part(stream: TokenStream, numeral: Numeral) -> Numeral:
    """«عشرون وثلث», «عشرون وثلاثة أخماس», «عشر ושתי עשיריות»: a whole number and a part by its name."""
    i = numeral.end
    conjunction = stream.hit(i, WordClass.AND)
    named = stream.hit(conjunction.end if conjunction else i, WordClass.FRACTION)
    if named is not None and (conjunction or named.conjunction) and not named.preposition and not named.article:
        part = meaning(named, Fraction)
        if part < 1:
            scale, end = scale_of(stream, numeral), named.end
            again = scale_at(stream, end) if numeral.scaled else None
            if again is not None:
                scale, end = meaning(again, NumberWord).value, again.end
            return _rescaled(stream, numeral._replace(end=end, value=_exact(Fraction(numeral.value) + part * scale)))
    if numeral.words or conjunction or not numeral.scaled:
        part_at = conjunction.end if conjunction else i
        inner = _inner(stream, part_at)
        if inner is not None and (conjunction or inner.joined) and not inner.ordinal:
            fraction = _denominated(stream, inner)
            if fraction is not None:
                return numeral._replace(
                    end=fraction.end, value=_exact(Fraction(numeral.value) + Fraction(fraction.value))
                )
            quotient = _over(stream, inner)
            if (
                quotient.end > inner.end
                and stream.hit(inner.end, WordClass.OVER) is not None
                and inner.start > numeral.end - 1
            ):
                return numeral._replace(
                    end=quotient.end, value=_exact(Fraction(numeral.value) + Fraction(quotient.value))
                )
            tenths = _of_power(stream, inner)
            if tenths is not None:
                return numeral._replace(end=tenths.end, value=_exact(Fraction(numeral.value) + Fraction(tenths.value)))
    return numeral


def _inner(stream: TokenStream, i: int) -> Numeral | None:
    """A number of parts at ``i``: words, or digits before a tenth or a hundredth by name («67 صدم»)."""
    if not stream.is_digits(i):
        return compose(stream, PartialNumeral(), i, i)
    found = digits_at(stream, i)
    return found if found is not None and _is_decimal_part(stream, found.end) else None


def _is_decimal_part(stream: TokenStream, i: int) -> bool:
    named = stream.hit(i, WordClass.FRACTION)
    return named is not None and meaning(named, Fraction) in _DECIMAL_PARTS


_DECIMAL_PARTS = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))


def scale_of(stream: TokenStream, numeral: Numeral) -> int:
    """The unit of "and a half": the scale a number ends in («مليون ونصف» is 1,500,000), else one."""
    if not numeral.scaled:
        return 1
    hit = stream.hit(numeral.end - 1, WordClass.NUMBER)
    if hit is None or not isinstance(hit.value, NumberWord):
        return 1
    return hit.value.value if hit.value.slot is Slot.SCALE else scale_in(hit.value.value)


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
    return _rescaled(stream, numerator._replace(end=named.end, value=numerator.value * part))


def _of_power(stream: TokenStream, numerator: Numeral) -> Numeral | None:
    """«سبعة من عشرة» as a decimal part: over a power of ten that is larger."""
    of = stream.hit(numerator.end, WordClass.OF)
    if of is None:
        return None
    below = compose(stream, PartialNumeral(), of.end, of.end)
    if below is None or below.ordinal or below.value not in (10, 100, 1000, 10000) or numerator.value >= below.value:
        return None
    return numerator._replace(end=below.end, value=Fraction(int(numerator.value), int(below.value)))


def _over(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A quotient: «واحد على عشرين», ٣/٤, «ثلاثة من واحد وعشرين», «خمسة أثمان»."""
    named = _denominated(stream, numeral)
    if named is not None:
        return named._replace(value=_exact(named.value))
    i = numeral.end
    if _slash_at(stream, numeral):
        below = digits_at(stream, i + 1)
        if below is not None and below.value and not stream.is_sign(below.end, "/"):
            if not stream.is_digits(numeral.start - 1) and _may_be_day(numeral.value, below.value):
                return numeral
            return numeral._replace(end=below.end, value=_exact(Fraction(numeral.value) / Fraction(below.value)))
        return numeral
    over = stream.hit(i, WordClass.OVER) or _over_alone(stream, numeral)
    if over is None and numeral.words:
        over = stream.hit(i, WordClass.OF)
        if over is not None and not (isinstance(numeral.value, int) and numeral.value < 1000):
            over = None
    if over is None:
        return numeral
    below = digits_at(stream, over.end) if stream.is_digits(over.end) else words_at(stream, over.end)
    if below is None or below.ordinal or below.definite or not below.value:
        return numeral
    if stream.key(i) in stream.words.share and numeral.value >= below.value:
        return numeral
    return numeral._replace(end=below.end, value=_exact(Fraction(numeral.value) / Fraction(below.value)))


def _over_alone(stream: TokenStream, numeral: Numeral) -> Hit | None:
    """A word that divides only in a text that is nothing but a quotient: "one over twenty"."""
    i = numeral.end
    if numeral.start or stream.key(i) not in stream.words.dividing:
        return None
    below = numeral_at(stream, i + 1, signed=False)
    return Hit(None, i + 1, "", "", "", 0) if below is not None and below.end == len(stream) else None


def _may_be_day(above: Number, below: Number) -> bool:
    """Whether two whole numbers around a slash may be a day and a month and are no usual fraction: 6/4, 11/20."""
    if above >= below:
        return below <= _LAST_DAY and above <= _LAST_DAY
    return 1 < above <= _MONTHS < below <= _LAST_DAY and below not in _USUAL_PARTS


_MONTHS, _LAST_DAY = 12, 31
_USUAL_PARTS = (16,)


def _slash_at(stream: TokenStream, numeral: Numeral) -> bool:
    i = numeral.end
    return (
        not numeral.words
        and stream.is_sign(i, "/⁄∕")
        and stream.is_glued(i)
        and stream.is_glued(i + 1)
        and stream.is_digits(i + 1)
        and isinstance(numeral.value, int)
        and not stream.is_sign(numeral.start - 1, "/")
        and len(stream.tokens[i + 1].key) <= 5
    )


def _offset_at(stream: TokenStream, i: int) -> Numeral | None:
    """Urdu's ساڑھے (and a half), سوا (and a quarter), پونے (less a quarter).

    A part of the scale that follows, else of one.
    """
    hit = stream.hit(i, WordClass.OFFSET)
    inner = numeral_at(stream, hit.end, signed=False) if hit and not stream.hit(hit.end, WordClass.OFFSET) else None
    if hit is None or inner is None or inner.ordinal:
        return None
    part = meaning(hit, Fraction)
    last = stream.hit(inner.end - 1, WordClass.NUMBER)
    hundreds = last is not None and meaning(last, NumberWord).slot is Slot.HUNDRED
    whole = 100 if hundreds else scale_of(stream, inner)
    return inner._replace(start=i, value=_exact(Fraction(inner.value) + part * whole), unsure=False)


def _fraction_at(stream: TokenStream, i: int) -> Numeral | None:
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
        value = _exact(part * meaning(scale, NumberWord).value)
        return numeral._replace(end=scale.end, value=value, scaled=True)
    hundred = stream.hit(named.end, WordClass.NUMBER) if part > 1 else None
    if hundred is not None and meaning(hundred, NumberWord).slot is Slot.HUNDRED:
        return numeral._replace(end=hundred.end, value=_exact(part * 100))
    return _rescaled(stream, numeral)._replace(words=True)


def _orders(stream: TokenStream, i: int, end: int) -> bool:
    """Whether "third" after "a" is an ordinal before its noun ("a third attempt"), not a part ("a third of")."""
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None or not meaning(hit, NumberWord).ordinal or end >= len(stream):
        return False
    noun = stream.tokens[end]
    return noun.kind is TokenKind.WORD and noun.key not in stream.function_words and not stream.word_classes(end)


def _exact(value: Number | Fraction) -> Number:
    return int(value) if value == int(value) else value
