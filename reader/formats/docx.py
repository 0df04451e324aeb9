"""Word documents (DOCX, ECMA-376): the body, its notes at the end, tracked changes as if they were accepted.

What stands where is :mod:`reader.formats.docx_body`'s, what styles and lists mean :mod:`reader.formats.docx_styles`'.
"""

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.docx_body import Body
from reader.formats.docx_styles import Lists, Styles, W, value_of
from reader.formats.html import decoded_page
from reader.formats.raw import Raw
from reader.formats.sniffing import unreadable
from reader.formats.trees import name_of, xml_tree
from reader.model import Document, DocumentError, Metadata, NoticeCode, notice_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = re.compile(r"word/document\d*\.xml")
_OFFICE = "officedocument"


def document_of(raw: Raw) -> Document:
    """The document of a Word file.

    Raises:
        DocumentError: It is no archive, is encrypted, or its main part cannot be read.
    """
    builder = Builder()
    archive = Archive(raw.data, builder.notice)
    main = _main_part(archive)
    relations = _relations(archive, main)

    def part(kind: str) -> "_Element | None":
        """The root of the part that the main one calls so; None where there is none that can be read."""
        name = next((target for said, target in relations.values() if said == kind), "")
        return _readable(archive, resolved(main, name) if name else "", builder)

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

    body = Body(builder, Styles(part("styles")), Lists.of(part("numbering")), links | pictures, chunk)
    body.write(root)
    for kind in ("footnote", "endnote"):
        notes = part(f"{kind}s")
        found = {value_of(note, "id"): note for note in notes.iter(W + kind)} if notes is not None else {}
        body.write_notes(kind, found)
    body.notice()
    return builder.document(_metadata(archive, raw.meta("docx")), direction=raw.options.direction)


def _main_part(archive: Archive) -> str:
    """The part that the package says is the document."""
    if "_rels/.rels" in archive:
        for said, target in _relations(archive, "").values():
            if said == _OFFICE and resolved("", target) in archive:
                return resolved("", target)
    found = next((name for name in archive.names if _MAIN.fullmatch(name.lower())), None)
    if found is None:
        raise DocumentError("damaged: the archive holds no text of Word's")
    return found


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The kinds and targets of a part's relations by their identifiers."""
    folder, _, name = part.rpartition("/")
    root = _readable(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), None)
    relations = {}
    for relation in root.iter("{*}Relationship") if root is not None else ():
        kind = (relation.get("Type") or "").rpartition("/")[2].lower()
        relations[relation.get("Id") or ""] = (kind, relation.get("Target") or "")
    return relations


def _readable(archive: Archive, name: str, builder: Builder | None) -> "_Element | None":
    if not name or name not in archive:
        return None
    try:
        return xml_tree(archive.part(name))
    except DocumentError:
        if builder:
            builder.notice(notice_of(NoticeCode.PART_LOST, part=name))
        return None


def _metadata(archive: Archive, meta: Metadata) -> Metadata:
    """The core properties of the package (Dublin Core), and the company of the program's."""
    said: dict[str, str] = {}
    for part in ("docProps/app.xml", "docProps/core.xml"):
        root = _readable(archive, part, None)
        said |= {
            name_of(element): " ".join((element.text or "").split()) for element in (root if root is not None else ())
        }
    return replace(
        meta,
        title=said.get("title", ""),
        author=said.get("creator", ""),
        publisher=said.get("publisher", "") or said.get("company", ""),
        date=said.get("created", "") or said.get("modified", ""),
        language=said.get("language", ""),
    )
