"""What the line ends of hard-wrapped prose stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.unwrapping import unwrapped, unwrapped_in_place


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\ntwo", "one two"),
        ("one\n   two", "one two"),
        ("one  two\nthree", "one two three"),
        ("one  two", "one  two"),
        ("人人生而\n自由", "人人生而自由"),
        ("인간은\n자유", "인간은 자유"),
        ("well-\nknown", "well-known"),
        ("בין־\nלאומי", "בין־לאומי"),
        ("from 3 -\n5", "from 3 - 5"),
        ("1990-\n2000", "1990- 2000"),
    ],
)
def test_a_paragraph_in_one_line(text: str, line: str) -> None:
    assert unwrapped(text) == line


@given(st.text(alphabet="aא人- \n\t", max_size=60))
def test_in_place_every_code_point_stays_where_it_was(text: str) -> None:
    placed = unwrapped_in_place(text)
    assert len(placed) == len(text)
    assert placed.replace("\u200b", "") == unwrapped(text)
    assert all(a == b or a in " \n\t" for a, b in zip(text, placed, strict=True))
