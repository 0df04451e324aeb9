"""Tables in a reading column: mirrored, cut down, folded, and never torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Document
from reader.view.flow import Flow
from reader.view.printing import printed_lines
from tests.examples import examples
from tests.formats.making import page, parsed
from tests.samples import find

WORDS = "The description of the thing, which is long and goes on for a while"


def table(*rows: tuple[str, ...], attributes: str = "") -> Document:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return parsed("html", page(f"<table {attributes}>{body}</table>"))


def lines(document: Document, width: int) -> list[str]:
    flow = Flow(document, width)
    rows = [row for i in range(len(document.blocks)) for row in flow.rows_of(i)]
    return [" " * row.offset + row.line.text if row.line else "" for row in rows]


def test_columns_stand_beside_each_other() -> None:
    assert lines(table(("a", "bb"), ("ccc", "d")), 20) == ["a   │ bb", "ccc │ d "]


def test_columns_of_a_right_to_left_table_are_mirrored() -> None:
    assert lines(table(("a", "bb"), ("ccc", "d"), attributes="dir=rtl"), 10) == [
        "  bb │ a  ",
        "  d  │ ccc",
    ]


def test_text_stands_at_its_own_side_of_a_column() -> None:
    document = table(("שלום", "abcdef"), ("abcdef", "שלום"), attributes="dir=ltr")
    assert lines(document, 20) == ["  םולש │ abcdef", "abcdef │   םולש"]


def test_empty_cells_keep_the_columns_apart() -> None:
    assert lines(table(("", "b", ""), ("a", "", "c")), 20) == ["  │ b │  ", "a │   │ c"]
    assert lines(table(("", "b", ""), ("a", "", "c"), attributes="dir=rtl"), 9) == ["  │ b │  ", "c │   │ a"]


def test_cells_reach_over_columns() -> None:
    document = parsed("html", page("<table><tr><td colspan=2>wide<td>c<tr><td>a<td>b<td>c</table>"))
    assert lines(document, 20) == ["wide  │ c", "a │ b │ c"]


def test_wide_columns_are_cut_down_and_their_text_wrapped() -> None:
    document = table(("name", WORDS), ("x", "y"))
    shown = lines(document, 30)
    assert all(len(line) <= 30 for line in shown)
    assert shown[0].startswith("name │ The")
    assert shown[1].startswith("     │ ")


def test_columns_that_would_be_too_narrow_are_folded() -> None:
    document = table(tuple(f"column {n}" for n in range(10)))
    assert lines(document, 20) == ["column 0"] + [f"  column {n}" for n in range(1, 10)]


def test_two_tables_stand_apart() -> None:
    document = parsed("html", page("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>"))
    assert lines(document, 20) == ["a │ b", "", "c │ d"]


def test_marked_text_is_found_in_its_column() -> None:
    document = table(("name", WORDS))
    flow = Flow(document, 30)
    word = find(document, "thing")
    row = flow.row_at(flow.position_of(word.start))
    assert [run.end - run.start for run in row.cells_of(word)] == [len("thing")]
    assert row.cells_of(word)[0].start >= len("name │ ")
    assert row.pos_at(row.cells_of(word)[0].start) == word.start


CELLS = st.text(alphabet="ab שלאא\u0301 1,", max_size=12)


@examples(60)
@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=4),
    width=st.integers(1, 60),
    rtl=st.booleans(),
)
def test_rows_cover_their_blocks_and_are_found_again(rows: list[list[str]], width: int, *, rtl: bool) -> None:
    document = table(*map(tuple, rows), attributes="dir=rtl" if rtl else "")
    flow = Flow(document, width)
    for index, block in enumerate(document.blocks):
        shown = [row for row in flow.rows_of(index) if row.line]
        assert "".join(document.slice(row.range) for row in shown) == document.slice(block.range)
        assert [flow.row_at(flow.position_of(row.range.start)).range for row in shown] == [row.range for row in shown]
        narrow = max(row.line.width for row in shown if row.line) > width
        assert not narrow or width < 3


@pytest.mark.parametrize("width", [1, 30, 80])
def test_a_screen_of_a_large_table_costs_a_screen(width: int) -> None:
    document = table(*[("name", str(number), WORDS) for number in range(3000)])
    assert len(Flow(document, width).window(document.blocks[1500].range.start, 20)) == 20


def test_no_word_is_cut_in_a_cell_while_cells_can_stand_below_each_other() -> None:
    words = "transliteration internationalisation representation"
    document = parsed("csv", f"{words},{words},{words}\n{words},x,{words}\n")
    for width in range(24, 160, 9):
        text = "\n".join(line.text for line in printed_lines(document, width))
        for word in words.split():
            assert text.count(word) >= 5, width
