"""The names of everything that can be done, and which key stands for which.

What each action does, its first keys and its help stand in one table: :data:`reader.view.actions.ACTIONS`.

A key is written as the character it types (``]``, ``G``) or by its name (``pagedown``, ``shift+tab``, ``escape``).
"""

from collections.abc import Iterable, Mapping

from reader.enumerations import StrEnum
from reader.values import dataclass


class Action(StrEnum):
    """Everything a key of the reader can do; the names are those of the configuration file."""

    LINE_DOWN = "line_down"
    LINE_UP = "line_up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    HALF_DOWN = "half_page_down"
    HALF_UP = "half_page_up"
    REDRAW = "redraw"
    EDIT = "edit"
    START = "start"
    END = "end"
    FOLLOW = "follow"
    NEXT_SECTION = "next_section"
    PREVIOUS_SECTION = "previous_section"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    OPEN = "open"
    FOLD_LEFT = "fold_left"
    FOLD_RIGHT = "fold_right"
    SEARCH = "search"
    NEXT_HIT = "next_hit"
    PREVIOUS_HIT = "previous_hit"
    WORD = "word"
    HITS = "hits"
    BOOKMARK = "bookmark"
    BOOKMARKS = "bookmarks"
    NOTE = "note"
    HIGHLIGHT = "highlight"
    COLOUR = "colour"
    UNDO = "undo"
    SELECT = "select"
    NEXT_LINK = "next_link"
    PREVIOUS_LINK = "previous_link"
    LINKS = "links"
    RECENT = "recent"
    BACK = "back"
    FORWARD = "forward"
    GOTO = "goto"
    SECTIONS = "sections"
    FACTS = "facts"
    SCOPE = "scope"
    WHY = "why"
    LINK = "link"
    COPY = "copy"
    COPY_VALUE = "copy_value"
    UNDERLINE = "underline"
    MARKS = "marks"
    JUSTIFY = "justify"
    SPACING = "line_spacing"
    RULER = "ruler"
    AUTOSCROLL = "autoscroll"
    NARROWER = "narrower"
    WIDER = "wider"
    ENCODING = "encoding"
    LANGUAGE = "language"
    THEME = "theme"
    PANE_NARROWER = "pane_narrower"
    PANE_WIDER = "pane_wider"
    ALONE = "alone"
    WIDE_LINES = "wide_lines"
    RELOAD = "reload"
    ASK = "ask"
    CONVERSATION = "conversation"
    EXPLAIN = "explain"
    TRANSLATE = "translate"
    SUM_UP = "sum_up"
    DESCRIBE = "describe"
    HELP = "help"
    QUIT = "quit"
    CANCEL = "cancel"


_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "space": "Space", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter", "backspace": "Backspace",
    "shift+backspace": "Shift+Backspace", "escape": "Esc",
}  # fmt: skip


def key_shown_as(label: str) -> str:
    """The key that the help and the footer write so."""
    named = {shown: key for key, shown in _SHOWN.items()}
    return named.get(label, label.lower() if len(label) > 1 else label)


def shown_key(key: str) -> str:
    """A key as the help and the footer write it."""
    if named := _SHOWN.get(key):
        return named
    *held, last = key.split("+")
    if not last or (not held and not last[1:].isdecimal()):
        return key
    is_short = len(last) == 1 or (last[0] == "f" and last[1:].isdecimal())
    return "+".join([*(one.capitalize() for one in held), _SHOWN.get(last, last.upper() if is_short else last)])


@dataclass(frozen=True, slots=True)
class Refused:
    """A change of the keys that cannot be.

    Attributes:
        name: The action's name, as it was written.
        key: The key that is another action's, too; "" where there is no such action.
        other: That action.
    """

    name: str
    key: str = ""
    other: str = ""


class Keymap:
    """Which action a key stands for.

    Args:
        keys: The keys of every action.
        changes: Other keys for actions named as in :class:`Action`, from the configuration.

    Attributes:
        refused: The changes that are left out: there is no such action, or the key is another's, which keeps it.
    """

    def __init__(
        self, keys: Mapping[Action, tuple[str, ...]], changes: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        changes = changes or {}
        names = set(Action)
        refused = [Refused(name) for name in changes if name not in names]
        others = {Action(name): tuple(bound) for name, bound in changes.items() if name in names}
        while True:
            self._keys = {**keys, **others}
            self._actions: dict[str, Action] = {}
            clash = self._clash()
            if clash is None:
                break
            key, one, other = clash
            if one not in others or (other in others and [*others].index(other) > [*others].index(one)):
                one, other = other, one
            refused.append(Refused(str(one), key, str(other)))
            del others[one]
        self.refused = tuple(refused)

    def _clash(self) -> tuple[str, Action, Action] | None:
        """The first key that two actions have; None where each has one."""
        for action, bound in self._keys.items():
            for key in bound:
                other = self._actions.setdefault(key, action)
                if other is not action:
                    return key, action, other
        return None

    def action_of(self, key: str) -> Action | None:
        """The action bound to a key."""
        return self._actions.get(key)

    def shown(self, actions: Iterable[Action], *, first_only: bool = False) -> str:
        """The keys of some actions as the help screen and the footer write them."""
        names = []
        for action in actions:
            bound = self._keys[action][:1] if first_only else self._keys[action]
            names += [shown_key(key) for key in bound]
        return " ".join(names)
