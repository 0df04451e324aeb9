"""The package document of an EPUB: what the book is, its chapters and their order (EPUB 3.3, 5).

A book of 2,000 chapters names each of them three times before the first can be shown, so this is kept lean.
"""

from collections import Counter
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.epub_damage import chapters_found, locked_parts, package_found
from reader.formats.markup_elements import attributes_of
from reader.formats.trees import name_of, xml_tree
from reader.model import Direction, DocumentError, Metadata
from reader.named_tuples import NamedTuple
from reader.values import dataclass, replace

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "META-INF/container.xml"
MOST_CHAPTERS = 20_000

_MOST_TIMES = 20
"""How often a chapter is shown that the spine names again and again, which it should not (EPUB 3.3, 5.6.2)."""

_PAGES = frozenset(
    ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document", "image/svg+xml")
)
_SET_VERTICALLY = frozenset(("ja", "zh", "ko", "yue", "lzh"))
"""Languages whose books have their pages from right to left because their columns are: lines on a screen are not."""

_NCX = "application/x-dtbncx+xml"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}*"


class _Resource(NamedTuple):
    """An entry of the manifest."""

    part: str
    kind: str
    properties: str


@dataclass(frozen=True, slots=True)
class Package:
    """The contents of the package document.

    Attributes:
        meta: The book's metadata.
        spine: The chapters' parts, in order, without the contents.
        direction: The one in which pages follow each other.
        navigation: The part of the contents of EPUB 3, "" for none.
        ncx: That of EPUB 2.
        covers: The parts of pictures of the cover.
    """

    meta: Metadata
    spine: tuple[str, ...]
    direction: Direction | None
    navigation: str
    ncx: str
    covers: frozenset[str]


def package_of(archive: Archive, meta: Metadata) -> Package:
    """The package document of a book.

    Args:
        archive: The book.
        meta: What is known of any document.

    Raises:
        DocumentError: It is missing or names no chapter.
    """
    name = _package_name(archive)
    if not name:
        return Package(meta, chapters_found(archive)[:MOST_CHAPTERS], None, "", "", frozenset())
    root = xml_tree(archive.part(name), archive.notice, name)
    manifest: dict[str, _Resource] = {}
    navigation = ncx = ""
    stated = map(attributes_of, root.iter("{*}meta"))
    named = {said.get("content", "") for said in stated if said.get("name") == "cover"}
    covers: set[str] = set()
    for item in root.iter("{*}item"):
        identifier = item.get("id") or ""
        found = _Resource(
            resolved(name, item.get("href") or ""), item.get("media-type") or "", item.get("properties") or ""
        )
        manifest[identifier] = found
        if "nav" in found.properties.split():
            navigation = navigation or found.part
        if found.kind == _NCX:
            ncx = ncx or found.part
        if identifier in named or "cover-image" in found.properties:
            covers.add(found.part)
    spine: list[str] = []
    times: Counter[str] = Counter()
    direction = None
    for element in root.iter("{*}spine"):
        said = attributes_of(element)
        progression = said.get("page-progression-direction", "")
        direction = Direction(progression) if progression in ("ltr", "rtl") else None
        ncx = manifest[said["toc"]].part if said.get("toc") in manifest else ncx
        for reference in element:
            chapter = manifest.get(reference.get("idref") or "")
            if chapter and chapter.kind in _PAGES and len(spine) < MOST_CHAPTERS:
                times[chapter.part] += 1
                if times[chapter.part] <= _MOST_TIMES:
                    spine.append(chapter.part)  # one that comes again is shown again
    if not spine:  # without a reading order, the manifest's
        spine = list(dict.fromkeys(item.part for item in manifest.values() if item.kind in _PAGES))
    if not any(part in archive for part in spine):
        spine = list(chapters_found(archive)[:MOST_CHAPTERS])
    if locked_parts(archive).issuperset(spine):
        raise DocumentError("encrypted: the reader has no key; open it with the program it was bought for")
    without_contents = tuple(part for part in spine if part != navigation) or tuple(spine)
    meta = _metadata(root, meta)
    if meta.language.partition("-")[0].lower() in _SET_VERTICALLY:
        direction = None
    return Package(meta, without_contents, direction, navigation, ncx, frozenset(covers))


def _package_name(archive: Archive) -> str:
    """The part that the container says is the package document, else one that is called as such are; "" for none."""
    try:
        rootfiles = [attributes_of(element) for element in xml_tree(archive.part(CONTAINER)).iter("{*}rootfile")]
    except DocumentError:
        rootfiles = []
    names = (resolved("", said.get("full-path", "")) for said in rootfiles)
    return next((name for name in names if name in archive), "") or package_found(archive)


def _refinements(root: "_Element") -> dict[tuple[str, str], str]:
    """The refinements EPUB 3 has for an element of the metadata, by its identifier and property."""
    stated = map(attributes_of, root.iter("{*}meta"))
    texts = (element.text or "" for element in root.iter("{*}meta"))
    return {
        (said["refines"].removeprefix("#"), said.get("property", "")): text.strip()
        for said, text in zip(stated, texts, strict=True)
        if "refines" in said
    }


def _metadata(root: "_Element", meta: Metadata) -> Metadata:
    """The Dublin Core elements of the package."""
    said: dict[str, list[str]] = {}
    refined = _refinements(root)
    for element in root.iter(_DUBLIN_CORE):
        text = " ".join("".join(map(str, element.itertext())).split())
        stated = attributes_of(element)
        role = stated.get("role") or refined.get((stated.get("id", ""), "role"), "")
        kind = refined.get((stated.get("id", ""), "title-type"), "")
        name = name_of(element)
        if name == "creator" and role not in ("", "aut"):
            name = "contributor"
        elif name == "title" and kind == "main":
            name = "main"
        if text and text not in said.get(name, ()):
            said.setdefault(name, []).append(text)
    return replace(
        meta,
        title=(said.get("main") or said.get("title") or [""])[0],
        author=", ".join(said.get("creator") or said.get("contributor", [])),
        publisher=said.get("publisher", [""])[0],
        date=said.get("date", [""])[0],
        language=said.get("language", [""])[0],
    )
