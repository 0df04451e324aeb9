"""Owns durations: «ثلاث ساعات», «ساعة ونصف», "2 days and a month".

Values are ISO 8601, with decimals where the text has a part of a unit (``PT1.5H``).

A duration that counts from now («منذ شهرين», "3 days ago") is a date in disguise, and no fact.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from reader.facts.grammar.match import Match
from reader.facts.grammar.ranges import joint_at
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals import numeral_at
from reader.facts.stream import TokenStream
from reader.facts.values import Limit, Number, Period, plain
from reader.model import FactKind

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_MOST_PARTS = 7


class _Part(NamedTuple):
    designator: str
    amount: Number
    end: int
    alone: bool  # a unit without a number: «ساعة», which needs a witness
    cut: int = 0
    factor: int = 1


def duration_at(stream: TokenStream, i: int) -> Match | None:
    """The duration, or range of durations, that begins at token ``i``."""
    return _range_at(stream, i) or _single_at(stream, i)


def _range_at(stream: TokenStream, i: int) -> Match | None:
    """«بين 3 و5 سنوات», "two to three hours", ۳ تا ۵ روز: the unit may be named once, and ends both."""
    led = stream.hit(i, WordClass.FOR)
    at = led.end if led is not None else i
    opening = stream.hit(at, WordClass.BETWEEN) or stream.hit(at, WordClass.FROM)
    opened = opening is not None
    first = opening.end if opening is not None else at
    bounds = _bounds_at(stream, first, opened=opened)
    if bounds is None:
        return None
    low, high, cut, end = bounds
    start = stream.start_without(at, opening.shed if opening is not None else cut)
    silent = _counts_from_now(stream, at if led is None else i, end)
    return Match(FactKind.DURATION, start, stream.end(end), end, f"{low}/{high}", silent=silent)


def _bounds_at(stream: TokenStream, i: int, *, opened: bool) -> tuple[str, str, int, int] | None:
    """Both ends of a range in ISO 8601, the letters its first word sheds, the token after it."""
    low = _part(stream, i)
    number = numeral_at(stream, i, signed=False)
    if low is not None and not low.alone:
        end, cut = low.end, low.cut
    elif number is not None and not number.ordinal:
        end, cut = number.end, number.cut
    else:
        return None
    joint = joint_at(stream, end, opened=opened)
    high = _part(stream, joint) if joint is not None else None
    if high is None or high.alone:
        return None
    if low is None or low.alone:
        if number is None or stream.hit(number.end, WordClass.PERIOD) is not None:
            return None
        low = high._replace(amount=number.value * high.factor)
    elif low.designator == high.designator and low.amount >= high.amount:
        return None
    ends = _iso([low]), _iso([high])
    if ends[0] is None or ends[1] is None or (low.designator == high.designator and low.amount >= high.amount):
        return None
    return ends[0], ends[1], cut, high.end


def _single_at(stream: TokenStream, i: int) -> Match | None:
    led = stream.hit(i, WordClass.FOR)
    at = led.end if led is not None else i
    limit = stream.hit(at, WordClass.LIMIT)
    modifier = ""
    limited = -1
    if limit is not None and isinstance(limit.value, Limit):
        limited, modifier = at, limit.value.sign
        at = limit.end
    parts = list(_parts(stream, at))
    if not parts:
        return None
    end = parts[-1].end
    whole = stream.hit(end, WordClass.WHOLE)
    witness = led is not None or whole is not None or not (len(parts) == 1 and parts[0].alone)
    if not witness:
        return None
    silent = _counts_from_now(stream, at if led is None else i, end)
    if whole is not None and not whole.conjunction and not whole.article and not stream.hit(end, WordClass.PERIOD):
        end = whole.end
    value = _iso(parts)
    if value is None:
        return None
    start = stream.start_without(at, parts[0].cut)
    about = modifier == "~" and (limited or end < len(stream))
    if limit is not None and isinstance(limit.value, Limit) and not limit.value.verb and not about:
        start = stream.start_without(limited, limit.shed)
    return Match(FactKind.DURATION, start, stream.end(end), end, value, modifier=modifier, silent=silent)


def _parts(stream: TokenStream, i: int) -> Iterator[_Part]:
    seen: set[str] = set()
    first = True
    while len(seen) < _MOST_PARTS:
        at = i
        if not first:
            conjunction = stream.hit(at, WordClass.AND)
            if conjunction is not None:
                at = conjunction.end
            elif stream.is_sign(at, ",،"):
                at += 1
        part = _part(stream, at) or (None if first else _written_minutes(stream, at))
        if part is None or part.designator in seen or (not first and part.alone and not _leads_on(stream, at)):
            return
        seen.add(part.designator)
        yield part
        first = False
        i = part.end


def _written_minutes(stream: TokenStream, i: int) -> _Part | None:
    """The minutes of ``1h30m``."""
    if (
        stream.is_digits(i)
        and stream.key(i - 1) == "h"
        and stream.is_glued(i)
        and stream.key(i + 1) == "m"
        and stream.is_glued(i + 1)
    ):
        return _Part("TM", int(stream.key(i)), i + 2, alone=False)
    return None


def _leads_on(stream: TokenStream, i: int) -> bool:
    """Whether a bare unit continues a duration: «شهر وأسبوع»."""
    hit = stream.hit(i, WordClass.PERIOD)
    return hit is not None and (bool(hit.conjunction) or stream.hit(i - 1, WordClass.AND) is not None)


def _part(stream: TokenStream, i: int) -> _Part | None:
    """One number and unit of time."""
    named = stream.hit(i, WordClass.FRACTION)
    if named is not None and isinstance(named.value, Fraction) and stream.hit(i, WordClass.NUMBER) is None:
        of = stream.hit(named.end, WordClass.OF)
        after_of = of is not None and stream.key(of.end) in stream.words.indefinite
        unit = stream.hit(of.end + 1 if of is not None and after_of else named.end, WordClass.PERIOD)
        if (
            unit is not None
            and isinstance(unit.value, Period)
            and not unit.conjunction
            and not unit.preposition
            and not unit.value.dual
        ):
            return _Part(
                unit.value.designator,
                named.value * unit.value.factor,
                unit.end,
                alone=False,
                cut=named.shed,
            )
    if stream.key(i) in stream.words.indefinite:
        one = stream.hit(i + 1, WordClass.PERIOD)
        return None if one is None else _part(stream, i + 1)
    bare = stream.hit(i, WordClass.PERIOD)
    if bare is not None and isinstance(bare.value, Period) and not bare.preposition:
        period = bare.value
        if period.dual and bare.article:
            return None
        amount: Number = period.factor * (2 if period.dual else 1)
        extended = _with_half(stream, bare.end, amount, period)
        if extended is not None:
            return _Part(period.designator, extended[0], extended[1], alone=False, cut=bare.shed)
        if bare.article:
            return None
        single = stream.hit(bare.end, WordClass.WHOLE)
        if single is not None and not single.article and not single.conjunction and not period.dual:
            return _Part(period.designator, amount, single.end, alone=False, cut=bare.shed)
        return _Part(period.designator, amount, bare.end, alone=not period.dual, cut=bare.shed)
    number = numeral_at(stream, i, signed=False)
    if number is None or number.ordinal:
        return None
    at = number.end
    if (
        stream.features.hyphenated_units
        and stream.is_sign(at, "-‐")
        and stream.is_glued(at)
        and stream.is_glued(at + 1)
    ):
        at += 1
    unit = stream.hit(at, WordClass.PERIOD)
    if unit is None or not isinstance(unit.value, Period) or unit.conjunction or unit.preposition or unit.value.dual:
        return None
    if number.end == i + 1 and stream.is_digits(i) and len(stream.key(i)) == 4 and unit.value.designator in ("D", "M"):
        return None
    amount = number.value * unit.value.factor
    extended = _with_half(stream, unit.end, amount, unit.value)
    if extended is not None:
        return _Part(unit.value.designator, extended[0], extended[1], alone=False, cut=number.cut)
    return _Part(unit.value.designator, amount, unit.end, alone=False, cut=number.cut, factor=unit.value.factor)


def _with_half(stream: TokenStream, i: int, amount: Number, period: Period) -> tuple[Number, int] | None:
    """«ساعة ونصف», שעה וחצי, "an hour and a half"."""
    conjunction = stream.hit(i, WordClass.AND)
    part = stream.hit(conjunction.end if conjunction else i, WordClass.FRACTION)
    if part is None or not (conjunction or part.conjunction) or not isinstance(part.value, Fraction) or part.value >= 1:
        return None
    again = stream.hit(part.end, WordClass.PERIOD)
    if again is None:
        return Fraction(amount) + part.value * period.factor, part.end
    if again.conjunction or meaning(again, Period).designator != period.designator:
        return None
    return Fraction(amount) + part.value * period.factor, again.end


def _counts_from_now(stream: TokenStream, start: int, end: int) -> bool:
    before = stream.hit(start - 1, WordClass.RELATIVE) if start else None
    after = stream.hit(end, WordClass.RELATIVE)
    return before is not None or after is not None


def _iso(parts: list[_Part]) -> str | None:
    amounts = {part.designator: part.amount for part in parts}
    days = times = ""
    for designator in _ORDER:
        if designator not in amounts:
            continue
        value = plain(amounts[designator])
        if value is None:
            return None
        text = str(value) if isinstance(value, int) else _decimal(amounts[designator])
        if designator.startswith("T"):
            times += text + designator[1:]
        else:
            days += text + designator
    return f"P{days}" + (f"T{times}" if times else "")


def _decimal(amount: Number) -> str:
    return format(float(amount), ".10g")
