"""A panel beside the text: a note, or where a link leads. The place in the text stays as it is.

It stands at the side where lines end, or below the text in a narrow window.
"""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen

from reader.model import Document, Pos
from reader.text.layout import Justification
from reader.text.printable import pasteable
from reader.tui.bars import FootBar
from reader.tui.pane import TITLE
from reader.tui.reading_pane import ReadingPane
from reader.view.arrange import THREE_PANES
from reader.view.flow import Flow
from reader.view.keys import Action
from reader.view.page import column_width
from reader.view.reading_state import ReadingState
from reader.view.styled import StyledText

_NARROWEST, _WIDEST = 30, 60
_HIGHEST = 0.6
"""Share of the window that the panel takes at most below the text."""


class AsideScreen(ModalScreen[Action | None], inherit_bindings=False):
    """A document of few lines beside the one that is read; ends with the action that was chosen for it, or None.

    Args:
        heading: Its title.
        content: What is shown.
        start: Where in it the text begins.
        marks: Whether harakat are shown.
        hints: The line at the foot.
        theme: The colours.
        action_of: Which action a key press stands for.
        chosen: Actions that end it.
    """

    DEFAULT_CSS = """
    AsideScreen { background: transparent; }
    AsideScreen > ReadingPane { background: ansi_default; }
    AsideScreen > FootBar { dock: bottom; }
    """

    def __init__(
        self,
        heading: str,
        content: Document,
        *,
        start: Pos = Pos(0),
        marks: bool = True,
        hints: StyledText,
        theme: str,
        action_of: Callable[[events.Key], Action | None],
        chosen: frozenset[Action] = frozenset((Action.OPEN,)),
    ) -> None:
        super().__init__(name="aside")
        self._state = ReadingState(
            Flow(content, 1, marks=marks, justification=Justification.NONE), top=start, cursor=start
        )
        self._pane = ReadingPane(theme)
        self._pane.frame(content.direction, heading)
        self._foot = FootBar(theme)
        self._foot.show(hints, None, "", content.direction)
        self._action_of = action_of
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The panel and its key hints."""
        yield self._pane
        yield self._foot

    def on_mount(self) -> None:
        """Give the panel its place and the keys."""
        self._arrange()
        self._pane.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Another window, another place."""
        self._arrange(event.size)

    def _arrange(self, size: Size | None = None) -> None:
        """As wide or as high as what it shows, beside the text or below it."""
        columns, rows = size or self.app.size
        rows -= 1  # the hints
        rtl = self._state.document.direction.is_rtl
        beside = columns >= THREE_PANES
        width = max(_NARROWEST, min(_WIDEST, columns * 2 // 5)) if beside else columns
        column = column_width(width - 1)
        height = TITLE + max(1, len(self._state.resized(column, rows).to_start().rows()))
        height = min(height + 1, rows) if beside else min(height + 1, max(TITLE + 2, int(rows * _HIGHEST)))
        self._state = self._state.resized(column, max(1, height - TITLE))
        self._pane.styles.width, self._pane.styles.height = width, height
        self._pane.styles.offset = (0 if rtl or not beside else columns - width, rows - height)
        self._pane.show(self._state)

    def _turn_to(self, state: ReadingState) -> None:
        self._state = state
        self._pane.show(state)

    def on_reading_pane_wheeled(self, message: ReadingPane.Wheeled) -> None:
        """The wheel over the panel."""
        message.stop()
        self._turn_to(self._state.moved(message.rows))

    def on_reading_pane_pointed(self, message: ReadingPane.Pointed) -> None:
        """A click in it does nothing."""
        message.stop()

    def on_reading_pane_dragged(self, message: ReadingPane.Dragged) -> None:
        """Its text is selected."""
        message.stop()
        self._turn_to(self._state.selected(message.anchor, message.pos))

    def on_key(self, event: events.Key) -> None:
        """Move, copy, choose, close."""
        event.stop()
        if not self.is_active:
            return
        action = self._action_of(event)
        match action:
            case Action.LINE_DOWN:
                self._turn_to(self._state.moved(1))
            case Action.LINE_UP:
                self._turn_to(self._state.moved(-1))
            case Action.PAGE_DOWN:
                self._turn_to(self._state.paged(1))
            case Action.PAGE_UP:
                self._turn_to(self._state.paged(-1))
            case Action.COPY:
                document = self._state.document
                whole = "\n".join(document.slice(block.range) for block in document.blocks)
                chosen = document.slice(self._state.selection) if self._state.selection else whole
                self.app.copy_to_clipboard(pasteable(chosen))
            case Action.CANCEL | Action.QUIT | Action.BACK | Action.LINK:
                self.dismiss(None)
            case _ if action in self._chosen:
                self.dismiss(action)
            case _:
                pass
