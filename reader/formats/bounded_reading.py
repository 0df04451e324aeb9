"""Reading the bytes of a document: a file, a pipe or standard input, within bounds.

Units: bytes. Every failure is a :class:`~reader.model.DocumentError` of one line.
"""

import os
import select
import stat
import sys
from io import FileIO
from typing import Protocol

from reader.formats.sniffing import unreadable
from reader.model import DocumentError

LARGE = 8 << 20
"""Bytes from which a text stays on disk."""

LARGEST = 1 << 30
"""Bytes at most of a document that has to be in memory: what is larger does not belong in a reader."""

_CHUNK = 1 << 20


class _Stream(Protocol):
    """The source of reading: raw and buffered streams alike."""

    def read(self, size: int, /) -> bytes | None: ...


def bytes_of(name: str, *, linked: bool = False) -> bytes:
    """All bytes of a file; "-" is standard input.

    Args:
        name: Its path.
        linked: Whether a document leads to it, or a list, so that it must be a file: a terminal, a pipe or a device
            waits, never ends, or takes the keys that are typed.

    Raises:
        DocumentError: It is missing, forbidden, a folder, too large or no document.
    """
    return _standard_input() if name == "-" and not linked else _file(name, linked=linked)


def _file(name: str, *, linked: bool) -> bytes:
    with opened(name, linked=linked) as file:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST:
            raise DocumentError(too_large(name))
        if size > _CHUNK and (why := unreadable(_beginning(name, file))):
            raise DocumentError(f"{name}: {why}")
        # At once, so that nothing is put together: that takes as long as reading it.
        return _bounded(name, file, max(_CHUNK, size + 1))


def _beginning(name: str, file: FileIO) -> bytes:
    try:
        return os.pread(file.fileno(), _CHUNK, 0)
    except OSError as error:
        raise DocumentError(f"{name}: cannot be read: {_reason(error)}") from None


def size_of(name: str) -> int:
    """Bytes of a file; 0 where there is none."""
    try:
        status = os.stat(name)  # noqa: PTH116 - False for names that cannot be
    except (OSError, ValueError):
        return 0
    return status.st_size if name != "-" and stat.S_ISREG(status.st_mode) else 0


def opened(name: str, *, linked: bool = False) -> FileIO:
    """A file that is open.

    Raises:
        DocumentError: It is missing, forbidden or a folder.
    """
    path = name or os.curdir
    try:
        # Looked at before it is opened, for opening some devices does something, and again where it is open.
        if linked and not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - pathlib costs its time
            raise DocumentError(f"{path}: is no file; links lead to files and folders alone")
        # Opening a pipe must not wait where a signal cannot end it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such file; check the path") from None
    except PermissionError:
        raise DocumentError(f"{path}: permission denied; ask its owner for read access") from None
    except (OSError, ValueError) as error:
        raise DocumentError(f"{path}: cannot be opened: {_reason(error)}") from None
    mode = os.fstat(descriptor).st_mode
    if linked and not stat.S_ISREG(mode):
        os.close(descriptor)
        raise DocumentError(f"{path}: is no file; links lead to files and folders alone")
    if stat.S_ISDIR(mode):
        os.close(descriptor)
        raise DocumentError(f"{path}: is a folder; name a file in it")
    if stat.S_ISFIFO(mode):  # without a writer yet it would read as empty: wait for one, as other programs do
        waiting = select.poll()
        waiting.register(descriptor, select.POLLIN)
        waiting.poll()
    os.set_blocking(descriptor, True)
    return FileIO(descriptor)


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise DocumentError("standard input is closed; name a file")
    return _bounded("standard input", sys.stdin.buffer)


def _bounded(name: str, file: _Stream, piece: int = _CHUNK) -> bytes:
    """All bytes of a stream, as long as they are no more than a document may have."""
    chunks: list[bytes] = []
    size = 0
    while True:
        try:
            chunk = file.read(piece)
        except OSError as error:
            raise DocumentError(f"{name}: cannot be read: {_reason(error)}") from None
        if not chunk:
            return b"".join(chunks)
        size += len(chunk)
        if size > LARGEST:
            raise DocumentError(too_large(name))
        if not chunks and (why := unreadable(chunk)):
            raise DocumentError(f"{name}: {why}")
        chunks.append(chunk)


def too_large(name: str) -> str:
    """The message for a document that is too large."""
    return f"{name}: larger than {LARGEST >> 20} MiB; cut out the part to read"


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
