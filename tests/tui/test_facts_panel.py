"""The facts panel, driven by keys and the mouse."""

import pytest
from textual.pilot import Pilot

from reader.facts import extract
from reader.formats import parse_text
from reader.model import Attributes, FactKind
from reader.store import Store
from reader.tui.app import ReaderApp
from reader.tui.list_widget import ListWidget
from reader.tui.themes import Theme
from reader.view.arrange import PaneName
from reader.view.panel.head import CHART, MARKS, TIMELINE
from reader.view.panel.line_keys import LineKey, Part
from reader.view.reading_position import facts_here
from reader.view.styled import TextRole
from reader.view.theme_names import THEMES
from tests.running import application, running, settled
from tests.samples import article, find, history
from tests.tui.test_app import painted


def group(kind: FactKind, name: str) -> LineKey:
    return LineKey(Part.GROUP, kind, name)


async def to_line(app: ReaderApp, pilot: Pilot[int], key: LineKey) -> None:
    """The panel's cursor walked to a line, from the top."""
    await pilot.press("g")
    while app.workspace.panel.key != key:
        before = app.workspace.panel.model.cursor
        await pilot.press("down")
        assert app.workspace.panel.model.cursor != before, f"no line {key}"


def facts_of(app: ReaderApp) -> ListWidget:
    facts = app._panes["facts"]
    assert isinstance(facts, ListWidget)
    return facts


def panel_text(app: ReaderApp) -> str:
    """What the panel shows, row by row."""
    rows = facts_of(app).painted_rows()
    return "\n".join("".join(piece.text for piece in row) for row in rows)


def said(app: ReaderApp) -> str:
    return painted(app).splitlines()[-1].replace("\u2066", "").replace("\u2067", "").replace("\u2069", "")


async def test_a_name_unfolds_to_its_mentions_each_of_which_leads_to_its_text() -> None:
    async with running() as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, group(FactKind.ORGANISATION, "DeepSeek"))
        # The document runs from right to left, so what is folded opens to the left.
        await pilot.press("left", "down", "down", "enter")
        assert app.workspace.reading.target == find(article(), "DeepSeek", 1)
        await pilot.press("right", "right")
        assert app.workspace.panel.key == group(FactKind.ORGANISATION, "DeepSeek")
        assert app.workspace.panel.key not in app.workspace.panel.toggled


async def test_in_a_left_to_right_document_the_arrows_are_the_other_way() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, group(FactKind.ORGANISATION, "Microsoft"))
        await pilot.press("right", "right", "enter")
        assert app.workspace.reading.target == find(history(), "Microsoft")


async def test_a_heading_folds() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, LineKey(Part.KIND, FactKind.MONEY))
        assert "$700" in panel_text(app)
        await pilot.press("enter")
        assert "$700" not in panel_text(app)
        await pilot.press("right")
        assert "$700" in panel_text(app)


async def test_n_goes_through_the_mentions_of_the_fact_under_the_cursor_and_says_which() -> None:
    async with running() as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, group(FactKind.ORGANISATION, "DeepSeek"))
        await pilot.press("n", "n")
        assert app.workspace.reading.target == find(article(), "DeepSeek", 1)
        assert "2 of 4" in said(app)
        await pilot.press("N")
        assert app.workspace.reading.target == find(article(), "DeepSeek")
        await pilot.press("N")
        assert app.workspace.reading.target == find(article(), "DeepSeek", 3)


async def test_after_a_jump_n_goes_on_in_the_text_until_something_is_searched() -> None:
    async with running() as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, group(FactKind.ORGANISATION, "DeepSeek"))
        await pilot.press("enter", "shift+tab", "n")
        assert app.workspace.focus is PaneName.TEXT
        assert app.workspace.reading.target == find(article(), "DeepSeek", 1)
        await pilot.press("/", *"OpenAI", "enter")
        await settled(pilot)
        await pilot.press("n")
        assert app.workspace.reading.hit == find(article(), "OpenAI", 1)


