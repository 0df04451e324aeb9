"""Files that are compressed by themselves: gzip (RFC 1952), xz, bzip2, Zstandard (RFC 8878).

Units: bytes. What a file says of its size is not believed: unpacking stops at a bound.
"""

import bz2
import lzma
import zlib
from io import BytesIO
from typing import Protocol

from reader.formats.archive import LARGEST_WHOLE
from reader.formats.registry import COMPRESSED
from reader.model import DocumentError

_BEGINNINGS = tuple(COMPRESSED.values())
_GZIP, _XZ, _ZSTANDARD = COMPRESSED[".gz"], COMPRESSED[".xz"], COMPRESSED[".zst"]
_CHUNK = 1 << 16
_TOO_MUCH = f"unpacks to more than {LARGEST_WHOLE >> 20} MiB; unpack it, and cut out a part"
_LARGEST_WINDOW = 1 << 27
"""Bytes of memory that a file of Zstandard may ask for, as its command allows by default."""


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


def unpacked(data: bytes) -> bytes:
    """The content of a compressed file, as far as it goes; other bytes as they are.

    Raises:
        DocumentError: Nothing of it can be unpacked, or there is too much of it.
    """
    if not data.startswith(_BEGINNINGS):
        return data
    if data.startswith(_ZSTANDARD):
        return _zstandard(data)
    pieces: list[bytes] = []
    size = at = 0
    while at < len(data) and data.startswith(_BEGINNINGS, at):  # several may follow each other
        unpacker = _unpacker(data[at : at + 6])
        try:
            while at < len(data) and not unpacker.eof:
                pieces.append(unpacker.decompress(data[at : at + _CHUNK]))
                size += len(pieces[-1])
                at += _CHUNK
                if size > LARGEST_WHOLE:
                    raise DocumentError(_TOO_MUCH)
        except (zlib.error, lzma.LZMAError, OSError, EOFError):
            break
        at = min(at, len(data)) - len(unpacker.unused_data)
    if not size:
        raise DocumentError("damaged: it cannot be unpacked")
    return b"".join(pieces)


def _unpacker(beginning: bytes) -> _Unpacker:
    if beginning.startswith(_GZIP):
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    return lzma.LZMADecompressor() if beginning.startswith(_XZ) else bz2.BZ2Decompressor()


def _zstandard(data: bytes) -> bytes:
    import zstandard

    pieces: list[bytes] = []
    size = 0
    unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    with unpacker.stream_reader(BytesIO(data), read_across_frames=True) as reading:
        try:
            while piece := reading.read(_CHUNK):
                pieces.append(piece)
                size += len(piece)
                if size > LARGEST_WHOLE:
                    raise DocumentError(_TOO_MUCH)
        except zstandard.ZstdError:
            pass  # read as far as it goes
    if not size:
        raise DocumentError("damaged: it cannot be unpacked")
    return b"".join(pieces)
