"""Looking for a document's facts in a worker thread, so that reading never waits for them.

The thread tells how far it has come, and stops between two stretches of text once its document is left: then nothing is
merged and nobody is told. Of a long document it looks through one part, and is left for the next one.
"""

from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic, sleep
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from reader.model import Document, Fact, Range
from reader.search import Index
from reader.view.effects import FindFacts
from reader.view.events import Event, FactsFailed
from reader.view.fact_index import FactIndex
from reader.view.fact_parts import PartFacts, facts_of, range_of_part
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.panel.about import About
from reader.view.panel.groupings import Groupings
from reader.view.panel.terms import with_uses

GROUP = "facts"
"""The group of the worker."""

COUNTING = "words"
"""The group of the one that counts the words of a long document."""

QUIET = 0.3
"""Seconds before progress is first told, and between two tellings: a short document shows none."""


REST = 0.3
"""Seconds after which one rests in a part, and ``WHILE_FACTS`` those that the first facts of a long document take."""

WHILE_FACTS = 3.0
NAP = 0.05


class _Left(Exception):  # noqa: N818 - no error: the way out of the thread's work
    """The document was left."""


def find_facts(app: App[Any], effect: FindFacts, search: Index, tell: Callable[[Event], None]) -> None:
    """Start the thread once the screen is painted; it tells what it finds, from its own thread.

    ``search`` is the document's, which finds the uses of its terms.
    """
    if effect.part is None:
        work = partial(_find_all, effect.document, search, tell)
    else:
        work = partial(_find_part, effect, effect.part, search, tell)
        if effect.first:
            count = partial(_count, effect.document, tell)
            app.call_after_refresh(app.run_worker, count, group=COUNTING, description=COUNTING, thread=True)
    # Undescribed, a worker is described by all that it is given: here every block of the document.
    app.call_after_refresh(app.run_worker, work, group=GROUP, description=GROUP, exclusive=True, thread=True)


def _find_all(document: Document, search: Index, tell: Callable[[Event], None]) -> None:
    """The facts of the whole document."""

    def find(is_left: Callable[[], bool]) -> FactsFound:
        tell(AboutKnown(document, About.of(document, is_left)))
        facts, failures = _extracted(document, None, is_left, tell)
        facts = with_uses(search, facts, is_left)
        return FactsFound(document, _gathered(document, facts), failures)

    _told(document, find, tell)


def _find_part(effect: FindFacts, number: int, search: Index, tell: Callable[[Event], None]) -> None:
    """The facts of a part, once one rests there, beside those of parts that are known."""
    document = effect.document

    def find(is_left: Callable[[], bool]) -> FactsFound:
        if effect.known:
            _rest(REST, is_left)
        part = range_of_part(document, number)
        facts, failures = _extracted(document, part, is_left, tell)
        facts = with_uses(search, facts, is_left, part)
        parts = (PartFacts(number, facts), *effect.known)
        return FactsFound(document, _gathered(document, facts_of(parts)), failures, parts)

    _told(document, find, tell)


def _count(document: Document, tell: Callable[[Event], None]) -> None:
    """The words of a long document, when the first facts have been found."""
    is_left = _leaving()
    try:
        _rest(WHILE_FACTS, is_left)
        tell(AboutKnown(document, About.of(document, is_left)))
    except _Left:
        return


def _told(document: Document, find: Callable[[Callable[[], bool]], FactsFound], tell: Callable[[Event], None]) -> None:
    """Tell what is found, unless the document is left meanwhile."""
    is_left = _leaving()
    try:
        found = find(is_left)
        is_left()
    except _Left:
        return
    except Exception as error:  # noqa: BLE001 - an extractor that fails leaves the document readable, without its facts
        tell(FactsFailed(document, type(error).__name__))
        return
    tell(found)


def _extracted(
    document: Document, part: Range | None, is_left: Callable[[], bool], tell: Callable[[Event], None]
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """The facts, and how extractors failed; how far it is is told now and then."""
    from reader.facts import extract  # noqa: PLC0415 - a hundred modules for which no key waits

    told = monotonic()

    def tell_progress(progress: float) -> None:
        nonlocal told
        if monotonic() - told >= QUIET:
            told = monotonic()
            tell(FactsProgressed(document, progress))

    failures: list[Exception] = []
    facts = extract(document, within=part, cancelled=is_left, progress=tell_progress, failed=failures.append)
    return facts, tuple(type(failure).__name__ for failure in failures)


def _gathered(document: Document, facts: Iterable[Fact]) -> Groupings:
    groupings = Groupings(document, FactIndex(facts))
    groupings.of(document.range).prepare()
    return groupings


def _leaving() -> Callable[[], bool]:
    """Asked between two pieces of work; leads out of it once the document is left."""
    worker = get_current_worker()

    def is_left() -> bool:
        if worker.is_cancelled:
            raise _Left
        return False

    return is_left


def _rest(seconds: float, is_left: Callable[[], bool]) -> None:
    """Wait, unless the document is left."""
    until = monotonic() + seconds
    while monotonic() < until and not is_left():
        sleep(NAP)
