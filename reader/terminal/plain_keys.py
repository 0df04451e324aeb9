"""Keys that can be told from what a terminal sends at a glance, before what knows all of them is loaded.

Characters that are typed, the keys of the cursor block, and what the kitty keyboard protocol sends for them. Of a key,
the name, the character and the place are those that :mod:`reader.tui.key_presses` would find.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import takewhile

from reader.named_tuples import NamedTuple
from reader.terminal.keyboard import ligature_keys, shifted
from reader.text.patterns import lazy_pattern

A_RUN = 16
"""Characters at least that count as typed together, which are no keys where a text is being typed."""

REST_OF_A_KEY = 0.1
"""Seconds for the rest of a key that a terminal sends in pieces, after an Escape, which may be all of it."""

BEGUN = lazy_pattern(r"\x1b(?:\[[\d;:<?]*|O)\Z")
"""The beginning of a key's sequence, more than an Escape."""

ENDED = lazy_pattern(r"(?:\[[\d;:<?]*[A-Za-z~]|O[A-Za-z])")
"""The rest of one behind an Escape that was taken for the key: nobody types as much at once."""


class PlainKey(NamedTuple):
    """A key.

    Attributes:
        key: Its name.
        character: What it types; None for nothing.
        place: What it types in the United States layout; None where that is not told, "" for the second of two
            characters typed by one key.
    """

    key: str
    character: str | None
    place: str | None = None


class Press(NamedTuple):
    """The keys of one press, two where it types two characters, and how many characters the terminal sent for it."""

    keys: tuple[PlainKey, ...]
    length: int


def first_press(typed: str) -> Press | None:
    """The key at the beginning of what was typed; None where it takes more to tell, or to act on it."""
    if typed[:1].isprintable():
        return _typed(typed)
    if not typed.startswith("\x1b"):
        key = _CONTROLS.get(typed[:1])
        return Press((key,), 1) if key else None
    match = _SEQUENCE.match(typed)
    if match is None:
        return None
    key = _placed(match) if match["key"] else _SEQUENCES.get(match[0])
    return Press((key,), match.end()) if key else None


def _typed(typed: str) -> Press | None:
    run = "".join(takewhile(str.isprintable, typed[:A_RUN]))
    if not run or len(run) == A_RUN:
        return None
    place, *others = ligature_keys(run[:2])
    if place is None:
        return Press((PlainKey(key_named(run[0]), run[0]),), 1)
    keys = zip(run[:2], (place, *others), strict=True)
    return Press(tuple([PlainKey(key_named(character), character, where) for character, where in keys]), 2)


def _placed(match: re.Match[str]) -> PlainKey | None:
    """A key with its place, unmodified or with Shift."""
    code, character, told = int(match["key"]), chr(min(int(match["text"]), 0x10FFFF)), match["told"]
    if not character.isprintable() or code >= _FUNCTIONAL:
        return None
    place = chr(int(match["base"] or code)) if told else None
    if place is not None and match["held"] == _SHIFT:
        place = shifted(place)
    return PlainKey(key_named(character), character, place)


def key_named(character: str) -> str:
    """The name of the key that types a character, as Textual has it."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


_RENAMED: Mapping[str, str] = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}

_CONTROLS: Mapping[str, PlainKey] = {
    "\r": PlainKey("enter", "\r"),
    "\t": PlainKey("tab", "\t"),
    "\x7f": PlainKey("backspace", "\x7f"),
    "\x08": PlainKey("backspace", "\x08"),
    **{chr(ord(letter) & 0x1F): PlainKey(f"ctrl+{letter}", chr(ord(letter) & 0x1F)) for letter in "bdfu"},
}

_SEQUENCES: Mapping[str, PlainKey] = {
    **{
        f"\x1b{introducer}{letter}": PlainKey(key, None)
        for introducer in "[O"
        for letter, key in zip("ABCDHF", ("up", "down", "right", "left", "home", "end"), strict=True)
    },
    **{
        f"\x1b[{number}~": PlainKey(key, None)
        for number, key in ((1, "home"), (4, "end"), (5, "pageup"), (6, "pagedown"), (7, "home"), (8, "end"))
    },
    "\x1b[Z": PlainKey("shift+tab", None),
    "\x1b[13u": PlainKey("enter", "\r"),
    "\x1b[9u": PlainKey("tab", "\t"),
    "\x1b[127u": PlainKey("backspace", "\x7f"),
    "\x1b[27u": PlainKey("escape", None),
}

_SHIFT = "2"
_FUNCTIONAL = 57344
"""The first number of keys that type nothing, or stand on the keypad."""

_SEQUENCE = lazy_pattern(
    r"\x1b(?:O[A-Z]|\[(?:\d*[A-Zu~]"
    r"|(?P<key>\d{1,7})(?P<told>:\d*(?::(?P<base>\d{1,7}))?)?;(?P<held>[12]?);(?P<text>\d{1,7})u))"
)
"""``CSI key:shifted:base;modifiers;text u`` among the sequences of keys."""
