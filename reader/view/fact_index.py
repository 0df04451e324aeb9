"""A document's facts, ready to be asked which of them stand in a part of it.

Facts are sorted by their start; they may nest, as money in a quotation does. The reading pane asks for those on the
screen, the panel for those of a section: both cost what they find, whatever the document's size.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reader.model import Fact, Range


class FactIndex:
    """Facts in the order of their start, longer before shorter; compared by identity."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self._facts = tuple(facts)
        self._starts = [fact.range.start for fact in self._facts]
        # How far the facts up to each one reach: it never falls, so what reaches into a range is found by bisection.
        self._reach = list(accumulate((fact.range.end for fact in self._facts), max))

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def starting_in(self, part: Range) -> tuple[Fact, ...]:
        """The facts that begin in a range."""
        return self._facts[bisect_left(self._starts, part.start) : bisect_left(self._starts, part.end)]

    def overlapping(self, part: Range) -> tuple[Fact, ...]:
        """The facts that share at least one code point with a range, in order."""
        first = bisect_right(self._reach, part.start)
        last = bisect_left(self._starts, part.end)
        return tuple(fact for fact in self._facts[first:last] if fact.range.overlaps(part))
