"""Punctuation that hangs in the margins of filled lines. ``|`` marks the column's edges."""

import pytest

from reader.text.hanging import Margins, hang_of
from reader.text.layout import Cells, Justification, Line, analyse
from reader.text.line import NO_HANG, Hang

SPACE, KASHIDA, NONE = Justification.SPACE, Justification.KASHIDA, Justification.NONE
BOTH = Margins(1, 1)


def lines(text: str, width: int, base: int = 0, margins: Margins = BOTH, how: Justification = SPACE) -> list[Line]:
    return list(analyse(text, base).wrap(width, how, margins))


def edged(line: Line) -> str:
    """The painted line, from left to right."""
    left, right = line.hang
    text = line.text
    return f"{text[:left]}|{text[left : len(text) - right]}|{text[len(text) - right :]}"


def hang(text: str, base: int = 0, margins: Margins = BOTH) -> Hang:
    return hang_of(analyse(text, base).wrap(99)[0], text, margins)


def test_a_comma_stands_outside_the_column_that_the_letters_fill() -> None:
    first, *_ = lines("so he said, or they did, and left", 11)
    assert edged(first) == "|so he  said|,"
    assert first.width == 12


def test_opening_quotes_hang_at_the_start_of_unfilled_lines_too() -> None:
    text = "he said to “the old man” there"
    assert [edged(line) for line in lines(text, 10)] == ["|he said to|", "“|the old|", "|man” there|"]
    assert edged(lines("“the old man”", 20)[0]) == "“|the old man”|"


def test_in_a_paragraph_from_right_to_left_the_sides_are_changed() -> None:
    first, *_ = lines("محمد قال، ثم مضى", 9, base=1)
    assert first.hang == Hang(1, 0)
    assert first.text.startswith("،")
    first, *_ = lines("«محمد قال بيت» ثم مضى", 14, base=1)
    assert first.hang == Hang(1, 1)


def test_a_maqaf_and_hyphens_hang_where_the_line_breaks_behind_them() -> None:
    assert edged(lines("אל בית־ וספר", 7, base=1)[0]) == "־|תיב  לא|"
    assert edged(lines("an x-ray", 5)[0]) == "|an  x|-"
    assert edged(lines("an ex\u00adcuse", 6)[0]) == "|an  ex|-"


@pytest.mark.parametrize("sign", [*".,:;،؛۔-‐־'\"’”»›"])
def test_light_signs_hang_at_the_end(sign: str) -> None:
    assert hang(f"ab c{sign}") == Hang(0, 1)
    assert hang(f"ab c{sign}.") == Hang(0, 1)


@pytest.mark.parametrize("sign", [*"؟?!)]}…—–%٪"])
def test_signs_as_heavy_as_letters_do_not(sign: str) -> None:
    assert hang(f"ab c{sign}") == NO_HANG


@pytest.mark.parametrize("sign", [*"\"'“‘«‹„"])
def test_quotes_hang_at_the_start(sign: str) -> None:
    assert hang(f"{sign}ab c") == Hang(1, 0)


@pytest.mark.parametrize("sign", [*".,-(["])
def test_nothing_else_does(sign: str) -> None:
    assert hang(f"{sign}ab c") == NO_HANG


def test_a_sign_beside_a_space_stays_inside() -> None:
    assert hang("ab c\u00a0»") == NO_HANG
    assert hang("«\u00a0ab c") == NO_HANG


def test_only_signs_that_are_at_the_edge_in_the_text_and_on_the_screen_hang() -> None:
    """A comma within a run that goes against its paragraph is painted inside the line."""
    assert hang("\u2067א,\u2069 b c", base=0) == NO_HANG
    assert hang("אב Llama,\u200e", base=1) == NO_HANG
    assert hang("אב Llama,", base=1) == Hang(1, 0)


@pytest.mark.parametrize("text", ["", ",", "a,", "“”", '"'])
def test_what_would_leave_hardly_anything_in_the_column_does_not_hang(text: str) -> None:
    assert hang(text) == NO_HANG


def test_a_side_without_room_has_nothing_hanging() -> None:
    text = "“he said, or they did"
    assert [hang(text[:9], margins=Margins(*room)) for room in ((0, 0), (1, 0), (0, 1))] == [
        NO_HANG,
        Hang(1, 0),
        Hang(0, 1),
    ]
    assert lines(text, 9, margins=Margins()) == lines(text, 9, margins=Margins(), how=SPACE)


def test_a_sign_stays_inside_where_the_line_cannot_be_filled_without_it() -> None:
    assert edged(lines("so he said, or they did", 13)[0]) == "|so  he  said,|"


def test_nothing_hangs_where_lines_are_not_filled() -> None:
    text = "“he said, or they did” and so on"
    for width in range(1, 40):
        assert all(line.hang == NO_HANG for line in lines(text, width, how=NONE))


def test_lines_break_where_they_do_without_margins() -> None:
    text = "«قال محمد»، ثم مضى: «إلى بيته». وعاد، ثم قال."
    for width in range(1, 40):
        plain, filled = (lines(text, width, 1, margins, KASHIDA) for margins in (Margins(), BOTH))
        assert [(line.start, line.end) for line in plain] == [(line.start, line.end) for line in filled]


def test_cells_and_indexes_go_by_the_whole_line() -> None:
    text = "so he said, or they did, and left"
    line = lines(text, 11)[0]
    comma = text.index(",")
    assert line.cells_of(comma, comma + 1) == (Cells(11, 12),)
    assert line.index_at(11) == comma
    assert line.index_at(50) == comma


def test_kashida_and_hanging_signs_fill_a_line_together() -> None:
    line = lines("محمد، قال محمد، ثم مضى", 16, 1, BOTH, KASHIDA)[0]
    assert line.hang == Hang(1, 0)
    assert line.width == 17
    assert "ـ" in line.text
