"""Owns what the document as a whole tells of its names: which are one thing's, and where else they stand.

In order: names in quotation marks that were announced once; a name and its other spelling or short form in brackets,
which are one; the family name of a person named in full; then every place where the document uses one of these names
again, which no word beside it needs to tell any more.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.facts.language import Language
from reader.facts.languages import function_words_of, language_of, words_of_all
from reader.facts.lexicon import WordClass
from reader.facts.names import Mention, fold_name
from reader.facts.tokens import WORD_PATTERN, fold
from reader.facts.transliteration import is_like
from reader.model import Fact, FactKind, range_of

_MOST = 20_000
"""How many different names are looked for again: bounded, so that a hostile text cannot fill the memory."""
_WORD = re.compile(WORD_PATTERN)
_COUNTING = WordClass.NUMBER | WordClass.MONTH
"""Kinds of words that count or date by themselves and are no family names: «لويس التاسع»."""


class Chunk(NamedTuple):
    """A chunk of the document that was read: its language and the position of its first character."""

    language: str
    start: int
    end: int


class Alias(NamedTuple):
    """A name's meaning in the document from a position on."""

    since: int
    kind: FactKind
    entity: str


class Aliases(NamedTuple):
    """The names that begin with one word: what each stands for, by its other words; how many of these they have."""

    entities: dict[tuple[str, ...], list[Alias]]
    lengths: tuple[int, ...]


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
        self._spans = sorted(self._mentions)
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
        self._join_families()

    def _join_families(self) -> None:
        """Takes a person named in full, and the known one of the same family name, as one."""
        people = [mention for mention in self._mentions.values() if mention.kind is FactKind.PERSON]
        known = {fold_name(mention.name): mention for mention in people if mention.known and " " not in mention.name}
        for mention in people:
            _, parted, family = fold_name(mention.name).rpartition(" ")
            if parted and not mention.known and family in known:
                self._unite(known[family], mention)

    def add(self, mention: Mention) -> None:
        """A mention more, where none is."""
        self._mentions.setdefault((mention.start, mention.end), mention)

    def at(self, span: tuple[int, int]) -> Mention | None:
        """The mention that holds exactly these code points."""
        return self._mentions.get(span)

    def _around(self, long: tuple[int, int]) -> Mention | None:
        """A long form that is no name but has one in it is a name, an institution's: it stands for those inside it."""
        spans = self._spans
        inside = []
        for i in range(bisect_left(spans, (long[0], 0)), len(spans)):
            if spans[i][0] >= long[1]:
                break
            if spans[i][1] <= long[1] and spans[i] in self._mentions:
                inside.append(spans[i])
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
        root = entity
        while root in self._same:
            root = self._same[root]
        while entity != root:
            self._same[entity], entity = root, self._same[entity]
        return root

    def mentions(self) -> list[Mention]:
        """All mentions, in order, each with the key of its entity."""
        return [
            mention._replace(entity=self.entity_of(mention.entity)) for _, mention in sorted(self._mentions.items())
        ]

    def aliases(self) -> dict[str, Aliases]:
        """The names to look for again, by their folded first word: all that were told, and family names."""
        table: dict[str, dict[tuple[str, ...], dict[str, Alias]]] = {}
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
                standing = table.setdefault(first, {}).setdefault(tuple(rest), {})
                standing.setdefault(mention.entity, Alias(mention.start, mention.kind, mention.entity))
        return {
            first: Aliases(
                {rest: list(standing.values()) for rest, standing in names.items()},
                tuple(sorted({len(rest) for rest in names}, reverse=True)),
            )
            for first, names in table.items()
        }


def _family_names(words: list[str]) -> Iterator[list[str]]:
    """The names a person who was named in full may go by afterwards: the last word, with a linking word before it."""
    last = words[-1]
    if len(words) > 2 and words[-2] in words_of_all("words", "linking"):
        yield words[-2:]
        return
    if len(last) > 2 and last not in words_of_all("words", "no_family"):
        yield [last]
    if len(words) > 2 and words[1] in words_of_all("words", "surname_head"):
        yield words[:2]


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
    keys = [fold(word[0]) for word in words]
    i = 0
    while i < len(words):
        for cut in range(3):
            if cut and (len(keys[i]) <= cut + 2 or keys[i][cut - 1] not in letters):
                break
            first = keys[i][cut:]
            if first in aliases and first not in function_words and (cut or _is_capital(words[i][0], first)):
                found = _name_at(text, words, keys, i, aliases[first])
                number = found is not None and found[1] == i + 1 and language.lexicon.word_classes(first) & _COUNTING
                if found is not None and not number:
                    standing, end = found
                    start = words[i].start() + _letters(words[i][0], cut)
                    named = _latest(standing, start + chunk.start)
                    span = start + chunk.start, words[end - 1].end() + chunk.start
                    name = text[start : words[end - 1].end()]
                    yield first, Mention(*span, named.kind, named.entity, name, known=False, reason="again")
                    i = end - 1
                    break
            if first in common:
                yield common[first], Mention(0, 0, FactKind.TERM, "", "", known=False)
        i += 1


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


def _latest(standing: list[Alias], at: int) -> Alias:
    """Of the entities that share a name, the one named in full last before ``at``, else the first."""
    return standing[max(0, bisect_right(standing, at, key=lambda alias: alias.since) - 1)]


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
            reason=mention.reason,
        )
        for mention in mentions
    ]
