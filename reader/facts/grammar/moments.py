"""Owns what is stated of one day, month or year in four calendars.

Numeric dates, days and months by name, the year after them, eras.
"""

from reader.facts.grammar_values import Era, Month, NumberWord, Numeral
from reader.facts.lexicon import WordClass, meaning
from reader.facts.moment import Moment
from reader.facts.numerals import is_ordinal_suffix, letters, numeral_at, whole_at
from reader.facts.token_stream import TokenStream

_DATE_SIGNS = "/.-−–\\"


def numeric_at(stream: TokenStream, i: int) -> Moment | None:
    """``15/1/1959``, ``2016-12-22``, «15 / 1 / 1959».

    The year at either end, the day first but where English has the month.
    """
    if stream.is_sign(i - 1, _DATE_SIGNS) and stream.is_glued(i) and stream.is_digits(i - 2):
        return None
    sign = stream.key(i + 1)
    if not (stream.is_digits(i) and stream.is_sign(i + 1, _DATE_SIGNS) and stream.is_digits(i + 2)):
        return None
    if not (stream.is_sign(i + 3, sign) and stream.is_digits(i + 4)):
        return _month_and_year(stream, i) or _day_and_month(stream, i)
    one, two, three = texts = stream.key(i), stream.key(i + 2), stream.key(i + 4)
    if stream.goes_on(i + 5, _DATE_SIGNS) or max(map(len, texts)) > 4:
        return None
    if len(one) > 2:
        year, month, day = map(int, texts)
    elif len(three) in (2, 4):
        day, month, year = _ordered(stream, int(one), int(two), int(three))
        if len(three) == 2:
            if sign == "." and (stream.features.month_before_day or not stream.is_glued(i + 2)):
                return None
            year = _full_year(year)
    else:
        return None
    moment = with_era(stream, Moment(i + 5, year, month, day, calendar_of_year(stream, year)))
    return moment if moment.exists() else None


def _ordered(stream: TokenStream, first: int, second: int, year: int = 0) -> tuple[int, int, int]:
    """A day and a month of a numeric date in the language's order, but where one can only be the day."""
    day, month = (second, first) if stream.features.month_before_day else (first, second)
    return (month, day, year) if month > 12 >= day else (day, month, year)


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
    slash = stream.is_inside(i + 1, "/")
    if not (slash or stream.is_inside(i + 1, "-")) or (stream.is_sign(i + 3, _DATE_SIGNS) and stream.is_glued(i + 3)):
        return None
    if len(first) == 4 and len(second) == 2 and (slash or second[0] == "0"):
        first, second = second, first
    elif not (len(first) <= 2 and len(second) == 4 and slash):
        return None
    year, month = int(second), int(first)
    calendar = calendar_of_year(stream, year)
    if not (1 <= month <= 12 and (_FIRST_YEAR <= year <= _LAST_YEAR or calendar != "gregorian")):
        return None
    return Moment(i + 3, year, month, calendar=calendar)


_FIRST_YEAR, _LAST_YEAR = 1600, 2100
"""The years a month in numbers may stand beside."""


def _day_and_month(stream: TokenStream, i: int) -> Moment | None:
    """``22/04``: a day and a month where it cannot well be a quotient, by a zero, its size or the word before it."""
    first, second = stream.key(i), stream.key(i + 2)
    if not stream.is_inside(i + 1, "/") or len(first) > 2 or len(second) > 2 or stream.is_sign(i + 3, "/%٪"):
        return None
    cued = stream.any_hit(i - 1, WordClass.DAY_CUE, WordClass.WEEKDAY)
    told = len(stream) == 3 or stream.any_hit(i - 1, WordClass.IN, WordClass.FROM, WordClass.TO)
    sized = int(first) > int(second) > 1 and int(first) > 12
    if not (cued or "0" in (first[0], second[0]) or sized or (int(second) > 12 and told)):
        return None
    day, month, _ = _ordered(stream, int(first), int(second))
    moment = Moment(i + 3, None, month, day)
    return moment if moment.exists() else None


def day_number(stream: TokenStream, i: int) -> Numeral | None:
    """A day of the month at ``i``: ``29``, «الثالث عشر», "13th", with a preposition of its own at most."""
    if stream.is_digits(i):
        if len(stream.key(i)) > 2 or not 1 <= int(stream.key(i)) <= 31:
            return None
        return Numeral(i, i + 1 + is_ordinal_suffix(stream, i + 1), int(stream.key(i)))
    lettered = letters.day_at(stream, i)
    if lettered is not None:
        return Numeral(i, lettered.end, lettered.value, ordinal=True, words=True, cut=lettered.cut)
    if stream.key(i) in stream.words.first_of_month and stream.hit(i + 1, WordClass.MONTH) is not None:
        return Numeral(i, i + 1, 1, ordinal=True, words=True)
    found = numeral_at(stream, i, signed=False)
    return found if found is not None and isinstance(found.value, int) and 1 <= found.value <= 31 else None


