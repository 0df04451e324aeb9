"""Owns times of day, ranges of them, and a date with its time.

Values are ISO 8601: ``T15:30``, ``T08:00:25``, ``T17:00/T18:00``, ``2016-12-22T19:00``. An hour is a time when
something says so: a colon, the word for o'clock, a part of the day, or minutes told as a part of the hour («الثامنة
والربع»).
"""

from fractions import Fraction

from reader.facts.grammar.dates import DateSpan, date_of, match_of, span_at
from reader.facts.grammar.match import Match
from reader.facts.grammar_values import NumberWord, Numeral, PartOfDay, Period, Slot
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals import numeral_at
from reader.facts.token_stream import TokenStream
from reader.model import FactKind
from reader.values import dataclass, replace


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


def time_at(stream: TokenStream, i: int) -> Match | None:
    """The time, or range of times, that begins at token ``i``."""
    clocks = _clocks_at(stream, i)
    if clocks is None:
        return None
    first, last = clocks
    end = (last or first).end
    value = first.iso() if last is None else f"{first.iso()}/{last.iso()}"
    silent = _depends_on_now(stream, i, end)
    return Match(FactKind.TIME, first.start, stream.end(end), end, value, silent=silent)


def _depends_on_now(stream: TokenStream, start: int, end: int) -> bool:
    """Whether the day of a time is told from today («غدا الساعة 8»), by the weekday alone, or is every day."""
    before = start - 1
    if stream.hit(before, WordClass.IN) is not None and stream.hit(before, WordClass.RELATIVE) is None:
        before -= 1
    if before >= 0 and any(
        stream.hit(before, word_class) for word_class in (WordClass.RELATIVE, WordClass.WEEKDAY, WordClass.EVERY)
    ):
        return True
    after = stream.skip(end, WordClass.IN, WordClass.DAY_CUE) if stream.hit(end, WordClass.RELATIVE) is None else end
    return any(stream.hit(after, word_class) for word_class in (WordClass.RELATIVE, WordClass.WEEKDAY))


def date_or_datetime_at(stream: TokenStream, i: int) -> Match | None:
    """A date with its time, in either order; else a date, or a range of dates."""
    span = span_at(stream, i)
    return _datetime_at(stream, i, span) or (None if span is None else date_of(stream, span, i))


def _datetime_at(stream: TokenStream, i: int, span: DateSpan | None) -> Match | None:
    if span is not None and span.last is None and span.first.day is not None:
        at = span.end
        if stream.is_sign(at, ",،-–"):
            at += 1
        at = stream.skip(at, WordClass.IN)
        at += stream.key(at) in stream.words.after_date
        clocks = _clocks_at(stream, at) or _clocks_at(stream, span.end)
        dotted = _digital(stream, at, cued=True) if clocks is None else None
        if dotted is not None:
            clocks = (replace(dotted, start=stream.start(at)), None)
        if clocks is None:
            clocks = _iso_clock(stream, span.end)
        dated = match_of(stream, span)
        if clocks is not None and dated is not None and not dated.silent:
            return _joined(stream, dated, clocks, dated.start, (clocks[1] or clocks[0]).end)
    clock = clock_at(stream, i)
    if clock is not None and clock.sure:
        at = clock.end
        if stream.is_sign(at, ",،"):
            at += 1
        at = stream.skip(at, WordClass.IN, WordClass.DAY_CUE)
        span = span_at(stream, at)
        if span is not None and span.last is None and span.first.day is not None:
            dated = match_of(stream, span)
            if dated is not None and not dated.silent:
                return _joined(stream, dated, (clock, None), clock.start, dated.next)
    return None


def _iso_clock(stream: TokenStream, i: int) -> tuple[Clock, None] | None:
    """ISO 8601's ``T10:00`` right after a date, with ``Z`` or without."""
    if stream.key(i) not in ("t", "T") or not (stream.is_glued(i) and stream.is_glued(i + 1)):
        return None
    clock = _digital(stream, i + 1, cued=False)
    if clock is None:
        return None
    zulu = stream.key(clock.end) == "z" and stream.is_glued(clock.end)
    return replace(clock, start=stream.start(i), end=clock.end + zulu), None


