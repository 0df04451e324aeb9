import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.formats import parse_text
from reader.model import AnchorState, Pos, StateError, range_of
from reader.store import Store
from reader.store import progress as progress_module
from reader.store.paths import FILE_NAME
from tests.documents import document_of, pos_before

LINES = ("عنوان المقال", "فقرة أولى طويلة بعض الشيء عن موضوع المقال.", "فقرة ثانية قصيرة.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "state")


def test_a_bookmark_is_there_after_reopening(tmp_path: Path) -> None:
    document = document_of(*LINES, path="/books/a.txt", title="عنوان")
    store = Store.open(tmp_path)
    made = store.add_bookmark(document, document.blocks[1].range, "مهم")
    store.close()
    (placed,) = Store.open(tmp_path).bookmarks(document_of(*LINES, path="/books/a.txt"))
    assert placed.bookmark == made
    assert (placed.state, placed.range) == (AnchorState.EXACT, document.blocks[1].range)
    assert (made.path, made.title, made.note) == ("/books/a.txt", "عنوان", "مهم")
    assert timedelta(0) <= datetime.now(UTC) - made.created < timedelta(minutes=5)


def test_bookmarks_come_in_the_order_of_the_text(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    for block in reversed(document.blocks):
        store.add_bookmark(document, block.range)
    assert [placed.range for placed in store.bookmarks(document)] == [block.range for block in document.blocks]
    assert [mark.anchor.range for mark in store.all_bookmarks()] == [block.range for block in document.blocks]


def test_marking_a_place_twice_makes_one_bookmark(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    first = store.add_bookmark(document, document.blocks[0].range, "note")
    again = store.add_bookmark(document, document.blocks[0].range, "other")
    assert again == first
    assert len(store.all_bookmarks()) == 1


def test_removing_and_noting(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    mark = store.add_bookmark(document, document.blocks[0].range)
    assert store.set_note(mark.id, "جديد")
    assert store.bookmarks(document)[0].bookmark.note == "جديد"
    assert store.remove_bookmark(mark.id)
    assert not store.remove_bookmark(mark.id)
    assert not store.set_note(mark.id, "")
    assert store.bookmarks(document) == ()


def test_an_edited_file_keeps_its_bookmarks_and_their_anchors(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    made = store.add_bookmark(document, document.blocks[1].range)
    edited = document_of("سطر جديد", *LINES, path="/a")
    (placed,) = store.bookmarks(edited)
    assert (placed.state, placed.range) == (AnchorState.MOVED, edited.blocks[2].range)
    assert placed.bookmark == made
    removed = document_of(LINES[0], LINES[2], path="/a")
    assert [(p.state, p.range) for p in store.bookmarks(removed)] == [(AnchorState.ORPHAN, None)]
    assert [p.state for p in store.bookmarks(document)] == [AnchorState.EXACT]


def test_a_copy_under_another_name_has_the_bookmarks_too(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    store.add_bookmark(document, document.blocks[1].range)
    assert len(store.bookmarks(document_of(*LINES, path="/copy"))) == 1


@pytest.mark.parametrize("path", ["-", ""])
def test_texts_without_a_file_are_not_taken_for_each_other(store: Store, path: str) -> None:
    one, other = document_of("نص أول هنا", path=path), document_of("نص ثان هناك", path=path)
    store.add_bookmark(one, one.range)
    store.save_position(one, Pos(3))
    assert store.bookmarks(other) == ()
    assert store.position(other) is None
    assert store.position(one) == 3
    assert store.recent() == ()


def test_the_place_is_remembered_for_each_document(store: Store) -> None:
    one, other = document_of(*LINES, path="/a"), document_of(*reversed(LINES), path="/b")
    assert store.position(one) is None
    store.save_position(one, Pos(5))
    store.save_position(other, Pos(9))
    store.save_position(one, Pos(7))
    assert store.position(one) == 7
    assert store.position(other) == 9
    assert [(known.path, known.fraction) for known in store.recent()] == [("/a", 7 / len(one)), ("/b", 9 / len(other))]
    assert len(store.recent(1)) == 1


def test_the_place_moves_with_the_text(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    store.save_position(document, pos_before(document, "طويلة"))
    edited = document_of("سطر جديد", *LINES, path="/a")
    assert store.position(edited) == pos_before(edited, "طويلة")


def test_the_place_in_a_new_text_is_as_far_into_it(store: Store) -> None:
    document = document_of("ا" * 100, path="/a")
    store.save_position(document, Pos(50))
    assert store.position(document_of("xyz " * 10, path="/a")) == 20


def test_the_place_of_the_same_text_goes_before_that_of_the_same_path(store: Store) -> None:
    old, new = document_of(*LINES, path="/a"), document_of("غيره", *LINES, path="/a")
    copy = document_of(*LINES, path="/copy")
    store.save_position(copy, Pos(20))
    store.save_position(new, Pos(2))
    assert store.position(old) == 20


def test_only_the_documents_read_last_are_remembered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_module, "KEPT", 3)
    for number in range(5):
        store.save_position(document_of(*LINES, path=f"/{number}"), Pos(0))
    assert [known.path for known in store.recent()] == ["/4", "/3", "/2"]


def test_settings(store: Store) -> None:
    assert store.setting("panes") is None
    store.set_setting("panes", "text")
    store.set_setting("panes", "facts text")
    assert store.setting("panes") == "facts text"


def test_names_and_titles_that_are_no_text_are_kept(store: Store) -> None:
    path = os.fsdecode(b"/\xff\xfe.txt")
    document = document_of("a\x00b", path=path, title="\udcff")
    store.add_bookmark(document, range_of(0, 3), "\ud800")
    store.save_position(document, Pos(1))
    (placed,) = store.bookmarks(document)
    assert placed.bookmark.path == path
    assert placed.bookmark.anchor.exact == "a\x00b"
    assert store.recent()[0].path == path


def test_a_document_without_text_can_be_remembered(store: Store) -> None:
    document = document_of(path="/empty")
    store.add_bookmark(document, document.range)
    store.save_position(document, Pos(0))
    assert store.position(document) == 0
    assert [placed.range for placed in store.bookmarks(document)] == [document.range]


def test_a_store_in_memory_answers_like_any_other() -> None:
    store = Store.in_memory()
    document = document_of(*LINES, path="/a")
    store.add_bookmark(document, document.range)
    store.save_position(document, Pos(1))
    assert len(store.bookmarks(document)) == 1
    assert store.position(document) == 1
    assert Store.in_memory().all_bookmarks() == ()


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StateError):
        store.setting("panes")


def test_a_highlight_is_kept_and_taken_away(store: Store) -> None:
    document = parse_text("One sentence here. Another one there.\n")
    mark = store.add_bookmark(document, range_of(0, 18), highlight=True)
    assert store.all_bookmarks()[0].highlight
    assert store.set_highlight(mark.id, highlight=False)
    assert not store.all_bookmarks()[0].highlight
    assert not store.set_highlight("none", highlight=True)


def test_bookmarks_of_an_older_state_file_are_not_highlighted(tmp_path: Path) -> None:
    document = parse_text("One sentence here. Another one there.\n")
    store = Store.open(tmp_path)
    store.add_bookmark(document, range_of(0, 18), "a note")
    store.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.executescript("ALTER TABLE bookmark DROP COLUMN highlight; PRAGMA user_version = 1")
    connection.close()
    again = Store.open(tmp_path)
    (mark,) = again.all_bookmarks()
    assert (mark.note, mark.highlight) == ("a note", False)
    again.close()
