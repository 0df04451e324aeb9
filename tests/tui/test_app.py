"""The application, driven by keys."""

import pytest
from textual import events

from reader.formats import parse_text
from reader.model import range_of
from reader.store import Store
from reader.testing.screens import screen_of
from reader.tui.app import ReaderApp
from reader.tui.pane_widget import PaneWidget
from reader.view.arrange import PaneName
from reader.view.events import LoadFailed
from tests.running import application, running, settled
from tests.samples import article, english, find, pos_of


def section_of(app: ReaderApp) -> str:
    return app.workspace.document.slice(app.workspace.reading.section.title)


def painted(app: ReaderApp) -> str:
    """Everything on the screen, row by row, as painted."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


async def test_moving_through_the_text_moves_the_tree_and_the_facts() -> None:
    async with running() as (app, pilot):
        await pilot.press("]", "]", "]")
        await settled(pilot)
        assert section_of(app).startswith("التغلب على العقبات")
        assert app.workspace.sections.model.current is not None
        assert app.workspace.sections.model.current.target == app.workspace.reading.section.title
        names = {
            group.entity
            for group in app.workspace.reading.facts
            if group.range.start in app.workspace.reading.section.range
        }
        shown = "".join(item.text.text for item in app.workspace.panel.model.items)
        assert "DeepSeek" in names
        assert "DeepSeek" in shown
        assert "DoorDash" not in shown


async def test_the_tree_leads_to_a_section_and_back() -> None:
    async with running() as (app, pilot):
        await pilot.press("shift+tab", "down", "down", "enter")
        await settled(pilot)
        assert section_of(app).startswith("التعامل مع القيود")
        await pilot.press("backspace")
        assert app.workspace.reading.cursor == 0


async def test_a_fact_leads_to_its_text() -> None:
    async with running() as (app, pilot):
        await pilot.press("tab", "/", *"80", "enter", "enter")
        await settled(pilot)
        assert app.workspace.reading.target == find(article(), "80 مليار دولار")
        assert app.workspace.panel.details.endswith("80,000,000,000 USD")


async def test_a_name_chosen_again_leads_to_its_next_mention() -> None:
    async with running() as (app, pilot):
        await pilot.press("tab")
        while app.workspace.panel.fact is None or app.workspace.panel.fact.entity != "DeepSeek":
            await pilot.press("down")
        await pilot.press("enter")
        first = app.workspace.reading.target
        await pilot.press("enter")
        assert first == find(article(), "DeepSeek")
        assert app.workspace.reading.target == find(article(), "DeepSeek", 1)


async def test_search_as_one_types() -> None:
    async with running() as (app, pilot):
        await pilot.press("/", *"اللائحه")
        await settled(pilot)
        assert app.workspace.reading.hit == find(article(), "اللائحة")
        assert "1 of 1" in painted(app).splitlines()[-1].replace("\u2066", "")
        await pilot.press("escape")
        await settled(pilot)
        assert app.workspace.reading.cursor == 0
        assert app.workspace.reading.hits is None


async def test_hits_are_walked_after_the_search() -> None:
    async with running() as (app, pilot):
        await pilot.press("/", *"DeepSeek", "enter")
        await settled(pilot)
        await pilot.press("n", "n")
        assert app.workspace.reading.hit == find(article(), "DeepSeek", 2)
        await pilot.press("N")
        assert app.workspace.reading.hit == find(article(), "DeepSeek", 1)


async def test_the_field_is_joined_while_it_is_typed() -> None:
    async with running() as (app, pilot):
        await pilot.press("/", *"ميتا")
        await settled(pilot)
        foot = painted(app).splitlines()[-1]
        assert "\ufe8e\ufe98\ufef4\ufee3" in foot


async def test_backspace_in_an_empty_search_gives_it_up() -> None:
    async with running() as (app, pilot):
        await pilot.press("/", "x", "backspace", "backspace")
        await settled(pilot)
        await pilot.press("]")
        assert section_of(app).startswith("تأثير")


async def test_a_bookmark_is_kept_listed_and_removed() -> None:
    store = Store.in_memory()
    async with running(store=store) as (app, pilot):
        await pilot.press("]", "m")
        (placed,) = app.workspace.reading.annotations
        assert placed.range == app.workspace.reading.section.title
        await pilot.press("g", "'", "enter")
        await settled(pilot)
        assert app.workspace.reading.target == placed.range
        await pilot.press("m")
        assert app.workspace.reading.annotations == ()


async def test_a_bookmark_can_be_removed_from_the_list() -> None:
    async with running() as (app, pilot):
        await pilot.press("m", "]", "m", "'", "m")
        await pilot.press("escape")
        assert len(app.workspace.reading.annotations) == 1


async def test_the_place_is_found_again() -> None:
    store = Store.in_memory()
    async with running(store=store) as (app, pilot):
        await pilot.press("]", "]", "q")
        there = app.workspace.reading.cursor
    async with running(store=store) as (app, _):
        assert app.workspace.reading.cursor == there


async def test_the_place_is_saved_without_leaving() -> None:
    store = Store.in_memory()
    async with running(store=store) as (app, pilot):
        await pilot.press("]", "]")
        await pilot.pause(0.6)
        assert store.position(app.workspace.document) == app.workspace.reading.cursor


@pytest.mark.parametrize(
    ("asked", "needle"),
    [("قيود", "التعامل مع القيود"), ("50%", ""), ("7", "التعامل مع القيود")],
)
async def test_going_to_a_place(asked: str, needle: str) -> None:
    async with running() as (app, pilot):
        await pilot.press(":", *asked, "enter")
        await settled(pilot)
        document = app.workspace.document
        where = pos_of(document, needle) if needle else -(-len(document) // 2)
        assert app.workspace.reading.cursor == where


async def test_no_such_place_is_said() -> None:
    async with running() as (app, pilot):
        await pilot.press(":", *"nowhere", "enter")
        await settled(pilot)
        assert "No such place" in painted(app).splitlines()[-1]


async def test_what_is_copied_is_the_text_and_not_its_forms() -> None:
    async with running() as (app, pilot):
        await pilot.press("]", "down", "down", "y")
        assert app.clipboard == app.workspace.document.slice(app.workspace.reading.sentence)
        assert not {char for char in app.clipboard if "\ufe70" <= char <= "\ufefc"}


async def test_panes_are_hidden_and_shown() -> None:
    async with running(size=(120, 24)) as (app, pilot):
        wide = app.workspace.reading.flow.width
        await pilot.press("s")
        assert app.workspace.reading.flow.width > wide
        assert PaneName.SECTIONS not in app.workspace.wanted
        await pilot.press("s")
        assert app.workspace.reading.flow.width == wide


async def test_the_interface_speaks_another_language() -> None:
    async with running() as (app, pilot):
        await pilot.press("L")
        assert app.workspace.messages.language == "ar"
        assert "Sections" not in painted(app)


async def test_resizing_keeps_the_place() -> None:
    async with running() as (app, pilot):
        await pilot.press("]", "]", "]")
        there = app.workspace.reading.cursor
        await pilot.resize_terminal(60, 15)
        await pilot.pause()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.workspace.reading.cursor == there
        assert app.workspace.reading.rows()[0].range.start == there


@pytest.mark.parametrize("size", [(30, 12), (70, 12), (120, 40)])
async def test_a_resized_window_is_shared_out_as_one_opened_in_that_size(size: tuple[int, int]) -> None:
    async with running(size=size) as (opened, _), running(size=(80, 24)) as (app, pilot):
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert app.workspace.reading.flow.width == opened.workspace.reading.flow.width
        assert [len(row) for row in painted(app).splitlines()] == [len(row) for row in painted(opened).splitlines()]
        shown = [pane.size for pane in app.query(PaneWidget) if pane.display]
        assert shown == [pane.size for pane in opened.query(PaneWidget) if pane.display]


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (40, 10), (300, 100)])
async def test_every_window_shows_text(size: tuple[int, int]) -> None:
    async with running(size=size) as (app, pilot):
        await pilot.press("down", "tab", "enter", "tab", "tab", "/", "a", "escape", "'", "escape", "?", "escape")
        await settled(pilot)
        assert len(painted(app).splitlines()) == size[1]
        assert app.workspace.reading.rows()


async def test_lines_are_filled_with_spaces_then_with_kashida_then_not() -> None:
    async with running(article()) as (app, pilot):
        as_it_was = painted(app)
        screens = []
        for said in ("filled with spaces", "filled with kashida", "left as they are"):
            await pilot.press("J")
            await settled(pilot)
            assert said in painted(app)
            await pilot.press("escape")
            screens.append(painted(app))
        tatweels = [screen.count("ـ") for screen in (as_it_was, *screens)]
        assert tatweels[1] == tatweels[0] < tatweels[2]
        assert screens[0] != as_it_was == screens[2]


async def test_an_empty_document_can_be_opened() -> None:
    async with running(parse_text("")) as (app, pilot):
        await pilot.press(*"jkbgG][nNm", "tab", "enter", "/", "x", "enter", "y", "'", "escape", "i", "d", "L")
        await settled(pilot)
        assert app.workspace.messages.language == "ar"  # the last key, L, went through
        await pilot.press("g")
        assert app.workspace.messages.text("pane.empty_document") in screen_of(app).region("text")


async def test_a_left_to_right_document_is_not_mirrored() -> None:
    async with running(english()) as (app, _):
        title = painted(app).splitlines()[1]
        assert title.index("Sections") < title.index("Text") < title.index("Facts")


async def test_a_right_to_left_document_is_mirrored() -> None:
    async with running() as (app, _):
        title = painted(app).splitlines()[1]
        assert title.index("Facts") < title.index("Text") < title.index("Sections")
        assert painted(app).splitlines()[5][0] in "│┃"


async def test_a_click_leads_where_it_points() -> None:
    async with running() as (app, pilot):
        await pilot.click("#sections", offset=(5, 3))
        await settled(pilot)
        assert section_of(app).startswith("التعامل مع القيود")
        await pilot.click("#text", offset=(30, 8))
        await settled(pilot)
        row = app.workspace.reading.rows()[7]
        assert app.workspace.reading.cursor in row.range


async def test_the_way_out() -> None:
    async with running() as (app, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert app.return_value == 0


async def test_control_c_is_an_interruption() -> None:
    async with running() as (app, pilot):
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.return_value == 130


async def test_nothing_dangerous_is_painted() -> None:
    ugly = parse_text("عنوان \x1b[31m قصير\n\nنص \x1b]0;x\x07 فيه \u202e كل شيء \x00 و \x9b2J. وهذه نهايته.\n")
    async with running(ugly) as (app, pilot):
        await pilot.press("m", "'")
        await settled(pilot)
        assert not {
            char
            for char in painted(app)
            if (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066\u2067\u2069"
        }


async def test_the_mark_stands_where_the_text_is() -> None:
    async with running() as (app, pilot):
        await pilot.press("m")
        rows = app.workspace.reading.rows()
        assert app.workspace.reading.annotations[0].range == range_of(0, rows[0].range.end)
        assert "◆" in painted(app)


async def test_an_extractor_that_fails_leaves_the_document_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("reader.facts.extract", fail)
    app = application()
    async with app.run_test(size=(100, 30)) as pilot:
        while "RuntimeError" not in painted(app).splitlines()[-1]:
            await pilot.pause(0.01)
        await pilot.press("]")
        assert section_of(app).startswith("تأثير")


async def test_who_tells_something_after_the_end_finds_nobody() -> None:
    async with running() as (app, _):
        before = app.workspace
    app.update(LoadFailed("late", anew=True))
    assert app.workspace is before


async def test_a_list_closed_twice_at_once_stays_closed() -> None:
    async with running() as (app, pilot):
        await pilot.press("'")
        for _ in range(3):
            app.post_message(events.Key("escape", None))
        await settled(pilot)
        assert app.screen.id == "main"


async def test_a_document_with_overrides_is_opened_with_a_note() -> None:
    async with running(parse_text("access = \u202eresu\u202c and more text.\n")) as (app, pilot):
        assert "1 bidirectional override" in painted(app).splitlines()[-1]
        await pilot.press("j")
        assert "overrides" not in painted(app).splitlines()[-1]
