"""The probe on a real pseudo-terminal, with a terminal played at its other end."""

import os
import pty
import select
import stat
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import NOTHING_SAID, Outside
from reader.terminal.probe import outside_of_tmux, probe
from tests.terminal.recordings import RECORDED

ENVIRON = {"TERM": "xterm-256color"}


@contextmanager
def played(answer: str, piece: int = 1 << 16) -> Iterator[tuple[int, list[bytes]]]:
    """A terminal that sends its answer, in pieces, once it was asked; what it was sent is collected."""
    terminal, program = pty.openpty()
    tty.setraw(program)
    received: list[bytes] = []
    closing = threading.Event()

    def play() -> None:
        answered = False
        while not closing.is_set():
            if select.select([terminal], [], [], 0.01)[0]:
                received.append(os.read(terminal, 65536))
            if not answered and b"\x1b[c" in b"".join(received):
                answered = True
                data = answer.encode()
                for start in range(0, len(data), piece):
                    os.write(terminal, data[start : start + piece])

    player = threading.Thread(target=play)
    player.start()
    try:
        yield program, received
    finally:
        closing.set()
        player.join()
        os.close(program)
        os.close(terminal)


@pytest.mark.parametrize("piece", [1, 7, 4096])
def test_the_terminal_is_found_and_keys_are_handed_back(piece: int) -> None:
    with played("/ب" + RECORDED["konsole"][:20] + RECORDED["konsole"][20:], piece) as (program, _):
        before = termios.tcgetattr(program)
        found = probe(program, ENVIRON, patience=10)
        assert found.terminal.name == "Konsole"
        assert found.typed == "/ب"
        assert termios.tcgetattr(program) == before


def test_a_silent_terminal_is_not_waited_for() -> None:
    with played("") as (program, received):
        found = probe(program, ENVIRON, patience=0.05)
        assert found.terminal.encoding is TerminalEncoding.L
        assert not found.terminal.answers
    assert b"".join(received).endswith(b"\r\x1b[K")


def test_late_answers_are_still_taken_for_answers() -> None:
    with played("") as (program, _):
        found = probe(program, ENVIRON, patience=0.05)
    assert found.parser.feed(RECORDED["kitty"] + "j") == "j"
    assert found.parser.answers.version == "kitty(0.26.5)"


def test_screen_is_asked_to_pass_questions_on() -> None:
    terminal, program = pty.openpty()
    tty.setraw(program)
    received = b""

    def play() -> None:
        nonlocal received
        for question, answer in ((b"\x1b[c", RECORDED["screen"]), (b"\x1bP\x1b[c\x1b\\", "k" + RECORDED["kitty"])):
            while question not in received:
                received += os.read(terminal, 65536)
            os.write(terminal, answer.encode())

    player = threading.Thread(target=play)
    player.start()
    try:
        found = probe(program, {"TERM": "screen", "STY": "1.pts-0"}, patience=10)
        assert (found.terminal.key, found.terminal.encoding) == ("screen/kitty", TerminalEncoding.W)
        assert found.typed == "k"
    finally:
        player.join()
        os.close(program)
        os.close(terminal)


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {}])
def test_a_dumb_terminal_is_asked_nothing(environ: dict[str, str]) -> None:
    with played("") as (program, received):
        assert not probe(program, environ).terminal.paints
    assert b"".join(received) == b""


def test_no_terminal_at_all(tmp_path: Path) -> None:
    assert not probe(None, ENVIRON).terminal.paints
    with (tmp_path / "file").open("w+b") as file:
        assert not probe(file.fileno(), ENVIRON).terminal.paints


def test_a_terminal_that_goes_away_is_no_error() -> None:
    terminal, program = pty.openpty()
    tty.setraw(program)
    os.close(terminal)
    try:
        assert not probe(program, ENVIRON, patience=0.05).terminal.answers
    finally:
        os.close(program)


@pytest.mark.parametrize(
    ("script", "outside"),
    [
        ("printf 'Konsole 22.12.3\\nxterm-256color\\n'", Outside("Konsole 22.12.3", "xterm-256color")),
        ("printf '\\nxterm-256color\\n'", Outside(term="xterm-256color")),
        ("printf '\\nputty-256color\\n\\n'", Outside(term="putty-256color")),
        ("exit 1", NOTHING_SAID),
        ("sleep 5", NOTHING_SAID),
    ],
)
def test_tmux_is_asked_within_a_bound(
    script: str, outside: Outside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmux = tmp_path / "tmux"
    tmux.write_text(f"#!/bin/sh\n{'exec ' if script.startswith('sleep') else ''}{script}\n")
    tmux.chmod(tmux.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert outside_of_tmux() == outside
