"""Owns chunks of time a year is made of, or made into.

Quarters, halves, weeks, decades, centuries, and a year by itself.
"""

from reader.facts.grammar.moments import Moment, calendar_of_year, ends_here, paired_year, with_era, year_number
from reader.facts.grammar_values import Era, Numeral
from reader.facts.lexicon import WordClass, meaning
from reader.facts.numerals import numeral_at
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.values import replace


def part_of_year(stream: TokenStream, i: int) -> Moment | None:
    """«الربع الرابع من عام 2024», "Q4 2024", "the first half of 2023", "2019-H2"."""
    found = _ordered_part(stream, i)
    if found is None:
        return _year_first(stream, i)
    count, number, end = found
    end += stream.is_sign(end, "-–") and stream.is_glued(end) and stream.is_digits(end + 1)
    of = stream.skip(end, WordClass.OF)
    cued = stream.hit(of, WordClass.YEAR_CUE)
    year = year_number(stream, cued.end if cued else of, cued=cued is not None, month="")
    if year is None or year[2]:
        return None
    value, end, _ = year
    return _part(value, count, number, end)


def _part(year: int, count: int, number: int, end: int) -> Moment:
    if count == 4:
        return Moment(end, year, other=f"{year:04}-Q{number}")
    return Moment(end, year, other=f"{year:04}-01/{year:04}-06" if number == 1 else f"{year:04}-07/{year:04}-12")


def _year_first(stream: TokenStream, i: int) -> Moment | None:
    """Urdu's 2023 کی تیسری سہ ماہی: the year before its quarter."""
    if stream.is_digits(i) and len(stream.key(i)) == 4 and stream.key(i + 1) in ("q", "h", "-", "–"):
        short = _ordered_part(stream, i + 1 + stream.is_sign(i + 1, "-–"))
        if short is not None and _PLAUSIBLE[0] <= int(stream.key(i)) <= _PLAUSIBLE[1]:
            return _part(int(stream.key(i)), *short)
    if not stream.features.year_before_part:
        return None
    cue = stream.hit(i, WordClass.YEAR_CUE)
    at = cue.end if cue else i
    if not stream.is_digits(at) or len(stream.key(at)) != 4:
        return None
    of = stream.hit(stream.skip(at + 1, WordClass.ERA), WordClass.OF)
    found = _ordered_part(stream, of.end) if of else None
    return None if found is None else _part(int(stream.key(at)), *found)


_PLAUSIBLE = (1700, 2200)
"""The years a quarter may be written behind: "2019 H2"."""


_LETTERS = {"q": 4, "h": 2}
"""How many of a year's parts a letter before a digit stands for: "Q4", "H2"."""


def _ordered_part(stream: TokenStream, i: int) -> tuple[int, int, int] | None:
    """A quarter or half: how many a year has, which it is, the token after it."""
    key = stream.key(i)
    count = _LETTERS.get(key, 0)
    if (
        count
        and stream.is_digits(i + 1)
        and stream.is_glued(i + 1)
        and stream.key(i + 1) in ("1", "2", "3", "4")[:count]
    ):
        return count, int(stream.key(i + 1)), i + 2
    for word_class, count in ((WordClass.QUARTER, 4), (WordClass.HALF, 2)):
        cue = stream.hit(i, word_class)
        if cue is not None:
            number = numeral_at(stream, cue.end, signed=False)
            if number is not None and number.ordinal and isinstance(number.value, int) and number.value <= count:
                return count, number.value, number.end
        number = numeral_at(stream, i, signed=False)
        if number is not None and number.ordinal and isinstance(number.value, int) and number.value <= count:
            cue = stream.hit(number.end, word_class)
            if cue is not None:
                return count, number.value, cue.end
    return None


