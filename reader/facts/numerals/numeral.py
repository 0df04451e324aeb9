"""Owns the reading of one numeral, in digits, in words, or in both («80 مليار», ``3 מיליון``).

The stages, in order: a sign; digits with their separators, or number words; what may follow a whole number (a decimal
part in words, «ونصف», a denominator); a scale after that («2.5 مليون»).
"""

from fractions import Fraction

from reader.facts.grammar_values import NumberWord, Numeral, Slot, Unit, exact
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals.automaton import PartialNumeral, close_group, compose, words_at
from reader.facts.numerals.digits import digits_at, is_bare_point
from reader.facts.numerals.parts import fraction_at, quotient, slash_at, with_part
from reader.facts.numerals.scales import rescaled, scale_of
from reader.facts.numerals.spoken import spoken_at, with_decimals
from reader.facts.token_stream import TokenStream


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
    negative = _sign_end(stream, i) if signed else None
    if negative is not None:
        return _negative(stream, i, negative)
    if stream.hit(i, WordClass.OFFSET) is not None:
        return _offset_at(stream, i)
    in_digits = stream.is_digits(i) or is_bare_point(stream, i)
    base = digits_at(stream, i) if in_digits else spoken_at(stream, i) or words_at(stream, i)
    part = stream.hit(i, WordClass.FRACTION)
    if base is None or (part is not None and part.end > base.end):
        return fraction_at(stream, i)
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
    key = stream.key(i)
    return stream.is_glued(i) and (key in stream.words.ordinal_suffixes or key in ("st", "nd", "rd", "th"))


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


def _negative(stream: TokenStream, i: int, at: int) -> Numeral | None:
    """The number at ``at``, behind a sign or word for minus at ``i``."""
    word, inner = stream.hit(i, WordClass.NEGATIVE), numeral_at(stream, at, signed=False)
    if inner is None or (inner.ordinal and not stream.features.negative_ordinals):
        return None
    if word is None and not stream.is_glued(at) and not _is_minus(stream, i, inner):
        return None
    return inner._replace(start=i, value=-inner.value, cut=0 if word is None else word.shed)


def _is_minus(stream: TokenStream, i: int, inner: Numeral) -> bool:
    """Whether a minus sign with a space behind it is one: before degrees, or where a text is nothing but a number."""
    unit = stream.hit(inner.end, WordClass.UNIT)
    if unit is not None and meaning(unit, Unit).name.startswith("temperature"):
        return not stream.is_digits(i - 1)
    return i == 0 and inner.end == len(stream)


def _extended(stream: TokenStream, numeral: Numeral) -> Numeral:
    """A whole number with its continuation: a scale after digits, a decimal part, a half, a denominator."""
    if not numeral.words:
        vulgar = stream.hit(numeral.end, WordClass.FRACTION)
        if vulgar is not None and stream.key(numeral.end) in VULGAR and isinstance(numeral.value, int):
            value = numeral.value + meaning(vulgar, Fraction)
            return rescaled(stream, numeral._replace(end=vulgar.end, value=value))
        numeral = _scaled(stream, _mixed(stream, numeral))
    return quotient(stream, with_part(stream, with_decimals(stream, numeral)))


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
    if not slash_at(stream, base):
        return base
    after, decimals = base.end + 2, stream.key(base.end + 1)
    if base.value and base.value <= int(decimals) and not stream.word_classes(after) & _MEASURES:
        return base
    return base._replace(end=after, value=Fraction(f"{base.value}.{decimals}"))


_MEASURES = WordClass.PERCENT | WordClass.CURRENCY | WordClass.UNIT | WordClass.PERIOD | WordClass.NUMBER


def _scaled(stream: TokenStream, digits: Numeral) -> Numeral:
    """Digits and the hundred or scale after them: «1.2 مليار», «3 مئة و21», ``2 hundred``."""
    hit = stream.hit(digits.end, WordClass.NUMBER)
    if hit is None or hit.conjunction or hit.preposition or hit.article:
        return digits
    word = meaning(hit, NumberWord)
    if word.slot not in (Slot.SCALE, Slot.HUNDRED) or word.ordinal:
        return digits
    state = PartialNumeral()
    state.words, state.last, value = 1, word.slot, exact(digits.value * word.value)
    if word.slot is Slot.HUNDRED:
        state.group, state.limit = value, 100
    else:
        state.total = value
        close_group(state, word.value)
    more = compose(stream, state, digits.start, hit.end)
    if more is not None and not more.ordinal:
        return more._replace(words=False, scaled=True)
    return Numeral(digits.start, hit.end, value, scaled=True)


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
    return inner._replace(start=i, value=exact(Fraction(inner.value) + part * whole), unsure=False)
