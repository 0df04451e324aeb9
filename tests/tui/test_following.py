"""Links and documents, followed by keys."""

from pathlib import Path

import pytest

from reader.formats import open_document
from reader.model import Direction
from reader.tui import performing
from reader.tui.app import ReaderApp
from reader.view.arrange import PaneName
from reader.view.popups import ListPopup, SidePanel
from tests.formats.making import parsed
from tests.running import arrived, jump, running, settled
from tests.samples import find

NOTES = """# عنوان

هذا نص فيه حاشية[^1].

وهنا رابط إلى [bank.example](https://evil.example/login).

وهنا [أول](#end) و[ثان](https://a.example/).

[^1]: الحاشية نفسها.

## خاتمة {#end}

النهاية.
"""


def painted(app: ReaderApp) -> str:
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


async def test_a_note_opens_beside_the_text_and_the_place_stays() -> None:
    document = parsed("markdown", NOTES)
    async with running(document) as (app, pilot):
        jump(app, find(document, "هذا نص"))
        await settled(pilot)
        before = app.workspace.reading
        await pilot.press("enter")
        await settled(pilot)
        panel = app.workspace.popup
        assert isinstance(panel, SidePanel)
        assert panel.reading.document.slice(panel.reading.chosen) == "الحاشية نفسها."
        assert "ﻪﺴﻔﻧ" not in painted(app)  # looked at as painted: the word is feminine
        assert "ﺎﻬﺴﻔﻧ" in painted(app)
        await pilot.press("escape")
        await settled(pilot)
        assert app.workspace.reading == before


async def test_enter_in_a_note_goes_there_and_back_leads_back() -> None:
    document = parsed("markdown", NOTES)
    async with running(document) as (app, pilot):
        jump(app, find(document, "هذا نص"))
        await settled(pilot)
        await pilot.press("i", "enter")
        await settled(pilot)
        assert app.workspace.reading.target == find(document, "الحاشية نفسها.")
        await pilot.press("backspace")
        assert document.slice(app.workspace.reading.chosen).startswith("هذا نص")


async def test_an_address_is_shown_copied_and_opened_only_when_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(performing, "launch_address", opened.append)
    document = parsed("markdown", NOTES)
    async with running(document) as (app, pilot):
        jump(app, find(document, "وهنا رابط"))
        await settled(pilot)
        await pilot.press("i")
        await settled(pilot)
        assert app.clipboard == "https://evil.example/login"
        assert "https://evil.example/login" in painted(app)
        assert "Careful" in painted(app)
        assert opened == []
        await pilot.press("escape")
        assert opened == []
        await pilot.press("i", "enter")
        await settled(pilot)
        assert opened == ["https://evil.example/login"]


async def test_of_several_links_one_is_chosen() -> None:
    document = parsed("markdown", NOTES)
    async with running(document) as (app, pilot):
        jump(app, find(document, "وهنا أول"))
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.workspace.popup, ListPopup)
        await pilot.press("enter")
        await settled(pilot)
        assert document.slice(app.workspace.reading.section.title).startswith("خاتمة")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ملف 10.txt").write_text("نص عربي في الملف العاشر من المجلد.\n")
    (tmp_path / "ملف 9.txt").write_text("نص عربي في الملف التاسع من المجلد.\n")
    (tmp_path / "كتب").mkdir()
    (tmp_path / "كتب" / "notes.md").write_text("# Notes\n\nSee [another](../ملف%209.txt) of these files.\n")
    return tmp_path


async def test_a_folder_is_browsed_and_its_files_are_opened_and_left(folder: Path) -> None:
    async with running(open_document(folder)) as (app, pilot):
        assert app.workspace.document.direction is Direction.RTL
        assert app.workspace.focus is PaneName.SECTIONS
        titles = [item.text.text.strip("\u200e\u200f\u2066\u2067\u2069") for item in app.workspace.sections.model.items]
        assert titles == ["كتب", "notes.md", "ملف 9.txt", "ملف 10.txt"]
        await pilot.press("down", "enter")
        await arrived(app, pilot)
        assert app.workspace.title == "Notes"
        panes = [pane.id for pane in app.query_one("#panes").children]
        assert panes == ["sections", "text", "conversation", "facts"]
        await pilot.press("backspace")
        await arrived(app, pilot)
        assert app.workspace.title == folder.name
        assert [pane.id for pane in app.query_one("#panes").children] == panes[::-1]
        assert app.workspace.sections.model.cursor == 1
        await pilot.press("shift+backspace")
        await arrived(app, pilot)
        assert app.workspace.title == "Notes"


async def test_a_file_beside_the_document_is_opened_when_asked_twice(folder: Path) -> None:
    async with running(open_document(folder / "كتب" / "notes.md")) as (app, pilot):
        jump(app, find(app.workspace.document, "See"))
        await arrived(app, pilot)
        await pilot.press("i")
        await arrived(app, pilot)
        assert app.workspace.title == "Notes"
        await pilot.press("enter")
        await arrived(app, pilot)
        assert "التاسع" in app.workspace.document.slice(app.workspace.document.range)
        await pilot.press("backspace")
        assert app.workspace.title == "Notes"


async def test_a_file_that_cannot_be_read_leaves_the_document_on_the_screen(folder: Path) -> None:
    async with running(open_document(folder)) as (app, pilot):
        (folder / "ملف 9.txt").unlink()
        await pilot.press("down", "down", "enter")
        await arrived(app, pilot)
        assert app.workspace.title == folder.name
        assert "Cannot be opened" in painted(app)
        await pilot.press("backspace")
        await arrived(app, pilot)
        assert app.workspace.title == folder.name
