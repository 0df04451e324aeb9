"""Facts gathered by what they state: one group a name or a value, with its mentions.

What a filter looks through is folded as a search folds it, once for a grouping, so that a keystroke costs one pass over
strings that are ready.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from typing import assert_never

from reader.model import NAME_KINDS, Document, Fact, FactKind, Gathered, Range
from reader.text.folding import Folding, FoldOptions, shared_folding
from reader.values import dataclass
from reader.view.filtering import words_of
from reader.view.panel.fact_values import plain_value
from reader.view.panel.timeline import DATED, TimeLine

CHARTED = (
    *NAME_KINDS,
    FactKind.ACRONYM,
    FactKind.QUOTED_TERM,
    FactKind.TERM,
)
"""Kinds whose most frequent names are compared."""

MOST_SHOWN = 8

SPELLINGS = 50
"""Mentions of one name whose spellings a filter looks through."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The mentions one line of the panel stands for, in document order; never empty."""

    kind: FactKind
    key: Hashable
    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """The first mention."""
        return self.facts[0]

    def neighbour(self, target: Range | None, step: int) -> Fact:
        """The mention so many after (before when negative) the one that is highlighted, going round.

        The first one, or the last when going back, where none is highlighted.
        """
        at = next((i for i, fact in enumerate(self.facts) if fact.range == target), None)
        if at is None:
            return self.facts[0 if step > 0 else -1]
        return self.facts[(at + step) % len(self.facts)]


class Grouping:
    """The groups of a part of a document, by kind in the panel's order.

    Attributes:
        kinds: Each kind that occurs, and its groups in the order of their first mention.
    """

    def __init__(self, document: Document, kinds: Mapping[FactKind, Sequence[FactGroup]]) -> None:
        self.kinds = kinds
        self._document = document
        self._mentions: dict[FactKind, int] = {}

    @classmethod
    def of(cls, document: Document, facts: Iterable[Fact], order: Iterable[FactKind] = ()) -> "Grouping":
        """Gather facts, their kinds in an order, by default the one they are listed in everywhere."""
        found: defaultdict[FactKind, list[Fact]] = defaultdict(list)
        for fact in facts:
            found[shown_kind(document, fact) if fact.kind is FactKind.COUNT else fact.kind].append(fact)
        kinds = {kind: _gathered(kind, found[kind]) for kind in tuple(order) or FactKind.known() if kind in found}
        return cls(document, kinds)

    def led_by(self, first: "Grouping") -> "Grouping":
        """The same, what another grouping has too before the others of its kind."""
        kinds = {
            kind: sorted(groups, key=lambda group: (group.kind, group.key) not in first.places)
            for kind, groups in self.kinds.items()
        }
        return Grouping(self._document, kinds)

    @cached_property
    def places(self) -> dict[tuple[FactKind, Hashable], int]:
        """Where each group stands among those of its kind."""
        return {(kind, group.key): i for kind, groups in self.kinds.items() for i, group in enumerate(groups)}

    @cached_property
    def _folding(self) -> Folding:
        return shared_folding(FoldOptions().for_language(self._document.meta.language))

    @cached_property
    def _haystacks(self) -> dict[FactKind, list[str]]:
        """For every group what a filter looks through: its spellings, its name and its value, folded."""
        fold, slice_of = self._folding.fold, self._document.slice
        return {
            kind: [fold("\n".join(_words(slice_of, group))) for group in groups] for kind, groups in self.kinds.items()
        }

    def filtered(self, query: str, labels: Mapping[FactKind, str]) -> "Grouping":
        """The groups that have every word of a query, in a spelling, in the value, or in the name of their kind."""
        words = words_of(query, self._folding.fold)
        kept: dict[FactKind, Sequence[FactGroup]] = {}
        for kind, groups in self.kinds.items():
            label = self._folding.fold(labels[kind])
            haystacks = self._haystacks[kind]
            found = list(range(len(groups)))
            for word in words:
                if word not in label:
                    found = [i for i in found if word in haystacks[i]]
            if found:
                kept[kind] = [groups[i] for i in found]
        return Grouping(self._document, kept)

    def group(self, kind: FactKind | None, key: Hashable) -> FactGroup | None:
        """The group of a kind and a name or value; None when there is none."""
        place = self.places.get((kind, key)) if kind else None
        return None if place is None or kind is None else self.kinds[kind][place]

    def mentions(self, kind: FactKind) -> int:
        """How many facts of a kind there are."""
        if kind not in self._mentions:
            self._mentions[kind] = sum([len(group.facts) for group in self.kinds[kind]])
        return self._mentions[kind]

    @cached_property
    def timeline(self) -> TimeLine:
        """The dates in time."""
        return TimeLine(fact for kind in DATED for group in self.kinds.get(kind, ()) for fact in group.facts)

    @cached_property
    def frequent(self) -> tuple[FactGroup, ...]:
        """The names and terms that are mentioned most, of those that come more than once."""
        candidates = (group for kind in CHARTED for group in self.kinds.get(kind, ()) if len(group.facts) > 1)
        return tuple(nlargest(MOST_SHOWN, candidates, key=lambda group: len(group.facts)))

    def prepare(self) -> None:
        """Work out ahead, in a worker, what the first key would wait for."""
        _ = self.places, self._haystacks, self.timeline, self.frequent


