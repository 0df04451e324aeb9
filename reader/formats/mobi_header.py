"""The header of a book of Kindles: the record it begins with, and its extension with title, author and language.

Numbers are big-endian; places count bytes of the record.
"""

import struct
from html import unescape

from reader.formats.charsets import decoded

_NONE = 0xFFFFFFFF
_HAS_EXTH = 0x40
_KF8 = 8
_ENCODINGS = {1252: "windows-1252", 65001: "utf-8"}


class KindleHeader:
    """The first record of a book.

    Attributes:
        record: That record.
        base: Its number.
        said: What the extended header says, by kinds.
    """

    def __init__(self, record: bytes, base: int = 0) -> None:
        self.record, self.base = record, base
        has_more = self.is_mobi and self.number(128) & _HAS_EXTH
        self.said = _extended(record[16 + self.number(20) :]) if has_more else {}

    @property
    def is_mobi(self) -> bool:
        """Whether it is more than PalmDOC's."""
        return self.record[16:20] == b"MOBI"

    def number(self, at: int) -> int:
        """The number of four bytes at a place; where there is none, :data:`_NONE`."""
        return struct.unpack_from(">I", self.record, at)[0] if at + 4 <= len(self.record) else _NONE

    def short(self, at: int) -> int:
        """The number of two bytes at a place."""
        return struct.unpack_from(">H", self.record, at)[0] if at + 2 <= len(self.record) else 0

    def has(self, at: int) -> bool:
        """Whether the header is so long that it has the number at a place."""
        return self.is_mobi and at + 4 <= 16 + self.number(20)

    def index(self, at: int) -> int:
        """The record that a number names; -1 for none."""
        number = self.number(at) if self.has(at) else _NONE
        return -1 if number >= 0xFFFFFF else self.base + number

    @property
    def encoding(self) -> str:
        """The encoding of its text; "" where it is not known."""
        return _ENCODINGS.get(self.number(28), "")

    @property
    def is_kf8(self) -> bool:
        """Whether the text is KF8's."""
        return self.is_mobi and self.number(36) == _KF8

    def words(self, kind: int) -> list[str]:
        """The values of a kind in the extended header."""
        encoding = self.encoding
        texts = (decoded(each, declared=encoding).text for each in self.said.get(kind, ()))
        return [" ".join(unescape(text).replace("\0", "").split()) for text in texts if text.strip("\0 ")]


def _extended(data: bytes) -> dict[int, list[bytes]]:
    """The extended header: values by their kinds."""
    said: dict[int, list[bytes]] = {}
    if data[:4] != b"EXTH" or len(data) < 12:
        return said
    (count,) = struct.unpack_from(">I", data, 8)
    at = 12
    for _ in range(min(count, 10_000)):
        if at + 8 > len(data):
            break
        kind, length = struct.unpack_from(">II", data, at)
        if length < 8:
            break
        said.setdefault(kind, []).append(data[at + 8 : at + length])
        at += length
    return said