async def test_escape_ends_the_walk() -> None:
    async with running() as (app, pilot):
        await pilot.press("tab", "enter", "escape", "shift+tab", "n")
        assert "No search" in said(app)


@pytest.mark.parametrize("typed", ["زوكربيرج", "زُوكربِيرج", "zuck", "زوکربیرج"])
async def test_the_filter_finds_what_is_meant_as_one_types(typed: str) -> None:
    document = parse_text(
        "عنوان قصير\n\nقال مارك زوكربيرج (Zuckerberg) إن ميتا ستنفق 80 مليار دولار. وأضاف زوكربيرج المزيد.\n"
    )
    async with running(document) as (app, pilot):
        await pilot.press("tab", "/", *typed)
        await settled(pilot)
        kinds = set(app.workspace.panel.grouping.kinds)
        assert FactKind.MONEY not in kinds
        assert kinds <= {FactKind.PERSON, FactKind.TERM, FactKind.ACRONYM, FactKind.QUOTED_TERM}
        assert kinds or typed == "zuck"


async def test_a_filter_is_kept_by_enter_and_cleared_by_escape() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("w", "tab")
        before = panel_text(app)
        await pilot.press("/", *"micro", "enter")
        await settled(pilot)
        assert app.workspace.focus is PaneName.FACTS
        assert "Microsoft" in panel_text(app)
        assert "$700" not in panel_text(app)
        assert "micro" in painted(app).splitlines()[1]
        await pilot.press("enter")
        assert app.workspace.reading.target == find(history(), "Microsoft")
        await pilot.press("escape")
        assert "$700" in panel_text(app)
        await pilot.press("g", "/", *"micro", "escape")
        assert app.workspace.panel.query == ""
        await to_line(app, pilot, LineKey(Part.GROUP, FactKind.MONEY, ("700", "USD", "", "")))
        assert [line.strip("▌ ") for line in panel_text(app).splitlines()[:9]] == [
            line.strip("▌ ") for line in before.splitlines()[:9]
        ]


async def test_while_a_filter_is_typed_the_arrows_move_in_what_is_left() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("w", "tab", "/", *"19", "down", "down", "up", "enter", "enter")
        await settled(pilot)
        assert app.workspace.reading.target is not None
        assert "19" in app.workspace.document.slice(app.workspace.reading.target)


async def test_arabic_is_joined_where_it_is_typed() -> None:
    async with running() as (app, pilot):
        await pilot.press("tab", "/", *"ميتا")
        await settled(pilot)
        assert "\ufe8e\ufe98\ufef4\ufee3" in said(app)
        assert "\ufe8e\ufe98\ufef4\ufee3" in painted(app).splitlines()[1]


async def test_what_is_copied_from_the_panel_is_the_text_then_the_value() -> None:
    async with running() as (app, pilot):
        await pilot.press("tab")
        await to_line(app, pilot, LineKey(Part.KIND, FactKind.MONEY))
        await pilot.press("down", "y")
        assert app.clipboard == "80 مليار دولار"
        await pilot.press("Y")
        assert app.clipboard == "80000000000 USD"


async def test_in_the_text_the_value_is_that_of_the_fact_at_the_reading_position() -> None:
    async with running() as (app, pilot):
        await pilot.press("tab")
        await to_line(app, pilot, LineKey(Part.KIND, FactKind.MONEY))
        await pilot.press("down", "enter", "shift+tab", "Y")
        assert app.clipboard == "80000000000 USD"
        await pilot.press("y")
        assert app.clipboard == app.workspace.document.slice(app.workspace.reading.sentence)


