"""Owns durations: «ثلاث ساعات», «ساعة ونصف», "2 days and a month".

Values are ISO 8601, with decimals where the text has a part of a unit (``PT1.5H``).

A duration that counts from now («منذ شهرين», "3 days ago") is a date in disguise, and no fact.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from reader.facts.grammar.match import Match
from reader.facts.grammar.ranges import joint_at
from reader.facts.lexicon import Role, meaning
from reader.facts.numerals import numeral_at
from reader.facts.scan import Scan
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


def duration_at(scan: Scan, i: int) -> Match | None:
    """The duration, or range of durations, that begins at token ``i``."""
    return _range_at(scan, i) or _single_at(scan, i)


def _range_at(scan: Scan, i: int) -> Match | None:
    """«بين 3 و5 سنوات», "two to three hours", ۳ تا ۵ روز: the unit may be named once, and ends both."""
    led = scan.hit(i, Role.FOR)
    at = led.end if led is not None else i
    opening = scan.hit(at, Role.BETWEEN) or scan.hit(at, Role.FROM)
    opened = opening is not None
    first = opening.end if opening is not None else at
    bounds = _bounds_at(scan, first, opened=opened)
    if bounds is None:
        return None
    low, high, cut, end = bounds
    start = scan.start_without(at, opening.shed if opening is not None else cut)
    silent = _counts_from_now(scan, at if led is None else i, end)
    return Match(FactKind.DURATION, start, scan.end(end), end, f"{low}/{high}", silent=silent)


def _bounds_at(scan: Scan, i: int, *, opened: bool) -> tuple[str, str, int, int] | None:
    """Both ends of a range in ISO 8601, the letters its first word sheds, the token after it."""
    low = _part(scan, i)
    number = numeral_at(scan, i, signed=False)
    if low is not None and not low.alone:
        end, cut = low.end, low.cut
    elif number is not None and not number.ordinal:
        end, cut = number.end, number.cut
    else:
        return None
    joint = joint_at(scan, end, opened=opened)
    high = _part(scan, joint) if joint is not None else None
    if high is None or high.alone:
        return None
    if low is None or low.alone:
        if number is None or scan.hit(number.end, Role.PERIOD) is not None:
            return None
        low = high._replace(amount=number.value * high.factor)
    elif low.designator == high.designator and low.amount >= high.amount:
        return None
    ends = _iso([low]), _iso([high])
    if ends[0] is None or ends[1] is None or (low.designator == high.designator and low.amount >= high.amount):
        return None
    return ends[0], ends[1], cut, high.end


def _single_at(scan: Scan, i: int) -> Match | None:
    led = scan.hit(i, Role.FOR)
    at = led.end if led is not None else i
    limit = scan.hit(at, Role.LIMIT)
    modifier = ""
    limited = -1
    if limit is not None and isinstance(limit.value, Limit):
        limited, modifier = at, limit.value.sign
        at = limit.end
    parts = list(_parts(scan, at))
    if not parts:
        return None
    end = parts[-1].end
    whole = scan.hit(end, Role.WHOLE)
    witness = led is not None or whole is not None or not (len(parts) == 1 and parts[0].alone)
    if not witness:
        return None
    silent = _counts_from_now(scan, at if led is None else i, end)
    if whole is not None and not whole.conjunction and not whole.article and not scan.hit(end, Role.PERIOD):
        end = whole.end
    value = _iso(parts)
    if value is None:
        return None
    start = scan.start_without(at, parts[0].cut)
    about = modifier == "~" and (limited or end < len(scan))
    if limit is not None and isinstance(limit.value, Limit) and not limit.value.verb and not about:
        start = scan.start_without(limited, limit.shed)
    return Match(FactKind.DURATION, start, scan.end(end), end, value, modifier=modifier, silent=silent)


def _parts(scan: Scan, i: int) -> Iterator[_Part]:
    seen: set[str] = set()
    first = True
    while len(seen) < _MOST_PARTS:
        at = i
        if not first:
            conjunction = scan.hit(at, Role.AND)
            if conjunction is not None:
                at = conjunction.end
            elif scan.is_sign(at, ",،"):
                at += 1
        part = _part(scan, at) or (None if first else _written_minutes(scan, at))
        if part is None or part.designator in seen or (not first and part.alone and not _leads_on(scan, at)):
            return
        seen.add(part.designator)
        yield part
        first = False
        i = part.end


def _written_minutes(scan: Scan, i: int) -> _Part | None:
    """The minutes of ``1h30m``."""
    if (
        scan.is_digits(i)
        and scan.key(i - 1) == "h"
        and scan.is_glued(i)
        and scan.key(i + 1) == "m"
        and scan.is_glued(i + 1)
    ):
        return _Part("TM", int(scan.key(i)), i + 2, alone=False)
    return None


def _leads_on(scan: Scan, i: int) -> bool:
    """Whether a bare unit continues a duration: «شهر وأسبوع»."""
    hit = scan.hit(i, Role.PERIOD)
    return hit is not None and (bool(hit.conjunction) or scan.hit(i - 1, Role.AND) is not None)


def _part(scan: Scan, i: int) -> _Part | None:
    """One number and unit of time."""
    named = scan.hit(i, Role.FRACTION)
    if named is not None and isinstance(named.value, Fraction) and scan.hit(i, Role.NUMBER) is None:
        of = scan.hit(named.end, Role.OF) if scan.language == "en" else None
        after_of = of is not None and scan.key(of.end) in ("a", "an")
        unit = scan.hit(of.end + 1 if of is not None and after_of else named.end, Role.PERIOD)
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
    if scan.language == "en" and scan.key(i) in ("a", "an"):
        one = scan.hit(i + 1, Role.PERIOD)
        return None if one is None else _part(scan, i + 1)
    bare = scan.hit(i, Role.PERIOD)
    if bare is not None and isinstance(bare.value, Period) and not bare.preposition:
        period = bare.value
        if period.dual and bare.article:
            return None
        amount: Number = period.factor * (2 if period.dual else 1)
        extended = _with_half(scan, bare.end, amount, period)
        if extended is not None:
            return _Part(period.designator, extended[0], extended[1], alone=False, cut=bare.shed)
        if bare.article:
            return None
        single = scan.hit(bare.end, Role.WHOLE)
        if single is not None and not single.article and not single.conjunction and not period.dual:
            return _Part(period.designator, amount, single.end, alone=False, cut=bare.shed)
        return _Part(period.designator, amount, bare.end, alone=not period.dual, cut=bare.shed)
    number = numeral_at(scan, i, signed=False)
    if number is None or number.ordinal:
        return None
    at = number.end
    if scan.language == "en" and scan.is_sign(at, "-‐") and scan.is_glued(at) and scan.is_glued(at + 1):
        at += 1
    unit = scan.hit(at, Role.PERIOD)
    if unit is None or not isinstance(unit.value, Period) or unit.conjunction or unit.preposition or unit.value.dual:
        return None
    if number.end == i + 1 and scan.is_digits(i) and len(scan.key(i)) == 4 and unit.value.designator in ("D", "M"):
        return None
    amount = number.value * unit.value.factor
    extended = _with_half(scan, unit.end, amount, unit.value)
    if extended is not None:
        return _Part(unit.value.designator, extended[0], extended[1], alone=False, cut=number.cut)
    return _Part(unit.value.designator, amount, unit.end, alone=False, cut=number.cut, factor=unit.value.factor)


def _with_half(scan: Scan, i: int, amount: Number, period: Period) -> tuple[Number, int] | None:
    """«ساعة ونصف», שעה וחצי, "an hour and a half"."""
    conjunction = scan.hit(i, Role.AND)
    part = scan.hit(conjunction.end if conjunction else i, Role.FRACTION)
    if part is None or not (conjunction or part.conjunction) or not isinstance(part.value, Fraction) or part.value >= 1:
        return None
    again = scan.hit(part.end, Role.PERIOD)
    if again is None:
        return Fraction(amount) + part.value * period.factor, part.end
    if again.conjunction or meaning(again, Period).designator != period.designator:
        return None
    return Fraction(amount) + part.value * period.factor, again.end


def _counts_from_now(scan: Scan, start: int, end: int) -> bool:
    before = scan.hit(start - 1, Role.RELATIVE) if start else None
    after = scan.hit(end, Role.RELATIVE)
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
