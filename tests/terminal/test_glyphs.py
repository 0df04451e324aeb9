"""What a terminal cannot draw is sent so that it can, in the same columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.glyphs import ALL_DRAWN, Glyphs, Marks, drawable, single
from reader.terminal.row import row_of
from reader.terminal.style import Rgb

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
EMOJI = "\U0001f600"
TEXTS = st.text(st.sampled_from("aé بﺏﺎﻼ\u064e\u0651\u0654\u05e9\u05c1\u05b8€世\u0301" + EMOJI), max_size=20)


def sent(text: str, glyphs: Glyphs) -> str:
    return "".join(cell.text for cell in drawable(row_of(text), glyphs))


@given(TEXTS, st.builds(Glyphs, st.sampled_from(list(Marks)), st.booleans(), st.booleans()))
def test_columns_stay_whatever_is_drawn(text: str, glyphs: Glyphs) -> None:
    row = row_of(text)
    assert [cell.width for cell in drawable(row, glyphs)] == [cell.width for cell in row]


@given(TEXTS)
def test_where_all_is_drawn_nothing_changes(text: str) -> None:
    assert drawable(row_of(text), ALL_DRAWN) is row_of(text)


@pytest.mark.parametrize(
    ("cluster", "one"),
    [
        ("\ufe91\u064e", "\ufe91"),  # a beh with fatha
        ("\ufe8e\u0654", "\ufe84"),  # a final alef with hamza stays final
        ("\ufedf\u0651\u064e", "\ufedf"),
        ("\ufefb\u064e", "\ufefb"),  # a lam-alef stays one
        ("\ufefc\u0654\u064e", "\ufef8"),  # and takes its hamza
        ("\u05e9\u05c1\u05b8", "\ufb2a"),  # a shin with its dot
        ("e\u0301\u0323", "\u1eb9"),
        ("a", "a"),
    ],
)
def test_letters_keep_what_is_one_character_with_them(cluster: str, one: str) -> None:
    assert single(cluster) == one


def test_marks_are_left_out() -> None:
    assert sent("ﻢ\u0650ﺴ\u0652ﺑ\u0650 x", Glyphs(Marks.LEFT_OUT)) == "ﻢﺴﺑ x"


def test_marks_stand_on_the_cell_to_the_left() -> None:
    assert sent(" ﻢ\u0650ﺴ\u0652\u064eb", Glyphs(Marks.LEFTWARD)) == " \u0650ﻢ\u0652\u064eﺴb"


def test_marks_of_the_first_column_have_nowhere_to_go() -> None:
    assert sent("ﻢ\u0650ﺴ\u0652", Glyphs(Marks.LEFTWARD)) == "ﻢ\u0652ﺴ"


def test_emoji_are_as_wide_as_they_are_said_to_be() -> None:
    assert sent(f"{FAMILY}|", Glyphs(families=False)) == "\U0001f468|"
    assert sent(f"{EMOJI}世|", Glyphs(wide_emoji=False)) == f"{EMOJI} 世|"


def test_letters_without_a_colour_of_their_own_get_one() -> None:
    letter, blank = drawable(row_of("ﻢ "), Glyphs(ink=Rgb(1, 2, 3)))
    assert (letter.style.foreground, blank.style.foreground) == (Rgb(1, 2, 3), None)
