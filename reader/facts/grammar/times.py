"""Owns times of day, ranges of them, and a date with its time.

Values are ISO 8601: ``T15:30``, ``T08:00:25``, ``T17:00/T18:00``, ``2016-12-22T19:00``. An hour is a time when
something says so: a colon, the word for o'clock, a part of the day, or minutes told as a part of the hour («الثامنة
والربع»).
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from reader.facts.grammar.dates import Span, date_of, match_of, span_at
from reader.facts.grammar.match import Match
from reader.facts.lexicon import Role, meaning
from reader.facts.numerals import Numeral, numeral_at
from reader.facts.scan import Scan
from reader.facts.tokens import fold
from reader.facts.values import NumberWord, PartOfDay, Period, Slot
from reader.model import FactKind


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``start`` in code points, ``end`` the token after it; ``sure`` when it can be nothing else."""

    start: int
    end: int
    hour: int
    minute: int = 0
    second: int | None = None
    part: PartOfDay | None = None
    sure: bool = False

    def iso(self) -> str:
        """The time in ISO 8601 on a dial of 24 hours."""
        second = "" if self.second is None else f":{self.second:02}"
        return f"T{self.hour_of_day():02}:{self.minute:02}{second}"

    def hour_of_day(self) -> int:
        """The hour as its part of the day makes it; an hour above 12 stands as it is."""
        hour, part = self.hour, self.part
        if part is None or hour > 12:
            return hour
        if part in (PartOfDay.AM, PartOfDay.MORNING):
            return 0 if hour == 12 else hour
        if part is PartOfDay.NIGHT:
            return 0 if hour == 12 else hour + 12 if 6 <= hour < 12 else hour
        if part is PartOfDay.NOON:
            return hour + 12 if hour < 6 else hour
        return hour + 12 if hour < 12 else hour


def time_at(scan: Scan, i: int) -> Match | None:
    """The time, or range of times, that begins at token ``i``."""
    clocks = _clocks_at(scan, i)
    if clocks is None:
        return None
    first, last = clocks
    end = (last or first).end
    value = first.iso() if last is None else f"{first.iso()}/{last.iso()}"
    silent = _depends_on_now(scan, i, end)
    return Match(FactKind.TIME, first.start, scan.end(end), end, value, silent=silent)


def _depends_on_now(scan: Scan, start: int, end: int) -> bool:
    """Whether the day of a time is told from today («غدا الساعة 8»), by the weekday alone, or is every day."""
    before = start - 1
    if scan.hit(before, Role.IN) is not None and scan.hit(before, Role.RELATIVE) is None:
        before -= 1
    if before >= 0 and any(scan.hit(before, role) for role in (Role.RELATIVE, Role.WEEKDAY, Role.EVERY)):
        return True
    after = scan.skip(end, Role.IN, Role.DAY_CUE) if scan.hit(end, Role.RELATIVE) is None else end
    return any(scan.hit(after, role) for role in (Role.RELATIVE, Role.WEEKDAY))


def date_or_datetime_at(scan: Scan, i: int) -> Match | None:
    """A date with its time, in either order; else a date, or a range of dates."""
    span = span_at(scan, i)
    return _datetime_at(scan, i, span) or (None if span is None else date_of(scan, span, i))


def _datetime_at(scan: Scan, i: int, span: Span | None) -> Match | None:
    if span is not None and span.last is None and span.first.day is not None:
        at = span.end
        if scan.is_sign(at, ",،-–"):
            at += 1
        at = scan.skip(at, Role.IN)
        at += scan.key(at) == "كو" and scan.language == "ur"
        clocks = _clocks_at(scan, at) or _clocks_at(scan, span.end)
        dotted = _digital(scan, at, cued=True) if clocks is None else None
        if dotted is not None:
            clocks = (replace(dotted, start=scan.start(at)), None)
        if clocks is None:
            clocks = _iso_clock(scan, span.end)
        dated = match_of(scan, span)
        if clocks is not None and dated is not None and not dated.silent:
            return _joined(scan, dated, clocks, dated.start, (clocks[1] or clocks[0]).end)
    clock = clock_at(scan, i)
    if clock is not None and clock.sure:
        at = clock.end
        if scan.is_sign(at, ",،"):
            at += 1
        at = scan.skip(at, Role.IN, Role.DAY_CUE)
        span = span_at(scan, at)
        if span is not None and span.last is None and span.first.day is not None:
            dated = match_of(scan, span)
            if dated is not None and not dated.silent:
                return _joined(scan, dated, (clock, None), clock.start, dated.next)
    return None


