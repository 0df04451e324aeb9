"""Owns dates: days, months, years, quarters, decades, centuries and ranges of them, in four calendars.

Values are ISO 8601 with X for what the text does not state (``XXXX-04-29``, ``199X``, ``2024-Q4``), ranges ``a/b``. A date that depends
on today (اليوم, العام الماضي) is not a fact, and a day that does not exist is none.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.facts.calendars import gregorian_of, is_day
from reader.facts.grammar.match import Match
from reader.facts.lexicon import Role, meaning
from reader.facts.numerals import Numeral, Style, numeral_at
from reader.facts.scan import Scan
from reader.facts.values import Era, Month, NumberWord
from reader.model import FactKind


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text states of a date; None is not stated. ``end`` is the token after it, ``cut`` what its first word sheds."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = "gregorian"
    before: bool = False
    short_year: bool = False
    other: str = ""  # the finished value of a quarter, a decade …

    def iso(self) -> str:
        """The date in ISO 8601."""
        if self.other:
            return self.other
        if self.year is None:
            year = "XXXX"
        elif self.short_year:
            year = f"XX{self.year:02}"
        else:
            year = f"-{self.year:04}" if self.before else f"{self.year:04}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")

    def gregorian(self) -> str:
        """The Gregorian equivalent; "" when the date is Gregorian or its year unknown."""
        if self.other or self.year is None or self.short_year or self.calendar == "gregorian":
            return ""
        return gregorian_of(self.calendar, self.year, self.month, self.day)

    def exists(self) -> bool:
        """Whether there is such a date."""
        if self.other or self.month is None:
            return True
        return is_day(self.calendar, None if self.short_year else self.year, self.month, self.day or 1)


class Span(NamedTuple):
    """A date or a range of dates, and where it begins in code points."""

    start: int
    first: Moment
    last: Moment | None = None

    @property
    def end(self) -> int:
        return (self.last or self.first).end


def date_of(scan: Scan, span: Span, i: int) -> Match | None:
    """The fact that a span beginning at token ``i`` states; a silent one when it depends on today."""
    match = match_of(scan, span)
    if match is not None and _depends_on_now(scan, i, match.next):
        return match._replace(silent=True)
    return match


def match_of(scan: Scan, span: Span) -> Match | None:
    """The fact a span states."""
    first, last = span.first, span.last
    if not first.exists() or (last is not None and not last.exists()):
        return None
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
    if (after is not None and scan.key(end)[:2] == "ال") or (after is not None and scan.language != "ar"):
        return True
    before = scan.hit(start - 1, Role.RELATIVE) if start else None
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
    return any(scan.hit(start - back, Role.LAST) is not None for back in (2, 3))


_POINTING = frozenset(("هذا", "هذه", "this", "next", "last", "اين"))


def span_at(scan: Scan, style: Style, i: int) -> Span | None:
    """A range of dates, else a date."""
    return _range_at(scan, style, i) or _single_at(scan, style, i)


def _single_at(scan: Scan, style: Style, i: int) -> Span | None:
    start = _start_of(scan, i)
    at = _after_weekday(scan, i)
    found = _moment_at(scan, style, at)
    if found is None and at != i:
        return None
    if found is None:
        cue = scan.hit(i, Role.DAY_CUE)
        if cue is not None:
            found = _day_first(scan, style, cue.end) or _numeric_at(scan, cue.end)
            if found is None or found.month is None:
                return None
            if not scan.is_digits(cue.end):
                start = _start_of(scan, cue.end)
    if found is not None and at == i and scan.is_digits(i) and scan.is_glued(i) and scan.key(i - 1) in _PARTICLES:
        start = scan.start(i - 1)
    return None if found is None else Span(start, found)


_PARTICLES = frozenset(("ה", "ב", "ל", "מ", "ال", "לה", "מה"))


def _start_of(scan: Scan, i: int) -> int:
    """Where a date begins: a conjunction written with its first word is not part of it."""
    for role in (
        Role.MONTH,
        Role.WEEKDAY,
        Role.NUMBER,
        Role.YEAR_CUE,
        Role.MONTH_CUE,
        Role.QUARTER,
        Role.CENTURY,
        Role.DAY_CUE,
    ):
        hit = scan.hit(i, role)
        if hit is not None:
            return scan.start_without(i, len(hit.conjunction))
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


def _moment_at(scan: Scan, style: Style, i: int) -> Moment | None:
    candidates = (
        _numeric_at(scan, i),
        _day_first(scan, style, i),
        _month_first(scan, style, i),
        _month_number(scan, style, i),
        _month_by_ordinal(scan, style, i),
        _week_of_year(scan, style, i),
        _part_of_year(scan, style, i),
        _century_or_decade(scan, style, i),
        _year_alone(scan, style, i),
    )
    found = [moment for moment in candidates if moment is not None]
    return max(found, key=lambda moment: moment.end, default=None)


_DATE_SIGNS = "/.-−–\\"


def _numeric_at(scan: Scan, i: int) -> Moment | None:
    """``15/1/1959``, ``2016-12-22``, «15 / 1 / 1959»; the year at either end, the day first but where English has the month."""
    if not scan.is_digits(i) or (scan.is_sign(i - 1, _DATE_SIGNS) and scan.is_glued(i) and scan.is_digits(i - 2)):
        return None
    sign = scan.key(i + 1)
    if not scan.is_sign(i + 1, _DATE_SIGNS) or not scan.is_digits(i + 2):
        return None
    if not (scan.is_sign(i + 3, sign) and scan.is_digits(i + 4)):
        return _day_and_month(scan, i)
    texts = [scan.key(i), scan.key(i + 2), scan.key(i + 4)]
    if (
        scan.is_sign(i + 5, _DATE_SIGNS) and scan.is_glued(i + 5) and scan.is_digits(i + 6) and scan.is_glued(i + 6)
    ) or max(map(len, texts)) > 4:
        return None
    one, two, three = map(int, texts)
    if len(texts[0]) in (3, 4):
        year, month, day = one, two, three
    elif len(texts[2]) in (2, 4) and len(texts[0]) <= 2:
        day, month, year = (two, one, three) if scan.language == "en" else (one, two, three)
        if month > 12 >= day:
            day, month = month, day
        if len(texts[2]) == 2:
            if sign == "." and not scan.is_glued(i + 2):
                return None
            year = _full_year(year)
    else:
        return None
    if sign == "." and len(texts[0]) <= 2 and len(texts[2]) == 2 and scan.language == "en":
        return None
    calendar = _calendar_of_year(scan, year)
    moment = Moment(i + 5, year, month, day, calendar)
    moment = _with_era(scan, moment)
    return moment if moment.exists() else None


def _full_year(year: int) -> int:
    """A year of two digits in a full numeric date, by the convention of POSIX."""
    return year + (2000 if year < 69 else 1900)


def _calendar_of_year(scan: Scan, year: int) -> str:
    """The calendar a year of a numeric date must belong to, for nobody writes medieval dates in numbers."""
    if scan.language == "fa" and 1200 <= year <= 1450:
        return "persian"
    if scan.language in ("ar", "ur") and 1300 <= year <= 1500:
        return "islamic"
    return "gregorian"


def _day_and_month(scan: Scan, i: int) -> Moment | None:
    """``22/04``: a day and a month where it cannot be a quotient, for a month is written with two digits or the first is greater."""
    if not scan.is_sign(i + 1, "/") or not scan.is_glued(i + 1) or not scan.is_glued(i + 2):
        return None
    first, second = scan.key(i), scan.key(i + 2)
    if len(first) > 2 or len(second) > 2 or scan.is_sign(i + 3, "/%٪"):
        return None
    cue = scan.hit(i - 1, Role.DAY_CUE) or scan.hit(i - 1, Role.WEEKDAY)
    if not cue and not (
        second.startswith("0") or first.startswith("0") or (int(first) > int(second) > 1 and int(first) > 12)
    ):
        return None
    day, month = (int(second), int(first)) if scan.language == "en" else (int(first), int(second))
    if month > 12 >= day:
        day, month = month, day
    moment = Moment(i + 3, None, month, day)
    return moment if moment.exists() else None


def _day_number(scan: Scan, style: Style, i: int) -> Numeral | None:
    """A day of the month at ``i``: ``29``, «الثالث عشر», "13th", with a preposition of its own at most."""
    if scan.is_digits(i):
        if len(scan.key(i)) > 2 or not 1 <= int(scan.key(i)) <= 31:
            return None
        end = i + 1
        if scan.is_glued(end) and scan.key(end) in _ORDINAL_SUFFIXES:
            end += 1
        return Numeral(i, end, int(scan.key(i)))
    found = numeral_at(scan, style, i, signed=False)
    if found is None or not isinstance(found.value, int) or not 1 <= found.value <= 31:
        return None
    return found


_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th", "م", "ام", "مين"))


def _month_hit(scan: Scan, i: int) -> tuple[Month, int] | None:
    """A month by its name, doubled («آذار/مارس», «يونيو (حزيران)») or with the word month before or after it."""
    hit = scan.hit(i, Role.MONTH)
    if hit is None:
        cue = scan.hit(i, Role.MONTH_CUE)
        hit = scan.hit(cue.end, Role.MONTH) if cue else None
    if hit is None or hit.article:
        return None
    month = meaning(hit, Month)
    end = hit.end
    for opening, closing in (("/", ""), ("(", ")"), ("-", "")):
        if scan.is_sign(end, opening):
            double = scan.hit(end + 1, Role.MONTH)
            if (
                double is not None
                and isinstance(double.value, Month)
                and double.value.number == month.number
                and (not closing or scan.is_sign(double.end, closing))
            ):
                end = double.end + bool(closing)
                break
    if scan.language in ("fa", "ur"):
        end = scan.skip(end, Role.MONTH_CUE)
    return month, end


def _to_month(scan: Scan, i: int) -> tuple[Month, int] | None:
    """The month after a day: "13 of March", «الثالث عشر من شهر شباط», ۹ دی."""
    direct = _month_hit(scan, i)
    if direct is not None:
        return direct
    at = i
    if scan.is_sign(at, "-–") and scan.is_glued(at):
        at += 1
    of = scan.hit(at, Role.OF)
    return _month_hit(scan, of.end if of else at)


def _day_first(scan: Scan, style: Style, i: int) -> Moment | None:
    day = _day_number(scan, style, i)
    if day is None:
        return None
    found = _to_month(scan, day.end)
    if found is None:
        numbered = scan.hit(day.end, Role.OF)
        month = _month_number(scan, style, numbered.end) if numbered else None
        if month is None or not isinstance(day.value, int):
            return None
        return replace(month, day=day.value)
    month, end = found
    assert isinstance(day.value, int)
    dated = _with_year(scan, style, Moment(end, None, month.number, day.value, month.calendar))
    if not month.sure and day.words and not day.ordinal and dated.year is None:
        return None
    return dated


def _month_first(scan: Scan, style: Style, i: int) -> Moment | None:
    found = _month_hit(scan, i)
    if found is None:
        return None
    month, end = found
    named = scan.hit(i, Role.MONTH_CUE) is not None or end > i + 1
    moment = Moment(end, None, month.number, None, month.calendar)
    day = _day_number(scan, style, end)
    if day is not None and not (scan.is_digits(end) and scan.is_sign(end + 1, ":")):
        assert isinstance(day.value, int)
        with_day = replace(moment, end=day.end, day=day.value)
        dated = _with_year(scan, style, with_day)
        if (dated.year is not None or scan.is_digits(end) or day.ordinal) and dated.exists():
            return dated
    dated = _with_year(scan, style, moment)
    if dated.year is None and not month.sure and not named and scan.hit(i - 1, Role.IN) is None:
        return None
    return dated


def _month_number(scan: Scan, style: Style, i: int) -> Moment | None:
    """«الشهر الثامن»: a month by its number."""
    cue = scan.hit(i, Role.MONTH_CUE)
    number = numeral_at(scan, style, cue.end, signed=False) if cue else None
    if number is None or not number.ordinal or not isinstance(number.value, int) or not 1 <= number.value <= 12:
        return None
    return _with_year(scan, style, Moment(number.end, None, number.value))


def _with_year(scan: Scan, style: Style, moment: Moment) -> Moment:
    """The year after a day or a month, with its era; the moment as it is when none follows."""
    at = moment.end
    if scan.is_sign(at, ",،-/") and not (scan.is_sign(at, "-/") and not scan.is_glued(at)):
        at += 1
    cued = scan.hit(at, Role.YEAR_CUE)
    if cued is None:
        of = scan.hit(at, Role.OF)
        if of is not None:
            at = of.end
            cued = scan.hit(at, Role.YEAR_CUE)
    if cued is not None:
        at = cued.end
    year = _year_number(scan, style, at, cued=cued is not None, month=moment.calendar)
    if year is None:
        return moment
    value, end, short = year
    dated = _with_era(scan, replace(moment, end=end, year=value, short_year=short))
    if dated.calendar in ("islamic", "persian") and value > 1700:
        return Moment(end, value, other=f"{value:04}")
    return dated


def _year_number(scan: Scan, style: Style, i: int, *, cued: bool, month: str) -> tuple[int, int, bool] | None:
    """A year at ``i``: its number, the token after it, whether only its last two digits are given."""
    if scan.is_digits(i):
        key = scan.key(i)
        if scan.is_sign(i + 1, ":.٫,٬%٪") and scan.is_glued(i + 1) and scan.is_digits(i + 2) and scan.is_glued(i + 2):
            return None
        if len(key) == 4 or (cued and len(key) == 3):
            return int(key), i + 1, False
        if len(key) == 2 and (cued or month == "persian") and not scan.is_sign(i + 1, "%٪/"):
            return int(key), i + 1, True
        if len(key) in (1, 2, 3) and scan.hit(i + 1, Role.ERA) is not None and cued:
            return int(key), i + 1, False
        return None
    number = numeral_at(scan, style, i, signed=False)
    if number is None or number.ordinal or not isinstance(number.value, int):
        return None
    paired = _paired_year(scan, style, number)
    if paired is not None:
        return paired[0], paired[1], False
    if 1000 <= number.value <= 2999 or (cued and 100 <= number.value <= 2999):
        return number.value, number.end, False
    if scan.language == "he" and 20 <= number.value <= 99 and month == "gregorian":
        return _full_year(number.value), number.end, False
    return None


def _paired_year(scan: Scan, style: Style, first: Numeral) -> tuple[int, int] | None:
    """A year read in two halves: "nineteen ninety-five", עשרים עשרים ואחת."""
    if (
        scan.language not in ("en", "he")
        or not isinstance(first.value, int)
        or not 10 <= first.value <= 20
        or not first.words
    ):
        return None
    second = numeral_at(scan, style, first.end, signed=False)
    if (
        second is None
        or not second.words
        or second.ordinal
        or not isinstance(second.value, int)
        or not 10 <= second.value <= 99
    ):
        return None
    return first.value * 100 + second.value, second.end


def _with_era(scan: Scan, moment: Moment) -> Moment:
    """The era after a year: «هـ», "BC", شمسی."""
    at = moment.end
    closing = scan.is_sign(at, "(") and scan.hit(at + 1, Role.ERA)
    hit = closing or scan.hit(at, Role.ERA)
    if not hit or hit.conjunction or hit.preposition:
        return moment
    era = meaning(hit, Era)
    month_calendar = moment.calendar
    if moment.month is not None and month_calendar not in (era.calendar, "gregorian", "islamic", "persian"):
        return moment
    return replace(moment, end=hit.end, calendar=era.calendar, before=era.before)


def _part_of_year(scan: Scan, style: Style, i: int) -> Moment | None:
    """«الربع الرابع من عام 2024», "Q4 2024", "the first half of 2023"."""
    found = _ordered_part(scan, style, i)
    if found is None:
        return None
    count, number, end = found
    of = scan.skip(end, Role.OF)
    cued = scan.hit(of, Role.YEAR_CUE)
    year = _year_number(scan, style, cued.end if cued else of, cued=cued is not None, month="")
    if year is None or year[2]:
        return None
    value, end, _ = year
    if count == 4:
        return Moment(end, value, other=f"{value:04}-Q{number}")
    return Moment(end, value, other=f"{value:04}-01/{value:04}-06" if number == 1 else f"{value:04}-07/{value:04}-12")


def _ordered_part(scan: Scan, style: Style, i: int) -> tuple[int, int, int] | None:
    """A quarter or half: how many a year has, which it is, the token after it."""
    key = scan.key(i)
    if key == "q" and scan.is_digits(i + 1) and scan.is_glued(i + 1) and scan.key(i + 1) in ("1", "2", "3", "4"):
        return 4, int(scan.key(i + 1)), i + 2
    for role, count in ((Role.QUARTER, 4), (Role.HALF, 2)):
        cue = scan.hit(i, role)
        if cue is not None:
            number = numeral_at(scan, style, cue.end, signed=False)
            if number is not None and number.ordinal and isinstance(number.value, int) and number.value <= count:
                return count, number.value, number.end
        number = numeral_at(scan, style, i, signed=False)
        if number is not None and number.ordinal and isinstance(number.value, int) and number.value <= count:
            cue = scan.hit(number.end, role)
            if cue is not None:
                return count, number.value, cue.end
    return None


def _week_of_year(scan: Scan, style: Style, i: int) -> Moment | None:
    """«الأسبوع الثالث من عام 2027», "the third week of 2027": an ISO week, counted from the first."""
    cue = scan.hit(i, Role.WEEK)
    number = numeral_at(scan, style, cue.end if cue else i, signed=False)
    if number is None or not number.ordinal or not isinstance(number.value, int) or not 1 <= number.value <= 53:
        return None
    end = number.end
    if cue is None:
        cue = scan.hit(end, Role.WEEK)
        if cue is None:
            return None
        end = cue.end
    of = scan.skip(end, Role.OF)
    cued = scan.hit(of, Role.YEAR_CUE)
    year = _year_number(scan, style, cued.end if cued else of, cued=cued is not None, month="")
    if year is None or year[2] or of == end:
        return None
    return Moment(year[1], year[0], other=f"{year[0]:04}-W{number.value:02}")


def _month_by_ordinal(scan: Scan, style: Style, i: int) -> Moment | None:
    """Hebrew's "שלישי לשלישי": a day, and a month by its number with the particle ל, and a year."""
    if scan.language != "he":
        return None
    day = _day_number(scan, style, i)
    hit = scan.hit(day.end, Role.NUMBER) if day else None
    if day is None or hit is None or hit.preposition != "ל" or not isinstance(day.value, int):
        return None
    word = meaning(hit, NumberWord)
    if not word.ordinal or not 1 <= word.value <= 12:
        return None
    dated = _with_year(scan, style, Moment(hit.end, None, word.value, day.value))
    return dated if dated.year is not None else None


