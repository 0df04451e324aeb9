"""The parts of a document: blocks of text, the marked stretches inside them, and the rows of tables, frozen."""

from collections.abc import Sequence

from reader.enumerations import StrEnum
from reader.model.positions import Range
from reader.named_tuples import NamedTuple
from reader.values import dataclass


class Direction(StrEnum):
    """A base direction, spelled as in HTML and in the JSON output."""

    LTR = "ltr"
    RTL = "rtl"

    @property
    def is_rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self is Direction.RTL


class BlockKind(StrEnum):
    """The kind of a block of text."""

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


class Alignment(StrEnum):
    """At which side of a column a cell's text stands, spelled as CSS spells ``text-align``.

    ``LEFT`` and ``RIGHT`` are sides of the screen; ``START`` is where the cell's own direction begins.
    """

    START = "start"
    END = "end"
    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class Mark(StrEnum):
    """The kind of a span inside a block."""

    EMPHASIS = "emphasis"
    STRUCK = "struck"
    SYNTAX = "syntax"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    NOTE_REFERENCE = "note_reference"
    LANGUAGE = "language"
    DIRECTION = "direction"
    LOOK = "look"
    PICTURE = "picture"


class Span(NamedTuple):
    """A marked stretch inside a block.

    ``target`` is the link's address, the language's tag, the direction, the look, or the name of the programming
    language that code is in (``SYNTAX``), or where the picture is that the words stand for: the part of the container,
    or as the source says it (``PICTURE``). The address of a place in the document itself, as of a note, is ``#`` and
    the place's name.
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
        alignment: The side its text stands at; None where the source says nothing.
    """

    range: Range
    column: int
    columns: int
    direction: Direction
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Properties that the rows of a table share, compared by identity; every row is a block of its own.

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
    """The properties that make a block a row of a table.

    Attributes:
        table: The table.
        cells: Its cells, from the first column on.
        header: Whether they name the columns.
        sides: Their alignments where nothing else is said of any: tabs part them, one a column, and their words tell
            their directions; () where none has an alignment. None for other rows.
    """

    table: Table
    cells: Sequence[Cell]
    header: bool
    sides: tuple[Alignment | None, ...] | None = None


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


def inline_code_of(block: Block, part: Range) -> list[tuple[int, int]]:
    """The places of inline code in a part of a block, in the part's own indexes; not what lies inside other code."""
    found: list[tuple[int, int]] = []
    for span in block.spans:
        if span.mark is Mark.CODE and part.start <= span.range.start < span.range.end <= part.end:
            start, end = span.range.start - part.start, span.range.end - part.start
            if not found or start >= found[-1][1]:
                found.append((start, end))
    return found
