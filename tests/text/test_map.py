"""From text to cells and back, where the two do not go one by one."""

import pytest

from reader.text.layout import Cells, Justification, Line, Margins, analyse

WAYS = [(Justification.NONE, Margins()), (Justification.SPACE, Margins(1, 1)), (Justification.KASHIDA, Margins(1, 1))]
WORDS = "قال محمد، ثم مضى إلى بيته. "
"""Words around what is tried, so that lines are filled and signs hang."""


def lines_of(text: str, width: int, base: int, way: tuple[Justification, Margins]) -> list[Line]:
    return list(analyse(text, base).wrap(width, *way))


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("cluster", "cells"),
    [
        ("لا", 1),
        ("لَا", 1),
        ("لَّأَ", 1),
        ("بَّ", 1),
        ("e\u0301", 1),
        ("שָׁ", 1),
        ("漢", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("🇸🇦", 2),
        ("❤\ufe0f", 2),
    ],
)
def test_a_part_of_a_cluster_is_the_whole_of_it(
    cluster: str, cells: int, base: int, way: tuple[Justification, Margins]
) -> None:
    text = f"{WORDS}{cluster} {WORDS * 2}"
    start = len(WORDS)
    for width in range(4, 40):
        line = next(line for line in lines_of(text, width, base, way) if line.start <= start < line.end)
        (whole,) = line.cells_of(start, start + len(cluster))
        assert whole.end - whole.start == cells
        for at in range(start, start + len(cluster)):
            assert line.cells_of(at, at + 1) == (whole,)
        for column in range(*whole):
            assert line.index_at(column) == start


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("way", WAYS)
def test_every_cell_of_a_tab_leads_to_it(base: int, way: tuple[Justification, Margins]) -> None:
    text = "אב\tab\tא"
    (line,) = lines_of(text, 60, base, way)
    for tab in (2, 5):
        (cells,) = line.cells_of(tab, tab + 1)
        assert cells.end - cells.start == 6
        assert {line.index_at(column) for column in range(*cells)} == {tab}


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u2029", "\n\n"])
def test_a_line_end_at_a_change_of_direction_has_no_cells(
    end: str, base: int, way: tuple[Justification, Margins]
) -> None:
    text = f"abc שלום{end}שלום abc"
    first, *_, last = lines_of(text, 60, base, way)
    at = len("abc שלום")
    assert first.cells_of(at, at + len(end)) == ()
    assert first.width == last.width == at
    assert first.cells_of(0, len(text)) == (Cells(0, 8),)
    assert {first.index_at(column) for column in range(-2, 12)} == set(range(at))
    word = len(text) - len("שלום abc")
    (cells,) = last.cells_of(word, word + 4)
    assert {last.index_at(column) for column in range(*cells)} == set(range(word, word + 4))


def test_a_range_that_is_broken_up_by_direction_has_several_stretches() -> None:
    text = "אבג abc 123 דהו"
    (line,) = lines_of(text, 60, 1, WAYS[0])
    inside = line.cells_of(2, 6)
    assert len(inside) == 2
    assert sorted(line.index_at(column) for cells in inside for column in range(*cells)) == [2, 3, 4, 5]


def test_what_fills_a_line_leads_to_the_letter_it_stands_before_and_adds_no_text() -> None:
    text = "من محمد إلى بيت خالد، ثم إلى غيره"
    line = next(line for line in lines_of(text, 22, 1, WAYS[2]) if "ـ" in line.text)
    added = [cluster for cluster in line.clusters if cluster.start == cluster.end]
    assert added
    columns = [0]
    for cluster in line.clusters:
        columns.append(columns[-1] + cluster.width)
    for cluster, column in zip(line.clusters, columns, strict=False):
        if cluster in added:
            assert {line.index_at(at) for at in range(column, column + cluster.width)} == {cluster.start}
    assert "".join(text[c.start : c.end] for c in sorted(line.clusters)) == text[line.start : line.end]
