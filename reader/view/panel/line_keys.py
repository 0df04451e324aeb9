"""Keys that tell one line of the panel from another, whatever is folded or filtered away."""

from collections.abc import Hashable

from reader.enumerations import StrEnum
from reader.model import FactKind
from reader.named_tuples import NamedTuple


class Part(StrEnum):
    """The part of the panel a line belongs to."""

    ABOUT = "about"
    TIMELINE = "timeline"
    CHART = "chart"
    KIND = "kind"
    GROUP = "group"
    MENTION = "mention"
    PROGRESS = "progress"


class LineKey(NamedTuple):
    """A line: the part it belongs to, and within it a kind, a name and the number of a mention.

    The headings of the document's facts and of the pictures have no name; a kind's heading is of the part ``KIND``.
    """

    part: Part
    kind: FactKind | None = None
    name: Hashable = None
    mention: int = -1

    @property
    def is_heading(self) -> bool:
        """Whether other lines are folded away under it."""
        return self.part is Part.KIND or (
            self.part in (Part.ABOUT, Part.TIMELINE, Part.CHART) and self.name is None and self.kind is None
        )

    @property
    def outer(self) -> "LineKey | None":
        """The line a step further out; None for a heading."""
        if self.is_heading:
            return None
        match self.part:
            case Part.MENTION:
                return LineKey(Part.GROUP, self.kind, self.name)
            case Part.GROUP:
                return LineKey(Part.KIND, self.kind)
            case _:
                return LineKey(self.part)
