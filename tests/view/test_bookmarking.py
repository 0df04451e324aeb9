"""Marking without an application: what is said when, what waits, what can be undone, and how one leaves."""

import pytest

from reader.model import ExitCode
from reader.store import AnnotationKind, Colour, Store
from reader.store.outcomes import Fate, Reason
from reader.view import effects as asked
from reader.view.annotation_events import ChangeTold, Exported, SavedElsewhere, TextEdited
from reader.view.bookmark_list import MarksPopup, Order
from reader.view.events import Pasted
from reader.view.page import WAITING, painted_page
from reader.view.popups import ListKind, ListPopup, NotePopup
from tests.documents import document_of
from tests.marks import mark
from tests.samples import article, find
from tests.view.replaying import Replay

ARTICLE = article()
SENTENCE = find(ARTICLE, "كل هذا متاح مجانًا بموجب ترخيص مملوك.")


def kinds(replay: Replay) -> list[AnnotationKind]:
    return [one.annotation.kind for one in replay.workspace.reading.annotations]


def at_sentence(**changes: object) -> Replay:
    replay = Replay.of(ARTICLE, **changes)  # type: ignore[arg-type]
    replay.workspace = replay.workspace.with_reading(replay.workspace.reading.jumped(SENTENCE))
    return replay


def gutter(replay: Replay) -> str:
    return "".join(run.text for row in painted_page(replay.workspace.reading, 80) for run in row)


def test_kept_is_said_only_when_it_is() -> None:
    replay = at_sentence()
    replay.failing = Reason.FULL
    replay.press("m")
    assert "Not kept yet" in replay.workspace.notice
    assert "disk is full" in replay.workspace.notice
    assert replay.workspace.reading.waiting
    assert WAITING in gutter(replay)
    replay.press("j")
    replay.happen(ChangeTold(1, Fate.KEPT))
    assert replay.workspace.notice.startswith("Marked: ")
    assert not replay.workspace.reading.waiting
    assert WAITING not in gutter(replay)
    assert "◆" in gutter(replay)


def test_what_can_never_be_kept_is_taken_back_and_said() -> None:
    replay = at_sentence()
    replay.failing = Reason.LOCKED
    replay.press("m", "H")
    replay.happen(ChangeTold(1, Fate.LOST, Reason.REFUSED))
    assert kinds(replay) == [AnnotationKind.HIGHLIGHT]
    assert "cannot be kept" in replay.workspace.notice


@pytest.mark.parametrize("key", ["m", "H"])
def test_a_toggle_touches_its_own_kind_alone(key: str) -> None:
    replay = at_sentence()
    replay.press("m", "H", "a", *"words", "enter")
    before = set(kinds(replay))
    assert before == {AnnotationKind.BOOKMARK, AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE}
    replay.press(key)
    assert before - set(kinds(replay)) == {{"m": AnnotationKind.BOOKMARK, "H": AnnotationKind.HIGHLIGHT}[key]}


def test_everything_is_undone_in_turn() -> None:
    replay = at_sentence()
    states = []
    for keys in (
        ("m",),
        ("H",),
        ("K",),
        ("a", *"one", "enter"),
        ("a", " ", "2", "enter"),
        ("m",),
        ("a", "ctrl+u", "enter"),
    ):
        states.append(replay.workspace.reading.annotations)
        replay.press(*keys)
    while states:
        replay.press("U")
        before = states.pop()
        assert {(one.annotation.id, one.annotation.note) for one in before} == {
            (one.annotation.id, one.annotation.note) for one in replay.workspace.reading.annotations
        }
        assert {one.id for one in replay.store.all_annotations()} == {one.annotation.id for one in before}
    replay.press("U")
    assert replay.workspace.notice == "Nothing to undo"


def test_the_colour_goes_round() -> None:
    replay = at_sentence()
    replay.press("K")
    assert replay.workspace.notice == "No highlight here: H makes one"
    replay.press("H")
    seen = []
    for _ in Colour:
        seen.append(replay.workspace.reading.annotations[0].annotation.colour)
        replay.press("K")
    assert seen == list(Colour)
    assert replay.workspace.reading.annotations[0].annotation.colour is Colour.YELLOW
    assert replay.store.all_annotations()[0].colour is Colour.YELLOW


# Leaving


