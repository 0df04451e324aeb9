"""A folder as a document: its readable files and its folders, each a link to open it and a section of the tree.

The folder itself is listed to its end; folders inside it are unfolded, the nearest first, as long as not more than
:data:`UNFOLDED` entries come of it, and are otherwise opened by following them. Hidden entries are passed over. Links
of the file system to folders are shown and never walked into, so no walk goes round in a circle.

Units: code points of the document's text; bytes of files.
"""

import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from reader.formats.raw import OpenOptions
from reader.formats.registry import COMPRESSED, REFUSED
from reader.formats.sniffing import is_readable_suffix, suffix_of, unreadable
from reader.model import (
    FOLDER,
    Block,
    BlockKind,
    Blocks,
    Direction,
    Document,
    DocumentError,
    Mark,
    Metadata,
    Notice,
    NoticeCode,
    Range,
    Span,
    Text,
    notice_of,
    range_of,
)
from reader.model.section_tree import SectionTree
from reader.named_tuples import NamedTuple
from reader.text.direction import base_level, document_level
from reader.text.patterns import lazy_pattern
from reader.values import dataclass, field, replace

UNFOLDED = 5_000
"""Entries of the folders inside a folder that are listed with it."""

DEEPEST = 8

FIRST_ENTRIES = 1_000
"""Entries of a large folder that are shown before the rest."""

LOOKED_INTO = 1_000
"""Files without a telling name whose beginning is read, to see whether they are text; any more are listed unseen."""

_BEGINNING = 4096
_UNITS = ("B", "kB", "MB", "GB", "TB")
_NUMBERS = lazy_pattern(r"(\d{1,18})")
_ESCAPED = {code: f"%{code:02X}" for code in (*range(0x21), *map(ord, "%#?"), 0x7F)}
_UNSHOWN = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), 65533)
_REFUSED = frozenset(suffix for refused in REFUSED for suffix in refused.suffixes).union(COMPRESSED)
"""Suffixes of what is no document the reader opens; of compressed files, where nothing more is said of them."""


@dataclass(slots=True)
class _Entry:
    """A file or folder; ``size`` is -1 for a folder, whose ``entries`` are None until it is unfolded."""

    name: str
    path: str
    size: int
    is_link: bool = False
    entries: "list[_Entry] | None" = None

    @property
    def is_folder(self) -> bool:
        return self.size < 0


class _Place(NamedTuple):
    """The name of a listing, its path ("-" where it is of no folder), and the way up from it."""

    name: str
    path: str
    up: list[_Entry]


@dataclass(slots=True)
class _Walk:
    """A walk through a folder: what it came across and did not list; ``room`` is for files that are looked into."""

    others: int = 0
    forbidden: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    room: int = LOOKED_INTO

    def notices(self) -> tuple[Notice, ...]:
        """The notices of the walk."""
        said = []
        if self.others:
            said.append(notice_of(NoticeCode.FILES_UNLISTED, count=self.others))
        if self.forbidden:
            said.append(notice_of(NoticeCode.NOT_PERMITTED, names=_several(self.forbidden)))
        if self.closed:
            said.append(notice_of(NoticeCode.FOLDERS_CLOSED, names=_several(self.closed)))
        return tuple(said)


def snapshots_of(path: str | Path, options: OpenOptions = OpenOptions()) -> Iterator[Document]:
    """The document of a folder; that of a large one after its beginning.

    Raises:
        DocumentError: It cannot be listed.
    """
    walk = _Walk()
    try:
        real = os.path.realpath(path)
        entries = _listed(real, walk, None) or []
    except OSError as error:
        raise DocumentError(f"{path}: cannot be listed: {(error.strerror or str(error)).lower()}") from None
    up = [] if real == os.path.dirname(real) else [_Entry("..", "..", -1, is_link=True)]  # noqa: PTH120
    place = _Place(os.path.basename(real) or real, real, up)  # noqa: PTH119
    if len(entries) > 2 * FIRST_ENTRIES:
        yield replace(_document(place, entries[:FIRST_ENTRIES], walk, options), complete=False)
    _unfold(entries, walk)
    yield _document(place, entries, walk, options)


