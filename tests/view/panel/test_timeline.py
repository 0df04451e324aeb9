"""The time line: where dates fall on it, and how it is drawn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.locale import Messages
from reader.model import Direction, FactKind
from reader.view.panel.timeline import MarksRow, TimeLine, YearsRow, dated
from reader.view.styled import TextRole, row_width
from tests.view.panel.stated import dates, fact, text_of

ISO = st.one_of(
    st.builds("{:04}".format, st.integers(1, 9999)),
    st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12)),
    st.builds("{:04}-{:02}-{:02}".format, st.integers(1, 2100), st.integers(1, 12), st.integers(1, 31)),
    st.builds("{:04}/{:04}".format, st.integers(1, 2100), st.integers(1, 2100)),
    st.sampled_from(["XXXX-04-29", "199X", "18XX", "-0044", "2024-Q4", "2024-W10", "nonsense", ""]),
)


@pytest.mark.parametrize("value", ["XXXX-04-29", "199X", "18XX", "XX9X", "", "XXXX-04/XXXX-05", "T12:00"])
def test_a_date_without_its_year_has_no_place(value: str) -> None:
    assert dated(dates(value)) == ()


@pytest.mark.parametrize(
    ("value", "year"),
    [
        ("2024", 2024.0),
        ("2024-07", 2024.5),
        ("2024-Q3", 2024.5),
        ("-0044", -44.0),
        ("2024-07-01T10:00", 2024.5),
        ("2024-07/2025-01", 2024.5),
    ],
)
def test_a_date_stands_at_its_start(value: str, year: float) -> None:
    (found,) = dated(dates(value))
    assert found.start == pytest.approx(year, abs=0.01)


def test_other_calendars_stand_at_their_gregorian_equivalent() -> None:
    hijri = fact(0, value="1445-09", calendar="islamic", gregorian="2024-03-11/2024-04-09")
    (found,) = dated([hijri])
    assert found.start == found.end == pytest.approx(2024.19, abs=0.01)
    assert dated([fact(0, value="1445", calendar="islamic")]) == ()


def test_only_dates_are_dates() -> None:
    assert dated([fact(0, FactKind.NUMBER, 2024), fact(9, FactKind.QUOTED_TERM, "2024")]) == ()


@settings(deadline=None)
@given(st.lists(ISO, max_size=30), st.integers(1, 60))
def test_every_date_has_a_mark_and_every_mark_a_cell(values: list[str], width: int) -> None:
    line = TimeLine(dates(*values))
    scale = line.scale(width)
    assert sum(len(mark.dates) for mark in scale.marks) == len(line.dates)
    columns = [mark.column for mark in scale.marks]
    assert columns == sorted(set(columns))
    assert all(0 <= column < width for column in columns)
    # Time runs one way.
    times = [each.start for mark in scale.marks for each in mark.dates]
    assert times == sorted(times)
    for direction in Direction:
        row = MarksRow(line, 0, frozenset()).painted(width, direction, (TextRole.TEXT,))
        assert row_width(row) == width
        if line.has_span:
            assert row_width(YearsRow(line, Messages("fa")).painted(width, direction, ())) == width


def test_a_right_to_left_line_is_the_mirror_image() -> None:
    line = TimeLine(dates("0762", "1917", "1932", "1957", "2005", "2021", "2030"))
    marks = MarksRow(line, 0, frozenset())
    there, back = (marks.painted(26, direction, ()) for direction in (Direction.LTR, Direction.RTL))
    assert text_of(there)[::-1].replace("╱", "╲") == text_of(back)
    years = text_of(YearsRow(line, Messages("en")).painted(26, Direction.RTL, ()))
    assert years.index("2030") < years.index("762")


def test_one_year_of_long_ago_does_not_press_the_others_together() -> None:
    values = ("0762", "2001", "2003", "2005", "2007", "2009", "2011")
    broken = TimeLine(dates(*values)).scale(30)
    assert len(broken.stretches) == 2
    assert len(broken.marks) == len(values)
    even = TimeLine(dates("1923", "1925", "1948", "2004", "2011")).scale(30)
    assert len(even.stretches) == 1


def test_digits_are_the_interfaces() -> None:
    line = TimeLine(dates("1990", "2024"))
    assert "۲۰۲۴" in text_of(YearsRow(line, Messages("fa")).painted(26, Direction.RTL, ()))
    assert "٢٠٢٤" in text_of(YearsRow(line, Messages("ar")).painted(26, Direction.RTL, ()))


def test_within_a_year_the_months_are_named() -> None:
    line = TimeLine(dates("2024-02-10", "2024-11-20"))
    assert text_of(YearsRow(line, Messages("en")).painted(26, Direction.LTR, ())).split() == ["2024/02", "2024/11"]


def test_a_mark_is_as_high_as_there_are_dates() -> None:
    line = TimeLine(dates("1990", "2000", "2000", "2000", "2010"))
    row = text_of(MarksRow(line, 0, frozenset()).painted(30, Direction.LTR, ()))
    assert row.count("█") == 1
    assert row[0] == row[-1] == "▃"


def test_a_range_covers_its_cells() -> None:
    line = TimeLine(dates("1990", "2000/2010", "2020"))
    row = MarksRow(line, 0, frozenset()).painted(31, Direction.LTR, ())
    covered = {i for i, piece in enumerate(row) if TextRole.GRAPH in piece.roles and piece.text == "▁"}
    assert covered == set(range(11, 21))


def test_the_nearest_mark_is_pointed_at() -> None:
    line = TimeLine(dates("1990", "2000", "2020"))
    marks = MarksRow(line, 0, frozenset())
    for direction in Direction:
        cells = text_of(marks.painted(31, direction, ()))
        for number, at in enumerate(sorted((i for i, c in enumerate(cells) if c != "▁"), reverse=direction.is_rtl)):
            assert marks.mark_at(at, 31, direction) == number


def test_fewer_than_two_times_are_no_line() -> None:
    assert not TimeLine([]).has_span
    assert not TimeLine(dates("2024", "2024")).has_span
    assert TimeLine(dates("2024", "2024-02")).has_span


def test_years_are_labelled_with_no_months_they_do_not_tell() -> None:
    line = TimeLine(dates("2023", "2024-Q4"))
    assert text_of(YearsRow(line, Messages("en")).painted(26, Direction.LTR, ())).split() == ["2023", "2024"]


@pytest.mark.parametrize("width", range(-1, 8))
def test_a_window_of_hardly_any_columns_has_a_line_of_as_many(width: int) -> None:
    line = TimeLine(dates("1917", "1932", "2005", "2021"))
    for base in Direction:
        for row in (MarksRow(line, 0, frozenset()), YearsRow(line, Messages("ar"))):
            assert sum(piece.width for piece in row.painted(width, base, ())) == max(0, width)
