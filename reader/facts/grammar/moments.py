"""Owns what is stated of one day, month or year in four calendars.

Numeric dates, days and months by name, the year after them, eras.
"""

from reader.facts.calendars import gregorian_of, is_day
from reader.facts.grammar_values import Era, Month, NumberWord, Numeral
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals import is_ordinal_suffix, letters, numeral_at
from reader.facts.token_stream import TokenStream
from reader.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts of a date as a text states them; None is not stated.

    ``end`` is the token after it, ``cut`` what its first word sheds.
    """

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


_DATE_SIGNS = "/.-−–\\"


def numeric_at(stream: TokenStream, i: int) -> Moment | None:
    """``15/1/1959``, ``2016-12-22``, «15 / 1 / 1959».

    The year at either end, the day first but where English has the month.
    """
    if not stream.is_digits(i) or (
        stream.is_sign(i - 1, _DATE_SIGNS) and stream.is_glued(i) and stream.is_digits(i - 2)
    ):
        return None
    sign = stream.key(i + 1)
    if not stream.is_sign(i + 1, _DATE_SIGNS) or not stream.is_digits(i + 2):
        return None
    if not (stream.is_sign(i + 3, sign) and stream.is_digits(i + 4)):
        return _month_and_year(stream, i) or _day_and_month(stream, i)
    texts = [stream.key(i), stream.key(i + 2), stream.key(i + 4)]
    if (
        stream.is_sign(i + 5, _DATE_SIGNS)
        and stream.is_glued(i + 5)
        and stream.is_digits(i + 6)
        and stream.is_glued(i + 6)
    ) or max(map(len, texts)) > 4:
        return None
    one, two, three = map(int, texts)
    if len(texts[0]) in (3, 4):
        year, month, day = one, two, three
    elif len(texts[2]) in (2, 4) and len(texts[0]) <= 2:
        day, month, year = (two, one, three) if stream.features.month_before_day else (one, two, three)
        if month > 12 >= day:
            day, month = month, day
        if len(texts[2]) == 2:
            if sign == "." and not stream.is_glued(i + 2):
                return None
            year = _full_year(year)
    else:
        return None
    if sign == "." and len(texts[0]) <= 2 and len(texts[2]) == 2 and stream.features.month_before_day:
        return None
    calendar = calendar_of_year(stream, year)
    moment = Moment(i + 5, year, month, day, calendar)
    moment = with_era(stream, moment)
    return moment if moment.exists() else None


def _full_year(year: int) -> int:
    """A year of two digits in a full numeric date, by the convention of POSIX."""
    return year + (2000 if year < 69 else 1900)


def calendar_of_year(stream: TokenStream, year: int) -> str:
    """The calendar a year of a numeric date must belong to, for nobody writes medieval dates in numbers."""
    calendars = stream.language.calendars
    return next((calendar for calendar, first, last in calendars if first <= year <= last), "gregorian")


def _month_and_year(stream: TokenStream, i: int) -> Moment | None:
    """``2/2013``, ``2015-03``: a month and a year of four digits, in either order."""
    first, second = stream.key(i), stream.key(i + 2)
    if not (stream.is_sign(i + 1, "/-") and stream.is_glued(i + 1) and stream.is_glued(i + 2)):
        return None
    if stream.is_sign(i + 3, _DATE_SIGNS) and stream.is_glued(i + 3):
        return None
    if len(first) == 4 and len(second) == 2 and (stream.is_sign(i + 1, "/") or second[0] == "0"):
        first, second = second, first
    elif not (len(first) <= 2 and len(second) == 4 and stream.is_sign(i + 1, "/")):
        return None
    year, month = int(second), int(first)
    if not (1 <= month <= 12 and (_FIRST_YEAR <= year <= _LAST_YEAR or calendar_of_year(stream, year) != "gregorian")):
        return None
    return Moment(i + 3, year, month, calendar=calendar_of_year(stream, year))


_FIRST_YEAR, _LAST_YEAR = 1600, 2100
"""The years a month in numbers may stand beside."""


def _day_and_month(stream: TokenStream, i: int) -> Moment | None:
    """``22/04``: a day and a month where it cannot well be a quotient, by a zero, its size or the word before it."""
    if not stream.is_sign(i + 1, "/") or not stream.is_glued(i + 1) or not stream.is_glued(i + 2):
        return None
    first, second = stream.key(i), stream.key(i + 2)
    if len(first) > 2 or len(second) > 2 or stream.is_sign(i + 3, "/%٪"):
        return None
    cue = stream.hit(i - 1, WordClass.DAY_CUE) or stream.hit(i - 1, WordClass.WEEKDAY)
    told = stream.hit(i - 1, WordClass.IN) or stream.hit(i - 1, WordClass.FROM) or stream.hit(i - 1, WordClass.TO)
    later = int(second) > 12 and (told or len(stream) == 3)
    if not cue and not (
        second.startswith("0") or first.startswith("0") or (int(first) > int(second) > 1 and int(first) > 12) or later
    ):
        return None
    day, month = (int(second), int(first)) if stream.features.month_before_day else (int(first), int(second))
    if month > 12 >= day:
        day, month = month, day
    moment = Moment(i + 3, None, month, day)
    return moment if moment.exists() else None


def day_number(stream: TokenStream, i: int) -> Numeral | None:
    """A day of the month at ``i``: ``29``, «الثالث عشر», "13th", with a preposition of its own at most."""
    if stream.is_digits(i):
        if len(stream.key(i)) > 2 or not 1 <= int(stream.key(i)) <= 31:
            return None
        end = i + 1
        if is_ordinal_suffix(stream, end):
            end += 1
        return Numeral(i, end, int(stream.key(i)))
    lettered = letters.day_at(stream, i)
    if lettered is not None:
        return Numeral(i, lettered.end, lettered.value, ordinal=True, words=True, cut=lettered.cut)
    if stream.key(i) in stream.words.first_of_month and stream.hit(i + 1, WordClass.MONTH) is not None:
        return Numeral(i, i + 1, 1, ordinal=True, words=True)
    found = numeral_at(stream, i, signed=False)
    if found is None or not isinstance(found.value, int) or not 1 <= found.value <= 31:
        return None
    return found


def month_hit(stream: TokenStream, i: int) -> tuple[Month, int] | None:
    """A month by its name, doubled («آذار/مارس», «يونيو (حزيران)») or with the word month before or after it."""
    hit = stream.hit(i, WordClass.MONTH)
    if hit is None:
        cue = stream.hit(i, WordClass.MONTH_CUE)
        hit = stream.hit(cue.end, WordClass.MONTH) if cue else None
    if hit is None or hit.article:
        return None
    month = meaning(hit, Month)
    end = hit.end
    for opening, closing in (("/", ""), ("(", ")"), ("-", "")):
        if stream.is_sign(end, opening):
            double = stream.hit(end + 1, WordClass.MONTH)
            if (
                double is not None
                and isinstance(double.value, Month)
                and double.value.number == month.number
                and (not closing or stream.is_sign(double.end, closing))
            ):
                end = double.end + bool(closing)
                break
    if stream.features.month_word_last:
        end = stream.skip(end, WordClass.MONTH_CUE)
    return month, end


def to_month(stream: TokenStream, i: int) -> tuple[Month, int] | None:
    """The month after a day: "13 of March", «الثالث عشر من شهر شباط», ۹ دی."""
    direct = month_hit(stream, i)
    if direct is not None:
        verb = not direct[0].sure and direct[0].number == _MAY and _is_small(stream, direct[1])
        year = stream.is_digits(direct[1]) and len(stream.key(direct[1])) == 4
        return None if verb and not year else direct
    at = i
    if stream.is_sign(at, "-–.") and stream.is_glued(at) and stream.hit(at + 1, WordClass.MONTH) is not None:
        at += 1
    of = stream.hit(at, WordClass.OF)
    return month_hit(stream, of.end if of else at)


def day_first(stream: TokenStream, i: int) -> Moment | None:
    """«الثالث عشر من شباط 2013», "13 May", ۹ دی ۱۳۸۸: a day, its month, perhaps the year."""
    day = day_number(stream, i)
    if day is None:
        return None
    found = to_month(stream, day.end)
    if found is None:
        numbered = stream.hit(day.end, WordClass.OF)
        by_number = month_number(stream, numbered.end) if numbered else None
        return None if by_number is None else replace(by_number, day=int(day.value))
    month, end = found
    moment = Moment(end, None, month.number, int(day.value), month.calendar)
    dated = with_year(stream, moment)
    if dated.year is None and stream.is_sign(day.end, ".") and stream.is_sign(end, ".") and stream.is_glued(end):
        dated = with_year(stream, replace(moment, end=end + 1))
        dated = dated if dated.year is not None else moment
    if _needs_form(stream, end) and dated.year is None and not stream.is_digits(i):
        return None
    particle = stream.hit(day.end, WordClass.MONTH)
    sure = month.sure or (particle is not None and bool(particle.preposition))
    if not sure and day.words and not day.ordinal and dated.year is None:
        return None
    return dated


def _needs_form(stream: TokenStream, end: int) -> bool:
    """Whether the month that ends before token ``end`` is mostly another word."""
    return stream.key(end - 1) in stream.words.needs_form


def _is_small(stream: TokenStream, end: int) -> bool:
    """Whether the month that ends before token ``end`` has no capital, where its script has capitals."""
    return stream.text[stream.start(end - 1)].islower()


def month_first(stream: TokenStream, i: int) -> Moment | None:
    """«يناير 2016», "May 13, 2016": a month, perhaps a day, perhaps the year.

    A word that may be no month needs one of them.
    """
    found = month_hit(stream, i)
    if found is None:
        return None
    month, end = found
    named = stream.hit(i, WordClass.MONTH_CUE) is not None or end > i + 1
    moment = Moment(end, None, month.number, None, month.calendar)
    weak = not month.sure and (_is_small(stream, end) or _needs_form(stream, end))
    day = day_number(stream, end)
    if day is not None and not (stream.is_digits(end) and stream.is_sign(end + 1, ":")):
        with_day = replace(moment, end=day.end, day=int(day.value))
        dated = with_year(stream, with_day)
        composite = day.words and day.end > end + 1 and not weak
        fits = (stream.is_digits(end) and not (weak and month.number == _MAY)) or day.ordinal or composite
        if dated.year is not None or (fits and dated.exists()):
            return dated
    dated = with_year(stream, moment)
    whole = i == 0 and end == len(stream) and stream.text[stream.start(end - 1)].isupper()
    if dated.year is None and not month.sure and not named and not whole and (weak or not _is_in(stream, i, end)):
        return None
    return dated


_MAY = 5
"""The month whose English name is a verb too."""


def _is_in(stream: TokenStream, i: int, end: int) -> bool:
    """Whether a preposition of time says that a word is a month: «في مارس», ביוני, مارچ میں. «من» is too frequent."""
    month = stream.hit(i, WordClass.MONTH)
    if month is not None and month.preposition in stream.words.in_time:
        return True
    if stream.hit(end, WordClass.IN) is not None and stream.features.postpositions:
        return True
    return stream.hit(i - 1, WordClass.IN) is not None and stream.key(i - 1) not in stream.words.weak_time


def month_number(stream: TokenStream, i: int) -> Moment | None:
    """«الشهر الثامن»: a month by its number."""
    cue = stream.hit(i, WordClass.MONTH_CUE)
    number = numeral_at(stream, cue.end, signed=False) if cue else None
    if number is None or not number.ordinal or not isinstance(number.value, int) or not 1 <= number.value <= 12:
        return None
    return with_year(stream, Moment(number.end, None, number.value))


def with_year(stream: TokenStream, moment: Moment) -> Moment:
    """The year after a day or a month, with its era; the moment as it is when none follows."""
    at = moment.end
    if stream.is_sign(at, ",،-/") and not (stream.is_sign(at, "-/") and not stream.is_glued(at)):
        at += 1
    cued = stream.hit(at, WordClass.YEAR_CUE)
    if cued is None:
        of = stream.hit(at, WordClass.OF)
        if of is not None:
            at = of.end
            cued = stream.hit(at, WordClass.YEAR_CUE)
    if cued is not None:
        at = cued.end
    year = year_number(stream, at, cued=cued is not None, month=moment.calendar)
    if year is None:
        return moment
    value, end, short = year
    dated = with_era(stream, replace(moment, end=end, year=value, short_year=short))
    if dated.calendar in ("islamic", "persian") and value > 1700:
        return Moment(end, value, other=f"{value:04}")
    return dated


def year_number(stream: TokenStream, i: int, *, cued: bool, month: str) -> tuple[int, int, bool] | None:
    """A year at ``i``: its number, the token after it, whether only its last two digits are given."""
    if stream.is_digits(i):
        key = stream.key(i)
        if (
            stream.is_sign(i + 1, ":.٫,٬%٪")
            and stream.is_glued(i + 1)
            and stream.is_digits(i + 2)
            and stream.is_glued(i + 2)
        ):
            return None
        if len(key) == 4 and _may_be_year(stream, i, cued=cued, month=month):
            return int(key), i + 1, False
        era = stream.hit(i + 1, WordClass.ERA)
        if cued and len(key) == 3 and (ends_here(stream, i + 1) or era):
            return int(key), i + 1, False
        if month and len(key) == 3 and era is not None and stream.hit(i + 1, WordClass.UNIT) is None:
            return int(key), i + 1, False  # «26 جنوری 661ء»
        if len(key) in (1, 2, 3) and (cued or month == "islamic") and _is_hijri(stream, i + 1):
            return int(key), i + 1, False
        if len(key) == 2 and (cued or month == "persian") and not stream.is_sign(i + 1, "%٪/"):
            return int(key), i + 1, True
        return None
    lettered = letters.year_at(stream, i) if cued or month == "hebrew" else None
    if lettered is not None:
        return lettered.value, lettered.end, False
    number = numeral_at(stream, i, signed=False)
    if number is None or number.ordinal or not isinstance(number.value, int):
        return None
    paired = paired_year(stream, number)
    if paired is not None:
        return paired[0], paired[1], False
    if cued and stream.features.higher_places_last and number.words:
        number = _with_higher(stream, number)
    value = int(number.value)
    if 1000 <= value <= 2999 or (cued and 100 <= value <= 2999):
        return value, number.end, False
    if stream.features.short_years_in_words and 20 <= value <= 99 and month == "gregorian":
        return _full_year(value), number.end, False
    return None


def _may_be_year(stream: TokenStream, i: int, *, cued: bool, month: str) -> bool:
    """Whether four digits behind a month, or the word for year, are a year and count nothing."""
    if cued:
        return True
    latest = _LATEST.get(month, _LAST_YEAR)
    counted = stream.hit(i + 1, WordClass.CURRENCY) or stream.hit(i + 1, WordClass.PERCENT)
    counts = counted is not None and stream.hit(i + 1, WordClass.ERA) is None
    return int(stream.key(i)) <= latest and not counts


_LATEST = {"islamic": 2200, "persian": 2200, "hebrew": 6000}


def ends_here(stream: TokenStream, i: int) -> bool:
    """Whether a bare year is not the number of something: no unit, noun or further digits follow it."""
    if i >= len(stream) or stream.is_sign(i, "\u060c\u061b\u061f\u06d4.!)»”’\"'"):
        point = stream.is_sign(i, ".") and stream.is_glued(i) and stream.is_digits(i + 1) and stream.is_glued(i + 1)
        return not point
    if stream.is_sign(i, ",:;?"):
        return not (stream.is_digits(i + 1) and stream.is_glued(i + 1))
    return stream.key(i) in stream.function_words or any(
        stream.hit(i, word_class) is not None
        for word_class in (WordClass.OF, WordClass.IN, WordClass.AND, WordClass.TO)
    )


def _with_higher(stream: TokenStream, number: Numeral) -> Numeral:
    """A year with its hundreds and thousands last, as old texts have it: «ست وخمسين وستمئة»."""
    for _ in range(2):
        conjunction = stream.hit(number.end, WordClass.AND)
        higher = numeral_at(stream, conjunction.end if conjunction else number.end, signed=False)
        if higher is None or higher.ordinal or not (conjunction or higher.joined) or not isinstance(higher.value, int):
            break
        step = 100 if number.value < 100 else 1000
        if higher.value % step or not step <= higher.value < 10 * step:
            break
        number = number._replace(end=higher.end, value=number.value + higher.value)
    return number


def _is_hijri(stream: TokenStream, i: int) -> bool:
    """Whether an era follows whose early years have few digits: not the solar one, where they are short for more."""
    era = stream.hit(i, WordClass.ERA)
    return era is not None and (meaning(era, Era).calendar != "persian")


def paired_year(stream: TokenStream, first: Numeral) -> tuple[int, int] | None:
    """A year read in two halves: "nineteen ninety-five", עשרים עשרים ואחת."""
    if (
        not stream.features.paired_years
        or not isinstance(first.value, int)
        or not 10 <= first.value <= 20
        or not first.words
    ):
        return None
    second = numeral_at(stream, first.end, signed=False)
    if (
        second is None
        or not second.words
        or second.ordinal
        or not isinstance(second.value, int)
        or not 10 <= second.value <= 99
    ):
        return None
    return first.value * 100 + second.value, second.end


def with_era(stream: TokenStream, moment: Moment) -> Moment:
    """The era after a year: «هـ», "BC", شمسی."""
    at = moment.end
    closing = stream.is_sign(at, "(") and stream.hit(at + 1, WordClass.ERA)
    hit = closing or stream.hit(at, WordClass.ERA)
    if not hit or hit.conjunction or hit.preposition:
        return moment
    era = meaning(hit, Era)
    month_calendar = moment.calendar
    if moment.month is not None and month_calendar not in (era.calendar, "gregorian", "islamic", "persian"):
        return moment
    return replace(
        moment, end=hit.end, calendar=era.calendar, before=era.before, short_year=moment.short_year and not era.before
    )


def month_by_ordinal(stream: TokenStream, i: int) -> Moment | None:
    """Hebrew's "שלישי לשלישי": a day, and a month by its number with the particle ל, and a year."""
    if not stream.features.months_by_number:
        return None
    day = day_number(stream, i)
    hit = stream.hit(day.end, WordClass.NUMBER) if day else None
    if day is None or hit is None or hit.preposition not in stream.words.dative or not isinstance(day.value, int):
        return None
    word = meaning(hit, NumberWord)
    if not 1 <= word.value <= 12:
        return None
    dated = with_year(stream, Moment(hit.end, None, word.value, day.value))
    return dated if dated.year is not None else None