def listing_document(paths: Iterable[str], options: OpenOptions = OpenOptions()) -> Document:
    """The document that lists several files and folders, in the order they are given.

    Raises:
        DocumentError: None of them is there.
    """
    walk = _Walk()
    entries = []
    missing = ""
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116 - names of any bytes
            whole = os.path.abspath(path)  # noqa: PTH100 - fails where the working directory was removed
        except (OSError, ValueError):
            missing = missing or path
            walk.closed.append(path)
            continue
        size = -1 if stat.S_ISDIR(found.st_mode) else found.st_size
        entries.append(_Entry(path, whole, size))
    if not entries:
        raise DocumentError(f"{missing}: no such file or folder; check the path")
    _unfold(entries, walk)
    return _document(_Place(f"{len(entries)} documents", "-", []), entries, walk, options)


def sort_key(name: str) -> list[str | int]:
    """Names in the order a person puts them: numbers of any script by their value, letters whatever their case."""
    # Split at numbers, every second part is one: parts of one place are of one kind and can be compared.
    parts: list[str | int] = list(_NUMBERS.split(name.casefold()))
    parts[1::2] = map(int, parts[1::2])
    return parts


# Walking


def _listed(folder: str, walk: _Walk, most: int | None) -> list[_Entry] | None:
    """The entries of a folder, folders first; None where there are more than so many.

    Raises:
        OSError: It cannot be listed.
    """
    with os.scandir(folder) as scan:
        found = list(islice(scan, None if most is None else most + 1))
    if most is not None and len(found) > most:
        return None
    entries = [entry for each in found if not each.name.startswith(".") and (entry := _entry(each, walk))]
    entries.sort(key=lambda entry: (not entry.is_folder, sort_key(entry.name)))
    return entries


def _entry(each: "os.DirEntry[str]", walk: _Walk) -> _Entry | None:
    """A folder, or a file the reader can open."""
    try:
        if each.is_dir():
            return _Entry(each.name, each.path, -1, is_link=each.is_symlink())
        found = each.stat()
    except OSError:  # a link that leads nowhere, or in a circle
        walk.others += 1
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    suffix = suffix_of(each.name)
    if not is_readable_suffix(suffix) and (suffix in _REFUSED or not _is_text(each, walk)):
        walk.others += 1
        return None
    if not os.access(each.path, os.R_OK):
        walk.forbidden.append(each.name)
        return None
    return _Entry(each.name, each.path, found.st_size)


