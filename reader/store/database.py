"""The state file: one SQLite database that several readers may use at once.

A write is a transaction of its own and on the disk, or at least in the system's care, when it returns, so that a killed
program loses nothing. A write that is not *durable* may be lost when the power fails, never half of it.

Threads: safe; one thread at a time.
"""

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from reader.model import StateError
from reader.store.paths import FILE_NAME, is_remote
from reader.store.schema import STEPS

BUSY = 5.0
"""Seconds to wait for another reader's write."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}

Row = tuple[Any, ...]


class Database:
    """An open state file, or one in memory.

    Attributes:
        notice: What the user should know of the opening, one line; "" when all is well.
    """

    def __init__(self, folder: Path | None) -> None:
        """Open the file in a folder, or with None one in memory that is gone with the program.

        Raises:
            StateError: The folder cannot be made or read, or a newer reader made the file.
        """
        self.notice = ""
        self._lock = RLock()
        self._path = folder / FILE_NAME if folder else None
        self._connection = self._opened()

    def read(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """The rows of a query.

        Raises:
            StateError: The file cannot be read.
        """
        with self._lock, self._explaining():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept or, when the block raises, nothing.

        Args:
            durable: Wait for the disk, so that not even a power failure undoes it.

        Raises:
            StateError: It cannot be written; nothing of it was.
        """
        with self._lock, self._explaining():
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file; closing twice is closing once."""
        with self._lock, suppress(sqlite3.Error):
            self._connection.close()

    # Opening

    def _opened(self) -> sqlite3.Connection:
        if self._path is None:
            return _ready(_connected(":memory:"), journal="MEMORY")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
        except OSError as error:
            return self._opened_for_reading(error.strerror or str(error))
        try:
            return self._opened_for_writing()
        except sqlite3.Error as error:
            if _code(error) in _DAMAGED:
                self.notice = self._set_aside()
                return self._opened_for_writing()
            if _code(error) in _UNWRITABLE:
                return self._opened_for_reading(str(error))
            raise StateError(_explained(self._path, error)) from error

    def _opened_for_writing(self) -> sqlite3.Connection:
        journal = "DELETE" if is_remote(self._file.parent) else "WAL"
        return _ready(_connected(str(self._file)), journal)

    def _opened_for_reading(self, reason: str) -> sqlite3.Connection:
        """The file as it is, where nothing can be written beside it either.

        Raises:
            StateError: There is none, or none that can be read.
        """
        failure = f"cannot write in {self._file.parent} ({reason}): bookmarks and places will be lost; set READER_STATE"
        try:
            connection = _connected(f"{self._file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            ((version,),) = connection.execute("PRAGMA user_version").fetchall()
        except sqlite3.Error as error:
            raise StateError(failure) from error
        if version != len(STEPS):
            connection.close()
            raise StateError(failure)
        self.notice = failure
        return connection

    # Failures

    @property
    def _file(self) -> Path:
        if self._path is None:
            raise StateError("the state in memory has no file")
        return self._path

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """SQLite's errors as ours; a damaged file is replaced, so that the next call has a good one."""
        try:
            yield
        except sqlite3.Error as error:
            if self._path and _code(error) in _DAMAGED:
                self._connection.close()
                notice = self._set_aside()
                self._connection = self._opened()
                raise StateError(notice) from error
            raise StateError(_explained(self._path, error)) from error

    def _set_aside(self) -> str:
        """Rename a damaged file, unless another reader has done so already; says what happened."""
        path = self._file
        with _alone(path.with_name(path.name + ".lock")):
            if _is_sound(path):
                return f"{path} was damaged and has been replaced by another reader"
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            aside = path.with_name(f"{path.name}.damaged-{stamp}")
            try:
                path.rename(aside)
                for suffix in ("-wal", "-shm"):
                    with suppress(FileNotFoundError):
                        path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
            except OSError as error:
                raise StateError(f"{path} is damaged and cannot be renamed ({error.strerror}): remove it") from error
            return f"{path} was damaged: it is kept as {aside.name}, and a new one begun"


def _connected(where: str, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(where, timeout=BUSY, isolation_level=None, check_same_thread=False, uri=uri)


def _ready(connection: sqlite3.Connection, journal: str) -> sqlite3.Connection:
    """The connection with its journal set and its tables brought up to date.

    Raises:
        StateError: A newer reader made the file.
    """
    try:
        _set_journal(connection, journal)
        version = _version(connection)
        if version < len(STEPS):
            _migrate(connection)
    except BaseException:
        connection.close()
        raise
    if version > len(STEPS):
        connection.close()
        raise StateError("the state file was made by a newer reader: update this one, or set READER_STATE")
    return connection


def _set_journal(connection: sqlite3.Connection, journal: str) -> None:
    """Changing the journal asks for the file alone and does not wait for it, so that we do."""
    deadline = time.monotonic() + BUSY
    while True:
        try:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        except sqlite3.OperationalError as error:
            if _code(error) not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[_version(connection) :]:  # another reader may have been faster
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_sound(path: Path) -> bool:
    if not path.exists():
        return True
    connection = _connected(str(path))
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
    finally:
        connection.close()


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock between processes."""
    import fcntl  # noqa: PLC0415 - for repairs only

    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _code(error: sqlite3.Error) -> int:
    """The primary result code: the low byte of the extended one."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _explained(path: Path | None, error: sqlite3.Error) -> str:
    """One line: what, and what to do."""
    where = path or "the state in memory"
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return f"{where}: the disk is full; make room, then try again"
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return f"{where}: another program keeps it busy; try again"
    if code in _UNWRITABLE:
        return f"{where} cannot be written ({error}): set READER_STATE to a folder that can"
    return f"{where}: {error}"