def _century_or_decade(scan: Scan, style: Style, i: int) -> Moment | None:
    """«القرن التاسع عشر» as ``18XX``, «تسعينيات القرن الماضي» as ``XX9X``, "the 1990s" as ``199X``."""
    cue = scan.hit(i, Role.CENTURY)
    if cue is not None:
        number = numeral_at(scan, style, cue.end, signed=False)
        ordinal = number is not None and (number.ordinal or scan.is_digits(cue.end))
        if number is not None and ordinal and isinstance(number.value, int) and 1 <= number.value <= 30:
            return _century(scan, number.value, number.end)
    if scan.language in ("en", "ur", "he"):
        number = numeral_at(scan, style, i, signed=False)
        end = number.end if number else i
        if number is not None and not number.ordinal and scan.is_glued(end) and scan.key(end) in _ORDINAL_SUFFIXES:
            number, end = number._replace(ordinal=True), end + 1
        if number is not None and number.ordinal and isinstance(number.value, int) and 1 <= number.value <= 30:
            after = scan.hit(end, Role.CENTURY)
            if after is not None:
                return _century(scan, number.value, after.end)
    if (
        scan.is_digits(i)
        and len(scan.key(i)) == 4
        and scan.key(i).endswith("0")
        and scan.is_glued(i + 1)
        and scan.key(i + 1) == "s"
    ):
        return Moment(i + 2, other=f"{scan.key(i)[:3]}X")
    decade = scan.hit(i, Role.DECADE)
    if decade is None or not isinstance(decade.value, int):
        return None
    tens, end = decade.value, decade.end
    if tens < 0:
        number = numeral_at(scan, style, end, signed=False)
        if number is None or number.ordinal or not isinstance(number.value, int) or number.value % 10:
            return None
        if 1000 <= number.value < 3000:
            return Moment(number.end, other=f"{number.value // 10}X")
        if not 10 <= number.value <= 90:
            return None
        tens, end = number.value, number.end
    century = (
        _century_or_decade(scan, style, scan.skip(end, Role.OF))
        if scan.hit(scan.skip(end, Role.OF), Role.CENTURY)
        else None
    )
    if century is not None and century.other.endswith("XX"):
        return Moment(century.end, other=f"{century.other[:2]}{tens // 10}X")
    return Moment(end, other=f"XX{tens // 10}X")