async def test_the_fact_under_the_reading_position_is_marked() -> None:
    async with running() as (app, pilot):
        await pilot.press("]", "]", "down", "down", "down")
        await settled(pilot)
        here = {app.workspace.document.slice(fact.range) for fact in facts_here(app.workspace.reading)}
        assert here
        lit = [row for row in panel_text(app).splitlines() if row.endswith("▐")]
        assert len(lit) == len({(fact.kind, fact.entity or fact.range) for fact in facts_here(app.workspace.reading)})


async def test_facts_are_underlined_by_kind_in_the_text_and_the_key_takes_it_back() -> None:
    async with running() as (app, pilot):

        def looks() -> set[TextRole]:
            rows = app._panes["text"].painted_rows()
            roles = {role for row in rows for piece in row for role in piece.roles}
            return {role for role in roles if isinstance(role, TextRole) and role.startswith("fact_")}

        assert looks() == set()
        await pilot.press("u")
        assert {TextRole.FACT_NAME, TextRole.FACT_WORDS} <= looks()
        await pilot.press("u")
        assert looks() == set()
        await pilot.press("w", "tab")
        await to_line(app, pilot, LineKey(Part.KIND, FactKind.ORGANISATION))
        await pilot.press("u")
        assert looks() == {TextRole.FACT_NAME}
        assert app.workspace.reading.underlined == {FactKind.ORGANISATION}


@pytest.mark.parametrize("theme", THEMES)
def test_families_of_facts_are_told_apart_and_in_the_theme_without_colours_by_attributes(theme: str) -> None:
    looks = [Theme(theme).look_of((TextRole.TEXT, role)) for role in TextRole if role.startswith("fact_")]
    assert len(set(looks)) == len(looks) == 5
    assert all(look.on & Attributes.UNDERLINE for look in looks)
    assert len({look.on for look in looks}) == 5 or theme != "mono"


async def test_the_time_line_is_walked_with_the_arrows_and_enter_leads_to_the_date() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, MARKS)
        await pilot.press("enter")
        assert app.workspace.reading.target == find(history(), "1928")
        await pilot.press("right", "enter")
        assert app.workspace.reading.target == find(history(), "12 March 1963")
        await pilot.press("left", "enter")
        assert app.workspace.reading.target == find(history(), "1928")


async def test_a_click_on_the_time_line_leads_to_the_date_under_it() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, MARKS)
        row = app.workspace.panel.model.cursor - facts_of(app).model.top
        marks = app.workspace.panel._time_marks
        await pilot.click("#facts", offset=(1 + marks[-1].column, 1 + row))
        await settled(pilot)
        assert app.workspace.reading.target == find(history(), "19 May 2020")
        assert app.workspace.focus is PaneName.FACTS


async def test_a_bar_leads_to_what_it_counts() -> None:
    async with running() as (app, pilot):
        await pilot.press("w", "tab")
        await to_line(app, pilot, CHART)
        assert "▄" in panel_text(app)
        await pilot.press("down", "enter")
        focus = app.workspace.reading.target
        assert focus is not None
        assert focus in {fact.range for fact in extract(article()) if fact.entity == "ميتا"} | {
            fact.range for fact in extract(article()) if fact.kind is FactKind.TERM
        }


async def test_the_scope_is_the_section_or_the_document() -> None:
    async with running(history()) as (app, pilot):
        await pilot.press("]", "]")
        await settled(pilot)
        assert "$1,595" not in panel_text(app)
        await pilot.press("w")
        assert app.workspace.panel.model.index_of(TIMELINE) is not None
        assert {"1928"} <= {app.workspace.document.slice(f.range) for f in app.workspace.panel.groupings.index}
        assert app.workspace.panel.model.index_of(LineKey(Part.KIND, FactKind.MONEY)) is not None


