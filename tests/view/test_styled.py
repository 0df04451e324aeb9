"""Styled text over several rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Direction
from reader.view.styled import Role, isolated, row_width, styled, wrapped
from tests.strategies import texts


@settings(deadline=None)
@given(texts, st.integers(2, 40), st.integers(1, 5), st.sampled_from(Direction))
def test_rows_fill_the_width_and_are_no_more_than_asked_for(text: str, width: int, most: int, base: Direction) -> None:
    rows = wrapped(isolated(text), width, most, base, (Role.NOTICE,))
    assert len(rows) <= most
    assert all(row_width(row) == width for row in rows)


def test_what_does_not_fit_is_cut_in_the_last_row() -> None:
    rows = wrapped(styled("one two three four five six"), 9, 2, Direction.LTR)
    assert ["".join(piece.text for piece in row) for row in rows] == ["one two  ", "three fo…"]


def test_no_width_is_no_row() -> None:
    assert wrapped(styled("word"), 0, 3, Direction.LTR) == ()
