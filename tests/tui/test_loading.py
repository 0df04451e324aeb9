"""Documents that arrive while they are read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

from textual.pilot import Pilot

from reader.formats import folder, parse_text
from reader.formats.folder import snapshots_of
from reader.model import Awaited, Document, DocumentError, Pos
from reader.store import Store
from reader.tui.app import ReaderApp
from reader.tui.settings import Settings
from reader.view.session import Session
from tests.running import arrived, ask_to_open, settled
from tests.samples import article, find, pos_of

WHOLE = article()
TEXT = WHOLE.slice(WHOLE.range)
CUT = TEXT.index("\n\n", 1500) + 2


def beginning() -> Document:
    part = parse_text(TEXT[:CUT], meta=WHOLE.meta)
    return replace(part, complete=False, awaited=(Awaited("قسم قادم", 1), Awaited("تحته", 2)))


class Gate:
    """A document whose rest comes when it is let in."""

    def __init__(self, *snapshots: Document, error: str = "") -> None:
        self.opened = Event()
        self._snapshots = snapshots
        self._error = error

    def __iter__(self) -> Iterator[Document]:
        self.opened.wait(20)
        yield from self._snapshots
        if self._error:
            raise DocumentError(self._error)


def application(gate: Gate, store: Store | None = None) -> ReaderApp:
    document = beginning()
    session = Session(store or Store.in_memory(), document)
    return ReaderApp(document, session, Settings(), rest=iter(gate))


async def let_in(app: ReaderApp, pilot: Pilot[int], gate: Gate) -> None:
    gate.opened.set()
    await arrived(app, pilot)


async def test_one_reads_on_in_the_beginning_while_the_rest_arrives() -> None:
    gate = Gate(WHOLE)
    app = application(gate)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]", "]", "/", *"لاما", "enter")
        await settled(pilot)
        before = app.workspace.reading
        assert [item.text.text.strip("\u2067\u2069") for item in app.workspace.sections.model.items][-2:] == [
            "قسم قادم",
            "تحته",
        ]
        await let_in(app, pilot, gate)
        after = app.workspace.reading
        assert after.document is WHOLE
        assert (after.cursor, after.top, after.back, after.hit) == (before.cursor, before.top, before.back, before.hit)
        assert after.hits is not None
        assert after.hits.count() > 0
        assert len(app.workspace.sections.model.items) == 16
        assert app.workspace.facts_complete
        await pilot.press("n")
        assert app.workspace.reading.hit != before.hit


async def test_the_place_one_left_is_taken_up_when_it_arrives() -> None:
    store = Store.in_memory()
    left = pos_of(WHOLE, "29 أبريل")
    store.save_position(WHOLE, left)
    gate = Gate(WHOLE)
    app = application(gate, store)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.workspace.reading.cursor == 0
        await let_in(app, pilot, gate)
        assert app.workspace.reading.cursor == left
        assert store.position(WHOLE) == left


async def test_nothing_is_remembered_of_a_part() -> None:
    store = Store.in_memory()
    left = pos_of(WHOLE, "29 أبريل")
    store.save_position(WHOLE, left)
    app = application(Gate(), store)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]", "m")
        await settled(pilot)
        assert app.workspace.reading.annotations == ()
    assert store.position(WHOLE) == left


async def test_a_section_to_come_leads_nowhere_yet() -> None:
    app = application(Gate())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("shift+tab", "G", "enter")
        await settled(pilot)
        assert app.workspace.reading.cursor == 0
        assert app.workspace.notice
        assert "Still being read" in app.workspace.notice


async def test_leaving_does_not_wait_for_the_rest() -> None:
    gate = Gate(WHOLE)
    app = application(gate)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("q")
    assert not gate.opened.is_set()
    gate.opened.set()  # what comes after the end is dropped
    assert app.performer.loading is not None
    app.performer.loading._thread.join(20)


async def test_damage_further_on_leaves_what_is_there() -> None:
    gate = Gate(error="damaged: cut short")
    app = application(gate)
    async with app.run_test(size=(120, 40)) as pilot:
        await let_in(app, pilot, gate)
        assert app.workspace.notice
        assert "cut short" in app.workspace.notice
        assert app.workspace.reading.document.slice(find(WHOLE, "مليار")) == "مليار"


async def test_a_text_that_turns_out_another_begins_anew() -> None:
    other = parse_text("Another text altogether. " * 400)
    gate = Gate(other)
    app = application(gate)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space")
        await let_in(app, pilot, gate)
        assert app.workspace.document is other
        assert app.workspace.reading.cursor == Pos(0)


async def test_a_folder_left_before_it_was_listed_is_listed_when_one_comes_back(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("Some text of a file that is short.")
    folder_first = next(iter(_small_first(tmp_path)))
    app = ReaderApp(folder_first, Session(Store.in_memory(), folder_first), Settings(), rest=iter(Gate()))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await arrived(app, pilot)
        assert app.workspace.document.meta.title == "0.txt"
        await pilot.press("backspace")
        await arrived(app, pilot)
        assert app.workspace.document.complete
        assert len(app.workspace.document.sections) == 30


def _small_first(path: Path) -> Iterator[Document]:
    kept, folder.FIRST_ENTRIES = folder.FIRST_ENTRIES, 5
    try:
        yield from snapshots_of(path)
    finally:
        folder.FIRST_ENTRIES = kept


async def test_what_comes_but_once_is_not_left_before_its_end() -> None:
    document = replace(beginning(), meta=replace(WHOLE.meta, path="-"))
    gate = Gate(WHOLE)
    app = ReaderApp(document, Session(Store.in_memory(), document), Settings(), rest=iter(gate))
    async with app.run_test(size=(120, 40)) as pilot:
        ask_to_open(app, "/nowhere")
        await let_in(app, pilot, gate)
        assert app.workspace.document is WHOLE


async def test_a_document_that_is_gone_is_not_asked_for_again_and_again(tmp_path: Path) -> None:
    document = replace(beginning(), meta=replace(WHOLE.meta, path=str(tmp_path / "gone.txt")))
    app = ReaderApp(document, Session(Store.in_memory(), document), Settings(), rest=iter(Gate()))
    async with app.run_test(size=(120, 40)) as pilot:
        ask_to_open(app, str(tmp_path / "missing.txt"))
        await arrived(app, pilot)
        await arrived(app, pilot)
        assert app.performer.loading is not None
        assert not app.performer.loading.is_under_way
        assert app.workspace.document is document
