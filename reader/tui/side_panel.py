"""A panel beside the text: a note, or where a link leads. The place in the text stays as it is."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.locale import Messages
from reader.tui.bars import FootBar
from reader.tui.paint import Painter
from reader.tui.text_widget import TextWidget
from reader.view.bars import FootContent
from reader.view.events import POPUP
from reader.view.painted_panes import PaneFrame
from reader.view.panes.pane import PaneHeading, TextContent
from reader.view.popups import SidePanel


class SidePanelScreen(ModalScreen[None], inherit_bindings=False):
    """Paints a :class:`~reader.view.popups.SidePanel` where it says; keys and the mouse are the application's."""

    DEFAULT_CSS = """
    SidePanelScreen { background: transparent; }
    SidePanelScreen > TextWidget { background: ansi_default; }
    SidePanelScreen > FootBar { dock: bottom; }
    """

    def __init__(self, painter: Painter) -> None:
        super().__init__(name="side_panel")
        self._pane = TextWidget(POPUP, painter)
        self._foot = FootBar(painter)

    def compose(self) -> ComposeResult:
        """The panel and its key hints."""
        yield self._pane
        yield self._foot

    def on_mount(self) -> None:
        """The panel is focused."""
        self._pane.focus()

    def show(self, popup: SidePanel, messages: Messages, foot: FootContent) -> None:
        """Paint another state of it, and the foot below it."""
        direction, box = popup.reading.document.direction, popup.box
        self._foot.show(foot._replace(direction=direction))
        self._pane.styles.width, self._pane.styles.height = box.width, box.height
        self._pane.styles.offset = (box.x, box.y)
        title = PaneHeading(messages.text(popup.title))
        self._pane.show(TextContent(popup.reading), PaneFrame(direction, title, boxed=popup.window.boxed))
