"""Word documents (DOCX, ECMA-376): the body, its notes at the end, tracked changes as if they were accepted.

What stands where is :mod:`reader.formats.docx_body`'s, what styles and lists mean :mod:`reader.formats.docx_styles`'.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.docx_body import DocxBody
from reader.formats.docx_styles import DocxStyles, Lists, W, value_of
from reader.formats.html import decoded_page
from reader.formats.package import main_part, related, relations_of, with_properties
from reader.formats.raw import Raw
from reader.formats.sniffing import unreadable
from reader.formats.trees import xml_tree
from reader.model import Document, DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = re.compile(r"word/document\d*\.xml")


def document_of(raw: Raw) -> Document:
    """The document of a Word file.

    Raises:
        DocumentError: It is no archive, is encrypted, or its main part cannot be read.
    """
    builder = Builder()
    archive = Archive(raw.data, builder.notice)
    main = _main_part(archive)
    relations = relations_of(archive, main)

    def part(kind: str) -> "_Element | None":
        return related(archive, main, relations, kind, builder.notice)

    root = xml_tree(archive.part(main), builder.notice, main)
    links = {name: target for name, (kind, target) in relations.items() if kind == "hyperlink"}
    pictures = {name: resolved(main, target) for name, (kind, target) in relations.items() if kind == "image"}

    def chunk(identifier: str) -> str | None:
        """The text of an imported part; of a plain one, as HTML."""
        name = resolved(main, relations.get(identifier, ("", ""))[1])
        try:
            data = archive.part(name)
        except DocumentError:
            return None
        if unreadable(data) or data.startswith(b"PK"):
            return None
        text = decoded_page(Raw(data)).text
        return text if "<" in text[:1000] else f"<pre>{escape(text)}</pre>"

    body = DocxBody(builder, DocxStyles(part("styles")), Lists.of(part("numbering")), links | pictures, chunk)
    body.write(root)
    for kind in ("footnote", "endnote"):
        notes = part(f"{kind}s")
        found = {value_of(note, "id"): note for note in notes.iter(W + kind)} if notes is not None else {}
        body.write_notes(kind, found)
    body.notice()
    return builder.document(with_properties(archive, raw.meta("docx")), direction=raw.options.direction)


def _main_part(archive: Archive) -> str:
    """The part that the package says is the document, else the one that is called as Word calls it."""
    found = main_part(archive) or next((name for name in archive.names if _MAIN.fullmatch(name.lower())), "")
    if not found:
        raise DocumentError("damaged: the archive holds no text of Word's")
    return found
