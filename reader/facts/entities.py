"""Owns what the document as a whole tells of its names: which are one thing's, and where else they stand.

In order: names in quotation marks that were announced once; a name and its other spelling or short form in brackets,
which are one; the family name of a person named in full; then every place where the document uses one of these names
again, which no word beside it needs to tell any more.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.facts.languages import function_words_of, language_of
from reader.facts.names import Mention, fold_name
from reader.facts.naming.shared import words_of
from reader.facts.tokens import WORD_PATTERN, fold
from reader.facts.transliteration import is_like
from reader.model import Fact, FactKind, range_of

_MOST = 20_000
"""How many different names are looked for again: bounded, so that a hostile text cannot fill the memory."""
_WORD = re.compile(WORD_PATTERN)
_BRACKET = re.compile(r" ?\($")


class Stretch(NamedTuple):
    """A stretch of the document that was read: its language and the position of its first character."""

    language: str
    start: int
    end: int


class Alias(NamedTuple):
    """Another name of an entity: its words after the first, and from where in the document it stands for it."""

    rest: tuple[str, ...]
    kind: FactKind
    entity: str
    since: int


class Short(NamedTuple):
    """A short form and its long form beside each other: where each begins and ends in the document."""

    short: tuple[int, int]
    long: tuple[int, int]


def one_name(before: Mention, inside: Mention) -> bool:
    """Whether a name in brackets behind another is its other spelling: in another script, and not known to differ."""
    if before.known and inside.known:
        return before.entity == inside.entity
    return before.name.isascii() != inside.name.isascii() and (
        is_like(before.name, inside.name) or before.kind is not FactKind.PLACE
    )


class Entities:
    """The names of one document, while they are brought together."""

    def __init__(self, mentions: Iterable[Mention], text: Callable[[tuple[int, int]], str]) -> None:
        self._text = text
        self._mentions: dict[tuple[int, int], Mention] = {}
        for mention in mentions:
            self._mentions.setdefault((mention.start, mention.end), mention)
        self._same: dict[str, str] = {}

    def join(self, pairs: Iterable[tuple[Mention, Mention]], shorts: Iterable[Short]) -> None:
        """Takes the names of each pair, and each short form and its long form, as those of one entity."""
        for before, inside in pairs:
            self._unite(before, inside)
        for short, long in shorts:
            one, other = self._mentions.get(long), self._mentions.get(short)
            one = one or self._around(long)
            if one is not None:
                name = self._text(short)
                other = other or Mention(*short, one.kind, fold_name(name), name, known=False)
                self._mentions.setdefault(short, other)
                self._unite(one, other)

    def add(self, mention: Mention) -> None:
        """A mention more, where none is."""
        self._mentions.setdefault((mention.start, mention.end), mention)

    def at(self, span: tuple[int, int]) -> Mention | None:
        """The mention that holds exactly these code points."""
        return self._mentions.get(span)

    def _around(self, long: tuple[int, int]) -> Mention | None:
        """A long form that is no name but has one in it is a name, an institution's: it stands for those inside it."""
        inside = [span for span in self._mentions if long[0] <= span[0] and span[1] <= long[1]]
        if not inside:
            return None
        for span in inside:
            del self._mentions[span]
        name = self._text(long)
        self._mentions[long] = Mention(*long, FactKind.ORGANISATION, fold_name(name), name, known=False)
        return self._mentions[long]

    def _unite(self, one: Mention, other: Mention) -> None:
        keep, give = (other, one) if other.known and not one.known else (one, other)
        root, joined = self.entity_of(keep.entity), self.entity_of(give.entity)
        if root != joined:
            self._same[joined] = root
        span = (give.start, give.end)
        self._mentions[span] = self._mentions[span]._replace(kind=keep.kind)

    def entity_of(self, entity: str) -> str:
        """The key of the entity that this key was joined to."""
        while entity in self._same:
            entity = self._same[entity]
        return entity

    def mentions(self) -> list[Mention]:
        """All mentions, in order, each with the key of its entity."""
        return [
            mention._replace(entity=self.entity_of(mention.entity)) for _, mention in sorted(self._mentions.items())
        ]

    def aliases(self) -> dict[str, list[Alias]]:
        """The names to look for again, by their folded first word: all that were told, and family names."""
        table: dict[str, dict[tuple[str, str, tuple[str, ...]], Alias]] = defaultdict(dict)
        seen: set[tuple[str, str]] = set()
        for mention in self.mentions():
            if (mention.entity, mention.name) in seen:
                continue
            if len(seen) >= _MOST:
                break
            seen.add((mention.entity, mention.name))
            words = fold_name(mention.name).replace("\u200c", " ").split()
            names = [] if mention.known else [words]
            if mention.kind is FactKind.PERSON and len(words) > 1:
                names.extend(_family_names(words))
            for first, *rest in names:
                key = (first, mention.entity, tuple(rest))
                table[first].setdefault(key, Alias(tuple(rest), mention.kind, mention.entity, mention.start))
        return {first: sorted(named.values(), key=_longest_first) for first, named in table.items()}


