"""Facts that the user says are none: which they are, and what is left without them.

A rejection is an annotation whose note is the fact's kind. A name goes wherever it stands, a value where it was
rejected.
"""

from collections.abc import Iterable

from reader.model import Fact, FactKind, Gathered, Range
from reader.store import AnnotationKind, PlacedAnnotation
from reader.view.panel.grouping import key_of

Rejected = frozenset[tuple[Range, str]]
"""Where each rejected fact stands, and its kind."""


def rejected_among(annotations: Iterable[PlacedAnnotation]) -> Rejected:
    """Those rejections among a document's annotations whose text is still there."""
    return frozenset(
        (one.range, one.annotation.note)
        for one in annotations
        if one.annotation.kind is AnnotationKind.REJECTION and one.range
    )


def without(facts: tuple[Fact, ...], rejected: Rejected) -> tuple[Fact, ...]:
    """The facts that are none of those rejected; the other mentions of a name go with it."""
    names: set[tuple[FactKind, object]] = set()
    gone: set[int] = set()
    for number, fact in enumerate(facts):
        if (fact.range, fact.kind.value) in rejected or (fact.range, "") in rejected:
            gone.add(number)
            if fact.kind.gathered is Gathered.BY_NAME:
                names.add((fact.kind, key_of(fact)))
    return tuple(
        fact
        for number, fact in enumerate(facts)
        if number not in gone and not (names and (fact.kind, key_of(fact)) in names)
    )
