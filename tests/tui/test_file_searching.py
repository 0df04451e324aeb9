"""The files of a folder searched in a thread: bounded, given up, and with what cannot be read left out."""

from pathlib import Path

import pytest

from reader.formats import OpenOptions, open_document
from reader.search import Matching
from reader.tui import file_searching
from reader.tui.file_searching import FileSearcher
from reader.view.effects import SearchFiles
from reader.view.events import Event, FilesSearched
from reader.view.file_hits import Contents
from tests.running import arrived, running


def never() -> bool:
    return False


def found(folder: Path, query: str, searcher: FileSearcher | None = None) -> Contents:
    told: list[Event] = []
    search = SearchFiles(open_document(folder), query, Matching())
    (searcher or FileSearcher(OpenOptions())).search(search, never, told.append)
    last = told[-1]
    assert isinstance(last, FilesSearched)
    assert last.contents.ended
    return last.contents


def names(contents: Contents) -> list[str]:
    return [Path(file.file.path).name for file in contents.found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("كتاب في البيت\n\nكِتَاب آخر\n")
    (tmp_path / "two.md").write_text("# Books\n\nA book, and كتاب.\n")
    (tmp_path / "three.epub").write_bytes(b"PK\x03\x04 but no book")
    return tmp_path


def test_hits_go_by_what_is_meant_and_damaged_files_are_left_out(folder: Path) -> None:
    contents = found(folder, "كتاب")
    assert names(contents) == ["one.txt", "two.md"]
    assert [file.total for file in contents.found] == [2, 1]
    assert contents.looked == contents.total == 3


def test_more_than_anyone_reads_is_not_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_searching, "HITS_OF_ONE", 2)
    monkeypatch.setattr(file_searching, "HITS", 2)
    (folder / "a.txt").write_text("كتاب\n\n" * 5)
    contents = found(folder, "كتاب")
    assert names(contents) == ["a.txt"]
    assert (len(contents.found[0].hits), contents.found[0].total) == (2, 5)
    assert contents.looked < contents.total


def test_a_large_file_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_searching, "LARGEST", 40)
    assert names(found(folder, "كتاب")) == ["two.md"]


def test_a_file_is_read_again_when_it_has_changed(folder: Path) -> None:
    searcher = FileSearcher(OpenOptions())
    assert names(found(folder, "كتاب", searcher)) == ["one.txt", "two.md"]
    (folder / "one.txt").write_text("nothing of that kind is left in it\n")
    assert names(found(folder, "كتاب", searcher)) == ["two.md"]
    assert names(found(folder, "nothing", searcher)) == ["one.txt"]


def test_what_is_kept_is_bounded_and_found_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_searching, "KEPT", 10)
    searcher = FileSearcher(OpenOptions())
    assert names(found(folder, "كتاب", searcher)) == names(found(folder, "كتاب", searcher)) == ["one.txt", "two.md"]


def test_a_search_that_is_given_up_tells_no_end(folder: Path) -> None:
    told: list[Event] = []
    asked = iter((False, True, True, True, True))
    search = SearchFiles(open_document(folder), "كتاب", Matching())
    FileSearcher(OpenOptions()).search(search, lambda: next(asked), told.append)
    assert not any(isinstance(event, FilesSearched) and event.contents.ended for event in told)


async def test_a_folder_is_searched_and_a_hit_opened_with_keys(folder: Path) -> None:
    async with running(open_document(folder)) as (app, pilot):
        await pilot.press("/", *"book,")
        while not app.workspace.sections.contents.ended:
            await pilot.pause(0.01)
        assert any("A book, and" in item.text.text for item in app.workspace.sections.model.items)
        await pilot.press("enter", "end", "enter")
        await arrived(app, pilot)
        assert app.workspace.title == "Books"
        while app.workspace.reading.hit is None:
            await pilot.pause(0.01)
        assert app.workspace.document.slice(app.workspace.reading.hit) == "book,"
