"""A text that stays on disk: an index of its pages in memory, a page decoded when something looks at it.

Units: bytes of a file that is UTF-8, code points of the text. The file is read at places (``pread``) and never mapped:
a mapped file that is cut short kills the program. Where a file was changed since it was read, what no longer fits is
shown as U+FFFD, so that every position stays one.

Threads: one adds to the pages, any may read what a snapshot has; what was added never changes.
"""

import os
import weakref
from array import array
from bisect import bisect_right
from collections import OrderedDict
from functools import cached_property
from threading import Lock
from typing import IO

from reader.model import TextSource
from reader.model.digests import blake2b
from reader.model.source import begins_with

PAGE = 1 << 16
"""Bytes of a page, about."""

PAGES_KEPT = 24
"""Pages that stay decoded."""

_REPLACEMENT = "\ufffd"


class Pages:
    """The pages of a file, as far as they were read.

    Args:
        file: The file, of UTF-8; closed with this.
        start: Where the text begins in it, behind a byte-order mark.

    Attributes:
        length: Code points added.
        end: Where in the file the text ends that was added.
        line_ends: How many line ends there are in it.
        replaced: How many undecodable sequences.
    """

    def __init__(self, file: IO[bytes], start: int = 0) -> None:
        self._file = file
        weakref.finalize(self, file.close)
        self._offsets = array("Q", [start])
        self._starts = array("Q", [0])
        self._carry = b""
        self._digest = blake2b(digest_size=16)
        self._kept: OrderedDict[tuple[int, int], str] = OrderedDict()
        self._lock = Lock()
        self.end = start
        self.length = self.line_ends = self.replaced = 0

    def add(self, data: bytes, *, last: bool = False) -> str:
        """The text of the next bytes of the file; a character or line end that is cut off at their end waits.

        Args:
            data: The bytes.
            last: Whether the file ends with them.
        """
        data = self._carry + data
        cut = len(data) if last else cut_before(data)
        self._carry = data[cut:]
        data = data[:cut]
        text = decoded_page(data)
        plain = b"\r" not in data and _REPLACEMENT not in text
        self._digest.update(data if plain else text.encode())
        if _REPLACEMENT in text:
            self.replaced += text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
        if self.end - self._offsets[-1] >= PAGE:
            self._offsets.append(self.end)
            self._starts.append(self.length)
        self.end += len(data)
        self.line_ends += text.count("\n")
        self.length += len(text)
        return text

    def snapshot(self, length: int) -> "PagedText":
        """The beginning of the text that has been added, so many code points of it."""
        return PagedText(self, length, self.end, self._digest.copy() if length == self.length else None)

    def number_at(self, pos: int) -> int:
        """The page that holds a position."""
        return bisect_right(self._starts, pos) - 1

    def start_of(self, number: int) -> int:
        """Where a page starts."""
        return self._starts[number]

    def page(self, number: int, length: int, end: int) -> tuple[int, str]:
        """Where a page starts, and its text.

        Args:
            number: Which page.
            length: Code points of the text it is asked for in.
            end: Where in the file that text has ended.
        """
        start, offset = self._starts[number], self._offsets[number]
        if number + 1 < len(self._starts) and self._starts[number + 1] <= length:
            length, end = self._starts[number + 1], self._offsets[number + 1]
        with self._lock:
            text = self._kept.get((number, length))
            if text is not None:
                self._kept.move_to_end((number, length))
                return start, text
        text = self._read(offset, end)
        if len(text) != length - start:
            text = text[: length - start].ljust(length - start, _REPLACEMENT)
        with self._lock:
            self._kept[number, length] = text
            if len(self._kept) > PAGES_KEPT:
                self._kept.popitem(last=False)
        return start, text

    def run(self, first: int, last: int) -> str | None:
        """The text of pages up to another one, read at once and not kept; None where it is not what was added.

        Reading lets other threads run: who reads much of the text would wait for them at every page.
        """
        text = self._read(self._offsets[first], self._offsets[last])
        return text if len(text) == self._starts[last] - self._starts[first] else None

    def _read(self, offset: int, end: int) -> str:
        """The present contents of a part of the file."""
        try:
            return decoded_page(os.pread(self._file.fileno(), end - offset, offset))
        except OSError:
            return ""


class PagedText:
    """A text on disk, as far as it had been read once."""

    def __init__(self, pages: Pages, length: int, end: int, digest: "blake2b | None") -> None:
        self._pages = pages
        self._length = length
        self._end = end
        self._digest = digest

    def __len__(self) -> int:
        return self._length

    def slice(self, start: int, end: int) -> str:
        """A stretch of it; what is past the end is cut off."""
        start, end = max(0, start), min(end, self._length)
        pieces: list[str] = []
        number, last = self._pages.number_at(start), self._pages.number_at(end)
        if last - number > 2 and (text := self._pages.run(number, last)) is not None:
            pieces.append(text[start - self._pages.start_of(number) :])
            start, number = self._pages.start_of(last), last
        while start < end:
            at, text = self._pages.page(number, self._length, self._end)
            piece = text[start - at : end - at]
            pieces.append(piece)
            start, number = at + len(text), number + 1
        return pieces[0] if len(pieces) == 1 else "".join(pieces)

    @cached_property
    def digest(self) -> str:
        """Its digest."""
        found = self._digest
        if found is None:
            found = blake2b(digest_size=16)
            for at in range(0, self._length, PAGE):
                found.update(self.slice(at, at + PAGE).encode())
        return found.hexdigest()

    def goes_on_from(self, earlier: TextSource) -> bool:
        """Whether it begins with an earlier snapshot's text."""
        if isinstance(earlier, PagedText) and earlier._pages is self._pages:  # noqa: SLF001 - one of its own kind
            return len(earlier) <= self._length
        return begins_with(self, earlier)


def decoded_page(data: bytes) -> str:
    """The text of bytes that are cut where :func:`cut_before` cuts."""
    text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def cut_before(data: bytes) -> int:
    """Up to where bytes can be decoded whatever follows: no character, and no line end, is cut off there."""
    end = len(data)
    if data.endswith(b"\r"):
        return end - 1
    for back in range(1, min(4, end) + 1):
        byte = data[end - back]
        if byte >= 0xC0:
            needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return end - back if back < needed else end
        if byte < 0x80:
            break
    return end
