"""Key presses with their place on the keyboard.

Textual's parser reads what the terminal sends; this one also understands the kitty keyboard protocol's alternate keys,
and two characters that one key has typed.
"""

import re
from collections.abc import Iterable
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from reader.terminal.keyboard import ligature_keys

_ALTERNATES = re.compile(r"\x1b\[(?P<key>\d+):(?P<shifted>\d*)(?::(?P<base>\d+))?(?P<rest>[;:\d]*)u")
"""``CSI key:shifted:base;modifiers;text u``; ``base`` is the standard layout's key, left out where it is ``key``."""


class PlacedKey(events.Key):
    """A key press of which is known which key it was.

    Attributes:
        place: What the key types in the United States layout; "" when the press was told of by an event before it.
    """

    __slots__ = ["place"]

    def __init__(self, key: str, character: str | None, place: str) -> None:
        super().__init__(key, character)
        self.place = place

    def copy(self) -> "PlacedKey":
        """The same press in a new event."""
        return PlacedKey(self.key, self.character, self.place)


PlacedKey.handler_name = events.Key.handler_name


class KeyParser(XTermParser):
    """Textual's parser, and the places of keys."""

    def __init__(self, *, debug: bool = False) -> None:
        super().__init__(debug)

    def keys(self, text: str) -> list[Message]:
        """The events of what arrived together."""
        return _with_ligatures(list(self.feed(text)))

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002 - the base class's signature
        match = _ALTERNATES.fullmatch(sequence)
        if match is None:
            yield from super()._sequence_to_key_events(sequence, alt)
            return
        place = chr(int(match["base"] or match["key"]))
        if _is_shifted(match["rest"]):
            place = _SHIFTED.get(place, place.upper())
        for event in super()._sequence_to_key_events(f"\x1b[{match['key']}{match['rest']}u", alt):
            yield PlacedKey(event.key, event.character, place)
            place = ""  # a key that types two characters is pressed once


def _is_shifted(rest: str) -> bool:
    """Whether Shift, the first bit of the modifiers less one, is held."""
    modifiers = rest.split(";")[1:2]
    number = modifiers[0].split(":")[0] if modifiers else ""
    return bool(number and (int(number) - 1) & 1)


_SHIFTED = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))


def _with_ligatures(arrived: list[Message]) -> list[Message]:
    characters = [_character(event) for event in arrived]
    placed: list[Message] = []
    for event, place in zip(arrived, ligature_keys(characters), strict=True):
        if place is None or not isinstance(event, events.Key):
            placed.append(event)
        else:
            placed.append(PlacedKey(event.key, event.character, place))
    return placed


def _character(event: Any) -> str:
    """What a plain key press typed; a press whose key is known needs no guess."""
    return (event.character or "") if type(event) is events.Key else ""
