"""The header, and the line at the foot: key hints, a message, or a field one types into."""

from typing import NamedTuple

from textual import events

from reader.model import Direction
from reader.tui.happened import Happened
from reader.tui.paint import Painter
from reader.tui.painted_widget import PaintedWidget
from reader.view.events import KeyPressed
from reader.view.keys import key_shown_as
from reader.view.prompt import Prompt
from reader.view.styled import (
    PaintedRow,
    StyledText,
    TextRole,
    blank,
    compose,
    fitted,
    isolated,
    one_line,
    row_width,
    styled,
    wrapped,
)
from reader.view.whereabouts import Whereabouts

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))

_PARTED = " · "
_APART = 1
"""Cells between what stands at the two ends of the header."""


class Bar(PaintedWidget, inherit_bindings=False):
    """One painted row."""

    DEFAULT_CSS = """
    Bar { height: 1; }
    """

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self.direction = Direction.LTR

    def painted(self, width: int) -> PaintedRow:
        """The row in exactly ``width`` cells."""
        raise NotImplementedError

    def painted_rows(self) -> tuple[PaintedRow, ...]:
        """The row."""
        return (self.painted(self.size.width),)


class HeaderBar(Bar):
    """The titles of the document and its chapter at the starting side, how far one has read at the other."""

    def __init__(self, painter: Painter) -> None:
        super().__init__("header", painter)
        self._shown = (Whereabouts("", "", ""), Direction.LTR)

    def show(self, where: Whereabouts, direction: Direction) -> None:
        """Paint another place."""
        if (where, direction) != self._shown:
            self._shown = (where, direction)
            self.direction = direction
            self.repaint()

    def painted(self, width: int) -> PaintedRow:
        """The titles and the remark; where not all have room, a third of it is the document's title's."""
        where, direction = self._shown
        roles = (TextRole.BAR,)
        far = fitted(isolated(where.remark, default=direction), max(0, width - 2), direction, roles)
        room = max(0, width - row_width(far) - 2 - _APART)
        chapter = isolated(where.chapter, default=direction)
        parted = styled(_PARTED) if where.title else StyledText()
        wanted = row_width(fitted(chapter, room, direction)) + len(parted.text) if where.chapter else 0
        title = fitted(
            isolated(where.title, TextRole.TITLE, default=direction), max(room // 3, room - wanted), direction, roles
        )
        near = title
        if where.chapter:
            rest = fitted(parted + chapter, room - row_width(title), direction, roles)
            near = (*rest, *title) if direction.is_rtl else (*title, *rest)
        gap = blank(max(0, width - row_width(far) - row_width(near) - 2), *roles)
        edge = blank(1, *roles)
        return (*edge, *far, *gap, *near, *edge) if direction.is_rtl else (*edge, *near, *gap, *far, *edge)


ROOMY = 60
"""Columns from which on the options of a search are shown."""

OPTIONS = 11
"""Cells of the options: the key held and a letter each."""

REMARK = 26
"""Cells of what stands beside a query at most."""


class FootContent(NamedTuple):
    """The content of the foot: a prompt with its label, else a line, which takes as many rows as it has.

    Attributes:
        line: The line.
        prompt: The prompt.
        label: What it asks for.
        direction: The layout's.
        options: What can be changed of how the answer is meant, at the far end.
        hint: What an empty prompt says of its keys.
    """

    line: StyledText = StyledText()
    prompt: Prompt | None = None
    label: str = ""
    direction: Direction = Direction.LTR
    options: StyledText = StyledText()
    hint: str = ""


class FootBar(Bar):
    """Key hints, unless there is a message to read or a prompt to answer."""

    def __init__(self, painter: Painter) -> None:
        super().__init__("foot", painter)
        self._shown = FootContent()
        self._rows = 1

    @property
    def rows(self) -> int:
        """How many rows it has; with none it is not there."""
        return self._rows

    @rows.setter
    def rows(self, rows: int) -> None:
        if rows != self._rows:
            self._rows = rows
            self.display = rows > 0
            self.styles.height = max(1, rows)
            self.repaint()

    def show(self, content: FootContent) -> None:
        """Paint something else."""
        if content != self._shown:
            self._shown = content
            self.direction = content.direction
            self.repaint()

    def painted_rows(self) -> tuple[PaintedRow, ...]:
        """The row; a message has several where it is long."""
        width = self.size.width
        if self._shown.prompt is None and self._rows > 1:
            rows = wrapped(self._shown.line, width, self._rows, self.direction, (TextRole.TEXT,))
            return rows + (blank(width, TextRole.TEXT),) * (self._rows - len(rows))
        return super().painted_rows()

    def on_click(self, event: events.Click) -> None:
        """A click on a hint is its key pressed."""
        line, width = self._shown.line, self.size.width
        keys = [span for span in line.spans if span.role is TextRole.BAR_KEY]
        if self._shown.prompt is not None or not keys:
            return
        laid = one_line(line.text, self.direction)
        # Right to left, the line's beginning stands at the right edge.
        index = laid.index_at(event.x + (laid.width - width if self.direction.is_rtl else 0))
        before = [span for span in keys if span.start <= index]
        label = line.text[before[-1].start : before[-1].end].translate(_ISOLATES).split() if before else []
        if label:
            key = key_shown_as(label[0])
            self.post_message(Happened(KeyPressed(key, key if len(key) == 1 else None, key)))

    def painted(self, width: int) -> PaintedRow:
        """The prompt if there is one, else the line."""
        line, prompt, text, direction, options, _ = self._shown
        if prompt is None:
            return compose(line, width, direction, (TextRole.TEXT,))
        gap, roles = blank(1, TextRole.TEXT), (TextRole.MUTED,)
        label = fitted(isolated(text), width // (4 if options.text else 2), direction, (TextRole.NOTICE,))
        keys: PaintedRow = ()
        if options.text:  # of a search: the field stays where it is, whatever is found
            keys = compose(options, OPTIONS, direction, (TextRole.TEXT,)) if width >= ROOMY else ()
            beside = min(REMARK, width // 4) if prompt.text else 0
            remark = compose(isolated(prompt.remark), beside, direction, roles)
        else:
            remark = fitted(isolated(prompt.remark), width // 3, direction, roles)
        ends = (gap, remark, *((gap, keys) if keys else ()))
        room = max(1, width - sum(map(row_width, (label, gap, *ends))))
        parts = (label, gap, self._field(prompt, room), *ends)
        return tuple(piece for part in (reversed(parts) if direction.is_rtl else parts) for piece in part)

    def _field(self, prompt: Prompt, room: int) -> PaintedRow:
        """The line; an empty one shows what can be typed."""
        _, _, _, direction, _, hint = self._shown
        if prompt.text or not hint or room <= 2:
            return prompt.field.painted(room, (TextRole.FIELD,))
        shown = compose(isolated(hint, default=direction), room - 2, direction, (TextRole.FIELD, TextRole.MUTED))
        cell = prompt.field.painted(2, (TextRole.FIELD,))
        return (*shown, *cell) if direction.is_rtl else (*cell, *shown)
