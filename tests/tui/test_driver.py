"""Every way in and out of the screen, in a real pseudo-terminal with a played terminal."""

import os
import random
import re
import signal
import termios
from pathlib import Path

import pytest

from tests.terminal.recordings import RECORDED
from tests.tui.session import Session, environment, python

pytestmark = pytest.mark.pty

APP = str(Path(__file__).with_name("small_app.py"))


def opened(answer: str = "xterm", **changes: str) -> Session:
    session = Session(python(APP), environment(**changes), answer)
    session.wait(session.shows("ready"))
    session.settle(0.1)
    return session


def assert_given_back(session: Session) -> None:
    assert session.modes_left() == set()
    assert termios.tcgetattr(session.descriptor) == session.before
    pushed, popped = len(re.findall(r"\x1b\[>\d+u", session.sent)), session.sent.count("\x1b[<u")
    assert pushed == popped


@pytest.mark.parametrize("answer", ["xterm", "vte", "kitty", "mlterm", "pterm", "tmux"])
def test_quitting_gives_the_terminal_back(answer: str) -> None:
    with opened(answer) as session:
        session.press("q")
        assert session.ended() == 0
        assert_given_back(session)


def test_explicit_mode_comes_before_the_first_erasure_and_goes_before_the_screen() -> None:
    with opened("vte") as session:
        start = session.sent
        assert start.index("\x1b[?1049h") < start.index("\x1b[8l") < start.index("\x1b[2J")
        session.press("q")
        session.ended()
        assert session.sent.index("\x1b[8h") < session.sent.index("\x1b[?1049l")


def test_what_was_not_offered_is_not_set() -> None:
    with opened("xterm") as session:
        session.press("q")
        session.ended()
        assert "\x1b[8l" not in session.sent
        assert "\x1b[8h" not in session.sent
        assert "\x1b]5379" not in session.sent


def test_mlterm_is_told_by_its_own_sequence() -> None:
    with opened("mlterm") as session:
        session.press("q")
        session.ended()
        assert session.sent.count("\x1b]5379;use_ctl=false\x07") == 1
        assert session.sent.count("\x1b]5379;use_ctl=true\x07") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order(number: signal.Signals) -> None:
    with opened("vte") as session:
        os.kill(session.pid, number)
        os.kill(session.pid, number)
        assert session.ended() == 128 + number
        assert_given_back(session)


def test_a_crash_gives_the_terminal_back_before_it_is_told() -> None:
    with opened("vte") as session:
        session.press("x")
        assert session.ended() == 1
        assert_given_back(session)
        assert session.sent.index("\x1b[?1049l") < session.sent.index("crashed on purpose")


def test_an_end_that_nobody_foresaw_gives_the_terminal_back() -> None:
    with opened("vte") as session:
        session.press("E")
        assert session.ended() != 0
        assert_given_back(session)