def _iso_clock(scan: Scan, i: int) -> tuple[Clock, None] | None:
    """ISO 8601's ``T10:00`` right after a date, with ``Z`` or without."""
    if scan.key(i) not in ("t", "T") or not (scan.is_glued(i) and scan.is_glued(i + 1)):
        return None
    clock = _digital(scan, i + 1, cued=False)
    if clock is None:
        return None
    zulu = scan.key(clock.end) == "z" and scan.is_glued(clock.end)
    return replace(clock, start=scan.start(i), end=clock.end + zulu), None


def _joined(scan: Scan, dated: Match, clocks: tuple[Clock, Clock | None], start: int, end: int) -> Match:
    first, last = clocks
    value = f"{dated.value}{first.iso()}"
    gregorian = f"{dated.gregorian}{first.iso()}" if dated.gregorian else ""
    if last is not None:
        value += f"/{dated.value}{last.iso()}"
        gregorian = f"{gregorian}/{dated.gregorian}{last.iso()}" if gregorian else ""
    return dated._replace(
        kind=FactKind.DATETIME, start=start, end=scan.end(end), next=end, value=value, gregorian=gregorian
    )


def _clocks_at(scan: Scan, i: int) -> tuple[Clock, Clock | None] | None:
    opening = scan.hit(i, Role.BETWEEN) or scan.hit(i, Role.FROM)
    first = clock_at(scan, opening.end if opening else i, loose=True)
    if first is None:
        return None
    if opening is not None:
        first = replace(first, start=scan.start_without(i, opening.shed))
    joint = _joint(scan, first.end, opened=opening is not None)
    second = clock_at(scan, joint, loose=True) if joint is not None else None
    if second is not None and (first.sure or second.sure):
        if first.part is None and second.part is not None and first.hour <= second.hour:
            first = replace(first, part=second.part)
        if second.part is None and first.part is not None and first.hour < second.hour <= 12:
            second = replace(second, part=first.part)
        if not second.sure and not first.hour < second.hour <= (12 if first.part is not None else 24):
            return (first, None) if opening is None else None
        return replace(first, sure=True), second
    return (first, None) if first.sure and opening is None else None


def _joint(scan: Scan, i: int, *, opened: bool) -> int | None:
    hit = scan.hit(i, Role.TO)
    if hit is not None:
        return hit.end
    if scan.is_sign(i, "-–—"):
        return i + 1
    if not opened:
        word = scan.hit(i, Role.NUMBER)
        return i if word is not None and word.preposition and scan.language == "he" else None
    conjunction = scan.hit(i, Role.AND)
    if conjunction is not None:
        return conjunction.end
    word = scan.hit(i, Role.NUMBER) or scan.hit(i, Role.CLOCK)
    return i if word is not None and word.conjunction else None


def clock_at(scan: Scan, i: int, *, loose: bool = False) -> Clock | None:
    """A time of day at token ``i``; ``loose`` also takes a bare hour, for the end of a range to vouch for."""
    return _after_part(scan, i) or _plain_clock(scan, i, loose=loose)


def _after_part(scan: Scan, i: int) -> Clock | None:
    """A time after its part of the day: «بعد الظهر 7:00», شام 5 بجے."""
    part = scan.hit(i, Role.PART_OF_DAY) if scan.language in ("ar", "fa", "ur") else None
    if part is None or part.conjunction:
        return None
    clock = _plain_clock(scan, scan.skip(part.end, Role.IN), loose=True)
    if clock is None or clock.part is not None or clock.hour > 12:
        return None
    if not (clock.sure or clock.minute or scan.hit(part.end, Role.IN)):
        return None
    return replace(clock, start=_start_of(scan, i), part=meaning(part, PartOfDay), sure=True)


