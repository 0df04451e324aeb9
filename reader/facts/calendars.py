"""Owns what is known of calendars: which days exist, and the Gregorian equivalent of what another calendar states.

The conversions are those of ``hijridate`` (Umm al-Qura), ``jdatetime`` (Solar Hijri) and ``pyluach`` (Hebrew), imported
when first needed. Outside the years they cover there is no equivalent, and none is made up.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

_GREGORIAN_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PERSIAN_DAYS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30)


def is_day(calendar: str, year: int | None, month: int, day: int) -> bool:
    """Whether a day exists in a calendar; without a year, whether it exists in some year."""
    if day < 1 or month < 1:
        return False
    if calendar == "gregorian":
        if month > 12 or day > _GREGORIAN_DAYS[month - 1]:
            return False
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return leap or (month, day) != (2, 29)
    if calendar == "persian":
        return month <= 12 and day <= _PERSIAN_DAYS[month - 1]
    return month <= (13 if calendar == "hebrew" else 12) and day <= 30


@lru_cache(maxsize=4096)
def gregorian_of(calendar: str, year: int, month: int | None = None, day: int | None = None) -> str:
    """The Gregorian day, or the days from first to last of a month or a year, in ISO 8601; "" when unknown."""
    convert = _CONVERSIONS.get(calendar)
    if convert is None:
        return ""
    try:
        if month is not None and day is not None:
            return convert(year, month, day).isoformat()
        first = convert(year, month or _first_month(calendar), 1)
        if month is None:
            after = convert(year + 1, _first_month(calendar), 1)
        else:
            after = _month_after(convert, calendar, year, month)
    except (ValueError, OverflowError):
        return ""
    return f"{first.isoformat()}/{(after - timedelta(days=1)).isoformat()}"


def _first_month(calendar: str) -> int:
    """The month a year begins with: Tishri, the seventh, in the Hebrew calendar as it numbers its months."""
    return 7 if calendar == "hebrew" else 1


def _month_after(convert: Callable[[int, int, int], date], calendar: str, year: int, month: int) -> date:
    if calendar == "hebrew":
        return convert(year, month, 29) + timedelta(days=1 + _has_thirtieth(convert, year, month))
    return convert(year + 1, 1, 1) if month == 12 else convert(year, month + 1, 1)


def _has_thirtieth(convert: Callable[[int, int, int], date], year: int, month: int) -> bool:
    try:
        convert(year, month, 30)
    except ValueError:
        return False
    return True


def _from_islamic(year: int, month: int, day: int) -> date:
    from hijridate import Hijri  # noqa: PLC0415 - 20 ms, only for a document that has such a date

    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _from_persian(year: int, month: int, day: int) -> date:
    from jdatetime import date as persian_date  # noqa: PLC0415 - likewise

    return persian_date(year, month, day).togregorian()  # type: ignore[no-any-return]


def _from_hebrew(year: int, month: int, day: int) -> date:
    from pyluach.dates import HebrewDate  # noqa: PLC0415 - likewise

    return HebrewDate(year, month, day).to_pydate()  # type: ignore[no-any-return]


_CONVERSIONS: dict[str, Callable[[int, int, int], date]] = {
    "islamic": _from_islamic,
    "persian": _from_persian,
    "hebrew": _from_hebrew,
}