def _century(scan: Scan, number: int, end: int) -> Moment:
    moment = _with_era(scan, Moment(end))
    if moment.before:
        return replace(moment, other=f"-{number - 1:02}XX")
    return replace(moment, other=f"{number - 1:02}XX")


def _year_alone(scan: Scan, style: Style, i: int) -> Moment | None:
    """A year with its word («عام 2023»), its era («1445 هـ»), or after a preposition of time («في 2018»)."""
    cue = scan.hit(i, Role.YEAR_CUE)
    if cue is not None:
        year = _year_number(scan, style, cue.end, cued=True, month="")
        if year is not None:
            moment = _with_era(scan, Moment(year[1], year[0], short_year=year[2]))
            if moment.calendar == "gregorian":
                moment = replace(
                    moment, calendar=_calendar_of_year(scan, year[0]) if scan.language == "fa" else "gregorian"
                )
            return moment
        return None
    if not scan.is_digits(i):
        return _year_in_words(scan, style, i)
    if len(scan.key(i)) > 4:
        return None
    if (scan.is_glued(i) and not scan.is_sign(i - 1, "([،,")) or (scan.is_sign(i - 1, ".,/:-–") and scan.is_glued(i)):
        return None
    era = scan.hit(i + 1, Role.ERA)
    if (
        era is not None
        and not (era.conjunction or era.preposition)
        and len(scan.key(i)) >= 2
        and (scan.key(i + 1) not in ("م", "ش", "ق", "ء", "ه") or len(scan.key(i)) == 4)
    ):
        return _with_era(scan, Moment(i + 1, int(scan.key(i))))
    value = int(scan.key(i))
    if (
        scan.hit(i - 1, Role.IN) is not None
        and len(scan.key(i)) == 4
        and 1700 <= value <= 2100
        and _ends_here(scan, i + 1)
    ):
        return Moment(i + 1, value)
    return None


