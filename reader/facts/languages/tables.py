"""Owns the reading of a language's table, ``CODE.txt`` beside this file: everything that is of one language.

A table has sections, ``[name]``; a row of a section is ``key: spelling|spelling``, and may go on in indented lines. In
a spelling, ``{a,b}`` stands for either, and words are parted by spaces, signs standing apart (``' 20 s``). A ``#``
begins a line that is a comment. Spellings are folded, so one of each family is enough; the keys of each section:

=================  =====================================================================================================
features           ``all``: names of :class:`~reader.facts.grammar_language.Features`
words              names of :class:`~reader.facts.grammar_language.Words`
proclitics         ``conjunctions``, ``prepositions``, ``articles``; ``assimilated``: spelling, preposition, article
number             the place in a numeral, the value, and any of ``ordinal several construct unsure``
ordinal_ending     places, or values, whose words become ordinals with these endings; a value's own come first
fraction, offset   the part of one
currency           ISO 4217 or a family, ``/100`` for a smaller coin, ``dual``, ``capitals``
joined             a number that the words of units and tens may be written on to («دوہزارچودہ»)
nation             a family and the code that these adjectives make of it; ``nation_ending``: what they may end in
respelt            a code: spellings of it that are told from others by their letters as written
unit, period       CLDR's name; the ISO 8601 designator and ``*10`` for so many of it; ``dual``
month, era         the calendar, the month's number, ``unsure``; the calendar, ``before``
calendar           the calendar: the first and the last year that a bare number is in it
limit, limit_after the modifier; ``limit_verb``: where the words are a verb
part_of_day        names of :class:`~reader.facts.grammar_values.PartOfDay`
decade, hour_name  the tens, or -1 for the word itself; the hour
letters            the value of a letter or of letters that stand for it; ``thousands``: the letter before a year's
cue                names of :class:`~reader.facts.lexicon.WordClass`
names, shapes,     what names rest on: :mod:`reader.facts.naming.name_tables`
kind …
announcing         a kind of name: words that announce one; ``spoken_of``: that speak of such things in general
country            a country in English: its adjectives and its cities, which tell whose the currency is
other              ``words``: beginnings, as written, of words that are no numbers though folded alike; ``units``:
                   names of units in CLDR, and ``places``: of places, that are more often other words
=================  =====================================================================================================
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TypeVar

from reader.facts.grammar_values import Currency, Era, Limit, Month, NumberWord, PartOfDay, Period, Slot, Unit
from reader.facts.lexicon import Phrase, Proclitics, WordClass, folded_keys
from reader.facts.scripts import folded
from reader.named_tuples import NamedTuple


class Row(NamedTuple):
    """A row of a table: its key, and its spellings, as written and not yet folded."""

    key: str
    spellings: str


Table = dict[str, list[Row]]
"""A language's rows, by section, in order."""


@cache
def table_of(code: str) -> Table:
    """The table of a language, by its code.

    Raises:
        ValueError: A line is none of what a table is made of.
    """
    table: Table = {}
    rows: list[Row] = []
    text = (files("reader.facts.languages") / f"{code}.txt").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1] == " " and rows:
            rows[-1] = Row(rows[-1].key, rows[-1].spellings + line.strip())
        elif line[:1] == "[":
            rows = table[line.strip("[]")] = []
        elif line and line[0] != "#":
            key, colon, spellings = line.partition(":")
            if not colon:
                raise ValueError(f"{code}.txt:{number}: neither a section nor a row: {line}")
            rows.append(Row(key, spellings.strip()))
    return table


def words_in(row: Row) -> Iterator[str]:
    """The spellings of a row, one after the other, each ``{a,b}`` written out."""
    for spelling in row.spellings.split("|"):
        if "{" in spelling:
            parts = (part.split(",") for part in re.split(r"[{}]", spelling))
            yield from map("".join, product(*parts))
        else:
            yield spelling


def folded_in(row: Row) -> Iterator[str]:
    """The spellings of a row, folded."""
    return words_in(Row(row.key, folded(row.spellings)))


def folded_words(table: Table, section: str, key: str) -> tuple[str, ...]:
    """The folded words of one row; none where the table has no such row."""
    return tuple(word for row in table.get(section, ()) if row.key == key for word in folded_in(row))


Value = TypeVar("Value")


def _reading(kind: Callable[..., Value], *parts: Callable[[str], object]) -> Callable[[str], Value]:
    """The reading of a section's keys: a word for each part, then ``/100``, ``*10`` and flags by their names."""

    def meant(key: str) -> Value:
        words = key.split()
        given = [part(word) for part, word in zip(parts, words, strict=False)]
        named: dict[str, object] = {}
        for flag in words[len(parts) :]:
            if flag[0] == "/":
                named["part"] = Fraction(flag[1:])
            elif flag[0] == "*":
                named["factor"] = int(flag[1:])
            else:
                named[flag] = True
        return kind(*given, **named)

    return meant