async def test_in_a_window_of_one_pane_a_jump_shows_the_text() -> None:
    async with running(history(), size=(40, 16)) as (app, pilot):
        await pilot.press("tab", "enter")
        assert app.workspace.focus is PaneName.TEXT
        assert app._panes["text"].display
        assert app.workspace.reading.target is not None


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (60, 12), (300, 100)])
async def test_the_panel_survives_every_window(size: tuple[int, int]) -> None:
    async with running(history(), size=size) as (app, pilot):
        await pilot.press(
            "w", "tab", "g", *["down"] * 12, "right", "left", "u", "/", *"19", "enter", "n", "escape", "G"
        )
        await settled(pilot)
        assert len(painted(app).splitlines()) == size[1]


async def test_a_document_without_facts_says_so() -> None:
    async with running(parse_text("word word word.\n")) as (app, pilot):
        await pilot.press("tab", "enter", "n", "left", "right", "y", "Y", "u", "/", "x", "enter", "escape", "f")
        await settled(pilot)
        assert "No facts" in app.workspace.notice


async def test_progress_is_told_while_facts_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    going, gone = Event(), Event()

    def slowly(document: object, *, within: object, cancelled: object, progress: object, failed: object) -> tuple[()]:
        del document, within, failed
        progress(0.25)  # type: ignore[operator]
        going.set()
        gone.wait(10)
        cancelled()  # type: ignore[operator]
        return ()

    monkeypatch.setattr("reader.facts.extract", slowly)
    monkeypatch.setattr("reader.tui.fact_finder.QUIET", 0)
    app = application(history())
    async with app.run_test(size=(120, 30)) as pilot:
        while not going.is_set():
            await pilot.pause(0.01)
        await pilot.pause()
        assert "25%" in panel_text(app)
        await pilot.press("]")
        assert app.workspace.reading.cursor == find(history(), "Glass").start
        gone.set()
        await settled(pilot)
        assert not app.workspace.arrangement.width_of(PaneName.FACTS)


async def test_looking_for_facts_ends_when_the_document_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    asked, ended = Event(), Event()

    def endless(document: object, *, within: object, cancelled: object, progress: object, failed: object) -> tuple[()]:
        del document, within, progress, failed
        try:
            while True:
                asked.set()
                cancelled()  # type: ignore[operator]
        finally:
            ended.set()

    monkeypatch.setattr("reader.facts.extract", endless)
    app = application(history())
    async with app.run_test(size=(120, 30)) as pilot:
        while not asked.is_set():
            await pilot.pause(0.01)
        await pilot.press("q")
    assert ended.wait(10)
    assert app.return_value == 0


async def test_what_is_known_of_the_document_stands_above_its_facts() -> None:
    async with running(parse_text("A short heading\n\nWritten in 1999 — five or so words.\n")) as (app, pilot):
        await pilot.press("w", "tab", "g")
        assert app.workspace.panel.model.cursor == 0
        assert "Words  10" in panel_text(app)
        await pilot.press("down")
        assert app.workspace.panel.details == "A short heading"
        await pilot.press("y")
        assert app.clipboard == "A short heading"


async def test_what_is_underlined_and_shown_is_so_again_the_next_time() -> None:
    store = Store.in_memory()
    async with running(history(), store=store) as (app, pilot):
        await pilot.press("w", "u")
        assert app.workspace.panel.whole
    async with running(article(), store=store) as (app, pilot):
        assert app.workspace.panel.whole
        assert app.workspace.reading.underlined == frozenset(FactKind.known())
        await pilot.press("w", "u")
    async with running(article(), store=store) as (app, _):
        assert not app.workspace.panel.whole
        assert not app.workspace.reading.underlined


@pytest.mark.parametrize(("underline", "copy_value"), [("ع", "إ"), ("ו", "Y")])
async def test_the_keys_are_the_same_on_arabic_and_hebrew_keyboards(underline: str, copy_value: str) -> None:
    async with running() as (app, pilot):
        await pilot.press(underline)
        assert app.workspace.reading.underlined
        await pilot.press("tab")
        await to_line(app, pilot, LineKey(Part.KIND, FactKind.MONEY))
        await pilot.press("down", copy_value)
        assert app.clipboard == "80000000000 USD"
