"""Owns stretches of time a year is made of, or made into.

Quarters, halves, weeks, decades, centuries, and a year by itself.
"""

from dataclasses import replace

from reader.facts.grammar.moments import Moment, calendar_of_year, paired_year, with_era, year_number
from reader.facts.lexicon import Role, meaning
from reader.facts.numerals import Numeral, numeral_at
from reader.facts.scan import Scan
from reader.facts.tokens import TokenKind, fold
from reader.facts.values import Era


def part_of_year(scan: Scan, i: int) -> Moment | None:
    """«الربع الرابع من عام 2024», "Q4 2024", "the first half of 2023"."""
    found = _ordered_part(scan, i)
    if found is None:
        return _year_first(scan, i)
    count, number, end = found
    of = scan.skip(end, Role.OF)
    cued = scan.hit(of, Role.YEAR_CUE)
    year = year_number(scan, cued.end if cued else of, cued=cued is not None, month="")
    if year is None or year[2]:
        return None
    value, end, _ = year
    return _part(value, count, number, end)


def _part(year: int, count: int, number: int, end: int) -> Moment:
    if count == 4:
        return Moment(end, year, other=f"{year:04}-Q{number}")
    return Moment(end, year, other=f"{year:04}-01/{year:04}-06" if number == 1 else f"{year:04}-07/{year:04}-12")


def _year_first(scan: Scan, i: int) -> Moment | None:
    """Urdu's 2023 کی تیسری سہ ماہی: the year before its quarter."""
    if scan.language != "ur":
        return None
    cue = scan.hit(i, Role.YEAR_CUE)
    at = cue.end if cue else i
    if not scan.is_digits(at) or len(scan.key(at)) != 4:
        return None
    of = scan.hit(scan.skip(at + 1, Role.ERA), Role.OF)
    found = _ordered_part(scan, of.end) if of else None
    return None if found is None else _part(int(scan.key(at)), *found)


