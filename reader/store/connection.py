"""Connections to the state file: made, brought up to date, and replaced when the file is damaged.

Every function raises ``sqlite3.Error`` and ``OSError`` as they come; :mod:`reader.store.database` says what they mean.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.store.failures import UnusableStateError
from reader.store.outcomes import Reason
from reader.store.paths import is_remote
from reader.store.schema import STEPS

BUSY = 0.5
"""Seconds to wait for another reader's write before it is told that one waits."""

_BUSY_CODES = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def in_memory() -> sqlite3.Connection:
    """A state that ends with the connection."""
    connection = _connected(":memory:")
    _migrate(connection)
    return connection


def for_writing(path: Path) -> sqlite3.Connection:
    """The state file, made where it is not there, with its tables up to date.

    Raises:
        UnusableStateError: A newer reader made the file.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    connection = _connected(str(path))
    try:
        _set_journal(connection, "DELETE" if is_remote(path.parent) else "WAL")
        if version_of(connection) < len(STEPS):
            _migrate(connection)
        _check_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def for_reading(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """The state file as it is; an immutable one can be read where nothing may be written beside it.

    Raises:
        UnusableStateError: Its tables are not those of this reader.
    """
    mode = "mode=ro&immutable=1" if immutable else "mode=rw"
    connection = _connected(f"{path.absolute().as_uri()}?{mode}", uri=True)
    try:
        _check_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def is_writable(path: Path) -> bool:
    """Whether the state file, and what SQLite keeps beside it while it is open, may be written.

    Asked before a write that SQLite would make through mapped memory: where a file has become immutable since it was
    mapped (``chattr +i``), that kills the process (SIGBUS). The files are not opened to find out: closing one would let
    go of this process's locks on it.
    """
    beside = (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))
    return all(os.access(each, os.W_OK) for each in (path, *beside) if each.exists())


def version_of(connection: sqlite3.Connection) -> int:
    """The steps a file has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def set_aside(path: Path) -> str:
    """Rename a damaged file, unless another reader has done so already: the new name; "" when it is sound again."""
    with _alone(path.with_name(path.name + ".lock")):
        if _is_sound(path):
            return ""
        from datetime import UTC, datetime  # noqa: PLC0415 - few files are ever damaged

        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        aside = path.with_name(f"{path.name}.damaged-{stamp}")
        path.rename(aside)
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
        return aside.name


def _connected(where: str, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(where, timeout=BUSY, isolation_level=None, check_same_thread=False, uri=uri)


def _set_journal(connection: sqlite3.Connection, journal: str) -> None:
    """Changing the journal asks for the file alone and does not wait for it, so that we do."""
    deadline = time.monotonic() + BUSY
    while True:
        try:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY_CODES or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    version = version_of(connection)
    if version != len(STEPS):
        raise UnusableStateError(Reason.NEWER if version > len(STEPS) else Reason.OTHER, path)


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version_of(connection) :]:  # another reader may have been faster
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite undoes it by itself when the disk is full
            connection.execute("ROLLBACK")
        raise


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
