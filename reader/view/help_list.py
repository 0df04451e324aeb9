"""The help screen's list and the footer's line, made from the table of keys."""

from reader.locale import Messages
from reader.view.keys import FOOTER, HELP, Keymap
from reader.view.listing import Item
from reader.view.styled import Role, StyledText, isolated, styled


def help_items(keymap: Keymap, messages: Messages) -> tuple[Item, ...]:
    """One line a group of actions: what it does, its keys at the far end."""
    return tuple(
        Item(styled(messages.text(line.text)), None, line.text, trail=isolated(keymap.shown(line.actions), Role.BAR_KEY))
        for line in HELP
    )


def footer_line(keymap: Keymap, messages: Messages) -> StyledText:
    """The keys one needs most, each beside what it does; what does not fit at the end is cut."""
    line = StyledText()
    for entry in FOOTER:
        keys = keymap.shown(entry.actions, first_only=True)
        separator = styled("  ") if line.text else StyledText()
        line += separator + isolated(keys, Role.BAR_KEY) + styled(" ") + isolated(messages.text(entry.text), Role.MUTED)
    return line
