"""Owns the reading of one numeral, in digits, in words, or in both («80 مليار», ``3 מיליון``).

The stages, in order: a sign; digits with their separators, or number words composed by slot (units, tens, hundreds, scales);
what may follow a whole number (a decimal part in words, «ونصف», a denominator); a scale after that («2.5 مليون»).

Composition is one automaton for all languages. What differs is told by :class:`Style`: whether units come before tens, and
whether a conjunction must stand between the places of a number. A numeral takes at most :data:`LONGEST` words, so that
reading stays linear whatever the text.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from reader.facts.lexicon import Role, meaning
from reader.facts.scan import Scan
from reader.facts.tokens import MAX_DIGITS, TokenKind
from reader.facts.values import Number, NumberWord, Slot

LONGEST = 40
"""The most words a numeral may take."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a language composes number words.

    Attributes:
        units_first: Whether units stand before tens («خمسة وعشرون»).
        conjunction_needed: Whether the places of a number are joined by a conjunction.
        article_is_ordinal: Whether a definite ten or hundred is an ordinal («العشرون»).
    """

    units_first: bool = False
    conjunction_needed: bool = False
    article_is_ordinal: bool = False


class Numeral(NamedTuple):
    """A number that was read: tokens ``start`` to ``end``, and ``cut`` letters of a conjunction its first word carries."""

    start: int
    end: int
    value: Number
    ordinal: bool = False
    words: bool = False
    cut: int = 0
    scaled: bool = False
    definite: bool = False


def numeral_at(scan: Scan, style: Style, i: int, *, signed: bool = True) -> Numeral | None:
    """The longest numeral that begins at token ``i``. A scan remembers it, for many rules ask."""
    if not 0 <= i < len(scan):
        return None
    key = (i, signed)
    if key not in scan.numerals:
        scan.numerals[key] = _read(scan, style, i, signed=signed) if scan.may_be_number(i) else None
    return scan.numerals[key]


def _read(scan: Scan, style: Style, i: int, *, signed: bool) -> Numeral | None:
    if signed:
        negative = _sign_end(scan, i)
        if negative is not None:
            inner = numeral_at(scan, style, negative, signed=False)
            if inner is not None and (not inner.ordinal or scan.language == "fa"):
                return inner._replace(start=i, value=-inner.value)
            return None
    offset = scan.hit(i, Role.OFFSET)
    if offset is not None:
        return _offset_at(scan, style, i)
    base = _digits_at(scan, i) if scan.is_digits(i) else _words_at(scan, style, i)
    if base is None:
        return _fraction_at(scan, i)
    if base.ordinal:
        return base
    return _extended(scan, style, base)


def _sign_end(scan: Scan, i: int) -> int | None:
    """The index after a minus sign at ``i``: the sign glued to a digit and to nothing before it, or a word for it."""
    if scan.is_sign(i, "-−\u2010\u2013") and scan.is_digits(i + 1) and scan.is_glued(i + 1):
        before = i - 1
        if not scan.is_glued(i) or scan.is_sign(before, "([{،,:;=<>$€£₪"):
            return i + 1
        return None
    hit = scan.hit(i, Role.NEGATIVE)
    return hit.end if hit else None


_DECIMAL_SIGNS = "٫."
_GROUP_SIGNS = "٬'’"
_EITHER_SIGNS = ",،"
_SEPARATORS = _DECIMAL_SIGNS + _GROUP_SIGNS + _EITHER_SIGNS
_MOST_GROUPS = 14


def _digits_at(scan: Scan, i: int) -> Numeral | None:
    """Digits with separators. One separator before three digits groups thousands if it is a comma, else it is the point."""
    tokens = scan.tokens
    groups = [tokens[i].key]
    signs: list[str] = []
    end = i + 1
    while len(groups) < _MOST_GROUPS:
        if (
            end + 1 < len(tokens)
            and tokens[end + 1].kind is TokenKind.DIGITS
            and tokens[end].key in _SEPARATORS
            and (_touches(scan, end) and _touches(scan, end + 1))
        ):
            signs.append(tokens[end].key)
            groups.append(tokens[end + 1].key)
            end += 2
        elif _is_spaced_group(scan, i, end, signs):
            signs.append(" ")
            groups.append(tokens[end].key)
            end += 1
        else:
            break
    if sum(map(len, groups)) > MAX_DIGITS or _mixes_digits(scan.text[tokens[i].start : tokens[end - 1].end]):
        return None
    value = _grouped(groups, signs)
    return None if value is None else Numeral(i, end, value)


_INVISIBLE = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]*")


def _touches(scan: Scan, i: int) -> bool:
    """Whether nothing but direction controls stands before token ``i``."""
    return scan.tokens[i].glued or bool(_INVISIBLE.fullmatch(scan.text, scan.tokens[i - 1].end, scan.tokens[i].start))


def _is_spaced_group(scan: Scan, first: int, i: int, signs: list[str]) -> bool:
    """Whether token ``i`` is a group of three digits after one space, as in ``40 000``."""
    tokens = scan.tokens
    if not scan.is_digits(i) or len(tokens[i].key) != 3 or any(sign != " " for sign in signs):
        return False
    if len(tokens[first].key) > 3 or tokens[first].key.startswith("0"):
        return False
    gap = scan.text[tokens[i - 1].end : tokens[i].start]
    return (
        len(gap) == 1 and gap in " \u00a0\u202f\u2009" and not (scan.is_digits(i + 1) and len(tokens[i + 1].key) != 3)
    )


def _mixes_digits(text: str) -> bool:
    """Whether ASCII digits and others stand in one number: which system was meant is anybody's guess."""
    return not text.isascii() and bool(_ASCII_DIGIT.search(text))


