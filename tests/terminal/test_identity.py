"""Terminals are known by what they were recorded to answer."""

import pytest

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import (
    EXPLICIT_BIDI,
    IMPLICIT_BIDI,
    MLTERM_BIDI_OFF,
    MLTERM_BIDI_ON,
    Ground,
    Terminal,
    colour_depth,
    ground_of,
    identify,
    multiplexer_of,
)
from reader.terminal.replies import Answers, ReplyParser
from reader.terminal.style import ColourDepth
from tests.terminal.recordings import RECORDED


def terminal(recorded: str, term: str = "xterm-256color", outside: str = "", **environ: str) -> Terminal:
    parser = ReplyParser()
    parser.feed(RECORDED[recorded])
    return identify(parser.answers, {"TERM": term, **environ}, outside)


@pytest.mark.parametrize(
    ("recorded", "name", "version", "encoding"),
    [
        ("xterm", "xterm", "379", TerminalEncoding.V),
        ("vte", "VTE", "", TerminalEncoding.V),
        ("konsole", "Konsole", "22.12.3", TerminalEncoding.WL),
        ("mlterm", "mlterm", "", TerminalEncoding.V),
        ("pterm", "PuTTY", "", TerminalEncoding.B2),
        ("kitty", "kitty", "0.26.5", TerminalEncoding.W),
        ("qterminal", "QTerminal", "", TerminalEncoding.B2),
        ("urxvt", "urxvt", "", TerminalEncoding.V),
        ("zutty", "", "", TerminalEncoding.L),
    ],
)
def test_each_terminal_is_sent_what_it_shows_rightly(
    recorded: str, name: str, version: str, encoding: TerminalEncoding
) -> None:
    found = terminal(recorded)
    assert (found.name, found.version, found.encoding) == (name, version, encoding)
    assert found.answers


@pytest.mark.parametrize("term", ["alacritty", "st-256color"])
def test_some_are_known_by_their_term_alone(term: str) -> None:
    assert terminal("alacritty", term).encoding is TerminalEncoding.V


def test_explicit_mode_is_left_as_it_was_found() -> None:
    found = terminal("vte")
    assert (found.enter, found.leave) == (EXPLICIT_BIDI, IMPLICIT_BIDI)
    already = identify(Answers(da1="65", modes=(("8", 2),)), {"TERM": "xterm"})
    assert (already.encoding, already.enter, already.leave) == (TerminalEncoding.V, EXPLICIT_BIDI, "")


def test_no_mode_is_set_that_was_not_offered() -> None:
    offering = {"vte": EXPLICIT_BIDI, "mlterm": MLTERM_BIDI_OFF}
    assert {name: terminal(name).enter for name in RECORDED} == dict.fromkeys(RECORDED, "") | offering
    assert terminal("mlterm").leave == MLTERM_BIDI_ON


def test_tmux_tells_of_the_terminal_outside() -> None:
    inside = terminal("tmux", "tmux-256color", "Konsole 22.12.3")
    assert (inside.multiplexer, inside.name, inside.encoding) == ("tmux", "Konsole", TerminalEncoding.WL)
    assert terminal("tmux", outside="kitty(0.26.5)").encoding is TerminalEncoding.W
    assert terminal("tmux").encoding is TerminalEncoding.L
    assert terminal("tmux", outside="mintty 3.6.1").enter == ""


@pytest.mark.parametrize("name", ["tmux", "screen", "mosh"])
def test_multiplexers_answer_for_themselves(name: str) -> None:
    found = terminal(name)
    assert found.multiplexer == name
    assert found.encoding is TerminalEncoding.L
    assert not found.erases_in_colour


def test_a_silent_multiplexer_is_known_by_the_environment() -> None:
    assert multiplexer_of(Answers(), {"TMUX": "/tmp/tmux-1/default,1,0"}) == "tmux"  # noqa: S108 - a value, no file
    assert multiplexer_of(Answers(), {"STY": "1.pts-0"}) == "screen"
    assert multiplexer_of(Answers(da1="62"), {"STY": "1.pts-0"}) == ""


def test_a_choice_is_remembered_for_the_terminal_not_its_version() -> None:
    assert terminal("kitty").key == "kitty"
    assert terminal("tmux", outside="XTerm(379)").key == "tmux/xterm"
    assert identify(Answers(), {"TERM": "xterm"}).key == "unknown"
    assert terminal("screen").key == "screen/unknown"


def test_margins_are_used_where_they_can_be_set() -> None:
    assert {name for name in RECORDED if terminal(name).margins} == {"xterm", "mlterm"}


def test_only_putty_and_kitty_get_a_hint() -> None:
    assert {name for name in RECORDED if terminal(name).hint} == {"pterm", "kitty"}


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_without_cursor_control_paints_nothing(term: str) -> None:
    assert not identify(Answers(), {"TERM": term}).paints


@pytest.mark.parametrize(
    ("environ", "known", "depth"),
    [
        ({"TERM": "xterm"}, False, ColourDepth.ANSI),
        ({"TERM": "xterm"}, True, ColourDepth.TRUE),
        ({"TERM": "xterm-256color"}, False, ColourDepth.PALETTE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, False, ColourDepth.TRUE),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, ColourDepth.MONO),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, ColourDepth.TRUE),
        ({"TERM": "vt220"}, False, ColourDepth.MONO),
        ({}, False, ColourDepth.MONO),
    ],
)
def test_colours_are_those_the_terminal_shows(environ: dict[str, str], known: bool, depth: ColourDepth) -> None:  # noqa: FBT001 - a table's column
    assert colour_depth(environ, true_colour=known) is depth


def test_screen_shows_no_more_than_a_palette() -> None:
    assert terminal("screen", COLORTERM="truecolor").depth is ColourDepth.PALETTE


def test_the_background_is_dark_or_light() -> None:
    assert terminal("xterm").ground is Ground.LIGHT
    assert terminal("alacritty").ground is Ground.DARK
    assert ground_of("") is Ground.UNKNOWN
    assert ground_of("rgb:f/f/f") is Ground.LIGHT
