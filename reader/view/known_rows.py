"""Rows that were painted before: a line further on, all of a page but one row is as it was.

What a row looks like depends on where it stands in its flow, on what is marked in it (:class:`RowLook`), and on what
holds for all the page (its *look*, any value that is compared).
"""

from collections.abc import Callable, Iterable
from weakref import WeakKeyDictionary

from reader.named_tuples import NamedTuple
from reader.view.flow import Flow
from reader.view.flow_row import RowPosition
from reader.view.styled import PaintedRow, StyledSpan


class RowLook(NamedTuple):
    """All that tells one row of a page from another.

    Attributes:
        place: Which row it is.
        lit: Whether the reading position is in it.
        overlays: The highlights, hits and the like that reach into it.
    """

    place: RowPosition
    lit: bool
    overlays: tuple[StyledSpan, ...]


class _Page(NamedTuple):
    look: tuple[object, ...]
    rows: dict[RowLook, PaintedRow]


_PAGES: "WeakKeyDictionary[Flow, _Page]" = WeakKeyDictionary()
"""Of each flow the page painted last."""


def painted_once(
    flow: Flow, look: tuple[object, ...], rows: Iterable[RowLook], painted: Callable[[RowLook, int], PaintedRow]
) -> tuple[PaintedRow, ...]:
    """The rows of a page, of which those that were on the page before are not painted again.

    Args:
        flow: The document in its column.
        look: All else that decides how the page looks.
        rows: Its rows.
        painted: Paints a row, given what it looks like and its number on the page.
    """
    before = _PAGES.get(flow)
    known = before.rows if before and before.look == look else {}
    page: dict[RowLook, PaintedRow] = {}
    found: list[PaintedRow] = []
    for number, row in enumerate(rows):
        page[row] = known.get(row) or painted(row, number)
        found.append(page[row])
    _PAGES[flow] = _Page(look, page)
    return tuple(found)
