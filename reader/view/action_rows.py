"""The parts of a row in the table of actions."""

from collections.abc import Iterable

from reader.named_tuples import NamedTuple
from reader.view.keys import Action
from reader.view.steps import Handler


class Variant(NamedTuple):
    """An action's meaning in one pane, where it is something else there.

    Attributes:
        pane: The pane's name.
        handler: What it does there; None for the same.
        hint: The name of the text in the footer there.
    """

    pane: str
    handler: Handler | None
    hint: str


class ActionRow(NamedTuple):
    """One thing that can be done.

    Attributes:
        action: Its name.
        keys: The keys that do it at first.
        handler: What it does.
        help: The name of its text in the command palette; "" for what only a key does.
        hint: The name of its text in the footer; "" where no footer shows it.
        variants: What it is in panes where it is something else.
    """

    action: Action
    keys: tuple[str, ...]
    handler: Handler
    help: str = ""
    hint: str = ""
    variants: tuple[Variant, ...] = ()

    def in_pane(self, name: str) -> tuple[Handler, str]:
        """The action's meaning in a pane, and the name of its text in the footer there."""
        for variant in self.variants:
            if variant.pane == name:
                return variant.handler or self.handler, variant.hint
        return self.handler, self.hint


def row_of(rows: Iterable[ActionRow], action: Action) -> ActionRow:
    """The row of an action."""
    return next(row for row in rows if row.action is action)
