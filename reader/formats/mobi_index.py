"""Indexes in MOBI files: entries that have a name, and numbers by what they mean.

Source: the "INDX" and "TAGX" records as the MobileRead wiki describes them. Units: bytes; numbers are big-endian.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise

from reader.formats.palm import Records
from reader.named_tuples import NamedTuple

MOST_ENTRIES = 100_000
_MOST_RECORDS = 5_000
_MOST_VALUES = 1_000


class IndexEntry(NamedTuple):
    """An entry: its name, and its numbers by their tags."""

    name: bytes
    values: dict[int, list[int]]


class MobiIndex:
    """An index: a record that says how entries are written, those that hold them, and those with their texts."""

    def __init__(self, records: Records, number: int) -> None:
        self.entries: list[IndexEntry] = []
        self._texts: dict[int, bytes] = {}
        head = records[number]
        if head[:4] != b"INDX" or len(head) < 56:
            return
        length, count, texts = (struct.unpack_from(">I", head, at)[0] for at in (4, 24, 52))
        tags, controls = _tags_of(head[length:])
        count = min(count, _MOST_RECORDS)
        for record in range(number + 1, number + 1 + count):
            for entry in _entries_in(records[record], tags, controls):
                if len(self.entries) < MOST_ENTRIES:
                    self.entries.append(entry)
        for text in range(min(texts, _MOST_RECORDS)):
            self._texts[text] = records[number + 1 + count + text]

    def text(self, offset: int) -> bytes:
        """A text of the index, by its place among all of them."""
        record, at = self._texts.get(offset >> 16, b""), offset & 0xFFFF
        length, used = _number(record, at)
        return record[at + used : at + used + length]


class _Tag(NamedTuple):
    """A tag: how many numbers a value of it has, and which bits of a control byte tell of it."""

    tag: int
    numbers: int
    mask: int
    is_end: bool


def _tags_of(table: bytes) -> tuple[list[_Tag], int]:
    if table[:4] != b"TAGX" or len(table) < 12:
        return [], 0
    length, controls = struct.unpack_from(">II", table, 4)
    length = min(length, len(table))
    rows = (table[at : at + 4] for at in range(12, length - 3, 4))
    return [_Tag(row[0], row[1], row[2], row[3] == 1) for row in rows], min(controls, 16)


def _entries_in(record: bytes, tags: list[_Tag], controls: int) -> Iterator[IndexEntry]:
    if record[:4] != b"INDX" or len(record) < 28:
        return
    places, count = struct.unpack_from(">II", record, 20)
    count = max(0, min(count, (len(record) - places - 4) // 2))
    starts = [*struct.unpack_from(f">{count}H", record, places + 4), places] if count else []
    for start, end in pairwise(starts):
        if not 0 < start < end <= len(record):
            continue
        length = record[start]
        name = record[start + 1 : start + 1 + length]
        yield IndexEntry(name, _values_of(record[start + 1 + length : end], tags, controls))


def _values_of(data: bytes, tags: list[_Tag], controls: int) -> dict[int, list[int]]:
    """The numbers of an entry: how many a tag has is told by its bits, or by a count of bytes that stands before."""
    wanted: list[tuple[_Tag, int, int]] = []
    control, at = 0, controls
    for tag in tags:
        if tag.is_end:
            control += 1
            continue
        said = data[control] & tag.mask if control < len(data) else 0
        if not said:
            continue
        count, size = 1, 0
        if tag.mask.bit_count() > 1:
            if said == tag.mask:
                size, used = _number(data, at)
                at += used
                count = 0
            else:
                count = said // (tag.mask & -tag.mask)
        wanted.append((tag, count, size))
    values: dict[int, list[int]] = {}
    for tag, count, size in wanted:
        found = values.setdefault(tag.tag, [])
        end = at + size
        left = count * tag.numbers
        while (left > 0 or at < end) and at < len(data) and len(found) < _MOST_VALUES:
            value, used = _number(data, at)
            found.append(value)
            at += used
            left -= 1
    return values


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte whose last byte is marked, and how many bytes it has."""
    value = 0
    for used in range(1, 5):
        if at + used > len(data):
            return value, used
        byte = data[at + used - 1]
        value = value << 7 | byte & 0x7F
        if byte & 0x80:
            break
    return value, used
