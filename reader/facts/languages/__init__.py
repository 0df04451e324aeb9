"""Owns the languages: a table each (``CODE.txt``), with its words and what is particular to its sentences.

A language is added by adding its table; :mod:`reader.facts.languages.tables` tells how one is written.
:func:`language_of` builds a language on first use.
"""

from functools import cache
from importlib.resources import files

from reader.facts.grammar_language import Features, Language, Words
from reader.facts.languages.cldr_measures import measures_of
from reader.facts.languages.tables import Row, entries_of, folded_in, folded_words, proclitics_of, table_of, words_in
from reader.facts.lexicon import Lexicon

LANGUAGES = tuple(
    sorted(path.name.removesuffix(".txt") for path in files(__name__).iterdir() if path.name.endswith(".txt"))
)
"""The languages facts are read in, by ISO 639-1 code, or ISO 639-3 where there is none."""
LATIN = "en"
"""The language whose table serves for Latin letters in every other, and for a text of no known language."""


@cache
def function_words_of(code: str) -> frozenset[str]:
    """A language's frequent words that name nothing, folded; they tell the language, and end a counted noun."""
    return frozenset(folded_words(table_of(code), "words", "function"))


@cache
def words_of_all(section: str, key: str) -> frozenset[str]:
    """The folded words of one row in the tables of all languages together."""
    return frozenset(word for code in LANGUAGES for word in folded_words(table_of(code), section, key))


@cache
def particles_of_all() -> frozenset[str]:
    """The letters that may be written before a word, in any language."""
    keys = ("conjunctions", "prepositions", "articles")
    return frozenset(word for key in keys for word in words_of_all("proclitics", key) if len(word) == 1)


@cache
def language_of(code: str) -> Language:
    """The language of a code; English for one that is not known."""
    if code not in LANGUAGES:
        return language_of(LATIN)
    table = table_of(code)
    features = Features(**dict.fromkeys(folded_words(table, "features", "all"), True))
    proclitics = proclitics_of(table)
    return Language(
        code=code,
        lexicon=Lexicon(
            entries_of(table),
            proclitics,
            None if code == LATIN else language_of(LATIN).lexicon,
            measures_of(code),
            letter_words=features.letter_words,
        ),
        features=features,
        words=Words(
            **{row.key: frozenset(folded_in(row)) for row in table["words"] if row.key in Words.__match_args__}
        ),
        proclitics=proclitics,
        subordinating=folded_words(table, "proclitics", "subordinating"),
        calendars=tuple(map(_calendar, table.get("calendar", ()))),
        letters=tuple((int(row.key), row.spellings) for row in table.get("letters", ())),
        thousands=next(((row.spellings, int(row.key)) for row in table.get("thousands", ())), ("", 0)),
        respelt={spelling: row.key for row in table.get("respelt", ()) for spelling in words_in(row)},
        other_words=tuple(word for row in table.get("other", ()) if row.key == "words" for word in words_in(row)),
    )


def _calendar(row: Row) -> tuple[str, int, int]:
    first, _, last = row.spellings.partition("-")
    return row.key, int(first), int(last)