def _joined(stream: TokenStream, dated: Match, clocks: tuple[Clock, Clock | None], start: int, end: int) -> Match:
    first, last = clocks
    value = f"{dated.value}{first.iso()}"
    gregorian = f"{dated.gregorian}{first.iso()}" if dated.gregorian else ""
    if last is not None:
        value += f"/{dated.value}{last.iso()}"
        gregorian = f"{gregorian}/{dated.gregorian}{last.iso()}" if gregorian else ""
    return dated._replace(
        kind=FactKind.DATETIME, start=start, end=stream.end(end), next=end, value=value, gregorian=gregorian
    )


def _clocks_at(stream: TokenStream, i: int) -> tuple[Clock, Clock | None] | None:
    opening = stream.hit(i, WordClass.BETWEEN) or stream.hit(i, WordClass.FROM)
    first = clock_at(stream, opening.end if opening else i, loose=True)
    if first is None:
        return None
    if opening is not None:
        first = replace(first, start=stream.start_without(i, opening.shed))
    between = stream.hit(i, WordClass.BETWEEN) is not None
    joint = _joint(stream, first.end, opened=opening is not None, between=between)
    second = clock_at(stream, joint, loose=True) if joint is not None else None
    if second is not None and (first.sure or second.sure):
        if first.part is None and second.part is not None and first.hour <= second.hour:
            first = replace(first, part=second.part)
        if second.part is None and first.part is not None and first.hour < second.hour <= 12:
            noon = second.hour == 12 and first.part in (PartOfDay.AM, PartOfDay.MORNING)
            second = replace(second, part=PartOfDay.NOON if noon else first.part)
        if not second.sure and not first.hour < second.hour <= (12 if first.part is not None else 24):
            return (first, None) if opening is None else None
        return replace(first, sure=True), second
    return (first, None) if first.sure and opening is None else None


def _joint(stream: TokenStream, i: int, *, opened: bool, between: bool) -> int | None:
    hit = stream.hit(i, WordClass.TO)
    if hit is not None:
        return hit.end
    if stream.is_sign(i, "-–—~"):
        return i + 1
    if not opened:
        word = stream.hit(i, WordClass.NUMBER)
        return i if word is not None and word.preposition and stream.features.particles_join_times else None
    conjunction = stream.hit(i, WordClass.AND)
    if conjunction is not None:
        return conjunction.end if between else None
    word = stream.hit(i, WordClass.NUMBER) or stream.hit(i, WordClass.CLOCK)
    return i if word is not None and word.conjunction else None


def clock_at(stream: TokenStream, i: int, *, loose: bool = False) -> Clock | None:
    """A time of day at token ``i``; ``loose`` also takes a bare hour, for the end of a range to vouch for."""
    return _after_part(stream, i) or _plain_clock(stream, i, loose=loose)


def _after_part(stream: TokenStream, i: int) -> Clock | None:
    """A time after its part of the day: «بعد الظهر 7:00», شام 5 بجے."""
    part = stream.hit(i, WordClass.PART_OF_DAY) if stream.features.day_part_first else None
    if part is None or part.conjunction:
        return None
    clock = _plain_clock(stream, stream.skip(part.end, WordClass.IN), loose=True)
    if clock is None or clock.part is not None or clock.hour > 12:
        return None
    if not (clock.sure or clock.minute or stream.hit(part.end, WordClass.IN)):
        return None
    return replace(clock, start=_start_of(stream, i), part=meaning(part, PartOfDay), sure=True)


def _plain_clock(stream: TokenStream, i: int, *, loose: bool) -> Clock | None:
    start = _start_of(stream, i)
    cue = stream.hit(i, WordClass.CLOCK)
    at = cue.end if cue else i
    if cue is not None:
        again = stream.hit(at, WordClass.CLOCK)
        at = again.end if again else at
        if stream.features.clock_word_apart:
            start = _start_of(stream, at)
    read = _reading(stream, at, cued=cue is not None)
    if read is None:
        return None
    clock = replace(read, start=start, sure=read.sure or cue is not None)
    clock = _with_part(stream, clock)
    if not (0 <= clock.hour <= 24 and clock.minute < 60 and (clock.second is None or clock.second < 60)):
        return None
    return clock if clock.sure or loose else None


