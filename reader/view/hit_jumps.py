"""From hit to hit of a search in the text that is read: while its query is typed, and after."""

from typing import TYPE_CHECKING

from reader.model import Pos, Range
from reader.values import replace
from reader.view.reading_state import JUMPS_KEPT, ReadingState
from reader.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from reader.search import Hits


def first_hit(state: ReadingState, hits: "Hits | None", origin: Viewpoint) -> ReadingState:
    """The first hit from the origin on (else from the start), while the query is being typed."""
    state = replace(state.at(origin), hits=hits, hit=None, spread=())
    if hits is None:
        return state
    hit = hits.after(origin.cursor) or hits.after(Pos(0))
    return replace(state.showing(hit), hit=hit) if hit else state


def kept(state: ReadingState, origin: Viewpoint) -> ReadingState:
    """The search ended with Enter: the place it began at is where ``back`` leads."""
    return replace(state, back=(*state.back, origin)[-JUMPS_KEPT:], forward=()) if state.hit else state


def left(state: ReadingState, origin: Viewpoint) -> ReadingState:
    """The search given up: as it was before."""
    return replace(state.at(origin), hits=None, hit=None, spread=())


def next_hit(state: ReadingState, step: int) -> ReadingState:
    """The next (1) or previous (-1) hit from where one reads, going round at the ends.

    After Esc the search goes on.
    """
    hits = state.hits or state.put_away
    if hits is None:
        return state
    on_hit = state.hit if state.hit and state.hit.start == state.cursor else None
    if step > 0:
        hit = hits.after(on_hit.end if on_hit else state.cursor) or hits.after(Pos(0))
    else:
        hit = hits.before(state.cursor) or hits.before(Pos(len(state.document) + 1))
    return replace(state.jumped(hit), hits=hits, hit=hit, put_away=None) if hit else state


def at_hit(state: ReadingState, hit: Range) -> ReadingState:
    """A hit chosen from the list of them."""
    return replace(state.jumped(hit), hits=state.hits or state.put_away, hit=hit, put_away=None)


def next_previewed(state: ReadingState, step: int) -> ReadingState:
    """The next or previous hit while the query is still being typed: nothing to come back to is kept."""
    return replace(next_hit(state, step), back=state.back, forward=state.forward)
