"""Opening a file: reading it within bounds, telling text from other things, decoding it.

Units: bytes in, a document out. Every failure is a :class:`~reader.model.DocumentError` of one line.
"""

import codecs
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from reader.formats.text import parse_text
from reader.model import Document, DocumentError, Metadata

LARGEST = 1 << 30
"""Bytes of a document at most: what is larger is a stream that does not end, or does not belong in a reader."""

_CHUNK = 1 << 20
_SAMPLE = 1 << 16

_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\b\x1b")
"""Control bytes that occur in text: white space, and the overstrikes and escapes that logs hold."""

_BINARY_SHARE = 0.1
"""More control bytes than this among the first 64 KiB, or a NUL there, and it is no text."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

FORMATS = ("auto", "text")


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """How to read a document.

    Attributes:
        format: Its format's name, or "auto".
        encoding: Its character encoding, or "auto": by byte-order mark, else UTF-8.
        direction: "ltr", "rtl", or "auto": by its letters.
    """

    format: str = "auto"
    encoding: str = "auto"
    direction: str = "auto"


def open_document(path: str | Path, options: OpenOptions = OpenOptions()) -> Document:
    """The document in a file; "-" is standard input.

    Raises:
        DocumentError: It is missing, forbidden, a folder, too large, no text, or in an unknown encoding or format.
    """
    if options.format not in FORMATS:
        raise DocumentError(f"{options.format}: unknown format; known are {', '.join(FORMATS)}")
    name = str(path)
    data = _standard_input() if name == "-" else _read(Path(path))
    text, encoding, replaced = _decoded(name, data, options.encoding)
    meta = Metadata(
        title=Path(name).name if name != "-" else "",
        path=name if name == "-" else str(Path(path).absolute()),
        format="text",
        encoding=encoding,
        replaced=replaced,
    )
    return parse_text(text, direction=options.direction, meta=meta)


def _read(path: Path) -> bytes:
    try:
        # Opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such file; check the path") from None
    except PermissionError:
        raise DocumentError(f"{path}: permission denied; ask its owner for read access") from None
    except (OSError, ValueError) as error:
        raise DocumentError(f"{path}: cannot be opened: {_reason(error)}") from None
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise DocumentError(f"{path}: is a folder; name a file in it")
    os.set_blocking(descriptor, True)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - it is open already
        return _bounded(str(path), file)


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise DocumentError("standard input is closed; name a file")
    return _bounded("standard input", sys.stdin.buffer)


def _bounded(name: str, file: object) -> bytes:
    """All bytes of a stream, as long as they are no more than a document may have."""
    chunks: list[bytes] = []
    size = 0
    read = getattr(file, "read")  # noqa: B009 - raw and buffered streams alike
    while True:
        try:
            chunk = read(_CHUNK)
        except OSError as error:
            raise DocumentError(f"{name}: cannot be read: {_reason(error)}") from None
        if not chunk:
            return b"".join(chunks)
        size += len(chunk)
        if size > LARGEST:
            raise DocumentError(f"{name}: larger than {LARGEST >> 20} MiB; cut out the part to read")
        if len(chunks) == 0 and _is_binary(chunk[:_SAMPLE]):
            raise DocumentError(f"{name}: not a text file; the reader opens text")
        chunks.append(chunk)


def _is_binary(sample: bytes) -> bool:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    controls = sum(sample.count(byte) for byte in range(0x20) if byte not in _TEXT_CONTROLS)
    return b"\0" in sample or controls > len(sample) * _BINARY_SHARE


def _decoded(name: str, data: bytes, encoding: str) -> tuple[str, str, int]:
    """The text, the encoding's name, and how many sequences were unreadable.

    The text has no byte-order mark and line feeds for all line ends.
    """
    if encoding == "auto":
        encoding = "utf-8"
        for mark, marked in _MARKS:
            if data.startswith(mark):
                encoding, data = marked, data[len(mark) :]
                break
    try:
        text = data.decode(encoding, "replace")
        encoding = codecs.lookup(encoding).name
    except (LookupError, UnicodeError):
        raise DocumentError(f"{name}: unknown encoding {encoding!r}; try utf-8 or windows-1256") from None
    # A replacement character that was in the file is not a broken byte.
    replaced = text.count("\ufffd") - data.count("\ufffd".encode(encoding, "ignore")) if "\ufffd" in text else 0
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text, encoding, max(0, replaced)


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
