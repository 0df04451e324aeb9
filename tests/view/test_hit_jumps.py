"""From hit to hit of a search, without a screen."""

from reader.model import Pos
from reader.search import Index
from reader.view.flow import Flow
from reader.view.hit_jumps import first_hit, kept, left, next_hit
from reader.view.reading_state import ReadingState
from tests.samples import article, find, pos_of

ARTICLE = article()


def opened(pos: int = 0) -> ReadingState:
    return ReadingState(Flow(ARTICLE, 50), 20, Pos(pos), Pos(pos))


def test_search_begins_where_one_reads_and_goes_round() -> None:
    start = opened(pos_of(ARTICLE, "سباق التسلح"))
    hits = Index(ARTICLE).find("R1")
    state = first_hit(start, hits, start.viewpoint)
    assert state.hit == find(ARTICLE, "R1", 1)
    assert next_hit(state, 1).hit == find(ARTICLE, "R1", 0)
    assert next_hit(next_hit(state, 1), -1).hit == state.hit


def test_a_search_given_up_leaves_no_trace() -> None:
    start = opened(pos_of(ARTICLE, "سباق التسلح"))
    state = left(first_hit(start, Index(ARTICLE).find("LlamaCon"), start.viewpoint), start.viewpoint)
    assert state == start


def test_a_search_kept_can_be_come_back_from() -> None:
    start = opened()
    state = kept(first_hit(start, Index(ARTICLE).find("29 أبريل"), start.viewpoint), start.viewpoint)
    assert state.went_back().viewpoint == start.viewpoint


def test_a_search_without_hits_stays() -> None:
    start = opened(pos_of(ARTICLE, "سباق التسلح"))
    state = first_hit(start, Index(ARTICLE).find("غير موجود البتة"), start.viewpoint)
    assert state.hit is None
    assert state.viewpoint == start.viewpoint
