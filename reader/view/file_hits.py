"""Hits in the files of a folder: which files are searched, the hits of each, and their lines in the tree.

Units: code points; ranges of titles are the listing's, positions of hits each file's own.
"""

from collections.abc import Iterator

from reader.model import Direction, Document, Pos, Range, range_of
from reader.named_tuples import NamedTuple
from reader.values import dataclass
from reader.view.hit_list import excerpt, surroundings
from reader.view.links import Link, ToFile, destination_of, links_in_listing
from reader.view.list_model import Item
from reader.view.styled import TextRole, isolated, quoted

BEFORE = 12
"""Code points kept before a hit: so few that it is in sight in a narrow pane."""

_HIT, _LAST = "│ ", "└ "


class ListedFile(NamedTuple):
    """A file of a folder: its name in the listing, and its absolute path."""

    title: Range
    path: str


class FileHit(NamedTuple):
    """A hit: where it starts in its file, and what stands around it there, on one line."""

    pos: Pos
    before: str
    words: str
    after: str
    direction: Direction


class FileHits(NamedTuple):
    """The hits in one file.

    Attributes:
        file: The file.
        hits: The first hits.
        total: How many there are in all.
    """

    file: ListedFile
    hits: tuple[FileHit, ...]
    total: int


class HitKey(NamedTuple):
    """Tells the lines of what was found from each other, and where they lead: a place in a file."""

    path: str
    pos: Pos
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The state of a search of a folder's files.

    Attributes:
        found: The files with hits, in the order of the listing.
        looked: How many files have been searched.
        total: How many there are.
        ended: Whether no more is searched: all were, or enough is found.
    """

    found: tuple[FileHits, ...] = ()
    looked: int = 0
    total: int = 0
    ended: bool = False


NOT_SEARCHED = Contents()


def listed_files(document: Document) -> tuple[ListedFile, ...]:
    """The files of a listing, in order; its folders are none."""
    files = []
    for link in links_in_listing(document):
        after = document.slice(range_of(link.range.end, link.range.end + 1))
        where = None if after == "/" else destination_of(document, link)
        if isinstance(where, ToFile):
            files.append(ListedFile(link.range, where.path))
    return tuple(files)


def file_hit(document: Document, hit: Range) -> FileHit:
    """A hit with what stands around it in its paragraph."""
    return FileHit(hit.start, *surroundings(document, hit, BEFORE), document.direction_at(hit.start))


def content_items(document: Document, contents: Contents) -> Iterator[Item]:
    """The lines of what is found: each file with the number of its hits, then these."""
    for found in contents.found:
        first = found.hits[0].pos
        name = quoted(document, found.file.title, TextRole.HEADING)
        folder = folder_of(document, found.file.title)
        trail = isolated(f"{folder} {found.total}".strip(), TextRole.MUTED)
        yield Item(name, found.file.title, HitKey(found.file.path, first, is_file=True), trail=trail)
        for number, hit in enumerate(found.hits, 1):
            words = excerpt(hit.before, hit.words, hit.after, hit.direction)
            guide = _LAST if number == len(found.hits) else _HIT
            yield Item(words, found.file.title, HitKey(found.file.path, hit.pos), guide)


def folder_of(document: Document, title: Range) -> str:
    """The folder in which an entry stands, with its slash: inside the listed one, where that is one."""
    link = next((link for link in links_in_listing(document, title) if link.range == title), Link(title, ""))
    where = destination_of(document, link)
    inside = where.path.removeprefix(f"{document.meta.path}/") if isinstance(where, ToFile) else ""
    folder, slash, _ = inside.rpartition("/")
    return folder + slash
