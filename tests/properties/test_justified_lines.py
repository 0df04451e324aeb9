"""What holds for justified lines of any text at any width."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text.justify import PROSE, filled
from reader.text.kashida import TATWEEL, opportunities
from reader.text.layout import NO_MARGINS, Cluster, Justification, Line, Margins, analyse
from tests.strategies import base_levels, texts, widths

rooms = st.builds(Margins, st.integers(0, 1), st.integers(0, 1))
hows = st.sampled_from([Justification.SPACE, Justification.KASHIDA])
ways = st.tuples(hows, rooms)
arabic = st.lists(
    st.sampled_from(
        [
            "السلام",
            "محمد",
            "لا",
            "الله",
            "سَلَّمَ",
            "كتاب",
            "نمی\u200cخواهم",
            "پښتو",
            "بـه",
            "Meta",
            "12",
            "،",
            "«نعم»،",
            '"لا".',
            "בית־ספר",
            " ",
            " ",
        ]
    ),
    max_size=40,
).map(" ".join)


def pairs(text: str, base: int, width: int, how: Justification, room: Margins = NO_MARGINS) -> list[tuple[Line, Line]]:
    paragraph = analyse(text, base)
    return list(zip(paragraph.wrap(width), paragraph.wrap(width, how, room), strict=True))


@given(st.one_of(texts, arabic), base_levels, widths, hows)
def test_a_justified_line_is_the_line_and_cells_that_stand_for_no_text(
    text: str, base: int, width: int, how: Justification
) -> None:
    for plain, line in pairs(text, base, width, how):
        assert line.width in {plain.width, width}
        assert tuple(cluster for cluster in line.clusters if cluster not in _added(line)) == plain.clusters
        for added in _added(line):
            assert set(added.shape) <= {" ", TATWEEL}
            assert added.width == len(added.shape) > 0
            if TATWEEL in added.shape:
                assert how is Justification.KASHIDA
                assert added.width <= PROSE.kashida


def _added(line: Line) -> list[Cluster]:
    return [cluster for cluster in line.clusters if cluster.start == cluster.end]


@given(st.one_of(texts, arabic), base_levels, widths, hows, rooms)
def test_hanging_signs_leave_the_text_and_its_breaks_as_they_were(
    text: str, base: int, width: int, how: Justification, room: Margins
) -> None:
    for plain, line in pairs(text, base, width, how, room):
        left, right = line.hang if base == 0 else reversed(line.hang)
        assert (line.start, line.end) == (plain.start, plain.end)
        assert tuple(cluster for cluster in line.clusters if cluster not in _added(line)) == plain.clusters
        assert 0 <= left <= room.start
        assert 0 <= right <= room.end
        column = line.width - left - right
        assert column in ({width} if right else {width, plain.width - left})


@given(st.one_of(texts, arabic), base_levels, widths, hows, rooms)
def test_every_cell_leads_to_text_of_the_line(
    text: str, base: int, width: int, how: Justification, room: Margins
) -> None:
    for _, line in pairs(text, base, width, how, room):
        starts = {cluster.start for cluster in line.clusters}
        for column in range(line.width):
            assert line.index_at(column) in starts or not starts


@given(st.one_of(texts, arabic), base_levels, widths, ways, st.data())
def test_the_cells_of_a_range_show_its_clusters_and_lead_back_into_it(
    text: str, base: int, width: int, way: tuple[Justification, Margins], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for plain, line in pairs(text, base, width, *way):
        shown = {c.start for c in line.clusters if c.width and c.start < end and start < c.end}
        assert {line.index_at(column) for run in line.cells_of(start, end) for column in range(*run)} == shown
        assert sum(run.end - run.start for run in plain.cells_of(start, end)) <= sum(
            run.end - run.start for run in line.cells_of(start, end)
        )


@given(arabic, st.integers(1, 40))
def test_nothing_stands_inside_a_lam_alef_or_beside_a_letter_that_does_not_join(text: str, more: int) -> None:
    plain = analyse(text, 1).wrap(10_000)[0]
    line = filled(plain, text, plain.width + more, Justification.KASHIDA)
    allowed = {place.at for place in opportunities(text)}
    in_order = sorted(line.clusters)
    for before, added, after in zip(in_order, in_order[1:], in_order[2:], strict=False):
        if added.start == added.end and TATWEEL in added.shape:
            assert added.start in allowed
            assert before.end == added.start == after.start
            assert text[after.start] not in "اأإآ" or text[before.start] != "ل"


@given(arabic, widths)
def test_resizing_there_and_back_gives_the_same_lines(text: str, width: int) -> None:
    paragraph = analyse(text, 1)
    first = list(paragraph.wrap(width, Justification.KASHIDA))
    list(paragraph.wrap(width + 7, Justification.KASHIDA))
    assert list(paragraph.wrap(width, Justification.KASHIDA)) == first


@given(st.text(alphabet="سلمه ا\u064e\u0640\u200c", max_size=60))
def test_there_is_one_place_a_word_at_most(text: str) -> None:
    for a, b in pairwise(opportunities(text)):
        assert not text[a.at : b.at].isalpha()
