"""Owns durations: «ثلاث ساعات», «ساعة ونصف», "2 days and a month".

Values are ISO 8601, with decimals where the text has a part of a unit (``PT1.5H``).

A duration that counts from now («منذ شهرين», "3 days ago") is a date in disguise, and no fact.
"""

from collections.abc import Iterator
from fractions import Fraction

from reader.facts.grammar.match import Match
from reader.facts.grammar.ranges import after_hyphen, joint_at
from reader.facts.grammar_values import Limit, Number, Numeral, Period, plain
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at, whole_at
from reader.facts.scripts import ZWNJ
from reader.facts.token_stream import TokenStream
from reader.model import FactKind
from reader.named_tuples import NamedTuple

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_MOST_PARTS = 7


class _Part(NamedTuple):
    """So many of a unit of time, up to token ``end``; ``cut`` letters of its first word are particles.

    ``alone`` is a unit without a number, which needs a witness («ساعة»); ``factor``, how many of the designator its
    unit is.
    """

    designator: str
    amount: Number
    end: int
    alone: bool = False
    cut: int = 0
    factor: int = 1


def duration_at(stream: TokenStream, i: int) -> Match | None:
    """The duration, or range of durations, that begins at token ``i``."""
    return _range_at(stream, i) or _single_at(stream, i)


def _range_at(stream: TokenStream, i: int) -> Match | None:
    """«بين 3 و5 سنوات», "two to three hours", ۳ تا ۵ روز: the unit may be named once, and ends both."""
    at = stream.skip(i, WordClass.FOR)
    opening = stream.hit(at, WordClass.BETWEEN) or stream.hit(at, WordClass.FROM)
    first = opening.end if opening is not None else at
    low = _first_end(stream, first)
    joint = joint_at(stream, low.end, opened=opening is not None) if low is not None else None
    high = _part(stream, joint) if joint is not None else None
    if low is None or high is None or high.alone:
        return None
    cut = low.cut
    if isinstance(low, Numeral):
        low = high._replace(amount=low.value * high.factor)
    if low.designator == high.designator and low.amount >= high.amount:
        return None
    ends = _iso([low]), _iso([high])
    if None in ends:
        return None
    start = stream.start_without(at, cut if opening is None else opening.shed)
    silent = _counts_from_now(stream, i, high.end)
    return Match(FactKind.DURATION, start, stream.end(high.end), high.end, "/".join(map(str, ends)), silent=silent)


def _first_end(stream: TokenStream, i: int) -> _Part | Numeral | None:
    """The first end of a range: a number and its unit, else a number by itself."""
    part = _part(stream, i)
    if part is not None and not part.alone:
        return part
    number = numeral_at(stream, i, signed=False)
    alone = number is not None and not number.ordinal and stream.hit(number.end, WordClass.PERIOD) is None
    return number if alone else None


def _single_at(stream: TokenStream, i: int) -> Match | None:
    limited = stream.skip(i, WordClass.FOR)
    limit = stream.hit(limited, WordClass.LIMIT)
    at = limited if limit is None else limit.end
    parts = list(_parts(stream, at))
    value = _iso(parts)
    if not parts or value is None:
        return None
    end = parts[-1].end
    whole = stream.hit(end, WordClass.WHOLE)
    if len(parts) == 1 and parts[0].alone and limited == i and whole is None:
        return None
    start, modifier = stream.start_without(at, parts[0].cut), ""
    silent = _counts_from_now(stream, i if limited > i else at, end)
    if whole is not None and not whole.conjunction and not whole.article and not stream.hit(end, WordClass.PERIOD):
        end = whole.end
    if limit is not None:
        modifier, verb = meaning(limit, Limit)
        about = modifier == "~" and (limited or end < len(stream))
        start = start if verb or about else stream.start_without(limited, limit.shed)
    return Match(FactKind.DURATION, start, stream.end(end), end, value, modifier=modifier, silent=silent)


def _parts(stream: TokenStream, i: int) -> Iterator[_Part]:
    """The parts of a duration, each of another unit."""
    part = _part(stream, i)
    seen: list[str] = []
    while part is not None and part.designator not in seen and len(seen) < _MOST_PARTS:
        yield part
        seen.append(part.designator)
        at = stream.skip(part.end, WordClass.AND)
        at += at == part.end and stream.is_sign(at, ",،")
        part = _part(stream, at) or _written_minutes(stream, at) or _bare_minutes(stream, at, seen)
        if part is not None and part.alone and not _leads_on(stream, at):
            return


