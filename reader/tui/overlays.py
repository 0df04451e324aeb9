"""Screens over the text: the list of bookmarks and the list of keys."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.model import Direction
from reader.tui.bars import FootBar
from reader.tui.list_pane import ListPane
from reader.view.keys import Action
from reader.view.list_model import Item, ListModel
from reader.view.styled import StyledText


class ListScreen(ModalScreen[Item | None], inherit_bindings=False):
    """A list to choose from; it ends with the chosen item, or None when it is closed.

    Args:
        name: The screen's name.
        heading: Its title.
        model: The items.
        empty: What stands there when there are none.
        hints: The line at the foot.
        action_of: Which action a key press stands for.
        removed: Called with an item to remove; gives the list that is left. None where nothing can be removed.
    """

    DEFAULT_CSS = """
    ListScreen { align: center middle; background: transparent; }
    ListScreen > ListPane { width: 100%; max-width: 100; height: 1fr; background: ansi_default; }
    ListScreen > FootBar { dock: bottom; }
    """

    def __init__(
        self,
        name: str,
        heading: str,
        model: ListModel,
        *,
        empty: str,
        hints: StyledText,
        direction: Direction,
        theme: str,
        action_of: Callable[[events.Key], Action | None],
        removed: Callable[[Item], ListModel] | None = None,
    ) -> None:
        super().__init__(name=name)
        self._list = ListPane(name, theme)
        self._list.frame(direction, heading)
        self._foot = FootBar(theme)
        self._foot.show(hints, None, "", direction)
        self._model = model.moved(0)
        self._empty = empty
        self._action_of = action_of
        self._removed = removed

    def compose(self) -> ComposeResult:
        """The list and its key hints."""
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Show the list and give it the keys."""
        self._show(self._model)
        self._list.focus()

    def _show(self, model: ListModel) -> None:
        self._model = model
        self._list.show(model, empty=self._empty)

    def on_list_pane_moved(self, message: ListPane.Moved) -> None:
        """The wheel or a click."""
        message.stop()
        self._show(message.model)

    def on_list_pane_chosen(self, message: ListPane.Chosen) -> None:
        """A click on an item."""
        message.stop()
        if self.is_active:
            self.dismiss(message.item)

    def on_key(self, event: events.Key) -> None:
        """Move, choose, remove, close."""
        event.stop()
        if not self.is_active:  # closed by the key before, which is still being acted on
            return
        height = self._list.body.height
        match self._action_of(event):
            case Action.LINE_DOWN:
                self._show(self._model.moved(1))
            case Action.LINE_UP:
                self._show(self._model.moved(-1))
            case Action.PAGE_DOWN:
                self._show(self._model.moved(height - 1))
            case Action.PAGE_UP:
                self._show(self._model.moved(1 - height))
            case Action.START:
                self._show(self._model.moved(-len(self._model.items)))
            case Action.END:
                self._show(self._model.moved(len(self._model.items)))
            case Action.OPEN:
                self.dismiss(self._model.current)
            case Action.BOOKMARK if self._removed and self._model.current:
                self._show(self._removed(self._model.current))
            case Action.CANCEL | Action.QUIT | Action.BOOKMARKS | Action.HELP | Action.BACK:
                self.dismiss(None)
            case _:
                if event.key == "delete" and self._removed and self._model.current:
                    self._show(self._removed(self._model.current))
