"""Owns the languages: for each, its words as tables and how it composes numbers.

:func:`language_of` builds one on first use.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from reader.facts.languages.measures import measures_of
from reader.facts.lexicon import Lexicon, Proclitics
from reader.facts.numerals import Style
from reader.facts.tokens import fold

if TYPE_CHECKING:
    from reader.facts.languages.shared import Grammar

_MODULES = {"ar": "arabic", "fa": "persian", "ur": "urdu", "he": "hebrew", "en": "english"}
LANGUAGES = tuple(_MODULES)
"""The languages facts are read in, by ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language ready for use. ``function_words`` and ``articles`` are folded."""

    code: str
    lexicon: Lexicon
    style: Style
    function_words: frozenset[str]
    proclitics: Proclitics

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that are written as part of the noun, folded."""
        return self.proclitics.articles


@cache
def function_words_of(code: str) -> frozenset[str]:
    """A language's frequent words that name nothing, folded; they tell the language, and end a counted noun."""
    words: str = import_module(f"reader.facts.languages.{_MODULES[code]}").FUNCTION_WORDS
    return frozenset(fold(word) for word in words.split())


@cache
def language_of(code: str) -> Language:
    """The language of an ISO 639-1 code; English for one that is not known."""
    if code not in _MODULES:
        return language_of("en")
    grammar: Grammar = import_module(f"reader.facts.languages.{_MODULES[code]}").grammar()
    return Language(
        code=code,
        lexicon=Lexicon(
            grammar.phrases,
            grammar.proclitics,
            None if code == "en" else language_of("en").lexicon,
            measures_of(code),
        ),
        style=grammar.style,
        function_words=function_words_of(code),
        proclitics=grammar.proclitics,
    )
