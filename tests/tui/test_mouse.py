"""The mouse, where a person would try it: words, links, hints, titles, bars."""

from reader.tui.bars import FootBar
from reader.view.arrange import PaneName
from reader.view.popups import ListKind, ListPopup
from tests.running import running, settled
from tests.samples import english


def hint_column(foot: FootBar, key: str) -> int:
    """A column of the foot under which a key stands."""
    column = 0
    for run in foot.painted_rows()[0]:
        if run.text.strip() == key:
            return column
        column += run.width
    raise AssertionError(f"no {key} in the foot")


async def test_a_hint_at_the_foot_is_its_key() -> None:
    for document in (None, english()):
        async with running(document, size=(160, 40)) as (app, pilot):
            foot = app.query_one("MainScreen > FootBar", FootBar) if app.query("MainScreen > FootBar") else app._foot
            await pilot.click(foot, offset=(hint_column(foot, "?"), 0))
            await settled(pilot)
            assert isinstance(app.workspace.popup, ListPopup)
            assert app.workspace.popup.kind is ListKind.COMMANDS


async def test_a_title_focuses_its_pane_and_a_bar_leads_to_its_place() -> None:
    async with running(size=(120, 30)) as (app, pilot):
        facts, text = app._panes[PaneName.FACTS], app._panes[PaneName.TEXT]
        await pilot.click(facts, offset=(3, 0))
        await settled(pilot)
        assert app.workspace.focus == PaneName.FACTS
        await pilot.mouse_down(text, offset=(0, 20))  # from right to left, the bar is at the left
        await pilot.mouse_up(text, offset=(0, 20))
        await settled(pilot)
        assert 0.4 < app.workspace.reading.cursor / len(app.workspace.document) < 0.95
        assert app.workspace.reading.selection is None


async def test_clicks_take_a_word_and_a_sentence() -> None:
    async with running(english(), size=(100, 30)) as (app, pilot):
        text = app._panes[PaneName.TEXT]
        await pilot.click(text, offset=(20, 3), times=2)
        await settled(pilot)
        word = app.workspace.reading.selection
        assert word
        assert " " not in app.workspace.document.slice(word)
        await pilot.click(text, offset=(20, 3), times=3)
        await settled(pilot)
        sentence = app.workspace.reading.selection
        assert sentence
        assert app.workspace.document.slice(sentence).endswith(".")


async def test_selecting_marking_and_undoing_by_keys() -> None:
    async with running(english(), size=(100, 30)) as (app, pilot):
        await pilot.press("j", "V", "w", "H")
        await settled(pilot)
        (one,) = app.workspace.reading.annotations
        assert len(one.annotation.anchor.exact.split()) == 2
        await pilot.press("a", "x", "ctrl+j", "y", "enter")
        await settled(pilot)
        assert "x\ny" in [each.annotation.note for each in app.workspace.reading.annotations]
        await pilot.press("U", "U")
        await settled(pilot)
        assert app.workspace.reading.annotations == ()
