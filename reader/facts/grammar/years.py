"""Owns chunks of time a year is made of, or made into.

Quarters, halves, weeks, decades, centuries, and a year by itself.
"""

from reader.facts.grammar.moments import calendar_of_year, ends_here, paired_year, with_era, year_at
from reader.facts.grammar_values import Era
from reader.facts.lexicon import WordClass, meaning
from reader.facts.moment import Moment
from reader.facts.numerals import numeral_at, whole_at
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind

_PARTS = ((WordClass.QUARTER, 4), (WordClass.HALF, 2), (WordClass.WEEK, 53))
"""The parts of a year, and how many of each it has."""
_LETTERS = {"q": 4, "h": 2}
"""How many of a year's parts a letter before a digit stands for: "Q4", "H2"."""
_PLAUSIBLE = range(1700, 2201)
"""The years a quarter may be written behind: "2019 H2"."""


def part_of_year(stream: TokenStream, i: int) -> Moment | None:
    """«الربع الرابع من عام 2024», "Q4 2024", "the first half of 2023", "2019-H2", "the third week of 2027"."""
    found = _ordered_part(stream, i)
    if found is None:
        return _year_first(stream, i)
    count, number, end = found
    of = stream.skip(end + stream.goes_on(end, "-–"), WordClass.OF)
    at = stream.skip(of, WordClass.YEAR_CUE)
    year = year_at(stream, at, cued=at > of)
    if year is None or year.year is None or year.short_year or (count > 4 and of == end):
        return None
    return _part(year.year, count, number, year.end)


def _part(year: int, count: int, number: int, end: int) -> Moment:
    """A quarter, a half or an ISO week of a year, which is counted from the first."""
    if count == 2:
        return Moment(end, year, other=f"{year:04}-01/{year:04}-06" if number == 1 else f"{year:04}-07/{year:04}-12")
    return Moment(end, year, other=f"{year:04}-Q{number}" if count == 4 else f"{year:04}-W{number:02}")


def _year_first(stream: TokenStream, i: int) -> Moment | None:
    """Urdu's 2023 کی تیسری سہ ماہی: the year before its quarter; "2019-H2"."""
    at = stream.skip(i, WordClass.YEAR_CUE)
    if not stream.is_digits(at) or len(stream.key(at)) != 4:
        return None
    year = int(stream.key(at))
    behind = at + 1 + stream.is_sign(at + 1, "-–")
    if at == i and (behind > at + 1 or stream.key(behind) in _LETTERS) and year in _PLAUSIBLE:
        short = _ordered_part(stream, behind)
        if short is not None:
            return _part(year, *short)
    of = stream.hit(stream.skip(at + 1, WordClass.ERA), WordClass.OF) if stream.features.year_before_part else None
    found = _ordered_part(stream, of.end) if of else None
    return None if found is None else _part(year, *found)


def _ordered_part(stream: TokenStream, i: int) -> tuple[int, int, int] | None:
    """A part of a year: how many a year has, which it is, the token after it."""
    count = _LETTERS.get(stream.key(i), 0)
    if count and stream.is_glued(i + 1) and stream.key(i + 1) in ("1", "2", "3", "4")[:count]:
        return count, int(stream.key(i + 1)), i + 2
    for word_class, count in _PARTS:
        named = stream.skip(i, word_class)
        number = whole_at(stream, named, range(1, count + 1), ordinal=True)
        if number is not None and (named > i or stream.hit(number[1], word_class) is not None):
            return count, number[0], number[1] if named > i else stream.skip(number[1], word_class)
    return None


def century_or_decade(stream: TokenStream, i: int) -> Moment | None:
    """«القرن التاسع عشر» as ``18XX``, «تسعينيات القرن الماضي» as ``XX9X``, "the 1990s" as ``199X``."""
    return _century_at(stream, i) or _decade_at(stream, i)


def _century_at(stream: TokenStream, i: int) -> Moment | None:
    """A century after its word («القرن الـ19», המאה התשע עשרה) or before it ("the 19th century")."""
    cue = stream.hit(i, WordClass.CENTURY)
    if cue is None and not stream.features.century_last:
        return None
    at = i if cue is None else cue.end
    at += cue is not None and stream.key(at) in stream.articles and stream.is_digits(at + 1)
    number = numeral_at(stream, at, signed=False)
    if number is None or number.value not in _CENTURIES:
        return None
    end = number.end
    if cue is None:
        after = stream.hit(end, WordClass.CENTURY) if number.ordinal else None
        if after is None:
            return None
        end = after.end
    else:
        counts = stream.features.definite_century and cue.end == i + 1 and not (number.definite and number.ordinal)
        if counts or not (number.ordinal or stream.is_digits(at)):
            return None
    dated = with_era(stream, Moment(end))
    return dated._replace(other=f"{'-' if dated.before else ''}{int(number.value) - 1:02}XX")


_CENTURIES = range(1, 31)


