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


_SHIFT = 1
_MODIFIERS = 0b111111
"""Shift, Alt, Ctrl, Super, Hyper, Meta."""


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


class KeyParser:
    """Turns what was typed into Textual's events, keys with their places."""

    def __init__(self) -> None:
        self._parser = _Parser()

    def events_of(self, text: str) -> list[Message]:
        """The events of what arrived together; with nothing, those of what is no longer waited for.

        A control sequence that cannot be meant, such as a key beyond Unicode, is dropped with what came with it.
        """
        try:
            arrived = list(self._parser.feed(text)) if text else []
            arrived += self._parser.tick()
        except (ValueError, OverflowError):
            self._parser = _Parser()
            return []
        return _with_ligatures(arrived)


class _Parser(XTermParser):
    """Textual's parser, and the kitty keyboard protocol's alternate keys."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002 - the base class's signature
        match = _ALTERNATES.fullmatch(sequence)
        if match is None:
            yield from super()._sequence_to_key_events(sequence, alt)
            return
        place = chr(int(match["base"] or match["key"]))
        modifiers = _modifiers(match["rest"])
        if modifiers & ~_SHIFT:
            # Ctrl+C is the key, not the letter that the layout has there.
            yield from super()._sequence_to_key_events(f"\x1b[{ord(place)}{match['rest']}u", alt)
            return
        if modifiers:
            place = _SHIFTED.get(place, place.upper())
        for event in super()._sequence_to_key_events(f"\x1b[{match['key']}{match['rest']}u", alt):
            yield PlacedKey(event.key, event.character, place)
            place = ""  # a key that types two characters is pressed once


def _modifiers(rest: str) -> int:
    """The modifiers held, without Caps Lock and Num Lock: the second parameter less one."""
    held = rest.split(";")[1:2]
    number = held[0].split(":")[0] if held else ""
    return (int(number or "1") - 1) & _MODIFIERS


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
