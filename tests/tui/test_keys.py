"""Key presses with their places, as terminals send them."""

import pytest
from textual import events

from reader.tui.keys import KeyParser, PlacedKey


def pressed(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, character and place of every key in a text."""
    arrived = KeyParser().events_of(text)
    assert all(isinstance(event, events.Key) for event in arrived)
    return [
        (event.key, event.character, event.place if isinstance(event, PlacedKey) else None)
        for event in arrived
        if isinstance(event, events.Key)
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("j", [("j", "j", None)]),
        ("ت", [("ت", "ت", None)]),
        ("لا", [("ل", "ل", "b"), ("ا", "ا", "")]),
        ("\x1b[1578::106;;1578u", [("ت", "ت", "j")]),
        ("\x1b[1578::106;2;1600u", [("ـ", "ـ", "J")]),
        ("\x1b[1591::39;2;34u", [("quotation_mark", '"', '"')]),
        ("\x1b[1604::98;;1604:1575u", [("ل", "ل", "b"), ("ا", "ا", "")]),
        ("\x1b[1572::99;5u", [("ctrl+c", None, None)]),
        ("\x1b[1572::99;69u", [("ctrl+c", None, None)]),
        ("\x1b[97:65;2;65u", [("A", "A", "A")]),
    ],
)
def test_keys_and_their_places(text: str, keys: list[tuple[str, str | None, str | None]]) -> None:
    assert pressed(text) == keys


def test_a_copy_keeps_its_place() -> None:
    assert PlacedKey("ت", "ت", "j").copy().place == "j"


@pytest.mark.parametrize(
    "text", ["\x1b[99999999999999::1u", "\x1b[1:2:99999999;;1u", "\x1b[1::2;99999999999999999999:1u"]
)
def test_what_cannot_be_meant_harms_nothing(text: str) -> None:
    parser = KeyParser()
    parser.events_of(text)
    assert [event.key for event in parser.events_of("j") if isinstance(event, events.Key)][-1] == "j"