def test_leaving_asks_only_when_something_waits() -> None:
    replay = at_sentence()
    replay.press("m", "q")
    assert replay.asked[-1] == asked.Quit(ExitCode.DONE)
    replay = at_sentence()
    replay.failing = Reason.READ_ONLY
    replay.press("m", "q")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.LEAVING
    assert "read-only" in popup.details
    assert "كل هذا متاح" in popup.details
    assert asked.Quit() not in replay.asked
    replay.press("escape", "j")  # one stays
    assert replay.workspace.popup is None
    replay.press("q", "enter")  # again, in vain
    assert asked.Quit() not in replay.asked
    replay.failing = None
    replay.press("enter")
    assert replay.asked[-1] == asked.Quit(ExitCode.DONE)


def test_leaving_without_them() -> None:
    replay = at_sentence()
    replay.failing = Reason.FULL
    replay.press("m", "q", "end", "enter")
    assert replay.asked[-1] == asked.Quit(ExitCode.DONE)


def test_leaving_with_a_file_elsewhere() -> None:
    replay = at_sentence()
    replay.failing = Reason.FULL
    replay.press("m", "H", "q", "down", "enter")
    assert replay.workspace.prompt is not None
    replay.press("ctrl+u", *"~/x.jsonl", "enter")
    saving = replay.asked[-1]
    assert isinstance(saving, asked.SaveElsewhere)
    assert saving.path == "~/x.jsonl"
    assert {one.kind for one in saving.annotations} == {AnnotationKind.BOOKMARK, AnnotationKind.HIGHLIGHT}
    replay.happen(SavedElsewhere("~/x.jsonl", "No such file"))
    assert "No such file" in replay.workspace.notice
    assert isinstance(replay.workspace.popup, ListPopup)
    replay.happen(SavedElsewhere("~/x.jsonl"))
    assert replay.asked[-1] == asked.Quit(ExitCode.DONE)


@pytest.mark.parametrize("rows", [10, 24])
def test_a_message_has_as_many_rows_as_it_takes(rows: int) -> None:
    replay = at_sentence(size=(40, rows))
    replay.failing = Reason.READ_ONLY
    before = replay.workspace.reading.height
    replay.press("m")
    workspace = replay.workspace
    assert workspace.foot_rows > 1
    assert workspace.reading.height == before - workspace.foot_rows + 1
    replay.press("j")
    assert replay.workspace.reading.height == before


# The list


def listed(replay: Replay) -> list[str]:
    popup = replay.workspace.popup
    assert isinstance(popup, MarksPopup)
    return [one.annotation.note or str(one.annotation.kind) for one in popup.ones]


def test_the_list_is_filtered_sorted_edited_and_undone() -> None:
    store = Store.in_memory()
    mark(store, ARTICLE, ARTICLE.blocks[6].range, "second")
    mark(store, ARTICLE, ARTICLE.blocks[4].range, kind=AnnotationKind.HIGHLIGHT)
    mark(store, ARTICLE, ARTICLE.blocks[2].range, "first")
    replay = Replay.of(ARTICLE, store=store)
    replay.press("'")
    assert listed(replay) == ["first", "highlight", "second"]
    replay.press("s")
    assert listed(replay) == ["first", "highlight", "second"]  # newest first
    replay.press("s")
    assert listed(replay) == ["highlight", "first", "second"]
    replay.press("s", "/", *"second", "enter")
    assert listed(replay) == ["second"]
    popup = replay.workspace.popup
    assert isinstance(popup, MarksPopup)
    assert popup.listed.order is Order.PLACE
    assert "second" in popup.details
    replay.press("m")
    assert listed(replay) == []
    replay.press("U")
    assert listed(replay) == ["second"]
    replay.press("/", "escape", "home", "delete", "delete")
    assert listed(replay) == ["second"]
    replay.press("U", "U")
    assert listed(replay) == ["first", "highlight", "second"]
    replay.press("end", "enter")
    assert replay.workspace.reading.target == ARTICLE.blocks[6].range


def test_the_list_of_all_documents() -> None:
    store = Store.in_memory()
    other = document_of("نص آخر", path="/other.txt", title="آخر")
    mark(store, other, other.range, "elsewhere")
    replay = Replay.of(ARTICLE, store=store)
    replay.press("]", "m", "'")
    assert listed(replay) == ["bookmark"]
    replay.press("w")
    assert listed(replay) == ["bookmark", "elsewhere"]
    replay.press("end", "m")
    assert store.all_annotations()[0].kind is AnnotationKind.BOOKMARK
    assert listed(replay) == ["bookmark"]
    replay.press("U")
    assert listed(replay) == ["bookmark", "elsewhere"]
    assert len(store.all_annotations()) == 2
    replay.press("end", "enter")
    assert replay.asked[-1] == asked.OpenDocument("/other.txt")


