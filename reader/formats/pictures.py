"""The size a picture's file states.

Units: pixels; the beginning of a file is enough.
"""

import struct

from reader.named_tuples import NamedTuple

BEGINNING = 1 << 16
"""Bytes that are looked at: the headers of a JPEG can hold a small picture of their own."""

_SMALLEST = 48
"""A picture of no side longer than this is an ornament."""

Size = tuple[int, int]


class Picture(NamedTuple):
    """The known properties of a picture.

    Attributes:
        size: Its size; None where it is not known.
        caption: What it is, where it does not say so itself; "" for nothing.
        part: The part of the container it is; "" where it is where the source says.
    """

    size: Size | None = None
    caption: str = ""
    part: str = ""

    @property
    def is_large(self) -> bool:
        """Whether it is known to be more than an ornament."""
        return self.size is not None and max(self.size) > _SMALLEST


def size_of_picture(data: bytes) -> Size | None:
    """Width and height of a PNG, GIF, JPEG, WebP or BMP; None for another one, or one that is cut short."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            size = struct.unpack(">II", data[16:24])
        elif data.startswith((b"GIF87a", b"GIF89a")):
            size = struct.unpack("<HH", data[6:10])
        elif data.startswith(b"\xff\xd8"):
            return _size_of_jpeg(data)
        elif data.startswith(b"BM"):
            width, height = struct.unpack("<ii", data[18:26])
            size = (width, abs(height))
        elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _size_of_webp(data)
        else:
            return None
    except struct.error:
        return None
    return _checked(*size)


def _size_of_jpeg(data: bytes) -> Size | None:
    """The size in the frame header (ITU-T T.81, B.2.2), which stands after any number of other segments."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _checked(width, height)
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _size_of_webp(data: bytes) -> Size | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return _checked(1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return _checked(width & 0x3FFF, height & 0x3FFF)
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return _checked(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    return None


def _checked(width: int, height: int) -> Size | None:
    return (width, height) if 0 < width < 1 << 20 and 0 < height < 1 << 20 else None