def _plain_clock(scan: Scan, i: int, *, loose: bool) -> Clock | None:
    start = _start_of(scan, i)
    cue = scan.hit(i, Role.CLOCK)
    at = cue.end if cue else i
    if cue is not None:
        again = scan.hit(at, Role.CLOCK)
        at = again.end if again else at
        if scan.language == "he":
            start = _start_of(scan, at)
    read = _reading(scan, at, cued=cue is not None)
    if read is None:
        return None
    clock = replace(read, start=start, sure=read.sure or cue is not None)
    clock = _with_part(scan, clock)
    if not (0 <= clock.hour <= 24 and clock.minute < 60 and (clock.second is None or clock.second < 60)):
        return None
    return clock if clock.sure or loose else None


def _start_of(scan: Scan, i: int) -> int:
    for role in (Role.CLOCK, Role.NUMBER, Role.FRACTION, Role.HOUR_NAME, Role.PART_OF_DAY):
        hit = scan.hit(i, role)
        if hit is not None:
            return scan.start_without(i, hit.shed)
    return scan.start(i) if i < len(scan) else 0


def _with_part(scan: Scan, clock: Clock) -> Clock:
    """The part of the day after an hour, which also says that it is one."""
    at = clock.end
    if clock.part is not None:
        return clock
    o_clock = scan.hit(at, Role.CLOCK) if scan.language in ("en", "ur") else None
    if o_clock is not None:
        clock = replace(clock, end=o_clock.end, sure=True)
        at = clock.end
        minutes = _minutes(scan, at) if scan.key(at - 1) == _AFTER_STRIKING and not clock.minute else None
        if minutes is not None:
            return replace(clock, end=minutes[1], minute=minutes[0])
    named = scan.hit(at, Role.HOUR_NAME)
    if named is not None and not named.conjunction and clock.hour <= 12 and scan.language in ("ar", "fa", "he"):
        part = PartOfDay.NOON if meaning(named, int) else PartOfDay.NIGHT
        return replace(clock, end=named.end, part=part, sure=True)
    hit = scan.hit(at, Role.PART_OF_DAY)
    if hit is None or hit.conjunction:
        return clock
    if hit.end == at + 1 and len(scan.key(at)) == 1 and not (clock.sure or scan.is_digits(at - 1)):
        return clock
    if clock.hour == 0 or scan.is_sign(at - 1, "%٪"):
        return clock
    timed = replace(clock, end=hit.end, part=meaning(hit, PartOfDay), sure=True)
    if clock.minute or clock.second is not None or scan.language != "ar":
        return timed
    told = _minutes_after(scan, timed)
    return told if told.minute > 0 and told.minute % 15 == 0 and scan.hit(told.end - 1, Role.FRACTION) else timed


_AFTER_STRIKING = fold("کر")
"""پانچ بج کر دس منٹ: the hour has struck, and so many minutes are past it."""


def _reading(scan: Scan, i: int, *, cued: bool) -> Clock | None:
    """An hour with its minutes."""
    digital = _digital(scan, i, cued=cued)
    if digital is not None:
        return digital
    to_hour = _minutes_to(scan, i)
    if to_hour is not None:
        return to_hour
    named = scan.hit(i, Role.HOUR_NAME)
    if named is not None:
        base = Clock(0, named.end, meaning(named, int))
        told = _minutes_after(scan, base)
        at_hour = named.preposition == "ב" or scan.hit(i - 1, Role.IN) is not None
        return replace(told, sure=cued or at_hour or told.end > base.end)
    hour = _hour(scan, i)
    if hour is None:
        return None
    return _minutes_after(scan, hour)


