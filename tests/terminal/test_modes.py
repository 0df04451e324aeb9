"""Whatever is set on the way in is undone on the way out."""

import re

import pytest

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import EXPLICIT_BIDI, IMPLICIT_BIDI, Terminal, identify
from reader.terminal.modes import bidi_modes, entering, entering_again, leaving
from reader.terminal.replies import ReplyParser
from tests.terminal.recordings import RECORDED


def terminal(name: str) -> Terminal:
    parser = ReplyParser()
    parser.feed(RECORDED[name])
    return identify(parser.answers, {"TERM": "xterm-256color"})


@pytest.mark.parametrize("name", sorted(RECORDED))
@pytest.mark.parametrize("encoding", list(TerminalEncoding))
@pytest.mark.parametrize("mouse", [True, False])
def test_every_mode_is_changed_back(name: str, encoding: TerminalEncoding, mouse: bool) -> None:  # noqa: FBT001 - a table's column
    found = terminal(name)
    there = entering(found, encoding, mouse=mouse)
    back = leaving(found, encoding, mouse=mouse)
    changed = re.findall(r"\x1b\[(\?\d+)([hl])", there)
    assert changed
    for mode, change in changed:
        assert f"\x1b[{mode}{'l' if change == 'h' else 'h'}" in back
    assert there.count("\x1b[>29u") == back.count("\x1b[<u") == int(found.keyboard)
    assert ("1000" in there) is mouse


def test_explicit_mode_belongs_to_rows_in_visual_order() -> None:
    vte = terminal("vte")
    assert bidi_modes(vte, TerminalEncoding.V) == EXPLICIT_BIDI
    assert bidi_modes(vte, TerminalEncoding.L) == IMPLICIT_BIDI
    assert EXPLICIT_BIDI not in entering(vte, TerminalEncoding.TERMINAL)
    back = leaving(vte, TerminalEncoding.V)
    assert back.index(IMPLICIT_BIDI) < back.index("\x1b[?1049l")


def test_entering_again_does_not_leave_a_screen_or_a_keyboard_behind() -> None:
    again = entering_again(terminal("kitty"), TerminalEncoding.W)
    assert "1049" not in again
    assert again.index("\x1b[<u") < again.index("\x1b[>29u")