def month_hit(stream: TokenStream, i: int) -> tuple[Month, int] | None:
    """A month by its name, doubled («آذار/مارس», «يونيو (حزيران)») or with the word month before or after it."""
    hit = stream.hit(i, WordClass.MONTH) or stream.hit(stream.skip(i, WordClass.MONTH_CUE), WordClass.MONTH)
    if hit is None or hit.article:
        return None
    month = meaning(hit, Month)
    end = hit.end
    double = stream.hit(end + 1, WordClass.MONTH) if stream.is_sign(end, "/(-") else None
    if double is not None and meaning(double, Month).number == month.number:
        bracketed = stream.is_sign(end, "(")
        if not bracketed or stream.is_sign(double.end, ")"):
            end = double.end + bracketed
    if stream.features.month_word_last:
        end = stream.skip(end, WordClass.MONTH_CUE)
    return month, end


def to_month(stream: TokenStream, i: int) -> tuple[Month, int] | None:
    """The month after a day: "13 of March", «الثالث عشر من شهر شباط», ۹ دی."""
    direct = month_hit(stream, i)
    if direct is not None:
        month, end = direct
        verb = month.unsure and month.number == _MAY and _is_small(stream, end)
        return None if verb and not (stream.is_digits(end) and len(stream.key(end)) == 4) else direct
    if stream.is_sign(i, "-–.") and stream.is_glued(i) and stream.hit(i + 1, WordClass.MONTH) is not None:
        i += 1
    return month_hit(stream, stream.skip(i, WordClass.OF))


def day_first(stream: TokenStream, i: int) -> Moment | None:
    """«الثالث عشر من شباط 2013», "13 May", ۹ دی ۱۳۸۸: a day, its month, perhaps the year."""
    day = day_number(stream, i)
    if day is None:
        return None
    found = to_month(stream, day.end)
    if found is None:
        of = stream.hit(day.end, WordClass.OF)
        numbered = month_number(stream, of.end) if of else None
        return None if numbered is None else numbered._replace(day=int(day.value))
    month, end = found
    moment = Moment(end, None, month.number, int(day.value), month.calendar)
    dated = with_year(stream, moment)
    if dated.year is None and stream.is_sign(day.end, ".") and stream.is_sign(end, ".") and stream.is_glued(end):
        dated = with_year(stream, moment._replace(end=end + 1))
        dated = dated if dated.year is not None else moment
    if dated.year is not None:
        return dated
    if _needs_form(stream, end) and not stream.is_digits(i):
        return None
    particle = stream.hit(day.end, WordClass.MONTH)
    sure = not month.unsure or (particle is not None and bool(particle.preposition))
    return dated if sure or day.ordinal or not day.words else None


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
    moment = Moment(end, None, month.number, None, month.calendar)
    weak = month.unsure and (_is_small(stream, end) or _needs_form(stream, end))
    day = day_number(stream, end)
    if day is not None and not (stream.is_digits(end) and stream.is_sign(end + 1, ":")):
        dated = with_year(stream, moment._replace(end=day.end, day=int(day.value)))
        composite = day.words and day.end > end + 1 and not weak
        fits = (stream.is_digits(end) and not (weak and month.number == _MAY)) or day.ordinal or composite
        if dated.year is not None or (fits and dated.exists()):
            return dated
    dated = with_year(stream, moment)
    named = stream.hit(i, WordClass.MONTH_CUE) is not None or end > i + 1
    if dated.year is not None or not month.unsure or named:
        return dated
    whole = i == 0 and end == len(stream) and stream.text[stream.start(end - 1)].isupper()
    return dated if whole or (not weak and _is_in(stream, i, end)) else None


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
    found = whole_at(stream, cue.end, range(1, 13), ordinal=True) if cue else None
    return None if found is None else with_year(stream, Moment(found[1], None, found[0]))


def with_year(stream: TokenStream, moment: Moment) -> Moment:
    """The year after a day or a month, with its era; the moment as it is when none follows."""
    at = moment.end
    at += stream.is_sign(at, ",،") or (stream.is_sign(at, "-/") and stream.is_glued(at))
    cued = stream.hit(at, WordClass.YEAR_CUE)
    if cued is None:
        at = stream.skip(at, WordClass.OF)
        cued = stream.hit(at, WordClass.YEAR_CUE)
    year = year_at(stream, cued.end if cued else at, cued=cued is not None, month=moment.calendar)
    if year is None or year.year is None:
        return moment
    dated = with_era(stream, moment._replace(end=year.end, year=year.year, short_year=year.short_year))
    if dated.calendar in ("islamic", "persian") and year.year > 1700:
        return Moment(year.end, year.year, other=f"{year.year:04}")
    return dated


