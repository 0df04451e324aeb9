"""Owns times of day, ranges of them, and a date with its time.

Values are ISO 8601: ``T15:30``, ``T08:00:25``, ``T17:00/T18:00``, ``2016-12-22T19:00``. An hour is a time when
something says so: a colon, the word for o'clock, a part of the day, or minutes told as a part of the hour («الثامنة
والربع»): :mod:`reader.facts.grammar.clocks`.
"""

from reader.facts.grammar.clocks import Clock, clock_at, digital_at
from reader.facts.grammar.dates import DateSpan, date_of, match_of, span_at
from reader.facts.grammar.match import Match
from reader.facts.grammar_values import PartOfDay
from reader.facts.lexicon import WordClass
from reader.facts.token_stream import TokenStream
from reader.model import FactKind

_Clocks = tuple[Clock, Clock | None]
"""A time, or the two ends of a range of times."""


def time_at(stream: TokenStream, i: int) -> Match | None:
    """The time, or range of times, that begins at token ``i``."""
    clocks = _clocks_at(stream, i)
    if clocks is None:
        return None
    first, last = clocks
    end = (last or first).end
    value = first.iso() if last is None else f"{first.iso()}/{last.iso()}"
    return Match(FactKind.TIME, first.start, stream.end(end), end, value, silent=_depends_on_now(stream, i, end))


def _depends_on_now(stream: TokenStream, start: int, end: int) -> bool:
    """Whether the day of a time is told from today («غدا الساعة 8»), by the weekday alone, or is every day."""
    before = start - 1
    if stream.hit(before, WordClass.IN) is not None and stream.hit(before, WordClass.RELATIVE) is None:
        before -= 1
    if before >= 0 and stream.any_hit(before, WordClass.RELATIVE, WordClass.WEEKDAY, WordClass.EVERY):
        return True
    after = stream.skip(end, WordClass.IN, WordClass.DAY_CUE) if stream.hit(end, WordClass.RELATIVE) is None else end
    return stream.any_hit(after, WordClass.RELATIVE, WordClass.WEEKDAY)


def date_or_datetime_at(stream: TokenStream, i: int) -> Match | None:
    """A date with its time, in either order; else a date, or a range of dates."""
    span = span_at(stream, i)
    found = None if span is None else _time_behind(stream, span)
    found = found or _time_before(stream, i)
    return found or (None if span is None else date_of(stream, span, i))


def _day(stream: TokenStream, span: DateSpan | None) -> Match | None:
    """The date a span states, where that is a single day."""
    if span is None or span.last is not None or span.first.day is None:
        return None
    dated = match_of(stream, span)
    return None if dated.silent else dated


def _time_behind(stream: TokenStream, span: DateSpan) -> Match | None:
    """A date and the time behind it."""
    dated = _day(stream, span)
    if dated is None:
        return None
    at = stream.skip(span.end + stream.is_sign(span.end, ",،-–"), WordClass.IN)
    at += stream.key(at) in stream.words.after_date
    clocks = _clocks_at(stream, at) or _clocks_at(stream, span.end)
    if clocks is None:
        clock = digital_at(stream, at, cued=True)
        clock = _iso_clock(stream, span.end) if clock is None else clock._replace(start=stream.start(at))
        clocks = None if clock is None else (clock, None)
    return None if clocks is None else _joined(stream, dated, clocks, dated.start, (clocks[1] or clocks[0]).end)


def _time_before(stream: TokenStream, i: int) -> Match | None:
    """A time and the date behind it."""
    clock = clock_at(stream, i)
    if clock is None or not clock.sure:
        return None
    at = clock.end + stream.is_sign(clock.end, ",،")
    dated = _day(stream, span_at(stream, stream.skip(at, WordClass.IN, WordClass.DAY_CUE)))
    return None if dated is None else _joined(stream, dated, (clock, None), clock.start, dated.next)


def _iso_clock(stream: TokenStream, i: int) -> Clock | None:
    """ISO 8601's ``T10:00`` right after a date, with ``Z`` or without."""
    if stream.key(i) not in ("t", "T") or not (stream.is_glued(i) and stream.is_glued(i + 1)):
        return None
    clock = digital_at(stream, i + 1, cued=False)
    if clock is None:
        return None
    zulu = stream.key(clock.end) == "z" and stream.is_glued(clock.end)
    return clock._replace(start=stream.start(i), end=clock.end + zulu)


def _joined(stream: TokenStream, dated: Match, clocks: _Clocks, start: int, end: int) -> Match:
    """A date with its time, or the times from which to which it lasts, in its own calendar and the Gregorian one."""
    hours = [clock.iso() for clock in clocks if clock is not None]
    value, gregorian = (
        "/".join(f"{day}{hour}" for hour in hours) if day else "" for day in (dated.value, dated.gregorian)
    )
    return dated._replace(
        kind=FactKind.DATETIME, start=start, end=stream.end(end), next=end, value=value, gregorian=gregorian
    )


def _clocks_at(stream: TokenStream, i: int) -> _Clocks | None:
    between = stream.hit(i, WordClass.BETWEEN)
    opening = between or stream.hit(i, WordClass.FROM)
    first = clock_at(stream, opening.end if opening else i, loose=True)
    if first is None:
        return None
    if opening is not None:
        first = first._replace(start=stream.start_without(i, opening.shed))
    joint = _joint(stream, first.end, opened=opening is not None, between=between is not None)
    last = clock_at(stream, joint, loose=True) if joint is not None else None
    alone = (first, None) if first.sure and opening is None else None
    if last is None or not (first.sure or last.sure):
        return alone
    if first.part is None and first.hour <= last.hour:
        first = first._replace(part=last.part)
    if last.part is None and first.part is not None and first.hour < last.hour <= 12:
        noon = last.hour == 12 and first.part in (PartOfDay.AM, PartOfDay.MORNING)
        last = last._replace(part=PartOfDay.NOON if noon else first.part)
    if not last.sure and not first.hour < last.hour <= (12 if first.part is not None else 24):
        return (first, None) if opening is None else None
    return first._replace(sure=True), last


def _joint(stream: TokenStream, i: int, *, opened: bool, between: bool) -> int | None:
    """The index after what joins two times: as for other ranges, but that "and" joins them only behind "between"."""
    hit = stream.hit(i, WordClass.TO)
    if hit is not None:
        return hit.end
    if stream.is_sign(i, "-–—~"):
        return i + 1
    word = stream.hit(i, WordClass.NUMBER)
    if not opened:
        return i if word is not None and word.preposition and stream.features.particles_join_times else None
    conjunction = stream.hit(i, WordClass.AND)
    if conjunction is not None:
        return conjunction.end if between else None
    word = word or stream.hit(i, WordClass.CLOCK)
    return i if word is not None and word.conjunction else None
