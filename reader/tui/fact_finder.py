"""Looking for a document's facts in a worker thread, so that reading never waits for them.

The thread tells how far it has come, and stops between two stretches of text once its document is left: then nothing is
merged and nobody is told.
"""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from reader.model import Document
from reader.search import Index
from reader.view.events import Event, FactsFailed
from reader.view.fact_index import FactIndex
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.panel.about import About, looked_through
from reader.view.panel.groupings import Groupings
from reader.view.panel.terms import with_uses

GROUP = "facts"
"""The group of the worker."""

QUIET = 0.3
"""Seconds before progress is first told, and between two tellings: a short document shows none."""


class _Left(Exception):  # noqa: N818 - no error: the way out of the thread's work
    """The document was left."""


def find_facts(app: App[Any], document: Document, search: Index, tell: Callable[[Event], None]) -> None:
    """Start the thread once the screen is painted; it tells what it finds, from its own thread.

    ``search`` is the document's, which finds the uses of its terms.
    """
    work = partial(_find, document, search, tell)
    # Undescribed, a worker is described by all that it is given: here every block of the document.
    app.call_after_refresh(app.run_worker, work, group=GROUP, description=GROUP, exclusive=True, thread=True)


def _find(document: Document, search: Index, tell: Callable[[Event], None]) -> None:
    from reader.facts import extract  # noqa: PLC0415 - a hundred modules for which no key waits

    worker = get_current_worker()
    told, share, wanted = monotonic(), 0.0, looked_through(document) / max(1, len(document))

    def is_left() -> bool:
        if worker.is_cancelled:
            raise _Left
        return False

    def is_enough() -> bool:
        return is_left() or share >= wanted < 1

    def tell_progress(progress: float) -> None:
        nonlocal told, share
        share, progress = progress, min(1.0, progress / wanted) if wanted else 1.0
        if monotonic() - told >= QUIET:
            told = monotonic()
            tell(FactsProgressed(document, progress))

    try:
        tell(AboutKnown(document, About.of(document, is_left)))
        failures: list[Exception] = []
        facts = extract(document, cancelled=is_enough, progress=tell_progress, failed=failures.append)
        groupings = Groupings(document, FactIndex(with_uses(search, facts, is_left)))
        groupings.of(document.range).prepare()
        is_left()
    except _Left:
        return
    except Exception as error:  # noqa: BLE001 - an extractor that fails leaves the document readable, without its facts
        tell(FactsFailed(document, type(error).__name__))
        return
    tell(FactsFound(document, groupings, tuple(type(failure).__name__ for failure in failures)))
