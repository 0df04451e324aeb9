"""Owns dates: days, months, years, quarters, decades, centuries and ranges of them, in four calendars.

Values are ISO 8601 with X for what the text does not state (``XXXX-04-29``, ``199X``, ``2024-Q4``), ranges ``a/b``. A
date that depends on today (اليوم, العام الماضي) is not a fact, and a day that does not exist is none.
"""

from reader.facts.grammar.match import Match
from reader.facts.grammar.moments import (
    day_first,
    day_number,
    month_by_ordinal,
    month_first,
    month_hit,
    month_number,
    numeric_at,
    to_month,
    with_era,
    with_year,
)
from reader.facts.grammar.ranges import joint_at
from reader.facts.grammar.years import century_or_decade, part_of_year, year_alone
from reader.facts.grammar_values import Month
from reader.facts.lexicon import WordClass
from reader.facts.moment import Moment
from reader.facts.numerals import letters
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind
from reader.named_tuples import NamedTuple


class DateSpan(NamedTuple):
    """A date or a range of dates, and where it begins in code points."""

    start: int
    first: Moment
    last: Moment | None = None

    @property
    def end(self) -> int:
        """The token after it."""
        return (self.last or self.first).end


def date_of(stream: TokenStream, span: DateSpan, i: int) -> Match:
    """The fact that a span beginning at token ``i`` states; a silent one when it depends on today."""
    match = match_of(stream, span)
    return match._replace(silent=True) if _depends_on_now(stream, i, match.next) else match


def match_of(stream: TokenStream, span: DateSpan) -> Match:
    """The fact a span states; a silent one when there is no such day, for its parts are no facts either."""
    first, last = span.first, span.last
    match = Match(FactKind.DATE, span.start, stream.end(span.end), span.end, "")
    if not first.exists() or (last is not None and not last.exists()):
        return match._replace(silent=True)
    value, gregorian = first.iso(), first.gregorian()
    if last is not None:
        value += f"/{last.iso()}"
        gregorian = f"{gregorian}/{last.gregorian()}" if gregorian and last.gregorian() else ""
    calendar = "" if first.calendar == "gregorian" else first.calendar
    return match._replace(value=value, calendar=calendar, gregorian=gregorian)


def _depends_on_now(stream: TokenStream, start: int, end: int) -> bool:
    """Whether a word beside a date makes it one that only today's date can tell: «يناير الماضي», «هذا مايو»."""
    definite, pointing = stream.features.relative_definite, stream.words.pointing
    if stream.hit(end, WordClass.RELATIVE) is not None and (not definite or stream.is_definite(end)):
        return True
    before = stream.hit(start - 1, WordClass.RELATIVE)
    if before is not None and not before.conjunction and stream.key(start - 1) in pointing:
        return True
    if stream.hit(start - 1, WordClass.MONTH_CUE) is not None and stream.key(start - 2) in pointing:
        return True
    for word_class in (WordClass.TO, WordClass.YEAR_CUE, WordClass.WEEK):
        named = stream.hit(end, word_class) if definite or word_class is not WordClass.TO else None
        if named is not None and stream.hit(named.end, WordClass.RELATIVE) is not None:
            return True
    for i in range(start - 1, start - 4, -1):
        if stream.hit(i, WordClass.LAST) is not None:
            return True
        if not stream.word_classes(i) & _BETWEEN_LAST:
            break
    return False


_BETWEEN_LAST = WordClass.PERIOD | WordClass.WEEKDAY | WordClass.OF | WordClass.IN | WordClass.WEEK | WordClass.NUMBER
"""Classes of words that may stand between "the last" and the date it is of."""


def span_at(stream: TokenStream, i: int) -> DateSpan | None:
    """A range of dates, else a date."""
    return _range_at(stream, i) or _single_at(stream, i)


