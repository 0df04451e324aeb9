"""What the doctor says, from recorded answers."""

from reader.terminal.doctor import doctor_lines
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import Terminal, identify
from reader.terminal.replies import ReplyParser
from tests.terminal.recordings import RECORDED


def said(recorded: str, environ: dict[str, str]) -> str:
    parser = ReplyParser()
    parser.feed(RECORDED[recorded])
    found = identify(parser.answers, environ)
    return "\n".join(doctor_lines(found, parser.answers, environ, found.encoding))


def test_it_names_the_terminal_and_shows_every_encoding() -> None:
    text = said("vte", {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    assert "VTE" in text
    assert "16 million" in text
    assert "on, and can be switched off" in text
    assert [line for line in text.splitlines() if line.startswith("> v ")]
    assert all(
        f"  {each} " in text or f"> {each} " in text
        for each in (TerminalEncoding.L, TerminalEncoding.WL, TerminalEncoding.W)
    )


def test_it_passes_the_hint_on() -> None:
    assert "--bidi=app" in said("pterm", {"TERM": "xterm"})


def test_nothing_a_terminal_says_acts_on_it() -> None:
    parser = ReplyParser()
    parser.feed("\x1bP>|evil\x9b31m\x1b\\\x1b[?1c")
    found = identify(parser.answers, {"TERM": "xterm\x1b[31m"})
    lines = "\n".join(doctor_lines(found, parser.answers, {"TERM": "xterm\x1b[31m"}, TerminalEncoding.L))
    assert "\x1b[31m" not in lines
    assert "\x9b" not in lines


def test_without_a_terminal_it_says_what_to_use() -> None:
    lines = list(doctor_lines(Terminal(paints=False), ReplyParser().answers, {}, TerminalEncoding.L))
    assert "reader print" in lines[-1]
