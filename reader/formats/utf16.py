"""Text of two or four bytes a character, with a byte-order mark and without.

Units: bytes.
"""

import codecs

BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""Byte-order marks; that of UTF-32 in little-endian order begins with UTF-16's."""

_SAMPLE = 1 << 16
_LAST_PLANE = 0x10
_ROWS = (0x00, 0x01, 0x03, 0x04, 0x05, 0x06, 0x20, 0xFB, 0xFE)
"""High bytes of Latin, Greek, Cyrillic, Hebrew, Arabic, general punctuation and presentation forms."""


def utf16_encoding(data: bytes) -> str:
    """The byte order of UTF-16 without a byte-order mark; "" where it is not UTF-16.

    Text of the scripts that are read here has its high bytes in few rows of the code chart: nearly all of one
    parity's bytes are those of these rows, and few of the other's are.
    """
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 4 or len(odd) != len(even):
        return ""
    rows = {"utf-16-le": (odd, even), "utf-16-be": (even, odd)}
    for name, (high, low) in rows.items():
        common = sum(high.count(row) for row in _ROWS)
        if common > 0.95 * len(high) and sum(low.count(row) for row in (0, 5, 6)) < 0.2 * len(low) and 0 in high:
            return name
    return ""


def utf32_encoding(data: bytes) -> str:
    """The byte order of UTF-32 without a byte-order mark; "" where it is not UTF-32: its highest bytes are all zero."""
    sample = data[: _SAMPLE & ~3]
    if len(sample) < 16 or len(data) % 4:
        return ""
    for name, high, planes in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if not any(sample[high::4]) and max(sample[planes::4]) <= _LAST_PLANE and any(sample[3 - high :: 4]):
            try:
                sample.decode(name)
            except UnicodeDecodeError:
                continue
            return name
    return ""
