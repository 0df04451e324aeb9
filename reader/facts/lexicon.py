"""Owns the lookup of words and phrases: what a word may mean to the grammar, with its proclitics taken off.

A lexicon is a table from the folded first word of a phrase to what the phrase may mean. Arabic and Hebrew write
particles and the article as part of the next word (``وبالألفين``, ``וב-15``): a word that the table does not know is
tried again without them, and the hit tells what was taken off.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from reader.enumerations import IntEnum
from reader.facts.scripts import OPEN_YA, ZWNJ, folded
from reader.facts.tokens import REMEMBERED, Token, TokenKind, tokenise
from reader.named_tuples import NamedTuple


class WordClass(IntEnum):
    """The roles a phrase can have in the grammar, one bit each; the comment is the type of its value."""

    NUMBER = 1 << 1  # NumberWord
    FRACTION = 1 << 2  # Fraction: a part by its name (half, ثلث)
    NEGATIVE = 1 << 3  # None: a word for the minus sign
    POINT = 1 << 4  # None: a word for the decimal point
    OVER = 1 << 5  # None: "على" of a fraction in words
    PERCENT = 1 << 6  # None
    CURRENCY = 1 << 7  # Currency
    UNIT = 1 << 8  # Unit
    PERIOD = 1 << 9  # Period: a unit of time
    MONTH = 1 << 10  # Month
    WEEKDAY = 1 << 11  # None
    DAY_CUE = 1 << 12  # None: يوم, اليوم before a date
    MONTH_CUE = 1 << 13  # None: شهر, ماه
    YEAR_CUE = 1 << 14  # None: عام, سنة, سال
    QUARTER = 1 << 15  # None
    HALF = 1 << 16  # None: half of a year
    CENTURY = 1 << 17  # None
    DECADE = 1 << 18  # int: the tens a named decade stands for, or -1 for the word "decade"
    ERA = 1 << 19  # Era
    CLOCK = 1 << 20  # None: الساعة
    PART_OF_DAY = 1 << 21  # PartOfDay
    HOUR_NAME = 1 << 22  # int: noon, midnight
    BEFORE_HOUR = 1 << 23  # None: إلا, ל in "ten to three"
    AFTER_HOUR = 1 << 24  # None: and, past
    AND = 1 << 25  # None
    FROM = 1 << 26  # None
    TO = 1 << 27  # None
    BETWEEN = 1 << 28  # None
    OF = 1 << 29  # None
    LIMIT = 1 << 30  # Limit: before the number
    LIMIT_AFTER = 1 << 31  # str: the modifier it stands for, after the number
    RELATIVE = 1 << 32  # None: makes a date or period depend on now
    FOR = 1 << 33  # None: لمدة, during: before a duration
    IN = 1 << 34  # None: a preposition of time
    WHOLE = 1 << 35  # None: كامل, after a period
    EVERY = 1 << 36  # None: makes a time a repeated one
    NAME = 1 << 37  # Name: a gazetteer entry
    OFFSET = 1 << 38  # Fraction: what a word adds to the number after it (ساڑھے)
    BELOW_ZERO = 1 << 39  # None: after a temperature, its minus sign
    WEEK = 1 << 40  # None: a week of a year
    LAST = 1 << 41  # None: the last of something, which a calendar must tell
    NATION = 1 << 43  # dict of families of currencies to codes: an adjective after a currency
    SAYING = 1 << 42  # None: a fixed expression whose numbers and months count nothing


class Phrase(NamedTuple):
    """A phrase: the folded words after its first, the part it plays and what it stands for."""

    rest: tuple[str, ...]
    word_class: WordClass
    value: object


class Hit(NamedTuple):
    """An entry found in a text: ``end`` is the index of the first token after it.

    ``conjunction``, then ``preposition``, then ``article`` are the folded letters that were taken off its first word,
    and ``shed`` how many of them are no part of the fact: particles, and an article of one letter. A preposition that
    has run together with its article (لل) stays.
    """

    value: object
    end: int
    conjunction: str
    preposition: str
    article: str
    shed: int


Meaning = TypeVar("Meaning")


def meaning(hit: Hit, kind: type[Meaning]) -> Meaning:
    """The value a hit stands for, of the type that its class tells.

    Raises:
        TypeError: A table gives a phrase of this class something else.
    """
    if not isinstance(hit.value, kind):
        raise TypeError(f"a {kind.__name__} was expected, not {hit.value!r}")
    return hit.value


class Split(NamedTuple):
    """A possible beginning of a word: its spelling, and the particles it is; ``shed`` as in :class:`Hit`."""

    spelling: str
    conjunction: str
    preposition: str
    article: str
    shed: int


class Proclitics(NamedTuple):
    """The particles a language writes as part of the next word, each kind in the order they stand."""

    conjunctions: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    assimilated: tuple[tuple[str, str, str], ...] = ()
    """Spelling, preposition and article where the two run together: لل is ل and ال."""

    def splits(self) -> tuple[Split, ...]:
        """Every possible beginning of a word, the bare word first."""
        return _splits(self)

    def led(self, key: str) -> int:
        """How many letters of a word are particles that are written on to its article, of several letters."""
        for split in self.splits():
            particles = split.spelling.removesuffix(split.article) if len(split.article) > 1 else ""
            if particles and split.spelling.endswith(split.article) and key.startswith(split.spelling):
                return len(particles)
        return 0


@cache
def _splits(proclitics: Proclitics) -> tuple[Split, ...]:
    pairs = [(p + a, p, a) for p in ("", *proclitics.prepositions) for a in ("", *proclitics.articles)]
    pairs.extend(proclitics.assimilated)
    merging = {preposition for _, preposition, _ in proclitics.assimilated}

    def shed(preposition: str, article: str) -> int:
        if len(article) == 1:
            return len(preposition) + 1
        return 0 if article and preposition in merging else len(preposition)

    return tuple(
        Split(c + spelt, c, p, a, len(c) + shed(p, a)) for c in ("", *proclitics.conjunctions) for spelt, p, a in pairs
    )


Analysis = tuple[Split, tuple[Phrase, ...]]
"""A word's particles, and what is left of it begins."""