def _digital(scan: Scan, i: int, *, cued: bool) -> Clock | None:
    """``15:30``, ``8:00:25``, ``11 : 45``, and ``12.15`` or ``1140`` after the word for o'clock."""
    if not scan.is_digits(i) or len(scan.key(i)) > 2 or (scan.is_glued(i) and scan.is_sign(i - 1, ":.,/")):
        return None
    hour = int(scan.key(i))
    if (
        scan.is_sign(i + 1, ":" if not cued else ":.")
        and scan.is_digits(i + 2)
        and len(scan.key(i + 2)) == 2
        and (scan.is_glued(i + 1) == scan.is_glued(i + 2))
    ):
        minute = int(scan.key(i + 2))
        if scan.is_sign(i + 3, ":") and scan.is_digits(i + 4) and len(scan.key(i + 4)) == 2:
            if scan.is_sign(i + 5, ":"):
                return None
            return _valid(Clock(0, i + 5, hour, minute, int(scan.key(i + 4)), sure=True))
        return _valid(Clock(0, i + 3, hour, minute, sure=True))
    return None


def _valid(clock: Clock) -> Clock | None:
    fits = clock.hour <= 24 and clock.minute < 60 and (clock.second is None or clock.second < 60)
    return clock if fits else None


def _hour(scan: Scan, i: int) -> Clock | None:
    """The hour alone; Urdu tells its half and quarters before it («ساڑھے سات»)."""
    if scan.hit(i, Role.OFFSET) is not None:
        told = numeral_at(scan, i, signed=False)
        if told is None or not 0 < told.value < 13:
            return None
        return Clock(0, told.end, int(told.value), int(told.value * 60) % 60)
    half = scan.hit(i, Role.FRACTION) if scan.language == "ur" and scan.hit(i + 1, Role.CLOCK) is not None else None
    if half is not None and meaning(half, Fraction) > 1:
        told_minutes = int(meaning(half, Fraction) * 60)
        return Clock(0, half.end, told_minutes // 60, told_minutes % 60)
    if scan.is_digits(i):
        if len(scan.key(i)) in (3, 4) and len(scan.key(i + 1)) > 1 and scan.hit(i + 1, Role.PART_OF_DAY) is not None:
            return _valid(Clock(0, i + 1, int(scan.key(i)[:-2]), int(scan.key(i)[-2:])))
        if (
            len(scan.key(i)) <= 2
            and int(scan.key(i)) <= 24
            and not (scan.is_sign(i + 1, "./,٫%٪/") and scan.is_digits(i + 2))
        ):
            return Clock(0, i + 1, int(scan.key(i)))
        return None
    hit = scan.hit(i, Role.NUMBER)
    if hit is None or not isinstance(hit.value, NumberWord):
        return None
    word = hit.value
    if word.slot in (Slot.UNIT, Slot.TEEN, Slot.BELOW_HUNDRED) and 1 <= word.value <= 24:
        return Clock(0, hit.end, word.value)
    return None


def _minutes_after(scan: Scan, clock: Clock) -> Clock:
    """What follows the hour: «والربع», «و 18 دقيقة», «إلا ثلث», "ועשרה"."""
    at = clock.end
    less = scan.hit(at, Role.BEFORE_HOUR) if scan.language in ("ar", "ur") else None
    if less is not None:
        part = _minutes(scan, less.end)
        if part is not None:
            minutes, end = part
            return replace(
                clock,
                end=end,
                hour=(clock.hour - 1) % 24 or (12 if clock.hour <= 12 else 0),
                minute=60 - minutes,
                sure=True,
            )
        return clock
    conjunction = scan.hit(at, Role.AND)
    word = scan.hit(at, Role.FRACTION) or scan.hit(at, Role.NUMBER)
    if conjunction is None and (word is None or not word.conjunction):
        return clock
    part = _minutes(scan, conjunction.end if conjunction else at)
    if part is None:
        return clock
    minutes, end = part
    told = replace(clock, end=end, minute=minutes)
    ordinal = scan.hit(clock.end - 1, Role.NUMBER)
    definite = ordinal is not None and (
        bool(ordinal.article) or (clock.end - 1 > 0 and scan.key(clock.end - 1)[:2] == "ال")
    )
    minute_word = scan.hit(end - 1, Role.PERIOD) is not None
    return replace(told, sure=told.sure or (definite and (minute_word or scan.language == "ar")))


def _minutes(scan: Scan, i: int) -> tuple[int, int] | None:
    """Minutes in words, digits or parts of the hour, and the token after them."""
    part = scan.hit(i, Role.FRACTION)
    if part is not None and isinstance(part.value, Fraction) and part.value in _PARTS:
        end = part.end
        return int(part.value * 60), end
    number = numeral_at(scan, i, signed=False)
    if number is None or number.ordinal:
        return None
    value = number.value
    if isinstance(value, Fraction) and value * 60 == int(value * 60) and 0 < value < 1:
        return int(value * 60), number.end
    if not isinstance(value, int) or not 0 < value < 60:
        return None
    end = number.end
    unit = scan.hit(end, Role.PERIOD)
    if unit is not None:
        if not (isinstance(unit.value, Period) and unit.value.designator == "TM" and not unit.conjunction):
            return None
        end = unit.end
    elif scan.hit(end, Role.CURRENCY) or scan.hit(end, Role.PERCENT):
        return None
    return value, end


_PARTS = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 4))


