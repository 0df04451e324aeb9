"""Documents that are ZIP archives: their parts, read within bounds and never unpacked to disk.

Units: bytes. A part is found by its name in the archive; no name leads outside it. What an archive says of a part's
size is not believed: reading stops at the bound. Of a damaged archive there is as much as can be salvaged
(:mod:`reader.formats.salvage`).
"""

import posixpath
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Protocol
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from reader.formats.salvage import SalvagedEntry, entries_of, entry_at, unpacked
from reader.formats.trees import unheard
from reader.formats.xml_source import Notify
from reader.model import DocumentError, NoticeCode, notice_of

LARGEST_PART = 64 << 20
LARGEST_WHOLE = 256 << 20
"""Bytes unpacked of a part and of all parts together; what is more is a bomb."""

TAG = 64
"""The cost of a tag beside its bytes, for a tree of tags takes many times the memory and time that text does."""

_CHUNK = 1 << 20
_PIECE = 1 << 16
_BROKEN = (BadZipFile, zlib.error, EOFError, ValueError, OSError)
_DEVIOUS = ("%", "/.", "//")
"""Marks of a path that must be looked at more closely: escapes, and names that lead up or nowhere."""


class _Opened(Protocol):
    """An entry that is being read."""

    def read(self, size: int, /) -> bytes: ...


class Archive:
    """The parts of an archive.

    Args:
        data: The archive's bytes.
        notice: Told in a line when only a part of it can be read.

    Raises:
        DocumentError: There is no entry in it.
    """

    def __init__(self, data: bytes, notice: Notify = unheard) -> None:
        self._data = data
        self.notice = notice
        self._room = LARGEST_WHOLE
        self._zip: ZipFile | None = None
        self._found: dict[str, SalvagedEntry] = {}
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, NotImplementedError, UnicodeDecodeError):
            self._found = {entry.name: entry for entry in reversed(list(entries_of(data))) if entry.name}
            if not self._found:
                raise DocumentError("damaged: the archive is cut short at its beginning; fetch it anew") from None
            notice(notice_of(NoticeCode.ARCHIVE_CUT))
        self._names = {name.casefold(): name for name in reversed(self.names)}

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the archive's order."""
        return self._zip.namelist() if self._zip else list(reversed(self._found))

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of a name, whatever its case."""
        return name.casefold() in self._names

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            DocumentError: It is missing, damaged, encrypted or too large.
        """
        found = self._found_name(name)
        limit = min(LARGEST_PART, self._room)
        data = self._read(found, limit)
        self._room -= _cost_of(data)
        if len(data) > limit:
            raise DocumentError(f"its part {name} unpacks to more than {LARGEST_PART >> 20} MiB")
        return data

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same bytes as they are unpacked; at once where the part is damaged or said to be too large.

        Raises:
            DocumentError: As above, before the first of them or where the part breaks.
        """
        found = self._found_name(name)
        given = cost = 0
        if self._zip and self._zip.getinfo(found).file_size <= min(LARGEST_PART, self._room):
            # What there is of a damaged one, or why there is nothing, is told where it is read whole.
            with suppress(RuntimeError, *_BROKEN), self._zip.open(found) as file:
                while piece := file.read(_PIECE):
                    given += len(piece)
                    cost += _cost_of(piece)
                    yield piece
                self._room -= cost
                return
        if rest := self.part(name)[given:]:
            yield rest

    def _found_name(self, name: str) -> str:
        """The name in the archive of a part whose name is known but for its case."""
        found = self._names.get(name.casefold())
        if found is None:
            raise DocumentError(f"damaged: its part {name} is missing")
        return found

    def beginning(self, name: str, size: int) -> bytes:
        """The first bytes of a part; none where it is missing or cannot be unpacked."""
        found = self._names.get(name.casefold())
        if found is None or self._zip is None:
            return b""
        try:
            with self._zip.open(found) as file:
                return file.read(size)
        except (RuntimeError, *_BROKEN):
            return b""

    def _read(self, name: str, limit: int) -> bytes:
        """As much of a part as there is; when that is more than the limit, somewhat more than it."""
        entry = self._found.get(name)
        if self._zip:
            try:
                with self._zip.open(name) as file:
                    return _bounded(file, limit)
            except RuntimeError as error:  # NotImplementedError is one, too
                if not isinstance(error, NotImplementedError):  # what zipfile raises for encrypted parts
                    raise DocumentError("encrypted: the reader has no key") from None
            except _BROKEN:
                entry = entry_at(self._data, self._zip.getinfo(name).header_offset)
        if entry and entry.encrypted:
            raise DocumentError("encrypted: the reader has no key")
        data, is_whole = unpacked(self._data, entry, limit + 1) if entry else (b"", False)
        if not data:
            raise DocumentError(f"damaged: its part {name} cannot be unpacked")
        if self._zip or not is_whole:
            self.notice(notice_of(NoticeCode.PART_CUT, part=name))
        return data


def _cost_of(data: bytes) -> int:
    """The part that some bytes take of the room for all."""
    return len(data) + TAG * data.count(b"<")


def _bounded(file: _Opened, limit: int) -> bytes:
    chunks: list[bytes] = []
    while limit >= 0 and (chunk := file.read(_CHUNK)):
        chunks.append(chunk)
        limit -= len(chunk)
    return b"".join(chunks)


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
