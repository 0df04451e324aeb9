"""Owns what the document as a whole tells of its names: which are one thing's, and where else they stand.

In order: names in quotation marks that were announced once; a name and its other spelling or short form in brackets,
which are one; the family name of a person named in full. Where the document uses these names again is found by
:mod:`reader.facts.repeated`.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from reader.facts.languages import words_of_all
from reader.facts.names import Mention, fold_name
from reader.facts.repeated import Alias, Aliases
from reader.facts.transliteration import is_like
from reader.model import Fact, FactKind, range_of
from reader.named_tuples import NamedTuple

_MOST = 20_000
"""How many different names are looked for again: bounded, so that a hostile text cannot fill the memory."""


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
        self._take_back(people)
        known = {fold_name(mention.name): mention for mention in people if mention.known and " " not in mention.name}
        for mention in people:
            _, parted, family = fold_name(mention.name).rpartition(" ")
            if parted and not mention.known and family in known:
                self._unite(known[family], mention)

    def _take_back(self, people: list[Mention]) -> None:
        """Gives the name of a company back to the person it is called after, where the document names that one first.

        "Nikola Tesla was born in Smiljan. Tesla moved to New York."
        """
        first: dict[str, Mention] = {}
        for person in sorted(people, reverse=True):
            _, parted, family = fold_name(person.name).rpartition(" ")
            if parted:
                first[family] = person
        known = [each for each in self._mentions.values() if each.known and each.kind is FactKind.ORGANISATION]
        companies = [(key, company) for company in known if (key := fold_name(company.name)) in first]
        earlier = {key for key, company in companies if company.start <= first[key].start}
        for key, company in companies:
            if key not in earlier:
                taken = company._replace(kind=FactKind.PERSON, entity=first[key].entity, known=False)
                self._mentions[company.start, company.end] = taken

    def add(self, mention: Mention) -> None:
        """A mention more, where none is."""
        self._mentions.setdefault((mention.start, mention.end), mention)

    def _around(self, long: tuple[int, int]) -> Mention | None:
        """A long form that is no name but has one in it is a name, an institution's: it stands for those inside it."""
        first, last = (bisect_left(self._spans, (end, 0)) for end in long)
        inside = [span for span in self._spans[first:last] if span[1] <= long[1] and span in self._mentions]
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
        ordered = (mention for _, mention in sorted(self._mentions.items()))
        return [
            mention._replace(entity=self.entity_of(mention.entity)) if mention.entity in self._same else mention
            for mention in ordered
        ]

    def aliases(self) -> dict[str, Aliases]:
        """The names to look for again, by their folded first word: all that were told, and family names."""
        table: dict[str, dict[tuple[str, ...], dict[str, Alias]]] = {}
        seen: set[tuple[str, str]] = set()
        mentions = self.mentions()
        told = Counter(mention.entity for mention in mentions)
        common = words_of_all("names", "common")
        for mention in mentions:
            if (mention.entity, mention.name) in seen:
                continue
            if len(seen) >= _MOST:
                break
            seen.add((mention.entity, mention.name))
            words = fold_name(mention.name).replace("\u200c", " ").split()
            everyday = len(words) == 1 and words[0] in common  # left out where a sentence begins with it
            names = [] if mention.known and not everyday else [words]
            if mention.kind is FactKind.PERSON and len(words) > 1:
                names.extend(_family_names(words))
            for first, *rest in names:
                standing = table.setdefault(first, {}).setdefault(tuple(rest), {})
                standing.setdefault(
                    mention.entity, Alias(mention.start, mention.kind, mention.entity, told[mention.entity])
                )
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
