"""The question which line reads right, on a real pseudo-terminal."""

import os
import pty
import termios
import threading
import tty

import pytest

from reader.cli.encoding_question import encoding_answered
from reader.locale import LANGUAGES
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import Outside, identify
from reader.terminal.probe import Probed
from reader.terminal.replies import Answers, ReplyParser

UNKNOWN = Outside(term="xterm")


def answered(typed: bytes, language: str = "en") -> tuple[TerminalEncoding | None, str]:
    terminal, program = pty.openpty()
    tty.setraw(program)
    before = termios.tcgetattr(program)
    written = bytearray()

    def play() -> None:
        while b"  6" not in written:
            written.extend(os.read(terminal, 65536))
        os.write(terminal, typed)

    player = threading.Thread(target=play)
    player.start()
    try:
        found = Probed(identify(Answers(da1="1", da2="84;0;0"), {}, UNKNOWN), "", ReplyParser(), program)
        answer = encoding_answered(found, language)
        player.join()
        assert termios.tcgetattr(program) == before
        written.extend(os.read(terminal, 65536))
        return answer, written.decode()
    finally:
        os.close(program)
        os.close(terminal)


@pytest.mark.parametrize(
    ("typed", "encoding"),
    [
        ("1", TerminalEncoding.V),
        ("5", TerminalEncoding.B2),
        ("٥", TerminalEncoding.B2),
        ("\x1b[>84;0;0c6", TerminalEncoding.LC),
        ("7", TerminalEncoding.VB),
        ("9", None),
        ("0", None),
        ("q", None),
        ("\x1b", None),
        ("\x1b[A", None),
    ],
)
def test_a_number_answers_and_any_other_key_goes_on(typed: str, encoding: TerminalEncoding | None) -> None:
    answer, written = answered(typed.encode())
    assert answer is encoding
    assert written.endswith("\x1b[9A\x1b[J")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_is_put_in_english_and_in_the_language(language: str) -> None:
    _, written = answered(b"q", language)
    assert "Which line reads right?" in written
    assert written.count("\r\n") == 9 + (language != "en")


def test_only_where_nothing_tells_what_is_outside() -> None:
    tmux, screen = Answers(da1="1", da2="84;0;0"), Answers(da1="1", da2="83;0;0")
    assert identify(tmux, {}, UNKNOWN).guessed
    assert identify(screen, {}).guessed
    assert not identify(tmux, {}).guessed  # nobody is attached
    assert not identify(tmux, {}, Outside(says="XTerm(379)", term="xterm")).guessed
    assert not identify(screen, {"VTE_VERSION": "7006"}).guessed
    assert not identify(Answers(da1="1"), {"TERM": "xterm"}).guessed
    assert not identify(Answers(), {"TERM": "eterm-color"}).guessed
