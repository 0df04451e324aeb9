"""What is told of a key at a glance is what the parser of all keys tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.keyboard import _TYPED, Layout
from reader.terminal.plain_keys import _CONTROLS, _SEQUENCES, first_press
from reader.tui.key_presses import KeyParser
from tests.examples import examples

SENT = {
    *_CONTROLS,
    *_SEQUENCES,
    *map(chr, range(0x20, 0x7F)),
    *("é", "٪", "\U0001f600", "لا", "لأ", "ل"),
    *(character for layout in Layout for row in _TYPED[layout] for character in row if character.isprintable()),
}
KITTY = (
    "\x1b[106;;106u",
    "\x1b[106;1;106u",
    "\x1b[106:74;2;74u",
    "\x1b[1578::106;;1578u",
    "\x1b[1578::106;2;1600u",
    "\x1b[1591::39;2;34u",
    "\x1b[58:58:59;2;58u",
    "\x1b[32;;32u",
    "\x1b[106u",
    "\x1b[1604::98;;1604:1575u",
    "\x1b[57399;;48u",
    "\x1b[106;5u",
    "\x1b[106;129;106u",
    "\x1b[99999999;;106u",
    "\x1b[106;;9999999u",
    "\x1b[13;;13u",
)
OTHERS = (
    "\x1b[200~",
    "\x1b[<0;3;4M",
    "\x1b[2~",
    "\x1b[1;5A",
    "\x1bj",
    "\x1b\x1b[A",
    "\x1b",
    "\x1b[",
    "\x03",
    "\x0c",
    "",
)


def told(typed: str) -> list[tuple[str, str | None, str | None]]:
    parser = KeyParser()
    events = [*parser.events_of(typed), *parser.rest()]
    return [(event.key, event.character, getattr(event, "place", None)) for event in events]  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", [*sorted(SENT), *KITTY])
def test_a_key_is_told_as_by_the_parser_of_all_keys(typed: str) -> None:
    press = first_press(typed)
    assert press or typed in KITTY
    if press:
        assert (press.length, [*map(tuple, press.keys)]) == (len(typed), told(typed))


def test_usual_keys_of_either_protocol_are_told_and_unusual_ones_left() -> None:
    assert [bool(first_press(typed)) for typed in KITTY] == [True] * 8 + [False] * 8
    assert [typed for typed in OTHERS if first_press(typed)] == []


@given(st.lists(st.sampled_from([*sorted(SENT), *KITTY, *OTHERS]), max_size=8).map("".join))
@examples(200)
def test_keys_that_come_together_are_told_one_after_the_other(typed: str) -> None:
    keys: list[tuple[str, str | None, str | None]] = []
    rest = typed
    while press := first_press(rest):
        keys += map(tuple, press.keys)  # type: ignore[arg-type]
        rest = rest[press.length :]
    whole = typed[: len(typed) - len(rest)]
    assert keys == (told(whole) if keys else [])
