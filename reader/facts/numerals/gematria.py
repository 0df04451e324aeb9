"""Owns Hebrew numbers written in letters, as days and years of the Hebrew calendar are: י״ד, ה׳, תשפ״ד, ה׳תש״ח.

Only the canonical spelling counts (letters from the highest down, ט״ו and ט״ז for 15 and 16), with its geresh or
gershayim: other words in quotation marks are acronyms.
"""

from functools import cache
from typing import NamedTuple

from reader.facts.stream import TokenStream

_LETTERS = (
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"), (40, "מ"),
    (30, "ל"), (20, "כ"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"),
    (1, "א"),
)  # fmt: skip
_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
_PREFIXES = ("", "ב", "ל", "מ", "ו", "ה", "כ", "וב", "ול", "ומ", "מה")
_THOUSANDS = 5000
_FIRST_YEAR, _LAST_YEAR = 300, 999


class Lettered(NamedTuple):
    """A number in letters: its value, the token after it, how many letters of particles stand before it."""

    value: int
    end: int
    cut: int


def letters_of(number: int) -> str:
    """A number from 1 to 999 in Hebrew letters, with its geresh (') or gershayim (")."""
    letters = ""
    for value, letter in _LETTERS:
        while number >= value:
            if number in (15, 16):
                letters, number = letters + "ט", number - 9
                continue
            letters, number = letters + letter, number - value
    return f"{letters}'" if len(letters) == 1 else f'{letters[:-1]}"{letters[-1]}'


def day_at(stream: TokenStream, i: int) -> Lettered | None:
    """A day of the month in letters at token ``i``: י״ד, ה׳, with its particle."""
    return _lettered(stream, i, _days())


def year_at(stream: TokenStream, i: int) -> Lettered | None:
    """A year of the sixth millennium in letters: תש״ח, ה׳תש״ח."""
    return _lettered(stream, i, _years())


def _lettered(stream: TokenStream, i: int, table: dict[str, int]) -> Lettered | None:
    key, end = stream.key(i).translate(_FINALS), i + 1
    if '"' not in key:
        if not (stream.is_sign(end, "'’׳") and stream.is_glued(end)):
            return None
        key, end = f"{key}'", end + 1
    for prefix in _PREFIXES:
        value = table.get(key[len(prefix) :]) if key.startswith(prefix) else None
        if value is not None:
            return Lettered(value, end, len(prefix))
    return None


@cache
def _days() -> dict[str, int]:
    return {letters_of(day): day for day in range(1, 31)}


@cache
def _years() -> dict[str, int]:
    years = {letters_of(year): year + _THOUSANDS for year in range(_FIRST_YEAR, _LAST_YEAR + 1)}
    return years | {f"ה'{letters}": year for letters, year in years.items()}
