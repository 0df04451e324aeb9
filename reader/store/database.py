"""The state file: one SQLite database that several readers may use at once.

Two connections: one reads and never waits for what the other, the writer's, is doing. A transaction is on the disk, or
at least in the system's care, when it returns, so that a killed program loses nothing. One that is not *durable* may be
lost when the power fails, never half of it.

A file that cannot be opened, or can only be read, is no error until it is used; every use tries again.

Threads: reading is safe from any thread, one at a time; writing is one thread's.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Any, Protocol

from reader.named_tuples import NamedTuple
from reader.store import connection as connections
from reader.store.failures import UnusableStateError, reason_of_os, reason_of_sqlite
from reader.store.outcomes import Reason
from reader.store.paths import FILE_NAME

Row = tuple[Any, ...]

WRITING = 0.25
"""Seconds that a write waits for another program's lock, unless told otherwise: what waits longer is tried again."""


class StateNotice(NamedTuple):
    """A notice about the state; its words are the text ``state.CODE``.

    Attributes:
        code: A :class:`Reason`, or "set_aside" where a damaged file was replaced and ``path`` is its new name.
        path: The file it is about.
    """

    code: str
    path: str


class Tables(Protocol):
    """A source of rows."""

    def read(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """The rows of a query."""
        ...


class Database:
    """A state file, or one in memory.

    Attributes:
        notice: What the user should know of the opening; None when all is well.
        patience: Seconds that a write waits for the lock of another program.
    """

    def __init__(self, folder: Path | None, unusable: UnusableStateError | None = None) -> None:
        """Open the file in a folder, or with None one in memory that is gone with the program.

        Args:
            folder: Where the file is.
            unusable: Why there is no folder at all; every use of the database then fails so.
        """
        self.notice: StateNotice | None = None
        self.patience = WRITING
        self._path = folder / FILE_NAME if folder else None
        self._unusable = unusable
        self._reading_lock, self._writing_lock = RLock(), RLock()
        self._reading: sqlite3.Connection | None = None
        self._writing: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._fallen_back = False
        self._closed = False
        try:
            self._open_for_writing()
        except UnusableStateError as failure:
            self.notice = StateNotice(failure.reason, failure.path)
            self._fallen_back = True
            if failure.reason is not Reason.LOCKED:  # what is being written is read when it is there
                self._read_as_it_is()

    @property
    def path(self) -> str:
        """The file; "" in memory."""
        return str(self._path or (self._unusable.path if self._unusable else ""))

    def read(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """The rows of a query.

        Raises:
            UnusableStateError: The file cannot be read.
        """
        with self._explaining(), self._reading_lock:
            if not self._fallen_back:
                self._check_writable()  # a reader, too, leaves its place in mapped memory
            if self._reading is None:
                self._reading = self._opened_for_reading()
            return self._reading.execute(sql, values).fetchall()

    def write(self, step: Callable[[sqlite3.Connection], None], *, durable: bool = False) -> None:
        """One transaction: all of it is kept or, when the step raises, nothing.

        Args:
            step: Called with the connection inside the transaction.
            durable: Wait for the disk, so that not even a power failure undoes it.

        Raises:
            UnusableStateError: It cannot be written; nothing of it was.
        """
        with self._explaining(), self._writing_lock:
            connection = self._still_there()
            self._check_writable()
            connection.execute(f"PRAGMA busy_timeout = {int(1000 * self.patience)}")
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                step(connection)
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite undoes it by itself when the disk is full
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file; closing twice is closing once."""
        self._closed = True
        self._let_go()

    # Opening

    def _open_for_writing(self) -> sqlite3.Connection:
        """The writer's connection, and with it a reading one that sees what it writes.

        Raises:
            UnusableStateError: It cannot be written.
        """
        if self._closed or self._unusable:
            raise self._unusable or UnusableStateError(Reason.OTHER, self._path, "closed")
        if self._path is None:
            self._writing = self._reading = connections.in_memory()
            self._reading_lock = self._writing_lock  # one connection, one thread at a time
            return self._writing
        with self._explaining():
            try:
                opened = connections.for_writing(self._path)
            except sqlite3.DatabaseError as error:
                if reason_of_sqlite(error, self._path) is not Reason.DAMAGED:
                    raise
                self._begin_anew()
                opened = connections.for_writing(self._path)
            status = self._path.stat()
        self._writing, self._identity = opened, (status.st_dev, status.st_ino)
        if self._fallen_back:
            self._fallen_back = False
            self._drop_reading()
        return opened

    def _opened_for_reading(self) -> sqlite3.Connection:
        if self._closed or self._unusable or self._path is None:
            raise self._unusable or UnusableStateError(Reason.OTHER, self._path, "closed")
        return connections.for_reading(self._path)

    def _read_as_it_is(self) -> None:
        """Where nothing can be written beside the file either, it can still be read."""
        if self._path is not None:
            with suppress(sqlite3.Error, UnusableStateError, OSError):
                self._reading = connections.for_reading(self._path, immutable=True)

    def _still_there(self) -> sqlite3.Connection:
        """The writer's connection to the file that has the name now; one that was renamed or removed keeps nothing."""
        if self._writing is not None and self._path is not None:
            try:
                status = self._path.stat()
                same = (status.st_dev, status.st_ino) == self._identity
            except OSError:
                same = False
            if not same:
                self._let_go()
        return self._writing or self._open_for_writing()

    def _check_writable(self) -> None:
        if self._path is not None and not connections.is_writable(self._path):
            raise UnusableStateError(Reason.READ_ONLY, self._path)

    def _let_go(self) -> None:
        with self._writing_lock:
            writing, self._writing = self._writing, None
            self._close(writing)
        self._drop_reading()

    def _drop_reading(self) -> None:
        with self._reading_lock:
            reading, self._reading = self._reading, None
            self._close(reading)

    def _close(self, connection: sqlite3.Connection | None) -> None:
        """Close a connection; one to a file that may not be written is left open until the program ends."""
        if connection is None:
            return
        if self._path is not None and not self._fallen_back and not connections.is_writable(self._path):
            _leave_open(connection)
            return
        with suppress(sqlite3.Error):
            connection.close()

    # Failures

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """Errors of SQLite and the system as ours; a damaged file is replaced, so that the next use has a good one."""
        try:
            yield
        except sqlite3.Error as error:
            reason = reason_of_sqlite(error, self._path)
            if reason is Reason.DAMAGED and self._path is not None:
                with suppress(sqlite3.Error, OSError):
                    self._begin_anew()
            raise UnusableStateError(reason, self._path, str(error)) from error
        except OSError as error:
            raise UnusableStateError(reason_of_os(error), self._path, error.strerror or str(error)) from error

    def _begin_anew(self) -> None:
        """A new file in the place of the damaged one; the writing lock is taken first, as everywhere."""
        assert self._path is not None  # noqa: S101 - a state in memory is never damaged
        with self._writing_lock:
            self._let_go()
            if aside := connections.set_aside(self._path):
                self.notice = StateNotice("set_aside", aside)
            connections.for_writing(self._path).close()


def _leave_open(connection: sqlite3.Connection) -> None:
    """Hold a connection until the process is gone: a daemon's frame is the one place Python does not clear before.

    Closing it would write through mapped memory; see :func:`reader.store.connection.is_writable`.
    """

    def hold(_: sqlite3.Connection) -> None:
        Event().wait()

    Thread(target=hold, args=(connection,), daemon=True).start()
