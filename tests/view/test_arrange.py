"""Which panes a window shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.arrange import PaneName, arrange

ALL = frozenset(PaneName)


@pytest.mark.parametrize(("columns", "shown"), [(120, 3), (80, 3), (79, 2), (60, 2), (59, 1), (20, 1)])
def test_panes_give_way_one_by_one(columns: int, shown: int) -> None:
    shares = arrange(columns, 24, ALL, PaneName.TEXT)
    assert sum(width > 0 for width in (shares.sections, shares.text, shares.facts)) == shown
    assert shares.text


@given(st.integers(1, 400), st.integers(1, 200), st.sets(st.sampled_from(PaneName)), st.sampled_from(PaneName))
def test_the_width_is_used_up(columns: int, rows: int, wanted: set[PaneName], focus: PaneName) -> None:
    shares = arrange(columns, rows, frozenset(wanted | {PaneName.TEXT}), focus)
    assert shares.sections + shares.text + shares.facts == columns


@pytest.mark.parametrize("focus", list(PaneName))
def test_a_narrow_window_shows_the_pane_that_has_the_keys(focus: PaneName) -> None:
    assert arrange(40, 10, ALL, focus).width_of(focus) == 40
    assert arrange(70, 10, ALL, focus).width_of(focus) > 0


def test_a_low_window_gives_every_row_to_the_text() -> None:
    assert not arrange(20, 5, ALL, PaneName.TEXT).bars
    assert arrange(80, 24, ALL, PaneName.TEXT).bars
