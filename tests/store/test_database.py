import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model import StateError
from reader.store import Store, connection, database, paths
from reader.store.outcomes import Reason
from reader.store.paths import FILE_NAME, is_remote, state_folder
from reader.store.schema import STEPS
from tests.documents import document_of
from tests.marks import mark

DOCUMENT = document_of("نص قصير", "نص آخر", path="/a")


def pragma(folder: Path, name: str) -> object:
    connection = sqlite3.connect(folder / FILE_NAME)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def test_the_folder_is_the_users_own(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "state"
    Store.open(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_the_environment_chooses_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("READER_STATE", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
    if sys.platform == "linux":
        assert state_folder() == tmp_path / "xdg" / "reader"
    monkeypatch.setenv("READER_STATE", str(tmp_path / "mine"))
    assert state_folder() == tmp_path / "mine"
    Store.open().close()
    assert (tmp_path / "mine" / FILE_NAME).exists()


def test_the_journal_is_a_write_ahead_log_but_not_over_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(tmp_path / "local").close()
    assert pragma(tmp_path / "local", "journal_mode") == "wal"
    monkeypatch.setattr(connection, "is_remote", lambda _: True)
    Store.open(tmp_path / "remote").close()
    assert pragma(tmp_path / "remote", "journal_mode") == "delete"


def test_network_file_systems_are_known_by_the_mount_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 0:21 / / rw - ext4 /dev/a rw\n"
        "23 22 0:22 / /home rw,relatime shared:1 - nfs4 server:/home rw\n"
        "24 23 0:23 / /home/local\\040disk rw - xfs /dev/b rw\n"
    )
    monkeypatch.setattr(paths, "_MOUNTS", mounts)
    assert is_remote(Path("/home/user/state"))
    assert not is_remote(Path("/home/local disk/state"))
    assert not is_remote(Path("/homes"))
    monkeypatch.setattr(paths, "_MOUNTS", tmp_path / "none")
    assert not is_remote(Path("/home"))


@pytest.mark.parametrize(
    "content", [b"no database at all, but text" * 100, b"SQLite format 3\x00" + b"\xff" * 5000], ids=["text", "torn"]
)
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    store = Store.open(tmp_path)
    assert store.notice is not None
    mark(store, DOCUMENT, DOCUMENT.range)
    assert store.close() == ()
    (aside,) = tmp_path.glob(f"{FILE_NAME}.damaged-*")
    assert store.notice == ("set_aside", aside.name)
    assert aside.read_bytes() == content
    assert Store.open(tmp_path).notice is None


def test_damage_found_later_is_told_and_the_next_call_works(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    for number in range(200):
        store.set_setting(f"key {number}", "value " * 50)
    store.close()
    file = tmp_path / FILE_NAME
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    store = Store.open(tmp_path)
    with pytest.raises(StateError, match="damaged"):
        store.setting("key 7")
    assert store.setting("key 7") is None
    assert store.notice is not None
    assert store.notice.code == "set_aside"
    store.set_setting("key 7", "again")
    assert store.settle()
    assert Store.open(tmp_path).setting("key 7") == "again"
    assert len(list(tmp_path.glob(f"{FILE_NAME}.damaged-*[0-9]"))) == 1


def test_two_readers_set_a_damaged_file_aside_once(tmp_path: Path) -> None:
    one, two = Store.open(tmp_path), Store.open(tmp_path)
    one.set_setting("key", "value")
    one.close()
    two.close()
    (tmp_path / FILE_NAME).write_bytes(b"x" * 9000)
    one, two = Store.open(tmp_path), Store.open(tmp_path)
    one.set_setting("key", "new")
    assert one.settle()
    assert two.setting("key") == "new"
    assert len(list(tmp_path.glob(f"{FILE_NAME}.damaged-*"))) == 1


def test_a_file_of_a_newer_reader_is_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()
    store = Store.open(tmp_path)
    assert store.notice == (Reason.NEWER, str(tmp_path / FILE_NAME))
    with pytest.raises(StateError, match="newer"):
        store.all_annotations()
    mark(store, DOCUMENT, DOCUMENT.range)
    assert len(store.close()) == 1
    assert pragma(tmp_path, "user_version") == len(STEPS) + 1


def test_the_end_does_not_wait_for_a_lock_that_is_known_to_be_held(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        mark(store, DOCUMENT, DOCUMENT.range)
        assert len(store.close(patience=3600)) == 1


def test_a_folder_that_cannot_be_made_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store.open(tmp_path / "file" / "state")
    with pytest.raises(StateError) as failure:
        store.all_annotations()
    assert "\n" not in str(failure.value)
    assert "READER_STATE" in str(failure.value)


def test_the_home_folder_of_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_STATE", "~nobody-at-all/x")
    store = Store.open()
    assert store.notice == (Reason.GONE, "~nobody-at-all/x")
    assert store.recent is not None
    mark(store, DOCUMENT, DOCUMENT.range)
    assert len(store.close()) == 1


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(tmp_path).close()
    monkeypatch.setattr(connection, "STEPS", (*STEPS, "CREATE TABLE more (x); CREATE TABLE setting (x)"))
    assert Store.open(tmp_path).notice is not None
    assert pragma(tmp_path, "user_version") == len(STEPS)
    monkeypatch.setattr(connection, "STEPS", (*STEPS, "CREATE TABLE more (x)"))
    Store.open(tmp_path).close()
    assert pragma(tmp_path, "user_version") == len(STEPS) + 1


def test_a_write_that_fails_is_undone(tmp_path: Path) -> None:
    opened = database.Database(tmp_path)

    def step(transaction: sqlite3.Connection) -> None:
        transaction.execute("INSERT INTO setting VALUES ('key', 'value')")
        raise KeyError

    with pytest.raises(KeyError):
        opened.write(step)
    assert opened.read("SELECT * FROM setting") == []


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    """A state folder with one bookmark in which this process, were it the superuser's, may write nothing."""
    folder = tmp_path / "state"
    store = Store.open(folder)
    mark(store, DOCUMENT, DOCUMENT.range)
    store.close()
    (folder / FILE_NAME).chmod(0o444)
    folder.chmod(0o555)
    above = [path for path in tmp_path.parents if path.stat().st_uid == os.getuid()]
    modes = {path: path.stat().st_mode for path in (tmp_path, *above)}
    for path, mode in modes.items():
        path.chmod(mode | 0o055)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    yield folder
    if superuser:
        os.seteuid(0)
    for path, mode in modes.items():
        path.chmod(mode)
    folder.chmod(0o755)


def test_where_nothing_can_be_written_bookmarks_can_still_be_read(locked_folder: Path) -> None:
    store = Store.open(locked_folder)
    assert store.notice == (Reason.PERMISSION, str(locked_folder / FILE_NAME))
    assert [placed.range for placed in store.annotations(DOCUMENT)] == [DOCUMENT.range]
    made = mark(store, DOCUMENT, DOCUMENT.blocks[0].range)
    assert not store.settle()
    assert made in [placed.annotation for placed in store.annotations(DOCUMENT)]


def test_importing_the_store_does_not_load_the_database() -> None:
    script = "import sys, reader.store; print('sqlite3' in sys.modules, 'rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
