"""The contents that an EPUB has of itself: the navigation of EPUB 3, else the NCX of EPUB 2."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.contents import DEEPEST, MOST_ENTRIES, ContentsEntry
from reader.formats.epub_package import Package
from reader.formats.markup_elements import attributes_of
from reader.formats.trees import name_of, xml_tree
from reader.model import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element


def entries_by_part(entries: Iterable[ContentsEntry], chapters: frozenset[str]) -> dict[str, list[ContentsEntry]]:
    """The entries by the chapter they lead into; one that leads nowhere goes where the next one does."""
    by_part: dict[str, list[ContentsEntry]] = {}
    lost: list[ContentsEntry] = []
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


def contents_of(archive: Archive, package: Package) -> list[ContentsEntry]:
    """The book's own contents: those of the navigation, else of the NCX."""
    for name, entries_of in ((package.navigation, _links), (package.ncx, _points)):
        if not name:
            continue
        try:
            root = xml_tree(archive.part(name))
        except DocumentError:
            continue
        entries = [
            ContentsEntry(title, level, _place_name(name, href))
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
                    yield title, min(DEEPEST, max(1, level)), element.get("href") or ""


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
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return " ".join(text.split())
