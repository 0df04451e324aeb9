"""Owns what the language tables have in common: the shape of a grammar, and how its tables are written.

In a table, the spellings of one thing stand in one string with ``|`` between them; a spelling may have several words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.facts.lexicon import Proclitics, WordClass
from reader.facts.numerals import Style
from reader.facts.values import Limit, NumberWord, Slot

Phrase = tuple[str, WordClass, object]
"""A spelling, the part it plays, what it stands for."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language.

    Attributes:
        code: Its ISO 639-1 code.
        phrases: Its lexicon.
        style: How its number words compose.
        proclitics: What is written as part of the next word.
    """

    code: str
    phrases: tuple[Phrase, ...]
    style: Style
    proclitics: Proclitics


def spelt(forms: str) -> Iterator[str]:
    """The spellings in one cell of a table."""
    return (form.strip() for form in forms.split("|"))


def phrases(word_class: WordClass, table: Mapping[Any, str]) -> Iterator[Phrase]:
    """A table from meanings to their spellings."""
    for value, forms in table.items():
        for form in spelt(forms):
            yield form, word_class, value


def limits(table: Mapping[str, str], *, verb: bool = False) -> Iterator[Phrase]:
    """A table from modifiers to the words before a number that stand for them."""
    for sign, forms in table.items():
        for form in spelt(forms):
            yield form, WordClass.LIMIT, Limit(sign, verb)


def cues(table: Mapping[WordClass, str]) -> Iterator[Phrase]:
    """A table from word_classes without a value to their spellings."""
    for word_class, forms in table.items():
        for form in spelt(forms):
            yield form, word_class, None


def numbers(
    slot: Slot, table: Mapping[int, str], *, ordinal: bool = False, several: bool = False, unsure: bool = False
) -> Iterator[Phrase]:
    """A table of number words of one slot."""
    for value, forms in table.items():
        for form in spelt(forms):
            yield form, WordClass.NUMBER, NumberWord(slot, value, ordinal, several=several, unsure=unsure)
