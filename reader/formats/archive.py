"""Documents that are ZIP archives: their parts, read within bounds and never unpacked to disk.

Units: bytes. A part is found by its name in the archive; no name leads outside it. What an archive says of a part's
size is not believed: reading stops at the bound.
"""

import posixpath
import zlib
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from reader.model import DocumentError

LARGEST_PART = 64 << 20
LARGEST_WHOLE = 256 << 20
"""Bytes unpacked of a part and of all parts together; what is more is a bomb."""

_CHUNK = 1 << 20
_DEVIOUS = ("%", "/.", "//")
"""What must be looked at more closely in a path: escapes, and names that lead up or nowhere."""


class Archive:
    """The parts of an archive.

    Args:
        data: The archive's bytes.

    Raises:
        DocumentError: It has no readable directory.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise DocumentError("damaged: the archive is cut short or has no directory; fetch it anew") from None
        self._names = {name.casefold(): name for name in reversed(self._zip.namelist())}
        self._room = LARGEST_WHOLE

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of a name, whatever its case."""
        return name.casefold() in self._names

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            DocumentError: It is missing, damaged, encrypted or too large.
        """
        found = self._names.get(name.casefold())
        if found is None:
            raise DocumentError(f"damaged: its part {name} is missing")
        chunks = []
        room = min(LARGEST_PART, self._room)
        try:
            with self._zip.open(found) as file:
                while room >= 0 and (chunk := file.read(_CHUNK)):
                    chunks.append(chunk)
                    room -= len(chunk)
                    self._room -= len(chunk)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
            if not chunks:
                raise DocumentError(f"damaged: its part {name} cannot be unpacked") from None
        except RuntimeError:  # what zipfile raises for encrypted parts
            raise DocumentError("encrypted: the reader has no key") from None
        if room < 0:
            raise DocumentError(f"its part {name} unpacks to more than {LARGEST_PART >> 20} MiB")
        return b"".join(chunks)

    def beginning(self, name: str, size: int) -> bytes:
        """The first bytes of a part; none where it is missing or cannot be unpacked."""
        found = self._names.get(name.casefold())
        if found is None:
            return b""
        try:
            with self._zip.open(found) as file:
                return file.read(size)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
            return b""


def resolved(base: str, reference: str) -> str:
    """The name of the part a relative reference in another part leads to; "" where it leads out of the archive."""
    path = reference.partition("#")[0].partition("?")[0]
    if not path:
        return base
    folder = base[: base.rfind("/") + 1]
    if path[0] not in "./" and not any(sign in path for sign in _DEVIOUS):  # as nearly all are, and there are thousands
        return folder + path
    path = unquote(path)
    joined = posixpath.normpath(posixpath.join("/", folder, path))
    return joined.lstrip("/")
