"""Searching in a worker thread; a later keystroke supersedes an earlier one."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from reader.model import Pos
from reader.search import Hits, Index
from reader.view.effects import Search, SearchAgain, SeekHit
from reader.view.events import Event, HitsCounted, HitsFound, HitSought, HitsRenewed
from reader.view.hit_jumps import sought

GROUP, SEEKING = "search", "seeking"
"""The groups of the workers."""

STRETCHES = 256
"""Parts of the document of which is told whether there are hits in them: more than a scroll bar has cells."""


def find(app: App[Any], index: Index, search: Search, tell: Callable[[Event], None]) -> None:
    """Start the thread; it tells what it finds, from there: first the hits at hand, then that all are known."""
    app.run_worker(lambda: _find(index, search, tell), group=GROUP, exclusive=True, thread=True)


def find_again(app: App[Any], index: Index, search: SearchAgain, tell: Callable[[Event], None]) -> None:
    """The same for the query that stands, in a longer snapshot."""
    app.run_worker(lambda: _find_again(index, search, tell), group=GROUP, exclusive=True, thread=True)


def seek(app: App[Any], effect: SeekHit, tell: Callable[[Event], None]) -> None:
    """The same for one more hit; what is counted beside goes on."""
    app.run_worker(lambda: _seek(effect, tell), group=SEEKING, exclusive=True, thread=True)


def _seek(effect: SeekHit, tell: Callable[[Event], None]) -> None:
    worker = get_current_worker()
    sought(effect.hits, effect.origin, effect.step, lambda: worker.is_cancelled)
    if not worker.is_cancelled:
        tell(HitSought(*effect))


def _find(index: Index, search: Search, tell: Callable[[Event], None]) -> None:
    worker = get_current_worker()

    def stop() -> bool:
        return worker.is_cancelled

    hits = index.find(search.query, search.matching, stop)
    _ = hits.after(search.origin.cursor, stop) or hits.after(Pos(0), stop)
    if stop():
        return
    tell(HitsFound(search.query, hits, search.origin, search.asked_before))
    _count(index, hits, stop, tell)


def _find_again(index: Index, search: SearchAgain, tell: Callable[[Event], None]) -> None:
    worker = get_current_worker()
    hits = index.find(search.query, search.matching, lambda: worker.is_cancelled)
    if worker.is_cancelled:
        return
    tell(HitsRenewed(search.document, hits))
    _count(index, hits, lambda: worker.is_cancelled, tell)


def _count(index: Index, hits: Hits, stop: Callable[[], bool], tell: Callable[[Event], None]) -> None:
    hits.count(stop)
    spread = () if stop() else _spread(hits, len(index.document), stop)
    if not stop():
        tell(HitsCounted(hits, spread))


def _spread(hits: Hits, length: int, stop: Callable[[], bool]) -> tuple[Pos, ...]:
    """The first hit in each stretch of the document that has one."""
    found: list[Pos] = []
    hit = hits.after(Pos(0), stop)
    while hit:
        found.append(hit.start)
        stretch = hit.start * STRETCHES // max(1, length)
        hit = hits.after(Pos(max(hit.start + 1, -(-(stretch + 1) * length // STRETCHES))), stop)
    return tuple(found)
