"""Every form of a table: nothing lost, and everything that is marked over its own letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Pos, range_of
from reader.view.flow import Flow
from reader.view.page import pos_under
from reader.view.reading_state import ReadingState
from tests.formats.making import page, parsed
from tests.view.tables.drawing import ROWS, Rows, drawn, lit, made, pos_of, screen

FORMS = st.sampled_from([None, True, False])
STATIONS = [
    ["station", "opened", "passengers", "neighbours", "administration", "telephone", "remarks"],
    ["North Gate", "1901", "12,400", "Old Market and Riverside", "headquarters", "5550101", "renovated entirely"],
    ["South Gate", "1932", "8,050", "Hill", "headquarters", "5550102", "closed"],
]


@settings(max_examples=80, deadline=None)
@given(rows=ROWS, width=st.integers(1, 70), rtl=st.booleans(), sideways=FORMS, span=st.integers(1, 3))
def test_nothing_is_lost_and_everything_is_found(
    rows: Rows, width: int, span: int, *, sideways: bool | None, rtl: bool
) -> None:
    document = made(rows, rtl=rtl, spans=(1, span))
    flow = Flow(document, width, sideways=sideways)
    for index, block in enumerate(document.blocks):
        found = list(flow.rows_of(index))
        text = document.slice(block.range)
        shown = [row for row in found if row.line]
        assert "".join(document.slice(row.range) for row in shown) == text
        assert [row.place for row in found] == [flow.row_at(row.place).place for row in found]
        assert [flow.row_at(flow.position_of(row.range.start)) for row in shown] == shown
        for at, character in enumerate(text):
            row = flow.row_at(flow.position_of(Pos(block.range.start + at)))
            if character.isspace() or row.line is None:
                continue
            over = [one for one in row.line.clusters if one.start <= at < one.end]
            assert len(over) == 1
            if character.isascii() and character.isalnum() and over[0].end == at + 1:
                assert over[0].shape == character


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(4, 90),
    sideways=FORMS,
    rtl=st.booleans(),
    word=st.sampled_from(sorted({word for row in STATIONS for cell in row for word in cell.split()})),
)
def test_what_is_jumped_to_is_lit_and_found_under_its_cells(
    width: int, word: str, *, sideways: bool | None, rtl: bool
) -> None:
    document = made(STATIONS, rtl=rtl)
    reading = ReadingState(Flow(document, width, sideways=sideways), height=50)
    target = pos_of(document, word)
    reading = reading.jumped(target)
    row = reading.flow.row_at(reading.flow.position_of(target.start))
    if target.end <= row.extent.end and row.line and row.line.width <= width:
        assert lit(reading) == word
    number = next(n for n, other in enumerate(reading.rows()) if other.place == row.place)
    column = screen(reading)[number].index(word[:2])
    pos = pos_under(reading, width + 3, column, number)
    assert pos is not None
    assert document.slice(range_of(pos, pos + 2)) == word[:2]


@pytest.mark.parametrize("rtl", [False, True])
def test_no_word_is_cut_where_columns_stand_beside_each_other(*, rtl: bool) -> None:
    document = made(STATIONS, rtl=rtl)
    for width in range(72, 140, 3):
        text = " ".join(drawn(document, width)).replace("│", " ").split()
        for word in {word for row in STATIONS for cell in row for word in cell.split()}:
            assert word in text, width


def test_text_stands_at_the_side_its_column_states() -> None:
    rows = "<tr><td align=left>a<td align=center>b<td align=right>c<td>d"
    words = "<tr><td>wide<td>wide<td>wide<td>wide"
    ltr = drawn(parsed("html", page(f"<table dir=ltr>{words}{rows}</table>")), 40)
    assert ltr[1] == "a    │  b   │    c │ d   "
    rtl = drawn(parsed("html", page(f"<table dir=rtl>{words}{rows}</table>")), 40)
    assert rtl[1].strip() == "d    │    c │   b  │ a"


def test_a_card_names_what_it_says() -> None:
    assert drawn(made(STATIONS), 34)[-7:] == [
        "station:       South Gate",
        "  opened:      1932",
        "  passengers:  8,050",
        "  neighbours:  Hill",
        "  administra…: headquarters",
        "  telephone:   5550102",
        "  remarks:     closed",
    ]


def test_a_card_from_right_to_left_begins_at_the_right() -> None:
    names = ["city", "שנה", "remarks", "people"]
    document = made([names, ["שלום", "1932", "goes on", ""]], rtl=True)
    assert drawn(document, 23)[-3:] == [
        "        םולש      :city",
        "        1932     :הנש  ",
        "     goes on :remarks  ",
    ]


def test_where_a_value_leaves_no_room_its_name_stands_above() -> None:
    document = made([["name", "remark"], ["x", "internationalisation goes"]])
    assert drawn(document, 22) == ["name    remark", "name:     x", "  remark:", "  internationalisation", "  goes"]


def test_a_table_in_a_window_of_one_cell_is_there() -> None:
    document = made(STATIONS)
    reading = ReadingState(Flow(document, 1, sideways=None), height=1)
    for _ in range(40):
        assert len(screen(reading)) == 1
        reading = reading.moved(1)
