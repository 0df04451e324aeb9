"""The lines of hints at the foot, made from the table of actions."""

from collections.abc import Iterable

from reader.locale import Messages
from reader.model import Direction
from reader.view.action_rows import ActionRow, row_of
from reader.view.keys import Action, Keymap
from reader.view.panes.pane import Footer
from reader.view.popups import NotePopup, Popup
from reader.view.styled import StyledText, TextRole, isolated, one_line, styled

_WRITING = (
    ("Enter", "footer.accept"),
    ("Ctrl+J", "footer.new_line"),
    ("Ctrl+O", "footer.editor"),
    ("Esc", "footer.cancel"),
)
"""The keys of a note being written, which are no actions."""


_ALWAYS: Footer = ((Action.HELP,), (Action.QUIT,))
"""The hints every pane's footer ends with, however narrow the window is."""

_PARTED = "  "


def footer_line(
    rows: Iterable[ActionRow],
    keymap: Keymap,
    messages: Messages,
    pane: str,
    hints: Footer,
    *,
    width: int,
    over: bool = False,
) -> StyledText:
    """The keys one needs most in a pane, each beside what it does: as many as fit, and at last the help and the end.

    Args:
        rows: The table of actions.
        keymap: Which key does what.
        messages: The interface's language.
        pane: The name of the focused pane.
        hints: The actions it would show.
        width: The cells there are.
        over: Whether the pane stands over the text, so that a key closes it.
    """
    rows = tuple(rows)

    def hint(actions: tuple[Action, ...]) -> StyledText:
        text = row_of(rows, actions[0]).in_pane(pane)[1]
        return _hint(keymap, actions, messages.text(text))

    closing = [_hint(keymap, (Action.CANCEL,), messages.text("footer.close"))] if over else []
    return _line([*closing, *map(hint, hints)], [hint(actions) for actions in _ALWAYS], width)


def popup_hints(keymap: Keymap, messages: Messages, popup: Popup, width: int) -> StyledText:
    """The keys of what stands over the panes, as many as fit; the key that closes it comes last."""
    if isinstance(popup, NotePopup):
        *hints, closing = [_named(key, messages.text(text)) for key, text in _WRITING]
        return _line(hints, [closing], width)
    hints = [_hint(keymap, (action,), messages.text(text)) for action, text in popup.hints]
    return _line(hints, [_hint(keymap, (Action.CANCEL,), messages.text("footer.close"))], width)


def _line(hints: list[StyledText], kept: list[StyledText], width: int) -> StyledText:
    """Hints beside each other: those that are kept at the end, and of the others the first that have room."""
    room = width - sum(len(_PARTED) + _width(hint) for hint in kept) + len(_PARTED)
    fitting: list[StyledText] = []
    for hint in hints:
        room -= _width(hint) + len(_PARTED)
        if room < 0:
            break
        fitting.append(hint)
    line = StyledText()
    for hint in (*fitting, *kept):
        line += (styled(_PARTED) if line.text else StyledText()) + hint
    return line


def _width(hint: StyledText) -> int:
    return one_line(hint.text, Direction.LTR).width


def _hint(keymap: Keymap, actions: tuple[Action, ...], text: str) -> StyledText:
    return _named(keymap.shown(actions, first_only=True), text)


def _named(key: str, text: str) -> StyledText:
    return isolated(key, TextRole.BAR_KEY) + styled(" ") + isolated(text, TextRole.MUTED)
