"""A file that is followed as it grows: what is added to its end is shown, until one stops.

Units: bytes, seconds. While it is followed its size is asked for a few times a second; nothing else wakes the program,
and nothing does where no file is followed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic

from reader.formats.bounded_reading import LARGEST, opened, too_large
from reader.formats.large import HEAD, Arriving, is_large
from reader.formats.piped import without_cut_end
from reader.formats.raw import OpenOptions, Raw
from reader.formats.registry import parser_of
from reader.model import Document, DocumentError
from reader.values import replace

_REST = 0.25
"""Seconds between two looks at the file."""

_MOST = 1 << 20
"""Bytes taken in at a time."""

_SHARE = 8
"""How many times as long as making a document took the file rests."""


def followed_snapshots(path: str, form: str, options: OpenOptions, stopped: Event) -> Iterator[Document]:
    """A text or log as it grows; the whole of it last, once it is followed no more.

    Args:
        path: The file.
        form: The format it was read in.
        options: How to read it.
        stopped: Set when it is followed no more.

    Raises:
        DocumentError: It is gone, or was cut short.
    """
    with opened(path) as file:
        raw = Raw(without_cut_end(file.read(HEAD)), str(Path(path).absolute()), options)
        text = Arriving(form, raw, file) if is_large(form, raw) else _Anew(form, raw)
        at, shown, rest = 0, -1, _REST
        while True:
            size = os.fstat(file.fileno()).st_size
            if size < at:
                raise DocumentError(f"{path}: was cut short while it was followed; R reads it again")
            if size > at:
                data = os.pread(file.fileno(), _MOST, at)
                at += len(data)
                text.add(data)
                if at < size:
                    continue
            if shown != at:
                begun, shown = monotonic(), at
                document = text.document(complete=False)
                rest = max(_REST, _SHARE * (monotonic() - begun))
                yield document
            if not os.path.lexists(path):
                raise DocumentError(f"{path}: is gone; what had come of it stays")
            if stopped.wait(rest):
                break
        text.add(b"", last=True)
        yield text.document(complete=True)


class _Anew:
    """A text that is made anew of all its bytes, as its format needs it."""

    def __init__(self, form: str, raw: Raw) -> None:
        self._form = form
        self._raw = raw
        self._data = bytearray()

    def add(self, data: bytes, *, last: bool = False) -> None:
        """Add what came."""
        del last
        self._data += data
        if len(self._data) > LARGEST:
            raise DocumentError(too_large(self._raw.path))

    def document(self, *, complete: bool) -> Document:
        """The document of what has been added."""
        return replace(parser_of(self._form)(replace(self._raw, data=bytes(self._data))), complete=complete)