def _start_of(stream: TokenStream, i: int) -> int:
    for word_class in (
        WordClass.CLOCK,
        WordClass.NUMBER,
        WordClass.FRACTION,
        WordClass.HOUR_NAME,
        WordClass.PART_OF_DAY,
    ):
        hit = stream.hit(i, word_class)
        if hit is not None:
            return stream.start_without(i, hit.shed)
    return stream.start(i) if i < len(stream) else 0


def _with_part(stream: TokenStream, clock: Clock) -> Clock:
    """The part of the day after an hour, which also says that it is one."""
    at = clock.end
    if clock.part is not None:
        return clock
    o_clock = stream.hit(at, WordClass.CLOCK) if stream.features.clock_word_last else None
    if o_clock is not None:
        clock = replace(clock, end=o_clock.end, sure=True)
        at = clock.end
        minutes = (
            _minutes(stream, at) if stream.key(at - 1) in stream.words.after_striking and not clock.minute else None
        )
        if minutes is not None:
            return replace(clock, end=minutes[1], minute=minutes[0])
    named = stream.hit(at, WordClass.HOUR_NAME)
    if named is not None and not named.conjunction and clock.hour <= 12 and stream.features.hour_name_last:
        part = PartOfDay.NOON if meaning(named, int) else PartOfDay.NIGHT
        return replace(clock, end=named.end, part=part, sure=True)
    hit = stream.hit(at, WordClass.PART_OF_DAY)
    if hit is None or hit.conjunction:
        return clock
    if hit.end == at + 1 and len(stream.key(at)) == 1 and not (clock.sure or stream.is_digits(at - 1)):
        return clock
    shouted = hit.end == at + 1 and stream.is_glued(at) and stream.text[stream.start(at) : stream.end(at + 1)] in "AP"
    if clock.hour == 0 or stream.is_sign(at - 1, "%٪") or shouted:  # "Astra 2A"
        return clock
    timed = replace(clock, end=hit.end, part=meaning(hit, PartOfDay), sure=True)
    if clock.minute or clock.second is not None or not stream.features.minutes_after_day_part:
        return timed
    told = _minutes_after(stream, timed)
    return told if told.minute > 0 and told.minute % 15 == 0 and stream.hit(told.end - 1, WordClass.FRACTION) else timed


def _reading(stream: TokenStream, i: int, *, cued: bool) -> Clock | None:
    """An hour with its minutes."""
    digital = _digital(stream, i, cued=cued)
    if digital is not None:
        return digital
    to_hour = _minutes_to(stream, i)
    if to_hour is not None:
        return to_hour
    named = stream.hit(i, WordClass.HOUR_NAME)
    if named is not None:
        base = Clock(0, named.end, meaning(named, int))
        told = _minutes_after(stream, base)
        at_hour = named.preposition in stream.words.at or stream.hit(i - 1, WordClass.IN) is not None
        return replace(told, sure=cued or at_hour or told.end > base.end)
    hour = _hour(stream, i)
    if hour is None:
        return None
    return _minutes_after(stream, hour)


def _digital(stream: TokenStream, i: int, *, cued: bool) -> Clock | None:
    """``15:30``, ``8:00:25``, ``11 : 45``, and ``12.15`` or ``1140`` after the word for o'clock."""
    if not stream.is_digits(i) or len(stream.key(i)) > 2 or (stream.is_glued(i) and stream.is_sign(i - 1, ":.,/")):
        return None
    hour = int(stream.key(i))
    if stream.key(i + 1) == "h" and stream.is_glued(i + 1) and stream.is_digits(i + 2) and stream.is_glued(i + 2):
        minutes, after = stream.key(i + 2), stream.key(i + 3)
        ends = len(minutes) == 2 and not (stream.is_glued(i + 3) and after[:1].isalpha())
        return _valid(Clock(0, i + 3, hour, int(minutes), sure=True)) if ends else None
    if (
        stream.is_sign(i + 1, ":" if not cued else ":.")
        and stream.is_digits(i + 2)
        and len(stream.key(i + 2)) == 2
        and (stream.is_glued(i + 1) == stream.is_glued(i + 2))
    ):
        minute = int(stream.key(i + 2))
        if stream.is_sign(i + 3, ":") and stream.is_digits(i + 4) and len(stream.key(i + 4)) == 2:
            if stream.is_sign(i + 5, ":"):
                return None
            return _valid(Clock(0, i + 5, hour, minute, int(stream.key(i + 4)), sure=True))
        return _valid(Clock(0, i + 3, hour, minute, sure=True))
    return None


