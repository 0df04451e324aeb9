"""How many cells characters take."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.graphemes import boundaries
from reader.text.widths import cells_of, measured


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", [1, 1, 1]),
        ("سَلَّم", [1, 0, 1, 0, 0, 1]),
        ("שָׁלוֹם", [1, 0, 0, 1, 1, 0, 1]),
        ("می\u200cخ", [1, 1, 0, 1]),
        ("بـب", [1, 1, 1]),
        ("a\u200fb\u2067c\u2069", [1, 0, 1, 0, 1, 0]),
        ("漢字", [2, 2]),
        ("ｆ", [2]),
        ("é\u0301", [1, 0]),
        ("👨\u200d👩\u200d👧", [2, 0, 0, 0, 0]),
        ("🇸🇦", [2, 0]),
        ("❤", [1]),
        ("❤\ufe0f", [2, 0]),
        ("1\ufe0f\u20e3", [2, 0, 0]),
        ("ا\ufe0fa\ufe0f \ufe0f", [1, 0, 1, 0, 1, 0]),
        ("\u1112\u1161\u11ab", [2, 0, 0]),
        ("한", [2]),
        ("\x1b[m", [1, 1, 1]),
        ("\x9b", [1]),
        ("\ud800", [1]),
        ("\u0600١", [2, 0]),
        ("\u06dd", [1]),
        ("\ufeff", [0]),
        ("\u00ad", [0]),
        ("", []),
    ],
)
def test_cells(text: str, cells: list[int]) -> None:
    assert list(cells_of(text)) == cells


def test_a_mark_with_nothing_to_stand_on_takes_the_cell_of_a_dotted_circle() -> None:
    assert measured("\u064eب", bytes(2))[:2] == (bytearray([1, 1]), [0])
    assert measured("a\n\u0301b", bytes(4))[:2] == (bytearray([1, 1, 1, 1]), [2])
    assert measured(" \u0301", bytes(2))[:2] == (bytearray([1, 0]), [])


def test_an_emoji_sequence_is_cut_where_the_direction_changes() -> None:
    flag = "🇸🇦"
    assert list(measured(flag, b"\0\0").cells) == [2, 0]
    assert list(measured(flag, b"\0\1").cells) == [1, 1]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_there_is_one_number_a_code_point_and_a_cluster_takes_two_cells_at_most(text: str) -> None:
    cells = cells_of(text)
    assert len(cells) == len(text)
    start = 0
    for end in boundaries(text):
        assert sum(cells[start:end]) <= 2
        start = end


@settings(deadline=None)
@given(st.text(st.sampled_from("ابلa1 \u064e\u0651漢"), max_size=30), st.text(st.sampled_from("ابلa1 漢"), max_size=30))
def test_widths_add_up(first: str, second: str) -> None:
    assert list(cells_of(first + second)) == [*cells_of(first), *cells_of(second)]
