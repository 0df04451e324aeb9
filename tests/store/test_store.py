import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.model import Anchor, AnchorState, Pos, StateError, range_of
from reader.store import Annotation, AnnotationKind, Colour, Store, writes
from reader.store.paths import FILE_NAME
from reader.store.records import anchor_json
from reader.store.schema import STEPS
from tests.documents import document_of, pos_before
from tests.marks import mark

LINES = ("عنوان المقال", "فقرة أولى طويلة بعض الشيء عن موضوع المقال.", "فقرة ثانية قصيرة.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "state")


def test_a_bookmark_is_there_after_reopening(tmp_path: Path) -> None:
    document = document_of(*LINES, path="/books/a.txt", title="عنوان")
    store = Store.open(tmp_path)
    made = mark(store, document, document.blocks[1].range, "مهم")
    store.close()
    (placed,) = Store.open(tmp_path).annotations(document_of(*LINES, path="/books/a.txt"))
    assert placed.annotation == made
    assert (placed.state, placed.range) == (AnchorState.EXACT, document.blocks[1].range)
    assert (made.path, made.title, made.note) == ("/books/a.txt", "عنوان", "مهم")
    assert timedelta(0) <= datetime.now(UTC) - made.created < timedelta(minutes=5)


def test_bookmarks_come_in_the_order_of_the_text(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    for block in reversed(document.blocks):
        mark(store, document, block.range)
    assert [placed.range for placed in store.annotations(document)] == [block.range for block in document.blocks]
    assert [mark.anchor.range for mark in store.all_annotations()] == [block.range for block in document.blocks]


def test_removing_and_noting(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    made = mark(store, document, document.blocks[0].range, "قديم")
    store.keep(document, made.noted("جديد"))
    (placed,) = store.annotations(document)
    assert (placed.annotation.id, placed.annotation.note) == (made.id, "جديد")
    store.keep(document, dropped=(made,))
    assert store.annotations(document) == ()
    assert store.settle()
    assert store.annotations(document) == ()


def test_an_edited_file_keeps_its_bookmarks_and_their_anchors(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    made = mark(store, document, document.blocks[1].range)
    edited = document_of("سطر جديد", *LINES, path="/a")
    (placed,) = store.annotations(edited)
    assert (placed.state, placed.range) == (AnchorState.MOVED, edited.blocks[2].range)
    assert placed.annotation == made
    removed = document_of(LINES[0], LINES[2], path="/a")
    assert [(p.state, p.range) for p in store.annotations(removed)] == [(AnchorState.ORPHAN, None)]
    assert [p.state for p in store.annotations(document)] == [AnchorState.EXACT]


def test_a_copy_under_another_name_has_the_bookmarks_too(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    mark(store, document, document.blocks[1].range)
    assert len(store.annotations(document_of(*LINES, path="/copy"))) == 1


@pytest.mark.parametrize("path", ["-", ""])
def test_texts_without_a_file_are_not_taken_for_each_other(store: Store, path: str) -> None:
    one, other = document_of("نص أول هنا", path=path), document_of("نص ثان هناك", path=path)
    mark(store, one, one.range)
    store.save_position(one, Pos(3))
    assert store.annotations(other) == ()
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
    monkeypatch.setattr(writes, "KEPT", 3)
    for number in range(5):
        store.save_position(document_of(*LINES, path=f"/{number}"), Pos(0))
    assert store.settle()
    assert [known.path for known in store.recent()] == ["/4", "/3", "/2"]


def test_settings(store: Store) -> None:
    assert store.setting("panes") is None
    store.set_setting("panes", "text")
    store.set_setting("panes", "facts text")
    assert store.setting("panes") == "facts text"


def test_names_and_titles_that_are_no_text_are_kept(store: Store) -> None:
    path = os.fsdecode(b"/\xff\xfe.txt")
    document = document_of("a\x00b", path=path, title="\udcff")
    mark(store, document, range_of(0, 3), "\ud800")
    store.save_position(document, Pos(1))
    (placed,) = store.annotations(document)
    assert placed.annotation.path == path
    assert placed.annotation.anchor.exact == "a\x00b"
    assert store.recent()[0].path == path


def test_a_document_without_text_can_be_remembered(store: Store) -> None:
    document = document_of(path="/empty")
    mark(store, document, document.range)
    store.save_position(document, Pos(0))
    assert store.position(document) == 0
    assert [placed.range for placed in store.annotations(document)] == [document.range]


def test_a_store_in_memory_answers_like_any_other() -> None:
    store = Store.in_memory()
    document = document_of(*LINES, path="/a")
    mark(store, document, document.range)
    store.save_position(document, Pos(1))
    assert len(store.annotations(document)) == 1
    assert store.position(document) == 1
    assert Store.in_memory().all_annotations() == ()


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StateError):
        store.setting("panes")


def test_what_waits_is_read_like_what_is_kept(store: Store) -> None:
    document = document_of(*LINES, path="/a")
    store._writer._begin = lambda: None  # type: ignore[method-assign]
    made = mark(store, document, document.blocks[1].range, kind=AnnotationKind.HIGHLIGHT)
    store.save_position(document, Pos(7))
    store.set_setting("panes", "text")
    assert [write for write in store.waiting if isinstance(write, writes.KeepAnnotation)]
    assert [placed.annotation for placed in store.annotations(document)] == [made]
    assert store.all_annotations() == (made,)
    assert (store.position(document), store.setting("panes")) == (7, "text")
    assert [file.path for file in store.recent()] == ["/a"]
    assert store.annotations(document_of("غيره", path="/b")) == ()


BOOKMARK_OF_VERSION = {
    1: "INSERT INTO bookmark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    2: "INSERT INTO bookmark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
}


@pytest.mark.parametrize(
    ("note", "highlight", "kinds"),
    [
        ("", 0, {AnnotationKind.BOOKMARK: "x"}),
        ("", 1, {AnnotationKind.HIGHLIGHT: "xh"}),
        ("words", 0, {AnnotationKind.BOOKMARK: "x", AnnotationKind.NOTE: "xn"}),
        ("words; more", 1, {AnnotationKind.BOOKMARK: "x", AnnotationKind.HIGHLIGHT: "xh", AnnotationKind.NOTE: "xn"}),
    ],
)
@pytest.mark.parametrize("version", [1, 2])
def test_one_row_of_an_older_state_becomes_one_of_each_kind(
    tmp_path: Path, note: str, highlight: int, kinds: dict[AnnotationKind, str], version: int
) -> None:
    document = document_of("One sentence here. Another one there.", path="/a.txt")
    made = Store.in_memory().made(document, range_of(0, 18), AnnotationKind.BOOKMARK)
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.executescript(";".join([*STEPS[:version], f"PRAGMA user_version = {version}"]))
    row = ("x", made.digest, b"/a.txt", "t", 0, 18, anchor_json(made.anchor), note, made.created.isoformat())
    connection.execute(BOOKMARK_OF_VERSION[version], (*row, highlight)[: 8 + version])
    connection.commit()
    connection.close()
    if version == 1 and highlight:
        pytest.skip("nothing was highlighted then")
    store = Store.open(tmp_path)
    assert store.notice is None
    found = {placed.annotation.kind: placed.annotation for placed in store.annotations(document)}
    assert {kind: one.id for kind, one in found.items()} == kinds
    assert {one.anchor for one in found.values()} == {made.anchor}
    assert [one.note for one in found.values() if one.note] == ([note] if note else [])
    assert [one.colour for one in found.values() if one.kind is AnnotationKind.HIGHLIGHT] == [Colour.YELLOW] * highlight


def test_the_versions_of_texts_without_marks_are_forgotten(tmp_path: Path) -> None:
    document = document_of(*LINES, path="/a")
    store = Store.open(tmp_path)
    made = mark(store, document, document.range)
    assert store.settle()
    assert len(store.versions()) == 1
    store.keep(document, dropped=(made,))
    assert store.settle()
    store.keep(document, made)  # undone: the text's version is still known
    assert store.close() == ()
    assert len(Store.open(tmp_path).versions()) == 1
    store = Store.open(tmp_path)
    store.keep(document, dropped=(made,))
    store.close()
    assert Store.open(tmp_path).versions() == ()


def test_what_another_program_marked_is_known_by_title_or_file(store: Store) -> None:
    document = document_of(*LINES, path="/books/كتاب.epub", title="عنوان المقال")
    quote = Anchor("", range_of(0, 17), 0, "", 0, "فقرة ثانية قصيرة.", "", "", (), 0.0)
    now = datetime.now(UTC)
    for number, (path, title) in enumerate([("", "عُنوان المقال"), ("/kobo/كتاب.epub", ""), ("", "غيره")]):
        store.keep(
            document,
            Annotation(f"k{number}", AnnotationKind.HIGHLIGHT, path, title, quote, now, now, colour=Colour.BLUE),
        )
    found = store.annotations(document)
    assert [placed.annotation.id for placed in found] == ["k0", "k1"]
    assert {placed.range for placed in found} == {document.blocks[2].range}
    store.settle()
    assert store.annotations(document) == found
