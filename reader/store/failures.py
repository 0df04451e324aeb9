"""How the reasons are recognised for which the state cannot be read or written.

SQLite says which of its own operations failed; what the system refused is asked of the folder itself, by trying.
"""

import errno
import os
import resource
import sqlite3
from pathlib import Path
from typing import Final

from reader.model import StateError
from reader.store.outcomes import Reason

_ENGLISH: Final = {
    Reason.FULL: "the disk is full; make room, then try again",
    Reason.READ_ONLY: "it cannot be changed (read-only or immutable); set READER_STATE to a folder that can",
    Reason.PERMISSION: "no permission to write there; set READER_STATE to a folder of your own",
    Reason.FILE_SIZE: "files may not grow so large here (ulimit -f); raise the limit",
    Reason.LOCKED: "another program keeps it locked; close it, or try again",
    Reason.GONE: "there is no such folder; make it, or set READER_STATE",
    Reason.DAMAGED: "the file is damaged; it is set aside where it can be, else remove it",
    Reason.NEWER: "it was made by a newer reader; update this one, or set READER_STATE",
    Reason.REFUSED: "it cannot hold this",
    Reason.OTHER: "it cannot be written; set READER_STATE to another folder",
}


class UnusableStateError(StateError):
    """The state cannot be read or written; one line of English for the command line.

    Attributes:
        reason: Why.
        path: The state file or folder; "" for a state in memory.
    """

    def __init__(self, reason: Reason, path: Path | None, detail: str = "") -> None:
        self.reason = reason
        self.path = str(path or "")
        told = f" ({detail})" if detail and reason in {Reason.OTHER, Reason.REFUSED} else ""
        super().__init__(f"{path or 'the state in memory'}: {_ENGLISH[reason]}{told}")


_BY_ERRNO: Final = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EROFS: Reason.READ_ONLY,
    errno.EPERM: Reason.READ_ONLY,  # what Linux says of an immutable file (chattr +i), also to the superuser
    errno.EACCES: Reason.PERMISSION,
    errno.EFBIG: Reason.FILE_SIZE,
    errno.ENOENT: Reason.GONE,
    errno.ENOTDIR: Reason.GONE,
}

_BY_CODE: Final = {
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: Reason.REFUSED,
    sqlite3.SQLITE_MISMATCH: Reason.REFUSED,
    sqlite3.SQLITE_TOOBIG: Reason.REFUSED,
}

_SYSTEM: Final = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}
)
"""SQLite's messages when the system refused something, without saying what."""

_PROBE = b"\0" * 4096


def reason_of_os(error: OSError) -> Reason:
    """The reason behind a failed call of the system."""
    return _BY_ERRNO.get(error.errno or 0, Reason.OTHER)


def reason_of_sqlite(error: sqlite3.Error, path: Path | None) -> Reason:
    """The reason behind a failure of SQLite with the file at ``path``; None is a database in memory."""
    if isinstance(error, sqlite3.InterfaceError | sqlite3.DataError | sqlite3.ProgrammingError):
        return Reason.REFUSED
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code: the low byte of the extended one
    if code in _SYSTEM and path is not None:
        return _asked_of_the_system(path, limited=code == sqlite3.SQLITE_IOERR)
    return _BY_CODE.get(code, Reason.OTHER)


def _asked_of_the_system(path: Path, *, limited: bool) -> Reason:
    if limited and resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY:
        return Reason.FILE_SIZE
    probe = path.with_name(f"{path.name}.probe-{os.getpid()}")
    try:
        os.close(os.open(path, os.O_RDWR))
        try:
            with probe.open("wb") as stream:
                stream.write(_PROBE)
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        return reason_of_os(error)
    return Reason.OTHER
