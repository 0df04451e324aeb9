"""What Textual paints reaches the terminal as frames: few bytes, nothing queued, the same screen in every encoding."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style as RichStyle
from textual.widgets import Static

from reader.model import Attributes
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.style import Rgb, Style
from reader.tui.rich_styles import terminal_style_of
from tests.tui.session import Session, environment, python
from tests.tui.small_app import SmallApp, Text

APP = str(Path(__file__).with_name("small_app.py"))


def opened(answer: str = "xterm", size: tuple[int, int] = (60, 15)) -> Session:
    session = Session(python(APP), environment(), answer, size)
    session.wait(session.shows("ready"))
    session.settle(0.1)
    return session


def sent_for(session: Session, keys: str, until: Callable[[], bool] = lambda: True) -> str:
    """What is sent for some keys, at least until something holds."""
    start = len(session.sent)
    session.press(keys)
    session.wait(until)
    session.settle(0.2)
    return session.sent[start:]


@pytest.mark.pty
def test_a_line_costs_little_with_margins_and_without() -> None:
    for answer, most in (("xterm", 250), ("konsole", 500)):
        with opened(answer, (120, 40)) as session:
            sent_for(session, "j", lambda: session.played.text[0].startswith("   1 "))
            sent = sent_for(session, "j", lambda: session.played.text[0].startswith("   2 "))
            assert len(sent.encode()) < most


@pytest.mark.pty
def test_nothing_is_sent_without_a_change() -> None:
    with opened() as session:
        sent_for(session, "i", session.shows("pressed i"))
        assert sent_for(session, "i") == ""


@pytest.mark.pty
def test_scrolling_there_and_back_leaves_the_same_screen() -> None:
    with opened("kitty") as session:
        sent_for(session, "i", session.shows("pressed i"))
        before = session.played.screen.looks()
        for key in "jjjjjjkjkkkkkk":
            session.press(key)
        sent_for(session, "i", lambda: session.played.text[0].startswith("   0 ") and session.shows("pressed i")())
        assert session.played.screen.looks() == before


@pytest.mark.pty
def test_every_encoding_is_painted_at_once_and_the_last_is_the_first() -> None:
    with opened("xterm") as session:
        sent_for(session, "j", session.shows("pressed j"))
        before = session.played.screen.looks()[:-1]
        for encoding in (*list(TerminalEncoding)[1:], TerminalEncoding.V):
            assert "\x1b[2J" in sent_for(session, "v", session.shows(f"· {encoding}"))
        assert session.played.screen.looks()[:-1] == before


@pytest.mark.pty
def test_a_window_resized_there_and_back_shows_what_it_showed() -> None:
    with opened(size=(60, 15)) as session:
        sent_for(session, "i", session.shows("pressed i"))
        before = session.played.screen.looks()
        for pause in (0.0, 0.001, 0.004, 0.008, 0.012, 0.03) * 2:
            session.resize(40, 10)
            session.read(pause)
            session.resize(60, 15)
            session.played.screen.reset()
            session.wait(session.shows("pressed i"))
            session.settle(0.1)
            assert session.played.screen.looks() == before


@pytest.mark.pty
def test_a_terminal_is_sent_no_shape_of_the_pointer() -> None:
    with opened() as session:
        session.press("\x1b[<0;5;5M\x1b[<0;5;5m")
        sent_for(session, "i", session.shows("pressed i"))
        assert "\x1b]22;" not in session.sent


@pytest.mark.pty
def test_nothing_wakes_up_while_nothing_happens() -> None:
    with opened() as session:
        sent_for(session, "i", session.shows("pressed i"))
        before = wakes(session.pid)
        time.sleep(1.5)
        assert wakes(session.pid) == before


def wakes(process: int) -> int:
    """How often the threads of a process have gone to sleep so far."""
    counts = [
        re.search(r"^voluntary_ctxt_switches:\s+(\d+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in Path(f"/proc/{process}/task").glob("*/status")
    ]
    return sum(int(count[1]) for count in counts if count)


@pytest.mark.pty
def test_keys_held_down_queue_no_frames() -> None:
    with opened() as session:
        session.answering = False
        held = sent_for(session, "j" * 60, session.shows("pressed j"))
        frames = held.count("\x1b[5n")
        assert 1 <= frames <= 4
        session.answering = True
        session.press("\x1b[0n" * frames)
        session.wait(lambda: session.played.text[0].startswith("  60 "))


@pytest.mark.pty
def test_a_terminal_that_never_answers_is_painted_all_the_same() -> None:
    with Session(python(APP), environment(PATIENCE="0.1"), "") as session:
        session.answering = False
        session.wait(session.shows("ready"))
        sent_for(session, "jjj", lambda: session.played.text[0].startswith("   3 "))
        assert "\x1b[5n" not in session.sent


@pytest.mark.pty
def test_another_size_is_painted_afresh() -> None:
    with opened() as session:
        session.played.screen.resize(10, 40)
        session.resize(40, 10)
        session.wait(lambda: session.played.text[0].endswith("│ section 0"))
        assert session.played.text[-1].startswith("ready")


@pytest.mark.pty
def test_the_first_column_stays_blank_in_putty() -> None:
    with opened("pterm") as session:
        assert all(not line or line[0] in " \u2800" for line in session.played.text)
        assert session.played.text[-1].endswith("ready")


async def test_without_a_terminal_textual_paints_by_itself() -> None:
    app = SmallApp()
    async with app.run_test() as pilot:
        await pilot.press("j", "ن")
        assert app.query_one(Text).scroll_offset.y == 0
        assert str(app.query_one("#last", Static).content).startswith("pressed k")
        assert app.cycle_encoding() is TerminalEncoding.L


def test_styles_are_taken_over() -> None:
    style = RichStyle(color=Color.from_rgb(1, 2, 3), bgcolor=Color.parse("red"), bold=True, underline2=True)
    assert terminal_style_of(style) == Style(Rgb(1, 2, 3), 1, Attributes.BOLD | Attributes.UNDERLINE)
    assert terminal_style_of(RichStyle(color="default")) == Style()
    assert terminal_style_of(None) == Style()


@pytest.mark.pty
def test_the_application_has_the_columns_beside_the_margin() -> None:
    with opened("pterm") as session:
        seen = session.played.text[0].replace("\u2800", " ")  # of a run of blanks, one is sent as a letter
        assert seen.startswith("    0")
        assert "│ section 0" in seen
        side = session.played.text[0].index("│")
        assert side == 60 - 20
        for encoding in list(TerminalEncoding)[list(TerminalEncoding).index(TerminalEncoding.B2) + 1 :]:
            sent_for(session, "v", session.shows(f"· {encoding}"))
        assert session.played.text[0].index("│") == side