_number = _reading(NumberWord, lambda word: Slot[word.upper()], lambda word: int(float(word)))
_SECTIONS: dict[str, tuple[WordClass, Callable[[str], object]]] = {
    "number": (WordClass.NUMBER, _number),
    "fraction": (WordClass.FRACTION, Fraction),
    "offset": (WordClass.OFFSET, Fraction),
    "currency": (WordClass.CURRENCY, _reading(Currency, str)),
    "unit": (WordClass.UNIT, _reading(Unit, str)),
    "period": (WordClass.PERIOD, _reading(Period, str)),
    "month": (WordClass.MONTH, _reading(Month, str, int)),
    "era": (WordClass.ERA, _reading(Era, str)),
    "limit": (WordClass.LIMIT, Limit),
    "limit_verb": (WordClass.LIMIT, lambda key: Limit(key, verb=True)),
    "limit_after": (WordClass.LIMIT_AFTER, str),
    "part_of_day": (WordClass.PART_OF_DAY, lambda key: PartOfDay[key.upper()]),
    "decade": (WordClass.DECADE, int),
    "hour_name": (WordClass.HOUR_NAME, int),
}
"""The word class of each section's rows, and the reading of their keys."""


def entries_of(table: Table) -> dict[str, list[Phrase]]:
    """The phrases of a language, by their folded first word."""
    entries: defaultdict[str, list[Phrase]] = defaultdict(list)

    def add(spelling: str, word_class: WordClass, value: object) -> None:
        words = (spelling,) if spelling.isalpha() else tuple(folded_keys(spelling))
        entries[words[0]].append(Phrase(words[1:], word_class, value))

    endings = {place: tuple(words_in(row)) for row in table.get("ordinal_ending", ()) for place in row.key.split()}
    for section, (word_class, meant) in _SECTIONS.items():
        for row in table.get(section, ()):
            value = meant(row.key)
            for spelling in folded_in(row):
                add(spelling, word_class, value)
                if isinstance(value, NumberWord) and endings and not (value.ordinal or value.several):
                    for ending in endings.get(str(value.value)) or endings.get(value.slot.name.lower(), ()):
                        add(spelling + folded(ending), word_class, value._replace(ordinal=True, unsure=False))
    for word, spelling in _joined(table):
        add(spelling, WordClass.NUMBER, word)
    for row in table.get("cue", ()):
        word_class = WordClass[row.key.upper()]
        for spelling in folded_in(row):
            add(spelling, word_class, None)
    for adjective, codes in _nations(table).items():
        add(adjective, WordClass.NATION, codes)
    return entries


def _joined(table: Table) -> Iterator[tuple[NumberWord, str]]:
    """The numbers of two words that are written as one: «دوہزارچودہ», "thirtyfirst"."""
    joined = table.get("joined", ())
    numbers = [(_number(row.key), tuple(folded_in(row))) for row in table["number"]] if joined else []
    for row in joined:
        first, firsts = int(row.key), tuple(folded_in(row))
        tens = first < 100
        below = (Slot.UNIT,) if tens else (Slot.UNIT, Slot.BELOW_HUNDRED, Slot.TEEN, Slot.TENS)
        for word, spellings in numbers:
            if word.slot in below and (tens or not word.ordinal):
                slot = Slot.BELOW_HUNDRED if tens else Slot.HUNDREDS
                both = NumberWord(slot, first + word.value, ordinal=word.ordinal)
                yield from ((both, "".join(pair)) for pair in product(firsts, spellings))


def _nations(table: Table) -> dict[str, dict[str, str]]:
    """Every form of a currency's adjective («قطري», «قطرية»), to the codes it makes of its nouns."""
    codes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in table.get("nation", ()):
        family, code = row.key.split()
        for adjective in words_in(row):
            codes[folded(adjective)][family] = code
    endings = ("", *folded_words(table, "nation_ending", "all"))
    return {adjective + ending: made for adjective, made in codes.items() for ending in endings}


def proclitics_of(table: Table) -> Proclitics:
    """The particles a language writes as part of the next word."""
    conjunctions, prepositions, articles, merged = (
        folded_words(table, "proclitics", key) for key in ("conjunctions", "prepositions", "articles", "assimilated")
    )
    assimilated = tuple((spelt, preposition, article) for spelt, preposition, article in map(str.split, merged))
    return Proclitics(conjunctions, prepositions, articles, assimilated)