def _valid(clock: Clock) -> Clock | None:
    fits = clock.hour <= 24 and clock.minute < 60 and (clock.second is None or clock.second < 60)
    return clock if fits else None


def _hour(stream: TokenStream, i: int) -> Clock | None:
    """The hour alone; Urdu tells its half and quarters before it («ساڑھے سات»)."""
    if stream.hit(i, WordClass.OFFSET) is not None:
        told = numeral_at(stream, i, signed=False)
        if told is None or not 0 < told.value < 13:
            return None
        return Clock(0, told.end, int(told.value), int(told.value * 60) % 60)
    half = stream.hit(i, WordClass.FRACTION) if stream.hit(i + 1, WordClass.CLOCK) is not None else None
    if half is not None and meaning(half, Fraction) > 1:
        told_minutes = int(meaning(half, Fraction) * 60)
        return Clock(0, half.end, told_minutes // 60, told_minutes % 60)
    if stream.is_digits(i):
        part = stream.hit(i + 1, WordClass.PART_OF_DAY) if len(stream.key(i)) in (3, 4) else None
        if part is not None and (len(stream.key(i + 1)) > 1 or part.end > i + 2):
            return _valid(Clock(0, i + 1, int(stream.key(i)[:-2]), int(stream.key(i)[-2:])))
        if (
            len(stream.key(i)) <= 2
            and int(stream.key(i)) <= 24
            and not (stream.is_sign(i + 1, "./,٫%٪/") and stream.is_digits(i + 2))
        ):
            return Clock(0, i + 1, int(stream.key(i)))
        return None
    hit = stream.hit(i, WordClass.NUMBER)
    if hit is None or not isinstance(hit.value, NumberWord):
        return None
    word = hit.value
    if word.slot in (Slot.UNIT, Slot.TEEN, Slot.BELOW_HUNDRED) and 1 <= word.value <= 24:
        return Clock(0, hit.end, word.value)
    return None


def _minutes_after(stream: TokenStream, clock: Clock) -> Clock:
    """The minutes that follow an hour: «والربع», «و 18 دقيقة», «إلا ثلث», "ועשרה"."""
    at = clock.end
    less = stream.hit(at, WordClass.BEFORE_HOUR) if stream.features.minutes_less else None
    if less is not None:
        part = _minutes(stream, less.end)
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
    conjunction = stream.hit(at, WordClass.AND)
    word = stream.hit(at, WordClass.FRACTION) or stream.hit(at, WordClass.NUMBER)
    if conjunction is None and (word is None or not word.conjunction):
        return clock
    part = _minutes(stream, conjunction.end if conjunction else at)
    if stream.features.minutes_past and stream.hit(at + 1, WordClass.FRACTION) is None:
        return clock
    if part is None:
        return clock
    minutes, end = part
    told = replace(clock, end=end, minute=minutes)
    ordinal = stream.hit(clock.end - 1, WordClass.NUMBER)
    definite = ordinal is not None and (
        bool(ordinal.article) or (clock.end - 1 > 0 and stream.is_definite(clock.end - 1))
    )
    minute_word = stream.hit(end - 1, WordClass.PERIOD) is not None
    return replace(told, sure=told.sure or (definite and (minute_word or stream.features.definite_hour)))


def _minutes(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """Minutes in words, digits or parts of the hour, and the token after them."""
    part = stream.hit(i, WordClass.FRACTION)
    if part is not None and isinstance(part.value, Fraction) and part.value in _PARTS:
        end = part.end
        return int(part.value * 60), end
    number = numeral_at(stream, i, signed=False)
    if number is None or number.ordinal:
        return None
    value = number.value
    if isinstance(value, Fraction) and value * 60 == int(value * 60) and 0 < value < 1:
        return int(value * 60), number.end
    if not isinstance(value, int) or not 0 < value < 60:
        return None
    end = number.end
    unit = stream.hit(end, WordClass.PERIOD)
    if unit is not None:
        if not (isinstance(unit.value, Period) and unit.value.designator == "TM" and not unit.conjunction):
            return None
        end = unit.end
    elif stream.hit(end, WordClass.CURRENCY) or stream.hit(end, WordClass.PERCENT):
        return None
    return value, end


_PARTS = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 4))


