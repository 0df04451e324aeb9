"""A document's facts gathered by what they state, for the parts of it one goes to and fro between."""

from reader.model import Document, Range
from reader.view.fact_index import FactIndex
from reader.view.panel.grouping import Grouping

GROUPINGS_KEPT = 8
"""Parts of the document whose facts stay gathered: the whole, and the latest sections."""


class Groupings:
    """The facts of a document and of its parts; what was gathered is kept for the next time.

    Attributes:
        document: The document.
        index: All its facts.
    """

    def __init__(self, document: Document, index: FactIndex) -> None:
        self.document = document
        self.index = index
        self._kept: dict[Range, Grouping] = {}

    def of(self, part: Range) -> Grouping:
        """The facts that begin in a part of the document."""
        grouping = self._kept.pop(part, None) or Grouping.of(self.document, self.index.starting_in(part))
        self._kept[part] = grouping
        if len(self._kept) > GROUPINGS_KEPT:
            del self._kept[next(iter(self._kept))]
        return grouping
