"""Documents that arrive in a thread of their own: their beginning first, then longer snapshots, at last the whole.

The thread is a daemon: a parser cannot be interrupted, and leaving the program must not wait for it. What arrives after
it was given up, or when the application is gone, is dropped.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from reader.model import Document, DocumentError

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


class Arrival:
    """One document on its way.

    Args:
        app: The application, whose thread the callbacks are called in.
        snapshots: The document as it grows.
        prepared: Called in this thread with each snapshot before it is taken.
        taken: Called with each snapshot.
        failed: Called with the reason when there is none, or no further one.
    """

    def __init__(
        self,
        app: "ReaderApp",
        snapshots: Iterator[Document],
        *,
        prepared: Callable[[Document], None],
        taken: Callable[[Document], None],
        failed: Callable[[str], None],
    ) -> None:
        self._app = app
        self._snapshots = snapshots
        self._prepared = prepared
        self._taken = taken
        self._failed = failed
        self._given_up = False
        self._thread = Thread(target=self._run, name="arrival", daemon=True)
        self._thread.start()

    @property
    def is_under_way(self) -> bool:
        """Whether more may come."""
        return self._thread.is_alive() and not self._given_up

    def give_up(self) -> None:
        """Take no more of it."""
        self._given_up = True

    def _run(self) -> None:
        try:
            for document in self._snapshots:
                self._prepared(document)
                if not self._tell(partial(self._taken, document)):
                    return
        except DocumentError as error:
            reason = str(error)
            self._tell(lambda: self._failed(reason))

    def _tell(self, what: Callable[[], None]) -> bool:
        """Call something in the application's thread, unless it was given up; whether it was called."""
        if self._given_up:
            return False

        def unless_given_up() -> None:
            if not self._given_up:
                what()

        try:
            self._app.call_from_thread(unless_given_up)
        except (RuntimeError, CancelledError):  # the application has ended
            return False
        return not self._given_up