def test_it_can_be_suspended_and_resumed() -> None:
    with opened("vte") as session:
        session.press("z")
        stopped: list[int] = []

        def is_stopped() -> bool:
            pid, status = os.waitpid(session.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                stopped.append(status)
            return bool(stopped)

        session.wait(is_stopped)
        session.settle(0.1)
        assert_given_back(session)
        away = len(session.sent)
        session.played.screen.reset()
        os.kill(session.pid, signal.SIGCONT)
        session.wait(session.shows("section 0"))
        assert session.sent.index("\x1b[8l", away) < session.sent.index("\x1b[2J", away)
        session.press("q")
        assert session.ended() == 0
        assert_given_back(session)


def test_another_program_gets_the_terminal_as_it_was() -> None:
    with opened("vte") as session:
        session.press("e")
        session.wait(lambda: "outside" in session.sent)
        before, _, after = session.sent.partition("outside")
        assert before.rindex("\x1b[?1049l") > before.rindex("\x1b[?1049h")
        session.wait(lambda: session.sent.rindex("\x1b[?1049h") > len(before))
        del after
        session.press("q")
        assert session.ended() == 0
        assert_given_back(session)


def test_a_terminal_that_goes_away_ends_it() -> None:
    session = opened()
    os.close(session.descriptor)
    _, status = os.waitpid(session.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP


def test_keys_typed_before_the_first_frame_are_not_lost() -> None:
    with Session(python(APP), environment(), "xterm") as session:
        session.answering = False
        session.press("j")
        session.wait(lambda: "\x1b[c" in session.sent)
        session.press("j" + RECORDED["xterm"] + "j")
        session.answering = True
        session.wait(session.shows("   3 "))
        session.wait(lambda: session.played.text[0].startswith("   3 "))


def test_a_busy_program_ends_at_ctrl_c_too() -> None:
    with opened("vte") as session:
        session.press("B")
        session.settle(0.2)
        session.press("\x03")
        assert session.ended() == 130
        assert_given_back(session)


def test_late_answers_in_pieces_are_no_keys() -> None:
    late = RECORDED["kitty"] + "\x1b[12;40R\x1b[?2026;2$y\x1b[8;0$y\x1b]4;1;rgb:ffff/0000/0000\x07\x1bP1$r0m\x1b\\"
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    with Session(python(APP), environment(PATIENCE="0.1"), "kitty") as session:
        session.answering = False
        session.wait(session.shows("ready"))
        while late:
            cut = chance.randint(1, 9)
            session.press(late[:cut])
            late = late[cut:]
            session.settle(chance.choice((0.002, 0.03)))
        session.answering = True
        session.settle(0.3)
        assert "ready" in session.played.text[-1]
        session.press("i")
        session.wait(session.shows("pressed i"))


def test_escape_is_a_key_also_while_answers_keep_coming() -> None:
    """Every frame is answered; a screen that changes all the time must not swallow the key, nor join it to the next."""
    with opened("xterm") as session:
        session.press("\x1b")
        for _ in range(12):
            session.press("\x1b[0n")
            session.settle(0.04)
            if session.shows("pressed escape")():
                break
        assert session.shows("pressed escape")()
        session.press("i")
        session.wait(session.shows("pressed i"))


def test_a_paste_is_one_event_however_it_is_cut() -> None:
    with opened("xterm") as session:
        session.press("\x1b[200~" + "j" * 5000)
        session.settle(0.15)
        session.press("j" * 5000 + "\x1b[20")
        session.settle(0.15)
        session.press("1~i")
        session.wait(session.shows("pressed i"))
        assert session.shows("   0 ")()  # nothing of it was a key


def test_answers_that_come_late_are_no_keys_and_still_count() -> None:
    with Session(python(APP), environment(PATIENCE="0.1"), "kitty") as session:
        session.answering = False
        session.wait(session.shows("ready"))
        session.settle(0.1)
        answer = RECORDED["kitty"]
        session.press(answer[:30])
        session.settle(0.02)
        session.press(answer[30:])
        session.answering = True
        session.settle(0.2)
        assert "ready" in session.played.text[-1]
        session.press("i")
        session.wait(session.shows("pressed i · w"))


PLACED = [
    ("\x1b", "escape"),
    ("\x1b[B", "down"),
    ("ن", "k"),
    ("لا", "b"),
    ("\x1b[1578::106;;1578u", "j"),
    ("\x1b[1571:65:104;2;1571u", "H"),
    ("\x1b[1604::98;;1604:1575u", "b"),
    ("\x1b[106;;106u", "j"),
    ("\x1b[97;5u", "ctrl+a"),
]


def test_a_key_is_known_by_its_place() -> None:
    with opened("kitty") as session:
        for typed, key in PLACED:
            session.press("i")
            session.wait(session.shows("pressed i "))
            session.press(typed)
            session.wait(session.shows(f"pressed {key} "))


def test_a_dead_terminal_is_not_waited_for_for_ever() -> None:
    with opened("xterm") as session:
        session.answering = False
        session.press("q")
        assert session.ended() == 0
        assert_given_back(session)


def is_stopped(session: Session) -> bool:
    return Path(f"/proc/{session.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "T"


def test_stops_asked_for_at_any_time_leave_nothing_half_done() -> None:
    """Stopped again while it stops and while it comes back: stopped, the terminal is the shell's; else it paints."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    with opened("vte") as session:
        for _ in range(12):
            for _ in range(chance.randint(1, 3)):
                os.kill(session.pid, signal.SIGTSTP)
                session.read(chance.choice((0.0, 0.002, 0.02)))
            session.wait(lambda: is_stopped(session))
            session.settle(0.05)
            assert_given_back(session)
            os.kill(session.pid, signal.SIGCONT)
            session.read(chance.choice((0.0, 0.002, 0.01, 0.04)))
            os.kill(session.pid, signal.SIGTSTP)
            session.wait(lambda: is_stopped(session))
            session.settle(0.05)
            assert_given_back(session)
            session.played.screen.reset()
            os.kill(session.pid, signal.SIGCONT)
            session.wait(session.shows("section 0"))
        session.press("q")
        assert session.ended() == 0
        assert_given_back(session)


def test_what_others_did_to_the_terminal_meanwhile_is_undone() -> None:
    with opened("vte") as session:
        os.kill(session.pid, signal.SIGSTOP)
        os.waitpid(session.pid, os.WUNTRACED)
        start = len(session.sent)
        session.played.screen.reset()
        os.kill(session.pid, signal.SIGCONT)
        session.wait(session.shows("section 0"))
        assert session.sent.index("\x1b[8l", start) < session.sent.index("\x1b[2J", start)
        session.press("q")
        assert session.ended() == 0
        assert_given_back(session)
