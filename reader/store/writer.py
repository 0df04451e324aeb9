"""The writer: one thread that writes what it is given, in order, and keeps what cannot be written until it can.

Whoever asks for a write goes on at once. What became of it comes as an :class:`Outcome`: kept when the transaction is
committed, waiting with the reason when it could not be, lost when the state can never hold it. What waits is tried
again with the next write, when :meth:`Writer.retry` is called (on a key), and by itself after a while that grows; when
nothing waits, the thread sleeps.

Order: writes are kept in the order they were asked for; one that a later one makes needless (a place, a setting) is
replaced where it stands.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from threading import Condition, Thread

from reader.store.database import Database
from reader.store.failures import UnusableStateError
from reader.store.outcomes import Fate, Outcome, Reason
from reader.store.writes import Write, apply, is_durable, prepared, slot_of
from reader.values import dataclass

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
"""Seconds until what waits is tried again by itself: twice as long each time, up to the longest."""

LEAVING = 0.1
"""Seconds that the end of the program waits for a lock that another program holds."""

PREPARED = 50
"""Writes in one transaction at most for which more is found out (50 ms each): nobody marks more by hand meanwhile."""

TOGETHER = 500
"""Requests written in one transaction at most."""


@dataclass(slots=True)
class _Request:
    """Writes that are kept together or not at all."""

    ticket: int
    writes: tuple[Write, ...]
    slot: str
    told: Reason | None = None


class Writer:
    """See the module.

    Args:
        database: What is written to; this is the only one who does.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changed = Condition()
        self._queue: list[_Request] = []
        self._flying = 0
        self._asked = False
        self._closing = False
        self._tries = 0
        self._failures = 0
        self._reason: Reason | None = None
        self._due = 0.0
        self._ticket = 0
        self._thread: Thread | None = None
        self.told: Callable[[Outcome], None] = _nobody
        """Called in the writer's thread with every outcome."""

    @property
    def waiting(self) -> tuple[Write, ...]:
        """The writes not kept yet, in order."""
        with self._changed:
            return tuple(write for request in self._queue for write in request.writes)

    def submit(self, *writes: Write) -> int:
        """Ask for writes that are kept together; the number by which the outcome names them."""
        with self._changed:
            self._ticket += 1
            slot = slot_of(writes[0]) if len(writes) == 1 else ""
            standing = [request for request in self._queue[self._flying :] if slot and request.slot == slot]
            if standing:
                standing[0].writes = writes
                standing[0].ticket = self._ticket
            else:
                self._queue.append(_Request(self._ticket, writes, slot))
            self._asked = True
            self._begin()
            self._changed.notify_all()
            return self._ticket

    def retry(self) -> None:
        """Try what waits now; nothing where nothing waits."""
        with self._changed:
            if self._queue and not self._flying:
                self._asked = True
                self._changed.notify_all()

    def now(self, writes: Sequence[Write], patience: float) -> None:
        """Write and wait for it, before what was asked for; for commands, which ask for nothing else.

        Args:
            writes: They are kept together or not at all.
            patience: Seconds to wait while another program keeps the state locked.

        Raises:
            UnusableStateError: Nothing of them could be written, and none will be.
        """
        deadline = time.monotonic() + patience
        while True:
            try:
                return self._write(writes)
            except UnusableStateError as failure:
                if failure.reason is not Reason.LOCKED or time.monotonic() > deadline:
                    raise

    def settle(self, patience: float, locked: float | None = None) -> bool:
        """Wait until everything is kept, for one try more where something waits; whether everything is.

        Args:
            patience: Seconds to wait at most.
            locked: The same where another program was seen to keep the state locked, tried all the time; by default
                as long.
        """
        begun = time.monotonic()
        locked = patience if locked is None else locked
        with self._changed:
            # A try that is under way may have begun before what was asked for last.
            enough = self._tries + 1 + bool(self._flying)
            self._asked = True
            self._begin()
            self._changed.notify_all()
            while self._queue and (self._tries < enough or self._reason is Reason.LOCKED):
                left = begun + (locked if self._reason is Reason.LOCKED else patience) - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    break
            return not self._queue

    def withdraw(self) -> tuple[Write, ...]:
        """Take back what waits: it will not be written any more."""
        with self._changed:
            taken = tuple(write for request in self._queue[self._flying :] for write in request.writes)
            del self._queue[self._flying :]
            return taken

    def close(self, patience: float) -> tuple[Write, ...]:
        """Write what can be written in the time there is, and end; what could not be written."""
        self._database.patience = LEAVING
        self.settle(patience, LEAVING)
        with self._changed:
            lost = tuple(write for request in self._queue for write in request.writes)
            self._closing = True
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(timeout=LEAVING if lost else patience)
        return lost

    # The thread

    def _begin(self) -> None:
        """The thread is started with the first write; most commands make none."""
        if self._thread is None and self._queue and not self._closing:
            self._thread = Thread(target=self._run, name="state", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._closing and not self._is_due():
                    self._changed.wait(max(0.0, self._due - time.monotonic()) if self._queue else None)
                if self._closing:
                    return
                self._asked = False
                batch = self._queue[:TOGETHER]
                self._flying = len(batch)
            outcomes = self._tried(batch)
            with self._changed:
                self._flying = 0
                self._tries += 1
                done = {outcome.ticket for outcome in outcomes if outcome.fate is not Fate.WAITING}
                self._queue = [request for request in self._queue if request.ticket not in done]
                self._drop_needless()
                self._reason = next((outcome.reason for outcome in outcomes if outcome.fate is Fate.WAITING), None)
                self._wait_longer()
                news = [outcome for outcome in outcomes if self._is_news(outcome)]
                self._changed.notify_all()
            for outcome in news:
                self.told(outcome)

    def _is_due(self) -> bool:
        return bool(self._queue) and (self._asked or time.monotonic() >= self._due)

    def _tried(self, batch: Sequence[_Request]) -> list[Outcome]:
        """Write a batch in one transaction; what can never be written is told apart by trying each alone."""
        reason = self._written([write for request in batch for write in request.writes])
        if reason is None:
            return [Outcome(request.ticket, Fate.KEPT) for request in batch]
        if reason is not Reason.REFUSED:
            return [Outcome(request.ticket, Fate.WAITING, reason) for request in batch]
        if len(batch) == 1:
            return [Outcome(batch[0].ticket, Fate.LOST, reason)]
        outcomes: list[Outcome] = []
        for request in batch:
            if outcomes and outcomes[-1].fate is Fate.WAITING:  # in order: what comes after it waits too
                outcomes.append(Outcome(request.ticket, Fate.WAITING, outcomes[-1].reason))
            else:
                outcomes += self._tried([request])
        return outcomes

    def _written(self, writes: Sequence[Write]) -> Reason | None:
        """Why nothing of them could be written; None when all was."""
        try:
            self._write(writes)
        except UnusableStateError as failure:
            return failure.reason
        except (OverflowError, UnicodeError, ValueError, TypeError):  # a value SQLite does not take
            return Reason.REFUSED
        return None

    def _write(self, writes: Sequence[Write]) -> None:
        ready = list(map(prepared, writes)) if len(writes) <= PREPARED else writes

        def step(connection: sqlite3.Connection) -> None:
            for write in ready:
                apply(connection, write)

        self._database.write(step, durable=any(map(is_durable, writes)))

    def _drop_needless(self) -> None:
        """Of the places of one document that wait, only the newest is tried again, where the oldest stood."""
        self._queue = list({request.slot or (request.ticket,): request for request in self._queue}.values())

    def _wait_longer(self) -> None:
        self._failures = self._failures + 1 if self._reason else 0
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(self._failures - 1, 16)) if self._reason else 0.0
        self._due = time.monotonic() + pause

    def _is_news(self, outcome: Outcome) -> bool:
        """Whether something is to be told: not that what waits still waits for the same reason."""
        if outcome.fate is not Fate.WAITING:
            return True
        request = next((request for request in self._queue if request.ticket == outcome.ticket), None)
        if request is None or request.told is outcome.reason:
            return False
        request.told = outcome.reason
        return True


def _nobody(outcome: Outcome) -> None:
    del outcome