_ASCII_DIGIT = re.compile("[0-9]")


def _grouped(groups: list[str], signs: list[str]) -> Number | None:
    if not signs:
        return int(groups[0])
    *inner, last = signs
    thousands = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    kinds = set(signs)
    if len(kinds) == 1 and (len(signs) > 1 or last in _GROUP_SIGNS + " "):
        return int("".join(groups)) if thousands and last != "٫" else None
    if len(signs) == 1:
        if last in _EITHER_SIGNS and thousands and not groups[0].startswith("0"):
            return int("".join(groups))
        return Fraction(f"{groups[0]}.{groups[1]}")
    whole = groups[:-1]
    if last in inner or last in _GROUP_SIGNS or not all(len(group) == 3 for group in whole[1:]):
        return None
    return Fraction("".join(whole) + "." + groups[-1])


class _State:
    """A numeral under composition: ``total`` of the scales done, ``group`` the number below the next scale."""

    __slots__ = ("definite", "group", "last", "limit", "ordinal", "scale", "total", "words")

    def __init__(self) -> None:
        self.total: Number = 0
        self.group: Number = 0
        self.limit = 10**9  # what may still be added to the group lies below this
        self.scale = 10**40  # the smallest scale so far
        self.ordinal = False
        self.definite = False
        self.words = 0
        self.last: Slot | None = None

    @property
    def value(self) -> Number:
        return self.total + self.group


def _words_at(scan: Scan, style: Style, i: int) -> Numeral | None:
    """Number words from token ``i`` on."""
    return _compose(scan, style, _State(), i, i)


def _compose(scan: Scan, style: Style, state: _State, start: int, i: int) -> Numeral | None:
    cut = 0
    end = 0
    while state.words < LONGEST:
        at = i
        joined = False
        if state.words:
            conjunction = scan.hit(at, Role.AND)
            if conjunction is not None:
                joined, at = True, conjunction.end
            elif scan.is_sign(at, "-־") and scan.is_glued(at) and scan.is_glued(at + 1) and state.last is Slot.TENS:
                at += 1
        if scan.is_digits(at) and state.words:
            if not _take_digits(scan, state, at, joined=joined):
                break
            i = end = at + 1
            continue
        hit = scan.hit(at, Role.NUMBER)
        if hit is None:
            break
        word = meaning(hit, NumberWord)
        if hit.preposition and (state.words or hit.preposition == "ك"):
            break
        joined = joined or bool(hit.conjunction)
        if not _fits(state, style, word, joined=joined, article=bool(hit.article)):
            break
        if not state.words:
            cut = len(hit.conjunction)
            state.definite = bool(hit.article)
            joined = False
        _take(state, style, word)
        if (
            hit.article
            and style.article_is_ordinal
            and word.slot in (Slot.TENS, Slot.HUNDRED, Slot.HUNDREDS)
            and (state.words == 1 or state.ordinal or state.definite)
        ):
            state.ordinal = True
        i = end = hit.end
        if word.ordinal and not style.units_first:
            break
    if not state.words or not end:
        return None
    scaled = state.last in (Slot.SCALE, Slot.SCALED)
    return Numeral(start, end, state.value, state.ordinal, words=True, cut=cut, scaled=scaled, definite=state.definite)


