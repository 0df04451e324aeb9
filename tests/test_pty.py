"""The program as a person runs it: a real pseudo-terminal, real keys, real signals."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.samples import ENGLISH, SEED

pytestmark = pytest.mark.pty

ENTER_SCREEN, LEAVE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
PATIENCE = 30.0


class Session:
    """A program in a pseudo-terminal, and the screen it paints."""

    def __init__(self, program: list[str], environ: dict[str, str], *, columns: int = 100, rows: int = 30) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self._slave = slave
        self.process = subprocess.Popen(
            program,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def read(self, seconds: float) -> None:
        """Take in what is sent for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._master], [], [], min(left, 0.1))[0]:
                try:
                    data = os.read(self._master, 65536)
                except OSError:
                    return
                self.sent += data
                self._stream.feed(data)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Take in what is sent until something holds."""
        until = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < until, "\n".join(self.screen.display)
            self.read(0.05)

    def shows(self, text: str) -> bool:
        """Whether a text stands somewhere on the screen, as painted."""
        return any(text in row for row in self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def end(self) -> int:
        """Wait for the program to end, reading what it still says."""
        self.wait(lambda: self.process.poll() is not None)
        self.read(0.2)
        return self.process.returncode

    def terminal(self) -> list[object]:
        """The line settings as they are now."""
        return list(termios.tcgetattr(self._slave))

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        os.close(self._slave)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "PYTHONPATH", "HOME"}},
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "READER_STATE": str(tmp_path / "state"),
        "READER_CONFIG": str(tmp_path / "config.toml"),
    }


@pytest.fixture
def opened(environ: dict[str, str]) -> Iterator[Callable[..., Session]]:
    sessions: list[Session] = []

    def start(
        *argv: str, columns: int = 100, rows: int = 30, program: list[str] | None = None, **changes: str
    ) -> Session:
        command = program or [sys.executable, "-m", "reader", *argv]
        session = Session(command, {**environ, **changes}, columns=columns, rows=rows)
        sessions.append(session)
        return session

    yield start
    for session in sessions:
        session.close()


LLAMA = "\ufe8e\ufee3\ufefb"
"""لاما as it is painted."""


def test_reading_and_leaving(opened: Callable[..., Session]) -> None:
    session = opened(str(SEED))
    session.wait(lambda: session.shows(LLAMA) and session.shows("Sections"))
    session.press("q")
    assert session.end() == 0
    assert LEAVE_SCREEN in session.sent
    assert session.sent.rindex(LEAVE_SCREEN) > session.sent.rindex(ENTER_SCREEN)
    assert session.terminal() == session.before
    assert b"Traceback" not in session.sent


def test_bookmarks_and_place_survive_being_killed(opened: Callable[..., Session]) -> None:
    session = opened(str(SEED))
    session.wait(lambda: session.shows("Sections"))
    session.press("]]]m")
    session.wait(lambda: session.shows("Marked"))
    session.read(0.8)
    session.process.send_signal(signal.SIGKILL)
    session.end()
    again = opened(str(SEED))
    again.wait(lambda: again.shows("◆"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_leave_the_terminal_as_it_was(opened: Callable[..., Session], number: signal.Signals) -> None:
    session = opened(str(SEED))
    session.wait(lambda: session.shows("Sections"))
    session.process.send_signal(number)
    session.end()
    assert session.sent.rindex(LEAVE_SCREEN) > session.sent.rindex(ENTER_SCREEN)
    assert session.terminal() == session.before
    assert b"Traceback" not in session.sent


def test_a_tiny_window_shows_text(opened: Callable[..., Session]) -> None:
    session = opened(str(SEED), columns=20, rows=5)
    session.wait(lambda: session.shows(LLAMA))
    session.press("q")
    assert session.end() == 0


def test_a_window_too_small_is_refused(opened: Callable[..., Session]) -> None:
    session = opened(str(SEED), columns=5, rows=2)
    assert session.end() == 4


def test_a_terminal_without_cursor_control_is_refused(opened: Callable[..., Session]) -> None:
    session = opened(str(SEED), TERM="dumb")
    assert session.end() == 4
    assert b"reader print" in session.sent


def test_piped_text_is_read_with_keys_from_the_terminal(opened: Callable[..., Session]) -> None:
    session = opened(program=["sh", "-c", f"cat '{SEED}' | '{sys.executable}' -m reader"])
    session.wait(lambda: session.shows(LLAMA) and session.shows("Sections"))
    session.press("q")
    assert session.end() == 0


def test_without_a_terminal_the_document_is_printed(environ: dict[str, str], tmp_path: Path) -> None:
    document = tmp_path / "english.txt"
    document.write_text(ENGLISH, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reader", str(document)], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The quiet terminal\n")


def test_no_document_and_nothing_piped_is_a_usage_error(opened: Callable[..., Session]) -> None:
    session = opened()
    assert session.end() == 2
