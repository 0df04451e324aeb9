"""A pipe that is read as its writer fills it: what has come so far is a document, and more of it a longer one.

Units: bytes read, code points wanted, seconds. A pipe is read no further than :data:`AHEAD` beyond what the reader has
come to, so that a writer that never ends costs no more than what is read, waits while nobody reads on, and is told by
SIGPIPE when the program ends. What has become long is kept on disk. Nothing here wakes up by itself: it waits for the
writer, or for the reader.
"""

import os
import select
from collections.abc import Iterator
from threading import Condition
from time import monotonic
from typing import TYPE_CHECKING

from reader.formats.bounded_reading import LARGE, LARGEST, too_large
from reader.formats.opening import chosen, document_in
from reader.formats.raw import OpenOptions, Raw
from reader.formats.sniffing import format_of, unreadable
from reader.model import Document, DocumentError
from reader.text.patterns import lazy_pattern
from reader.values import replace

if TYPE_CHECKING:
    from reader.formats.large import Arriving

AHEAD = 1 << 21
"""Code points that are read beyond the place the reader has come to."""

_CHUNK = 1 << 16
_REST = 0.05
"""Seconds of waiting for more before what has come is shown."""

_SHARE = 8
"""How many times as long as making a document took the pipe is read before the next is made."""

NAME = "standard input"

_LONGEST_CUT = 8192
"""Bytes at the end that may be cut off."""

_CUT_SEQUENCE = lazy_pattern(rb"\x1b(?:\[[0-9;:]*|\](?:8(?:;[^\x00-\x1f\x7f]*)?\x1b?)?)?\Z")
_CUT_CHARACTER = lazy_pattern(rb"(?:[\xc0-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf7][\x80-\xbf]{0,2})\Z")


class Demand:
    """How far the reader has come, told by whoever shows the document and waited for by whoever reads it."""

    def __init__(self) -> None:
        self._reached = 0
        self._changed = Condition()

    def reached(self, pos: int) -> None:
        """The reader has come to a place, in code points."""
        if pos > self._reached:
            with self._changed:
                self._reached = pos
                self._changed.notify_all()

    def wait_for(self, length: int) -> None:
        """Wait until a text of a length is not far enough ahead."""
        with self._changed:
            self._changed.wait_for(lambda: length - self._reached < AHEAD)


def snapshots_of_pipe(descriptor: int, options: OpenOptions, demand: Demand) -> Iterator[Document]:
    """The document in a pipe as it grows, the whole of it last.

    Args:
        descriptor: Where it is read; it is closed at its end.
        options: How to read it.
        demand: How far the reader has come.

    Raises:
        DocumentError: It cannot be read: at its beginning no text, or in the end too large.
    """
    pipe = _Pipe(descriptor)
    pipe.read(None)
    if why := unreadable(bytes(pipe.data)):
        raise DocumentError(f"{NAME}: {why}")
    try:
        kind = options.format if options.format != "auto" else format_of(bytes(pipe.data), "")
        form = chosen(kind)
        while not pipe.at_end() and not form.grows:
            pipe.read(None)
        wait = _REST
        while not pipe.at_end():
            if len(pipe.data) >= LARGE and (large := _on_disk(pipe, kind, options, demand)):
                yield from large
                return
            pipe.fill(monotonic() + wait, len(pipe.data) + max(len(pipe.data), _CHUNK))
            if pipe.at_end():
                break
            begun = monotonic()
            document = replace(document_in(form, Raw(without_cut_end(bytes(pipe.data)), "", options)), complete=False)
            wait = max(_REST, _SHARE * (monotonic() - begun))
            yield document
            demand.wait_for(len(document))
            pipe.read(None)
        yield document_in(form, Raw(bytes(pipe.data), "", options))
    except DocumentError as error:
        raise DocumentError(str(error) if str(error).startswith(NAME) else f"{NAME}: {error}") from None


def _on_disk(pipe: "_Pipe", kind: str, options: OpenOptions, demand: Demand) -> Iterator[Document] | None:
    """The rest of the snapshots of a long text, which is kept on disk; None where the format needs it in memory."""
    from reader.formats.large import HEAD, Arriving, is_large

    head = Raw(without_cut_end(bytes(pipe.data[:HEAD])), "", options)
    return _arriving(pipe, Arriving(kind, head), demand) if is_large(kind, head) else None


def _arriving(pipe: "_Pipe", text: "Arriving", demand: Demand) -> Iterator[Document]:
    while not pipe.at_end():
        text.add(pipe.taken())
        document = text.document(complete=False)
        yield document
        demand.wait_for(len(document))
        pipe.read(None)
        pipe.fill(monotonic() + _REST, AHEAD)
    text.add(pipe.taken(), last=True)
    yield text.document(complete=True)


class _Pipe:
    """The part of a pipe that has been read."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.data = bytearray()
        self._ended = False

    def at_end(self) -> bool:
        """Whether its writer has closed it."""
        return self._ended

    def read(self, seconds: float | None) -> bool:
        """Wait for more, so long at most, and read it; whether there was some."""
        ready, _, _ = select.select([self._descriptor], [], [], seconds)
        if not ready:
            return False
        try:
            chunk = os.read(self._descriptor, _CHUNK)
        except BlockingIOError:
            return False
        except OSError as error:
            raise DocumentError(f"{NAME}: cannot be read: {(error.strerror or '').lower()}") from None
        self.data += chunk
        if len(self.data) > LARGEST:
            raise DocumentError(too_large(NAME))
        if not chunk:
            self._ended = True
            os.close(self._descriptor)
        return bool(chunk)

    def taken(self) -> bytes:
        """The part that has been read, which is then kept elsewhere."""
        data = bytes(self.data)
        self.data.clear()
        return data

    def fill(self, until: float, size: int) -> None:
        """Read until a time, or as long as there is less than a size."""
        while not self._ended and len(self.data) < size and (left := until - monotonic()) > 0:
            self.read(left)


def without_cut_end(data: bytes) -> bytes:
    """The data without a character, a sequence, a line end or an overstruck line that are not at their end yet."""
    tail = data[-_LONGEST_CUT:]
    line = tail[tail.rfind(b"\n") + 1 :]
    kept = line[: line.find(b"\b") - 1] if b"\b" in line else line
    kept = _CUT_CHARACTER.sub(b"", _CUT_SEQUENCE.sub(b"", kept).removesuffix(b"\r"))
    return data[: len(data) - len(line) + len(kept)]