def _year_in_words(scan: Scan, style: Style, i: int) -> Moment | None:
    """«في ألف وسبعمائة وتسعة وثمانين»: four places of a number after a preposition of time, with nothing counted."""
    number = numeral_at(scan, style, i, signed=False) if scan.hit(i - 1, Role.IN) is not None else None
    if number is None or number.ordinal or not isinstance(number.value, int) or number.end - i < 4:
        return None
    return Moment(number.end, number.value) if 1000 < number.value < 2100 and _ends_here(scan, number.end) else None


def _ends_here(scan: Scan, i: int) -> bool:
    """Whether a bare year is not the number of something: no unit, noun or further digits follow it."""
    if i >= len(scan) or scan.is_sign(i, "،؛؟.!)»”’\"'"):
        return not (scan.is_sign(i, ".") and scan.is_glued(i) and scan.is_digits(i + 1) and scan.is_glued(i + 1))
    if scan.is_sign(i, ",:;?"):
        return not (scan.is_digits(i + 1) and scan.is_glued(i + 1))
    return (
        scan.hit(i, Role.OF) is not None
        or scan.hit(i, Role.IN) is not None
        or scan.hit(i, Role.AND) is not None
        or scan.hit(i, Role.TO) is not None
    )


def _range_at(scan: Scan, style: Style, i: int) -> Span | None:
    """Days, months or years from one to another; what only the last names belongs to both."""
    opening = scan.hit(i, Role.BETWEEN) or scan.hit(i, Role.FROM)
    at = opening.end if opening else i
    start = scan.start_without(i, len(opening.conjunction)) if opening else _start_of(scan, i)
    at = _after_weekday(scan, at)
    month = _month_hit(scan, at) if opening is None or not scan.is_digits(at) else None
    if month is not None:
        inner = scan.hit(month[1], Role.BETWEEN) or scan.hit(month[1], Role.FROM)
        days = _two_days(scan, style, inner.end if inner else month[1], opened=inner is not None)
        if days is not None:
            first, last, end = days
            if inner is not None:
                start = _start_of(scan, at)
            base = _with_year(scan, style, Moment(end, None, month[0].number, last, month[0].calendar))
            return Span(start, replace(base, day=first), base)
    days = _two_days(scan, style, at, opened=opening is not None)
    if days is not None:
        first, last, end = days
        found = _to_month(scan, end)
        if found is not None:
            base = _with_year(scan, style, Moment(found[1], None, found[0].number, last, found[0].calendar))
            return Span(start, replace(base, day=first), base)
        of = scan.hit(end, Role.OF)
        numbered = _month_number(scan, style, of.end) if of else None
        if numbered is not None:
            return Span(start, replace(numbered, day=first), replace(numbered, day=last))
    years = _two_years(scan, style, at, opened=opening is not None)
    if years is not None:
        return Span(start, *years)
    first_moment = _moment_at(scan, style, at)
    if first_moment is None:
        return None
    joint = _joint(scan, first_moment.end, opened=opening is not None)
    if joint is None:
        return None
    second = _moment_at(scan, style, _after_weekday(scan, joint))
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