FIRST = frozenset(
    (FactKind.PERSON, FactKind.ORGANISATION, FactKind.MONEY, FactKind.DATE, FactKind.DATETIME),
)
"""Kinds that matter most to who wants to know what a text is about; its terms follow them."""

FOLDED = frozenset((FactKind.NUMBER, FactKind.ORDINAL))
"""Kinds that matter least: they come last, and are folded away at first."""

_SMALL = 10
"""The greatest number that says little where it is written in words."""


def order_of(facts: Iterable[Fact]) -> tuple[FactKind, ...]:
    """The kinds in the order of a document: what matters first, and among its like what is stated most."""
    counts = Counter(fact.kind for fact in facts)
    ranks = {kind: rank for rank, kind in enumerate(FactKind.known())}
    return tuple(sorted(ranks, key=lambda kind: (_tier_of(kind), -counts[kind], ranks[kind])))


def _tier_of(kind: FactKind) -> int:
    return 0 if kind in FIRST else 1 if kind is FactKind.TERM else 3 if kind in FOLDED else 2


def shown_kind(document: Document, fact: Fact) -> FactKind:
    """The kind a fact is shown under: a small number in words is a number, whatever it counts."""
    small = fact.kind is FactKind.COUNT and isinstance(fact.value, int) and abs(fact.value) <= _SMALL
    if small and not any(map(str.isdecimal, document.slice(fact.range))):
        return FactKind.NUMBER
    return fact.kind


def key_of(fact: Fact) -> Hashable:
    """The property a fact shares with the others of its group."""
    return _keys_of(fact.kind, (fact,))[0]


def _keys_of(kind: FactKind, facts: Iterable[Fact]) -> Sequence[Hashable]:
    """For each of some facts of a kind the property it shares with the others of its group."""
    match kind.gathered:
        case Gathered.BY_NAME:
            return [fact.entity or str(fact.value) for fact in facts]
        case Gathered.NEVER:
            return [fact.range for fact in facts]
        case Gathered.BY_VALUE:
            return [(str(fact.value), fact.unit, fact.modifier, fact.calendar) for fact in facts]
        case _:
            assert_never(kind.gathered)


def _gathered(kind: FactKind, facts: Sequence[Fact]) -> list[FactGroup]:
    """The groups of facts that are shown under one kind."""
    mentions: dict[Hashable, list[Fact]] = {}
    for key, fact in zip(_keys_of(kind, facts), facts, strict=True):
        mentions.setdefault(key, []).append(fact)
    return [FactGroup(kind, key, tuple(each)) for key, each in mentions.items()]


def _words(slice_of: Callable[[Range], str], group: FactGroup) -> Iterable[str]:
    """A group's spellings, name and value, each once."""
    spellings = [slice_of(fact.range) for fact in group.facts[:SPELLINGS]]
    return dict.fromkeys((*spellings, group.first.entity, plain_value(group.first)))
