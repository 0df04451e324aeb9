"""Owns durations: «ثلاث ساعات», «ساعة ونصف», "2 days and a month".

Values are ISO 8601, with decimals where the text has a part of a unit (``PT1.5H``).

A duration that counts from now («منذ شهرين», "3 days ago") is a date in disguise, and no fact.
"""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.grammar.match import Match
from reader.facts.grammar.ranges import joint_at
from reader.facts.grammar_values import Limit, Number, Numeral, Period, plain
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at
from reader.facts.scripts import ZWNJ
from reader.facts.token_stream import TokenStream
from reader.model import FactKind
from reader.named_tuples import NamedTuple

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
        part = _part(stream, at) or (None if first else _written_minutes(stream, at) or _bare_minutes(stream, at, seen))
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


def _bare_minutes(stream: TokenStream, i: int, seen: set[str]) -> _Part | None:
    """The minutes behind hours, where nothing follows them: "1 hour thirty"."""
    number = numeral_at(stream, i, signed=False) if seen == {"TH"} else None
    if number is None or number.ordinal or not isinstance(number.value, int) or not 5 <= number.value < 60:
        return None
    if number.end < len(stream) and not stream.is_sign(number.end, ".!?;,"):
        return None
    return _Part("TM", number.value, number.end, alone=False)


def _leads_on(stream: TokenStream, i: int) -> bool:
    """Whether a bare unit continues a duration: «شهر وأسبوع»."""
    hit = stream.hit(i, WordClass.PERIOD)
    return hit is not None and (bool(hit.conjunction) or stream.hit(i - 1, WordClass.AND) is not None)


def _part(stream: TokenStream, i: int) -> _Part | None:
    """One number and unit of time."""
    named = _named_part(stream, i)
    if named is not None:
        return named
    if stream.key(i) in stream.words.indefinite:
        return _part(stream, i + 1) if stream.hit(i + 1, WordClass.PERIOD) is not None else None
    bare = stream.hit(i, WordClass.PERIOD)
    if bare is not None and not bare.preposition:
        return _bare_part(stream, bare)
    number = numeral_at(stream, i, signed=False)
    if number is None or number.ordinal:
        return None
    unit = _unit_of(stream, number)
    if unit is None:
        return None
    period = meaning(unit, Period)
    if number.end == i + 1 and stream.is_digits(i) and len(stream.key(i)) == 4 and period.designator in ("D", "M"):
        return None
    amount = number.value * period.factor
    extended = _with_half(stream, unit.end, amount, period)
    if extended is not None:
        return _Part(period.designator, extended[0], extended[1], alone=False, cut=number.cut)
    return _Part(period.designator, amount, unit.end, alone=False, cut=number.cut, factor=period.factor)


def _named_part(stream: TokenStream, i: int) -> _Part | None:
    """A part of a unit by its name: «نصف ساعة», "half of an hour"."""
    named = stream.hit(i, WordClass.FRACTION)
    if named is None or stream.hit(i, WordClass.NUMBER) is not None:
        return None
    of = stream.hit(named.end, WordClass.OF)
    after_of = of is not None and stream.key(of.end) in stream.words.indefinite
    unit = stream.hit(of.end + 1 if of is not None and after_of else named.end, WordClass.PERIOD)
    if unit is None or unit.conjunction or unit.preposition or meaning(unit, Period).dual:
        return None
    period = meaning(unit, Period)
    amount = meaning(named, Fraction) * period.factor
    return _Part(period.designator, amount, unit.end, alone=False, cut=named.shed)


def _bare_part(stream: TokenStream, bare: Hit) -> _Part | None:
    """A unit without a number: «ساعة», «ساعتين», «ساعة ونصف»."""
    period = meaning(bare, Period)
    if period.dual and bare.article:
        return None
    if stream.key(bare.end) in stream.words.vague_endings and stream.text[stream.end(bare.end)] == ZWNJ:
        return None  # «سده‌ها»
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


def _unit_of(stream: TokenStream, number: Numeral) -> Hit | None:
    """The unit of time behind a number, with what may stand between: "a 5-day trip", "two extra minutes"."""
    at = number.end
    if (
        stream.features.hyphenated_units
        and stream.is_sign(at, "-‐")
        and stream.is_glued(at)
        and stream.is_glued(at + 1)
    ):
        at += 1
    if stream.key(at) in stream.words.between_unit:
        at += 1
    of = stream.hit(at, WordClass.OF) if isinstance(number.value, Fraction) else None
    unit = stream.hit(of.end if of is not None else at, WordClass.PERIOD)
    if unit is None or unit.conjunction or unit.preposition or meaning(unit, Period).dual:
        return None
    return unit


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