def _take_digits(scan: Scan, state: _State, i: int, *, joined: bool) -> bool:
    """Digits inside words: «3 مئة و21», «2 مليون و300 ألف»."""
    key = scan.tokens[i].key
    if not joined or len(key) > 3 or state.last not in (Slot.HUNDRED, Slot.HUNDREDS, Slot.SCALE, Slot.SCALED):
        return False
    value = int(key)
    if not 0 < value < min(state.limit, state.scale) or scan.is_sign(i + 1, ".,:/٫٬%٪-"):
        return False
    after = scan.hit(i + 1, Role.NUMBER)
    follows_scale = (
        after is not None
        and not after.conjunction
        and isinstance(after.value, NumberWord)
        and (after.value.slot is Slot.SCALE)
    )
    if state.last in (Slot.SCALE, Slot.SCALED) and not follows_scale:
        return False
    state.group += value
    state.limit = 1
    state.last = Slot.UNIT
    state.words += 1
    return True


def _fits(state: _State, style: Style, word: NumberWord, *, joined: bool, article: bool) -> bool:
    """Whether a word can continue the numeral, and stands joined as the language asks."""
    slot, value = word.slot, word.value
    if state.words == 0:
        return True
    if state.ordinal and not (style.units_first and slot in (Slot.TENS, Slot.HUNDRED, Slot.HUNDREDS, Slot.SCALE)):
        return bool(word.ordinal and joined and style.units_first and value < state.limit)
    if state.last is Slot.ZERO or slot is Slot.ZERO:
        return False
    if article and not (word.ordinal or state.ordinal or state.definite):
        return False
    if slot is Slot.SCALE:
        if not joined and state.group and value < state.scale:
            return True
        if not joined and state.last is Slot.SCALE and not style.conjunction_needed and value != state.scale:
            return value > state.scale or state.total < 10**12
        if not joined and state.last is Slot.SCALE and value > state.scale and not state.group:
            return True
        return joined and not state.group and value < state.scale
    if slot is Slot.SCALED:
        return joined and not state.group and value < state.scale
    if slot is Slot.HUNDRED and not joined and state.last is Slot.UNIT and 1 < state.group < 10:
        return True
    if (
        style.conjunction_needed
        and not joined
        and not (style.units_first and state.last in (Slot.HUNDRED, Slot.HUNDREDS))
    ):
        return False
    if slot is Slot.TENS and style.units_first and state.last is Slot.UNIT:
        return 0 < state.group % 100 < 10 and state.limit == 1
    room = min(state.limit, 1000 if state.total else 10**9, state.scale)
    return value < room


