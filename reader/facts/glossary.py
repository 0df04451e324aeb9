"""Owns the document's glossary: the terms of several words it uses again and again, ranked by C-value.

C-value (Frantzi, Ananiadou and Mima, 2000): log₂ of the length times the frequency, less the mean frequency of the
longer terms it is nested in. A candidate is a run of two to four words without a particle or a name; quotation marks
inside it are looked through («نماذج ‘الاستدلال’»). In Arabic its last word must be definite, as a noun phrase that
names something is, and a second part may follow «و» («حقوق الطبع والنشر»). Words that say nothing of a subject (مجال,
الأكثر, "kind of") neither begin nor end a term. Spellings that differ in their particles and article alone are one
term: a stemmer (Snowball's for Arabic) ranked worse, for it makes one of what means two.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log2

from reader.enumerations import Enum
from reader.facts.languages import language_of, particles_of_all, words_of_all
from reader.facts.names import Mention
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import REMEMBERED, Token, TokenKind
from reader.named_tuples import NamedTuple
from reader.values import dataclass, field

LONGEST = 4
MOST = 25
"""How many terms a glossary has at most."""
_REMEMBERED = 200_000
_FEWEST = 2
"""Uses that make a candidate a term."""


class Term(NamedTuple):
    """A term of the glossary: its words as first used, its C-value, its uses, and where the first of them is."""

    words: str
    rank: float
    uses: int
    start: int
    end: int


class _Use(NamedTuple):
    start: int
    end: int
    words: str


_Key = tuple[str, ...]


@dataclass(slots=True)
class TermCounter:
    """Counts the candidates of a document, chunk by chunk; memory is bounded by forgetting those met only once."""

    _counts: Counter[_Key] = field(default_factory=Counter)
    _first: dict[_Key, _Use] = field(default_factory=dict)

    def add(self, stream: TokenStream, names: Sequence[Mention], offset: int) -> None:
        """Counts the candidates of one chunk that begins at ``offset`` in the document; ``names`` stand in it."""
        code, led = stream.language.code, stream.language.proclitics.led
        for run in _runs(stream, names):
            keys = [_bare(code, token.key) for token in run]
            for i, first in enumerate(run):
                longest = min(LONGEST, len(run) - i) if _may_begin(code, first.key) else 0
                for size in range(2, longest + 1):
                    if _is_candidate(stream, run[i : i + size]):
                        key = tuple(keys[i : i + size])
                        self._counts[key] += 1
                        if key not in self._first:
                            start, end = first.start + led(first.key), run[i + size - 1].end
                            words = "".join(mark for mark in stream.text[start:end] if mark not in _QUOTES)
                            self._first[key] = _Use(offset + start, offset + end, words)
        if len(self._counts) > _REMEMBERED:
            self._counts = Counter({key: count for key, count in self._counts.items() if count > 1})
            self._first = {key: self._first[key] for key in self._counts}

    def terms(self) -> tuple[Term, ...]:
        """The glossary, best first."""
        frequent = self._merged()
        nesting: dict[_Key, list[int]] = {}
        for key, (count, _) in frequent.items():
            for size in range(2, len(key)):
                for i in range(len(key) - size + 1):
                    nesting.setdefault(key[i : i + size], []).append(count)
        ranked = []
        for key, (count, use) in frequent.items():
            longer = nesting.get(key, [])
            value = log2(len(key)) * (count - (sum(longer) / len(longer) if longer else 0))
            if value > 0 and not (longer and max(longer) == count):
                ranked.append(Term(use.words, value, count, use.start, use.end))
        ranked.sort(key=lambda term: (-term.rank, term.start))
        return tuple(ranked[:MOST])

    def _merged(self) -> dict[_Key, tuple[int, _Use]]:
        """The candidates met more than once.

        «بخصوصية البيانات» counts for «خصوصية البيانات» where the document has that word too, also as «لمطوري» has
        «مطورين».
        """
        merged: dict[_Key, tuple[int, _Use]] = {}
        words = {word for key in self._counts for word in key}
        particles = particles_of_all() - words_of_all("words", "likening")
        endings = ("", *words_of_all("words", "construct"))
        for candidate, count in self._counts.items():
            key, use = candidate, self._first[candidate]
            if any(word[0] in particles and word[1:] in words for word in key[1:]):
                continue
            bare = key[0][1:]
            if key[0][0] in particles and any(bare + ending in words for ending in endings):
                key, use = (bare, *key[1:]), _Use(use.start + 1, use.end, use.words[1:])
            known, first = merged.get(key, (0, use))
            merged[key] = (known + count, min(first, use))
        return {key: value for key, value in merged.items() if value[0] >= _FEWEST}


_QUOTES = "‘’“”«»\"'‹›„"


def _runs(stream: TokenStream, names: Sequence[Mention]) -> Iterator[list[Token]]:
    """Runs of words with no punctuation but quotation marks, no number, particle or name between."""
    run: list[Token] = []
    at = 0
    for token in stream.tokens:
        while at < len(names) and names[at].end <= token.start:
            at += 1
        named = at < len(names) and names[at].start < token.end
        if token.kind is TokenKind.SIGN and token.key in _QUOTES and not named:
            continue
        plain = token.kind is TokenKind.WORD and len(token.key) > 1 and token.key not in stream.function_words
        if (not plain or named) and run:
            yield run
            run = []
        if plain and not named:
            run.append(token)
    if run:
        yield run


def _is_candidate(stream: TokenStream, words: Sequence[Token]) -> bool:
    last = words[-1].key
    if len({word.key for word in words}) < len(words) or last in stream.words.no_term_last:
        return False
    if any(word.key.isascii() for word in words) != stream.features.latin_names:
        return False
    return not stream.features.definite_terms or _is_definite_phrase(stream, [word.key for word in words])


@lru_cache(REMEMBERED)
def _may_begin(code: str, key: str) -> bool:
    words = language_of(code).words
    if words.verbal:
        noun = any(re.fullmatch(shape, key) for shape in words.verbal_noun)
        if (key.startswith(tuple(words.verbal)) and not noun) or len(key) < _SHORTEST:
            return False
    return _bare(code, key) not in words.no_term_first


_SHORTEST = 3


def _is_definite_phrase(stream: TokenStream, keys: list[str]) -> bool:
    """Whether words are a noun with what defines it: the last is definite, and «وال…» only joins it to another."""
    *before, last = (_article(stream.language.code, key) for key in keys)
    if last is _Article.JOINED:
        return len(before) > 1 and before[-1] is _Article.DEFINITE and before[-2] is _Article.NONE
    if last is not _Article.DEFINITE or _Article.JOINED in before[1:] or _Article.PARTICLE in before[1:]:
        return False
    return keys[0] not in stream.words.no_term_last


class _Article(Enum):
    """How a word begins: with the article, with «وال», with another particle, or with none of them."""

    NONE = 0
    DEFINITE = 1
    JOINED = 2
    PARTICLE = 3


@lru_cache(REMEMBERED)
def _article(code: str, key: str) -> _Article:
    conjunctions, _, articles, _ = language_of(code).proclitics
    if key.startswith(articles):
        return _Article.DEFINITE
    if key.startswith(tuple(conjunctions[0] + article for article in articles)):
        return _Article.JOINED
    for split in language_of(code).proclitics.splits():
        two = split.article or (split.conjunction == conjunctions[0] and split.preposition)
        if two and len(split.spelling) > 1 and key.startswith(split.spelling):
            return _Article.PARTICLE
    return _Article.NONE


@lru_cache(REMEMBERED)
def _bare(code: str, key: str) -> str:
    """A word without the particles and article that do not change what it names."""
    for split in language_of(code).proclitics.splits():
        if len(split.article) > 1 and key.startswith(split.spelling) and len(key) - len(split.spelling) >= 2:
            return key[len(split.spelling) :]
    return key
