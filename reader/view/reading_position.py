"""Facts and marks at the reading position."""

from reader.model import Fact
from reader.store import AnnotationKind, PlacedAnnotation
from reader.view.reading_state import ReadingState
from reader.view.sentence_at import sentence_at

NEARBY = 2000
"""Code points on each side of the reading position in which facts count as being there, however long the sentence."""


def facts_here(state: ReadingState) -> tuple[Fact, ...]:
    """The facts at the reading position: the one that was jumped to, else those of the chosen text nearby.

    Of the chosen text those first that the very position stands in.
    """
    if state.target:
        jumped_to = tuple(fact for fact in state.facts.overlapping(state.target) if fact.range == state.target)
        if jumped_to:
            return jumped_to
    chosen = state.selection or sentence_at(state.document, state.cursor, NEARBY)
    return tuple(sorted(state.facts.overlapping(chosen), key=lambda fact: state.cursor not in fact.range))


def annotations_here(state: ReadingState, kind: AnnotationKind) -> tuple[PlacedAnnotation, ...]:
    """The annotations of a kind that touch the chosen text."""
    here = state.chosen
    return tuple(
        one
        for one in state.annotations
        if one.annotation.kind is kind and one.range and (one.range.overlaps(here) or one.range.start == here.start)
    )
