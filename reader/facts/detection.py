"""The language whose grammar reads a text: what its letters tell, and the words that the grammars know."""

from functools import partial

from reader.facts.languages import LATIN, function_words_of, language_of
from reader.facts.tokens import fold
from reader.text import language

_FEW = 12
"""So few words may hold no frequent one; then it counts how many of them a grammar knows."""


def language_of_text(text: str, usual: str = "") -> str:
    """The code of a text's language; ``usual`` (the document's) decides what the text leaves open."""
    return language.language_of(text, usual, partial(_evidence, usual=usual)) or LATIN


def _evidence(code: str, words: list[str], *, usual: str) -> float:
    """A frequent word weighs three; of a few words by themselves, each that the grammar knows a little."""
    spelt = list(map(fold, words))
    frequent = set(spelt) & function_words_of(code)
    weight = 3.0 * sum(map(spelt.count, frequent))
    if usual not in language.TELLING and len(spelt) <= _FEW:
        weight += 0.2 * sum(bool(language_of(code).lexicon.word_classes(word)) for word in spelt)
    return weight
