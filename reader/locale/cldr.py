"""Plural forms, dates and durations as CLDR has them (``data/cldr.json``, made by :mod:`reader.locale.data.generate`).

Numbers stay in ASCII digits here; :class:`reader.locale.Messages` writes them in the language's own. A Persian date is
of the Persian calendar, as CLDR prefers in Iran (supplemental data, calendarPreferenceData).
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from datetime import date

_RELATION = lazy_pattern(r"(?P<operand>[nivwfte])(?: mod (?P<modulus>\d+))? (?P<sense>not )?in (?P<ranges>[\d.,]+)")
_FIELD = lazy_pattern(r"'([^']*)'|(MMMM|d|y)")


@lru_cache
def _data(language: str) -> dict[str, Any]:
    import json  # noqa: PLC0415 - only where something is counted or dated

    text = Path(__file__).with_name("data").joinpath("cldr.json").read_text(encoding="utf-8")
    said: dict[str, Any] = json.loads(text)[language]
    return said


@lru_cache(maxsize=256)
def plural_form(language: str, count: int) -> str:
    """The plural category of a whole number: zero, one, two, few, many or other (UTS#35 part 3, 5)."""
    rules: dict[str, str] = _data(language)["plurals"]
    for form, rule in rules.items():
        if any(all(_holds(relation, abs(count)) for relation in part.split(" and ")) for part in rule.split(" or ")):
            return form
    return "other"


def plural_forms(language: str) -> frozenset[str]:
    """The categories that a language tells apart."""
    return frozenset((*_data(language)["plurals"], "other"))


def _holds(relation: str, count: int) -> bool:
    """Whether a relation holds of a whole number, of which only the operands n and i are not 0."""
    found = _RELATION.fullmatch(relation)
    if found is None:
        raise ValueError(relation)
    value = count if found["operand"] in "ni" else 0
    if found["modulus"]:
        value %= int(found["modulus"])
    within = False
    for span in found["ranges"].split(","):
        first, _, last = span.partition("..")
        within |= int(first) <= value <= int(last or first)
    return within is not bool(found["sense"])


def written_date(language: str, day: "date") -> str:
    """A day, its month in words."""
    data = _data(language)
    year, month, number, months = day.year, day.month, day.day, data["months"]
    if language == "fa" and day.year > _BEFORE_THE_PERSIAN_CALENDAR:
        import jdatetime  # noqa: PLC0415 - no other language needs it

        persian = jdatetime.date.fromgregorian(date=day)
        year, month, number, months = persian.year, persian.month, persian.day, jdatetime.date.j_months_fa
    fields = {"MMMM": months[month - 1], "d": str(number), "y": str(year)}
    return _FIELD.sub(lambda field: field[1] if field[2] is None else fields[field[2]], data["date"])


_BEFORE_THE_PERSIAN_CALENDAR = 622


def written_moment(language: str, day: "date", hour: int, minute: int) -> str:
    """A day and the time, in hours from 0 to 23."""
    data = _data(language)
    time = data["time"].replace("HH", f"{hour:02}").replace("H", str(hour)).replace("mm", f"{minute:02}")
    return str(data["moment"]).replace("{1}", written_date(language, day)).replace("{0}", time)


def duration_form(language: str, unit: str, count: int) -> str:
    """How so many hours or minutes are written, with ``{0}`` for the number where it is written in digits."""
    text: str = _data(language)["units"][unit][plural_form(language, count)]
    return text


def units_together(language: str) -> str:
    """How hours ``{0}`` and minutes ``{1}`` are written together."""
    text: str = _data(language)["units_together"]
    return text
