"""Panes opened and closed, and made wider and narrower."""

import pytest

from reader.formats import parse_text
from reader.store import Store
from reader.view.arrange import PaneName
from reader.view.events import EdgeDragged
from reader.view.session import Session, SetUp, Share
from tests.samples import article, english
from tests.view.replaying import Replay


@pytest.mark.parametrize(("key", "name"), [("s", PaneName.SECTIONS), ("f", PaneName.FACTS)])
@pytest.mark.parametrize("closing", ["same", "escape"])
def test_a_pane_slides_over_the_text_and_away(key: str, name: PaneName, closing: str) -> None:
    replay = Replay.of(article(), (80, 24))
    width = replay.workspace.reading.flow.width
    assert width == 76
    replay.press(key)
    assert replay.workspace.arrangement.over == name
    assert replay.workspace.reading.flow.width == width
    replay.press(key if closing == "same" else "escape")
    assert not replay.workspace.arrangement.over
    assert replay.workspace.focus == PaneName.TEXT


def test_tab_goes_through_the_panes_of_a_narrow_window() -> None:
    replay = Replay.of(article(), (80, 24))
    seen = []
    for _ in range(4):
        replay.press("tab")
        seen.append(replay.workspace.arrangement.over)
    assert seen == [PaneName.FACTS, PaneName.SECTIONS, "", PaneName.FACTS]


def test_a_jump_closes_what_it_was_chosen_from() -> None:
    replay = Replay.of(article(), (80, 24))
    replay.press("s", "down", "enter")
    assert replay.workspace.focus == PaneName.TEXT
    assert replay.workspace.reading.cursor > 0


def test_escape_takes_the_filter_before_the_pane() -> None:
    replay = Replay.of(article(), (80, 24))
    replay.press("f", "/", "8", "enter", "escape")
    assert replay.workspace.panel.query == ""
    assert replay.workspace.arrangement.over == PaneName.FACTS
    replay.press("escape")
    assert not replay.workspace.arrangement.over


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_empty_panes_stay_closed_and_say_so(size: tuple[int, int]) -> None:
    replay = Replay.of(parse_text("nothing of note\n"), size)
    assert replay.workspace.arrangement.width_of(PaneName.TEXT) == size[0]
    replay.press("s")
    assert replay.workspace.notice == "No headings"
    replay.press("f")
    assert replay.workspace.notice == "No facts in this document"
    replay.press("tab")
    assert replay.workspace.focus == PaneName.TEXT


def test_widths_are_changed_by_keys_and_remembered_for_windows_of_that_size() -> None:
    store = Store.in_memory()
    replay = Replay.of(article(), (140, 40), store=store)
    before = replay.workspace.arrangement.width_of(PaneName.FACTS)
    replay.press("tab", ">", ">")
    assert replay.workspace.arrangement.width_of(PaneName.FACTS) == before + 4
    kept = replay.workspace.set_up.shares
    Session(store, article()).remember(SetUp(shares=kept))
    again = Replay.of(article(), (141, 40), store=store)
    assert again.workspace.arrangement.width_of(PaneName.FACTS) == before + 4
    other = Replay.of(article(), (180, 40), store=store)
    assert other.workspace.arrangement.width_of(PaneName.FACTS) != before + 4


def test_from_the_text_the_text_gets_wider() -> None:
    replay = Replay.of(english(), (140, 40))
    before = replay.workspace.arrangement.width_of(PaneName.TEXT)
    replay.press(">")
    assert replay.workspace.arrangement.width_of(PaneName.TEXT) > before


def test_a_width_stops_where_the_text_would_be_gone() -> None:
    replay = Replay.of(english(), (140, 40))
    replay.press("tab", *[">"] * 100)
    widths = dict(replay.workspace.arrangement.widths)
    assert widths[PaneName.TEXT] >= 24
    replay.press("<")
    assert dict(replay.workspace.arrangement.widths)[PaneName.FACTS] == widths[PaneName.FACTS] - 2


@pytest.mark.parametrize(
    ("pane", "column", "name", "width"),
    [
        (PaneName.SECTIONS, 29, PaneName.SECTIONS, 30),
        (PaneName.TEXT, 99, PaneName.FACTS, 40),
    ],
)
@pytest.mark.parametrize("mirrored", [False, True])
def test_edges_are_dragged(pane: str, column: int, name: str, width: int, mirrored: bool) -> None:  # noqa: FBT001
    document = article() if mirrored else english()
    replay = Replay.of(document, (140, 40))
    replay.happen(EdgeDragged(pane, 139 - column if mirrored else column))
    assert replay.workspace.arrangement.width_of(name) == width


def test_nothing_but_the_text() -> None:
    replay = Replay.of(article(), (140, 40))
    replay.press("z")
    assert replay.workspace.arrangement.widths == ((PaneName.TEXT, 140),)
    assert not replay.workspace.arrangement.bars
    replay.press("tab")
    assert replay.workspace.arrangement.over
    replay.press("escape", "escape")
    assert len(replay.workspace.arrangement.widths) == 3


def test_widths_that_are_none_are_left_out() -> None:
    store = Store.in_memory()
    store.set_setting("widths", "140:facts:30 x 1:2 140:facts:-3 ::")
    assert Session(store, article()).set_up.shares == (Share(140, "facts", 30),)
