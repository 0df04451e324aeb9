"""Owns one time of day: its hour, the minutes told before or behind it, and the part of the day that decides it."""

from fractions import Fraction

from reader.facts.grammar_values import NumberWord, PartOfDay, Period, Slot
from reader.facts.lexicon import Hit, WordClass, meaning
from reader.facts.numerals import numeral_at, whole_at
from reader.facts.token_stream import TokenStream
from reader.named_tuples import NamedTuple


class Clock(NamedTuple):
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
            return hour % 12
        if part is PartOfDay.NIGHT:
            return hour % 12 + (12 if 6 <= hour < 12 else 0)
        return hour + 12 if hour < (6 if part is PartOfDay.NOON else 12) else hour

    def exists(self) -> bool:
        """Whether there is such a time."""
        return self.hour <= 24 and self.minute < 60 and (self.second is None or self.second < 60)

    def less(self, minutes: int) -> "Clock":
        """The time so many minutes before this full hour, on its dial."""
        hour = (self.hour - 1) % 24 or (12 if self.hour <= 12 else 0)
        return self._replace(hour=hour, minute=60 - minutes, sure=True)


def clock_at(stream: TokenStream, i: int, *, loose: bool = False) -> Clock | None:
    """A time of day at token ``i``; ``loose`` also takes a bare hour, for the end of a range to vouch for."""
    return _after_part(stream, i) or _plain_clock(stream, i, loose=loose)


def _after_part(stream: TokenStream, i: int) -> Clock | None:
    """A time after its part of the day: «بعد الظهر 7:00», شام 5 بجے."""
    part = stream.hit(i, WordClass.PART_OF_DAY) if stream.features.day_part_first else None
    if part is None or part.conjunction:
        return None
    at = stream.skip(part.end, WordClass.IN)
    clock = _plain_clock(stream, at, loose=True)
    if clock is None or clock.part is not None or clock.hour > 12:
        return None
    told = clock.sure or clock.minute or at > part.end
    return clock._replace(start=stream.start_of(i), part=meaning(part, PartOfDay), sure=True) if told else None


def _plain_clock(stream: TokenStream, i: int, *, loose: bool) -> Clock | None:
    at = stream.skip(i, WordClass.CLOCK, WordClass.CLOCK)
    cued = at > i
    read = _reading(stream, at, cued=cued)
    if read is None:
        return None
    start = stream.start_of(at if cued and stream.features.clock_word_apart else i)
    clock = _with_part(stream, read._replace(start=start, sure=read.sure or cued))
    return clock if clock.exists() and (clock.sure or loose) else None


def _with_part(stream: TokenStream, clock: Clock) -> Clock:
    """The part of the day after an hour, which also says that it is one."""
    if clock.part is not None:
        return clock
    o_clock = stream.hit(clock.end, WordClass.CLOCK) if stream.features.clock_word_last else None
    if o_clock is not None:
        clock = clock._replace(end=o_clock.end, sure=True)
        struck = stream.key(o_clock.end - 1) in stream.words.after_striking and not clock.minute
        minutes = _minutes(stream, o_clock.end) if struck else None
        if minutes is not None:
            return clock._replace(end=minutes[1], minute=minutes[0])
    at = clock.end
    named = stream.hit(at, WordClass.HOUR_NAME) if stream.features.hour_name_last else None
    if named is not None and not named.conjunction and clock.hour <= 12:
        part = PartOfDay.NOON if meaning(named, int) else PartOfDay.NIGHT
        return clock._replace(end=named.end, part=part, sure=True)
    hit = stream.hit(at, WordClass.PART_OF_DAY)
    if hit is None or hit.conjunction or clock.hour == 0 or stream.is_sign(at - 1, "%٪"):
        return clock
    if hit.end == at + 1:
        letter = len(stream.key(at)) == 1 and not (clock.sure or stream.is_digits(at - 1))
        if letter or (stream.is_glued(at) and stream.written(at) in ("A", "P")):  # "Astra 2A"
            return clock
    timed = clock._replace(end=hit.end, part=meaning(hit, PartOfDay), sure=True)
    if clock.minute or clock.second is not None or not stream.features.minutes_after_day_part:
        return timed
    told = _minutes_after(stream, timed)
    return told if told.minute > 0 and told.minute % 15 == 0 and stream.hit(told.end - 1, WordClass.FRACTION) else timed


