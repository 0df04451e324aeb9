"""Documents on the screen: opened from each other, taken in while they arrive, and gone back to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from reader.formats import open_snapshots
from reader.model import Document
from reader.search import Index
from reader.tui.arriving import Arrival
from reader.view.flow import Flow
from reader.view.keys import Action
from reader.view.outline import outline_items
from reader.view.visits import Visit, Visits
from reader.view.workspace import opened_workspace

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


class Visiting:
    """The way through documents.

    Attributes:
        arrival: The document that is on its way, or came last; None before the first.
    """

    def __init__(self, app: "ReaderApp") -> None:
        self._app = app
        self._visits = Visits()
        self.arrival: Arrival | None = None

    def open_file(self, path: str) -> None:
        """Open another document; the key for back leads back to this one."""
        document = self._app.workspace.document
        if not document.complete and document.meta.path == "-":
            self._app.say("message.arriving")  # standard input comes once
            return
        self._app.say("message.opening", name=Path(path).name)
        self._await(open_snapshots(path, self._app.settings.opening), self._opened)

    def await_rest(self, snapshots: Iterator[Document]) -> None:
        """Take in the further snapshots of the document that is read."""
        self._await(snapshots, self._grown)

    def give_up(self) -> None:
        """Take no more of what is on its way."""
        if self.arrival:
            self.arrival.give_up()

    def went(self, action: Action) -> bool:
        """Back to the document one came from, or forward again, where no jump in this one is left to undo."""
        app = self._app
        here = Visit(app.session, app.workspace)
        if action is Action.BACK:
            turn = None if app.workspace.reading.back else self._visits.went_back(here)
        else:
            turn = None if app.workspace.reading.forward else self._visits.went_forward(here)
        if turn is None:
            return False
        self._visits, visit = turn
        self.give_up()
        app.take_up(Visit(visit.session, visit.workspace.shown_as(app.workspace.messages, app.workspace.wanted)))
        self._complete()
        return True

    def _await(self, snapshots: Iterator[Document], first: Callable[[Document], None]) -> None:
        """Take a document in as it grows; what was on its way before is given up."""
        self.give_up()
        app = self._app
        steps = chain((first,), repeat(self._grown))

        def taken(document: Document) -> None:
            next(steps)(document)

        def failed(reason: str) -> None:
            app.say("message.cannot_open", reason=reason)
            if first != self._grown:  # it was another document that could not be opened
                self._complete()

        def prepared(document: Document) -> None:
            outline_items(document, app.workspace.folded)
            if document.complete:  # found in an edited text, which takes its time
                session = app.session.of_another(document)
                _ = session.position, session.annotations

        self.arrival = Arrival(app, snapshots, prepared=prepared, taken=taken, failed=failed)

    def _complete(self) -> None:
        """Read the document to its end where that was given up for another one."""
        document = self._app.workspace.document
        if not document.complete and document.meta.path != "-":
            self.await_rest(open_snapshots(document.meta.path, self._app.settings.opening))

    def _grown(self, document: Document) -> None:
        """A longer snapshot of the document that is read."""
        app = self._app
        query = app.workspace.reading.hits.query if app.workspace.reading.hits else ""
        session, index = app.session.of_another(document), Index(document)
        workspace = app.workspace.grown(document, session)
        if query:
            workspace = workspace.with_reading(replace(workspace.reading, hits=index.find(query)))
        app.grow(session, index, workspace)

    def _opened(self, document: Document) -> None:
        app = self._app
        session, before = app.session.of_another(document), app.workspace
        flow = Flow(document, 1, marks=before.reading.flow.marks, justification=before.reading.flow.justification)
        self._visits = self._visits.left(Visit(app.session, before))
        app.take_up(Visit(session, opened_workspace(session, flow, before.messages, before.wanted)))
