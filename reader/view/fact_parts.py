"""Facts of a text that is too long for all of them to be in memory: those of the parts around where one reads.

Such a text has parts of equal length, numbered from its beginning. When one comes to a part and rests there its facts
are looked for, when one comes near its edge those of the next; those of the parts one was in least recently are given
up again. What two parts say of one thing is gathered by its name or value, which each part tells by itself.

Units: code points.
"""

from collections.abc import Iterable
from itertools import chain

from reader.model import Document, Fact, Pos, Range, range_of
from reader.named_tuples import NamedTuple

LONG = 4_000_000
"""Code points of a document from which on it has parts."""

PART = 1 << 17
"""Code points of a part: half a second's to a second's work."""

KEPT = 12
"""Parts whose facts are in memory."""

NEAR = 1 << 13
"""From here to a part's edge one is near the next."""


class PartFacts(NamedTuple):
    """The facts of a part, in the order of their start."""

    number: int
    facts: tuple[Fact, ...]


def has_parts(document: Document) -> bool:
    """Whether the facts of a document are looked for part by part."""
    return len(document) > LONG


def range_of_part(document: Document, number: int) -> Range:
    """The text of a part."""
    return range_of(number * PART, min(len(document), (number + 1) * PART))


def parts_around(document: Document, pos: Pos) -> tuple[int, ...]:
    """The part of a position, then another that it is near to."""
    last = max(0, len(document) - 1)
    around = (pos, pos + NEAR, pos - NEAR)
    return tuple(dict.fromkeys(min(max(0, place), last) // PART for place in around))


def facts_of(parts: Iterable[PartFacts]) -> list[Fact]:
    """The facts of some parts, in the order of their start; what a part begins may reach into the next one."""
    facts = chain.from_iterable(part.facts for part in parts)
    return sorted(facts, key=lambda fact: (fact.range.start, -fact.range.end))


def are_known(document: Document, scope: Range, known: frozenset[int]) -> bool:
    """Whether the facts of all parts that a stretch of text has a share in are known."""
    if not has_parts(document):
        return True
    return known.issuperset(range(scope.start // PART, max(scope.start, scope.end - 1) // PART + 1))
