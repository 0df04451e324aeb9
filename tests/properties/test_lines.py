"""What holds for the lines of any text at any width."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text.graphemes import boundaries
from reader.text.layout import Cells, Line, analyse
from reader.text.properties import WIDTH
from tests.strategies import base_levels, texts, widths

NEVER_PAINTED = {"Cc", "Cs", "Cf", "Zl", "Zp"}
right_to_left = st.text(alphabet="سلاأمه\u064e\u0651\u0670\u200c \u05d0\u05b8\u05bc،.()«»‘’12\u0600\u0301", max_size=60)
IN_EMOJI = {"\u200d", *map(chr, range(0xE0020, 0xE0080))}


def lines_of(text: str, base: int, width: int, *, marks: bool = True) -> list[Line]:
    return list(analyse(text, base, marks=marks).wrap(width))


@given(texts, base_levels, widths)
def test_lines_rejoin_to_the_paragraph_and_clusters_partition_it(text: str, base: int, width: int) -> None:
    lines = lines_of(text, base, width)
    assert lines
    at = 0
    for line in lines:
        assert line.start == at
        for cluster in sorted(line.clusters):
            assert cluster.start == at
            assert cluster.end > at
            at = cluster.end
        assert line.end == at
        assert line.end > line.start or not text
    assert at == len(text)


@given(texts, base_levels, widths)
def test_no_line_is_wider_than_the_width_unless_it_is_one_cluster(text: str, base: int, width: int) -> None:
    for line in lines_of(text, base, width):
        seen = [cluster for cluster in line.clusters if cluster.width]
        assert line.width <= width or len(seen) == 1


@given(texts, base_levels, widths)
def test_a_line_is_as_wide_as_its_clusters_and_white_space_at_its_end_hangs(text: str, base: int, width: int) -> None:
    for line in lines_of(text, base, width):
        assert line.width == sum(cluster.width for cluster in line.clusters)
        content = text[line.start : line.end].rstrip(" \n")
        assert not any(
            cluster.width or cluster.shape for cluster in line.clusters if cluster.start >= line.start + len(content)
        )


@given(st.one_of(texts, right_to_left), base_levels, widths, st.booleans())
def test_what_a_line_paints_is_what_its_clusters_show(text: str, base: int, width: int, marks: bool) -> None:  # noqa: FBT001
    """The text comes without the clusters, which are made when something is pointed at."""
    for line in lines_of(text, base, width, marks=marks):
        assert line.text == "".join(cluster.shape for cluster in line.clusters)


@given(texts, base_levels, widths)
def test_a_line_takes_the_next_word_when_it_fits(text: str, base: int, width: int) -> None:
    """Nothing is broken early: two lines together would be too wide, but for breaks that must be."""
    paragraph = analyse(text, base)
    lines = list(paragraph.wrap(width))
    wide = {line.end for line in paragraph.wrap(100_000)}
    for line, following in pairwise(lines):
        if line.end in wide or "\t" in text[line.start : following.end] or "\u00ad" in text[line.start : following.end]:
            continue
        together = paragraph.line(line.start, following.end)
        assert together.width > width


@given(texts, base_levels, widths)
def test_clusters_are_graphemes_cut_at_level_changes_or_lam_alef(text: str, base: int, width: int) -> None:
    ends = {0, *boundaries(text)}
    for line in lines_of(text, base, width):
        clusters = sorted(line.clusters)
        for cluster, following in pairwise(clusters):
            crlf = text[cluster.start : following.end] == "\r\n"
            assert cluster.end in ends or cluster.level != following.level or crlf
        for cluster in clusters:
            inside = [end for end in ends if cluster.start < end < cluster.end]
            assert all(text[cluster.start] == "ل" and text[end] in "اأإآ" for end in inside)


@given(texts, base_levels, widths)
def test_the_map_goes_both_ways(text: str, base: int, width: int) -> None:
    for line in lines_of(text, base, width):
        column = 0
        for cluster in line.clusters:
            cells = line.cells_of(cluster.start, cluster.end)
            assert cells == ((Cells(column, column + cluster.width),) if cluster.width else ())
            for inside in range(column, column + cluster.width):
                assert line.index_at(inside) == cluster.start
            for half in range(cluster.start, cluster.end):
                assert line.cells_of(half, half + 1) == cells
            column += cluster.width
        assert line.cells_of(line.start, line.end) == ((Cells(0, line.width),) if line.width else ())
        assert line.cells_of(line.end, line.end + 5) == line.cells_of(0, line.start) == ()
        assert line.index_at(-3) == line.index_at(0)
        assert line.index_at(line.width + 3) == line.index_at(max(0, line.width - 1))
        assert line.start <= line.index_at(0) <= line.end


@given(texts, base_levels, widths)
def test_cells_of_are_disjoint_runs_in_order_that_lead_back(text: str, base: int, width: int) -> None:
    for line in lines_of(text, base, width):
        middle = (line.start + line.end) // 2
        runs = line.cells_of(line.start, middle)
        assert all(a.end < b.start for a, b in pairwise(runs))
        for run in runs:
            for column in range(run.start, run.end):
                assert line.index_at(column) < middle


@given(texts, base_levels, widths)
def test_nothing_harmful_is_painted(text: str, base: int, width: int) -> None:
    for line in lines_of(text, base, width):
        for cluster in line.clusters:
            for char in cluster.shape:
                joins_emoji = char in IN_EMOJI and len(cluster.shape) > 1
                assert unicodedata.category(char) not in NEVER_PAINTED or joins_emoji, ascii(cluster)
            assert bool(cluster.shape) >= bool(cluster.width)
            assert len(cluster.shape) <= 34 or set(cluster.shape) == {" "}


@given(texts, base_levels, widths)
def test_what_takes_no_cell_is_nothing_but_marks(text: str, base: int, width: int) -> None:
    for line in lines_of(text, base, width):
        for cluster in line.clusters:
            if not cluster.width:
                assert all(WIDTH[ord(char)] == "0" for char in cluster.shape)


@given(texts, base_levels, widths)
def test_hidden_marks_change_no_source_range(text: str, base: int, width: int) -> None:
    shown, hidden = (list(analyse(text, base, marks=marks).wrap(100_000)) for marks in (True, False))
    assert [(line.start, line.end) for line in shown] == [(line.start, line.end) for line in hidden]
    for line in hidden:
        for cluster in line.clusters:
            assert not set(cluster.shape) & set("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u05b8\u05bc")
    rejoined = "".join(text[line.start : line.end] for line in analyse(text, base, marks=False).wrap(width))
    assert rejoined == text


@given(texts, base_levels, widths)
def test_lines_do_not_depend_on_the_order_they_are_asked_for(text: str, base: int, width: int) -> None:
    straight = list(analyse(text, base).wrap(width))
    lines = analyse(text, base).wrap(width)
    assert lines[len(straight) - 1] == straight[-1]
    assert [lines[row] for row in reversed(range(len(straight)))] == straight[::-1]
    for row, line in enumerate(straight):
        assert lines.row_of(line.start) == row


@given(texts, base_levels, widths)
def test_resizing_there_and_back_gives_the_same_lines(text: str, base: int, width: int) -> None:
    paragraph = analyse(text, base)
    before = list(paragraph.wrap(width))
    list(paragraph.wrap(width + 7))
    assert list(paragraph.wrap(width)) == before
