"""What can be done, and the keys that do it.

One table serves dispatch, the footer, the help screen, the README's test and rebinding.

A key is written as the character it types (``]``, ``G``) or by its name (``pagedown``, ``shift+tab``, ``escape``).
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from reader.model import UsageError


class Action(StrEnum):
    """Everything a key of the reader can do; the names are those of the configuration file."""

    LINE_DOWN = "line_down"
    LINE_UP = "line_up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    START = "start"
    END = "end"
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
    BOOKMARK = "bookmark"
    BOOKMARKS = "bookmarks"
    NOTE = "note"
    HIGHLIGHT = "highlight"
    RECENT = "recent"
    BACK = "back"
    FORWARD = "forward"
    GOTO = "goto"
    SECTIONS = "sections"
    FACTS = "facts"
    SCOPE = "scope"
    LINK = "link"
    COPY = "copy"
    COPY_VALUE = "copy_value"
    UNDERLINE = "underline"
    MARKS = "marks"
    JUSTIFY = "justify"
    NARROWER = "narrower"
    WIDER = "wider"
    ENCODING = "encoding"
    LANGUAGE = "language"
    HELP = "help"
    QUIT = "quit"
    CANCEL = "cancel"


class HelpLine(NamedTuple):
    """A line of the help screen: the actions it tells of and the name of its text."""

    actions: tuple[Action, ...]
    text: str


DEFAULT_KEYS: Mapping[Action, tuple[str, ...]] = {
    Action.LINE_DOWN: ("down", "j"),
    Action.LINE_UP: ("up", "k"),
    Action.PAGE_DOWN: ("space", "pagedown"),
    Action.PAGE_UP: ("b", "pageup"),
    Action.START: ("g", "home"),
    Action.END: ("G", "end"),
    Action.NEXT_SECTION: ("]",),
    Action.PREVIOUS_SECTION: ("[",),
    Action.NEXT_PANE: ("tab",),
    Action.PREVIOUS_PANE: ("shift+tab",),
    Action.OPEN: ("enter",),
    Action.FOLD_LEFT: ("left",),
    Action.FOLD_RIGHT: ("right",),
    Action.SEARCH: ("/",),
    Action.NEXT_HIT: ("n",),
    Action.PREVIOUS_HIT: ("N",),
    Action.BOOKMARK: ("m",),
    Action.BOOKMARKS: ("'",),
    Action.NOTE: ("a",),
    Action.HIGHLIGHT: ("H",),
    Action.RECENT: ("o",),
    Action.BACK: ("backspace",),
    Action.FORWARD: ("shift+backspace",),
    Action.GOTO: (":",),
    Action.SECTIONS: ("s",),
    Action.FACTS: ("f",),
    Action.SCOPE: ("w",),
    Action.LINK: ("i",),
    Action.COPY: ("y",),
    Action.COPY_VALUE: ("Y",),
    Action.UNDERLINE: ("u",),
    Action.MARKS: ("d",),
    Action.JUSTIFY: ("J",),
    Action.NARROWER: ("-",),
    Action.WIDER: ("=",),
    Action.ENCODING: ("v",),
    Action.LANGUAGE: ("L",),
    Action.HELP: ("?",),
    Action.QUIT: ("q",),
    Action.CANCEL: ("escape",),
}

HELP: tuple[HelpLine, ...] = (
    HelpLine((Action.LINE_UP, Action.LINE_DOWN), "key.line"),
    HelpLine((Action.PAGE_DOWN, Action.PAGE_UP), "key.page"),
    HelpLine((Action.START, Action.END), "key.ends"),
    HelpLine((Action.NEXT_SECTION, Action.PREVIOUS_SECTION), "key.section"),
    HelpLine((Action.NEXT_PANE, Action.PREVIOUS_PANE), "key.pane"),
    HelpLine((Action.OPEN,), "key.open"),
    HelpLine((Action.FOLD_LEFT, Action.FOLD_RIGHT), "key.fold"),
    HelpLine((Action.SEARCH,), "key.search"),
    HelpLine((Action.NEXT_HIT, Action.PREVIOUS_HIT), "key.hits"),
    HelpLine((Action.BOOKMARK,), "key.bookmark"),
    HelpLine((Action.BOOKMARKS,), "key.bookmarks"),
    HelpLine((Action.NOTE,), "key.note"),
    HelpLine((Action.HIGHLIGHT,), "key.highlight"),
    HelpLine((Action.BACK, Action.FORWARD), "key.back"),
    HelpLine((Action.GOTO,), "key.goto"),
    HelpLine((Action.SECTIONS,), "key.sections"),
    HelpLine((Action.FACTS,), "key.facts"),
    HelpLine((Action.SCOPE,), "key.scope"),
    HelpLine((Action.LINK,), "key.link"),
    HelpLine((Action.UNDERLINE,), "key.underline"),
    HelpLine((Action.COPY,), "key.copy"),
    HelpLine((Action.COPY_VALUE,), "key.copy_value"),
    HelpLine((Action.RECENT,), "key.recent"),
    HelpLine((Action.MARKS,), "key.marks"),
    HelpLine((Action.JUSTIFY,), "key.justify"),
    HelpLine((Action.NARROWER, Action.WIDER), "key.column"),
    HelpLine((Action.ENCODING,), "key.encoding"),
    HelpLine((Action.LANGUAGE,), "key.language"),
    HelpLine((Action.HELP,), "key.help"),
    HelpLine((Action.QUIT,), "key.quit"),
)

FOOTER: tuple[HelpLine, ...] = (
    HelpLine((Action.SEARCH,), "footer.search"),
    HelpLine((Action.NEXT_SECTION,), "footer.section"),
    HelpLine((Action.NEXT_PANE,), "footer.pane"),
    HelpLine((Action.BOOKMARK,), "footer.bookmark"),
    HelpLine((Action.BOOKMARKS,), "footer.bookmarks"),
    HelpLine((Action.BACK,), "footer.back"),
    HelpLine((Action.COPY,), "footer.copy"),
    HelpLine((Action.HELP,), "footer.help"),
    HelpLine((Action.QUIT,), "footer.quit"),
)

FACTS_FOOTER: tuple[HelpLine, ...] = (
    HelpLine((Action.OPEN,), "footer.jump"),
    HelpLine((Action.FOLD_LEFT, Action.FOLD_RIGHT), "footer.fold"),
    HelpLine((Action.NEXT_HIT,), "footer.mention"),
    HelpLine((Action.SEARCH,), "footer.filter"),
    HelpLine((Action.SCOPE,), "footer.scope"),
    HelpLine((Action.UNDERLINE,), "footer.underline"),
    HelpLine((Action.COPY,), "footer.copy"),
    HelpLine((Action.COPY_VALUE,), "footer.value"),
    HelpLine((Action.NEXT_PANE,), "footer.pane"),
    HelpLine((Action.HELP,), "footer.help"),
)
"""The footer while the facts are focused."""

_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "space": "Space", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter", "backspace": "Backspace",
    "shift+backspace": "Shift+Backspace", "escape": "Esc",
}  # fmt: skip


class Keymap:
    """Which action a key stands for.

    Args:
        changes: Other keys for actions named as in :class:`Action`, from the configuration.

    Raises:
        UsageError: There is no such action, or one key is given to two actions.
    """

    def __init__(self, changes: Mapping[str, Iterable[str]] | None = None) -> None:
        self._keys = dict(DEFAULT_KEYS)
        for name, keys in (changes or {}).items():
            if name not in set(Action):
                raise UsageError(
                    f"configuration: there is no action {name!r} to bind; see 'reader --help' for their names"
                )
            self._keys[Action(name)] = tuple(keys)
        self._actions: dict[str, Action] = {}
        for action, bound in self._keys.items():
            for key in bound:
                other = self._actions.setdefault(key, action)
                if other is not action:
                    raise UsageError(f"configuration: the key {key!r} is bound to both {other} and {action}")

    def action_of(self, key: str) -> Action | None:
        """The action bound to a key."""
        return self._actions.get(key)

    def shown(self, actions: Iterable[Action], *, first_only: bool = False) -> str:
        """The keys of some actions as the help screen and the footer write them."""
        names = []
        for action in actions:
            bound = self._keys[action][:1] if first_only else self._keys[action]
            names += [_SHOWN.get(key, key) for key in bound]
        return " ".join(names)
