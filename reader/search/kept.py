"""Where folded text is kept: in memory, or on disk where there is much of it.

Text on disk is in a file of our own, by the folding's own bytes, one a character; where a character has none, in UTF-8.
How often a query stands there is counted in its bytes, since no character's bytes stand inside another's.

Threads: any may add and look; what was added stays.
"""

import os
import weakref
from functools import lru_cache
from threading import Lock
from typing import IO, Protocol

from reader.model import DocumentError
from reader.model.spool import keep, spooled
from reader.named_tuples import NamedTuple
from reader.text.folding import Folding

MUCH = 1 << 22
"""Code points of a document whose folded text is kept on disk."""

_DECODED = 16
"""Texts that stay decoded."""


class Kept(Protocol):
    """A folded text that was kept."""

    @property
    def text(self) -> str:
        """The text."""
        ...

    def count(self, query: str) -> int:
        """How often a query stands in it, occurrences that overlap not counted."""
        ...


class KeptInMemory(NamedTuple):
    """A text in memory."""

    text: str

    def count(self, query: str) -> int:
        """How often a query stands in it."""
        return self.text.count(query)


class KeptOnDisk:
    """A text on disk; ``is_coded`` says that it is written by the folding's bytes."""

    def __init__(self, shelf: "Shelf", start: int, size: int, *, is_coded: bool) -> None:
        self._shelf = shelf
        self._place = start, size
        self._is_coded = is_coded

    @property
    def text(self) -> str:
        """The text."""
        return self._shelf.text(*self._place, is_coded=self._is_coded)

    def count(self, query: str) -> int:
        """How often a query stands in it."""
        data = self._shelf.folding.coded(query) if self._is_coded else _bytes(query)
        return self._shelf.data(*self._place).count(data) if data is not None else 0


class Shelf:
    """Keeps texts.

    Args:
        length: Code points of the document they are of.
        folding: How they were folded.

    Attributes:
        folding: How the texts were folded.
        is_full: Whether there is much and no room for it on disk: who keeps all of it takes as much memory.
    """

    is_full = False

    def __init__(self, length: int, folding: Folding) -> None:
        self.folding = folding
        self._file: IO[bytes] | None = None
        self._much = length > MUCH
        self._end = 0
        self._lock = Lock()
        self.text = lru_cache(_DECODED)(self._text)

    def put(self, text: str) -> Kept:
        """Keep a text: in memory after all, where the disk has no room."""
        if not self._much:
            return KeptInMemory(text)
        coded = self.folding.coded(text)
        place = self._placed(_bytes(text) if coded is None else coded)
        return KeptOnDisk(self, *place, is_coded=coded is not None) if place else KeptInMemory(text)

    def put_data(self, data: bytes) -> "bytes | tuple[int, int]":
        """Keep bytes: themselves, or where they are for :meth:`data`."""
        return (self._placed(data) if self._much else None) or data

    def _placed(self, data: bytes) -> tuple[int, int] | None:
        """Where bytes are on disk, and how many; None where it has no room."""
        with self._lock:
            try:
                if self._file is None:
                    self._file = spooled()
                    weakref.finalize(self, self._file.close)
                keep(self._file, data)
            except DocumentError:
                self._much, self.is_full = False, True
                return None
            start, self._end = self._end, self._end + len(data)
        return start, len(data)

    def data(self, start: int, size: int) -> bytes:
        """The bytes kept at a place."""
        return os.pread(self._file.fileno(), size, start) if self._file else b""

    def _text(self, start: int, size: int, *, is_coded: bool) -> str:
        data = self.data(start, size)
        return self.folding.decoded(data) if is_coded else data.decode("utf-8", "surrogatepass")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
