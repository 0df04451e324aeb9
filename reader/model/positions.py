"""Positions in a document: the one currency every part of the program speaks.

Unit: code points of a document's text (:attr:`reader.model.Document.source`), counted from 0; ranges exclude their end.
"""

from typing import NewType

from reader.named_tuples import NamedTuple

Pos = NewType("Pos", int)
"""A code-point offset in a document's text."""


class Range(NamedTuple):
    """A half-open stretch of a document's text."""

    start: Pos
    end: Pos

    def __contains__(self, pos: object) -> bool:
        """Whether a position lies inside the range."""
        return isinstance(pos, int) and self.start <= pos < self.end

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start

    def overlaps(self, other: "Range") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def range_of(start: int, end: int) -> Range:
    """A range from two plain numbers, for code at the boundary that has just measured them."""
    return Range(Pos(start), Pos(end))
