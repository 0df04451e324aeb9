"""Owns numbers written in letters, as days and years of the Hebrew calendar are: י״ד, ה׳, תשפ״ד, ה׳תש״ח.

Which letter has which value is told by the language's table. Only the canonical spelling counts (letters from the
highest down), with its geresh or gershayim: other words in quotation marks are acronyms.
"""

from functools import lru_cache

from reader.facts.scripts import FINALS
from reader.facts.token_stream import TokenStream
from reader.named_tuples import NamedTuple

_FIRST_YEAR, _LAST_YEAR = 300, 999


class Lettered(NamedTuple):
    """A number in letters: its value, the token after it, how many letters of particles stand before it."""

    value: int
    end: int
    cut: int


def letters_of(number: int, values: tuple[tuple[int, str], ...]) -> str:
    """A number from 1 to 999 in letters of these ``values``, with its geresh (') or gershayim (")."""
    letters = ""
    for value, letter in values:
        while number >= value and (number == value or value not in _WHOLE):
            letters, number = letters + letter, number - value
    return f"{letters}'" if len(letters) == 1 else f'{letters[:-1]}"{letters[-1]}'


_WHOLE = (15, 16)
"""Numbers that have letters of their own: those of 10 and 5 would spell a holy name."""


def day_at(stream: TokenStream, i: int) -> Lettered | None:
    """A day of the month in letters at token ``i``: י״ד, ה׳, with its particle."""
    return _lettered(stream, i, 1, 30) if stream.language.letters else None


def year_at(stream: TokenStream, i: int) -> Lettered | None:
    """A year in letters, its thousands left out or in a letter of their own: תש״ח, ה׳תש״ח."""
    return _lettered(stream, i, _FIRST_YEAR, _LAST_YEAR) if stream.language.letters else None


def _lettered(stream: TokenStream, i: int, first: int, last: int) -> Lettered | None:
    key, end = stream.key(i).translate(FINALS), i + 1
    if '"' not in key:
        if not (stream.is_sign(end, "'’׳") and stream.is_glued(end)):
            return None
        key, end = f"{key}'", end + 1
    table = _table(stream.language.letters, stream.language.thousands, first, last)
    for split in stream.language.proclitics.splits():
        value = table.get(key[len(split.spelling) :]) if key.startswith(split.spelling) else None
        if value is not None:
            return Lettered(value, end, len(split.spelling))
    return None


@lru_cache
def _table(values: tuple[tuple[int, str], ...], thousands: tuple[str, int], first: int, last: int) -> dict[str, int]:
    """Every number from ``first`` to ``last`` by its letters; years with what their thousands leave out."""
    if first == 1:
        return {letters_of(number, values): number for number in range(first, last + 1)}
    letter, more = thousands
    years = {letters_of(number, values): number + more for number in range(first, last + 1)}
    return years | {f"{letter}'{letters}": year for letters, year in years.items()}