def _minutes_to(scan: Scan, i: int) -> Clock | None:
    """The minutes first: "half past three", "רבע לשש", "یک ربع به ۸"."""
    if scan.language == "ar":
        return _minutes_before(scan, i)
    part = scan.hit(i, Role.FRACTION)
    if part is not None and isinstance(part.value, Fraction) and part.value in _PARTS:
        minutes, end = int(part.value * 60), part.end
    else:
        number: Numeral | None = numeral_at(scan, i, signed=False)
        if number is None or number.ordinal or not isinstance(number.value, int) or not 0 < number.value < 60:
            return None
        minutes, end = number.value, number.end
        unit = scan.hit(end, Role.PERIOD)
        if unit is not None and isinstance(unit.value, Period) and unit.value.designator == "TM":
            end = unit.end
        elif not number.words:
            return None
    past = scan.hit(end, Role.AFTER_HOUR) if scan.language == "en" else None
    if past is not None:
        hour = _named_hour(scan, past.end)
        return None if hour is None else replace(hour, minute=minutes, sure=True)
    if scan.language == "he":
        hour = _named_hour(scan, end)
        lead = scan.hit(end, Role.NUMBER) or scan.hit(end, Role.HOUR_NAME)
        if hour is None or lead is None or lead.preposition != "ל":
            return None
    else:
        before = scan.hit(end, Role.BEFORE_HOUR)
        hour = _named_hour(scan, scan.skip(before.end, Role.CLOCK)) if before else None
        if hour is not None and scan.language == "en" and part is None and not _is_told(scan, i, hour.end):
            return None
    if hour is None:
        return None
    return replace(
        hour,
        hour=(hour.hour - 1) % 24 or (12 if hour.hour <= 12 else 0) if hour.hour else 23,
        minute=60 - minutes,
        sure=True,
    )


def _is_told(scan: Scan, start: int, end: int) -> bool:
    """Whether something says that "ten to six" is a time and no range: "at", "o'clock", a part of the day."""
    after = scan.roles(end) & (Role.CLOCK | Role.PART_OF_DAY)
    return bool(after) or scan.key(start - 1) in ("at", "by", "until", "till", "before", "after", "since", "is", "was")


def _minutes_before(scan: Scan, i: int) -> Clock | None:
    """«ثلاث دقائق قبل الخامسة والنصف», «عشر دقائق حتى الثامنة»."""
    number = numeral_at(scan, i, signed=False)
    unit = scan.hit(number.end, Role.PERIOD) if number else None
    if (
        number is None
        or unit is None
        or not isinstance(unit.value, Period)
        or unit.value.designator != "TM"
        or not isinstance(number.value, int)
    ):
        return None
    if not (scan.key(unit.end) == "قبل" or scan.hit(unit.end, Role.TO) is not None) or not 0 < number.value < 60:
        return None
    clock = _plain_clock(scan, unit.end + 1, loose=True)
    if clock is None or not (clock.sure or scan.key(unit.end + 1).startswith("ال")):
        return None
    minutes = (clock.hour * 60 + clock.minute - number.value) % 1440
    return replace(clock, hour=minutes // 60, minute=minutes % 60, sure=True)


def _named_hour(scan: Scan, i: int) -> Clock | None:
    named = scan.hit(i, Role.HOUR_NAME)
    if named is not None and isinstance(named.value, int):
        return Clock(0, named.end, named.value)
    return _hour(scan, i)
