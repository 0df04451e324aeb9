"""Searching in a worker thread; a later keystroke supersedes an earlier one."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from reader.search import Index
from reader.view.effects import Search
from reader.view.events import Event, HitsCounted, HitsFound

GROUP = "search"
"""The group of the worker."""


def find(app: App[Any], index: Index, search: Search, tell: Callable[[Event], None]) -> None:
    """Start the thread; it tells what it finds, from there: first the hits at hand, then that all are known."""
    app.run_worker(lambda: _find(index, search, tell), group=GROUP, exclusive=True, thread=True)


def _find(index: Index, search: Search, tell: Callable[[Event], None]) -> None:
    worker = get_current_worker()
    hits = index.find(search.query)
    hits.after(search.origin.cursor)
    if worker.is_cancelled:
        return
    tell(HitsFound(search.query, hits, search.origin, search.asked_before))
    hits.count(lambda: worker.is_cancelled)
    if not worker.is_cancelled:
        tell(HitsCounted(search.query))
