"""Files that are followed as they grow."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from reader.formats import OpenOptions, followed, open_document
from reader.formats.followed import followed_snapshots
from reader.model import Document, NoticeCode, range_of


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(followed, "_REST", 0.001)
    monkeypatch.setattr(followed, "_SHARE", 0)


def add(path: Path, text: str, encoding: str = "utf-8") -> None:
    with path.open("ab") as file:
        file.write(text.encode(encoding))


def following(path: Path) -> tuple[Iterator[Document], Event]:
    stopped = Event()
    return followed_snapshots(str(path), open_document(path).meta.format, OpenOptions(), stopped), stopped


@pytest.mark.parametrize(
    ("name", "line", "encoding"),
    [
        ("a.txt", "هذه جملة في سطر، وهي تنتهي هنا.\n", "utf-8"),
        ("a.txt", "هذه جملة في سطر، وهي تنتهي هنا.\r\n", "windows-1256"),
        ("a.log", "2025-03-18 12:00 one more line of it\n", "utf-8"),
        ("coloured", "\x1b[31mred\x1b[0m and plain\n", "utf-8"),
        ("marked.txt", "\ufeffA line of text with a mark before it.\n", "utf-8"),
    ],
)
def test_what_is_added_is_shown_as_it_is_when_it_is_read_at_once(
    name: str, line: str, encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    add(path, line * 3, encoding)
    before = open_document(path)
    snapshots, stopped = following(path)
    first = next(snapshots)
    assert first.source.goes_on_from(before.source)
    lengths = [len(first)]
    for _ in range(3):
        add(path, line.lstrip("\ufeff") * 2, encoding)
        lengths.append(len(next(snapshots)))
    assert lengths == sorted(set(lengths))
    stopped.set()
    (last,) = snapshots
    whole = open_document(path)
    assert last.complete
    assert last.slice(last.range) == whole.slice(whole.range)
    assert list(last.blocks) == list(whole.blocks)
    assert (last.digest, last.meta) == (whole.digest, whole.meta)


def test_a_line_that_is_cut_off_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "كلمة".encode()
    path.write_bytes(data[:3])
    snapshots, stopped = following(path)
    assert next(snapshots).slice(range_of(0, 100)) == "ك"
    with path.open("ab") as file:
        file.write(data[3:])
    document = next(snapshots)
    assert document.slice(document.range) == "كلمة"
    stopped.set()


def told_in(document: Document) -> tuple[str, list[NoticeCode]]:
    return document.slice(document.range), [notice.code for notice in document.meta.notices]


def test_a_file_that_is_cut_is_followed_from_its_start(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    add(path, "a line of some length\n")
    snapshots, stopped = following(path)
    next(snapshots)
    path.write_text("new\n")  # of the same file, as "> a.txt" does it
    assert told_in(next(snapshots)) == ("new\n", [NoticeCode.FOLLOWED_ANEW])
    add(path, "more\n")
    assert told_in(next(snapshots)) == ("new\nmore\n", [])
    stopped.set()
    assert next(snapshots).complete


@pytest.mark.parametrize("name", ["a.txt", "a.log"])
def test_a_file_that_is_rotated_is_followed_by_its_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    add(path, "the first line\n")
    snapshots, stopped = following(path)
    next(snapshots)
    path.rename(tmp_path / "a.1")
    path.mkdir()  # nothing that could be followed
    assert told_in(next(snapshots)) == ("the first line\n", [NoticeCode.FOLLOWED_GONE])
    add(tmp_path / "a.1", "the last line\n")  # by a writer that has not looked yet
    assert told_in(next(snapshots)) == ("the first line\nthe last line\n", [NoticeCode.FOLLOWED_GONE])
    path.rmdir()
    path.touch()
    assert told_in(next(snapshots)) == ("", [NoticeCode.FOLLOWED_ANEW])
    add(path, "a line of the next one\n")
    assert told_in(next(snapshots)) == ("a line of the next one\n", [])
    (tmp_path / "b").write_text("another\n")
    (tmp_path / "b").rename(path)  # at once
    assert told_in(next(snapshots)) == ("another\n", [NoticeCode.FOLLOWED_ANEW])
    stopped.set()
    assert [snapshot.complete for snapshot in snapshots] == [True]


def test_a_file_that_stays_away_is_what_had_come_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    add(path, "a line\n")
    snapshots, stopped = following(path)
    next(snapshots)
    path.unlink()
    next(snapshots)
    stopped.set()
    (last,) = snapshots
    assert last.complete
    assert told_in(last) == ("a line\n", [])
