"""Painted rows read back."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.testing.reading_order import reading_order
from reader.text.layout import analyse


def painted(text: str, base: int) -> str:
    (line,) = analyse(text, base).wrap(1000)
    return line.text


@pytest.mark.parametrize(
    "text",
    [
        "بعد مرور عامين فقط على إطلاق نماذج Llama",
        "قال: «نعم» (ثم مضى) في 1,000 يوم.",
        "الإسلام لا يلغي الآلام",
        "הספר (ספר שני) נמכר ב-25 מדינות.",
        "It says «بيت» twice (2 times).",
        "قَالَ الشَّاعِرُ",
    ],
)
def test_a_painted_line_reads_as_it_was_written(text: str) -> None:
    base = int(text[0] > "\u0500")
    read = reading_order(painted(text, base), Direction.RTL if base else Direction.LTR)
    assert normalize("NFD", read) == normalize("NFD", text)  # marks are painted in their canonical order


@given(st.text(alphabet="ابلا يفس ", min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_arabic_words_always_do(text: str) -> None:
    assert reading_order(painted(text, 1)) == text


def test_scroll_bars_and_padding_are_no_part_of_a_row() -> None:
    assert reading_order(f"│    {painted('سلام', 1)} ") == "سلام"


def test_the_side_a_line_stands_at_is_the_side_it_begins_at() -> None:
    text = "مثل Facebook و Instagram."
    assert reading_order("     " + painted(text, 1) + " ") == text
    assert reading_order(painted(text, 0) + "     ", Direction.RTL) == text
