"""Owns dates: days, months, years, quarters, decades, centuries and ranges of them, in four calendars.

Values are ISO 8601 with X for what the text does not state (``XXXX-04-29``, ``199X``, ``2024-Q4``), ranges ``a/b``. A
date that depends on today (اليوم, العام الماضي) is not a fact, and a day that does not exist is none.
"""

from dataclasses import replace
from typing import NamedTuple

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
from reader.facts.lexicon import Role
from reader.facts.numerals import gematria
from reader.facts.scan import Scan
from reader.facts.tokens import TokenKind
from reader.model import FactKind


class Span(NamedTuple):
    """A date or a range of dates, and where it begins in code points."""

    start: int
    first: Moment
    last: Moment | None = None

    @property
    def end(self) -> int:
        """The token after it."""
        return (self.last or self.first).end


def date_of(scan: Scan, span: Span, i: int) -> Match | None:
    """The fact that a span beginning at token ``i`` states; a silent one when it depends on today."""
    match = match_of(scan, span)
    if match is not None and _depends_on_now(scan, i, match.next):
        return match._replace(silent=True)
    return match


def match_of(scan: Scan, span: Span) -> Match | None:
    """The fact a span states; a silent one when there is no such day, for its parts are no facts either."""
    first, last = span.first, span.last
    if not first.exists() or (last is not None and not last.exists()):
        return Match(FactKind.DATE, span.start, scan.end(span.end), span.end, "", silent=True)
    value = first.iso()
    gregorian = first.gregorian()
    if last is not None:
        value += f"/{last.iso()}"
        gregorian = f"{gregorian}/{last.gregorian()}" if gregorian and last.gregorian() else ""
    calendar = "" if first.calendar == "gregorian" else first.calendar
    return Match(FactKind.DATE, span.start, scan.end(span.end), span.end, value, calendar=calendar, gregorian=gregorian)


def _depends_on_now(scan: Scan, start: int, end: int) -> bool:
    """Whether a word beside a date makes it one that only today's date can tell: «يناير الماضي», «هذا مايو»."""
    after = scan.hit(end, Role.RELATIVE)
    if after is not None and (scan.language != "ar" or scan.key(end).startswith("ال")):
        return True
    before = scan.hit(start - 1, Role.RELATIVE)
    if before is not None and not before.conjunction and scan.key(start - 1) in _POINTING:
        return True
    until = scan.hit(end, Role.TO)
    if until is not None and scan.hit(until.end, Role.RELATIVE) is not None and scan.language == "ar":
        return True
    named = scan.hit(end, Role.YEAR_CUE) or scan.hit(end, Role.WEEK)
    if named is not None and scan.hit(named.end, Role.RELATIVE) is not None:
        return True
    cue = scan.hit(start - 1, Role.MONTH_CUE)
    if cue is not None and scan.key(start - 2) in _POINTING:
        return True
    for i in range(start - 1, start - 4, -1):
        if scan.hit(i, Role.LAST) is not None:
            return True
        if not scan.roles(i) & (Role.PERIOD | Role.WEEKDAY | Role.OF | Role.IN | Role.WEEK | Role.NUMBER):
            return False
    return False


_POINTING = frozenset(("هذا", "هذه", "this", "next", "last", "اين"))


def span_at(scan: Scan, i: int) -> Span | None:
    """A range of dates, else a date."""
    return _range_at(scan, i) or _single_at(scan, i)


def _single_at(scan: Scan, i: int) -> Span | None:
    start = _start_of(scan, i)
    cue = scan.hit(i, Role.DAY_CUE)
    named = cue is not None and scan.hit(cue.end, Role.WEEKDAY) is not None
    at = _after_weekday(scan, cue.end if cue is not None and named else i)
    found = _moment_at(scan, at)
    if found is None and at != i:
        return None
    if found is None and cue is not None:
        found = day_first(scan, cue.end) or numeric_at(scan, cue.end)
        if found is None or found.month is None:
            return None
        the = scan.language == "en" and _is_ordered(scan, cue.end)
        start = scan.start(i) if the else _start_of(scan, cue.end)
    if found is None:
        return None
    if named and cue is not None:
        start = _start_of(scan, cue.end)
    elif scan.language == "en" and scan.key(i - 1) == "the" and _is_ordered(scan, i):
        start = scan.start(i - 1)
    return Span(start, found)


def _is_ordered(scan: Scan, i: int) -> bool:
    """Whether a date begins with its place in a row, which has the article: "the 3rd of May", "the 1990s"."""
    if scan.is_digits(i):
        return scan.is_glued(i + 1) and scan.tokens[i + 1].kind is TokenKind.WORD
    return scan.hit(i, Role.MONTH) is None and scan.hit(i, Role.WEEKDAY) is None


def _start_of(scan: Scan, i: int) -> int:
    """Where a date begins: a conjunction written with its first word is not part of it."""
    lettered = gematria.day_at(scan, i) if scan.language == "he" else None
    if lettered is not None:
        return scan.start_without(i, lettered.cut)
    for role in (
        Role.MONTH,
        Role.WEEKDAY,
        Role.NUMBER,
        Role.YEAR_CUE,
        Role.MONTH_CUE,
        Role.QUARTER,
        Role.HALF,
        Role.WEEK,
        Role.CENTURY,
        Role.DECADE,
        Role.DAY_CUE,
    ):
        hit = scan.hit(i, role)
        if hit is not None:
            return scan.start_without(i, hit.shed)
    return scan.start(i)


