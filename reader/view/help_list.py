"""The help's list and the lines of hints at the foot, made from the table of actions."""

from collections.abc import Iterable
from itertools import groupby

from reader.locale import Messages
from reader.view.action_rows import ActionRow, row_of
from reader.view.keys import Action, Keymap
from reader.view.list_model import Item
from reader.view.panes.pane import Pane
from reader.view.popups import NotePopup, Popup
from reader.view.styled import StyledText, TextRole, isolated, styled

_WRITING = (
    ("Enter", "footer.accept"),
    ("Ctrl+J", "footer.new_line"),
    ("Ctrl+O", "footer.editor"),
    ("Esc", "footer.cancel"),
)
"""The keys of a note being written, which are no actions."""


def help_items(rows: Iterable[ActionRow], keymap: Keymap, messages: Messages) -> tuple[Item, ...]:
    """One line for the actions that share a text: what they do, their keys at the far end."""
    lines = groupby((row for row in rows if row.help), key=lambda row: row.help)
    return tuple(
        Item(
            styled(messages.text(text)),
            None,
            text,
            trail=isolated(keymap.shown(row.action for row in sharing), TextRole.BAR_KEY),
        )
        for text, sharing in lines
    )


def footer_line(rows: Iterable[ActionRow], keymap: Keymap, messages: Messages, pane: Pane | type[Pane]) -> StyledText:
    """The keys one needs most in a pane, each beside what it does; what does not fit at the end is cut."""
    rows = tuple(rows)
    hints = ((actions, row_of(rows, actions[0]).in_pane(pane.name)[1]) for actions in pane.footer)
    return _line(_hint(keymap, actions, messages.text(text)) for actions, text in hints)


def popup_hints(keymap: Keymap, messages: Messages, popup: Popup) -> StyledText:
    """The keys of what stands over the panes; the key that closes it comes last."""
    if isinstance(popup, NotePopup):
        return _line(_named(key, messages.text(text)) for key, text in _WRITING)
    entries = (*popup.hints, (Action.CANCEL, "footer.close"))
    return _line(_hint(keymap, (action,), messages.text(text)) for action, text in entries)


def _line(hints: Iterable[StyledText]) -> StyledText:
    line = StyledText()
    for hint in hints:
        line += (styled("  ") if line.text else StyledText()) + hint
    return line


def _hint(keymap: Keymap, actions: tuple[Action, ...], text: str) -> StyledText:
    return _named(keymap.shown(actions, first_only=True), text)


def _named(key: str, text: str) -> StyledText:
    return isolated(key, TextRole.BAR_KEY) + styled(" ") + isolated(text, TextRole.MUTED)