def _is_text(each: "os.DirEntry[str]", walk: _Walk) -> bool:
    if walk.room <= 0:
        return True
    walk.room -= 1
    try:
        descriptor = os.open(each.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except PermissionError:
        return True  # told of as forbidden
    except OSError:
        return False
    try:
        return not unreadable(os.read(descriptor, _BEGINNING))
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _unfold(entries: list[_Entry], walk: _Walk) -> None:
    """List the folders inside folders, the nearest first."""
    room = UNFOLDED
    waiting = deque((entry, 1) for entry in entries if entry.is_folder and not entry.is_link)
    while waiting and room > 0:
        folder, depth = waiting.popleft()
        try:
            folder.entries = _listed(folder.path, walk, room)
        except OSError:
            walk.closed.append(folder.name)
            continue
        if folder.entries is None:
            continue
        room -= len(folder.entries)
        if depth < DEEPEST:
            waiting.extend((entry, depth + 1) for entry in folder.entries if entry.is_folder and not entry.is_link)


# Writing


def _document(place: _Place, entries: list[_Entry], walk: _Walk, options: OpenOptions) -> Document:
    name, path, up = place
    names = "\n".join(_stem(_shown(entry.name)) for entry in islice(entries, 1000))
    asked = None if options.direction == "auto" else Direction(options.direction)
    whole = asked or (Direction.RTL if document_level(names) else Direction.LTR)
    writer = _Writer(asked, whole, "" if path == "-" else path)
    writer.heading(name)
    for entry in up:
        writer.item(entry, 1)
    writer.items(entries)
    root = SectionTree(writer.headings(entries), writer.length).root
    meta = Metadata(title=_shown(name), path=path, format=FOLDER, encoding="utf-8", notices=walk.notices())
    return Document(Text("\n".join(writer.pieces)), Blocks(writer.blocks), root, whole, meta)


class _Writer:
    """The text and blocks of a listing under way."""

    def __init__(self, asked: Direction | None, whole: Direction, base: str) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0
        self._asked = asked
        self._whole = whole
        self._base = base
        self._places: dict[int, Range] = {}

    def heading(self, name: str) -> None:
        """The listing's name."""
        self._append(BlockKind.HEADING, _shown(name), _shown(name), 1, ())

    def items(self, entries: list[_Entry]) -> None:
        """Entries and what is unfolded of them, in the order of reading."""
        stack = [(entry, 1) for entry in reversed(entries)]
        while stack:
            entry, depth = stack.pop()
            self.item(entry, depth)
            stack.extend((inner, depth + 1) for inner in reversed(entry.entries or ()))

    def item(self, entry: _Entry, depth: int) -> None:
        """One entry: its name, a link to it; a folder with a slash, a file with its size."""
        name = _shown(entry.name)
        remark = "/" if entry.is_folder else f"  \u2066{size_of(entry.size)}\u2069"
        start = self.length
        place = range_of(start, start + len(name))
        span = Span(place, Mark.LINK, self._target(entry))
        self._append(BlockKind.LIST_ITEM, name + remark, _stem(name), depth, (span,))
        self._places[id(entry)] = place

    def headings(self, entries: list[_Entry], level: int = 1) -> Iterator[tuple[int, int, int]]:
        """Where the names of the entries start and end, and how deep they stand: those of a folder follow it."""
        for entry in entries:
            yield *self._places[id(entry)], level
            yield from self.headings(entry.entries or [], level + 1)

    def _append(self, kind: BlockKind, text: str, telling: str, depth: int, spans: tuple[Span, ...]) -> None:
        own = self._asked or (Direction.RTL if base_level(telling, int(self._whole.is_rtl)) else Direction.LTR)
        self.blocks.append(Block(kind, range_of(self.length, self.length + len(text)), own, depth, spans))
        self.pieces.append(text)
        self.length += len(text) + 1

    def _target(self, entry: _Entry) -> str:
        """The path relative to the folder, as a link is written."""
        path = entry.path.removeprefix(self._base + "/") if self._base else entry.path
        return "./" * bool(self._base) + path.translate(_ESCAPED)


def size_of(size: int) -> str:
    """A size in bytes, in the unit people give it in."""
    value, unit = float(size), 0
    while value >= 999.5 and unit + 1 < len(_UNITS):
        value /= 1000
        unit += 1
    return f"{value:.0f} {_UNITS[unit]}" if value >= 10 or unit == 0 else f"{value:.1f} {_UNITS[unit]}"


def _shown(name: str) -> str:
    """A name as text: what is no character, and what would end a line, is shown as one that is not known."""
    if name.isprintable():
        return name
    return os.fsencode(name).decode("utf-8", "replace").translate(_UNSHOWN)


def _stem(name: str) -> str:
    """The part of a name that tells its direction: not the suffix."""
    return name.rpartition(".")[0] or name


def _several(names: list[str]) -> str:
    few = ", ".join(_shown(name) for name in names[:3])
    return few if len(names) <= 3 else f"{few} and {len(names) - 3} others"
