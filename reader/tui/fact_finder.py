"""Looking for a document's facts in a worker thread, so that reading never waits for them.

The thread tells how far it has come, and stops between two stretches of text once its document is left: then nothing is
merged and nobody is told.
"""

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from reader.facts import extract
from reader.model import Document
from reader.search import Index
from reader.view.fact_index import FactIndex
from reader.view.panel.about import About
from reader.view.panel.terms import with_uses

if TYPE_CHECKING:
    from textual.app import App

GROUP = "facts"
"""The group of the worker; its state tells of a failure."""

QUIET = 0.3
"""Seconds before progress is first told, and between two tellings: a short document shows none."""


class AboutKnown(Message):
    """What had to be worked out of the document as a whole."""

    def __init__(self, document: Document, about: About) -> None:
        super().__init__()
        self.document = document
        self.about = about


class FactsProgressed(Message):
    """How much of the text has been looked through, 0 to 1."""

    def __init__(self, document: Document, progress: float) -> None:
        super().__init__()
        self.document = document
        self.progress = progress


class FactsFound(Message):
    """All facts, but for those of an extractor that failed; ``failures`` says how, once."""

    def __init__(self, document: Document, index: FactIndex, failures: Sequence[Exception] = ()) -> None:
        super().__init__()
        self.failures = failures
        self.document = document
        self.index = index


class _Left(Exception):  # noqa: N818 - no error: the way out of the thread's work
    """The document was left."""


def find_facts(app: "App[int]", document: Document, search: Index) -> None:
    """Start the thread; it posts its messages to the application.

    ``search`` is the document's, which finds the uses of its terms.
    """
    app.run_worker(lambda: _find(app, document, search), group=GROUP, exclusive=True, thread=True, exit_on_error=False)


def _find(app: "App[int]", document: Document, search: Index) -> None:
    worker = get_current_worker()
    told = monotonic()

    def is_left() -> bool:
        if worker.is_cancelled:
            raise _Left
        return False

    def tell(progress: float) -> None:
        nonlocal told
        if monotonic() - told >= QUIET:
            told = monotonic()
            app.post_message(FactsProgressed(document, progress))

    try:
        app.post_message(AboutKnown(document, About.of(document, is_left)))
        failures: list[Exception] = []
        facts = extract(document, cancelled=is_left, progress=tell, failed=failures.append)
        index = FactIndex(with_uses(search, facts, is_left))
        index.grouped(document, document.range).prepare()
        is_left()
    except _Left:
        return
    app.post_message(FactsFound(document, index, failures))
