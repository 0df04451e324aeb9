"""Which panes a window shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.arrange import TEXT_MIN, PaneName, Window, arrange

SIDES = ("sections", "facts")


@pytest.mark.parametrize(("columns", "shown"), [(160, 3), (116, 3), (115, 2), (94, 2), (93, 1), (80, 1), (20, 1)])
def test_panes_stand_beside_the_text_where_it_keeps_its_column(columns: int, shown: int) -> None:
    shares = arrange(Window(columns, 24), SIDES, PaneName.TEXT)
    assert len(shares.widths) == shown
    assert shares.width_of(PaneName.TEXT) >= min(columns, TEXT_MIN)


@pytest.mark.parametrize(("columns", "shown"), [(160, 5), (140, 4), (120, 3), (100, 2), (80, 1)])
def test_more_panes_show_where_there_is_room(columns: int, shown: int) -> None:
    assert len(arrange(Window(columns, 24), ("sections", "facts", "notes", "hits"), "text").widths) == shown


@given(
    st.integers(1, 400),
    st.integers(1, 200),
    st.lists(st.sampled_from(("sections", "facts", "notes")), unique=True),
    st.dictionaries(st.sampled_from(("sections", "facts", "notes")), st.integers(-5, 500)),
    st.data(),
)
def test_the_width_is_used_up(
    columns: int, rows: int, sides: list[str], asked: dict[str, int], data: st.DataObject
) -> None:
    focus = data.draw(st.sampled_from(["text", *sides]))
    shares = arrange(Window(columns, rows), sides, focus, asked)
    assert sum(width for _, width in shares.widths) == columns
    assert shares.over_width <= columns
    assert all(width > 0 for _, width in shares.widths)
    assert shares.width_of(focus)


@pytest.mark.parametrize("focus", list(PaneName))
def test_a_narrow_window_shows_the_focused_pane_over_the_text(focus: PaneName) -> None:
    assert arrange(Window(40, 10), SIDES, focus).width_of(focus) == 40
    shares = arrange(Window(70, 10), SIDES, focus)
    assert shares.width_of(focus) > 0
    assert shares.width_of(PaneName.TEXT) == 70


def test_a_pane_gets_the_cells_it_was_given() -> None:
    shares = arrange(Window(150, 40), SIDES, PaneName.TEXT, {"facts": 50})
    assert shares.width_of("facts") == 50
    assert shares.width_of("sections") < 50


def test_a_low_window_gives_every_row_to_the_text() -> None:
    assert not arrange(Window(20, 5), SIDES, PaneName.TEXT).bars
    assert arrange(Window(80, 24), SIDES, PaneName.TEXT).bars
