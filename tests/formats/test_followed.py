"""Files that are followed as they grow."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from reader.formats import OpenOptions, followed, open_document
from reader.formats.followed import followed_snapshots
from reader.model import Document, DocumentError, range_of


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


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (lambda path: os.truncate(path, 2), "was cut short"),
        (lambda path: path.unlink(), "is gone"),
    ],
    ids=["cut", "gone"],
)
def test_a_file_that_ends_otherwise_is_one_clear_line(
    happens: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    add(path, "a line\n")
    snapshots, _ = following(path)
    next(snapshots)
    happens(path)
    with pytest.raises(DocumentError, match=rf"^\S+a.txt: {said}[^\n]*$"):
        next(snapshots)
