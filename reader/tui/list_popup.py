"""Lists over the text: bookmarks, documents, links, keys."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.locale import Messages
from reader.tui.bars import FootBar
from reader.tui.list_widget import ListWidget
from reader.tui.paint import Painter
from reader.view.arrange import Window
from reader.view.bars import FootContent
from reader.view.events import POPUP
from reader.view.painted_panes import PaneFrame
from reader.view.panes.pane import ListContent, PaneHeading
from reader.view.popups import LIST_WIDEST, ListPopup


class ListPopupScreen(ModalScreen[None], inherit_bindings=False):
    """Paints a :class:`~reader.view.popups.ListPopup`; keys and the mouse are the application's."""

    DEFAULT_CSS = """
    ListPopupScreen { align: center middle; background: transparent; }
    ListPopupScreen > ListWidget { width: 100%; height: 1fr; background: ansi_default; }
    ListPopupScreen > FootBar { dock: bottom; }
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__(name="list")
        self._list = ListWidget(POPUP, painter)
        self._foot = FootBar(painter)

    def compose(self) -> ComposeResult:
        """The list and its key hints."""
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """The list is focused."""
        self._list.focus()

    def show(self, popup: ListPopup, messages: Messages, foot: FootContent, rows: int) -> None:
        """Paint another state of it, and the foot below it."""
        self._foot.rows = rows
        self._foot.show(foot)
        narrow = popup.width < LIST_WIDEST
        self._list.styles.max_width = popup.width
        self.styles.align_horizontal = "center" if not narrow else "left" if foot.direction.is_rtl else "right"
        content = ListContent(popup.model, messages.text(popup.empty), popup.details, roomy=True)
        title = PaneHeading(messages.text(popup.title))
        self._list.show(content, PaneFrame(foot.direction, title, boxed=Window(*self.app.size).boxed))