def _after_weekday(scan: Scan, i: int) -> int:
    """The index after «الأربعاء الموافق», "Monday,"; ``i`` when there is no weekday."""
    hit = scan.hit(i, Role.WEEKDAY)
    if hit is None:
        return i
    end = hit.end
    if scan.is_sign(end, ",،"):
        end += 1
    agreeing = scan.key(end)
    if agreeing in ("الموافق", "موافق", "المصادف", "مورخ"):
        end += 1
    return scan.skip(end, Role.DAY_CUE)


def _moment_at(scan: Scan, i: int) -> Moment | None:
    candidates = (
        numeric_at(scan, i),
        day_first(scan, i),
        month_first(scan, i),
        month_number(scan, i),
        month_by_ordinal(scan, i),
        week_of_year(scan, i),
        part_of_year(scan, i),
        century_or_decade(scan, i),
        year_alone(scan, i),
    )
    found = [moment for moment in candidates if moment is not None]
    return max(found, key=lambda moment: moment.end, default=None)


def _range_at(scan: Scan, i: int) -> Span | None:
    """Days, months or years from one to another; what only the last names belongs to both."""
    opening = scan.hit(i, Role.BETWEEN) or scan.hit(i, Role.FROM)
    at = opening.end if opening else i
    start = scan.start_without(i, opening.shed) if opening else _start_of(scan, i)
    at = _after_weekday(scan, at)
    month = month_hit(scan, at) if opening is None or not scan.is_digits(at) else None
    if month is not None:
        inner = scan.hit(month[1], Role.BETWEEN) or scan.hit(month[1], Role.FROM)
        days = _two_days(scan, inner.end if inner else month[1], opened=inner is not None)
        if days is not None:
            first, last, end = days
            if inner is not None:
                start = _start_of(scan, at)
            base = with_year(scan, Moment(end, None, month[0].number, last, month[0].calendar))
            return Span(start, replace(base, day=first), base)
    days = _two_days(scan, at, opened=opening is not None)
    if days is not None:
        first, last, end = days
        found = to_month(scan, end)
        if found is not None:
            base = with_year(scan, Moment(found[1], None, found[0].number, last, found[0].calendar))
            return Span(start, replace(base, day=first), base)
        of = scan.hit(end, Role.OF)
        numbered = month_number(scan, of.end) if of else None
        if numbered is not None:
            return Span(start, replace(numbered, day=first), replace(numbered, day=last))
    years = _two_years(scan, at, opened=opening is not None)
    if years is not None:
        return Span(start, *years)
    first_moment = _moment_at(scan, at)
    if first_moment is None:
        return None
    joint = _joint(scan, first_moment.end, opened=opening is not None)
    if joint is None:
        return None
    second = _moment_at(scan, _after_weekday(scan, joint))
    if second is None or (first_moment.month is None) != (second.month is None) or first_moment.other or second.other:
        return None
    if first_moment.year is None and second.year is not None:
        first_moment = replace(first_moment, year=second.year, short_year=second.short_year, calendar=second.calendar)
    return Span(start, first_moment, second)


def _joint(scan: Scan, i: int, *, opened: bool) -> int | None:
    """The index after what joins the ends of a range; "and" joins them only after "between"."""
    hit = scan.hit(i, Role.TO)
    if hit is not None and hit.end > i and not (hit.preposition or hit.conjunction):
        return hit.end
    if scan.is_sign(i, "-–—־"):
        return i + 1
    if opened:
        conjunction = scan.hit(i, Role.AND)
        if conjunction is not None:
            return conjunction.end
        word = scan.hit(i, Role.NUMBER) or scan.hit(i, Role.MONTH) or scan.hit(i, Role.YEAR_CUE)
        if word is not None and word.conjunction:
            return i
    return None


def _two_days(scan: Scan, i: int, *, opened: bool) -> tuple[int, int, int] | None:
    first = day_number(scan, i)
    if first is None:
        return None
    joint = _joint(scan, first.end, opened=opened)
    second = day_number(scan, joint) if joint is not None else None
    if second is None or not isinstance(first.value, int) or not isinstance(second.value, int):
        return None
    return first.value, second.value, second.end


def _two_years(scan: Scan, i: int, *, opened: bool) -> tuple[Moment, Moment] | None:
    """``2014-2018`` and «من 2014 إلى 2018», with the word for year before either."""
    cue = scan.hit(i, Role.YEAR_CUE)
    at = cue.end if cue else i
    if (
        not scan.is_digits(at)
        or len(scan.key(at)) != 4
        or (cue is None and not opened and scan.is_glued(at) and not scan.is_sign(at - 1, "(["))
    ):
        return None
    joint = at + 2 if _is_financial_year(scan, at) else _joint(scan, at + 1, opened=opened)
    if joint is None:
        return None
    again = scan.hit(joint, Role.YEAR_CUE)
    second = again.end if again else joint
    if not scan.is_digits(second) or len(scan.key(second)) != 4:
        return None
    first_year, last_year = int(scan.key(at)), int(scan.key(second))
    if cue is None and again is None and not (1500 <= first_year < last_year <= 2100):
        return None
    last = with_era(scan, Moment(second + 1, last_year))
    return Moment(at + 1, first_year, calendar=last.calendar, before=last.before), last


def _is_financial_year(scan: Scan, i: int) -> bool:
    """Whether two years with a slash between follow each other: ``2025/2026``."""
    if not (scan.is_sign(i + 1, "/") and scan.is_digits(i + 2) and len(scan.key(i + 2)) == 4):
        return False
    return int(scan.key(i + 2)) == int(scan.key(i)) + 1 and not scan.is_sign(i + 3, "/")