def _two_days(scan: Scan, style: Style, i: int, *, opened: bool) -> tuple[int, int, int] | None:
    first = _first_of_two(scan, style, i, opened=opened)
    if first is None:
        return None
    joint = _joint(scan, first.end, opened=opened)
    second = _day_number(scan, style, joint) if joint is not None else None
    if second is None or not isinstance(first.value, int) or not isinstance(second.value, int):
        return None
    return first.value, second.value, second.end


def _first_of_two(scan: Scan, style: Style, i: int, *, opened: bool) -> Numeral | None:
    """The first end of "between X and Y": a single word where the whole would read as one number («الخامس عشر والتاسع عشر»)."""
    del opened
    return _day_number(scan, style, i)


def _two_years(scan: Scan, style: Style, i: int, *, opened: bool) -> tuple[Moment, Moment] | None:
    """``2014-2018`` and «من 2014 إلى 2018», with the word for year before either."""
    cue = scan.hit(i, Role.YEAR_CUE)
    at = cue.end if cue else i
    if (
        not scan.is_digits(at)
        or len(scan.key(at)) != 4
        or (cue is None and scan.is_glued(at) and not scan.is_sign(at - 1, "(["))
    ):
        return None
    joint = _joint(scan, at + 1, opened=opened)
    if joint is None:
        return None
    again = scan.hit(joint, Role.YEAR_CUE)
    second = again.end if again else joint
    if not scan.is_digits(second) or len(scan.key(second)) != 4:
        return None
    first_year, last_year = int(scan.key(at)), int(scan.key(second))
    if cue is None and again is None and not (1500 <= first_year < last_year <= 2100):
        return None
    last = _with_era(scan, Moment(second + 1, last_year))
    return Moment(at + 1, first_year, calendar=last.calendar, before=last.before), last
