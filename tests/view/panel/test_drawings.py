"""Bars in cells."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Direction
from reader.view.panel.drawings import BarLine, bar
from reader.view.styled import isolated, row_width, styled
from tests.view.panel.stated import text_of


@settings(deadline=None)
@given(
    st.text(max_size=30), st.floats(0, 1), st.integers(0, 10**9), st.integers(0, 60), st.sampled_from(list(Direction))
)
def test_a_line_fills_its_cells(label: str, share: float, count: int, width: int, base: Direction) -> None:
    line = BarLine(isolated(label), share, styled(f"{count:,}"), 5)
    row = line.painted(width, base, ())
    assert row_width(row) == width or width < 3


def test_bars_grow_from_the_side_reading_begins_at() -> None:
    assert text_of(bar(0.5, 8, Direction.LTR, ())) == "▄▄▄▄    "
    assert text_of(bar(0.5, 8, Direction.RTL, ())) == "    ▄▄▄▄"
    assert text_of(bar(0.56, 8, Direction.LTR, ())) == "▄▄▄▄▖   "
    assert text_of(bar(0.56, 8, Direction.RTL, ())) == "   ▗▄▄▄▄"


def test_little_is_more_than_nothing() -> None:
    assert text_of(bar(0, 8, Direction.LTR, ())).strip() == ""
    for base in Direction:
        assert text_of(bar(0.0001, 8, base, ())).strip()


def test_bars_of_several_lines_begin_in_one_column() -> None:
    lines = [BarLine(styled(label), 1, styled("12"), 3) for label in ("a", "a longer one", "x" * 40)]
    columns = {text_of(line.painted(30, Direction.LTR, ())).index("▄") for line in lines}
    assert len(columns) == 1


def test_a_narrow_line_has_no_bar() -> None:
    line = BarLine(styled("name"), 1, styled("12"), 2)
    assert "▄" not in text_of(line.painted(9, Direction.LTR, ()))
    assert text_of(line.painted(9, Direction.LTR, ())) == "name   12"
