"""A few sessions of the monkey; ``python -m tests.monkey --sessions 500`` plays many."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.monkey.documents import documents
from tests.monkey.plan import IDENTITIES, Plan, plan_of
from tests.monkey.session import played
from tests.monkey.shrink import shrunk
from tests.monkey.stream import Stream

SEEDS = range(5)


@pytest.fixture(scope="session")
def there(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return documents(tmp_path_factory.mktemp("documents"))


def test_a_plan_follows_from_its_seed() -> None:
    assert plan_of(7, 100) == plan_of(7, 100) != plan_of(8, 100)
    assert {plan_of(seed, 100).identity for seed in range(100)} == set(IDENTITIES)


@pytest.mark.pty
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_done_to_the_reader_is_its_end(there: list[Path], tmp_path: Path, seed: int) -> None:
    """The first events of each; ``python -m tests.monkey --seed …`` shows which of them are to blame."""
    plan = plan_of(seed, len(there))
    plan = replace(plan, events=plan.events[:15])
    verdict = played(plan, there[plan.document], tmp_path)
    assert verdict.faults == {}


WELL_BEHAVED = """
import os, select, signal, sys, termios, time, tty
before = termios.tcgetattr(0)
woken, wake = os.pipe()
def repaint(*_): os.write(wake, b"w")
def leave(*_): os.write(wake, b"q")
signal.signal(signal.SIGWINCH, repaint)
signal.signal(signal.SIGTERM, leave)
tty.setraw(0)
print("\x1b[?1049h", end="", flush=True)
done = b""
while b"q" not in done:
    done = os.read(woken, 1)
    {painting}
    print("\x1b[Hpainted", end="", flush=True)
print("\x1b[?1049l", end="", flush=True)
termios.tcsetattr(0, termios.TCSANOW, before)
{leaving}
sys.exit(143)
"""


@pytest.mark.pty
@pytest.mark.parametrize(
    ("painting", "leaving", "faults"),
    [
        ("", "", set()),
        ("time.sleep(30)", "", {"silence"}),
        ("while done: pass", "", {"silence"}),
        ("print('\x1b]0;title\x07')", "", {"control sent"}),
        ("many = b'x' * (100 << 20)", "", {"growth"}),
        ("sys.exit(1)", "", {"status", "terminal"}),
        ("", "sys.exit(70)", {"status"}),
        ("", "print('Traceback'); sys.exit(143)", {"defect"}),
        ("", "time.sleep(30)", {"no way out"}),
        ("", "print('\x1b[?25l')", {"terminal"}),
        ("", "tty.setcbreak(0)", {"terminal"}),
    ],
)
def test_what_is_wrong_is_seen(tmp_path: Path, painting: str, leaving: str, faults: set[str]) -> None:
    program = tmp_path / "program.py"
    program.write_text(WELL_BEHAVED.replace("{painting}", painting).replace("{leaving}", leaving))
    plan = Plan(0, 0, "", 0, (80, 24), (("size", 70, 20), ("type", b"x"), ("wait", 0.1)), "SIGTERM", ())
    verdict = played(plan, program, tmp_path, [sys.executable, str(program)])
    assert set(verdict.faults) == faults, verdict


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ("\x1b]0;title\x07", "]0;title"),
        ("\x1b[31337z", "31337z"),
        ("\x1b[?1004h", "1004h"),
        ("\x1bc", "1bc"),
        ("\x9b2J", "x9b"),
        ("a\x07b", "x07"),
        ("a\u202eb", "202e"),
        ("\x1bPq\x1b\\", "1bPq"),
    ],
)
def test_what_the_reader_does_not_send_is_a_fault(sent: str, fault: str) -> None:
    for cut in range(len(sent.encode())):
        stream = Stream()
        stream.feed(sent.encode()[:cut])
        stream.feed(sent.encode()[cut:])
        assert [fault in found for found in stream.faults] == [True]


def test_broken_utf_8_is_a_fault() -> None:
    stream = Stream()
    stream.feed(b"a\xff\x1b[H")
    assert stream.faults


def test_modes_that_are_left_are_named() -> None:
    stream = Stream()
    stream.feed("\x1b[?1049h\x1b[?25l\x1b[8l\x1b[>29u\x1b[2;5rنص".encode())
    assert stream.entered
    assert stream.left == ["1 of the keyboard's flags", "8", "?1049", "?25", "the scrolling region"]
    stream.feed(b"\x1b[r\x1b[<u\x1b[8h\x1b[?25h\x1b[?1049l")
    assert stream.left == []
    assert stream.faults == []


def test_questions_are_seen() -> None:
    assert Stream().feed(b"\x1b[>c\x1b[=c\x1b[c text \x1b[5n") == ["c", "5n"]


def test_the_events_that_matter_are_left() -> None:
    asked = []

    def fails(some: tuple[int, ...]) -> bool:
        asked.append(some)
        return {3, 17} <= set(some)

    assert shrunk(40, fails, 500) == (3, 17)
    assert len(asked) < 60
    assert shrunk(5, lambda _: True, 500) == ()
    assert shrunk(40, fails, 0) == tuple(range(40))