def _take(state: _State, style: Style, word: NumberWord) -> None:
    slot, value = word.slot, word.value
    state.words += 1
    state.ordinal = state.ordinal or word.ordinal
    if slot is Slot.SCALE:
        if state.group:
            state.total += state.group * value
        elif state.last is Slot.SCALE and value > state.scale:
            state.total *= value
        else:
            state.total += value
        _close_group(state, value)
    elif slot is Slot.SCALED:
        state.total += value
        _close_group(state, value // 2)
    elif slot is Slot.HUNDRED and state.last is Slot.UNIT and 1 < state.group < 10:
        state.group *= value
        state.limit = 100
    else:
        state.group += value
        if slot in (Slot.HUNDRED, Slot.HUNDREDS):
            state.limit = 100
        elif slot is Slot.TENS and not style.units_first:
            state.limit = 10
        else:
            state.limit = 1
    state.last = slot


def _close_group(state: _State, scale: int) -> None:
    state.group = 0
    state.scale = scale
    state.limit = 10**9


def _extended(scan: Scan, style: Style, base: Numeral) -> Numeral:
    """What may follow a whole number: a scale after digits, a decimal part, a half, a denominator."""
    numeral = base
    if not base.words:
        numeral = _scaled(scan, style, numeral)
    numeral = _with_decimals(scan, style, numeral)
    numeral = _with_part(scan, style, numeral)
    return _over(scan, style, numeral)


def _scaled(scan: Scan, style: Style, digits: Numeral) -> Numeral:
    """Digits and the hundred or scale after them: «1.2 مليار», «3 مئة و21», ``2 hundred``."""
    hit = scan.hit(digits.end, Role.NUMBER)
    if hit is None or hit.conjunction or hit.preposition or hit.article:
        return digits
    word = meaning(hit, NumberWord)
    if word.slot not in (Slot.SCALE, Slot.HUNDRED) or word.ordinal:
        return digits
    state = _State()
    state.words = 1
    value = digits.value
    if word.slot is Slot.HUNDRED:
        state.group, state.limit, state.last = value * word.value, 100, Slot.HUNDRED
    else:
        state.total, state.last = _times(value, word.value), Slot.SCALE
        _close_group(state, word.value)
    whole = state.value
    more = _compose(scan, style, state, digits.start, hit.end)
    if more is not None and not more.ordinal:
        return more._replace(words=False, scaled=True)
    return Numeral(digits.start, hit.end, whole, scaled=True)


def _times(value: Number, scale: int) -> Number:
    product = value * scale
    return int(product) if product == int(product) else product


def _with_decimals(scan: Scan, style: Style, numeral: Numeral) -> Numeral:
    """A decimal part in words: «ثلاثة فاصلة خمسة», שמונה עשרה נקודה אפס חמש."""
    point = scan.hit(numeral.end, Role.POINT)
    if point is None or not isinstance(numeral.value, int):
        return numeral
    digits = ""
    i = point.end
    while len(digits) < MAX_DIGITS:
        hit = scan.hit(i, Role.NUMBER)
        if hit is None or hit.preposition or hit.article or (digits and hit.conjunction):
            break
        word = meaning(hit, NumberWord)
        if word.slot is Slot.ZERO or (word.slot is Slot.UNIT and digits):
            digits += str(word.value)
            i = hit.end
            continue
        part = _compose(scan, style, _State(), i, i)
        if part is None or part.ordinal or part.scaled:
            break
        digits += str(part.value)
        i = part.end
    if not digits:
        return numeral
    value = numeral.value + Fraction(f"0.{digits}")
    return _rescaled(scan, numeral._replace(end=i, value=value))


def _rescaled(scan: Scan, numeral: Numeral) -> Numeral:
    """A scale after a decimal or a half: שתיים וחצי מיליון."""
    hit = scan.hit(numeral.end, Role.NUMBER)
    if hit is not None and not hit.conjunction and not hit.preposition and not numeral.scaled:
        word = meaning(hit, NumberWord)
        if word.slot is Slot.SCALE and not word.ordinal:
            return numeral._replace(end=hit.end, value=_times(numeral.value, word.value), scaled=True)
    return numeral


def _with_part(scan: Scan, style: Style, numeral: Numeral) -> Numeral:
    """«عشرون وثلث», «عشرون وثلاثة أخماس», «عشر ושתי עשיריות»: a whole number and a part by its name."""
    i = numeral.end
    conjunction = scan.hit(i, Role.AND)
    named = scan.hit(conjunction.end if conjunction else i, Role.FRACTION)
    if named is not None and (conjunction or named.conjunction) and not named.preposition and not named.article:
        part = meaning(named, Fraction)
        if part < 1:
            scale = _last_scale(scan, numeral)
            return _rescaled(
                scan, numeral._replace(end=named.end, value=_exact(Fraction(numeral.value) + part * scale))
            )
    if numeral.words or conjunction or not numeral.scaled:
        part_at = conjunction.end if conjunction else i
        inner = _compose(scan, style, _State(), part_at, part_at)
        if inner is not None and (conjunction or inner.cut) and not inner.ordinal:
            fraction = _denominated(scan, inner)
            if fraction is not None:
                return numeral._replace(
                    end=fraction.end, value=_exact(Fraction(numeral.value) + Fraction(fraction.value))
                )
            quotient = _over(scan, style, inner)
            if (
                quotient.end > inner.end
                and scan.hit(inner.end, Role.OVER) is not None
                and inner.start > numeral.end - 1
            ):
                return numeral._replace(
                    end=quotient.end, value=_exact(Fraction(numeral.value) + Fraction(quotient.value))
                )
            tenths = _of_power(scan, style, inner)
            if tenths is not None:
                return numeral._replace(end=tenths.end, value=_exact(Fraction(numeral.value) + Fraction(tenths.value)))
    return numeral


def _last_scale(scan: Scan, numeral: Numeral) -> int:
    """What "and a half" is a half of: the scale a number ends in («مليون ونصف» is 1,500,000), else one."""
    if not numeral.scaled:
        return 1
    hit = scan.hit(numeral.end - 1, Role.NUMBER)
    if hit is None or not isinstance(hit.value, NumberWord):
        return 1
    return hit.value.value if hit.value.slot is Slot.SCALE else hit.value.value // 2


def _denominated(scan: Scan, numerator: Numeral) -> Numeral | None:
    """«خمسة أثمان»: a small number and the plural of a part."""
    named = scan.hit(numerator.end, Role.FRACTION)
    if named is None or named.conjunction or named.preposition or named.article:
        return None
    part = meaning(named, Fraction)
    if part.numerator != 1 or not numerator.words or not 1 < numerator.value < 100:
        return None
    return numerator._replace(end=named.end, value=numerator.value * part)


def _of_power(scan: Scan, style: Style, numerator: Numeral) -> Numeral | None:
    """«سبعة من عشرة» as a decimal part: over a power of ten that is larger."""
    of = scan.hit(numerator.end, Role.OF)
    if of is None:
        return None
    below = _compose(scan, style, _State(), of.end, of.end)
    if below is None or below.ordinal or below.value not in (10, 100, 1000, 10000) or numerator.value >= below.value:
        return None
    return numerator._replace(end=below.end, value=Fraction(int(numerator.value), int(below.value)))


def _over(scan: Scan, style: Style, numeral: Numeral) -> Numeral:
    """A quotient: «واحد على عشرين», ٣/٤, «ثلاثة من واحد وعشرين», «خمسة أثمان»."""
    named = _denominated(scan, numeral)
    if named is not None:
        return named._replace(value=_exact(named.value))
    i = numeral.end
    if _slash_at(scan, numeral):
        below = _digits_at(scan, i + 1)
        if below is not None and below.value and not scan.is_sign(below.end, "/"):
            return numeral._replace(end=below.end, value=_exact(Fraction(numeral.value) / Fraction(below.value)))
        return numeral
    over = scan.hit(i, Role.OVER)
    if over is None and numeral.words:
        over = scan.hit(i, Role.OF)
        if over is not None and not (isinstance(numeral.value, int) and numeral.value < 1000):
            over = None
    if over is None:
        return numeral
    below = _digits_at(scan, over.end) if scan.is_digits(over.end) else _words_at(scan, style, over.end)
    if below is None or below.ordinal or below.definite or not below.value:
        return numeral
    return numeral._replace(end=below.end, value=_exact(Fraction(numeral.value) / Fraction(below.value)))


def _slash_at(scan: Scan, numeral: Numeral) -> bool:
    i = numeral.end
    return (
        not numeral.words
        and scan.is_sign(i, "/⁄∕")
        and scan.is_glued(i)
        and scan.is_glued(i + 1)
        and scan.is_digits(i + 1)
        and isinstance(numeral.value, int)
        and not scan.is_sign(numeral.start - 1, "/")
        and len(scan.tokens[i + 1].key) <= 5
    )


def _offset_at(scan: Scan, style: Style, i: int) -> Numeral | None:
    """Urdu's ساڑھے (and a half), سوا (and a quarter), پونے (less a quarter): a part of the scale that follows, else of one."""
    hit = scan.hit(i, Role.OFFSET)
    inner = numeral_at(scan, style, hit.end, signed=False) if hit else None
    if hit is None or inner is None or inner.ordinal:
        return None
    assert isinstance(hit.value, Fraction)
    return inner._replace(start=i, value=_exact(Fraction(inner.value) + hit.value * _last_scale(scan, inner)))


def _fraction_at(scan: Scan, i: int) -> Numeral | None:
    """A part by its name alone: «نصف», «ثلثين», or before a scale: «نصف مليون», نصف دزينة."""
    named = scan.hit(i, Role.FRACTION)
    if named is None:
        return None
    part = meaning(named, Fraction)
    numeral = Numeral(i, named.end, part, words=True, cut=len(named.conjunction), definite=bool(named.article))
    return _rescaled(scan, numeral)._replace(words=True)


def _exact(value: Number | Fraction) -> Number:
    return int(value) if value == int(value) else value