def _ordered_part(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """A quarter or half: how many a year has, which it is, the token after it."""
    key = scan.key(i)
    if key == "q" and scan.is_digits(i + 1) and scan.is_glued(i + 1) and scan.key(i + 1) in ("1", "2", "3", "4"):
        return 4, int(scan.key(i + 1)), i + 2
    for role, count in ((Role.QUARTER, 4), (Role.HALF, 2)):
        cue = scan.hit(i, role)
        if cue is not None:
            number = numeral_at(scan, cue.end, signed=False)
            if number is not None and number.ordinal and isinstance(number.value, int) and number.value <= count:
                return count, number.value, number.end
        number = numeral_at(scan, i, signed=False)
        if number is not None and number.ordinal and isinstance(number.value, int) and number.value <= count:
            cue = scan.hit(number.end, role)
            if cue is not None:
                return count, number.value, cue.end
    return None


def week_of_year(scan: Scan, i: int) -> Moment | None:
    """«الأسبوع الثالث من عام 2027», "the third week of 2027": an ISO week, counted from the first."""
    cue = scan.hit(i, Role.WEEK)
    number = numeral_at(scan, cue.end if cue else i, signed=False)
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
    year = year_number(scan, cued.end if cued else of, cued=cued is not None, month="")
    if year is None or year[2] or of == end:
        return None
    return Moment(year[1], year[0], other=f"{year[0]:04}-W{number.value:02}")


def century_or_decade(scan: Scan, i: int) -> Moment | None:
    """«القرن التاسع عشر» as ``18XX``, «تسعينيات القرن الماضي» as ``XX9X``, "the 1990s" as ``199X``."""
    return _century_at(scan, i) or _decade_at(scan, i)


def _century_at(scan: Scan, i: int) -> Moment | None:
    """A century after its word («القرن الـ19», המאה התשע עשרה) or before it ("the 19th century")."""
    cue = scan.hit(i, Role.CENTURY)
    if cue is not None:
        at = cue.end + (scan.key(cue.end) in scan.articles and scan.is_digits(cue.end + 1))
        number = numeral_at(scan, at, signed=False)
        if number is None or not _is_century(number) or not (number.ordinal or scan.is_digits(at)):
            return None
        if scan.language == "he" and cue.end == i + 1 and not (number.definite and number.ordinal):
            return None
        return _century(scan, int(number.value), number.end)
    if scan.language not in ("en", "ur", "he"):
        return None
    number = numeral_at(scan, i, signed=False)
    after = scan.hit(number.end, Role.CENTURY) if number is not None and number.ordinal else None
    if number is None or after is None or not _is_century(number):
        return None
    return _century(scan, int(number.value), after.end)


def _is_century(number: Numeral) -> bool:
    return isinstance(number.value, int) and 1 <= number.value <= 30


def _decade_at(scan: Scan, i: int) -> Moment | None:
    """A decade by its name («تسعينيات», "the nineties"), its first year ("1990s") or its word («دههٔ ۱۳۶۰»)."""
    key = scan.key(i)
    if scan.is_digits(i) and len(key) == 4 and key.endswith("0") and scan.is_glued(i + 1) and scan.key(i + 1) == "s":
        return Moment(i + 2, other=f"{key[:3]}X")
    named = _decade_after(scan, i) if scan.language == "ur" else None
    if named is not None:
        return named
    decade = scan.hit(i, Role.DECADE)
    if decade is None or not isinstance(decade.value, int):
        return None
    tens, end = decade.value, decade.end
    if tens < 0:
        number = numeral_at(scan, end, signed=False)
        if number is None or number.ordinal or not isinstance(number.value, int) or number.value % 10:
            return None
        if 1000 <= number.value < 3000:
            return Moment(number.end, other=f"{number.value // 10}X")
        if not 10 <= number.value <= 90:
            return None
        tens, end = number.value, number.end
    century = _century_at(scan, scan.skip(end, Role.OF))
    if century is not None and century.other.endswith("XX"):
        return Moment(century.end, other=f"{century.other[:2]}{tens // 10}X")
    return Moment(end, other=f"XX{tens // 10}X")


def _decade_after(scan: Scan, i: int) -> Moment | None:
    """Urdu's 1990 کی دہائی, نوے کی دہائی."""
    number = numeral_at(scan, i, signed=False)
    of = scan.hit(number.end, Role.OF) if number is not None else None
    decade = scan.hit(of.end, Role.DECADE) if of is not None else None
    if number is None or decade is None or not isinstance(number.value, int) or number.value % 10:
        return None
    if 1000 <= number.value < 3000:
        return Moment(decade.end, other=f"{number.value // 10}X")
    return Moment(decade.end, other=f"XX{number.value // 10}X") if 10 <= number.value <= 90 else None


def _century(scan: Scan, number: int, end: int) -> Moment:
    moment = with_era(scan, Moment(end))
    if moment.before:
        return replace(moment, other=f"-{number - 1:02}XX")
    return replace(moment, other=f"{number - 1:02}XX")


def year_alone(scan: Scan, i: int) -> Moment | None:
    """A year with its word («عام 2023»), its era («1445 هـ»), or after a preposition of time («في 2018»)."""
    cue = scan.hit(i, Role.YEAR_CUE)
    if cue is not None:
        year = year_number(scan, cue.end, cued=True, month="")
        if year is not None and scan.language == "he" and not scan.is_digits(cue.end) and year[0] > 5000:
            return Moment(year[1], year[0], calendar="hebrew")
        if year is not None:
            moment = with_era(scan, Moment(year[1], year[0], short_year=year[2]))
            if moment.calendar == "gregorian":
                moment = replace(
                    moment, calendar=calendar_of_year(scan, year[0]) if scan.language == "fa" else "gregorian"
                )
            return moment
        return None
    if scan.language == "en" and scan.key(i) in ("ad", "ah") and scan.is_digits(i + 1) and len(scan.key(i + 1)) <= 4:
        era = scan.hit(i, Role.ERA)
        calendar = meaning(era, Era).calendar if era is not None else "gregorian"
        return Moment(i + 2, int(scan.key(i + 1)), calendar=calendar)
    if not scan.is_digits(i):
        return _year_in_words(scan, i)
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
        return with_era(scan, Moment(i + 1, int(scan.key(i))))
    value = int(scan.key(i))
    if (
        (scan.hit(i - 1, Role.IN) is not None or (scan.language == "ur" and scan.key(i + 1) == _IN_URDU))
        and len(scan.key(i)) == 4
        and 1700 <= value <= 2100
        and (_ends_here(scan, i + 1) or _tells(scan, i + 1))
    ):
        return Moment(i + 1, value)
    return None


_IN_URDU = fold("میں")


def _year_in_words(scan: Scan, i: int) -> Moment | None:
    """«في ألف وسبعمائة وتسعة وثمانين»: four places of a number after a preposition of time, with nothing counted."""
    number = numeral_at(scan, i, signed=False) if scan.roles(i) & Role.NUMBER else None
    after = number is not None and scan.language == "ur" and scan.hit(number.end, Role.IN) is not None
    if scan.hit(i - 1, Role.IN) is None and not after:
        return None
    paired = paired_year(scan, number) if number is not None else None
    if paired is not None:
        return Moment(paired[1], paired[0])
    if number is None or number.ordinal or not isinstance(number.value, int) or number.end - i < 3 + (not after):
        return None
    return Moment(number.end, number.value) if 1000 < number.value < 2100 and _ends_here(scan, number.end) else None


def _tells(scan: Scan, i: int) -> bool:
    """Whether an English sentence goes on after a year: "in 1877 Edison", "in 1893 won", but "in 2000 cases"."""
    if scan.language != "en" or scan.key(i - 2) != "in" or i >= len(scan):
        return False
    return scan.tokens[i].kind is TokenKind.WORD and not scan.key(i).endswith("s") and not scan.roles(i)


def _ends_here(scan: Scan, i: int) -> bool:
    """Whether a bare year is not the number of something: no unit, noun or further digits follow it."""
    if i >= len(scan) or scan.is_sign(i, "،؛؟.!)»”’\"'"):
        return not (scan.is_sign(i, ".") and scan.is_glued(i) and scan.is_digits(i + 1) and scan.is_glued(i + 1))
    if scan.is_sign(i, ",:;?"):
        return not (scan.is_digits(i + 1) and scan.is_glued(i + 1))
    return (
        scan.key(i) in scan.function_words
        or scan.hit(i, Role.OF) is not None
        or scan.hit(i, Role.IN) is not None
        or scan.hit(i, Role.AND) is not None
        or scan.hit(i, Role.TO) is not None
    )