def _single_at(stream: TokenStream, i: int) -> DateSpan | None:
    cue = stream.hit(i, WordClass.DAY_CUE)
    if cue is not None and stream.hit(cue.end, WordClass.WEEKDAY) is not None:
        found = _moment_at(stream, _after_weekday(stream, cue.end))
        return None if found is None else DateSpan(_start_of(stream, cue.end), found)
    at = _after_weekday(stream, i)
    found = _moment_at(stream, at)
    if found is not None:
        led = stream.key(i - 1) in stream.words.definite and _is_ordered(stream, i)
        return DateSpan(stream.start(i - 1) if led else _start_of(stream, i), found)
    if cue is None or at != i:
        return None
    found = day_first(stream, cue.end) or numeric_at(stream, cue.end)
    if found is None or found.month is None:
        return None
    if stream.key(i - 1) in stream.words.definite and _is_ordered(stream, i):
        return DateSpan(stream.start(i - 1), found)
    the = bool(stream.words.definite) and _is_ordered(stream, cue.end)
    return DateSpan(stream.start(i) if the else _start_of(stream, cue.end), found)


def _is_ordered(stream: TokenStream, i: int) -> bool:
    """Whether a date begins with its place in a row, which has the article: "the 3rd of May", "the 1990s"."""
    if stream.is_digits(i):
        return stream.is_glued(i + 1) and stream.tokens[i + 1].kind is TokenKind.WORD
    return not stream.any_hit(i, WordClass.MONTH, WordClass.WEEKDAY)


def _start_of(stream: TokenStream, i: int) -> int:
    """Where a date begins: a conjunction written with its first word is not part of it."""
    lettered = letters.day_at(stream, i)
    return stream.start_of(i) if lettered is None else stream.start_without(i, lettered.cut)


def _after_weekday(stream: TokenStream, i: int) -> int:
    """The index after «الأربعاء الموافق», "Monday,"; ``i`` when there is no weekday."""
    end = stream.skip(i, WordClass.WEEKDAY)
    if end == i:
        return i
    end += stream.is_sign(end, ",،")
    end += stream.key(end) in stream.words.agreeing
    return stream.skip(end, WordClass.DAY_CUE)


def _moment_at(stream: TokenStream, i: int) -> Moment | None:
    """The longest moment at a token; of equals, the first reading's. A stream remembers it, for it is asked twice."""
    if i not in stream.moments:
        found = (reading(stream, i) for reading in _READINGS)
        stream.moments[i] = max(filter(None, found), key=lambda moment: moment.end, default=None)
    return stream.moments[i]


_READINGS = (
    numeric_at, day_first, month_first, month_number, month_by_ordinal, part_of_year, century_or_decade, year_alone,
)  # fmt: skip


def _range_at(stream: TokenStream, i: int) -> DateSpan | None:
    """Days, months or years from one to another; what only the last names belongs to both."""
    opening = stream.hit(i, WordClass.BETWEEN) or stream.hit(i, WordClass.FROM)
    opened = opening is not None
    start = _start_of(stream, i) if opening is None else stream.start_without(i, opening.shed)
    at = _after_weekday(stream, opening.end if opening else i)
    named = _days_behind_month(stream, at, start, opened=opened)
    if named is not None:
        return named
    ends = _days_before_month(stream, at, opened=opened) or _two_years(stream, at, opened=opened)
    if ends is not None:
        return DateSpan(start, *ends)
    first = _moment_at(stream, at)
    joint = None if first is None else joint_at(stream, first.end, opened=opened)
    last = None if joint is None else _moment_at(stream, _after_weekday(stream, joint))
    if first is None or last is None or first.other or last.other:
        return None
    if (first.month is None) != (last.month is None) and not (first.year and last.year):
        return None
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year, short_year=last.short_year, calendar=last.calendar)
    return DateSpan(start, first, last)


def _days_behind_month(stream: TokenStream, i: int, start: int, *, opened: bool) -> DateSpan | None:
    """A month and two days of it: "May 3-5", «شهر نوفمبر بين 19 و 20»."""
    month = None if opened and stream.is_digits(i) else month_hit(stream, i)
    if month is None:
        return None
    named, at = month
    opening = stream.hit(at, WordClass.BETWEEN) or stream.hit(at, WordClass.FROM)
    days = _two_days(stream, opening.end if opening else at, opened=opening is not None)
    if days is None:
        return None
    return DateSpan(_start_of(stream, i) if opening else start, *_dated(stream, days, named, days[2]))


