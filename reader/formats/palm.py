"""Palm databases with books in them: their records, and the text that is compressed in these.

Sources: the formats "PDB", "PalmDOC" and "MOBI" as the MobileRead wiki describes them. Units: bytes; numbers are
big-endian. What a file says of sizes is not believed: unpacking stops at a bound.
"""

import re
import struct
from collections.abc import Iterator

from reader.formats.archive import LARGEST_PART
from reader.model import DocumentError
from reader.named_tuples import NamedTuple

_COUNT_AT, _LIST_AT, _ENTRY = 76, 78, 8
_MOST_RECORDS = 65_535
_NONE, _PALMDOC, _HUFFMAN = 1, 2, 17480
_DEEPEST = 32
"""Phrases in phrases of a dictionary."""

_PACKED = re.compile(
    b"|".join(
        (rb"[\x00\x09-\x7f]+", *(b"%c.{0,%d}" % (count, count) for count in range(1, 9)), rb"[\xc0-\xff]|[\x80-\xbf].")
    ),
    re.DOTALL,
)
"""Letters; so many letters; a space and a letter; how far back to go and how many letters to take from there."""

_SPACED = {byte: bytes((0x20, byte ^ 0x80)) for byte in range(0xC0, 0x100)}


class Records:
    """The records of a database.

    Raises:
        DocumentError: There are none.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        (count,) = struct.unpack_from(">H", data, _COUNT_AT) if len(data) > _LIST_AT else (0,)
        starts = [
            struct.unpack_from(">I", data, _LIST_AT + _ENTRY * number)[0]
            for number in range(count)
            if _LIST_AT + _ENTRY * number + 4 <= len(data)
        ]
        self._starts = [min(start, len(data)) for start in starts]
        if not self._starts or self._starts[0] >= len(data):
            raise DocumentError("damaged: the book is cut short at its beginning; fetch it anew")

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    def __getitem__(self, number: int) -> bytes:
        """A record; nothing where there is none."""
        if not 0 <= number < len(self._starts):
            return b""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._data)
        return self._data[start : max(start, end)]


class Packing(NamedTuple):
    """How a text is packed.

    Attributes:
        method: The number of the compression.
        first: The first record of the text.
        length: How many it has.
        tails: Which entries stand behind the text of each record, as bits.
        tables: The records of the Huffman tables and of the phrases.
    """

    method: int
    first: int
    length: int
    tails: int
    tables: tuple[bytes, ...] = ()


def is_whole(records: Records, packing: Packing) -> bool:
    """Whether all records of a text are there."""
    return packing.first + packing.length <= len(records)


def texts_of(records: Records, packing: Packing) -> Iterator[bytes]:
    """The text that is packed in records, piece by piece.

    Raises:
        DocumentError: It is packed in a way that is not known, or there is too much of it.
    """
    if packing.method not in (_NONE, _PALMDOC, _HUFFMAN):
        raise DocumentError(f"its text is packed in a way that is not known ({packing.method})")
    phrases = Phrases(packing.tables) if packing.method == _HUFFMAN else None
    size = 0
    for number in range(packing.first, min(packing.first + packing.length, len(records))):
        packed = _without_tails(records[number], packing.tails)
        if phrases:
            packed = phrases.unpacked(packed)
        elif packing.method == _PALMDOC:
            packed = unpacked(packed)
        size += len(packed)
        if size > LARGEST_PART:
            raise DocumentError(f"its text unpacks to more than {LARGEST_PART >> 20} MiB")
        yield packed


def _without_tails(record: bytes, tails: int) -> bytes:
    """A record without what stands behind its text; each entry ends with its own size."""
    end = len(record)
    for bit in range(1, 16):
        if tails >> bit & 1 and end > 0:
            end -= _size_at_end(record[:end])
    if tails & 1 and end > 0:
        end -= (record[end - 1] & 3) + 1
    return record[: max(0, end)]


def _size_at_end(data: bytes) -> int:
    """The number at the end of some bytes, seven bits each, the first marked."""
    value = 0
    for shift, byte in enumerate(reversed(data[-4:])):
        value |= (byte & 0x7F) << 7 * shift
        if byte & 0x80:
            break
    return value


def unpacked(data: bytes) -> bytes:
    """Text that PalmDOC packed: letters, runs of letters, spaces with a letter, and what stood before."""
    out = bytearray()
    for token in _PACKED.findall(data):
        byte = token[0]
        if byte >= 0xC0:
            out += _SPACED[byte]
        elif byte >= 0x80:
            pair = byte << 8 | token[1]
            back, length = pair >> 3 & 0x7FF, (pair & 7) + 3
            start = len(out) - back
            if back and start >= 0:
                again = out[start : start + length]
                out += again if back >= length else (again * length)[:length]
        else:
            out += token[1:] if 0 < byte < 9 else token
    return bytes(out)


class Phrases:
    """Text in which Huffman codes stand for phrases.

    Args:
        tables: The record of the codes, and those of the phrases.

    Raises:
        DocumentError: The tables are damaged.
    """

    def __init__(self, tables: tuple[bytes, ...]) -> None:
        self._phrases: list[tuple[bytes, bool]] = []
        try:
            self._codes(tables[0])
            for table in tables[1:]:
                self._phrases.extend(self._phrases_in(table))
        except (struct.error, IndexError):
            raise DocumentError("damaged: the tables of its compression cannot be read") from None
        self._whole: dict[int, bytes] = {}
        self._open: set[int] = set()

    def _codes(self, table: bytes) -> None:
        """The code that begins with each byte, and the ranges of longer ones by their lengths."""
        if table[:4] != b"HUFF":
            raise IndexError
        first, second = struct.unpack_from(">II", table, 8)
        self._short = struct.unpack_from(">256I", table, first)
        bounds = struct.unpack_from(">64I", table, second)
        self._least = [0] + [bounds[2 * size] << 31 - size for size in range(32)]
        self._most = [0] + [((bounds[2 * size + 1] + 1) << 31 - size) - 1 for size in range(32)]

    def _phrases_in(self, table: bytes) -> Iterator[tuple[bytes, bool]]:
        if table[:4] != b"CDIC":
            raise IndexError
        total, bits = struct.unpack_from(">II", table, 8)
        count = max(0, min(1 << min(bits, 20), total - len(self._phrases)))
        for offset in struct.unpack_from(f">{min(count, (len(table) - 16) // 2)}H", table, 16):
            (said,) = struct.unpack_from(">H", table, 16 + offset)
            yield table[18 + offset : 18 + offset + (said & 0x7FFF)], bool(said & 0x8000)

    def unpacked(self, data: bytes, depth: int = 0) -> bytes:
        """The text that some codes stand for."""
        out: list[bytes] = []
        size = 0
        left = 8 * len(data)
        window = int.from_bytes(data, "big") << 32
        at = left  # bits of the window behind those that were read, without the 32 beyond its end
        while at > 0 and size <= LARGEST_PART:
            code = window >> at & 0xFFFFFFFF
            length, most = self._code(code)
            at -= length
            if at < 0 or not length:
                break
            piece = self._phrase((most - code) >> 32 - length, depth)
            out.append(piece)
            size += len(piece)
        return b"".join(out)

    def _code(self, code: int) -> tuple[int, int]:
        """How many bits a code has, and the greatest of its length."""
        said = self._short[code >> 24]
        length = said & 0x1F
        if said & 0x80 and length:
            return length, (((said >> 8) + 1) << 32 - length) - 1
        while length <= 32 and code < self._least[length]:
            length += 1
        return (length, self._most[length]) if 0 < length <= 32 else (0, 0)

    def _phrase(self, number: int, depth: int) -> bytes:
        """A phrase, itself unpacked where it is made of others; nothing for one that is made of itself."""
        if number in self._whole:
            return self._whole[number]
        if not 0 <= number < len(self._phrases) or number in self._open or depth > _DEEPEST:
            return b""
        data, is_plain = self._phrases[number]
        if not is_plain:
            self._open.add(number)
            data = self.unpacked(data, depth + 1)
            self._open.discard(number)
        self._whole[number] = data
        return data
