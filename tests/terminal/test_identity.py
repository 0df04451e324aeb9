"""Terminals are known by what they were recorded to answer."""

import pytest

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.glyphs import Marks
from reader.terminal.identity import (
    EXPLICIT_BIDI,
    IMPLICIT_BIDI,
    MLTERM_BIDI_OFF,
    MLTERM_BIDI_ON,
    Ground,
    Outside,
    Terminal,
    colour_depth,
    identify,
    multiplexer_of,
)
from reader.terminal.kinds import KINDS
from reader.terminal.palette import DARK, LIGHT
from reader.terminal.replies import Answers, ReplyParser
from reader.terminal.style import ColourDepth
from tests.terminal.recordings import RECORDED


def terminal(recorded: str, term: str = "xterm-256color", outside: str = "", **environ: str) -> Terminal:
    parser = ReplyParser()
    parser.feed(RECORDED[recorded])
    return identify(parser.answers, {"TERM": term, **environ}, Outside(says=outside))


@pytest.mark.parametrize(
    ("recorded", "name", "version", "encoding"),
    [
        ("xterm", "xterm", "379", TerminalEncoding.V),
        ("vte", "VTE", "", TerminalEncoding.V),
        ("konsole", "Konsole", "22.12.3", TerminalEncoding.WL),
        ("mlterm", "mlterm", "", TerminalEncoding.V),
        ("pterm", "PuTTY", "", TerminalEncoding.B2),
        ("kitty", "kitty", "0.26.5", TerminalEncoding.W),
        ("qterminal", "QTerminal", "", TerminalEncoding.LC),
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


def answers_of(recorded: str) -> Answers:
    parser = ReplyParser()
    parser.feed(RECORDED[recorded])
    return parser.answers


@pytest.mark.parametrize("recorded", ["kitty", "konsole", "pterm", "vte", "xterm", "mlterm"])
def test_screen_passes_on_what_the_terminal_outside_says(recorded: str) -> None:
    found = identify(answers_of("screen"), {"TERM": "screen"}, Outside(answers=answers_of(recorded)))
    direct = terminal(recorded)
    assert (found.multiplexer, found.name) == ("screen", direct.name)
    told = {"vte": TerminalEncoding.L, "mlterm": TerminalEncoding.B2}
    assert found.encoding is told.get(recorded, direct.encoding)
    assert not found.enter


@pytest.mark.parametrize(
    ("variable", "value", "name"),
    [
        ("KITTY_WINDOW_ID", "1", "kitty"),
        ("KONSOLE_VERSION", "221203", "Konsole"),
        ("VTE_VERSION", "7006", "VTE"),
        ("XTERM_VERSION", "XTerm(379)", "xterm"),
        ("ALACRITTY_WINDOW_ID", "1", "Alacritty"),
        ("TERM_PROGRAM", "vscode", "VS Code"),
        ("TERM_PROGRAM", "iTerm.app", ""),
        ("LC_TERMINAL", "iTerm2", "iTerm2"),
        ("WT_SESSION", "", "Windows Terminal"),
        ("TERMINAL_EMULATOR", "JetBrains-JediTerm", "JetBrains"),
        ("TERM_PROGRAM", "tmux", ""),
    ],
)
def test_what_was_inherited_is_a_hint_where_a_multiplexer_is_silent(variable: str, value: str, name: str) -> None:
    assert terminal("mosh", **{variable: value}).name == name


def test_the_word_of_a_terminal_counts_more_than_what_was_inherited() -> None:
    inherited = {"KITTY_WINDOW_ID": "1", "NVIM": "/tmp/nvim"}  # noqa: S108 - a value, no file
    assert terminal("pterm", **inherited).name == "PuTTY"
    assert terminal("zutty", **inherited).name == ""
    assert terminal("tmux", outside="XTerm(379)", **inherited).name == "xterm"
    assert terminal("alacritty", **inherited).name == "Alacritty"


def test_an_editor_within_a_terminal_wins_over_it() -> None:
    assert terminal("mosh", KITTY_WINDOW_ID="1", TERMINAL_EMULATOR="JetBrains-JediTerm").name == "JetBrains"


def test_what_the_client_of_tmux_inherited_wins_over_where_tmux_was_started() -> None:
    here = {"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}
    assert identify(answers_of("tmux"), here).name == "kitty"
    elsewhere = Outside(term="xterm", environ={"TERM": "xterm"})
    assert identify(answers_of("tmux"), here, elsewhere).name == ""


def test_a_choice_belongs_to_what_is_outside() -> None:
    keys = {identify(answers_of("tmux"), {}, Outside(term=term)).key for term in ("xterm", "putty", "alacritty")}
    assert keys == {"tmux/unknown/xterm", "tmux/PuTTY", "tmux/Alacritty"}


@pytest.mark.parametrize(
    ("recorded", "environ", "name", "encoding", "marks"),
    [
        ("neovim", {"XTERM_VERSION": "XTerm(379)"}, "Neovim", TerminalEncoding.V, Marks.DRAWN),
        ("neovim", {"VTE_VERSION": "7006"}, "Neovim", TerminalEncoding.B2, Marks.DRAWN),
        ("neovim", {"KONSOLE_VERSION": "221203"}, "Neovim", TerminalEncoding.B2, Marks.DRAWN),
        ("neovim", {"KITTY_WINDOW_ID": "1"}, "Neovim", TerminalEncoding.W, Marks.DRAWN),
        ("neovim", {}, "Neovim", TerminalEncoding.V, Marks.DRAWN),
        ("vim", {"VIM_TERMINAL": "900", "VTE_VERSION": "7006"}, "Vim", TerminalEncoding.B2, Marks.DRAWN),
        ("vterm", {"INSIDE_EMACS": "vterm"}, "Emacs", TerminalEncoding.B2, Marks.LEFT_OUT),
        (
            "vterm",
            {"INSIDE_EMACS": "vterm", "XTERM_VERSION": "XTerm(379)"},
            "Emacs",
            TerminalEncoding.B2,
            Marks.LEFT_OUT,
        ),
        ("vterm", {"INSIDE_EMACS": "vterm", "VTE_VERSION": "7006"}, "Emacs", TerminalEncoding.VB, Marks.LEFT_OUT),
        ("vterm", {"INSIDE_EMACS": "vterm", "KITTY_WINDOW_ID": "1"}, "Emacs", TerminalEncoding.WB, Marks.LEFT_OUT),
    ],
)
def test_editors_are_sent_no_lrm(
    recorded: str, environ: dict[str, str], name: str, encoding: TerminalEncoding, marks: Marks
) -> None:
    found = terminal(recorded, **environ)
    assert (found.multiplexer, found.encoding, found.glyphs.marks) == (name, encoding, marks)


@pytest.mark.parametrize("environ", [{"TERM": "eterm-color"}, {"TERM": "eterm-color", "TMUX": "socket"}])
def test_a_terminal_of_emacs_that_says_nothing_is_known_by_its_term(environ: dict[str, str]) -> None:
    found = identify(answers_of("ansi-term"), environ)
    assert (found.multiplexer, found.encoding, found.glyphs.marks) == ("Emacs", TerminalEncoding.B2, Marks.LEFT_OUT)


@pytest.mark.parametrize(
    ("da2", "environ", "name"),
    [
        ("0;10;1", {}, "Windows Terminal"),
        ("77;30601;0", {}, "mintty"),
        ("41;320;0", {}, "Termux"),
        ("0;1700;1", {}, "Alacritty"),
        ("0;276;0", {}, "xterm.js"),
        ("0;276;0", {"TERM_PROGRAM": "Hyper"}, "Hyper"),
        ("0;276;0", {"TERM_PROGRAM": "Tabby"}, "Tabby"),
        ("0;276;0", {"TERM_PROGRAM": "vscode"}, "VS Code"),
    ],
)
def test_attributes_tell_terminals(da2: str, environ: dict[str, str], name: str) -> None:
    assert identify(Answers(da1="1", da2=da2), {"TERM": "xterm-256color", **environ}).name == name


@pytest.mark.parametrize(
    "version", ["WezTerm 20240203", "ghostty 1.1.0", "contour 0.6", "iTerm2 3.5.11", "foot(1.13.1)"]
)
def test_words_tell_terminals(version: str) -> None:
    name = identify(Answers(da1="1", version=version), {"TERM": "xterm-256color"}).name
    assert version.casefold().startswith(name.casefold())


def test_marks_are_sent_as_each_terminal_draws_them() -> None:
    assert terminal("alacritty", "alacritty").glyphs.marks is Marks.LEFTWARD
    assert identify(Answers(da1="1", version="foot(1.13.1)"), {"TERM": "foot"}).glyphs.marks is Marks.LEFT_OUT
    assert terminal("xterm").glyphs.marks is Marks.DRAWN


@pytest.mark.parametrize(
    ("columns", "wide", "families"),
    [((), True, True), ((3, 3), True, True), ((2, 4), False, False), ((3, 7), True, False)],
)
def test_what_emoji_take_is_measured(columns: tuple[int, ...], wide: bool, families: bool) -> None:  # noqa: FBT001 - a table's columns
    glyphs = identify(Answers(da1="1", columns=columns), {"TERM": "xterm"}).glyphs
    assert (glyphs.wide_emoji, glyphs.families) == (wide, families)


def test_letters_are_inked_where_they_are_told_apart_by_colour() -> None:
    inks = {terminal("qterminal", COLORFGBG=colours).glyphs.ink for colours in ("15;0", "0;15", "")}
    assert len(inks) == 3
    assert terminal("xterm").glyphs.ink is None


def test_margins_are_used_where_they_can_be_set() -> None:
    assert {name for name in RECORDED if terminal(name).margins} == {"xterm", "mlterm", "neovim", "vim", "vterm"}


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
    assert terminal("urxvt").ground is Ground.UNKNOWN
    assert terminal("urxvt", COLORFGBG="0;15").ground is Ground.LIGHT
    assert terminal("urxvt", TERM="linux").palettes == (DARK,)
    assert terminal("urxvt").palettes == (DARK, LIGHT)


@pytest.mark.parametrize("name", ["tmux", "screen", "mosh", "neovim"])
def test_families_are_not_sent_through_what_stands_between(name: str) -> None:
    assert not terminal(name).glyphs.families


def test_terminals_that_were_not_seen_name_their_sources() -> None:
    unseen = KINDS[: [kind.name for kind in KINDS].index("foot")]
    without = {kind.name for kind in unseen if not kind.source.startswith("https://")}
    assert without == {"Apple Terminal", "iTerm2", "Contour"}  # of which no address is known
    assert not any(kind.source for kind in KINDS[len(unseen) :])


@pytest.mark.parametrize(("name", "frames"), [("xterm.js 5.5", False), ("xterm.js 6", True)])
def test_xterm_js_is_known_and_holds_frames_back_where_it_can(name: str, frames: bool) -> None:  # noqa: FBT001 - a table's column
    found = terminal(name)
    assert (found.name, found.encoding) == ("xterm.js", TerminalEncoding.L)
    assert found.synchronised is frames
    assert not found.glyphs.families