def _reading(stream: TokenStream, i: int, *, cued: bool) -> Clock | None:
    """An hour with its minutes."""
    found = digital_at(stream, i, cued=cued) or _minutes_to(stream, i)
    if found is not None:
        return found
    named = stream.hit(i, WordClass.HOUR_NAME)
    hour = _hour(stream, i) if named is None else Clock(0, named.end, meaning(named, int))
    told = None if hour is None else _minutes_after(stream, hour)
    if named is None or told is None:
        return told
    at_hour = named.preposition in stream.words.at or stream.hit(i - 1, WordClass.IN) is not None
    return told._replace(sure=cued or at_hour or told.end > named.end)


def digital_at(stream: TokenStream, i: int, *, cued: bool) -> Clock | None:
    """``15:30``, ``8:00:25``, ``11 : 45``, ``8h30``, and ``12.15`` where it is ``cued`` by the word for o'clock."""
    if not stream.is_digits(i) or len(stream.key(i)) > 2 or (stream.is_glued(i) and stream.is_sign(i - 1, ":.,/")):
        return None
    minutes, end, second = stream.key(i + 2), i + 3, None
    if len(minutes) != 2 or not stream.is_digits(i + 2) or stream.is_glued(i + 1) is not stream.is_glued(i + 2):
        return None
    if stream.key(i + 1) == "h" and stream.is_glued(i + 1):
        if stream.is_glued(end) and stream.key(end)[:1].isalpha():
            return None
    elif not stream.is_sign(i + 1, ":." if cued else ":"):
        return None
    elif stream.is_sign(end, ":") and stream.is_digits(i + 4) and len(stream.key(i + 4)) == 2:
        second, end = int(stream.key(i + 4)), i + 5
        if stream.is_sign(end, ":"):
            return None
    clock = Clock(0, end, int(stream.key(i)), int(minutes), second, sure=True)
    return clock if clock.exists() else None


def _hour(stream: TokenStream, i: int) -> Clock | None:
    """The hour alone; Urdu tells its half and quarters before it («ساڑھے سات»)."""
    if stream.hit(i, WordClass.OFFSET) is not None:
        told = numeral_at(stream, i, signed=False)
        if told is None or not 0 < told.value < 13:
            return None
        return Clock(0, told.end, int(told.value), int(told.value * 60) % 60)
    half = stream.hit(i, WordClass.FRACTION) if stream.hit(i + 1, WordClass.CLOCK) is not None else None
    if half is not None and meaning(half, Fraction) > 1:
        return Clock(0, half.end, *divmod(int(meaning(half, Fraction) * 60), 60))
    if stream.is_digits(i):
        key, part = stream.key(i), stream.hit(i + 1, WordClass.PART_OF_DAY)
        if len(key) <= 2:
            decimal = stream.is_sign(i + 1, "./,٫%٪") and stream.is_digits(i + 2)
            return Clock(0, i + 1, int(key)) if int(key) <= 24 and not decimal else None
        if len(key) > 4 or part is None or (len(stream.key(i + 1)) < 2 and part.end == i + 2):
            return None
        clock = Clock(0, i + 1, int(key[:-2]), int(key[-2:]))
        return clock if clock.exists() else None
    hit = stream.hit(i, WordClass.NUMBER)
    word = None if hit is None else meaning(hit, NumberWord)
    if hit is None or word is None or word.slot not in (Slot.UNIT, Slot.TEEN, Slot.BELOW_HUNDRED):
        return None
    return Clock(0, hit.end, word.value) if 1 <= word.value <= 24 else None


def _named_hour(stream: TokenStream, i: int) -> Clock | None:
    named = stream.hit(i, WordClass.HOUR_NAME)
    return _hour(stream, i) if named is None else Clock(0, named.end, meaning(named, int))


