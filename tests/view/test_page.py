"""The reading pane's rows: their parts in their places, and what hangs in the margins."""

import pytest

from reader.formats import parse_text
from reader.model import Document, Pos
from reader.text.layout import Justification, Margins
from reader.view.flow import Flow
from reader.view.page import GUTTER, column_start, column_width, page_margins, painted_page, pos_under
from reader.view.reading_state import ReadingState
from reader.view.styled import row_width
from tests.samples import article, english

QUOTES = "“He said so,” she said, “and they did, too.” ”He’ll go,” she said: “he must, or they will.” "
ENGLISH = parse_text(QUOTES * 12)
ARABIC = parse_text("«قال محمد»، ثم مضى: «إلى بيته»، وعاد؛ «ثم قال» لهم، و«مضى إلى بيته». " * 12)
PANES = [*range(1, 40), 60, 83, 84, 85, 86, 120]


def state_of(document: Document, pane: int, how: Justification = Justification.KASHIDA) -> ReadingState:
    width = column_width(pane)
    return ReadingState(Flow(document, width, justification=how, margins=page_margins(pane, width)), height=200)


def text_of(state: ReadingState, pane: int) -> list[str]:
    return ["".join(piece.text for piece in row) for row in painted_page(state, pane)]


@pytest.mark.parametrize("document", [article(), english(), ENGLISH, ARABIC])
@pytest.mark.parametrize("how", list(Justification))
def test_every_row_is_as_wide_as_the_pane(document: Document, how: Justification) -> None:
    for pane in PANES:
        if pane > GUTTER:
            assert {row_width(row) for row in painted_page(state_of(document, pane, how), pane)} == {pane}


@pytest.mark.parametrize(("document", "rtl"), [(ENGLISH, False), (ARABIC, True)])
def test_the_text_stands_where_it_does_without_hanging_signs(document: Document, rtl: bool) -> None:  # noqa: FBT001
    for pane in (40, 86, 100):
        width = column_width(pane)
        start = column_start(pane, width, rtl=rtl)
        state = state_of(document, pane)
        inner = [row.line.width - sum(row.line.hang) for row in state.rows() if row.line]
        assert width in inner
        for row, painted in zip(state.rows(), text_of(state, pane), strict=True):
            if row.line and row.line.hang.right:
                assert not painted[start + width].isspace()
            if row.line and row.line.hang.left:
                assert not painted[start - 1].isspace()


def test_signs_hang_on_both_sides_where_there_is_room_and_at_the_end_where_not() -> None:
    for document in (ENGLISH, ARABIC):
        sides = {}
        for pane in (60, 100):
            lines = [row.line for row in state_of(document, pane).rows() if row.line]
            starts, ends = zip(*(line.hang[:: -1 if line.base else 1] for line in lines), strict=True)
            sides[pane] = (max(starts), max(ends))
        assert sides == {60: (0, 1), 100: (1, 1)}


def test_the_bar_of_the_reading_position_stays_clear_of_what_hangs() -> None:
    pane = 100
    for document, bar in ((ENGLISH, "▌"), (ARABIC, "▐")):
        state = state_of(document, pane)
        for row in state.rows():
            here = ReadingState(state.flow, height=200, cursor=row.range.start)
            painted = text_of(here, pane)
            assert sum(bar in line for line in painted) == 1
            assert all(len(line) == len(other) for line, other in zip(painted, text_of(state, pane), strict=True))


def test_a_hanging_sign_is_pointed_at() -> None:
    pane = 100
    for document, rtl in ((ENGLISH, False), (ARABIC, True)):
        state = state_of(document, pane)
        start = column_start(pane, state.flow.width, rtl=rtl)
        for number, row in enumerate(state.rows()):
            if row.line and row.line.hang.left:
                pos = pos_under(state, pane, start - 1, number)
                hanging = next(cluster for cluster in row.line.clusters if cluster.width)
                assert pos == Pos(row.origin + hanging.start)


def test_rows_are_never_made_for_margins_that_are_not_there() -> None:
    for pane in PANES:
        width = column_width(pane)
        start, end = page_margins(pane, width)
        assert 0 <= start <= 1
        assert width + GUTTER + start + end <= max(pane, width + GUTTER)


def test_other_margins_lay_the_text_out_anew_and_keep_its_place() -> None:
    state = ReadingState(Flow(ENGLISH, 40, justification=Justification.SPACE), height=5)
    wider = state.resized(40, 5, Margins(1, 1))
    assert wider.flow.margins == Margins(1, 1)
    assert [row.range for row in wider.rows()] == [row.range for row in state.rows()]
    assert wider.resized(40, 5, Margins(1, 1)) is wider
