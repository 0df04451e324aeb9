"""Justified lines: filled to the width or left alone."""

import pytest

from reader.text.justify import PROSE, filled, justified
from reader.text.kashida import TATWEEL
from reader.text.layout import Cells, Justification, Line, analyse
from reader.text.shaping import shapes_of

KASHIDA, SPACE, NONE = Justification.KASHIDA, Justification.SPACE, Justification.NONE


def first_line(text: str, width: int, how: Justification, base: int = 1) -> Line:
    return analyse(text, base).wrap(width, how)[0]


def alone(text: str, width: int, how: Justification, base: int = 1) -> str:
    """A text on one line, filled."""
    return filled(analyse(text, base).wrap(1000)[0], text, width, how).text


def visual(text: str) -> str:
    return shapes_of(text).replace("\0", "")[::-1]


def test_spaces_are_widened_evenly() -> None:
    assert alone("a b c d e", 11, SPACE, 0) == "a b  c d  e"
    assert alone("a b c d e", 13, SPACE, 0) == "a  b  c  d  e"


def test_a_line_that_would_not_read_well_is_left_alone() -> None:
    assert alone("a b c d e", 14, SPACE, 0) == "a b c d e"
    assert alone("محمد", 4 + PROSE.kashida + 1, KASHIDA) == visual("محمد")


def test_one_of_several_spaces_is_widened_and_none_at_the_start() -> None:
    assert alone("  a   b c", 10, SPACE, 0) == "  a   b  c"
    assert alone("  a   b c", 11, SPACE, 0) == "  a    b  c"
    assert alone("  a   b c", 12, SPACE, 0) == "  a   b c"


def test_tatweel_stands_between_joined_forms() -> None:
    assert alone("محمد", 6, KASHIDA) == visual("محمــد")


def test_at_most_every_other_word_is_stretched_and_spaces_take_the_rest() -> None:
    text = "محمد محمد محمد محمد"
    assert alone(text, 21, KASHIDA).count(TATWEEL) == 2
    assert alone(text, 23, KASHIDA) == visual("محمد محمــد محمد محمــد")
    assert alone(text, 25, KASHIDA).count(TATWEEL) == 4
    assert alone(text, 25, KASHIDA).count(" ") == 5
    assert alone(text, 27, KASHIDA) == visual(text)


def test_the_best_places_come_first() -> None:
    assert alone("بيت السماء بيت", 15, KASHIDA) == visual("بيت السـماء بيت")


def test_other_scripts_have_their_spaces_widened() -> None:
    assert alone("שלום עולם", 10, KASHIDA) == "םלוע  םולש"
    assert alone("good day", 9, KASHIDA, 0) == "good  day"


def test_letters_painted_apart_are_not_stretched() -> None:
    """Pashto ښ has no presentation forms: a line beside it would join nothing."""
    assert TATWEEL in alone("پستو دی", 8, KASHIDA)
    assert TATWEEL not in alone("پښتو دی", 8, KASHIDA)


def test_arabic_set_from_left_to_right_by_an_override_is_not_stretched() -> None:
    assert TATWEEL not in alone("\u202dمحمد محمد\u202c", 10, KASHIDA, 0)


def test_the_last_line_of_a_paragraph_and_lines_before_a_line_end_are_left_alone() -> None:
    text = "قال محمد\nالسلام عليكم ورحمة الله وبركاته"
    assert [line.width for line in analyse(text, 1).wrap(19, SPACE)] == [8, 19, 12]


def test_lines_with_tabs_are_left_alone() -> None:
    text = "a\tb c d\te"
    line = analyse(text, 0).wrap(1000)[0]
    assert filled(line, text, line.width + 1, SPACE) is line


@pytest.mark.parametrize("how", [KASHIDA, SPACE])
def test_hanging_space_stays_hanging(how: Justification) -> None:
    line = first_line("السلام عليكم يا أهل الدار", 14, how)
    assert line.width == 14
    assert not line.text.startswith(" ")


def test_without_justification_the_very_line_is_kept() -> None:
    text = "السلام عليكم يا أهل الدار"
    line = analyse(text, 1).wrap(14)[0]
    assert justified(line, text, 14, NONE) is line


def test_a_marked_range_has_no_holes_and_takes_no_more_than_its_ends() -> None:
    text = "من محمد في"
    plain = analyse(text, 1).wrap(1000)[0]
    line = filled(plain, text, 14, KASHIDA)
    assert line.text == visual("من  محمــد  في")
    word = text.index("محمد")
    (cells,) = line.cells_of(word, word + 4)
    assert line.text[cells.start : cells.end] == visual("محمــد")
    assert line.cells_of(0, len(text)) == (Cells(0, 14),)


def test_hidden_marks_stay_hidden() -> None:
    text = "مِنْ مُحَمَّدٍ نَعَمْ"
    line = analyse(text, 1, marks=False).wrap(1000)[0]
    assert filled(line, text, 13, KASHIDA).text == visual("من محمــد نعم")
