"""EPUB 2 and 3: the chapters of the spine in one document, with the book's own contents as its sections.

The package document names the chapters, their order, the language and the direction in which pages follow each other.
Links between chapters lead to places in the text: a place's name is its part's name, ``#`` and its identifier. The
book's own contents (the navigation of EPUB 3, the NCX of EPUB 2) say what its sections are and how they nest.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.contents import DEEPEST, MOST_ENTRIES, Entry, Headings
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of, direction_of
from reader.formats.pictures import BEGINNING, Picture, size_of_picture
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.model import Awaited, Direction, Document, DocumentError, Metadata

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "META-INF/container.xml"
MOST_CHAPTERS = 20_000

FIRST_SNAPSHOT = 16_000
"""Code points after which a book is first shown: some screens of them."""

SNAPSHOTS_GROW = 8
"""How much longer each snapshot is than the one before, so that all of them together cost little."""

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
    """What the package document says: metadata, the chapters' parts in order, the contents' parts, cover pictures."""

    meta: Metadata
    spine: tuple[str, ...]
    direction: Direction | None
    navigation: str
    ncx: str
    covers: frozenset[str]


def document_of(raw: Raw) -> Document:
    """The document of a book.

    Raises:
        DocumentError: It is no archive, is encrypted, or names no chapters that can be read.
    """
    book = _Book(raw)
    for part in book.parts:
        book.write(part)
    return book.document()


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document as it grows: first what fills some screens, then ever more, at last all of it.

    Raises:
        DocumentError: As above.
    """
    book = _Book(raw)
    due = FIRST_SNAPSHOT
    for part in book.parts:
        book.write(part)
        if book.length >= due and part != book.parts[-1]:
            yield book.document(complete=False)
            due = book.length * SNAPSHOTS_GROW
    yield book.document()


class _Book:
    """A book under way.

    Args:
        raw: Its bytes.

    Raises:
        DocumentError: It is no archive, is encrypted, or names no chapters.
    """

    def __init__(self, raw: Raw) -> None:
        self._archive = Archive(raw.data)
        self._asked = raw.options.direction
        self._builder = Builder()
        self._package = _package(self._archive, raw.meta("epub"))
        self._chapters = frozenset(self._package.spine)
        entries = _contents(self._archive, self._package)
        self._entries = _by_part(entries, self._chapters)
        self._headings = Headings()
        self._direction = self._package.direction
        self._missing = 0
        self._written = 0

    @property
    def parts(self) -> tuple[str, ...]:
        """Its chapters, in order."""
        return self._package.spine

    @property
    def length(self) -> int:
        """Code points written."""
        return self._builder.length

    def write(self, part: str) -> None:
        """Append a chapter; one that cannot be read is counted."""
        self._written += 1
        builder = self._builder
        try:
            root = xml_tree(self._archive.part(part), builder.notice, part)
        except DocumentError:
            self._missing += 1
            return
        for element in (root, *root):
            self._direction = self._direction or direction_of(attributes_of(element))
        body = next((child for child in root if name_of(child) == "body"), root)
        builder.end()
        since = builder.count
        builder.place(part)

        def address(href: str) -> str:
            if _ADDRESS.match(href):
                return href
            target = resolved(part, href)
            if target not in self._chapters:
                return ""
            fragment = href.partition("#")[2]
            return f"#{target}#{fragment}" if fragment else f"#{target}"

        def picture(source: str) -> Picture:
            name = resolved(part, source)
            is_cover = name in self._package.covers
            return Picture(
                size_of_picture(self._archive.beginning(name, BEGINNING)), self._package.meta.title if is_cover else ""
            )

        Markup(builder, part=part, prefix=f"{part}#", address=address, picture=picture).write(body)
        builder.revise(since, lambda drafts: self._headings.set_by(drafts, self._entries.get(part, ())))

    def document(self, *, complete: bool = True) -> Document:
        """What has been written.

        Raises:
            DocumentError: The whole has been, and not one chapter could be read.
        """
        if complete and self._missing == len(self.parts):
            raise DocumentError("damaged: none of its chapters can be read")
        if complete and self._missing:
            self._builder.notice(f"damaged: {self._missing} of {len(self.parts)} chapters cannot be read")
        awaited = None if complete else self._awaited()
        return self._builder.document(
            self._package.meta, direction=self._asked, stated=self._direction, awaited=awaited
        )

    def _awaited(self) -> tuple[Awaited, ...]:
        """The entries of chapters that are not written."""
        to_come = self.parts[self._written :]
        return tuple(Awaited(entry.title, entry.level) for part in to_come for entry in self._entries.get(part, ()))


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
    if not ncx:
        ncx = next((item.part for item in manifest.values() if item.kind == "application/x-dtbncx+xml"), "")
    named = {
        said.get("content", "") for said in map(attributes_of, root.iter("{*}meta")) if said.get("name") == "cover"
    }
    covers = frozenset(
        item.part for name, item in manifest.items() if name in named or "cover-image" in item.properties
    )
    return _Package(_metadata(root, meta), spine_without_contents, direction, navigation, ncx, covers)


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


