"""The panes there are: each is one file beside this one, and a row here."""

from collections.abc import Callable

from reader.locale import Messages
from reader.view.panes.conversation import ConversationPane
from reader.view.panes.facts import FactsPane
from reader.view.panes.pane import Pane
from reader.view.panes.sections import SectionsPane
from reader.view.panes.text import TextPane
from reader.view.reading_state import ReadingState

PaneRow = Callable[[ReadingState, Messages], Pane]
"""Opens a pane for a document, in the interface's language."""

PANES: tuple[PaneRow, ...] = (
    SectionsPane.opened,
    TextPane.opened,
    ConversationPane.opened,
    FactsPane.opened,
)
"""In reading order across the screen."""
