"""The document: one logical string and sorted tables of ranges over it, frozen.

Every source format becomes this shape. Positions are :data:`~reader.model.positions.Pos`. The whole string is private
to the model: other floors take :meth:`Document.slice`, so that a paged text can stand behind it one day.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from reader.model.notices import Notice
from reader.model.positions import Pos, Range


class Direction(StrEnum):
    """A base direction, spelled as in HTML and in the JSON output."""

    LTR = "ltr"
    RTL = "rtl"

    @property
    def is_rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self is Direction.RTL


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    VERSE = "verse"
    IMAGE = "image"
    NOTE = "note"
    RULE = "rule"


class Mark(StrEnum):
    """What a span inside a block is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    NOTE_REFERENCE = "note_reference"
    LANGUAGE = "language"
    DIRECTION = "direction"


class Span(NamedTuple):
    """A marked stretch inside a block; ``target`` is the link's address, the language's tag or the direction.

    The address of a place in the document itself, as of a note, is ``#`` and the place's name.
    """

    range: Range
    mark: Mark
    target: str = ""


class Source(NamedTuple):
    """Where a block stood: the part of the container ("" when there is but one) and the line, counted from 1."""

    part: str
    line: int


class Cell(NamedTuple):
    """One cell of a table's row.

    Attributes:
        range: Its text; empty where it says nothing. U+2028 parts lines inside it.
        column: The first column it takes, counted from 0 in reading order, and ``columns`` how many.
        direction: Its base direction.
    """

    range: Range
    column: int
    columns: int
    direction: Direction


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What the rows of a table share, compared by identity; every row is a block of its own.

    Attributes:
        first: Index of its first row's block.
        rows: How many blocks it has, which follow each other.
        columns: How many columns its widest row has.
        direction: Which side the first column is on.
    """

    first: int
    rows: int
    columns: int
    direction: Direction


class TableRow(NamedTuple):
    """What makes a block a row of a table; ``header`` says that its cells name the columns."""

    table: Table
    cells: tuple[Cell, ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit. Blocks are disjoint and in order.

    A line feed inside one is a line's end in code and verse; elsewhere, in hard-wrapped plain text, it stands for a
    space. U+2028 ends a line in every kind. The cells of a table's row are parted by tabs.

    Attributes:
        kind: What it is.
        range: Its text, without the line end that closes it.
        direction: Its resolved base direction.
        depth: The level of a heading (from 1), of a list item or quote (from 1); else 0.
        spans: Marked stretches, sorted by start; they may nest.
        source: Where it stood in the file.
        marker: The label of a list item or note as it is shown ("•", "٣.", "12)"); else "".
        language: A BCP 47 tag when the source states one; else "".
        row: The cells, where it is a row of a table.
    """

    kind: BlockKind
    range: Range
    direction: Direction
    depth: int = 0
    spans: tuple[Span, ...] = ()
    source: Source = Source("", 0)
    marker: str = ""
    language: str = ""
    row: TableRow | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it governs, up to the next heading of the same or a higher rank.

    The root has level 0, an empty title and the whole document as its range.
    """

    title: Range
    range: Range
    level: int
    children: tuple["Section", ...] = ()

    def descendants(self) -> Iterator["Section"]:
        """Every section below this one, in document order."""
        stack = list(reversed(self.children))
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))


def _start_of(section: Section) -> Pos:
    return section.range.start


class Awaited(NamedTuple):
    """A section that the document's own contents name and whose text is still to come."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the document beside its text; "" where the source says nothing.

    Attributes:
        title: The document's title, or the file's name when it has none.
        path: The absolute path it was read from; "-" for standard input.
        language: A BCP 47 tag: stated by the source, else recognised from the letters.
        format: The format's short name (``text``, ``markdown``, ``epub`` …).
        encoding: The character encoding the bytes were read in.
        replaced: How many undecodable sequences are shown as U+FFFD.
        notices: What the reader should know of it.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    path: str = ""
    format: str = ""
    encoding: str = ""
    replaced: int = 0
    notices: tuple[Notice, ...] = ()


FOLDER = "folder"
"""The format of documents that list other documents: their links are paths, relative to theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A parsed document, compared by identity.

    A long one may come as snapshots: documents that are not complete, each followed by a longer one whose text begins
    with theirs, and whose blocks do but for the last.

    Attributes:
        text: The whole logical text; private to ``reader.model`` and to the parser that made it.
        blocks: Disjoint, in order.
        root: The section tree.
        direction: The direction of the document as a whole: which way the screen is laid out.
        meta: Title, author, encoding and the like.
        places: Where the targets of the document's own links are, by the name that follows ``#`` in them.
        complete: Whether all of it is here.
        awaited: Sections that are to come, in order, as far as the document's contents name them.
    """

    text: str
    blocks: tuple[Block, ...]
    root: Section
    direction: Direction
    meta: Metadata = Metadata()
    places: Mapping[str, Pos] = field(default_factory=dict)
    complete: bool = True
    awaited: tuple[Awaited, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _sections: tuple[Section, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(block.range.start for block in self.blocks))
        object.__setattr__(self, "_sections", tuple(self.root.descendants()))

    def __len__(self) -> int:
        """The number of code points."""
        return len(self.text)

    @property
    def digest(self) -> str:
        """A 128-bit BLAKE2b of the text, in hexadecimal: the same text has the same digest, whatever file held it."""
        return blake2b(self.text.encode(), digest_size=16).hexdigest()

    @property
    def range(self) -> Range:
        """The whole document."""
        return Range(Pos(0), Pos(len(self.text)))

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section but the root, in document order."""
        return self._sections

    @property
    def is_folder(self) -> bool:
        """Whether it lists other documents."""
        return self.meta.format == FOLDER

    def slice(self, part: Range) -> str:
        """The text of a range; a range past the end is cut short."""
        return self.text[part.start : part.end]

    def block_index_at(self, pos: Pos) -> int:
        """The index of the block that holds a position, or of the last one that starts before it (0 if none does).

        Raises:
            IndexError: The document has no block.
        """
        if not self.blocks:
            raise IndexError("a document without blocks")
        return max(0, bisect_right(self._starts, pos) - 1)

    def direction_at(self, pos: Pos) -> Direction:
        """The base direction of the text at a position: its block's, or the document's where there is no block."""
        return self.blocks[self.block_index_at(pos)].direction if self.blocks else self.direction

    def section_at(self, pos: Pos) -> Section:
        """The innermost section that holds a position; the root where no heading has come yet."""
        section = self.root
        while True:
            i = bisect_right(section.children, pos, key=_start_of) - 1
            if i < 0 or pos >= section.children[i].range.end:
                return section
            section = section.children[i]
