"""Other documents, opened from the one that is read."""

from pathlib import Path

from reader.formats import open_document
from reader.model import Pos
from reader.store import Store
from reader.view.popups import ListPopup
from tests.running import running, settled


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


async def test_a_recent_document_is_opened_and_led_back_from(tmp_path: Path) -> None:
    first = open_document(written(tmp_path, "first.txt", "Some text of the first document, which ends here.\n"))
    second = open_document(written(tmp_path, "second.txt", "نص الوثيقة الثانية، وينتهي هنا.\n"))
    store = Store.in_memory()
    store.save_position(second, Pos(0))
    async with running(first, store=store) as (app, pilot):
        await pilot.press("o")
        await settled(pilot)
        assert isinstance(app.workspace.popup, ListPopup)
        assert [item.key for item in app.workspace.popup.model.items] == [str(tmp_path), second.meta.path]
        await pilot.press("down", "enter")
        await settled(pilot)
        assert app.workspace.document.meta.path == second.meta.path
        await pilot.press("backspace")
        await settled(pilot)
        assert app.workspace.document is first


async def test_the_folder_of_a_document_is_opened(tmp_path: Path) -> None:
    document = open_document(written(tmp_path, "only.txt", "Some text of a document, which ends here.\n"))
    async with running(document) as (app, pilot):
        await pilot.press("o", "enter")
        await settled(pilot)
        assert app.workspace.document.is_folder
        assert "only.txt" in app.workspace.document.slice(app.workspace.document.range)


async def test_a_document_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = open_document(written(tmp_path, "gone.txt", "Some text of a document, which ends here.\n"))
    store = Store.in_memory()
    store.save_position(gone, Pos(0))
    Path(gone.meta.path).unlink()
    async with running(store=store) as (app, pilot):
        before = app.workspace.document
        await pilot.press("o", "down", "enter")
        await settled(pilot)
        assert app.workspace.document is before
        assert app.workspace.notice
        assert "no such file" in app.workspace.notice