def _minutes_to(stream: TokenStream, i: int) -> Clock | None:
    """The minutes first: "half past three", "רבע לשש", "یک ربع به ۸"."""
    if stream.features.minutes_before:
        return _minutes_before(stream, i)
    part = stream.hit(i, WordClass.FRACTION)
    if part is not None and isinstance(part.value, Fraction) and part.value in _PARTS:
        minutes, end = int(part.value * 60), part.end
    else:
        number: Numeral | None = numeral_at(stream, i, signed=False)
        if number is None or number.ordinal or not isinstance(number.value, int) or not 0 < number.value < 60:
            return None
        minutes, end = number.value, number.end
        unit = stream.hit(end, WordClass.PERIOD)
        if unit is not None and isinstance(unit.value, Period) and unit.value.designator == "TM":
            end = unit.end
        elif not number.words:
            return None
    past = stream.hit(end, WordClass.AFTER_HOUR) if stream.features.minutes_past else None
    if past is not None:
        hour = _named_hour(stream, past.end)
        return None if hour is None else replace(hour, minute=minutes, sure=True)
    if stream.features.hour_behind_particle:
        hour = _named_hour(stream, end)
        lead = stream.hit(end, WordClass.NUMBER) or stream.hit(end, WordClass.HOUR_NAME)
        if hour is None or lead is None or lead.preposition not in stream.words.dative:
            return None
    else:
        before = stream.hit(end, WordClass.BEFORE_HOUR)
        hour = _named_hour(stream, stream.skip(before.end, WordClass.CLOCK)) if before else None
        if (
            hour is not None
            and stream.features.minutes_need_telling
            and part is None
            and not _is_told(stream, i, hour.end)
        ):
            return None
    if hour is None:
        return None
    return replace(
        hour,
        hour=(hour.hour - 1) % 24 or (12 if hour.hour <= 12 else 0) if hour.hour else 23,
        minute=60 - minutes,
        sure=True,
    )


def _is_told(stream: TokenStream, start: int, end: int) -> bool:
    """Whether something says that "ten to six" is a time and no range: "at", "o'clock", a part of the day."""
    after = stream.word_classes(end) & (WordClass.CLOCK | WordClass.PART_OF_DAY)
    return bool(after) or stream.key(start - 1) in stream.words.told_by


def _minutes_before(stream: TokenStream, i: int) -> Clock | None:
    """«ثلاث دقائق قبل الخامسة والنصف», «عشر دقائق حتى الثامنة»."""
    number = numeral_at(stream, i, signed=False)
    unit = stream.hit(number.end, WordClass.PERIOD) if number else None
    if (
        number is None
        or unit is None
        or not isinstance(unit.value, Period)
        or unit.value.designator != "TM"
        or not isinstance(number.value, int)
    ):
        return None
    if (
        not (stream.key(unit.end) in stream.words.before or stream.hit(unit.end, WordClass.TO) is not None)
        or not 0 < number.value < 60
    ):
        return None
    clock = _plain_clock(stream, unit.end + 1, loose=True)
    if clock is None or not (clock.sure or stream.is_definite(unit.end + 1)):
        return None
    minutes = (clock.hour * 60 + clock.minute - number.value) % 1440
    return replace(clock, hour=minutes // 60, minute=minutes % 60, sure=True)


def _named_hour(stream: TokenStream, i: int) -> Clock | None:
    named = stream.hit(i, WordClass.HOUR_NAME)
    if named is not None and isinstance(named.value, int):
        return Clock(0, named.end, named.value)
    return _hour(stream, i)
