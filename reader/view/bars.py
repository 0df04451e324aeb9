"""The bars of the screen: the header, and the line at the foot: key hints, a message, or a field one types into.

Units: cells of the window.
"""

from functools import lru_cache

from reader.locale import Messages
from reader.model import Direction
from reader.named_tuples import NamedTuple
from reader.view.actions import ACTIONS
from reader.view.hint_line import footer_line, popup_hints
from reader.view.keys import Keymap, key_shown_as
from reader.view.panes.pane import Footer
from reader.view.prompt import Prompt, PromptKind
from reader.view.remarks import search_line, search_options
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
from reader.view.workspace import Workspace

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))

_PARTED = " · "
_APART = 1
"""Cells between what stands at the two ends of the header."""

ROOMY = 60
"""Columns from which on the options of a search are shown."""

OPTIONS = 11
"""Cells of the options: the key held and a letter each."""

REMARK = 26
"""Cells of what stands beside a query at most."""


def header_row(where: Whereabouts, direction: Direction, width: int) -> PaintedRow:
    """The titles of the document and its chapter at the starting side, how far one has read at the other.

    Where not all have room, a third of it is the document's title's.
    """
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

    def rows(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The foot in exactly so many cells and rows; a message has several where it is long."""
        if self.prompt is None and height > 1:
            rows = wrapped(self.line, width, height, self.direction, (TextRole.TEXT,))
            return rows + (blank(width, TextRole.TEXT),) * (height - len(rows))
        row = self._prompted(self.prompt, width) if self.prompt else None
        return (row or compose(self.line, width, self.direction, (TextRole.TEXT,)),)

    def key_at(self, x: int, width: int) -> str:
        """The key whose hint stands in a cell of the line; "" where there is none."""
        keys = [span for span in self.line.spans if span.role is TextRole.BAR_KEY]
        if self.prompt is not None or not keys:
            return ""
        laid = one_line(self.line.text, self.direction)
        # Right to left, the line's beginning stands at the right edge.
        index = laid.index_at(x + (laid.width - width if self.direction.is_rtl else 0))
        before = [span for span in keys if span.start <= index]
        label = self.line.text[before[-1].start : before[-1].end].translate(_ISOLATES).split() if before else []
        return key_shown_as(label[0]) if label else ""

    def _prompted(self, prompt: Prompt, width: int) -> PaintedRow:
        direction, options = self.direction, self.options
        gap, roles = blank(1, TextRole.TEXT), (TextRole.MUTED,)
        label = fitted(isolated(self.label), width // (4 if options.text else 2), direction, (TextRole.NOTICE,))
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
        if prompt.text or not self.hint or room <= 2:
            return prompt.field.painted(room, (TextRole.FIELD,))
        direction = self.direction
        shown = compose(isolated(self.hint, default=direction), room - 2, direction, (TextRole.FIELD, TextRole.MUTED))
        cell = prompt.field.painted(2, (TextRole.FIELD,))
        return (*shown, *cell) if direction.is_rtl else (*cell, *shown)


def foot_content(workspace: Workspace) -> FootContent:
    """The content of the foot: the prompt, a message, the search that stands, else key hints."""
    prompt, messages = workspace.prompt, workspace.messages
    searched = prompt is not None and prompt.question is PromptKind.SEARCH
    return FootContent(
        _foot_line(workspace),
        prompt,
        messages.text(f"{prompt.question}.prompt") if prompt else "",
        workspace.document.direction,
        search_options(workspace) if searched else StyledText(),
        messages.text(prompt.hint) if prompt and prompt.hint else "",
    )


def _foot_line(workspace: Workspace) -> StyledText:
    messages, width = workspace.messages, workspace.window.columns
    if workspace.notice:
        return workspace.message
    if workspace.popup:
        return popup_hints(workspace.keymap, messages, workspace.popup, width)
    if line := search_line(workspace):
        return line
    over, pane = bool(workspace.arrangement.over), workspace.focused
    return _key_hints(workspace.keymap, messages, pane.name, pane.hints, width=width, over=over)


@lru_cache(maxsize=64)
def _key_hints(keymap: Keymap, messages: Messages, pane: str, hints: Footer, *, width: int, over: bool) -> StyledText:
    return footer_line(ACTIONS, keymap, messages, pane, hints, width=width, over=over)