def test_notes_of_other_documents_are_edited_in_the_list() -> None:
    store = Store.in_memory()
    other = document_of("نص آخر", path="/other.txt", title="آخر")
    mark(store, other, other.range, "elsewhere")
    store.keep(other, store.made(other, other.range, AnnotationKind.HIGHLIGHT))
    assert store.settle()
    replay = Replay.of(ARTICLE, store=store)
    replay.press("'", "w", "a", *" now", "enter")
    assert "elsewhere now" in listed(replay)
    assert sorted(one.note for one in store.all_annotations()) == ["", "elsewhere now"]
    assert replay.workspace.reading.target is None  # nobody has gone anywhere
    replay.press("end", "a", "escape")
    assert isinstance(replay.workspace.popup, MarksPopup)
    for key in ("home", "end"):
        replay.press(key)
        popup = replay.workspace.popup
        assert isinstance(popup, MarksPopup)
        if "elsewhere" not in popup.details:
            replay.press("a", *"beside", "enter")
            break
    assert sorted(one.note for one in store.all_annotations()) == ["", "beside", "elsewhere now"]
    assert len({one.id for one in store.all_annotations()}) == 3
    assert {one.path for one in store.all_annotations()} == {"/other.txt"}
    replay.press("U", "U")
    assert sorted(one.note for one in store.all_annotations()) == ["", "elsewhere"]
    assert listed(replay).count("elsewhere") == 1


def test_a_note_on_words_that_are_gone_is_edited_in_the_list() -> None:
    store = Store.in_memory()
    former = document_of("جملة كانت هنا ثم ذهبت كلها من الكتاب.", path="/a.txt")
    mark(store, former, former.range, "gone")
    replay = Replay.of(document_of("نص آخر تماما.", path="/a.txt"), store=store)
    replay.press("'", "a", *" too", "enter")
    assert [one.note for one in store.all_annotations()] == ["gone too"]
    assert isinstance(replay.workspace.popup, MarksPopup)


def test_what_is_listed_is_what_is_exported() -> None:
    store = Store.in_memory()
    mark(store, ARTICLE, ARTICLE.blocks[6].range, "second")
    mark(store, ARTICLE, ARTICLE.blocks[2].range, "first")
    replay = Replay.of(ARTICLE, store=store)
    replay.press("'", "/", *"first", "enter", "o", "ctrl+u", *"a.csv", "enter")
    effect = replay.asked[-1]
    assert isinstance(effect, asked.ExportAnnotations)
    assert [one.annotation.note for one in effect.annotations] == ["first"]
    replay.happen(Exported("a.csv", 1))
    assert "a.csv" in replay.workspace.notice


@pytest.mark.exhaustive
def test_ten_thousand_marks_are_listed() -> None:
    lines = ["سطر " + "".join("ابجدهوزحطي"[int(digit)] for digit in str(number)) for number in range(10_000)]
    document = document_of(*lines, path="/a")
    store = Store.in_memory()
    store.keep(document, *(store.made(document, block.range, AnnotationKind.BOOKMARK) for block in document.blocks))
    assert store.settle(60)
    replay = Replay.of(document, store=store)
    replay.press("'", "end")
    popup = replay.workspace.popup
    assert isinstance(popup, MarksPopup)
    assert popup.model.current is not None
    assert popup.model.current.target == document.blocks[9999].range


def test_a_note_has_several_lines_and_the_users_own_editor() -> None:
    replay = at_sentence()
    replay.press("a", *"one", "ctrl+j", *"two")
    assert isinstance(replay.workspace.popup, NotePopup)
    replay.happen(Pasted("\nthree"))
    replay.press("ctrl+o")
    asking = replay.asked[-1]
    assert asking == asked.EditText("one\ntwo\nthree")
    replay.happen(TextEdited("", "vi: not found"))
    assert "vi: not found" in replay.workspace.notice
    replay.press("x")
    replay.happen(TextEdited("from the editor\n"))
    assert [one.annotation.note for one in replay.workspace.reading.annotations] == ["from the editor"]
    replay.press("a", "escape", "a", "ctrl+u", "enter")
    assert replay.workspace.reading.annotations == ()
    replay.press("U")
    assert [one.note for one in replay.store.all_annotations()] == ["from the editor"]
