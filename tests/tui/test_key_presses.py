"""Key presses with their places, as terminals send them."""

import pytest
from textual import events

from reader.tui.key_presses import KeyParser, PlacedKey, TypedText


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
        ("\x1b[1;3D", [("alt+left", None, None)]),
        ("\x1b\x1b[D", [("alt+left", None, None)]),
        ("\x1b\x1bOC", [("alt+right", None, None)]),
        ("\x1b\x1b[5~j", [("alt+pageup", None, None), ("j", "j", None)]),
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


def test_characters_that_arrive_together_are_one_event_and_still_keys() -> None:
    arrived = KeyParser().events_of("\x1b[A" + "نص طويل " * 5 + "\r" + "jj")
    assert [type(event).__name__ for event in arrived] == ["Key", "TypedText", "Key", "Key", "Key"]
    text = arrived[1]
    assert isinstance(text, TypedText)
    assert text.text == "نص طويل " * 5
    assert [key.character for key in text.keys] == list(text.text)


def test_a_paste_is_one_event_in_however_many_pieces() -> None:
    parser = KeyParser()
    pieces = ["a\x1b[200~x\x1by", "z\x1b[20", "1~b"]
    arrived = [event for piece in pieces for event in parser.events_of(piece)]
    assert [getattr(event, "key", "") or getattr(event, "text", "") for event in arrived] == ["a", "x\x1byz", "b"]
    assert parser.patience is None


def test_a_paste_without_an_end_ends_when_no_more_comes() -> None:
    parser = KeyParser()
    assert parser.events_of("\x1b[200~word") == []
    assert parser.patience
    assert [event.text for event in parser.rest() if isinstance(event, events.Paste)] == ["word"]
    assert pressed("j") == [("j", "j", None)]


def given(*pieces: str | None) -> list[str]:
    """The keys of what arrives in pieces; None: nothing more comes for as long as the parser waits."""
    parser = KeyParser()
    arrived = []
    for piece in pieces:
        arrived += parser.rest() if piece is None else parser.events_of(piece)
    return [event.key for event in arrived if isinstance(event, events.Key)]


@pytest.mark.parametrize("sequence", ["\x1b[D", "\x1b[1;3C", "\x1bOA", "\x1b[6~"])
def test_a_key_that_was_cut_is_a_key_however_late_its_rest_comes(sequence: str) -> None:
    [key] = given(sequence)
    assert given(sequence[:1], sequence[1:]) == [key]
    assert given(sequence[:1], None, sequence[1:]) == ["escape", key]
    for at in range(2, len(sequence)):
        assert given(sequence[:at], None, sequence[at:], "j") == [key, "j"]


def test_an_escape_is_one_when_nothing_follows_and_letters_behind_it_are_letters() -> None:
    assert given("\x1b", None) == ["escape"]
    assert given("\x1b", None, "j", "[", "D") == ["escape", "j", "left_square_bracket", "D"]
    assert given("\x1b", None, "[", "D") == ["escape", "left_square_bracket", "D"]
    assert given("\x1b[", None, None, "D") == ["left_square_bracket", "D"]
