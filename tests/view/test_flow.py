"""The flow: rows found from positions, whatever the width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import parse_text
from reader.model import Pos, range_of
from reader.view.flow import Flow
from tests.examples import examples
from tests.samples import article, english, find, pos_of

ARTICLE = article()


def rows_of_whole(flow: Flow) -> list[str]:
    return [
        flow.document.slice(row.range) if row.line else ""
        for i in range(len(flow.document.blocks))
        for row in flow.rows_of(i)
    ]


@pytest.mark.parametrize("width", [1, 7, 38, 80, 200])
def test_the_rows_rejoin_to_the_blocks(width: int) -> None:
    flow = Flow(ARTICLE, width)
    for index, block in enumerate(ARTICLE.blocks):
        joined = "".join(ARTICLE.slice(row.range) for row in flow.rows_of(index) if row.line)
        assert joined == ARTICLE.slice(block.range)


@pytest.mark.parametrize("width", [10, 38, 80])
def test_no_row_is_wider_than_the_column(width: int) -> None:
    flow = Flow(ARTICLE, width)
    rows = [row for i in range(len(ARTICLE.blocks)) for row in flow.rows_of(i)]
    assert all(row.offset + row.line.width <= width for row in rows if row.line)


def test_right_to_left_text_stands_at_the_right() -> None:
    flow = Flow(ARTICLE, 60)
    rows = [row for row in flow.rows_of(2) if row.line]
    assert all(row.line and row.offset + row.line.width == 60 for row in rows)


def test_left_to_right_text_stands_at_the_left() -> None:
    document = english()
    flow = Flow(document, 40)
    assert {row.offset for i in range(len(document.blocks)) for row in flow.rows_of(i)} == {0}


def test_a_position_is_shown_by_its_row() -> None:
    flow = Flow(ARTICLE, 50)
    needle = find(ARTICLE, "DeepSeek")
    row = flow.row_at(flow.position_of(needle.start))
    assert needle.start in row.range
    (cells,) = row.cells_of(needle)
    assert cells.end - cells.start == len("DeepSeek")


def test_the_cells_of_a_range_lead_back_into_it() -> None:
    flow = Flow(ARTICLE, 50)
    needle = find(ARTICLE, "(GDPR)")
    row = flow.row_at(flow.position_of(needle.start))
    for cells in row.cells_of(needle):
        for column in range(cells.start, cells.end):
            assert row.pos_at(column) in needle


@examples(60)
@given(st.integers(0, len(ARTICLE) - 1), st.integers(4, 120), st.integers(1, 50))
def test_walking_down_and_up_comes_back(pos: int, width: int, rows: int) -> None:
    flow = Flow(ARTICLE, width)
    place = flow.position_of(Pos(pos))
    there = flow.moved(place, rows)
    assert flow.moved(there, -flow.distance(place, there, 10_000)) == place


@examples(60)
@given(st.integers(0, len(ARTICLE) - 1), st.integers(4, 120))
def test_a_row_is_found_again_by_its_start(pos: int, width: int) -> None:
    flow = Flow(ARTICLE, width)
    place = flow.position_of(Pos(pos))
    assert flow.position_of(flow.start_of(place)) == place


def test_the_last_screen_is_full() -> None:
    flow = Flow(ARTICLE, 60)
    rows = flow.window(flow.last_top(20), 20)
    assert len(rows) == 20
    assert rows[-1].range.end == ARTICLE.blocks[-1].range.end


def test_a_document_without_blocks_has_no_rows() -> None:
    flow = Flow(parse_text(""), 40)
    assert flow.window(Pos(0), 10) == ()
    assert flow.last_top(10) == 0
    assert flow.top_moved(Pos(0), 5) == 0


def test_positions_outside_the_text_are_taken_to_its_ends() -> None:
    flow = Flow(ARTICLE, 60)
    assert flow.position_of(Pos(len(ARTICLE) + 99)).block == len(ARTICLE.blocks) - 1
    assert flow.row_at(flow.position_of(pos_of(ARTICLE, "LlamaCon:"))).cells_of(range_of(0, 3)) == ()
