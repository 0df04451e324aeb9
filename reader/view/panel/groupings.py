"""A document's facts gathered by what they state, for the parts of it one goes to and fro between."""

from functools import cached_property

from reader.model import Document, FactKind, Range
from reader.view.fact_index import FactIndex
from reader.view.panel.grouping import Grouping, order_of

LED_MOST = 2000
"""Groups at most that are put in another order for every section."""

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
        self._kept: dict[tuple[Range, Range | None], Grouping] = {}

    @cached_property
    def _order(self) -> tuple[FactKind, ...]:
        return order_of(self.index)

    def of(self, part: Range, first: Range | None = None) -> Grouping:
        """The facts that begin in a part of the document; those of another part first, where it is not too large."""
        grouping = self._kept.pop((part, first), None) or self._of(part, first)
        self._kept[part, first] = grouping
        if len(self._kept) > GROUPINGS_KEPT:
            del self._kept[next(iter(self._kept))]
        return grouping

    def _of(self, part: Range, first: Range | None) -> Grouping:
        if first is None:
            return Grouping.of(self.document, self.index.starting_in(part), self._order)
        grouping = self.of(part)
        return grouping.led_by(self.of(first)) if len(grouping.places) <= LED_MOST else grouping
