"""Key presses with their place on the keyboard.

Textual's parser reads what the terminal sends; this one also understands the kitty keyboard protocol's alternate keys,
and two characters that one key has typed.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from reader.terminal.keyboard import ligature_keys, shifted
from reader.terminal.plain_keys import A_RUN, BEGUN, ENDED, REST_OF_A_KEY
from reader.text.patterns import lazy_pattern

_ALTERNATES = lazy_pattern(r"\x1b\[(?P<key>\d+):(?P<shifted>\d*)(?::(?P<base>\d+))?(?P<rest>[;:\d]*)u")
"""``CSI key:shifted:base;modifiers;text u``; ``base`` is the standard layout's key, left out where it is ``key``."""


_SHIFT = 1
_MODIFIERS = 0b111111
"""Shift, Alt, Ctrl, Super, Hyper, Meta."""


_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"

_REST_OF_A_SEQUENCE = 1.0
"""Seconds for a key that a terminal sends in pieces, when more of it has come than an Escape."""

_LONGEST_SEQUENCE = 64

_AFTER_ESCAPE = lazy_pattern(r"\x1b\x1b(?:[\[O](?P<letter>[A-DFH])|\[(?P<number>\d{1,2})~)")
"""Alt with a key of the cursor block, as PuTTY, rxvt and others send it: an Escape before what the key sends."""

_REST_OF_A_PASTE = 1.0
"""Seconds after which a paste has ended without being told so."""


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


class TypedText(events.Paste):
    """Characters that arrived together, as those of a paste do where the terminal does not mark pastes.

    Attributes:
        keys: The key presses they are, where no text is being typed.
    """

    def __init__(self, keys: list[events.Key]) -> None:
        super().__init__("".join([key.character or "" for key in keys]))
        self.keys = keys


class KeyParser:
    """Turns what was typed into Textual's events, keys with their places; a bracketed paste is one event.

    Args:
        cut: Whether an Escape was taken for a key just now, of which more may come.
    """

    def __init__(self, *, cut: bool = False) -> None:
        self._parser = _Parser()
        self._pasted: list[str] | None = None
        self._tail = ""
        self._has_waited = False
        self._is_cut = cut

    @property
    def patience(self) -> float | None:
        """Seconds after which what has come counts as all there is; None where nothing is waited for."""
        if self._pasted is not None:
            return _REST_OF_A_PASTE
        if not self._parser.waits:
            return None
        return _REST_OF_A_SEQUENCE if self._has_waited else REST_OF_A_KEY

    def events_of(self, text: str) -> list[Message]:
        """The events of what arrived together.

        A control sequence that cannot be meant, such as a key beyond Unicode, is dropped with what came with it.
        """
        arrived: list[Message] = []
        if self._is_cut and text:
            self._is_cut = False
            text = "\x1b" * bool(ENDED.match(text)) + text
        while text:
            if self._pasted is None:
                typed, start, text = text.partition(_PASTE_START)
                arrived += self._typed(typed)
                if start:
                    self._pasted = []
            else:
                if self._pasted:  # the end may come in pieces
                    last = self._pasted.pop()
                    cut = max(0, len(last) - len(_PASTE_END))
                    self._pasted.append(last[:cut])
                    text = last[cut:] + text
                pasted, end, text = text.partition(_PASTE_END)
                self._pasted.append(pasted)
                if end:
                    arrived += self._paste_ended()
        return arrived

    def rest(self) -> list[Message]:
        """The events of what was waited for, when no more has come: an Escape, or a paste without an end.

        More than an Escape of what may be a key is waited for once more. Where the rest of a key comes only after its
        Escape was taken for one, it still is that key, and no letters.
        """
        if BEGUN.search(self._tail) and self._parser.waits and not self._has_waited:
            self._has_waited = True
            return []
        typed = self._typed("")
        self._is_cut = [event.key for event in typed if isinstance(event, events.Key)] == ["escape"]
        return [*typed, *self._paste_ended()]

    def _typed(self, text: str) -> list[Message]:
        text = _AFTER_ESCAPE.sub(_with_alt, text)
        self._tail = (self._tail + text)[-_LONGEST_SEQUENCE:] if text else ""
        self._has_waited = False
        try:
            arrived = _with_ligatures(list(self._parser.feed(text) if text else self._parser.given_up()))
        except (ValueError, OverflowError):
            self._parser = _Parser()
            return []
        return _with_runs(arrived)

    def _paste_ended(self) -> list[Message]:
        if self._pasted is None:
            return []
        text = "".join(self._pasted).replace("\0", "")
        self._pasted = None
        return [events.Paste(text)]


class _Parser(XTermParser):
    """Textual's parser, and the kitty keyboard protocol's alternate keys."""

    @property
    def waits(self) -> bool:
        """Whether a time-out is set."""
        return self._timeout_time is not None

    def given_up(self) -> Iterable[Message]:
        """The events of what was waited for; the time-out itself is the caller's."""
        if self.waits:
            self._timeout_time = 0.0
        return self.tick()

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
            place = shifted(place)
        for event in super()._sequence_to_key_events(f"\x1b[{match['key']}{match['rest']}u", alt):
            yield PlacedKey(event.key, event.character, place)
            place = ""  # a key that types two characters is pressed once


def _with_alt(match: re.Match[str]) -> str:
    """The sequence of a key with Alt as xterm sends it."""
    letter, number = match["letter"], match["number"]
    return f"\x1b[1;3{letter}" if letter else f"\x1b[{number};3~"


def _modifiers(rest: str) -> int:
    """The modifiers held, without Caps Lock and Num Lock: the second parameter less one."""
    held = rest.split(";")[1:2]
    number = held[0].split(":")[0] if held else ""
    return (int(number or "1") - 1) & _MODIFIERS


def _with_runs(arrived: list[Message]) -> list[Message]:
    """Long runs of characters as one event each."""
    gathered: list[Message] = []
    for types, run in groupby(arrived, _types):
        events_of_run = list(run)
        keys = [event for event in events_of_run if isinstance(event, events.Key)]
        gathered += [TypedText(keys)] if types and len(keys) >= A_RUN else events_of_run
    return gathered


def _types(event: Message) -> bool:
    """Whether an event is a key that types one character of a text."""
    return isinstance(event, events.Key) and event.is_printable and "+" not in event.key


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
    """The character a plain key press typed; a press whose key is known needs no guess."""
    return (event.character or "") if type(event) is events.Key else ""
