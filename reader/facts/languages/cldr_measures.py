"""Owns the names of currencies and units in CLDR, beside those of the language tables, which come first.

They are folded already and become entries of a lexicon only when a text has their first word, so that loading them
costs a millisecond.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files

from reader.facts.grammar_values import Currency, Unit
from reader.facts.lexicon import Phrase, WordClass


def measures_of(language: str) -> Callable[[str], Iterable[Phrase]]:
    """The measures of a language: a function that gives the entries of a folded first word."""
    table: dict[str, list[list[str]]] = json.loads(
        (files("reader.facts.languages") / f"{language}.measures.json").read_text("utf-8")
    )

    def entries(key: str) -> Iterator[Phrase]:
        for rest, kind, code in table.get(key, ()):
            words = tuple(rest.split())
            if kind == "u":
                yield Phrase(words, WordClass.UNIT, Unit(code))
            else:
                capitals = key.isascii() and key.upper() == code
                yield Phrase(words, WordClass.CURRENCY, Currency(code, capitals=capitals))

    return entries
