"""A note being written, over the foot of the window."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.locale import Messages
from reader.tui.bars import FootBar
from reader.tui.paint import Painter
from reader.tui.pane_widget import PaneWidget
from reader.view.arrange import Window
from reader.view.bars import FootContent
from reader.view.events import POPUP
from reader.view.painted_panes import PaneFrame
from reader.view.panes.pane import PaneHeading
from reader.view.popups import NotePopup


class NoteScreen(ModalScreen[None], inherit_bindings=False):
    """Paints a :class:`~reader.view.popups.NotePopup`; keys and the mouse are the application's."""

    DEFAULT_CSS = """
    NoteScreen { background: transparent; }
    NoteScreen > PaneWidget { background: ansi_default; }
    NoteScreen > FootBar { dock: bottom; }
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__(name="note")
        self._note = PaneWidget(POPUP, painter)
        self._foot = FootBar(painter)

    def compose(self) -> ComposeResult:
        """The note and its key hints."""
        yield self._note
        yield self._foot

    def on_mount(self) -> None:
        """The note is focused."""
        self._note.focus()

    def show(self, popup: NotePopup, messages: Messages, foot: FootContent) -> None:
        """Paint another state of it, and the foot below it."""
        self._foot.show(foot)
        self._note.styles.width, self._note.styles.height = popup.box.width, popup.box.height
        self._note.styles.offset = (popup.box.x, popup.box.y)
        title = PaneHeading(messages.text("marks.note"))
        self._note.show(popup.area, PaneFrame(foot.direction, title, boxed=Window(*self.app.size).boxed))
