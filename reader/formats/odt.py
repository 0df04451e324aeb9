"""OpenDocument text (ODT, ISO 26300): the body, its notes at the end, tracked changes as if they were accepted.

Deleted text is kept apart from the body by the format itself (5.5.1), and passed over there. What the body's elements
mean is :mod:`reader.formats.odt_body`'s.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.odt_body import UNITS, OdtBody
from reader.formats.odt_styles import OdtStyles
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.formats.under_way import UnderWay
from reader.formats.xml_stretches import Event, stretches_of
from reader.model import Document, DocumentError, Metadata
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

_ZIP = b"PK"
_MANIFEST, _CONTENT = "META-INF/manifest.xml", "content.xml"
_ENCRYPTED = b"encryption-data"
_PIECE = 1 << 16


def written(raw: Raw) -> UnderWay:
    """The document of an OpenDocument file.

    Raises:
        DocumentError: It is no archive, is encrypted, or its content cannot be read.
    """
    return _OpenDocument(raw)


class _OpenDocument(UnderWay):
    """A document under way, in an archive or in one part of XML.

    Args:
        raw: Its bytes.

    Raises:
        DocumentError: It is no archive, is encrypted, or has no content.
    """

    def __init__(self, raw: Raw) -> None:
        self.builder = Builder()
        self._raw = raw
        self._archive = Archive(raw.data, self.builder.notice) if raw.data.startswith(_ZIP) else None
        if self._archive and _MANIFEST in self._archive and _ENCRYPTED in self._archive.part(_MANIFEST):
            raise DocumentError("encrypted: the reader has no key")
        self._meta = raw.meta("odt")

    def steps(self) -> Iterator[None]:
        """Write the body, paragraph by paragraph, then the notes; what stands before it says how it looks.

        Raises:
            DocumentError: The content cannot be read.
        """
        archive = self._archive
        name = _CONTENT if archive else "the text"
        self._meta = _metadata(_readable(archive, "meta.xml"), self._meta) if archive else self._meta
        before: list[Event] = []
        body: OdtBody | None = None

        def pieces() -> Iterator[bytes]:
            return archive.pieces(_CONTENT) if archive else _pieces_of(self._raw.data)

        stretches = stretches_of(pieces, UNITS, self.builder.notice, name, was_read=lambda: body is not None)
        for events in stretches:
            if body:
                body.write(events)
                yield
                continue
            before += events
            begins = next((at for at, (_, element) in enumerate(events) if name_of(element) == "body"), None)
            if begins is not None:
                body = self._body(events[begins][1])
                body.write(events[begins:])
                yield
        if not body:
            body = self._body(before[0][1])
            body.write(before)
        self.builder.end()
        body.write_notes()

    def _body(self, element: "_Element") -> OdtBody:
        """The body that begins with an element; the styles of the document stand before it."""
        archive, root = self._archive, element.getroottree().getroot()
        if archive is None:
            self._meta = _metadata(next(root.iter("{*}meta"), None), self._meta)

        def part(name: str) -> "_Element | None":
            return _readable(archive, f"{resolved('', name)}/content.xml") if archive else None

        return OdtBody(self.builder, OdtStyles(_readable(archive, "styles.xml") if archive else None, root), part)

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        direction = self._raw.options.direction
        return self.builder.document(self._meta, direction=direction, awaited=None if complete else ())


def _pieces_of(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))


def _readable(archive: Archive, name: str) -> "_Element | None":
    try:
        return xml_tree(archive.part(name))
    except DocumentError:
        return None


def _metadata(root: "_Element | None", meta: Metadata) -> Metadata:
    if root is None:
        return meta
    said = {name_of(element): " ".join((element.text or "").split()) for element in root.iter("*")}
    return replace(
        meta,
        title=said.get("title", ""),
        author=said.get("initial-creator", "") or said.get("creator", ""),
        date=said.get("creation-date", "") or said.get("date", ""),
        language=said.get("language", ""),
    )
