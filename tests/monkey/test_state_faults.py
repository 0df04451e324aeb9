"""What is said to be kept is kept: full disks, locked, read-only and immutable state, two readers, sudden ends.

"Marked" on the screen is a promise: once it was there, the mark is in the database, whatever comes after.
"""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from reader.store.paths import FILE_NAME
from tests.samples import SEED
from tests.tui.session import Session, environment

pytestmark = pytest.mark.pty

PROMISE = "Marked"
SOON = 5.0
"""Seconds within which the screen answers, on a machine that is busy; the lock is held for longer."""

Reading = Callable[..., Session]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def reading(state: Path, tmp_path: Path) -> Iterator[Reading]:
    """Readers of the article, all with the same state; they are killed at the end."""
    sessions: list[Session] = []

    def start(before: str = "") -> Session:
        environ = environment(READER_STATE=str(state), READER_CONFIG=str(tmp_path / "config.toml"))
        program = ["sh", "-c", f'{before} exec "$@"', "sh", sys.executable, "-m", "reader", "--lang=en", str(SEED)]
        session = Session(program, environ, size=(100, 30))
        sessions.append(session)
        session.wait(session.shows("Sections"))
        return session

    yield start
    for session in sessions:
        session.__exit__()


@pytest.fixture
def small_disk(state: Path) -> Iterator[Path]:
    """A disk of its own for the state; only the superuser can make one."""
    state.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", state], check=False).returncode:
        pytest.skip("no disk can be mounted")
    yield state
    subprocess.run(["mount", "-o", "remount,rw", state], check=False)
    subprocess.run(["umount", "-l", state], check=True)


def marks_in(state: Path) -> int:
    """Bookmarks in the state's database, as any program reads it that comes after."""
    with contextlib.closing(sqlite3.connect(state / FILE_NAME, timeout=20)) as database:
        return int(database.execute("SELECT count(*) FROM annotation WHERE kind = 'bookmark'").fetchone()[0])


def is_promised(session: Session) -> bool:
    return session.shows(PROMISE)()


def answers(session: Session) -> None:
    """The help opens and closes."""
    session.press("?")
    session.wait(session.shows("What can be done"), SOON)
    session.press("\x1b")
    session.wait(lambda: not session.shows("What can be done")(), SOON)


def killed(session: Session) -> None:
    os.kill(session.pid, signal.SIGKILL)
    session.ended()


def mark(session: Session) -> bool:
    """Press the key in the next section; whether the mark is promised."""
    session.press("]")
    session.settle(0.2)
    session.press("m")
    session.settle(0.8)
    promised = is_promised(session)
    answers(session)
    return promised


def fill(disk: Path) -> Path:
    """Fill a disk to the last byte."""
    path = disk / "filling"
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as filling:
        for size in (4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    filling.write(bytes(size))
    return path


def test_a_full_disk_promises_nothing_it_does_not_keep(small_disk: Path, reading: Reading) -> None:
    session = reading()
    assert mark(session)
    filling = fill(small_disk)
    promised = mark(session)
    assert marks_in(small_disk) == 1 + promised
    assert not promised
    filling.unlink()
    session.press("j")
    session.wait(lambda: marks_in(small_disk) == 2)
    killed(session)
    assert marks_in(small_disk) == 2


def test_a_disk_that_is_full_from_the_start(small_disk: Path, reading: Reading) -> None:
    fill(small_disk)
    session = reading()
    assert not mark(session)
    killed(session)


def test_a_limit_on_the_size_of_files(state: Path, reading: Reading) -> None:
    killed(reading())
    session = reading(before="ulimit -f 4;")
    promised = mark(session)
    killed(session)
    assert marks_in(state) == promised


def test_a_disk_that_becomes_read_only(small_disk: Path, reading: Reading) -> None:
    session = reading()
    assert mark(session)
    with contextlib.suppress(subprocess.CalledProcessError):
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True, stderr=subprocess.DEVNULL)
    promised = mark(session)
    killed(session)
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    assert marks_in(small_disk) == 1 + promised


def test_a_folder_that_is_not_to_be_written(state: Path, reading: Reading) -> None:
    killed(reading())
    made_immutable = not os.geteuid() and shutil.which("chattr") is not None
    if made_immutable:
        files = [state, *state.iterdir()]
        made_immutable = not subprocess.run(["chattr", "+i", *files], check=False, stderr=subprocess.DEVNULL).returncode
    elif os.geteuid():
        state.chmod(0o500)
        for path in state.iterdir():
            path.chmod(0o400)
    else:
        pytest.skip("the superuser may write everything")
    try:
        session = reading()
        promised = mark(session)
        killed(session)
    finally:
        if made_immutable:
            subprocess.run(["chattr", "-i", *files], check=True)
        state.chmod(0o700)
        for path in state.iterdir():
            path.chmod(0o600)
    assert marks_in(state) == promised


def test_a_lock_held_by_another_program(state: Path, reading: Reading) -> None:
    session = reading()
    assert mark(session)
    with contextlib.closing(sqlite3.connect(state / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        promised = mark(session)
        assert not promised
        assert marks_in(state) == 1
        other.execute("ROLLBACK")
    session.press("j")
    session.wait(lambda: marks_in(state) == 2)
    killed(session)
    assert marks_in(state) == 2


@pytest.fixture
def locked(state: Path, reading: Reading) -> Iterator[Session]:
    """A reader with a mark that another program keeps it from writing."""
    session = reading()
    with contextlib.closing(sqlite3.connect(state / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not mark(session)
        yield session


def test_leaving_with_a_mark_that_waits_asks(locked: Session) -> None:
    locked.press("q")
    locked.wait(locked.shows("Leave without them"))
    locked.press("\x1b")
    locked.wait(lambda: not locked.shows("Leave without them")())
    answers(locked)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_from_outside_names_what_is_lost(locked: Session, end: signal.Signals) -> None:
    os.kill(locked.pid, end)
    assert locked.ended() == 128 + end
    said = locked.sent.rpartition("\x1b[?1049l")[2]
    assert "reader: not kept: bookmark" in said
    assert SEED.name in said
    assert locked.modes_left() == set()


def test_two_readers_lose_nothing_of_each_other(state: Path, reading: Reading) -> None:
    first, second = reading(), reading()
    second.press("]]]]")
    promised = sum((mark(first), mark(second), mark(first), mark(second)))
    killed(first)
    killed(second)
    assert promised == 4
    assert marks_in(state) == 4


@pytest.mark.parametrize("seed", range(3))
def test_a_sudden_end_loses_no_promise(state: Path, reading: Reading, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same every time
    session = reading()
    promised = 0
    for _ in range(chance.randint(1, 3)):
        session.press("]")
        session.settle(0.1)
        session.press("m")
        before = session.sent.count(PROMISE)
        session.wait(lambda before=before: session.sent.count(PROMISE) > before)  # type: ignore[misc]
        promised += 1
        answers(session)
    session.press("]")
    session.settle(chance.random() / 5)
    session.press("m")
    session.read(chance.random() / 10)
    killed(session)
    assert promised <= marks_in(state) <= promised + 1
