"""A pane as it is painted: a title, its content, and a scroll bar at the side the reading ends at; some have a frame.

Units: cells and rows of the pane.
"""

from reader.model import Direction
from reader.named_tuples import NamedTuple
from reader.view.arrange import BAR, FRAME, TITLE
from reader.view.list_model import ListModel
from reader.view.page import painted_page
from reader.view.panes.pane import Content, ListContent, Pane, PaneHeading, TextContent
from reader.view.reading_state import ReadingState
from reader.view.scrollbar import bar_cell, marked_rows, thumb
from reader.view.styled import (
    PaintedRow,
    StyledRun,
    TextRole,
    blank,
    compose,
    cropped,
    fitted,
    isolated,
    row_width,
    styled,
    wrapped,
)
from reader.view.text_area import TextArea
from reader.view.workspace import Workspace

DETAILS_MOST = 4
"""Rows that details take at most."""

Shown = Content | TextArea
"""The content of a pane or a popup, inside its frame."""


class PaneFrame(NamedTuple):
    """The frame around a pane's content.

    Attributes:
        direction: The layout's.
        heading: The title.
        titled: Whether that shows where there is no frame to show it in.
        boxed: Whether there is a frame all around.
        focused: Whether keys act on the pane: its title and its cursor look different then.
    """

    direction: Direction = Direction.LTR
    heading: PaneHeading = PaneHeading("")
    titled: bool = True
    boxed: bool = False
    focused: bool = True

    @property
    def left(self) -> int:
        """The column at which the content begins."""
        return int(self.boxed or self.direction.is_rtl) * BAR

    @property
    def top(self) -> int:
        """The row at which it begins."""
        return TITLE if self.titled or self.boxed else 0

    def inner_width(self, width: int) -> int:
        """The cells inside the scroll bar and the frame."""
        return max(0, width - BAR - (FRAME if self.boxed else 0))

    def inner_height(self, height: int) -> int:
        """The rows inside the title and the frame."""
        return max(0, height - self.top - (FRAME if self.boxed else 0))

    def bar_column(self, width: int) -> int:
        """Where the scroll bar is."""
        return 0 if self.direction.is_rtl else width - BAR

    def painted(self, content: Shown, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The title, the content's rows with the scroll bar at their side, the frame."""
        inner, room = self.inner_width(width), self.inner_height(height)
        rows = painted_content(content, inner, room, self.direction, focused=self.focused)
        rows += (blank(inner),) * (room - len(rows))
        lit = thumb(*_extent(content, inner, room, self.direction), room)
        marked = _marks(content, room)
        if not isinstance(content, TextContent):  # whose rows are as wide already
            rows = tuple([(*row, *blank(inner - row_width(row))) for row in rows])
        framed = [self._beside_bar(row, bar_cell(y, lit, marked)) for y, row in enumerate(rows[:room])]
        if self.boxed:
            return (self._lid(width), *framed, _line("└", "┘", width))
        return (self._title(width), *framed) if self.titled and height else tuple(framed)

    def _beside_bar(self, row: PaintedRow, bar: StyledRun) -> PaintedRow:
        side = (StyledRun("│", 1, (TextRole.TRACK,)),) if self.boxed else ()
        return (bar, *row, *side) if self.direction.is_rtl else (*side, *row, bar)

    def _lid(self, width: int) -> PaintedRow:
        """The frame's upper line, with the title in it."""
        title = self._title(max(0, width - 6))
        line = _line("┌", "┐", width)
        return cropped(line, 0, 2) + blank(1) + title + blank(1) + cropped(line, 4 + row_width(title), width)

    def _title(self, width: int) -> PaintedRow:
        role = TextRole.PANE_TITLE if self.focused else TextRole.PANE_TITLE_IDLE
        text = styled(self.heading.title)
        if self.heading.remark:
            text += styled("  ") + isolated(self.heading.remark, TextRole.MUTED)
        if not self.boxed:
            return compose(text, width, self.direction, (role,))
        return fitted(text, width, self.direction, (role,))


def frame_of(workspace: Workspace, pane: Pane) -> PaneFrame:
    """The frame of a pane that shows."""
    shares = workspace.arrangement
    over = pane.name == shares.over
    return PaneFrame(
        workspace.document.direction,
        pane.heading(workspace.messages),
        shares.titled and not over,
        over and workspace.window.boxed,
        pane.name == workspace.focus,
    )


def painted_content(
    content: Shown, width: int, height: int, direction: Direction, *, focused: bool
) -> tuple[PaintedRow, ...]:
    """The rows of a content; fewer than there is room for when there is less to show."""
    match content:
        case TextContent(reading, empty):
            if not reading.document.blocks:
                return (compose(styled(empty, TextRole.MUTED), width, direction),)
            return painted_page(reading, width)[:height]
        case TextArea():
            return content.sized(width, height).painted(direction, (TextRole.FIELD,))
        case ListContent():
            if not content.model.items:
                return (compose(styled(content.empty, TextRole.MUTED), width, direction),)
            details = _details(content, width, height, direction)
            room = height - len(details)
            rows = content.model.shown(room).painted(width, room, direction, focused=focused)
            return (*rows, *((),) * (room - len(rows)), *details) if details else rows


def list_shown(content: ListContent, width: int, height: int, direction: Direction) -> ListModel:
    """The list as far as it is scrolled where it is painted."""
    return content.model.shown(list_room(content, width, height, direction))


def list_room(content: ListContent, width: int, height: int, direction: Direction) -> int:
    """Rows for the items, some kept for the details where there are any."""
    return height - len(_details(content, width, height, direction))


def _extent(content: Shown, width: int, height: int, direction: Direction) -> tuple[float, float]:
    """The part of the whole that is shown, as two fractions."""
    match content:
        case TextContent(reading):
            return _extent_of_text(reading)
        case ListContent(model) if model.items:
            room, total = list_room(content, width, height, direction), len(model.items)
            top = model.shown(room).top
            return top / total, min(1.0, (top + room) / total)
        case _:  # how long a note is is not worth laying it out whole
            return 0.0, 1.0


def _extent_of_text(state: ReadingState) -> tuple[float, float]:
    """The part of the document on the screen, by its characters."""
    rows = state.rows()
    if not rows:
        return 0.0, 1.0
    length = max(1, len(state.document))
    first, last = rows[0].range.start, rows[-1].range.end
    at_start = state.shown_top <= state.document.blocks[0].range.start
    at_end = last >= state.document.blocks[-1].range.end
    return 0.0 if at_start else first / length, 1.0 if at_end else last / length


def _marks(content: Shown, height: int) -> frozenset[int]:
    """The rows of the scroll bar where there are hits."""
    if not isinstance(content, TextContent) or not content.reading.hits:
        return frozenset()
    return marked_rows(content.reading.spread, len(content.reading.document), height)


def _details(content: ListContent, width: int, height: int, direction: Direction) -> tuple[PaintedRow, ...]:
    """The details of the current item, in the last rows of a pane that has enough of them."""
    if not content.details or height < 3:
        return ()
    most = height // 2 if content.roomy else max(1, min(DETAILS_MOST, height // 6))
    rows: list[PaintedRow] = []
    for line in content.details.split("\n"):
        if len(rows) < most:
            text = isolated(line, default=direction)
            rows += wrapped(text, width, most - len(rows), direction, (TextRole.NOTICE,))
    return tuple(rows)


def _line(left: str, right: str, width: int) -> PaintedRow:
    return (StyledRun(left + "─" * max(0, width - 2) + right, width, (TextRole.TRACK,)),)
