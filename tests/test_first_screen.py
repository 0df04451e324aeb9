"""The first screen in a real pseudo-terminal: before Textual is loaded, however loading it goes.

A package of the name ``textual`` on the path stands in for the real one and does what is to be tried while it loads.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.samples import SEED
from tests.tui.session import Session, environment
from tests.tui.test_driver import is_stopped

pytestmark = pytest.mark.pty

LLAMA = "\ufe8e\ufee3\ufefb"
"""لاما as it is painted."""

Opened = Callable[..., Session]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    sessions: list[Session] = []

    def start(*argv: str, textual: str = "", answer: str = "xterm", typed: str = "") -> Session:
        changes = {"READER_STATE": str(tmp_path / "state"), "READER_CONFIG": str(tmp_path / "config.toml")}
        if textual:
            (tmp_path / "textual").mkdir(exist_ok=True)
            (tmp_path / "textual" / "__init__.py").write_text(textual)
            changes["PYTHONPATH"] = f"{tmp_path}{os.pathsep}{Path.cwd()}"
        session = Session([sys.executable, "-m", "reader", *argv], environment(**changes), answer, size=(120, 40))
        sessions.append(session)
        if typed:
            session.press(typed)
        return session

    yield start
    for session in sessions:
        session.__exit__()


def test_the_text_is_shown_once_and_the_interface_added_to_it(opened: Opened) -> None:
    session = opened(str(SEED))
    session.wait(session.shows("Sections"))
    session.settle()
    row = max((row for row in session.sent.split("\x1b") if LLAMA in row), key=len)
    assert session.sent.index(row) < session.sent.index("Sections")
    assert session.sent.count(row) == 1
    assert session.sent.count("\x1b[?1049h") == session.sent.count("\x1b[2J") == 1
    session.press("q")
    assert session.ended() == 0
    assert session.modes_left() == set()


HELD = """
import sys, time
from pathlib import Path
while not Path(__file__).with_name("loads").exists():
    time.sleep(0.01)
sys.path.remove(str(Path(__file__).parents[1]))
del sys.modules["textual"]
import textual
"""
"""Stands in for Textual until a file is there that lets it load."""


def test_the_whole_interface_and_its_keys_are_there_before_textual(opened: Opened, tmp_path: Path) -> None:
    session = opened(str(SEED), textual=HELD)
    session.wait(session.shows("Sections"))
    session.press("j:")
    session.wait(session.shows("Go to"))
    session.press("99%\r")
    session.wait(session.shows("15/15"))
    session.settle(0.1)
    begun = len(session.sent)
    (tmp_path / "textual" / "loads").touch()
    session.wait(session.shows("Organisations"))
    session.press("q")
    assert session.ended() == 0
    text, _, _ = session.sent[begun:].partition("\x1b[?2004l")
    assert [word for word in ("\x1b[2J", "\x1b[?1049h", "99%", "Text") if word in text] == []


def test_a_place_that_was_asked_for_is_there_before_textual(opened: Opened) -> None:
    session = opened(f"{SEED}:40", textual=HELD)
    session.wait(session.shows("8/15"))
    session.press("]")
    session.wait(session.shows("9/15"))
    session.settle(0.1)
    session.press("\x03")
    assert session.ended() == -signal.SIGINT
    assert session.modes_left() == set()


def test_keys_that_take_more_wait_for_textual_with_those_behind_them(opened: Opened, tmp_path: Path) -> None:
    session = opened(str(SEED), textual=HELD)
    session.wait(session.shows("Sections"))
    session.press("]?list")
    session.wait(session.shows("1/15"))
    session.settle(0.1)
    session.resize(100, 30)
    assert not session.shows("list")()
    (tmp_path / "textual" / "loads").touch()
    session.wait(session.shows("list"))
    session.press("\x1b")
    session.wait(lambda: not session.shows("list")())
    session.press("q")
    assert session.ended() == 0


def test_keys_typed_before_the_first_screen_act_in_their_order(opened: Opened) -> None:
    session = opened(str(SEED), typed="]]m'\r")
    session.wait(session.shows("◆"))
    session.press("q")
    assert session.ended() == 0


def test_a_terminal_that_never_answers_shows_the_text_at_once(opened: Opened) -> None:
    session = opened(str(SEED), answer="silent", textual="import time; time.sleep(60)")
    session.wait(session.shows(LLAMA))
    session.settle(0.1)
    session.press("\x03")
    session.ended()
    assert session.modes_left() == set()


def test_a_failing_import_gives_the_terminal_back_and_is_one_line(opened: Opened) -> None:
    session = opened(str(SEED), textual="raise RuntimeError('broken')")
    assert session.ended() == 70
    assert LLAMA in session.sent
    assert session.modes_left() == set()
    after = session.sent[session.sent.rindex("\x1b[?1049l") :]
    assert "a defect of the reader: RuntimeError" in after


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals_while_textual_loads_give_the_terminal_back(
    opened: Opened, number: signal.Signals, status: int
) -> None:
    session = opened(str(SEED), textual="import time; time.sleep(60)")
    session.wait(session.shows(LLAMA))
    session.settle(0.2)  # a signal within a write may cut a character in two
    os.kill(session.pid, number)
    assert session.ended() == status
    assert session.modes_left() == set()


def test_stopped_while_textual_loads_the_terminal_is_given_back_and_taken_again(opened: Opened) -> None:
    session = opened(str(SEED), textual="import time; time.sleep(60)")
    session.wait(session.shows("Sections"))
    session.settle(0.2)
    session.press("\x1a")
    session.wait(lambda: is_stopped(session))
    session.settle(0.1)
    assert session.modes_left() == set()
    os.kill(session.pid, signal.SIGCONT)
    session.wait(lambda: session.sent.count("\x1b[?1049h") == 2 and session.shows("Sections")())
    session.press("]")
    session.wait(session.shows("1/15"))
    session.press("\x03")
    session.ended()
    assert session.modes_left() == set()
