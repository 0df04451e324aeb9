"""The settings an element of markup passes on to those inside it: the kind of block, direction, list, table."""

from reader.formats.markup_elements import Attributes, number_in
from reader.formats.markup_tables import Grid
from reader.formats.numbering import label_of
from reader.model import BlockKind, Direction
from reader.values import dataclass


@dataclass(slots=True)
class MarkupItem:
    """A list item or note, whose first block has the marker."""

    marker: str

    def taken(self) -> str:
        """The marker, for the block that begins; those after it have none."""
        marker, self.marker = self.marker, ""
        return marker


@dataclass(slots=True)
class MarkupList:
    """A list and the number of its next item; ``style`` is "" for a bulleted one."""

    style: str
    number: int
    step: int

    def next_label(self, said: Attributes) -> str:
        """The label of the next item, which may state a number of its own."""
        self.number = number_in(said, "value", self.number)
        label = label_of(self.number, self.style or "decimal")
        self.number += self.step
        return label + "."


@dataclass(frozen=True, slots=True)
class MarkupSetting:
    """The settings at one place of the tree.

    Attributes:
        kind: Of the block that text makes here.
        depth: Of that block.
        direction: The one stated; None for what the letters say.
        language: A BCP 47 tag, or "".
        verbatim: Whether white space is kept.
        lists: How many lists this is in.
        items: The list it is in.
        item: The item it is in.
        in_notes: Whether this is the list of the notes.
        grid: The table it is in.
        in_cell: Whether it is in a cell of that.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    direction: Direction | None = None
    language: str = ""
    verbatim: bool = False
    lists: int = 0
    items: MarkupList | None = None
    item: MarkupItem | None = None
    in_notes: bool = False
    grid: Grid | None = None
    in_cell: bool = False
