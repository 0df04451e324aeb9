"""Word documents (DOCX, ECMA-376): the body, its notes at the end, tracked changes as if they were accepted.

What stands where is :mod:`reader.formats.docx_body`'s, what styles and lists mean :mod:`reader.formats.docx_styles`'.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.docx_body import UNITS, DocxBody
from reader.formats.docx_styles import DocxStyles, Lists, W, value_of
from reader.formats.html import decoded_page
from reader.formats.package import main_part, related, relations_of, with_properties
from reader.formats.raw import Raw
from reader.formats.sniffing import unreadable
from reader.formats.under_way import UnderWay
from reader.formats.xml_stretches import stretches_of
from reader.model import Document, DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = re.compile(r"word/document\d*\.xml")


def written(raw: Raw) -> UnderWay:
    """The document of a Word file.

    Raises:
        DocumentError: It is no archive, is encrypted, or its main part cannot be read.
    """
    return _WordFile(raw)


class _WordFile(UnderWay):
    """A document under way.

    Args:
        raw: Its bytes.

    Raises:
        DocumentError: It is no archive, or has no text of Word's.
    """

    def __init__(self, raw: Raw) -> None:
        self.builder = Builder()
        self._archive = archive = Archive(raw.data, self.builder.notice)
        self._main = main = _main_part(archive)
        self._direction = raw.options.direction
        self._relations = relations = relations_of(archive, main)
        links = {name: target for name, (kind, target) in relations.items() if kind == "hyperlink"}
        pictures = {name: resolved(main, target) for name, (kind, target) in relations.items() if kind == "image"}
        styles, lists = DocxStyles(self._part("styles")), Lists.of(self._part("numbering"))
        self._body = DocxBody(self.builder, styles, lists, links | pictures, self._chunk)
        self._meta = with_properties(archive, raw.meta("docx"))

    def steps(self) -> Iterator[None]:
        """Write the text, paragraph by paragraph, then the notes.

        Raises:
            DocumentError: The main part is encrypted or cannot be read.
        """
        for events in stretches_of(lambda: self._archive.pieces(self._main), UNITS, self.builder.notice, self._main):
            self._body.write(events)
            yield
        self.builder.end()
        for kind in ("footnote", "endnote"):
            notes = self._part(f"{kind}s")
            found = {value_of(note, "id"): note for note in notes.iter(W + kind)} if notes is not None else {}
            self._body.write_notes(kind, found)
        self._body.notice()

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        return self.builder.document(self._meta, direction=self._direction, awaited=None if complete else ())

    def _part(self, kind: str) -> "_Element | None":
        return related(self._archive, self._main, self._relations, kind, self.builder.notice)

    def _chunk(self, identifier: str) -> str | None:
        """The text of an imported part; of a plain one, as HTML."""
        name = resolved(self._main, self._relations.get(identifier, ("", ""))[1])
        try:
            data = self._archive.part(name)
        except DocumentError:
            return None
        if unreadable(data) or data.startswith(b"PK"):
            return None
        text = decoded_page(Raw(data)).text
        return text if "<" in text[:1000] else f"<pre>{escape(text)}</pre>"


def _main_part(archive: Archive) -> str:
    """The part that the package says is the document, else the one that is called as Word calls it."""
    found = main_part(archive) or next((name for name in archive.names if _MAIN.fullmatch(name.lower())), "")
    if not found:
        raise DocumentError("damaged: the archive holds no text of Word's")
    return found
