"""Which cells of a line the text column shows, and where: all of them, or what wide lines are scrolled to.

Units: cells, of a line from its own left edge, of the text column from its left edge.
"""

from collections.abc import Iterable

from reader.named_tuples import NamedTuple
from reader.text.line import Cells

MORE_LEFT, MORE_RIGHT = "‹", "›"


class SightPiece(NamedTuple):
    """Cells of a line, and the cell of the column where the first of them stands."""

    cells: Cells
    at: int


class Sight(NamedTuple):
    """The part of a line in sight.

    Attributes:
        pieces: From left to right.
        signs: Signs that there is more, by the cells they stand in; they are painted over what else stands there.
    """

    pieces: tuple[SightPiece, ...]
    signs: tuple[tuple[int, str], ...] = ()

    def shown(self, cells: Iterable[Cells]) -> tuple[Cells, ...]:
        """The cells of the column that show some of the line; nothing for those out of sight."""
        found = []
        for start, end in cells:
            for piece in self.pieces:
                first, last = max(start, piece.cells.start), min(end, piece.cells.end)
                if first < last:
                    by = piece.at - piece.cells.start
                    found.append(Cells(first + by, last + by))
        return tuple(found)

    def under(self, column: int) -> int:
        """The cell of the line that a cell of the column shows, or the nearest to it."""

        def distance(piece: SightPiece) -> int:
            return max(piece.at - column, column - (piece.at + piece.cells.end - piece.cells.start - 1), 0)

        nearest = min(self.pieces, key=distance)
        start, end = nearest.cells
        return start + max(0, min(column - nearest.at, end - start - 1))

    def mirrored(self, width: int, room: int) -> "Sight":
        """The same of a line of so many cells from the other side, in a column of so many."""
        pieces = (
            SightPiece(Cells(width - end, width - start), room - at - (end - start))
            for (start, end), at in reversed(self.pieces)
        )
        return Sight(tuple(pieces), tuple((room - 1 - at, sign) for at, sign in reversed(self.signs)))


def whole(width: int, offset: int) -> Sight:
    """All of a line of so many cells, which begins at a cell of the column."""
    return Sight((SightPiece(Cells(0, width), offset),))


def through(width: int, room: int, shift: int, *, rtl: bool) -> Sight:
    """The part that a column of so many cells shows of a line scrolled by some cells from the side it begins at."""
    start = width - room - shift if rtl else shift
    end = start + room
    first, last, at = max(0, start), min(width, end), max(0, -start)
    signs = []
    if start > 0 and width > 0 and room > 1:
        signs.append((0, MORE_LEFT))
        first, at = start + 1, 1
    if end < width and room > 1:
        signs.append((room - 1, MORE_RIGHT))
        last = end - 1
    return Sight((SightPiece(Cells(first, max(first, last)), at),), tuple(signs))
