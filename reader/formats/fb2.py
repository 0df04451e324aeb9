"""FictionBook 2: sections, poems, citations and notes, read as the HTML they correspond to.

Source: the FictionBook 2.1 schema. A section's title is a heading of the section's depth.
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.formats.archive import Archive
from reader.formats.beginning import MARKED_LENGTH, growing, without_notes_behind
from reader.formats.builder import Builder
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of
from reader.formats.pictures import BEGINNING, Picture, size_of_picture
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.model import Document, Metadata
from reader.text.patterns import lazy_pattern
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {
    "emphasis": "em",
    "strong": "strong",
    "code": "code",
    "p": "p",
    "v": "p",
    "cite": "blockquote",
    "epigraph": "blockquote",
    "text-author": "p",
    "date": "p",
    "a": "a",
    "sup": "sup",
    "sub": "sub",
    "table": "table",
    "tr": "tr",
    "th": "th",
    "td": "td",
    "image": "img",
}
_CLASSES = {"poem": "poem", "stanza": "stanza"}
_DEEPEST = 6

_PART = lazy_pattern(rb"<(?:section|p|title|poem|cite)[\s>]")

_PICTURES = lazy_pattern(rb"<body\b.{0,%d}<image\b" % MARKED_LENGTH, re.DOTALL)
"""Pictures stand at the end of a book, and their sizes in its text."""


def document_of(raw: Raw) -> Document:
    """The document of a book.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    builder = Builder()
    root = xml_tree(_book(raw.data, builder), builder.notice)
    meta = _metadata(root, raw.meta("fb2"))
    binaries = {attributes_of(binary).get("id", ""): binary.text or "" for binary in root.iter("{*}binary")}

    def picture(source: str) -> Picture:
        """The size of a picture, which stands in the book in base64."""
        text = "".join(binaries.get(source.removeprefix("#"), "")[:BEGINNING].split())
        try:
            return Picture(size_of_picture(a2b_base64(text[: len(text) // 4 * 4])))
        except (Base64Error, ValueError):
            return Picture()

    for body in [child for child in root if name_of(child) == "body"]:
        _as_html(body, notes=attributes_of(body).get("name", "") in ("notes", "comments"))
        Markup(builder, picture=picture).write(body)
    return builder.document(meta, direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first; not that of one in an archive, or with pictures there.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    if raw.data.startswith(b"PK") or _PICTURES.search(raw.data, 0, MARKED_LENGTH):
        yield document_of(raw)
    else:
        yield from growing(raw, document_of, before=_PART, kept=without_notes_behind)


def _book(data: bytes, builder: Builder) -> bytes:
    """The bytes of a book, which often stands alone in an archive.

    Raises:
        DocumentError: It is not there, or cannot be unpacked.
    """
    if not data.startswith(b"PK"):
        return data
    archive = Archive(data, builder.notice)
    name = next((name for name in archive.names if name.lower().endswith(".fb2")), "")
    return archive.part(name)


def _as_html(body: "_Element", *, notes: bool) -> None:
    """Rename the elements of a body to what they are in HTML."""
    from lxml import etree

    depth = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = name_of(element)
        if event == "start":
            depth += name == "section"
            continue
        if name in ("title", "subtitle"):
            _turn_into_heading(element, min(_DEEPEST, max(1, depth) + (name == "subtitle")), notes=notes)
        elif name == "section":
            if notes:
                element.set("class", "footnote")
            element.tag = "section"
            depth -= 1
        elif name == "a":
            if attributes_of(element).get("type") == "note":
                element.set("class", "noteref")
            element.tag = "a"
        else:
            element.tag = _NAMES.get(name, "div")
            if name in _CLASSES:
                element.set("class", _CLASSES[name])


def _turn_into_heading(title: "_Element", depth: int, *, notes: bool) -> None:
    """A title, of one paragraph a line, becomes a heading; that of a note its marker."""
    text = " ".join(" ".join("".join(map(str, child.itertext())).split()) for child in title) or (title.text or "")
    tail = title.tail
    title.clear()
    title.tail = tail
    parent = title.getparent()
    if notes and parent is not None and name_of(parent) == "section":
        parent.set("data-marker", f"{text}." if text.isdecimal() else text[:20])
        title.tag = "div"
    elif any(map(str.isalnum, text)):
        title.tag = f"h{depth}"
        title.text = text
    else:  # asterisks between two scenes
        title.tag = "hr"


def _metadata(root: "_Element", meta: Metadata) -> Metadata:
    """The metadata in the book's description."""
    info = next(root.iter("{*}title-info"), None)
    publisher = next(root.iter("{*}publisher"), None)
    if info is None:
        return meta
    said = {name_of(child): _text(child) for child in info}
    return replace(
        meta,
        title=said.get("book-title", ""),
        author=", ".join(_text(child) for child in info if name_of(child) == "author"),
        publisher=_text(publisher) if publisher is not None else "",
        date=said.get("date", ""),
        language=said.get("lang", ""),
    )


def _text(element: "_Element") -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())