def _by_part(entries: Iterable[Entry], chapters: frozenset[str]) -> dict[str, list[Entry]]:
    """The entries by the chapter they lead into; one that leads nowhere goes where the next one does."""
    by_part: dict[str, list[Entry]] = {}
    lost: list[Entry] = []
    for entry in entries:
        part = entry.place.partition("#")[0]
        if part not in chapters:
            lost.append(entry)
            continue
        found = by_part.setdefault(part, [])
        found += [each._replace(place=entry.place) for each in lost if each.level < entry.level]
        found.append(entry)
        lost.clear()
    return by_part


def _contents(archive: Archive, package: _Package) -> list[Entry]:
    """The book's own contents: those of the navigation, else of the NCX."""
    for name, entries_of in ((package.navigation, _links), (package.ncx, _points)):
        if not name:
            continue
        try:
            root = xml_tree(archive.part(name))
        except DocumentError:
            continue
        entries = [
            Entry(title, level, _place_name(name, href))
            for title, level, href in islice(entries_of(root), MOST_ENTRIES)
        ]
        if entries:
            return entries
    return []


def _place_name(part: str, href: str) -> str:
    """The name of the place that a link in a part leads to; "" for none."""
    if not href:
        return ""
    fragment = href.partition("#")[2]
    return f"{resolved(part, href)}#{fragment}" if fragment else resolved(part, href)


def _links(root: "_Element") -> Iterator[tuple[str, int, str]]:
    """The entries of EPUB 3 navigation: title, level, target; parts of a book may have a title alone."""
    for nav in root.iter("{*}nav"):
        if "toc" not in attributes_of(nav).get("type", "toc"):
            continue
        level = 0
        for event, element in _walked(nav):
            name = name_of(element)
            if name == "ol":
                level += 1 if event == "start" else -1
            elif event == "start" and name in ("a", "span"):
                parent, title = element.getparent(), _text(element)
                if title and parent is not None and name_of(parent) == "li":
                    yield title, min(DEEPEST, max(1, level)), attributes_of(element).get("href", "")


def _points(root: "_Element") -> Iterator[tuple[str, int, str]]:
    """The entries of an NCX."""
    level = 0
    for event, point in _walked(root):
        if name_of(point) != "navpoint":
            continue
        if event == "end":
            level -= 1
            continue
        level += 1
        label = next((child for child in point if name_of(child) == "navlabel"), None)
        content = next((child for child in point if name_of(child) == "content"), None)
        title = _text(label) if label is not None else ""
        if title and content is not None:
            yield title, min(DEEPEST, level), attributes_of(content).get("src", "")


def _walked(root: "_Element") -> "Iterator[tuple[str, _Element]]":
    from lxml import etree

    return iter(etree.iterwalk(root, events=("start", "end")))


def _text(element: "_Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())