def week_of_year(stream: TokenStream, i: int) -> Moment | None:
    """«الأسبوع الثالث من عام 2027», "the third week of 2027": an ISO week, counted from the first."""
    cue = stream.hit(i, WordClass.WEEK)
    number = numeral_at(stream, cue.end if cue else i, signed=False)
    if number is None or not number.ordinal or not isinstance(number.value, int) or not 1 <= number.value <= 53:
        return None
    end = number.end
    if cue is None:
        cue = stream.hit(end, WordClass.WEEK)
        if cue is None:
            return None
        end = cue.end
    of = stream.skip(end, WordClass.OF)
    cued = stream.hit(of, WordClass.YEAR_CUE)
    year = year_number(stream, cued.end if cued else of, cued=cued is not None, month="")
    if year is None or year[2] or of == end:
        return None
    return Moment(year[1], year[0], other=f"{year[0]:04}-W{number.value:02}")


def century_or_decade(stream: TokenStream, i: int) -> Moment | None:
    """«القرن التاسع عشر» as ``18XX``, «تسعينيات القرن الماضي» as ``XX9X``, "the 1990s" as ``199X``."""
    return _century_at(stream, i) or _decade_at(stream, i)


def _century_at(stream: TokenStream, i: int) -> Moment | None:
    """A century after its word («القرن الـ19», המאה התשע עשרה) or before it ("the 19th century")."""
    cue = stream.hit(i, WordClass.CENTURY)
    if cue is not None:
        at = cue.end + (stream.key(cue.end) in stream.articles and stream.is_digits(cue.end + 1))
        number = numeral_at(stream, at, signed=False)
        if number is None or not _is_century(number) or not (number.ordinal or stream.is_digits(at)):
            return None
        if stream.features.definite_century and cue.end == i + 1 and not (number.definite and number.ordinal):
            return None
        return _century(stream, int(number.value), number.end)
    if not stream.features.century_last:
        return None
    number = numeral_at(stream, i, signed=False)
    after = stream.hit(number.end, WordClass.CENTURY) if number is not None and number.ordinal else None
    if number is None or after is None or not _is_century(number):
        return None
    return _century(stream, int(number.value), after.end)


def _is_century(number: Numeral) -> bool:
    return isinstance(number.value, int) and 1 <= number.value <= 30


def _decade_at(stream: TokenStream, i: int) -> Moment | None:
    """A decade by its name («تسعينيات», "the nineties"), its first year ("1990s") or its word («دههٔ ۱۳۶۰»)."""
    key = stream.key(i)
    if (
        stream.is_digits(i)
        and len(key) == 4
        and key.endswith("0")
        and stream.is_glued(i + 1)
        and stream.key(i + 1) == "s"
    ):
        return Moment(i + 2, other=f"{key[:3]}X")
    named = _decade_after(stream, i) if stream.features.decade_last else None
    if named is not None:
        return named
    decade = stream.hit(i, WordClass.DECADE)
    if decade is None or not isinstance(decade.value, int):
        return None
    tens, end = decade.value, decade.end
    if tens < 0:
        number = numeral_at(stream, end, signed=False)
        if number is None or number.ordinal or not isinstance(number.value, int) or number.value % 10:
            return None
        if 1000 <= number.value < 3000:
            return Moment(number.end, other=f"{number.value // 10}X")
        if not 10 <= number.value <= 90:
            return None
        tens, end = number.value, number.end
    century = _century_at(stream, stream.skip(end, WordClass.OF))
    if century is not None and century.other.endswith("XX"):
        return Moment(century.end, other=f"{century.other[:2]}{tens // 10}X")
    return Moment(end, other=f"XX{tens // 10}X")


def _decade_after(stream: TokenStream, i: int) -> Moment | None:
    """Urdu's 1990 کی دہائی, نوے کی دہائی."""
    number = numeral_at(stream, i, signed=False)
    of = stream.hit(number.end, WordClass.OF) if number is not None else None
    decade = stream.hit(of.end, WordClass.DECADE) if of is not None else None
    if number is None or decade is None or not isinstance(number.value, int) or number.value % 10:
        return None
    if 1000 <= number.value < 3000:
        return Moment(decade.end, other=f"{number.value // 10}X")
    return Moment(decade.end, other=f"XX{number.value // 10}X") if 10 <= number.value <= 90 else None


def _century(stream: TokenStream, number: int, end: int) -> Moment:
    moment = with_era(stream, Moment(end))
    if moment.before:
        return replace(moment, other=f"-{number - 1:02}XX")
    return replace(moment, other=f"{number - 1:02}XX")