def _decade_at(stream: TokenStream, i: int) -> Moment | None:
    """A decade by its name («تسعينيات», "the nineties"), its first year ("1990s") or its word («دههٔ ۱۳۶۰»)."""
    key = stream.key(i)
    if stream.is_digits(i) and len(key) == 4 and key[-1] == "0" and stream.is_glued(i + 1) and stream.key(i + 1) == "s":
        return Moment(i + 2, other=f"{key[:3]}X")
    decade = stream.hit(i, WordClass.DECADE)
    if decade is None and not stream.features.decade_last:
        return None
    tens, end = (-1, i) if decade is None else (meaning(decade, int), decade.end)
    if tens < 0:
        number = whole_at(stream, end, range(10, 3000, 10))
        if number is None:
            return None
        tens, end = number
    if decade is None:  # Urdu's 1990 کی دہائی, نوے کی دہائی
        of = stream.hit(end, WordClass.OF)
        decade = stream.hit(of.end, WordClass.DECADE) if of is not None else None
        if decade is None:
            return None
        end = decade.end
    if tens >= 1000:
        return Moment(end, other=f"{tens // 10}X")
    if tens >= 100:
        return None
    century = _century_at(stream, stream.skip(end, WordClass.OF))
    if century is not None and century.other.endswith("XX"):
        return Moment(century.end, other=f"{century.other[:2]}{tens // 10}X")
    return Moment(end, other=f"XX{tens // 10}X")


def year_alone(stream: TokenStream, i: int) -> Moment | None:
    """A year with its word («عام 2023»), its era («1445 هـ»), or after a preposition of time («في 2018»)."""
    cue = stream.hit(i, WordClass.YEAR_CUE)
    if cue is not None:
        return _cued_year(stream, i, cue.end)
    if stream.key(i) in stream.words.era_first and stream.is_digits(i + 1) and len(stream.key(i + 1)) <= 4:
        era = stream.hit(i, WordClass.ERA)
        calendar = meaning(era, Era).calendar if era is not None else "gregorian"
        return Moment(i + 2, int(stream.key(i + 1)), calendar=calendar)
    if not stream.is_digits(i):
        return _year_in_words(stream, i)
    size = len(stream.key(i))
    both = stream.is_sign(i - 1, "/") and stream.hit(i - 2, WordClass.ERA) is not None  # «533 هـ/1138م»
    if size > 4 or (stream.is_glued(i) and not both and not stream.is_sign(i - 1, "([،")):
        return None
    value, end = int(stream.key(i)), i + 1
    era = stream.hit(end, WordClass.ERA)
    metres = size < 4 and len(stream.key(end)) == 1 and stream.hit(end, WordClass.UNIT) is not None
    if era is not None and size > 1 and not (era.conjunction or era.preposition or metres):
        return with_era(stream, Moment(end, value))
    if size < 4 or not (_FIRST_YEAR if value % 100 else _SURE_YEAR) <= value <= 2100:
        return None
    if ends_here(stream, end) or (value >= _SURE_YEAR and _tells(stream, end)):
        return Moment(end, value) if _is_in(stream, i, end) else None
    return None


_FIRST_YEAR, _SURE_YEAR = 1000, 1700
"""Digits behind a preposition are a year from the first on where nothing follows and they are no round number, from
the second where a verb does."""


def _is_in(stream: TokenStream, i: int, end: int) -> bool:
    """Whether a preposition of time stands before what ends at a token, or behind it where they stand there."""
    behind = stream.features.postpositions and stream.hit(end, WordClass.IN) is not None
    return behind or stream.hit(i - 1, WordClass.IN) is not None


def _cued_year(stream: TokenStream, i: int, at: int) -> Moment | None:
    """The year at ``at``, behind its word at ``i``."""
    if stream.hit(i - 1, WordClass.EVERY) is not None or stream.key(i - 1) in stream.words.pointing:
        return None
    year = year_at(stream, at, cued=True)
    if year is None or year.year is None:
        return None
    if stream.language.letters and not stream.is_digits(at) and year.year > 5000:
        return year._replace(calendar="hebrew")
    moment = with_era(stream, year)
    if moment.calendar == "gregorian" and stream.features.bare_years_by_calendar:
        return moment._replace(calendar=calendar_of_year(stream, year.year))
    return moment


def _year_in_words(stream: TokenStream, i: int) -> Moment | None:
    """«في ألف وسبعمائة وتسعة وثمانين»: four places of a number after a preposition of time, with nothing counted."""
    number = numeral_at(stream, i, signed=False) if stream.word_classes(i) & WordClass.NUMBER else None
    if number is None or not _is_in(stream, i, number.end):
        return None
    paired = paired_year(stream, number)
    if paired is not None:
        return paired
    behind = stream.features.postpositions and stream.hit(number.end, WordClass.IN) is not None
    long = number.end - i >= 3 + (not behind)
    if number.ordinal or not isinstance(number.value, int) or not 1000 < number.value < 2100 or not long:
        return None
    return Moment(number.end, number.value) if ends_here(stream, number.end) else None


def _tells(stream: TokenStream, i: int) -> bool:
    """Whether an English sentence goes on after a year: "in 1877 Edison", "in 1893 won", but "in 2000 cases"."""
    if stream.key(i - 2) not in stream.words.year_in or i >= len(stream) or stream.word_classes(i):
        return False
    plural = stream.key(i).endswith(tuple(stream.words.plural_endings))
    return stream.tokens[i].kind is TokenKind.WORD and not plural