def _days_before_month(stream: TokenStream, i: int, *, opened: bool) -> tuple[Moment, Moment] | None:
    """Two days and their month: «من 3 إلى 5 مايو»."""
    days = _two_days(stream, i + (stream.key(i) in stream.words.definite), opened=opened)
    if days is None:
        return None
    first, last, end = days
    month = to_month(stream, end)
    if month is not None:
        return _dated(stream, days, *month)
    of = stream.hit(end, WordClass.OF)
    numbered = month_number(stream, of.end) if of else None
    return None if numbered is None else (numbered._replace(day=first), numbered._replace(day=last))


def _dated(stream: TokenStream, days: tuple[int, int, int], month: Month, end: int) -> tuple[Moment, Moment]:
    """Two days of a month that ends before a token, with the year behind it."""
    last = with_year(stream, Moment(end, None, month.number, days[1], month.calendar))
    return last._replace(day=days[0]), last


def _two_days(stream: TokenStream, i: int, *, opened: bool) -> tuple[int, int, int] | None:
    """Two days of a month with what joins them between, and the token after them."""
    first = day_number(stream, i)
    joint = joint_at(stream, first.end, opened=opened) if first is not None else None
    if first is None or joint is None:
        return None
    second = day_number(stream, joint + (stream.key(joint) in stream.words.definite))
    return None if second is None else (int(first.value), int(second.value), second.end)


def _two_years(stream: TokenStream, i: int, *, opened: bool) -> tuple[Moment, Moment] | None:
    """``2014-2018`` and «من 2014 إلى 2018», with the word for year before either."""
    at = stream.skip(i, WordClass.YEAR_CUE)
    cued = at > i
    apart = cued or opened or not stream.is_glued(at) or stream.is_sign(at - 1, "([")
    if not (stream.is_digits(at) and apart):
        return None
    spoken = _spoken_years(stream, at) if cued else None
    if spoken is not None:
        return spoken
    joint = at + 2 if _is_financial_year(stream, at) else joint_at(stream, at + 1, opened=opened)
    if joint is None:
        return None
    second = stream.skip(joint, WordClass.YEAR_CUE)
    sizes = [len(stream.key(k)) if stream.is_digits(k) else 0 for k in (at, second)]
    if not {*sizes} <= {3, 4}:
        return None
    first_year, last_year = int(stream.key(at)), int(stream.key(second))
    last = with_era(stream, Moment(second + 1, last_year))
    if last.end > second + 1:
        sure = last.calendar != "gregorian" or len(stream.key(second + 1)) > 1 or first_year >= 1000
        likely = sure and first_year < last_year < first_year + _LIFETIMES  # «120 - 150 م» are metres
    elif cued or second > joint:
        likely = sizes == [4, 4]
    else:
        exact = opened and bool(first_year % 100 or last_year % 100)
        likely = (1000 if exact else 1500) <= first_year < last_year <= 2100
    return (last._replace(end=at + 1, year=first_year), last) if likely else None


_LIFETIMES = 200
"""The most years between two that an era stands behind: «(1138 - 1193 م)»."""


def _spoken_years(stream: TokenStream, i: int) -> tuple[Moment, Moment] | None:
    """A year and the next in two digits: ``2021-22``, in right-to-left text also ``22-2021``."""
    if not (stream.is_sign(i + 1, "-–/") and stream.is_digits(i + 2)) or stream.is_sign(i + 3, "-–/"):
        return None
    second, first = sorted((stream.key(i), stream.key(i + 2)), key=len)
    if len(first) != 4 or len(second) != 2 or (int(first) + 1) % 100 != int(second):
        return None
    return Moment(i + 3, int(first)), Moment(i + 3, int(first) + 1)


def _is_financial_year(stream: TokenStream, i: int) -> bool:
    """Whether two years with a slash between follow each other: ``2025/2026``."""
    if not (stream.is_sign(i + 1, "/") and stream.is_digits(i + 2) and len(stream.key(i + 2)) == 4):
        return False
    return int(stream.key(i + 2)) == int(stream.key(i)) + 1 and not stream.is_sign(i + 3, "/")
