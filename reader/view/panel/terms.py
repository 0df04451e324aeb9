"""Where the glossary's terms are used: extraction tells of the first use, the panel leads to all.

A use is a hit of the term as a search finds it: spellings that a search does not tell apart are uses of one term, and
so is a word with a particle written on to it. The glossary counts uses with other particles in between, too. Uses are
looked for where facts are.
"""

from collections.abc import Callable, Iterable

from reader.model import Fact, FactKind, Range
from reader.search import Index

MOST = 10_000
"""Uses of one term that are looked for at most."""


def with_uses(
    index: Index, facts: Iterable[Fact], cancelled: Callable[[], bool], part: Range | None = None
) -> tuple[Fact, ...]:
    """The facts, and for every use of a term a fact like that of its first one, in the order of their start.

    Where the facts are those of a part of the document, uses are looked for in that part.

    ``cancelled`` is asked between uses; once it says True, no further ones are looked for.
    """
    found: list[Fact] = []
    for fact in facts:
        found.append(fact)
        if fact.kind is FactKind.TERM and not cancelled():
            found += _uses(index, fact, cancelled, part)
    found.sort(key=lambda fact: (fact.range.start, -fact.range.end))
    return tuple(found)


def _uses(index: Index, fact: Fact, cancelled: Callable[[], bool], part: Range | None) -> list[Fact]:
    uses: list[Fact] = []
    hits = index.find(str(fact.value))
    for hit in hits if part is None else hits.within(part):
        if not hit.overlaps(fact.range) and (part is None or hit.start in part):
            uses.append(Fact(fact.kind, hit, fact.value, entity=fact.entity, count=fact.count))
        if len(uses) >= MOST or cancelled():
            break
    return uses
