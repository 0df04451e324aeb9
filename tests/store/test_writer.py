"""Writes that cannot be kept: real faults, and what waits in order until they are gone."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from reader.model import Pos
from reader.store import AnnotationKind, Store, writer
from reader.store.database import Database
from reader.store.failures import UnusableStateError
from reader.store.outcomes import Fate, Outcome, Reason
from reader.store.paths import FILE_NAME
from reader.store.writer import Writer
from reader.store.writes import KeepSetting
from tests.documents import document_of
from tests.marks import mark

DOCUMENT = document_of(*(f"الفقرة {number} من الوثيقة" for number in range(50)), path="/a")
PATIENCE = 20.0


class Told:
    """The outcomes of a store, as they come."""

    def __init__(self, store: Store) -> None:
        self.outcomes: list[Outcome] = []
        self._news = Event()
        store.listen(self._told)

    def _told(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self._news.set()

    def until(self, fate: Fate, ticket: int) -> Outcome:
        """An outcome of a request, once it has come."""
        return self._until(lambda outcome: (outcome.fate, outcome.ticket) == (fate, ticket))

    def until_either(self, ticket: int) -> Outcome:
        """The first outcome of a request."""
        return self._until(lambda outcome: outcome.ticket == ticket)

    def _until(self, wanted: Callable[[Outcome], bool]) -> Outcome:
        deadline = time.monotonic() + PATIENCE
        while True:
            for outcome in self.outcomes:
                if wanted(outcome):
                    return outcome
            self._news.clear()
            assert self._news.wait(deadline - time.monotonic()), self.outcomes


def kept(folder: Path) -> list[str]:
    """The notes in a state file, in the order they were written in."""
    connection = sqlite3.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute("SELECT note FROM annotation ORDER BY rowid")]
    finally:
        connection.close()


def noted(store: Store, words: str) -> int:
    part = DOCUMENT.blocks[len(words) % 50].range
    return store.keep(DOCUMENT, store.made(DOCUMENT, part, AnnotationKind.NOTE, note=words))


def waiting(store: Store) -> int:
    return len(store.waiting)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 160 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("file systems cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_keeps_what_waits_until_there_is_room(small_disk: Path) -> None:
    store = Store.open(small_disk)
    told = Told(store)
    told.until(Fate.KEPT, noted(store, "first"))
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while stream.write(b"x" * 4096):
                pass
        except OSError:
            pass
    second = noted(store, "second" * 2000)
    assert told.until(Fate.WAITING, second).reason is Reason.FULL
    third = noted(store, "third")
    assert told.until(Fate.WAITING, third).reason is Reason.FULL
    assert len(store.annotations(DOCUMENT)) == 3
    assert waiting(store) == 2
    filler.unlink()
    store.retry()
    told.until(Fate.KEPT, third)
    assert waiting(store) == 0
    assert [note[:5] for note in kept(small_disk)] == ["first", "secon", "third"]
    store.close()


def test_a_disk_that_is_full_from_the_start(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 160 * 1024)
    store = Store.open(small_disk)
    assert store.notice is not None
    assert store.notice.code == Reason.FULL
    told = Told(store)
    assert told.until(Fate.WAITING, noted(store, "first")).reason is Reason.FULL
    (small_disk / "filler").unlink()
    store.retry()
    assert store.settle()
    assert kept(small_disk) == ["first"]
    assert [placed.annotation.note for placed in store.annotations(DOCUMENT)] == ["first"]


def test_a_limit_of_file_size_is_told_as_one(tmp_path: Path) -> None:
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from reader.store import Store; from tests.store import test_writer as t\n"
        "store = Store.open(Path(sys.argv[1])); told = t.Told(store)\n"
        "told.until(t.Fate.KEPT, t.noted(store, 'first'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, resource.RLIM_INFINITY))\n"
        "ticket = t.noted(store, 'x' * 100_000)\n"
        "print(told.until(t.Fate.WAITING, ticket).reason)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "store.retry(); told.until(t.Fate.KEPT, ticket); print(len(store.close()))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split() == [Reason.FILE_SIZE, "0"], done.stderr
    assert [len(note) for note in kept(tmp_path)] == [5, 100_000]


@pytest.mark.parametrize("when", ["before", "while"])
def test_an_immutable_file_is_told_and_what_waits_is_kept_later(tmp_path: Path, when: str) -> None:
    store = Store.open(tmp_path)
    Told(store).until(Fate.KEPT, noted(store, "first"))
    if when == "before":
        store.close()
    files = [str(path) for path in tmp_path.iterdir()]
    if subprocess.run(["chattr", "+i", *files, str(tmp_path)], capture_output=True, check=False).returncode:
        pytest.skip("files cannot be made immutable here")
    try:
        if when == "before":
            store = Store.open(tmp_path)
            assert store.notice is not None
            assert store.notice.code == Reason.READ_ONLY
            assert [placed.annotation.note for placed in store.annotations(DOCUMENT)] == ["first"]
            told = Told(store)
            ticket = noted(store, "second")
            assert told.until(Fate.WAITING, ticket).reason is Reason.READ_ONLY
            assert len(store.annotations(DOCUMENT)) == 2
        else:
            told = Told(store)
            ticket = noted(store, "second")
            assert told.until_either(ticket).reason is Reason.READ_ONLY
            with pytest.raises(UnusableStateError):
                store.annotations(DOCUMENT)
    finally:
        subprocess.run(["chattr", "-i", *files, str(tmp_path)], check=True)
    store.retry()
    told.until(Fate.KEPT, ticket)
    assert store.close() == ()
    assert kept(tmp_path) == ["first", "second"]


def test_a_file_that_is_immutable_at_the_end_ends_no_program(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; import tests.store.test_writer as t\n"
    code += "store = t.Store.open(Path(sys.argv[1])); t.Told(store).until(t.Fate.KEPT, t.noted(store, 'first'))\n"
    code += "print('ready', flush=True); sys.stdin.readline(); t.noted(store, 'second'); print(len(store.close()))"
    command = [sys.executable, "-c", code, str(tmp_path)]
    root = Path(__file__).parents[2]
    process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    files = [str(path) for path in tmp_path.iterdir()]
    made = subprocess.run(["chattr", "+i", *files, str(tmp_path)], capture_output=True, check=False)
    try:
        out, _ = process.communicate("\n", timeout=30)
    finally:
        subprocess.run(["chattr", "-i", *files, str(tmp_path)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("files cannot be made immutable here")
    assert (process.returncode, out) == (0, "1\n")  # what was lost is told


LOCK = (
    "import sqlite3, sys\n"
    "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "connection.execute(sys.argv[2])\n"
    "print('locked', flush=True); sys.stdin.read()\n"
)


def locked_by_another(folder: Path, how: str = "BEGIN EXCLUSIVE") -> "subprocess.Popen[str]":
    """A process that holds the state file's lock until its input ends."""
    command = [sys.executable, "-c", LOCK, str(folder / FILE_NAME), how]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    return process


