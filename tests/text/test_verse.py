"""Verse of two hemistichs, set in two columns."""

import pytest

from reader.text.justify import Justification
from reader.text.layout import Cells, Line, analyse
from reader.text.verse import LONGEST, VerseLines, halves_of

FIRST, SECOND = "قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى بين الدخول فحومل"
SHORT, ALSO_SHORT = "ترى بعر الآرام في عرصاتها", "وقيعانها كأنه حب فلفل"
GAPS = ["   ", "\t", " \t ", "        ", " *** ", " * * * ", " … ", " ... "]


def lines(text: str, width: int, how: Justification = Justification.NONE, base: int = 1) -> list[Line]:
    return list(VerseLines(analyse(text, base), width, how))


def halves(text: str) -> tuple[str, str] | None:
    found = halves_of(text, 0, len(text))
    return (text[found.start : found.first_end].rstrip(), text[found.second :]) if found else None


@pytest.mark.parametrize("gap", GAPS)
def test_a_line_falls_in_two_at_its_gap(gap: str) -> None:
    assert halves(f"{FIRST}{gap}{SECOND}") == (FIRST, SECOND)
    assert halves(f"   {FIRST}{gap}{SECOND}") == (FIRST, SECOND)


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        "",
        "   ",
        f"{FIRST}  {SECOND}",
        f"{FIRST}   {SECOND}   {FIRST}",
        f"   {FIRST}",
        f"{FIRST}   ",
        f"{FIRST} ***",
        f"{FIRST}   {SECOND}\u2028{FIRST}",
        f"{'ب ' * LONGEST}   {SECOND}",
    ],
)
def test_other_lines_do_not(text: str) -> None:
    assert halves(text) is None


@pytest.mark.parametrize("gap", GAPS)
def test_halves_stand_in_columns_of_one_width(gap: str) -> None:
    text = f"{FIRST}{gap}{SECOND}\n{SHORT}{gap}{ALSO_SHORT}"
    first, second = lines(text, 70)
    starts = []
    for line, words in ((first, (FIRST, SECOND)), (second, (SHORT, ALSO_SHORT))):
        ends = [line.cells_of(text.index(half), text.index(half) + len(half))[-1].end for half in words]
        starts.append([line.width - end for end in ends])
    assert starts[0] == starts[1]
    assert starts[0][0] == 0


@pytest.mark.parametrize("gap", GAPS)
def test_halves_are_flush_on_both_sides_when_lines_are_filled(gap: str) -> None:
    text = f"{FIRST}{gap}{SECOND}\n{SHORT}{gap}{ALSO_SHORT}"
    first, second = lines(text, 70, Justification.KASHIDA)
    assert first.width == second.width
    halves = [cells[-1].end - cells[0].start for cells in half_cells(text, (first, second))]
    assert len(set(halves)) == 1


@pytest.mark.parametrize("how", [Justification.SPACE, Justification.KASHIDA])
def test_a_short_half_is_flush_all_the_same(how: Justification) -> None:
    text = "وقفت وما في الموت شك لواقف\tكأنك في جفن الردى وهو نائم\nتمر بك الأبطال كلمى هزيمة\tووجهك وضاح وثغرك باسم"
    first, second = lines(text, 70, how)
    assert first.width == second.width


def half_cells(text: str, stanza: tuple[Line, Line]) -> list[tuple[Cells, ...]]:
    """The cells of both halves of two lines of verse."""
    parts = ((stanza[0], FIRST), (stanza[0], SECOND), (stanza[1], SHORT), (stanza[1], ALSO_SHORT))
    return [line.cells_of(text.index(half), text.index(half) + len(half)) for line, half in parts]


def test_the_sign_between_the_halves_is_shown() -> None:
    (line,) = lines(f"{FIRST} *** {SECOND}", 70)
    assert " *** " in line.text


def test_from_left_to_right_the_first_half_is_on_the_left() -> None:
    (line,) = lines("Arma virumque cano,   Troiae qui primus ab oris", 70, base=0)
    assert line.text == "Arma virumque cano,          Troiae qui primus ab oris"


def test_in_a_narrow_column_the_second_half_stands_below_at_the_far_side() -> None:
    text = f"{FIRST}   {SECOND}"
    above, below = lines(text, 40)
    assert text[above.start : above.end].strip() == FIRST
    assert text[below.start : below.end] == SECOND
    assert below.width == 40
    assert below.cells_of(0, len(text))[0].start == 0


def test_in_a_narrower_one_each_half_is_wrapped_by_itself() -> None:
    text = f"{FIRST}   {SECOND}"
    parts = [text[line.start : line.end] for line in lines(text, 15)]
    assert parts[1].strip().endswith("ومنزل")
    assert parts[2].startswith("بسقط")


def test_indented_lines_begin_at_the_edge_whatever_the_width() -> None:
    text = f"\t{FIRST}\t{SECOND}\n  {SHORT}   {ALSO_SHORT}"
    for width in (70, 40):
        for line in lines(text, width):
            shown = text[line.start : line.end].strip()
            first = line.cells_of(text.index(shown[0], line.start), text.index(shown[0], line.start) + 1)[0]
            assert first.end == line.width or shown in (SECOND, ALSO_SHORT)


def test_lines_without_two_halves_are_set_as_they_are() -> None:
    text = "أراك عصي الدمع\nشيمتك الصبر"
    assert [text[line.start : line.end] for line in lines(text, 40)] == ["أراك عصي الدمع\n", "شيمتك الصبر"]
