"""The program as a person runs it: a real pseudo-terminal, real keys, real signals."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.samples import ENGLISH, SEED
from tests.tui.session import Session

pytestmark = pytest.mark.pty

ENTER_SCREEN, LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"

LLAMA = "\ufe8e\ufee3\ufefb"
"""لاما as it is painted."""

Opened = Callable[..., Session]


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
def opened(environ: dict[str, str]) -> Iterator[Opened]:
    sessions: list[Session] = []

    def start(
        *argv: str, size: tuple[int, int] = (100, 30), program: list[str] | None = None, **changes: str
    ) -> Session:
        command = program or [sys.executable, "-m", "reader", *argv]
        session = Session(command, {**environ, **changes}, size=size)
        sessions.append(session)
        return session

    yield start
    for session in sessions:
        session.__exit__()


def on_screen(session: Session, *texts: str) -> Callable[[], bool]:
    return lambda: all(any(text in row for row in session.played.text) for text in texts)


def test_reading_and_leaving(opened: Opened) -> None:
    session = opened(str(SEED))
    session.wait(on_screen(session, LLAMA, "Sections", "Facts"))
    session.press("q")
    assert session.ended() == 0
    assert session.sent.rindex(LEAVE_SCREEN) > session.sent.rindex(ENTER_SCREEN)
    assert "Traceback" not in session.sent


def test_bookmarks_and_place_survive_being_killed(opened: Opened) -> None:
    session = opened(str(SEED))
    session.wait(on_screen(session, "Sections"))
    session.press("]]]m")
    session.wait(on_screen(session, "Marked"))
    session.settle(0.8)
    os.kill(session.pid, signal.SIGKILL)
    session.ended()
    again = opened(str(SEED))
    again.wait(on_screen(again, "◆"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_leave_the_terminal_as_it_was_and_keep_the_place(opened: Opened, number: signal.Signals) -> None:
    session = opened(str(SEED))
    session.wait(on_screen(session, "Sections"))
    session.press("]]]m")
    session.wait(on_screen(session, "Marked"))
    os.kill(session.pid, number)
    assert session.ended() == 128 + number
    assert session.sent.rindex(LEAVE_SCREEN) > session.sent.rindex(ENTER_SCREEN)
    assert "Traceback" not in session.sent
    again = opened(str(SEED))
    again.wait(on_screen(again, "◆"))


def test_a_tiny_window_shows_text(opened: Opened) -> None:
    session = opened(str(SEED), size=(20, 5))
    session.wait(on_screen(session, LLAMA))
    session.press("q")
    assert session.ended() == 0


def test_a_window_too_small_is_refused(opened: Opened) -> None:
    session = opened(str(SEED), size=(5, 2))
    assert session.ended() == 4
    assert "the reader needs" in session.sent


def test_a_terminal_without_cursor_control_is_refused(opened: Opened) -> None:
    session = opened(str(SEED), TERM="dumb")
    assert session.ended() == 4
    assert "reader print" in session.sent


def test_piped_text_is_read_with_keys_from_the_terminal(opened: Opened) -> None:
    session = opened(program=["sh", "-c", f"cat '{SEED}' | '{sys.executable}' -m reader"])
    session.wait(on_screen(session, LLAMA, "Sections"))
    session.press("q")
    assert session.ended() == 0


def test_commands_are_keys_on_an_arabic_keyboard(opened: Opened) -> None:
    session = opened(str(SEED))
    session.wait(on_screen(session, "Sections"))
    session.press("؟")  # Shift and the key of the question mark
    session.wait(on_screen(session, "next, previous section"))
    session.press("ض")  # the key q
    session.wait(on_screen(session, "Sections"))


def test_without_a_terminal_the_document_is_printed(environ: dict[str, str], tmp_path: Path) -> None:
    document = tmp_path / "english.txt"
    document.write_text(ENGLISH, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reader", str(document)], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The quiet terminal\n")


def test_no_document_and_nothing_piped_is_a_usage_error(opened: Opened) -> None:
    session = opened()
    assert session.ended() == 2
    assert "name a file" in session.sent