def year_at(stream: TokenStream, i: int, *, cued: bool, month: str = "") -> Moment | None:
    """A year at ``i``, short where only its last two digits are given; ``cued`` by its word, or behind a ``month``."""
    if stream.is_digits(i):
        return _year_in_digits(stream, i, cued=cued, month=month)
    lettered = letters.year_at(stream, i) if cued or month == "hebrew" else None
    if lettered is not None:
        return Moment(lettered.end, lettered.value)
    number = numeral_at(stream, i, signed=False)
    if number is None or number.ordinal or not isinstance(number.value, int):
        return None
    paired = paired_year(stream, number)
    if paired is not None:
        return paired
    if cued and stream.features.higher_places_last and number.words:
        number = _with_higher(stream, number)
    value = int(number.value)
    if 1000 <= value <= 2999 or (cued and 100 <= value <= 2999):
        return Moment(number.end, value)
    if stream.features.short_years_in_words and 20 <= value <= 99 and month == "gregorian":
        return Moment(number.end, _full_year(value))
    return None


def _year_in_digits(stream: TokenStream, i: int, *, cued: bool, month: str) -> Moment | None:
    key, end = stream.key(i), i + 1
    if stream.goes_on(end, ":.٫,٬%٪") or len(key) > 4:
        return None
    era = stream.hit(end, WordClass.ERA)
    counts = era is None and stream.any_hit(end, WordClass.CURRENCY, WordClass.PERCENT)
    full = len(key) == 4 and (cued or (int(key) <= _LATEST.get(month, _LAST_YEAR) and not counts))
    early = len(key) == 3 and (
        (cued and (era is not None or ends_here(stream, end)))
        or (month and era is not None and stream.hit(end, WordClass.UNIT) is None)  # «26 جنوری 661ء»
    )
    hijri = len(key) < 4 and (cued or month == "islamic") and era and meaning(era, Era).calendar != "persian"
    if full or early or hijri:  # of the solar era, years of few digits are short for more
        return Moment(end, int(key))
    short = len(key) == 2 and (cued or month == "persian") and not stream.is_sign(end, "%٪/")
    return Moment(end, int(key), short_year=True) if short else None


_LATEST = {"islamic": 2200, "persian": 2200, "hebrew": 6000}


def ends_here(stream: TokenStream, i: int) -> bool:
    """Whether a bare year is not the number of something: no unit, noun or further digits follow it."""
    if i >= len(stream) or stream.is_sign(i, "\u060c\u061b\u061f\u06d4.!)»”’\"'"):
        return not stream.goes_on(i, ".")
    if stream.is_sign(i, ",:;?"):
        return not (stream.is_digits(i + 1) and stream.is_glued(i + 1))
    return stream.key(i) in stream.function_words or stream.any_hit(
        i, WordClass.OF, WordClass.IN, WordClass.AND, WordClass.TO
    )


def _with_higher(stream: TokenStream, number: Numeral) -> Numeral:
    """A year with its hundreds and thousands last, as old texts have it: «ست وخمسين وستمئة»."""
    for _ in range(2):
        at = stream.skip(number.end, WordClass.AND)
        higher = numeral_at(stream, at, signed=False)
        if higher is None or higher.ordinal or not (at > number.end or higher.joined):
            break
        step = 100 if number.value < 100 else 1000
        if higher.value not in range(step, 10 * step, step):
            break
        number = number._replace(end=higher.end, value=number.value + higher.value)
    return number


def paired_year(stream: TokenStream, first: Numeral) -> Moment | None:
    """A year read in two halves: "nineteen ninety-five", עשרים עשרים ואחת."""
    if not stream.features.paired_years or not first.words or first.value not in range(10, 21):
        return None
    second = whole_at(stream, first.end, range(10, 100))
    if second is None or stream.is_digits(first.end):
        return None
    return Moment(second[1], int(first.value) * 100 + second[0])


def with_era(stream: TokenStream, moment: Moment) -> Moment:
    """The era after a year: «هـ», "BC", شمسی."""
    at = moment.end
    bracketed = stream.hit(at + 1, WordClass.ERA) if stream.is_sign(at, "(") else None
    hit = bracketed or stream.hit(at, WordClass.ERA)
    if hit is None or hit.conjunction or hit.preposition:
        return moment
    calendar, before = meaning(hit, Era)
    if moment.month is not None and moment.calendar not in (calendar, "gregorian", "islamic", "persian"):
        return moment
    return moment._replace(end=hit.end, calendar=calendar, before=before, short_year=moment.short_year and not before)


def month_by_ordinal(stream: TokenStream, i: int) -> Moment | None:
    """Hebrew's "שלישי לשלישי": a day, and a month by its number with the particle ל, and a year."""
    if not stream.features.months_by_number:
        return None
    day = day_number(stream, i)
    hit = stream.hit(day.end, WordClass.NUMBER) if day else None
    if day is None or hit is None or hit.preposition not in stream.words.dative:
        return None
    month = meaning(hit, NumberWord).value
    dated = with_year(stream, Moment(hit.end, None, month, int(day.value))) if 1 <= month <= 12 else None
    return dated if dated is not None and dated.year is not None else None