class Lexicon:
    """The meanings that the words of one language have in the grammar.

    ``entries`` are the phrases that a folded first word begins. Words in Latin letters are looked up in ``latin``;
    ``more`` gives the further entries of a first word; ``letter_words`` says that a letter behind a conjunction may be
    a word.
    """

    def __init__(
        self,
        entries: dict[str, list[Phrase]],
        proclitics: Proclitics,
        latin: "Lexicon | None" = None,
        more: Callable[[str], Iterable[Phrase]] | None = None,
        *,
        letter_words: bool = False,
    ) -> None:
        self._entries = entries
        self._splits = proclitics.splits()
        self._articles = proclitics.articles
        self._latin = latin
        self._more = more
        self._letter_words = letter_words
        self.analyses = lru_cache(REMEMBERED)(self._analyses)
        """The phrases a folded word may begin, each with the particles taken off; bare first."""
        self.word_classes = lru_cache(REMEMBERED)(self._classes)
        """The bits of every class a folded word may begin a phrase of."""
        self._alone = lru_cache(REMEMBERED)(self._classes_alone)

    def means(self, key: str, word_classes: int) -> bool:
        """Whether a folded word, as it stands, begins a phrase of one of these classes."""
        return any(entry.word_class & word_classes for entry in self._entries_of(key))

    def is_particle(self, key: str) -> bool:
        """Whether a word is nothing but particles that are written as part of the next one."""
        return any(key == split.spelling for split in self._splits)

    def is_bare(self, key: str) -> bool:
        """Whether a folded word begins a phrase without any particle taken off."""
        return any(not split.spelling for split, _ in self.analyses(key))

    def _analyses(self, key: str) -> tuple[Analysis, ...]:
        known = tuple(self._analyse(key))
        return known or (tuple(self._analyse(key[:-1] + OPEN_YA[1])) if key.endswith(OPEN_YA[0]) else ())

    def _analyse(self, key: str) -> Iterable[Analysis]:
        if self._latin is not None and (key.isascii() or not key.isalpha()):
            yield from self._latin.analyses(key)
        for split in self._splits:
            if key.startswith(split.spelling):
                rest = key[len(split.spelling) :]
                letter = len(rest) == 1 and split.spelling
                if letter and (split.preposition or split.article or not self._letter_words):
                    continue
                entries = self._entries_of(rest)
                if entries:
                    yield split, tuple(entries)

    def _entries_of(self, key: str) -> list[Phrase]:
        known = self._entries.get(key, [])
        return known if self._more is None else [*known, *self._more(key)]

    def _classes(self, key: str) -> int:
        found = 0
        for _, entries in self.analyses(key):
            for entry in entries:
                found |= entry.word_class
        return found

    def _classes_alone(self, key: str) -> tuple[int, tuple[Phrase, ...]]:
        """The classes of a word by itself, and the phrases of others, which it has only before more words."""
        entries = [entry for _, entries in self.analyses(key) for entry in entries]
        alone = 0
        for entry in entries:
            alone |= 0 if entry.rest else entry.word_class
        return alone, tuple(entry for entry in entries if not alone & entry.word_class)

    def classes_at(self, tokens: Sequence[Token], i: int) -> int:
        """The bits of every class of the phrases that begin at token ``i``."""
        found, phrases = self._alone(tokens[i].key)
        for rest, word_class, _ in phrases:
            if not found & word_class and self._follows(tokens, i + 1, rest):
                found |= word_class
        return found

    def hit(self, tokens: Sequence[Token], i: int, word_class: WordClass) -> Hit | None:
        """The longest phrase of this class that begins at token ``i``.

        Of equals, the one with the fewest particles.
        """
        best: Hit | None = None
        for split, entries in self.analyses(tokens[i].key):
            for entry in entries:
                if entry.word_class is word_class:
                    end = i + 1 + len(entry.rest)
                    if (best is None or end > best.end) and self._follows(tokens, i + 1, entry.rest):
                        best = Hit(entry.value, end, *split[1:])
        return best

    def _follows(self, tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> bool:
        if i + len(rest) > len(tokens):
            return False
        for word in rest:
            key = tokens[i].key
            if key != word and not (key.endswith(word) and key[: -len(word)] in self._articles):
                return False
            i += 1
        return True


def phrase_keys(phrase: str) -> list[str]:
    """The folded tokens of a phrase as it is written in a table."""
    words = phrase.replace(ZWNJ, " ")
    if words.replace(" ", "").isalpha():
        return folded(words).split()
    return [token.key for token in tokenise(phrase) if token.kind is not TokenKind.LINK]


def folded_keys(phrase: str) -> list[str]:
    """The same of a phrase that is folded already."""
    words = phrase.replace(ZWNJ, " ")
    return words.split() if words.replace(" ", "").isalpha() else phrase_keys(phrase)