def _longest_first(alias: Alias) -> tuple[int, int]:
    return -len(alias.rest), alias.since


def _family_names(words: list[str]) -> Iterator[list[str]]:
    """What a person who was named in full may be called afterwards: the last word, with a linking word before it."""
    last = words[-1]
    if len(words) > 2 and words[-2] in _LINKING:
        yield words[-2:]
        return
    if len(last) > 2 and last not in _NO_FAMILY:
        yield [last]
    if len(words) > 2 and words[1] == "الدين":
        yield words[:2]


_LINKING = words_of("van|von|de|bin|ibn|al|بن|ابن|أبو|عبد|آل|בן|בר|אבו")
_NO_FAMILY = words_of("الدين|الله|شاه|خان|I|II|III|IV|V|VI|VII|VIII|Jr|Sr|Conqueror|Great")


def found_again(text: str, stretch: Stretch, aliases: dict[str, list[Alias]]) -> Iterator[tuple[str, Mention]]:
    """Where a stretch uses one of the names again, each with its folded first word.

    A word that takes an article before it, where the name has none, is given with an empty entity: it is no name here.
    """
    proclitics = language_of(stretch.language).proclitics
    letters = "".join((*proclitics.conjunctions, *proclitics.prepositions))
    articles = proclitics.articles
    common = function_words_of(stretch.language)
    words = list(_WORD.finditer(text))
    keys = [fold(word[0]) for word in words]
    i = 0
    while i < len(words):
        for cut in range(3):
            if cut and (len(keys[i]) <= cut + 2 or keys[i][cut - 1] not in letters):
                break
            first = keys[i][cut:]
            if first in aliases and first not in common and (cut or _is_capital(words[i][0], first)):
                end = _end_of(aliases[first], keys, words, i, text)
                if end is not None:
                    start = words[i].start() + _letters(words[i][0], cut)
                    named = _latest(aliases[first], tuple(keys[i + 1 : end]), start + stretch.start)
                    span = start + stretch.start, words[end - 1].end() + stretch.start
                    name = text[start : words[end - 1].end()]
                    yield first, Mention(*span, named.kind, named.entity, name, known=False)
                    i = end - 1
                    break
            for article in articles:
                bare = first.removeprefix(article)
                if bare != first and bare in aliases:
                    yield bare, Mention(0, 0, FactKind.TERM, "", "", known=False)
        i += 1


def _end_of(aliases: list[Alias], keys: list[str], words: list[re.Match[str]], i: int, text: str) -> int | None:
    """The index after the longest of the names that stands at word ``i``."""
    for alias in aliases:
        end = i + 1 + len(alias.rest)
        if tuple(keys[i + 1 : end]) == alias.rest and all(
            text[words[k - 1].end() : words[k].start()] in (" ", "-", "\u00a0", "\u200c") for k in range(i + 1, end)
        ):
            return end
    return None


def _latest(aliases: list[Alias], rest: tuple[str, ...], at: int) -> Alias:
    """Of the entities that share a name, the one named in full last before ``at``, else the first."""
    sharing = [alias for alias in aliases if alias.rest == rest]
    before = [alias for alias in sharing if alias.since <= at]
    return max(before, key=lambda alias: alias.since) if before else min(sharing, key=lambda alias: alias.since)


def _is_capital(word: str, key: str) -> bool:
    return not key[:1].isascii() or word[0].isupper() or not word.islower()


def _letters(word: str, count: int) -> int:
    """Where the letter ``count`` of a word stands, its marks left out of account."""
    at = 0
    while count and at < len(word):
        at += 1
        while at < len(word) and not word[at].isalpha():
            at += 1
        count -= 1
    return at


def facts_of(mentions: list[Mention]) -> list[Fact]:
    """A fact for every mention: its entity's usual name in the document, and how often the document names it."""
    spellings: dict[str, Counter[str]] = {}
    for mention in mentions:
        spellings.setdefault(mention.entity, Counter())[mention.name] += 1
    usual = {
        entity: max(counter.items(), key=lambda item: (item[1], len(item[0])))[0]
        for entity, counter in spellings.items()
    }
    counts = {entity: counter.total() for entity, counter in spellings.items()}
    return [
        Fact(
            mention.kind,
            range_of(mention.start, mention.end),
            usual[mention.entity],
            entity=usual[mention.entity],
            count=counts[mention.entity],
        )
        for mention in mentions
    ]
