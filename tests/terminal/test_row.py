"""Painted text as cells, and nothing in it that acts on a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.row import BLANK, fitted, row_of, spliced, sure_of_width

HARMFUL = st.sampled_from(
    ["\x1b[2J", "\x9b31m", "\x07", "\r", "\n", "\u202e", "\u2066", "\u200f", "\u061c", "\x00", "\ufeff"]
)


@given(st.lists(st.text(max_size=5) | HARMFUL, max_size=8).map("".join))
def test_nothing_in_a_text_acts_on_the_terminal(text: str) -> None:
    sent = "".join(cell.text for cell in row_of(text))
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in sent)
    assert not set(sent) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff")


@given(st.text(max_size=20))
def test_a_row_has_a_cell_for_every_column(text: str) -> None:
    row = row_of(text)
    for x, cell in enumerate(row):
        assert (cell.width == 0) == (x > 0 and row[x - 1].width == 2)
        assert bool(cell.text) == bool(cell.width)


@given(st.text(max_size=20), st.integers(0, 30))
def test_a_row_can_be_cut_anywhere(text: str, columns: int) -> None:
    row = fitted(row_of(text), columns)
    assert len(row) == columns
    assert not row or row[-1].width != 2


def test_marks_and_joiners_stay_with_what_they_belong_to() -> None:
    assert [cell.text for cell in row_of("ﺐ\u064eﺎ")] == ["ﺐ\u064e", "ﺎ"]
    assert [cell.text for cell in row_of("👨\u200d👩x")] == ["👨\u200d👩", "", "x"]


def test_half_a_wide_character_becomes_a_blank() -> None:
    assert fitted(row_of("日"), 1) == (BLANK,)
    assert [cell.text for cell in spliced(row_of("日本"), 1, row_of("ab"))] == [" ", "a", "b", " "]


def test_some_widths_are_not_sure() -> None:
    assert sure_of_width("ﺐ\u064e")
    assert sure_of_width("日")
    assert not sure_of_width("👨\u200d👩")
    assert not sure_of_width("❤\ufe0f")
