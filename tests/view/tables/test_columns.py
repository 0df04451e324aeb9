"""How wide columns are, and which form a table has at a width."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Alignment, Direction, range_of
from reader.model.blocks import Cell
from reader.view.tables.columns import Columns, TableForm, columns_of
from reader.view.tables.measure import SEPARATOR, Measure, measured
from tests.formats.making import parsed
from tests.view.tables.drawing import made

GAP = len(SEPARATOR)
NATURAL = st.lists(st.integers(1, 300), min_size=1, max_size=60)


def measure_of(natural: list[int], least: list[int] | None = None) -> Measure:
    least = least or [min(8, column) for column in natural]
    return Measure(tuple(natural), tuple(least), (None,) * len(natural), ("",) * len(natural), 0)


@given(natural=NATURAL, room=st.integers(1, 200), sideways=st.sampled_from([None, True, False]))
def test_columns_fill_the_room_and_no_more_and_cut_no_word(
    natural: list[int], room: int, *, sideways: bool | None
) -> None:
    measure = measure_of(natural)
    columns = columns_of(measure, room, sideways=sideways)
    widths = columns.widths
    if columns.form is TableForm.CARDS:
        assert sum(measure.least) + GAP * (len(natural) - 1) > room or room < 6 * len(natural) + GAP * len(natural)
        return
    assert all(least <= width <= column for least, width, column in zip(measure.least, widths, natural, strict=True))
    if columns.form is TableForm.BESIDE:
        assert columns.width == min(room, sum(natural) + GAP * (len(natural) - 1))
    else:
        assert sideways is not False
        assert max(widths[1:]) <= room - widths[0] - GAP


def test_a_long_text_gives_way_before_short_ones() -> None:
    short, long, longer = columns_of(measure_of([10, 100, 400]), 80, sideways=None).widths
    assert short == 10
    assert long < longer < 3 * long


def test_a_table_is_scrolled_only_where_words_would_be_cut() -> None:
    measure = measure_of([20] * 10, [12] * 10)
    forms = {room: columns_of(measure, room, sideways=None).form for room in (300, 200, 150, 146, 80, 40, 30, 20, 5, 1)}
    assert [forms[room] for room in (300, 200, 150)] == [TableForm.BESIDE] * 3
    assert [forms[room] for room in (146, 80, 40)] == [TableForm.SIDEWAYS] * 3
    assert [forms[room] for room in (30, 20, 5, 1)] == [TableForm.CARDS] * 4
    assert columns_of(measure, 146, sideways=False).form is TableForm.CARDS
    assert columns_of(measure, 150, sideways=True).form is TableForm.SIDEWAYS


@given(natural=st.lists(st.integers(1, 60), min_size=3, max_size=60), room=st.integers(30, 120))
def test_every_column_is_reached_by_scrolling_there_and_back(natural: list[int], room: int) -> None:
    columns = columns_of(measure_of(natural), room, sideways=True)
    if columns.form is not TableForm.SIDEWAYS:
        return
    seen: list[tuple[int, int]] = []
    shift = 0
    while not seen or columns.in_sight(shift) != seen[-1]:
        seen.append(columns.in_sight(shift))
        shift = columns.shift_after(shift, onwards=True)
    assert seen[0][0] == 1
    assert seen[-1][1] == len(natural) - 1
    assert all(following[0] <= before[1] + 1 for before, following in pairwise(seen))
    back = [columns.in_sight(shift)]
    while back[-1][0] > 1:
        shift = columns.shift_after(shift, onwards=False)
        back.append(columns.in_sight(shift))
        assert back[-2][0] - 1 <= back[-1][1]
        assert back[-1] < back[-2]


def test_what_a_column_needs_is_measured_by_its_words_and_lines() -> None:
    address = "https://example.org/a/very/long/way"
    document = parsed("html", f"<table><tr><td>one two<br>seven<td>漢字仮名交じり文<td>{address}</table>")
    block = document.blocks[0]
    assert block.row
    measure = measured(document, block.row.table)
    assert measure.natural == (7, 16, len(address))
    assert measure.least[:2] == (5, 2)
    assert measure.least[2] < 20


def test_what_reaches_over_columns_widens_them() -> None:
    document = made([["a wide heading", "x"], ["1", "2", "3"]], spans=(2,))
    block = document.blocks[0]
    assert block.row
    measure = measured(document, block.row.table)
    assert sum(measure.natural[:2]) + GAP == len("a wide heading")
    assert sum(measure.least[:2]) + GAP >= len("heading")
    assert measure.names == ("a wide heading", "a wide heading", "x")


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        (["1", "22", "3,5"], Alignment.RIGHT),
        (["١", "٢٢", "—", "٪٣"], Alignment.RIGHT),
        (["1", "two"], None),
        (["—", "-"], None),
    ],
)
def test_numbers_have_their_units_below_each_other(cells: list[str], side: Alignment | None) -> None:
    document = made([["number", "x"], *([cell, "x"] for cell in cells)])
    block = document.blocks[0]
    assert block.row
    assert measured(document, block.row.table).sides == (side, None)


@pytest.mark.parametrize("direction", list(Direction))
def test_start_and_end_go_by_the_direction_of_the_cell(direction: Direction) -> None:
    columns = Columns(TableForm.BESIDE, (9,), (3,), (None,), ("",), 9)
    cell = Cell(range_of(0, 1), 0, 1, direction)
    sides = {one: columns.side_of(cell._replace(alignment=one)) for one in (None, *Alignment)}
    start, end = (Alignment.RIGHT, Alignment.LEFT) if direction.is_rtl else (Alignment.LEFT, Alignment.RIGHT)
    assert sides[None] == sides[Alignment.START] == start
    assert sides[Alignment.END] == end
    assert [sides[one] for one in (Alignment.LEFT, Alignment.RIGHT, Alignment.CENTER)] == list(Alignment)[2:]
