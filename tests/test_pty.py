"""The program as a person runs it: a real pseudo-terminal, real keys, real signals."""

import os
import re
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
    session.wait(on_screen(session, LLAMA, "Sections", "Text"))
    session.press("q")
    assert session.ended() == 0
    assert session.sent.rindex(LEAVE_SCREEN) > session.sent.rindex(ENTER_SCREEN)
    assert "Traceback" not in session.sent


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_lines_alone_are_written_for_a_screen_reader(opened: Opened, term: str) -> None:
    session = opened("--linear", str(SEED), TERM=term)
    title = "نماذج 'لاما' من 'ميتا'"
    session.wait(lambda: title in session.sent)
    session.press("/xyz")
    session.wait(lambda: "Search: xyz" in session.sent)
    session.press("\x1b")
    session.settle(0.3)
    session.press("q")
    assert session.ended() == 0
    assert "\x1b" not in session.sent[session.sent.index(title) :].removesuffix("\x1b[5n")


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


def test_the_way_lines_are_filled_is_remembered(opened: Opened) -> None:
    session = opened(str(SEED))
    session.wait(on_screen(session, "Sections"))
    assert not on_screen(session, "\u0640\u0640")()
    session.press("JJ")
    session.wait(on_screen(session, "\u0640\u0640"))
    session.press("q")
    session.ended()
    again = opened(str(SEED))
    again.wait(on_screen(again, "Sections", "\u0640\u0640"))
    asked = opened("--justify=none", str(SEED))
    asked.wait(on_screen(asked, "Sections", LLAMA))
    assert not on_screen(asked, "\u0640\u0640")()


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
    session.wait(on_screen(session, LLAMA))
    session.press("s")  # the text stands alone until a key asks for panes
    session.wait(on_screen(session, LLAMA, "Sections"))
    session.press("q")
    assert session.ended() == 0


def test_an_endless_pipe_is_left_at_once_and_its_writer_told(opened: Opened, tmp_path: Path) -> None:
    told = tmp_path / "told"
    session = opened(program=["sh", "-c", f"(yes; echo $? >'{told}') | '{sys.executable}' -m reader"])
    session.wait(on_screen(session, "y", "…"))
    session.press("q")
    session.wait(lambda: told.exists() and bool(told.read_text(encoding="utf-8")))
    assert told.read_text(encoding="utf-8").strip() in {"141", "1"}  # SIGPIPE, or EPIPE where that is ignored


def test_commands_are_keys_on_an_arabic_keyboard(opened: Opened) -> None:
    session = opened(str(SEED))
    session.wait(on_screen(session, "Sections"))
    session.press("؟")  # Shift and the key of the question mark
    session.wait(on_screen(session, "half a page down"))
    session.press("\x1b")
    session.wait(on_screen(session, "Sections"))
    session.press("ض")  # the key q
    assert session.ended() == 0


def test_without_a_terminal_the_document_is_printed(environ: dict[str, str], tmp_path: Path) -> None:
    document = tmp_path / "english.txt"
    document.write_text(ENGLISH, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reader", str(document)], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The quiet terminal\n")


def test_alone_the_reader_shows_the_files_here(opened: Opened) -> None:
    session = opened()
    session.wait(on_screen(session, "Files here"))
    session.press("q")  # the list closes, and then the folder below it
    session.wait(lambda: not on_screen(session, "Files here")())
    session.press("q")
    assert session.ended() == 0


SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[ -/]*[0-~])")
HARM = "\x1b[31m \x1b]0;pwned\x07 \x1b]52;c;cHduZWQ=\x07 \x9b2J \x9d2;pwned\x9c \x1bc \x7f \x0e \x85 "
HARM += "\u202e \u2066 \U000e0041 \u2028 "


def kinds_of(sent: str) -> set[str]:
    """The control sequences that were sent, without their parameters."""
    return {re.sub(r"[0-9;:]+|(?<=c;)[A-Za-z0-9+/=]+", "", found) for found in SEQUENCE.findall(sent)}


def looked_around(session: Session, start: str) -> str:
    """Everything that is sent while the panes, the lists, the search and the clipboard are used."""
    session.wait(on_screen(session, start, "0%"))
    for key in (
        "/",
        "e",
        "n",
        "\r",
        "m",
        "'",
        "\x1b",
        "]",
        "y",
        "i",
        "\t",
        "j",
        "\r",
        "\t",
        "j",
        "y",
        "?",
        "\x1b",
        "v",
    ):
        session.press(key)
        session.settle(0.15)
    session.press("q")
    session.wait(lambda: LEAVE_SCREEN in session.sent)
    return session.sent


def test_nothing_in_a_document_or_its_name_reaches_the_terminal(opened: Opened, tmp_path: Path) -> None:
    lines = (
        "Title%s here",
        "The price%s is $5 million, see https://x.example/%s now.",
        "Again%s",
        "GDPR%s of 5 May 2024.",
    )
    sent = []
    for harm in ("", HARM):
        path = tmp_path / f"name{harm}.txt"
        path.write_text("\n\n".join(line.replace("%s", harm) for line in lines), encoding="utf-8")
        sent.append(looked_around(opened(str(path)), "Title"))
    harmless, harmed = sent
    assert kinds_of(harmed) <= kinds_of(harmless)
    left = SEQUENCE.sub("", harmed)
    assert not {char for char in left if (char < " " and char not in "\r\n\b") or "\x7f" <= char < "\xa0"}
    assert not set("\u202e\u2066\u2028\U000e0041") & set(left)
    assert not any("pwned" in found or "cHduZWQ" in found for found in SEQUENCE.findall(harmed))
