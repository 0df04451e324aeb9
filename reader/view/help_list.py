"""The help screen's list and the footer's line, made from the table of keys."""

from collections.abc import Iterable

from reader.locale import Messages
from reader.view.arrange import PaneName
from reader.view.keys import FACTS_FOOTER, FOOTER, HELP, Action, Keymap
from reader.view.list_model import Item
from reader.view.styled import StyledText, TextRole, isolated, styled


def help_items(keymap: Keymap, messages: Messages) -> tuple[Item, ...]:
    """One line a group of actions: what it does, its keys at the far end."""
    return tuple(
        Item(
            styled(messages.text(line.text)),
            None,
            line.text,
            trail=isolated(keymap.shown(line.actions), TextRole.BAR_KEY),
        )
        for line in HELP
    )


def footer_line(keymap: Keymap, messages: Messages, focus: PaneName = PaneName.TEXT) -> StyledText:
    """The keys one needs most in a pane, each beside what it does; what does not fit at the end is cut."""
    line = StyledText()
    for entry in FACTS_FOOTER if focus is PaneName.FACTS else FOOTER:
        separator = styled("  ") if line.text else StyledText()
        line += separator + _hint(keymap, entry.actions, messages.text(entry.text))
    return line


def list_hints(keymap: Keymap, messages: Messages, *, choosable: bool, removable: bool) -> StyledText:
    """The keys of a list over the text."""
    entries = ((Action.OPEN, "footer.open"),) * choosable + ((Action.BOOKMARK, "footer.remove"),) * removable
    return hints(keymap, messages, entries, closing=True)


def hints(
    keymap: Keymap, messages: Messages, entries: Iterable[tuple[Action, str]], *, closing: bool = False
) -> StyledText:
    """Some keys, each beside what it does; the key that closes comes last."""
    line = StyledText()
    for action, text in (*entries, *(((Action.CANCEL, "footer.close"),) if closing else ())):
        separator = styled("  ") if line.text else StyledText()
        line += separator + _hint(keymap, (action,), messages.text(text))
    return line


def _hint(keymap: Keymap, actions: tuple[Action, ...], text: str) -> StyledText:
    return (
        isolated(keymap.shown(actions, first_only=True), TextRole.BAR_KEY)
        + styled(" ")
        + isolated(text, TextRole.MUTED)
    )
