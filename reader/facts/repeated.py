"""Owns where a document uses the names again that it told once, and where a word only looks like one of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from reader.facts.grammar_language import Language
from reader.facts.languages import function_words_of, language_of
from reader.facts.lexicon import WordClass
from reader.facts.names import Mention
from reader.facts.naming.name_tables import names_of
from reader.facts.tokens import WORD_PATTERN, after_letters, fold
from reader.model import FactKind
from reader.named_tuples import NamedTuple

_WORD = re.compile(WORD_PATTERN)
_COUNTING = WordClass.NUMBER | WordClass.MONTH
"""Kinds of words that count or date by themselves and are no family names: «لويس التاسع»."""


class Chunk(NamedTuple):
    """A chunk of the document that was read: its language and the position of its first character."""

    language: str
    start: int
    end: int


class Alias(NamedTuple):
    """A name's meaning in the document from a position on, and how often its entity was told or known by itself."""

    since: int
    kind: FactKind
    entity: str
    told: int


class Aliases(NamedTuple):
    """The names that begin with one word: what each stands for, by its other words; how many of these they have."""

    entities: dict[tuple[str, ...], list[Alias]]
    lengths: tuple[int, ...]


def common_forms(language: Language, aliases: Iterable[str]) -> dict[str, str]:
    """The words that show a name's first word to be a common one: it with an article, or without its own."""
    articles = language.articles
    with_article = {article + first: first for first in aliases for article in articles}
    return with_article | {
        first.removeprefix(article): first for first in aliases for article in articles if first.startswith(article)
    }


def found_again(
    text: str, chunk: Chunk, aliases: dict[str, Aliases], common: dict[str, str]
) -> Iterator[tuple[str, Mention]]:
    """Where a chunk uses one of the names again, each with its folded first word.

    A word that shows the name's first word to be a common one is given with an empty entity: it is no name here.

    Args:
        text: The chunk's text.
        chunk: Its language and its place.
        aliases: The names to look for.
        common: The words that show one to be common (:func:`common_forms`).
    """
    language = language_of(chunk.language)
    proclitics = language.proclitics
    letters = "".join((*proclitics.conjunctions, *proclitics.prepositions))
    function_words = function_words_of(chunk.language)
    words = list(_WORD.finditer(text))
    spelt = _Spelt(text, words, language)
    keys = [fold(word[0]) for word in words]
    i = 0
    while i < len(words):
        for cut in range(3):
            if cut and (len(keys[i]) <= cut + 2 or keys[i][cut - 1] not in letters):
                break
            first = keys[i][cut:]
            if first in aliases and first not in function_words and (cut or _is_capital(words[i][0], first)):
                found = _name_at(text, words, keys, i, aliases[first])
                if found is not None and (found[1] > i + 1 or _stands_alone(spelt, i, first, found[0][0].kind)):
                    standing, end = found
                    start = after_letters(text, *words[i].span(), cut)
                    named = standing[max(0, bisect_right(standing, start + chunk.start, key=_SINCE) - 1)]
                    if end == i + 1 and not _is_witnessed(named, first, language):
                        break
                    span = start + chunk.start, words[end - 1].end() + chunk.start
                    name = text[start : words[end - 1].end()]
                    yield first, Mention(*span, named.kind, named.entity, name, known=False, reason="again")
                    i = end - 1
                    break
            if first in common:
                yield common[first], Mention(0, 0, FactKind.TERM, "", "", known=False)
        i += 1


def _is_witnessed(named: Alias, key: str, language: Language) -> bool:
    """Whether more than one rule's word tells that a word is a person's family name.

    So it is asked where no capital tells: the word is a name by a table or its shape, the name that was told in full
    begins with a given name that is nothing else, or it was told more than once.
    """
    names = names_of(language.code)
    if not names.given or language.features.latin_names or named.kind is not FactKind.PERSON or named.told > 1:
        return True
    if names.is_given(named.entity.partition(" ")[0]):
        return True
    shaped = names.surname.fullmatch(key) or names.likely_surname.fullmatch(key) or names.family.fullmatch(key)
    return bool(shaped) or names.is_person(key) or names.is_foreign(key)


class _Spelt(NamedTuple):
    """A chunk's words as they are written, and their language."""

    text: str
    words: list[re.Match[str]]
    language: Language

    def joined(self, i: int) -> bool:
        """Whether word ``i`` stands behind another with nothing but a space or a hyphen between."""
        return 0 < i < len(self.words) and self.text[self.words[i - 1].end() : self.words[i].start()] in _JOINTS


def _stands_alone(spelt: _Spelt, i: int, key: str, kind: FactKind) -> bool:
    """Whether a single word may be used here for what was named before: for a person, as a family name is.

    Between capitals it is a part of another name ("Trafalgar Dock"), behind an article the name of a thing ("the
    Turing test"); where there are no capitals it is no word of those that names are told by.
    """
    language = spelt.language
    if language.lexicon.word_classes(key) & _COUNTING:
        return False
    names = names_of(language.code)
    if kind is not FactKind.PERSON:
        return True
    if not language.features.latin_names:
        return names.may_be_family(key)
    if spelt.joined(i):
        before = fold(spelt.words[i - 1][0])
        if before in language.words.indefinite or before in language.words.definite:
            return False
        led = before in names.title or before in names.profession or before in language.words.function
        if spelt.words[i - 1][0][0].isupper() and not led and spelt.joined(i - 1):
            return False
    if not spelt.joined(i + 1):
        return True
    hyphen = spelt.text[spelt.words[i].end()] == "-"
    return not (hyphen or spelt.words[i + 1][0][0].isupper())


def _name_at(
    text: str, words: list[re.Match[str]], keys: list[str], i: int, aliases: Aliases
) -> tuple[list[Alias], int] | None:
    """The meanings of the longest of the names at word ``i``, and the index after it."""
    for length in aliases.lengths:
        end = i + 1 + length
        standing = aliases.entities.get(tuple(keys[i + 1 : end]))
        if (
            standing is not None
            and end <= len(words)
            and all(text[words[k - 1].end() : words[k].start()] in _JOINTS for k in range(i + 1, end))
        ):
            return standing, end
    return None


_JOINTS = (" ", "-", "\u00a0", "\u200c", "_")
_SINCE = attrgetter("since")
"""Of the entities that share a name, the one named in full last before a place is meant there, else the first."""


def _is_capital(word: str, key: str) -> bool:
    return not key[:1].isascii() or word[0].isupper() or not word.islower()
