"""A remembered place in a document: enough to find it again after the text was edited."""

from reader.enumerations import StrEnum
from reader.model.positions import Range
from reader.values import dataclass


class AnchorState(StrEnum):
    """How a saved place was found again."""

    EXACT = "exact"
    MOVED = "moved"
    APPROXIMATE = "approximate"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A saved place. A position never reaches the disk alone.

    Attributes:
        digest: The document's digest when the place was saved.
        range: The place then.
        block: Index of the block it starts in, and ``block_digest`` that block text's digest.
        offset: Where in that block's text it starts.
        exact: The text at the place (the sentence, or the quote).
        before: Up to 32 characters before it.
        after: Up to 32 characters after it.
        headings: Titles of the sections around it, outermost first.
        fraction: How far into the document it was, 0 to 1.
        within: How much of the place is in the block it starts in, in code points; 0 where that is not known.
        alike: What was most like the text at the place elsewhere in the document, the likest first: by it the place is
            told from those when all of them were edited.
    """

    digest: str
    range: Range
    block: int
    block_digest: str
    offset: int
    exact: str
    before: str
    after: str
    headings: tuple[str, ...]
    fraction: float
    within: int = 0
    alike: tuple[str, ...] = ()
