"""Which panes a window shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.arrange import PaneName, Window, arrange

SIDES = ("sections", "facts")


@pytest.mark.parametrize(("columns", "shown"), [(120, 3), (80, 3), (79, 2), (60, 2), (59, 1), (20, 1)])
def test_panes_give_way_one_by_one(columns: int, shown: int) -> None:
    shares = arrange(Window(columns, 24), SIDES, PaneName.TEXT)
    assert len(shares.widths) == shown
    assert shares.width_of(PaneName.TEXT)


@pytest.mark.parametrize(("columns", "shown"), [(160, 5), (120, 4), (80, 3), (60, 2)])
def test_more_panes_show_where_there_is_room(columns: int, shown: int) -> None:
    assert len(arrange(Window(columns, 24), ("sections", "facts", "notes", "hits"), "text").widths) == shown


@given(
    st.integers(1, 400),
    st.integers(1, 200),
    st.lists(st.sampled_from(("sections", "facts", "notes")), unique=True),
    st.data(),
)
def test_the_width_is_used_up(columns: int, rows: int, sides: list[str], data: st.DataObject) -> None:
    focus = data.draw(st.sampled_from(["text", *sides]))
    shares = arrange(Window(columns, rows), sides, focus)
    assert sum(width for _, width in shares.widths) == columns
    assert all(width > 0 for _, width in shares.widths)
    assert shares.width_of(focus)


@pytest.mark.parametrize("focus", list(PaneName))
def test_a_narrow_window_shows_the_focused_pane(focus: PaneName) -> None:
    assert arrange(Window(40, 10), SIDES, focus).width_of(focus) == 40
    assert arrange(Window(70, 10), SIDES, focus).width_of(focus) > 0


def test_a_low_window_gives_every_row_to_the_text() -> None:
    assert not arrange(Window(20, 5), SIDES, PaneName.TEXT).bars
    assert arrange(Window(80, 24), SIDES, PaneName.TEXT).bars