def _minutes_after(stream: TokenStream, clock: Clock) -> Clock:
    """The minutes that follow an hour: «والربع», «و 18 دقيقة», «إلا ثلث», "ועשרה"."""
    less = stream.hit(clock.end, WordClass.BEFORE_HOUR) if stream.features.minutes_less else None
    if less is not None:
        found = _minutes(stream, less.end)
        return clock if found is None else clock.less(found[0])._replace(end=found[1])
    at = stream.skip(clock.end, WordClass.AND)
    word = stream.hit(clock.end, WordClass.FRACTION) or stream.hit(clock.end, WordClass.NUMBER)
    if at == clock.end and (word is None or not word.conjunction):
        return clock
    if stream.features.minutes_past and stream.hit(clock.end + 1, WordClass.FRACTION) is None:
        return clock
    found = _minutes(stream, at)
    if found is None:
        return clock
    minutes, end = found
    ordinal = stream.hit(clock.end - 1, WordClass.NUMBER)
    definite = ordinal is not None and (bool(ordinal.article) or (clock.end > 1 and stream.is_definite(clock.end - 1)))
    told = definite and (stream.features.definite_hour or stream.hit(end - 1, WordClass.PERIOD) is not None)
    return clock._replace(end=end, minute=minutes, sure=clock.sure or told)


def _minutes(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """Minutes in words, digits or parts of the hour, and the token after them."""
    part = _part_of_hour(stream, i)
    if part is not None:
        return part
    number = numeral_at(stream, i, signed=False)
    if number is None or number.ordinal or not 0 < number.value < 60:
        return None
    if not isinstance(number.value, int):
        minutes = number.value * 60
        return (int(minutes), number.end) if minutes < 60 and minutes == int(minutes) else None
    unit = stream.hit(number.end, WordClass.PERIOD)
    if unit is not None:
        return (number.value, unit.end) if _is_minute(unit) and not unit.conjunction else None
    counted = stream.any_hit(number.end, WordClass.CURRENCY, WordClass.PERCENT)
    return None if counted else (number.value, number.end)


def _part_of_hour(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """The minutes of half an hour, a third or a quarter, and the token after it."""
    part = stream.hit(i, WordClass.FRACTION)
    return (int(meaning(part, Fraction) * 60), part.end) if part is not None and part.value in _PARTS else None


_PARTS = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 4))


def _is_minute(unit: Hit) -> bool:
    return meaning(unit, Period).designator == "TM"


def _minutes_to(stream: TokenStream, i: int) -> Clock | None:
    """The minutes first: "half past three", "רבע לשש", "یک ربع به ۸"."""
    if stream.features.minutes_before:
        return _minutes_before(stream, i)
    part = _part_of_hour(stream, i)
    found = part or whole_at(stream, i, range(1, 60))
    if found is None:
        return None
    minutes, end = found
    unit = stream.hit(end, WordClass.PERIOD) if part is None else None
    if unit is not None and _is_minute(unit):
        end = unit.end
    elif part is None and stream.is_digits(i):
        return None
    past = stream.hit(end, WordClass.AFTER_HOUR) if stream.features.minutes_past else None
    if past is not None:
        hour = _named_hour(stream, past.end)
        return None if hour is None else hour._replace(minute=minutes, sure=True)
    if stream.features.hour_behind_particle:
        lead = stream.hit(end, WordClass.NUMBER) or stream.hit(end, WordClass.HOUR_NAME)
        hour = _named_hour(stream, end) if lead is not None and lead.preposition in stream.words.dative else None
        return None if hour is None else hour.less(minutes)
    before = stream.hit(end, WordClass.BEFORE_HOUR)
    hour = _named_hour(stream, stream.skip(before.end, WordClass.CLOCK)) if before else None
    if hour is None:
        return None
    told = part is not None or not stream.features.minutes_need_telling or stream.key(i - 1) in stream.words.told_by
    told = told or stream.any_hit(hour.end, WordClass.CLOCK, WordClass.PART_OF_DAY)
    return hour.less(minutes) if told else None  # "ten to six" may be a range


def _minutes_before(stream: TokenStream, i: int) -> Clock | None:
    """«ثلاث دقائق قبل الخامسة والنصف», «عشر دقائق حتى الثامنة»."""
    number = whole_at(stream, i, range(1, 60))
    unit = stream.hit(number[1], WordClass.PERIOD) if number else None
    if number is None or unit is None or not _is_minute(unit):
        return None
    if stream.key(unit.end) not in stream.words.before and stream.hit(unit.end, WordClass.TO) is None:
        return None
    clock = _plain_clock(stream, unit.end + 1, loose=True)
    if clock is None or not (clock.sure or stream.is_definite(unit.end + 1)):
        return None
    hour, minute = divmod((clock.hour * 60 + clock.minute - number[0]) % 1440, 60)
    return clock._replace(hour=hour, minute=minute, sure=True)
