"""A file that is followed as it grows: what is added to its end is shown, until one stops.

Units: bytes, seconds. While it is followed its size is asked for a few times a second; nothing else wakes the program,
and nothing does where no file is followed.
"""

import os
from collections.abc import Generator, Iterator
from io import FileIO
from pathlib import Path
from threading import Event
from time import monotonic

from reader.formats.bounded_reading import LARGEST, opened, too_large
from reader.formats.large import HEAD, Arriving, is_large
from reader.formats.piped import without_cut_end
from reader.formats.raw import OpenOptions, Raw
from reader.formats.registry import parser_of
from reader.model import Document, DocumentError, NoticeCode, notice_of
from reader.values import replace

_REST = 0.25
"""Seconds between two looks at the file."""

_MOST = 1 << 20
"""Bytes taken in at a time."""

_SHARE = 8
"""How many times as long as making a document took the file rests."""


def followed_snapshots(path: str, form: str, options: OpenOptions, stopped: Event) -> Iterator[Document]:
    """A text or log as it grows; the whole of it last, once it is followed no more.

    A file that is begun anew, or that another one takes the place of, as logs are rotated, is followed from its start,
    and one that is gone when it is back; a notice of the first snapshot says so.

    Args:
        path: The file.
        form: The format it was read in.
        options: How to read it.
        stopped: Set when it is followed no more.

    Raises:
        DocumentError: It cannot be opened.
    """
    file: FileIO | None = opened(path)
    anew = False
    while file:
        with file:
            raw = Raw(without_cut_end(file.read(HEAD)), str(Path(path).absolute()), options)
            file = yield from _followed(file, form, raw, stopped, anew=anew)
        anew = True


def _followed(
    file: FileIO, form: str, raw: Raw, stopped: Event, *, anew: bool
) -> Generator[Document, None, FileIO | None]:
    """The snapshots of one file; gives the one to go on with, None where there is none to follow any more."""
    text = Arriving(form, raw, file) if is_large(form, raw) else _Anew(form, raw)
    at, shown, rest, gone = 0, -1, _REST, False
    while True:
        size = os.fstat(file.fileno()).st_size
        if size < at:
            os.lseek(file.fileno(), 0, os.SEEK_SET)
            return FileIO(os.dup(file.fileno()))
        if size > at:
            data = os.pread(file.fileno(), _MOST, at)
            at += len(data)
            text.add(data)
            if at < size:
                continue
        other, is_gone = _at_path(raw.path, file)
        if other:
            return other
        if shown != at or gone != is_gone:
            begun, shown, gone = monotonic(), at, is_gone
            code = NoticeCode.FOLLOWED_GONE if gone else NoticeCode.FOLLOWED_ANEW if anew else None
            document = text.document(complete=False)
            rest, anew = max(_REST, _SHARE * (monotonic() - begun)), False
            yield _told(document, code) if code else document
        if stopped.wait(rest):
            break
    text.add(b"", last=True)
    yield text.document(complete=True)
    return None


def _at_path(path: str, file: FileIO) -> tuple[FileIO | None, bool]:
    """Another file that has taken the place of one, and whether there is none."""
    try:
        if os.path.samestat(os.stat(path), os.fstat(file.fileno())):  # noqa: PTH116 - asked for often
            return None, False
        return opened(path, linked=True), False
    except (OSError, DocumentError):
        return None, True


def _told(document: Document, code: NoticeCode) -> Document:
    """A document with a notice before all others."""
    return replace(document, meta=replace(document.meta, notices=(notice_of(code), *document.meta.notices)))


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
