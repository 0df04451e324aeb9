"""A laid-out line: its clusters in visual order, and the map between the text and the cells.

Units: local code-point indexes of the paragraph; columns are cells from the line's own left edge. Lines are made by
:mod:`reader.text.setting`.
"""

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from typing import Self

from reader.named_tuples import NamedTuple


class Cluster(NamedTuple):
    """The unit that is never split: a letter with its marks, a lam-alef, a tab, an emoji sequence.

    ``shape`` is what is painted, "" if nothing; ``width`` its cells; ``level`` its embedding level on the line.
    """

    start: int
    end: int
    shape: str
    width: int
    level: int


class Cells(NamedTuple):
    """Columns, half-open."""

    start: int
    end: int


NO_CELLS = Cells(0, 0)


class Hang(NamedTuple):
    """Cells of a line that stand outside its column, in the margins."""

    left: int = 0
    right: int = 0


NO_HANG = Hang()


class Line:
    """One line of a paragraph.

    Most lines are only read from left to right: their painted text and width come with them, and the clusters are
    made when something is pointed at.

    Attributes:
        start: Where its text starts.
        end: Where it ends, the white space that hangs there included.
        base: The paragraph's base level.
        clusters: In visual order, from left to right; together they cover the text.
        text: What is painted, from left to right.
        width: All its cells.
        hang: How many of them hang in the margins.
        name: Those in which a name stands that is none of the text: of a table's column, before its value.
    """

    hang: Hang = NO_HANG
    name: Cells = NO_CELLS
    _make_clusters: Callable[[], tuple[Cluster, ...]]

    def __init__(self, start: int, end: int, base: int, clusters: tuple[Cluster, ...]) -> None:
        self.start = start
        self.end = end
        self.base = base
        self.clusters = clusters

    @classmethod
    def painted(
        cls, start: int, end: int, base: int, *, text: str, width: int, clusters: Callable[[], tuple[Cluster, ...]]
    ) -> Self:
        """A line whose clusters are made when they are asked for."""
        line = cls.__new__(cls)
        line.start, line.end, line.base = start, end, base
        line.text, line.width = text, width
        line._make_clusters = clusters  # noqa: SLF001 - its own
        return line

    def hanging(self, hang: Hang) -> Self:
        """The same line with cells that stand outside its column."""
        line = self.__class__.__new__(self.__class__)
        line.__dict__.update(self.__dict__)
        line.hang = hang
        return line

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:  # noqa: D102 - an attribute of the class
        return self._make_clusters()

    @cached_property
    def text(self) -> str:  # noqa: D102 - an attribute of the class
        return "".join([cluster.shape for cluster in self.clusters])

    @cached_property
    def width(self) -> int:  # noqa: D102 - an attribute of the class
        return sum([cluster.width for cluster in self.clusters])

    @property
    def extent(self) -> tuple[int, int]:
        """From where to where the text lies that it shows pieces of: its own stretch, but in rows of tables."""
        return self.start, self.end

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Line):
            return NotImplemented
        mine, others = ((line.start, line.end, line.base, line.hang, line.clusters) for line in (self, other))
        return mine == others

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.base, self.text))

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.end}, {self.base}, {self.clusters}, hang={self.hang})"

    @cached_property
    def _columns(self) -> list[int]:
        """The first column of every cluster, and the width."""
        return [0, *accumulate(cluster.width for cluster in self.clusters)]

    def cells_of(self, start: int, end: int) -> tuple[Cells, ...]:
        """The columns that show a stretch of the text, from left to right, touching ones joined.

        A cluster that is partly inside counts whole; so does half a lam-alef.
        """
        runs: list[Cells] = []
        first, last = self.extent
        if end <= first or start >= last:
            return ()
        for cluster, column in zip(self.clusters, self._columns, strict=False):
            if cluster.width and cluster.start < end and start < cluster.end:
                if runs and runs[-1].end == column:
                    runs[-1] = Cells(runs[-1].start, column + cluster.width)
                else:
                    runs.append(Cells(column, column + cluster.width))
        return tuple(runs)

    def index_at(self, column: int) -> int:
        """Where the cluster at a column, or nearest to it, starts; the line's start when it shows nothing."""
        if not self.width:
            return self.start
        # The last cluster that begins at or left of the column is the one that has cells there.
        return self.clusters[bisect_right(self._columns, max(0, min(column, self.width - 1))) - 1].start
