"""The pictures of a document, read when somebody asks for one: out of its container, beside it, or written in it.

Nothing is fetched: a picture elsewhere is none. What is no picture by its first bytes is not given out, whatever a
document calls it.
"""

import os
import re
from base64 import b64decode
from pathlib import Path
from urllib.parse import unquote_to_bytes

from reader.formats.archive import Archive
from reader.model import Document, DocumentError
from reader.named_tuples import NamedTuple

LARGEST = 16 << 20
"""Bytes of a picture."""

_IN_ARCHIVES = frozenset({"epub", "docx", "odt"})
_DATA = re.compile(r"data:[\w/+.-]*(?:;[\w=-]+)*;base64,", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_MEDIA = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)


class PictureFile(NamedTuple):
    """A picture's bytes, and their media type."""

    data: bytes
    media: str


def picture_at(document: Document, place: str) -> PictureFile:
    """The picture of a document at a place, which is the target of a span that is marked as a picture.

    Raises:
        DocumentError: It is elsewhere, missing, too large, or no picture that is read.
    """
    data = _bytes_at(document, place)
    if len(data) > LARGEST:
        raise DocumentError(f"the picture has more than {LARGEST >> 20} MiB")
    media = next((media for begins, media in _MEDIA if data.startswith(begins)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        media = "image/webp"
    if not media:
        raise DocumentError("the picture is none that can be read: PNG, JPEG, GIF, WebP and BMP are")
    return PictureFile(data, media)


def _bytes_at(document: Document, place: str) -> bytes:
    if written := _DATA.match(place):
        try:
            return b64decode(unquote_to_bytes(place[written.end() :]))
        except ValueError:
            raise DocumentError("the picture is damaged") from None
    if _ELSEWHERE.match(place) or not place:
        raise DocumentError("the picture is elsewhere, and nothing is fetched")
    try:
        if document.meta.format == "mobi":
            from reader.formats.mobi import picture_in

            return picture_in(Path(document.meta.path).read_bytes(), place)
        if document.meta.format in _IN_ARCHIVES:
            return Archive(Path(document.meta.path).read_bytes()).part(place)
        name = os.fsdecode(unquote_to_bytes(os.fsencode(place.partition("#")[0].partition("?")[0])))
        if document.is_piped or name.startswith("/"):
            raise DocumentError("the picture is not beside the document")
        return _read(Path(document.meta.path).parent / name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"the picture cannot be read: {reason.lower()}") from None


def _read(path: Path) -> bytes:
    """A file's bytes, one more than is taken at most."""
    if not path.is_file():
        raise DocumentError("the picture is not beside the document")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