def _written_minutes(stream: TokenStream, i: int) -> _Part | None:
    """The minutes of ``1h30m``."""
    glued = stream.is_glued(i) and stream.is_glued(i + 1)
    if glued and stream.is_digits(i) and stream.key(i - 1) == "h" and stream.key(i + 1) == "m":
        return _Part("TM", int(stream.key(i)), i + 2)
    return None


def _bare_minutes(stream: TokenStream, i: int, seen: list[str]) -> _Part | None:
    """The minutes behind hours, where nothing follows them: "1 hour thirty"."""
    number = whole_at(stream, i, range(5, 60)) if seen == ["TH"] else None
    if number is None or not (number[1] >= len(stream) or stream.is_sign(number[1], ".!?;,")):
        return None
    return _Part("TM", *number)


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
    at = after_hyphen(stream, number.end)
    at += stream.key(at) in stream.words.between_unit  # "two extra minutes"
    if isinstance(number.value, Fraction):
        at = stream.skip(at, WordClass.OF)
    unit = _single_unit(stream, at)
    if unit is None:
        return None
    designator, factor, _ = meaning(unit, Period)
    year = number.end == i + 1 and stream.is_digits(i) and len(stream.key(i)) == 4
    if year and designator in ("D", "M"):
        return None
    part = _Part(designator, number.value * factor, unit.end, cut=number.cut, factor=factor)
    return _with_half(stream, part)


def _named_part(stream: TokenStream, i: int) -> _Part | None:
    """A part of a unit by its name: «نصف ساعة», "half of an hour"."""
    named = stream.hit(i, WordClass.FRACTION)
    if named is None or stream.hit(i, WordClass.NUMBER) is not None:
        return None
    of = stream.hit(named.end, WordClass.OF)
    led = of is not None and stream.key(of.end) in stream.words.indefinite
    unit = _single_unit(stream, of.end + 1 if of is not None and led else named.end)
    if unit is None:
        return None
    designator, factor, _ = meaning(unit, Period)
    return _Part(designator, meaning(named, Fraction) * factor, unit.end, cut=named.shed)


def _single_unit(stream: TokenStream, i: int) -> Hit | None:
    """A unit of time at a token, which stands by itself and is no dual."""
    unit = stream.hit(i, WordClass.PERIOD)
    return None if unit is None or unit.conjunction or unit.preposition or meaning(unit, Period).dual else unit


def _bare_part(stream: TokenStream, bare: Hit) -> _Part | None:
    """A unit without a number: «ساعة», «ساعتين», «ساعة ونصف»."""
    designator, factor, dual = meaning(bare, Period)
    if dual and bare.article:
        return None
    if stream.key(bare.end) in stream.words.vague_endings and stream.text[stream.end(bare.end)] == ZWNJ:
        return None  # «سده‌ها»
    part = _Part(designator, factor * (2 if dual else 1), bare.end, cut=bare.shed, factor=factor)
    extended = _with_half(stream, part)
    if extended is not part:
        return extended
    if bare.article:
        return None
    single = stream.hit(bare.end, WordClass.WHOLE)
    if single is not None and not single.article and not single.conjunction and not dual:
        return part._replace(end=single.end)
    return part._replace(alone=not dual)


def _with_half(stream: TokenStream, part: _Part) -> _Part:
    """«ساعة ونصف», שעה וחצי, "an hour and a half": the part itself where none follows."""
    at = stream.skip(part.end, WordClass.AND)
    half = stream.hit(at, WordClass.FRACTION)
    if half is None or not (at > part.end or half.conjunction) or meaning(half, Fraction) >= 1:
        return part
    again = stream.hit(half.end, WordClass.PERIOD)
    if again is not None and (again.conjunction or meaning(again, Period).designator != part.designator):
        return part
    amount = part.amount + meaning(half, Fraction) * part.factor
    return part._replace(amount=amount, end=half.end if again is None else again.end)


def _counts_from_now(stream: TokenStream, start: int, end: int) -> bool:
    before = stream.hit(start - 1, WordClass.RELATIVE) if start else None
    return before is not None or stream.hit(end, WordClass.RELATIVE) is not None


def _iso(parts: list[_Part]) -> str | None:
    """Parts in ISO 8601; None where a number cannot be told."""
    texts: dict[str, str] = {}
    for part in parts:
        value = plain(part.amount)
        if value is None:
            return None
        texts[part.designator] = str(value) if isinstance(value, int) else format(value, ".10g")
    days, times = (
        "".join(texts[each] + each[-1] for each in _ORDER if each in texts and each.startswith("T") is timed)
        for timed in (False, True)
    )
    return f"P{days}" + (f"T{times}" if times else "")
