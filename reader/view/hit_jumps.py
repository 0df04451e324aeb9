"""From hit to hit of a search in the text that is read: while its query is typed, and after."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.model import Pos, Range
from reader.values import replace
from reader.view.reading_state import JUMPS_KEPT, ReadingState
from reader.view.styled import UNBOUNDED
from reader.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from reader.search import Hits

PARTS_AT_ONCE = 2
"""Parts of a document, of which it is not known that they hold no hit, that a key looks through by itself."""


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
    hit = sought(hits, seeking_from(state, step), step, lambda: False)
    return replace(state.jumped(hit), hits=hits, hit=hit, put_away=None) if hit else state


def seeking_from(state: ReadingState, step: int) -> Pos:
    """Where the next (1) or previous (-1) hit is sought from: the one one stands on is passed over."""
    on_hit = step > 0 and state.hit is not None and state.hit.start == state.cursor
    return state.hit.end if on_hit and state.hit else state.cursor


def sought(hits: "Hits", pos: Pos, step: int, stop: Callable[[], bool]) -> Range | None:
    """The next (1) or previous (-1) hit from a position, going round; None, too, once ``stop`` says so."""
    if step > 0:
        return hits.after(pos, stop) or hits.after(Pos(0), stop)
    return hits.before(pos, stop) or hits.before(Pos(UNBOUNDED), stop)


def is_at_hand(hits: "Hits", pos: Pos, step: int) -> bool:
    """Whether a hit is found at once, so that a key may wait for it."""
    asked = 0

    def is_enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > PARTS_AT_ONCE

    return hits.counted or sought(hits, pos, step, is_enough) is not None or asked <= PARTS_AT_ONCE


def at_hit(state: ReadingState, hit: Range) -> ReadingState:
    """A hit chosen from the list of them."""
    return replace(state.jumped(hit), hits=state.hits or state.put_away, hit=hit, put_away=None)


def next_previewed(state: ReadingState, step: int) -> ReadingState:
    """The next or previous hit while the query is still being typed: nothing to come back to is kept."""
    return replace(next_hit(state, step), back=state.back, forward=state.forward)
