"""Owns dates: days, months, years, quarters, decades, centuries and ranges of them, in four calendars.

Values are ISO 8601 with X for what the text does not state (``XXXX-04-29``, ``199X``, ``2024-Q4``), ranges ``a/b``. A
date that depends on today (اليوم, العام الماضي) is not a fact, and a day that does not exist is none.
"""

from reader.facts.grammar.match import Match
from reader.facts.grammar.moments import (
    Moment,
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
from reader.facts.grammar.years import century_or_decade, part_of_year, week_of_year, year_alone
from reader.facts.lexicon import WordClass
from reader.facts.numerals import letters
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind
from reader.named_tuples import NamedTuple
from reader.values import replace


class DateSpan(NamedTuple):
    """A date or a range of dates, and where it begins in code points."""

    start: int
    first: Moment
    last: Moment | None = None

    @property
    def end(self) -> int:
        """The token after it."""
        return (self.last or self.first).end


def date_of(stream: TokenStream, span: DateSpan, i: int) -> Match | None:
    """The fact that a span beginning at token ``i`` states; a silent one when it depends on today."""
    match = match_of(stream, span)
    if match is not None and _depends_on_now(stream, i, match.next):
        return match._replace(silent=True)
    return match


def match_of(stream: TokenStream, span: DateSpan) -> Match | None:
    """The fact a span states; a silent one when there is no such day, for its parts are no facts either."""
    first, last = span.first, span.last
    if not first.exists() or (last is not None and not last.exists()):
        return Match(FactKind.DATE, span.start, stream.end(span.end), span.end, "", silent=True)
    value = first.iso()
    gregorian = first.gregorian()
    if last is not None:
        value += f"/{last.iso()}"
        gregorian = f"{gregorian}/{last.gregorian()}" if gregorian and last.gregorian() else ""
    calendar = "" if first.calendar == "gregorian" else first.calendar
    return Match(
        FactKind.DATE, span.start, stream.end(span.end), span.end, value, calendar=calendar, gregorian=gregorian
    )


def _depends_on_now(stream: TokenStream, start: int, end: int) -> bool:
    """Whether a word beside a date makes it one that only today's date can tell: «يناير الماضي», «هذا مايو»."""
    after = stream.hit(end, WordClass.RELATIVE)
    if after is not None and (not stream.features.relative_definite or stream.is_definite(end)):
        return True
    before = stream.hit(start - 1, WordClass.RELATIVE)
    if before is not None and not before.conjunction and stream.key(start - 1) in stream.words.pointing:
        return True
    until = stream.hit(end, WordClass.TO)
    if (
        until is not None
        and stream.hit(until.end, WordClass.RELATIVE) is not None
        and stream.features.relative_definite
    ):
        return True
    named = stream.hit(end, WordClass.YEAR_CUE) or stream.hit(end, WordClass.WEEK)
    if named is not None and stream.hit(named.end, WordClass.RELATIVE) is not None:
        return True
    cue = stream.hit(start - 1, WordClass.MONTH_CUE)
    if cue is not None and stream.key(start - 2) in stream.words.pointing:
        return True
    for i in range(start - 1, start - 4, -1):
        if stream.hit(i, WordClass.LAST) is not None:
            return True
        if not stream.word_classes(i) & (
            WordClass.PERIOD | WordClass.WEEKDAY | WordClass.OF | WordClass.IN | WordClass.WEEK | WordClass.NUMBER
        ):
            return False
    return False


def span_at(stream: TokenStream, i: int) -> DateSpan | None:
    """A range of dates, else a date."""
    return _range_at(stream, i) or _single_at(stream, i)


def _single_at(stream: TokenStream, i: int) -> DateSpan | None:
    start = _start_of(stream, i)
    cue = stream.hit(i, WordClass.DAY_CUE)
    named = cue is not None and stream.hit(cue.end, WordClass.WEEKDAY) is not None
    at = _after_weekday(stream, cue.end if cue is not None and named else i)
    found = _moment_at(stream, at)
    if found is None and at != i:
        return None
    if found is None and cue is not None:
        found = day_first(stream, cue.end) or numeric_at(stream, cue.end)
        if found is None or found.month is None:
            return None
        the = bool(stream.words.definite) and _is_ordered(stream, cue.end)
        start = stream.start(i) if the else _start_of(stream, cue.end)
    if found is None:
        return None
    if named and cue is not None:
        start = _start_of(stream, cue.end)
    elif stream.key(i - 1) in stream.words.definite and _is_ordered(stream, i):
        start = stream.start(i - 1)
    return DateSpan(start, found)


def _is_ordered(stream: TokenStream, i: int) -> bool:
    """Whether a date begins with its place in a row, which has the article: "the 3rd of May", "the 1990s"."""
    if stream.is_digits(i):
        return stream.is_glued(i + 1) and stream.tokens[i + 1].kind is TokenKind.WORD
    return stream.hit(i, WordClass.MONTH) is None and stream.hit(i, WordClass.WEEKDAY) is None


def _start_of(stream: TokenStream, i: int) -> int:
    """Where a date begins: a conjunction written with its first word is not part of it."""
    lettered = letters.day_at(stream, i)
    if lettered is not None:
        return stream.start_without(i, lettered.cut)
    for word_class in (
        WordClass.MONTH,
        WordClass.WEEKDAY,
        WordClass.NUMBER,
        WordClass.YEAR_CUE,
        WordClass.MONTH_CUE,
        WordClass.QUARTER,
        WordClass.HALF,
        WordClass.WEEK,
        WordClass.CENTURY,
        WordClass.DECADE,
        WordClass.DAY_CUE,
    ):
        hit = stream.hit(i, word_class)
        if hit is not None:
            return stream.start_without(i, hit.shed)
    return stream.start(i)


def _after_weekday(stream: TokenStream, i: int) -> int:
    """The index after «الأربعاء الموافق», "Monday,"; ``i`` when there is no weekday."""
    hit = stream.hit(i, WordClass.WEEKDAY)
    if hit is None:
        return i
    end = hit.end
    if stream.is_sign(end, ",،"):
        end += 1
    end += stream.key(end) in stream.words.agreeing
    return stream.skip(end, WordClass.DAY_CUE)


def _moment_at(stream: TokenStream, i: int) -> Moment | None:
    candidates = (
        numeric_at(stream, i),
        day_first(stream, i),
        month_first(stream, i),
        month_number(stream, i),
        month_by_ordinal(stream, i),
        week_of_year(stream, i),
        part_of_year(stream, i),
        century_or_decade(stream, i),
        year_alone(stream, i),
    )
    found = [moment for moment in candidates if moment is not None]
    return max(found, key=lambda moment: moment.end, default=None)


def _range_at(stream: TokenStream, i: int) -> DateSpan | None:
    """Days, months or years from one to another; what only the last names belongs to both."""
    opening = stream.hit(i, WordClass.BETWEEN) or stream.hit(i, WordClass.FROM)
    at = opening.end if opening else i
    start = stream.start_without(i, opening.shed) if opening else _start_of(stream, i)
    at = _after_weekday(stream, at)
    month = month_hit(stream, at) if opening is None or not stream.is_digits(at) else None
    if month is not None:
        inner = stream.hit(month[1], WordClass.BETWEEN) or stream.hit(month[1], WordClass.FROM)
        days = _two_days(stream, inner.end if inner else month[1], opened=inner is not None)
        if days is not None:
            first, last, end = days
            if inner is not None:
                start = _start_of(stream, at)
            base = with_year(stream, Moment(end, None, month[0].number, last, month[0].calendar))
            return DateSpan(start, replace(base, day=first), base)
    days = _two_days(stream, at + (stream.key(at) in stream.words.definite), opened=opening is not None)
    if days is not None:
        first, last, end = days
        found = to_month(stream, end)
        if found is not None:
            base = with_year(stream, Moment(found[1], None, found[0].number, last, found[0].calendar))
            return DateSpan(start, replace(base, day=first), base)
        of = stream.hit(end, WordClass.OF)
        numbered = month_number(stream, of.end) if of else None
        if numbered is not None:
            return DateSpan(start, replace(numbered, day=first), replace(numbered, day=last))
    years = _two_years(stream, at, opened=opening is not None)
    if years is not None:
        return DateSpan(start, *years)
    first_moment = _moment_at(stream, at)
    if first_moment is None:
        return None
    joint = _joint(stream, first_moment.end, opened=opening is not None)
    if joint is None:
        return None
    second = _moment_at(stream, _after_weekday(stream, joint))
    if second is None or first_moment.other or second.other:
        return None
    if (first_moment.month is None) != (second.month is None) and (not first_moment.year or not second.year):
        return None
    if first_moment.year is None and second.year is not None:
        first_moment = replace(first_moment, year=second.year, short_year=second.short_year, calendar=second.calendar)
    return DateSpan(start, first_moment, second)


def _joint(stream: TokenStream, i: int, *, opened: bool) -> int | None:
    """The index after what joins the ends of a range; "and" joins them only after "between"."""
    hit = stream.hit(i, WordClass.TO)
    if hit is not None and hit.end > i and not (hit.preposition or hit.conjunction):
        return hit.end
    if stream.is_sign(i, "-–—־~"):
        return i + 1
    if opened:
        conjunction = stream.hit(i, WordClass.AND)
        if conjunction is not None:
            return conjunction.end
        word = stream.hit(i, WordClass.NUMBER) or stream.hit(i, WordClass.MONTH) or stream.hit(i, WordClass.YEAR_CUE)
        if word is not None and word.conjunction:
            return i
    return None


def _two_days(stream: TokenStream, i: int, *, opened: bool) -> tuple[int, int, int] | None:
    first = day_number(stream, i)
    if first is None:
        return None
    joint = _joint(stream, first.end, opened=opened)
    if joint is not None and stream.key(joint) in stream.words.definite:
        joint += 1
    second = day_number(stream, joint) if joint is not None else None
    if second is None or not isinstance(first.value, int) or not isinstance(second.value, int):
        return None
    return first.value, second.value, second.end


def _two_years(stream: TokenStream, i: int, *, opened: bool) -> tuple[Moment, Moment] | None:
    """``2014-2018`` and «من 2014 إلى 2018», with the word for year before either."""
    cue = stream.hit(i, WordClass.YEAR_CUE)
    at = cue.end if cue else i
    if not stream.is_digits(at) or (
        cue is None and not opened and stream.is_glued(at) and not stream.is_sign(at - 1, "([")
    ):
        return None
    spoken = _spoken_years(stream, at) if cue is not None else None
    if spoken is not None:
        return spoken
    if len(stream.key(at)) not in (3, 4):
        return None
    joint = at + 2 if _is_financial_year(stream, at) else _joint(stream, at + 1, opened=opened)
    if joint is None:
        return None
    again = stream.hit(joint, WordClass.YEAR_CUE)
    second = again.end if again else joint
    if not stream.is_digits(second) or len(stream.key(second)) not in (3, 4):
        return None
    first_year, last_year = int(stream.key(at)), int(stream.key(second))
    last = with_era(stream, Moment(second + 1, last_year))
    if last.end > second + 1:
        sure = last.calendar != "gregorian" or len(stream.key(second + 1)) > 1 or first_year >= 1000
        likely = sure and first_year < last_year < first_year + _LIFETIMES  # «120 - 150 م» are metres
    elif cue is None and again is None:
        exact = opened and bool(first_year % 100 or last_year % 100)
        likely = (1000 if exact else 1500) <= first_year < last_year <= 2100
    else:
        likely = len(stream.key(at)) == len(stream.key(second)) == 4
    if not likely:
        return None
    return Moment(at + 1, first_year, calendar=last.calendar, before=last.before), last


_LIFETIMES = 200
"""The most years between two that an era stands behind: «(1138 - 1193 م)»."""


def _spoken_years(stream: TokenStream, i: int) -> tuple[Moment, Moment] | None:
    """A year and the next in two digits: ``2021-22``, in right-to-left text also ``22-2021``."""
    if not (stream.is_sign(i + 1, "-–/") and stream.is_digits(i + 2)) or stream.is_sign(i + 3, "-–/"):
        return None
    first, second = stream.key(i), stream.key(i + 2)
    if len(second) == 4 and len(first) == 2:
        first, second = second, first
    if len(first) != 4 or len(second) != 2 or (int(first) + 1) % 100 != int(second):
        return None
    return Moment(i + 3, int(first)), Moment(i + 3, int(first) + 1)


def _is_financial_year(stream: TokenStream, i: int) -> bool:
    """Whether two years with a slash between follow each other: ``2025/2026``."""
    if not (stream.is_sign(i + 1, "/") and stream.is_digits(i + 2) and len(stream.key(i + 2)) == 4):
        return False
    return int(stream.key(i + 2)) == int(stream.key(i)) + 1 and not stream.is_sign(i + 3, "/")
