"""The document: one logical text and sorted tables of ranges over it, frozen.

Every source format becomes this shape. Positions are :data:`~reader.model.positions.Pos`. The text and its blocks stand
behind protocols (:mod:`reader.model.source`): other floors ask for a stretch or a block, and whether they are in memory
or on disk is nobody's concern.
"""

from collections.abc import Mapping, Sequence

from reader.model.blocks import Direction
from reader.model.notices import Notice
from reader.model.positions import Pos, Range
from reader.model.section_tree import Section, sections_around, sections_below
from reader.model.source import BlockTable, TextSource
from reader.named_tuples import NamedTuple
from reader.values import dataclass, field


class Awaited(NamedTuple):
    """A section that the document's own contents name and whose text is still to come."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, authors and the like of a document; "" where the source says nothing.

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


STANDARD_INPUT = "-"
"""The path of what came by standard input."""

PRINTED = "terminal"
"""The format of what commands print: lines that look as they came."""

FOLDER = "folder"
"""The format of documents that list other documents: their links are paths, relative to theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A parsed document, compared by identity.

    A long one may come as snapshots: documents that are not complete, each followed by a longer one whose text begins
    with theirs, and whose blocks do but for the last ones.

    Attributes:
        source: The logical text.
        blocks: Disjoint, in order.
        root: The section tree.
        direction: The direction of the document as a whole: which way the screen is laid out.
        meta: Title, author, encoding and the like.
        places: Where the targets of the document's own links are, by the name that follows ``#`` in them.
        complete: Whether all of it is here.
        awaited: Sections that are to come, in order, as far as the document's contents name them.
    """

    source: TextSource
    blocks: BlockTable
    root: Section
    direction: Direction
    meta: Metadata = Metadata()
    places: Mapping[str, Pos] = field(default_factory=dict)
    complete: bool = True
    awaited: tuple[Awaited, ...] = ()
    _sections: Sequence[Section] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sections", sections_below(self.root))

    def __len__(self) -> int:
        """The number of code points."""
        return len(self.source)

    @property
    def digest(self) -> str:
        """A 128-bit BLAKE2b of the text, in hexadecimal: the same text has the same digest, whatever file held it."""
        return self.source.digest

    @property
    def range(self) -> Range:
        """The whole document."""
        return Range(Pos(0), Pos(len(self.source)))

    @property
    def sections(self) -> Sequence[Section]:
        """Every section but the root, in document order."""
        return self._sections

    @property
    def is_folder(self) -> bool:
        """Whether it lists other documents."""
        return self.meta.format == FOLDER

    @property
    def is_piped(self) -> bool:
        """Whether it came by standard input."""
        return self.meta.path == STANDARD_INPUT

    @property
    def is_printed(self) -> bool:
        """Whether it is what a command printed."""
        return self.meta.format == PRINTED

    def slice(self, part: Range) -> str:
        """The text of a range; a range past the end is cut short."""
        return self.source.slice(part.start, part.end)

    def block_index_at(self, pos: Pos) -> int:
        """The index of the block that holds a position, or of the last one that starts before it (0 if none does).

        Raises:
            IndexError: The document has no block.
        """
        return self.blocks.index_at(pos)

    def direction_at(self, pos: Pos) -> Direction:
        """The base direction of the text at a position: its block's, or the document's where there is no block."""
        return self.blocks[self.block_index_at(pos)].direction if self.blocks else self.direction

    def section_at(self, pos: Pos) -> Section:
        """The innermost section that holds a position; the root where no heading has come yet."""
        around = self.sections_at(pos)
        return around[-1] if around else self.root

    def sections_at(self, pos: Pos) -> tuple[Section, ...]:
        """The sections that hold a position, outermost first."""
        return sections_around(self.root, pos)
