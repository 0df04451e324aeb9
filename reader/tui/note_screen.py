"""A note being written, over the foot of the window."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.locale import Messages
from reader.tui.bars import FootBar, FootContent
from reader.tui.paint import Painter
from reader.tui.pane_widget import PaneWidget
from reader.view.arrange import Window
from reader.view.events import POPUP
from reader.view.popups import NotePopup
from reader.view.styled import PaintedRow, TextRole


class NoteWidget(PaneWidget):
    """Paints a :class:`~reader.view.text_area.TextArea`."""

    def __init__(self, name: str, painter: Painter) -> None:
        super().__init__(name, painter)
        self._popup: NotePopup | None = None

    def show(self, popup: NotePopup) -> None:
        """Paint another state."""
        if popup is not self._popup:
            self._popup = popup
            self.repaint()

    def rows(self, width: int, height: int) -> tuple[PaintedRow, ...]:
        """The words, the cursor among them."""
        if self._popup is None:
            return ()
        return self._popup.area.sized(width, height).painted(self.direction, (TextRole.FIELD,))

    def extent(self, height: int) -> tuple[float, float]:
        """All of it: how long a note is is not worth laying it out whole."""
        del height
        return 0.0, 1.0


class NoteScreen(ModalScreen[None], inherit_bindings=False):
    """Paints a :class:`~reader.view.popups.NotePopup`; keys and the mouse are the application's."""

    DEFAULT_CSS = """
    NoteScreen { background: transparent; }
    NoteScreen > NoteWidget { background: ansi_default; }
    NoteScreen > FootBar { dock: bottom; }
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__(name="note")
        self._note = NoteWidget(POPUP, painter)
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
        self._note.frame(foot.direction, messages.text("marks.note"), boxed=Window(*self.app.size).boxed)
        self._note.styles.width, self._note.styles.height = popup.box.width, popup.box.height
        self._note.styles.offset = (popup.box.x, popup.box.y)
        self._note.show(popup)