def year_alone(stream: TokenStream, i: int) -> Moment | None:
    """A year with its word («عام 2023»), its era («1445 هـ»), or after a preposition of time («في 2018»)."""
    cue = stream.hit(i, WordClass.YEAR_CUE)
    if cue is not None:
        if stream.hit(i - 1, WordClass.EVERY) is not None or stream.key(i - 1) in stream.words.pointing:
            return None
        year = year_number(stream, cue.end, cued=True, month="")
        if year is not None and stream.language.letters and not stream.is_digits(cue.end) and year[0] > 5000:
            return Moment(year[1], year[0], calendar="hebrew")
        if year is not None:
            moment = with_era(stream, Moment(year[1], year[0], short_year=year[2]))
            if moment.calendar == "gregorian":
                moment = replace(
                    moment,
                    calendar=calendar_of_year(stream, year[0])
                    if stream.features.bare_years_by_calendar
                    else "gregorian",
                )
            return moment
        return None
    if stream.key(i) in stream.words.era_first and stream.is_digits(i + 1) and len(stream.key(i + 1)) <= 4:
        era = stream.hit(i, WordClass.ERA)
        calendar = meaning(era, Era).calendar if era is not None else "gregorian"
        return Moment(i + 2, int(stream.key(i + 1)), calendar=calendar)
    if not stream.is_digits(i):
        return _year_in_words(stream, i)
    if len(stream.key(i)) > 4:
        return None
    both = stream.is_sign(i - 1, "/") and stream.hit(i - 2, WordClass.ERA) is not None  # «533 هـ/1138م»
    if not both and stream.is_glued(i) and (not stream.is_sign(i - 1, "([،,") or stream.is_sign(i - 1, ".,/:-–")):
        return None
    era = stream.hit(i + 1, WordClass.ERA)
    if (
        era is not None
        and not (era.conjunction or era.preposition)
        and len(stream.key(i)) >= 2
        and (len(stream.key(i + 1)) > 1 or len(stream.key(i)) == 4 or stream.hit(i + 1, WordClass.UNIT) is None)
    ):
        return with_era(stream, Moment(i + 1, int(stream.key(i))))
    value = int(stream.key(i))
    if (
        (
            stream.hit(i - 1, WordClass.IN) is not None
            or (stream.features.postpositions and stream.hit(i + 1, WordClass.IN) is not None)
        )
        and len(stream.key(i)) == 4
        and (_FIRST_YEAR if value % 100 else _SURE_YEAR) <= value <= 2100
        and (ends_here(stream, i + 1) or (value >= _SURE_YEAR and _tells(stream, i + 1)))
    ):
        return Moment(i + 1, value)
    return None


_FIRST_YEAR, _SURE_YEAR = 1000, 1700
"""Digits behind a preposition are a year from the first on where nothing follows and they are no round number, from
the second where a verb does."""


def _year_in_words(stream: TokenStream, i: int) -> Moment | None:
    """«في ألف وسبعمائة وتسعة وثمانين»: four places of a number after a preposition of time, with nothing counted."""
    number = numeral_at(stream, i, signed=False) if stream.word_classes(i) & WordClass.NUMBER else None
    after = number is not None and stream.features.postpositions and stream.hit(number.end, WordClass.IN) is not None
    if stream.hit(i - 1, WordClass.IN) is None and not after:
        return None
    paired = paired_year(stream, number) if number is not None else None
    if paired is not None:
        return Moment(paired[1], paired[0])
    if number is None or number.ordinal or not isinstance(number.value, int) or number.end - i < 3 + (not after):
        return None
    return Moment(number.end, number.value) if 1000 < number.value < 2100 and ends_here(stream, number.end) else None


def _tells(stream: TokenStream, i: int) -> bool:
    """Whether an English sentence goes on after a year: "in 1877 Edison", "in 1893 won", but "in 2000 cases"."""
    if stream.key(i - 2) not in stream.words.year_in or i >= len(stream):
        return False
    return (
        stream.tokens[i].kind is TokenKind.WORD
        and not stream.key(i).endswith(tuple(stream.words.plural_endings))
        and not stream.word_classes(i)
    )
