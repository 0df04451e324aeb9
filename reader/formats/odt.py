"""OpenDocument text (ODT, ISO 26300): the body, its notes at the end, tracked changes as if they were accepted.

Deleted text is kept apart from the body by the format itself (5.5.1), and passed over there. What the body's elements
mean is :mod:`reader.formats.odt_body`'s.
"""

from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.odt_body import OdtBody
from reader.formats.odt_styles import OdtStyles
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.model import Document, DocumentError, Metadata
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

_ZIP = b"PK"
_ENCRYPTED = b"encryption-data"


def document_of(raw: Raw) -> Document:
    """The document of an OpenDocument file.

    Raises:
        DocumentError: It is no archive, is encrypted, or its content cannot be read.
    """
    builder = Builder()
    if not raw.data.startswith(_ZIP):
        return _flat(raw, builder)
    archive = Archive(raw.data, builder.notice)
    if "META-INF/manifest.xml" in archive and _ENCRYPTED in archive.part("META-INF/manifest.xml"):
        raise DocumentError("encrypted: the reader has no key")
    content = xml_tree(archive.part("content.xml"), builder.notice, "content.xml")
    styles = OdtStyles(_readable(archive, "styles.xml"), content)

    def part(name: str) -> "_Element | None":
        return _readable(archive, f"{resolved('', name)}/content.xml")

    OdtBody(builder, styles, part).write(next(content.iter("{*}body"), content))
    meta = _metadata(_readable(archive, "meta.xml"), raw.meta("odt"))
    return builder.document(meta, direction=raw.options.direction)


def _flat(raw: Raw, builder: Builder) -> Document:
    """The document of a file that is one part of XML."""
    root = xml_tree(raw.data, builder.notice, "the text")
    OdtBody(builder, OdtStyles(root)).write(next(root.iter("{*}body"), root))
    meta = _metadata(next(root.iter("{*}meta"), None), raw.meta("odt"))
    return builder.document(meta, direction=raw.options.direction)


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
