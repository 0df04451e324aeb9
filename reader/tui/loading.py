"""Documents loaded in a thread of their own: their beginning first, then longer snapshots, at last the whole.

The thread is a daemon: a parser cannot be interrupted, and leaving the program must not wait for it. What arrives after
it was given up, or when the application is gone, is dropped.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from threading import Thread
from typing import Any

from textual.app import App

from reader.model import Document, DocumentError
from reader.view.beginnings import Beginning
from reader.view.events import DocumentGrown, DocumentOpened, Event, LoadFailed
from reader.view.session import Session


class Loading:
    """One document on its way.

    Args:
        app: The application, in whose thread ``tell`` is called.
        snapshots: The document as it grows.
        session: The memory in whose store it is looked up.
        anew: Whether it is another document than the one on the screen.
        again: Whether it is the one on the screen, which has changed.
        beginning: Where to begin in it.
        prepare: Called in this thread with each snapshot before it is told of.
        tell: Called with what has arrived.
    """

    def __init__(
        self,
        app: App[Any],
        snapshots: Iterator[Document],
        session: Session,
        *,
        anew: bool,
        again: bool = False,
        beginning: Beginning | None = None,
        prepare: Callable[[Document], None],
        tell: Callable[[Event], None],
    ) -> None:
        self._app = app
        self._snapshots = snapshots
        self._session = session
        self._anew = anew
        self._again = again
        self._beginning = beginning
        self._prepare = prepare
        self._tell = tell
        self._given_up = False
        self._thread = Thread(target=self._run, name="loading", daemon=True)
        self._thread.start()

    @property
    def is_under_way(self) -> bool:
        """Whether more may come."""
        return self._thread.is_alive() and not self._given_up

    def give_up(self) -> None:
        """Take no more of it."""
        self._given_up = True

    def _run(self) -> None:
        anew = self._anew
        try:
            for document in self._snapshots:
                # What takes its time is done in this thread: a long tree, bookmarks found in an edited text.
                self._prepare(document)
                memory = self._session.of_another(document).memory
                opened = DocumentOpened(document, memory, self._again, self._beginning)
                if not self._told(opened if anew else DocumentGrown(document, memory)):
                    return
                anew = False
        except DocumentError as error:
            self._told(LoadFailed(str(error), self._anew))

    def _told(self, event: Event) -> bool:
        """Tell the application's thread, unless it was given up; whether it was told."""
        if self._given_up:
            return False

        def unless_given_up() -> None:
            if not self._given_up:
                self._tell(event)

        try:
            self._app.call_from_thread(unless_given_up)
        except (RuntimeError, CancelledError):  # the application has ended
            return False
        return not self._given_up
