"""EPUB 2 and 3: the chapters of the spine in one document, with the book's own contents as its sections.

The package document names the chapters, their order, the language and the direction in which pages follow each other.
Links between chapters lead to places in the text: a place's name is its part's name, ``#`` and its identifier. A title
that the navigation (EPUB 3) or the NCX (EPUB 2) gives a chapter without headings becomes its heading.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.markup import Markup
from reader.formats.markup_elements import LEVELS, attributes_of, direction_of
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.model import BlockKind, Direction, Document, DocumentError, Metadata, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "META-INF/container.xml"
MOST_CHAPTERS = 20_000
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"))


@dataclass(frozen=True, slots=True)
class _Resource:
    """An entry of the manifest."""

    part: str
    kind: str
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Package:
    """What the package document says: the book's metadata, the chapters' parts in order, the contents' parts."""

    meta: Metadata
    spine: tuple[str, ...]
    direction: Direction | None
    navigation: str
    ncx: str


def document_of(raw: Raw) -> Document:
    """The document of a book.

    Raises:
        DocumentError: It is no archive, is encrypted, or names no chapters that can be read.
    """
    archive = Archive(raw.data)
    builder = Builder()
    package = _package(archive, raw.meta("epub"))
    titles = _titles(archive, package)
    chapters = frozenset(package.spine)
    missing = 0
    direction = package.direction
    for part in package.spine:
        try:
            root = xml_tree(archive.part(part), builder.notice, part)
        except DocumentError:
            missing += 1
            continue
        for element in (root, *root):
            direction = direction or direction_of(attributes_of(element))
        _write_chapter(builder, root, part, titles.get(part, ""), chapters)
    if missing == len(package.spine):
        raise DocumentError("damaged: none of its chapters can be read")
    if missing:
        builder.notice(f"damaged: {missing} of {len(package.spine)} chapters cannot be read")
    return builder.document(package.meta, direction=raw.options.direction, stated=direction)


def _write_chapter(builder: Builder, root: "_Element", part: str, title: str, chapters: frozenset[str]) -> None:
    body = next((child for child in root if name_of(child) == "body"), root)
    builder.end()
    builder.place(part)
    if title and not any(name_of(element) in LEVELS for element in body.iter()):
        builder.begin(BlockKind.HEADING, depth=1, source=Source(part, 1))
        builder.text(title)
        builder.end()

    def address(href: str) -> str:
        if _ADDRESS.match(href):
            return href
        target = resolved(part, href)
        if target not in chapters:
            return ""
        fragment = href.partition("#")[2]
        return f"#{target}#{fragment}" if fragment else f"#{target}"

    Markup(builder, part=part, prefix=f"{part}#", address=address).write(body)


def _package(archive: Archive, meta: Metadata) -> _Package:
    """The package document.

    Raises:
        DocumentError: It is missing or names no chapter.
    """
    name = _package_name(archive)
    root = xml_tree(archive.part(name))
    manifest: dict[str, _Resource] = {}
    for item in root.iter("{*}item"):
        said = attributes_of(item)
        properties = frozenset(said.get("properties", "").split())
        resource = _Resource(resolved(name, said.get("href", "")), said.get("media-type", ""), properties)
        manifest[said.get("id", "")] = resource
    spine: dict[str, None] = {}
    ncx, direction = "", None
    for element in root.iter("{*}spine"):
        said = attributes_of(element)
        progression = said.get("page-progression-direction", "")
        direction = Direction(progression) if progression in ("ltr", "rtl") else None
        ncx = manifest[said["toc"]].part if said.get("toc") in manifest else ""
        for reference in element.iter("{*}itemref"):
            found = manifest.get(attributes_of(reference).get("idref", ""))
            if found and found.kind in _PAGES and len(spine) < MOST_CHAPTERS:
                spine.setdefault(found.part)  # a chapter that comes again is read once
    if not spine:  # without a reading order, the manifest's
        spine.update((item.part, None) for item in manifest.values() if item.kind in _PAGES)
    if not spine:
        raise DocumentError("damaged: the book names no chapters")
    navigation = next((item.part for item in manifest.values() if "nav" in item.properties), "")
    spine_without_contents = tuple(part for part in spine if part != navigation) or tuple(spine)
    return _Package(_metadata(root, meta), spine_without_contents, direction, navigation, ncx)


def _package_name(archive: Archive) -> str:
    for element in xml_tree(archive.part(CONTAINER)).iter("{*}rootfile"):
        name = resolved("", attributes_of(element).get("full-path", ""))
        if name in archive:
            return name
    raise DocumentError("damaged: the book has no package document")


def _metadata(root: "_Element", meta: Metadata) -> Metadata:
    """The Dublin Core elements of the package."""
    said: dict[str, list[str]] = {}
    for element in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        text = " ".join("".join(map(str, element.itertext())).split())
        if text:
            said.setdefault(name_of(element), []).append(text)
    return replace(
        meta,
        title=said.get("title", [""])[0],
        author=", ".join(said.get("creator", [])),
        publisher=said.get("publisher", [""])[0],
        date=said.get("date", [""])[0],
        language=said.get("language", [""])[0],
    )


def _titles(archive: Archive, package: _Package) -> dict[str, str]:
    """What the book's contents call its chapters, by part; the first title of a part counts."""
    titles: dict[str, str] = {}
    for name, is_navigation in ((package.navigation, True), (package.ncx, False)):
        if not name or titles:
            continue
        try:
            root = xml_tree(archive.part(name))
        except DocumentError:
            continue
        for title, href in _links(root) if is_navigation else _points(root):
            if title:
                titles.setdefault(resolved(name, href), title)
    return titles


def _links(root: "_Element") -> "list[tuple[str, str]]":
    """The entries of EPUB 3 navigation: the links of its table of contents."""
    found: list[tuple[str, str]] = []
    for nav in root.iter("{*}nav"):
        if "toc" in attributes_of(nav).get("type", "toc"):
            found += [(_text(link), attributes_of(link).get("href", "")) for link in nav.iter("{*}a")]
    return found


def _points(root: "_Element") -> "list[tuple[str, str]]":
    """The entries of an NCX."""
    found = []
    for point in root.iter("{*}navPoint"):
        label = next(point.iter("{*}navLabel"), None)
        content = next((child for child in point if name_of(child) == "content"), None)
        if label is not None and content is not None:
            found.append((_text(label), attributes_of(content).get("src", "")))
    return found


def _text(element: "_Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())