def test_a_lock_of_another_process_holds_up_nobody_and_nothing_is_lost(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    told = Told(store)
    told.until(Fate.KEPT, noted(store, "first"))
    holder = locked_by_another(tmp_path)
    tickets = [noted(store, word) for word in ("second", "third", "fourth")]
    assert told.until(Fate.WAITING, tickets[0]).reason is Reason.LOCKED
    assert len(store.annotations(DOCUMENT)) == 4
    holder.communicate()
    for ticket in tickets:
        told.until(Fate.KEPT, ticket)  # by itself: nobody asks again
    assert kept(tmp_path) == ["first", "second", "third", "fourth"]


def test_what_could_not_be_kept_is_named_at_the_end(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    holder = locked_by_another(tmp_path)
    made = mark(store, DOCUMENT, DOCUMENT.blocks[3].range, "words")
    store.save_position(DOCUMENT, Pos(3))
    begun = time.monotonic()
    lost = store.close(1.5)
    assert time.monotonic() - begun < 10
    assert [type(write).__name__ for write in lost] == ["KeepAnnotation", "KeepPlace"]
    assert getattr(lost[0], "annotation") == made  # noqa: B009
    holder.communicate()


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_state_that_is_taken_away_is_made_again(tmp_path: Path, gone: str) -> None:
    folder = tmp_path / "state"
    store = Store.open(folder)
    told = Told(store)
    told.until(Fate.KEPT, noted(store, "first"))
    for path in folder.iterdir():
        path.unlink()
    if gone == "folder":
        folder.rmdir()
    told.until(Fate.KEPT, noted(store, "second"))
    assert kept(folder) == ["second"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    store = Store.open(folder)
    told = Told(store)
    told.until(Fate.KEPT, noted(store, "first"))
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("")
    ticket = noted(store, "second")
    assert told.until(Fate.WAITING, ticket).reason in {Reason.GONE, Reason.OTHER}
    folder.unlink()
    store.retry()
    told.until(Fate.KEPT, ticket)
    assert kept(folder) == ["second"]


def test_a_write_the_state_can_never_hold_is_lost_alone(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    told = Told(store)
    holder = locked_by_another(tmp_path)
    first = noted(store, "first")
    told.until(Fate.WAITING, first)
    bad = store._writer.submit(KeepSetting("key", object()))  # type: ignore[arg-type]
    last = noted(store, "last")
    holder.communicate()
    assert told.until(Fate.LOST, bad).reason is Reason.REFUSED
    told.until(Fate.KEPT, first)
    told.until(Fate.KEPT, last)
    assert kept(tmp_path) == ["first", "last"]


class Broken(Database):
    """A database that fails as long as it is told to, and remembers what was written."""

    def __init__(self) -> None:
        super().__init__(None)
        self.reason: Reason | None = None
        self.tries = 0

    def write(self, step: Callable[[sqlite3.Connection], None], *, durable: bool = False) -> None:
        self.tries += 1
        if self.reason:
            raise UnusableStateError(self.reason, None)
        super().write(step, durable=durable)


def test_positions_that_wait_are_one_and_the_order_of_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FIRST_PAUSE", 1000.0)
    database = Broken()
    database.reason = Reason.FULL
    store = Store(database)
    noted(store, "a")
    for number in range(100):
        store.save_position(DOCUMENT, Pos(number))
        store.set_setting("panes", str(number))
    noted(store, "bb")
    store.settle(5)
    assert [type(write).__name__ for write in store.waiting] == [
        "KeepAnnotation",
        "KeepPlace",
        "KeepSetting",
        "KeepAnnotation",
    ]
    database.reason = None
    assert store.settle(5)
    assert store.position(DOCUMENT) == 99
    assert store.setting("panes") == "99"


def test_nothing_is_tried_while_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FIRST_PAUSE", 0.01)
    database = Broken()
    written = Writer(database)
    written.submit(KeepSetting("a", "b"))
    assert written.settle(5)
    tries = database.tries
    written.retry()
    time.sleep(0.1)
    assert database.tries == tries
    database.reason = Reason.FULL
    written.submit(KeepSetting("a", "c"))
    while database.tries < tries + 3:  # by itself, again and again
        time.sleep(0.01)
    database.reason = None
    assert written.settle(5)
    assert database.read("SELECT value FROM setting") == [("c",)]


def test_the_same_reason_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FIRST_PAUSE", 0.005)
    database = Broken()
    database.reason = Reason.FULL
    store = Store(database)
    told = Told(store)
    ticket = noted(store, "a")
    told.until(Fate.WAITING, ticket)
    while database.tries < 4:
        time.sleep(0.005)
    database.reason = Reason.READ_ONLY
    store.retry()
    store.settle(1)
    database.reason = None
    told.until(Fate.KEPT, ticket)
    reasons = [outcome.reason for outcome in told.outcomes]
    assert reasons == [Reason.FULL, Reason.READ_ONLY, None]


def test_what_is_told_is_kept_when_the_program_is_killed_at_once(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from reader.store import Store; from tests.store import test_writer as t\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "store.listen(lambda outcome: (print('told', flush=True), os.kill(os.getpid(), signal.SIGKILL)))\n"
        "t.noted(store, 'words'); t.time.sleep(30)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "told\n"), done.stderr
    assert kept(tmp_path) == ["words"]
