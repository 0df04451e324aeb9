"""The rest of a damaged ZIP archive: entries without a directory, and data up to where it breaks.

Source: PKWARE's APPNOTE.TXT, 4.3.7 (local file headers), 4.4 (their fields). Units: bytes. An archive that is cut short
has lost its directory, which stands at the end; but every entry has a header of its own before its data.
"""

import zlib
from collections.abc import Iterator
from struct import Struct

from reader.named_tuples import NamedTuple

_HEADER = Struct("<4sHHHHHIIIHH")
_SIGNATURE = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 1
_UTF_8 = 1 << 11
_SIZE_FOLLOWS = 1 << 3
_STEP = 1 << 12
"""Bytes unpacked at a time: so many at most are lost before a break."""

MOST_ENTRIES = 100_000


class SalvagedEntry(NamedTuple):
    """An entry as its own header tells it; ``size`` is its packed size, 0 where the header does not know it."""

    name: str
    start: int
    size: int
    method: int
    encrypted: bool


def entry_at(data: bytes, at: int) -> SalvagedEntry | None:
    """The entry whose header begins somewhere; None where there is none."""
    if at < 0 or at + _HEADER.size > len(data):
        return None
    signature, _, flags, method, _, _, _, size, _, name_length, extra_length = _HEADER.unpack_from(data, at)
    start = at + _HEADER.size + name_length + extra_length
    if signature != _SIGNATURE or start > len(data):
        return None
    name = data[at + _HEADER.size : at + _HEADER.size + name_length]
    return SalvagedEntry(
        name=name.decode("utf-8" if flags & _UTF_8 else "cp437", "replace"),
        start=start,
        size=0 if flags & _SIZE_FOLLOWS else size,
        method=method,
        encrypted=bool(flags & _ENCRYPTED),
    )


def entries_of(data: bytes) -> Iterator[SalvagedEntry]:
    """The entries of an archive without a directory, in order."""
    at = data.find(_SIGNATURE)
    for _ in range(MOST_ENTRIES):
        entry = entry_at(data, at)
        if entry:
            yield entry
        if at < 0:
            return
        at = data.find(_SIGNATURE, entry.start + entry.size if entry else at + 1)


def unpacked(data: bytes, entry: SalvagedEntry, limit: int) -> tuple[bytes, bool]:
    """The contents of an entry as far as they can be unpacked, at most so many bytes and one step.

    And whether they came to their end.
    """
    end = entry.start + entry.size if entry.size else len(data)
    if entry.method == _STORED:
        following = -1 if entry.size else data.find(b"PK", entry.start)
        stored = data[entry.start : min(end if following < 0 else following, entry.start + limit)]
        return stored, entry.size == len(stored)
    if entry.method != _DEFLATED:
        return b"", False
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    chunks: list[bytes] = []
    length = 0
    for at in range(entry.start, end, _STEP):
        packed = data[at : min(at + _STEP, end)]
        while packed and not inflater.eof and length < limit:
            try:
                chunk = inflater.decompress(packed, _STEP)
            except zlib.error:
                return b"".join(chunks), False
            chunks.append(chunk)
            length += len(chunk)
            packed = inflater.unconsumed_tail
        if inflater.eof or length >= limit:
            break
    return b"".join(chunks), inflater.eof
