"""Reading without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import parse_text
from reader.model import BlockKind, Pos, range_of
from reader.search import Index
from reader.view.flow import Flow
from reader.view.flow_row import FlowRow
from reader.view.hit_jumps import first_hit, next_hit
from reader.view.reading_state import ReadingState
from tests.examples import examples
from tests.samples import article, find

ARTICLE = article()
WIDTH, HEIGHT = 50, 20


def opened(pos: int = 0, width: int = WIDTH, height: int = HEIGHT) -> ReadingState:
    return ReadingState(Flow(ARTICLE, width), height, Pos(pos), Pos(pos))


def shown(state: ReadingState) -> str:
    rows = state.rows()
    return ARTICLE.slice(ARTICLE.range)[rows[0].range.start : rows[-1].range.end]


def test_a_line_down_scrolls_by_a_row() -> None:
    before = opened().rows()
    after = opened().moved(1).rows()
    assert after[: HEIGHT - 1] == before[1:]


def test_a_page_keeps_one_row_in_sight() -> None:
    before, after = opened().rows(), opened().paged(1).rows()
    assert after[0] == before[-1]


def is_heading(row: FlowRow) -> bool:
    return ARTICLE.blocks[row.block].kind is BlockKind.HEADING


def has_lone_heading(state: ReadingState) -> bool:
    """Whether a heading is the last that is seen, though something stands under it."""
    rows = state.rows()
    last = next(row for row in reversed(rows) if row.line)
    return is_heading(last) and rows[-1].range.end < ARTICLE.blocks[-1].range.end


@examples(200)
@given(
    st.integers(0, len(ARTICLE) - 1),
    st.integers(30, 90),
    st.integers(16, 60),
    st.sampled_from(["opened", "start", "end", "jump", "section", "back", "page", "page back", "search", "resized"]),
)
def test_no_page_ends_with_a_heading_however_one_came_to_it(pos: int, width: int, height: int, way: str) -> None:
    state = opened(pos, width, height)
    target = range_of((pos * 7919) % len(ARTICLE), (pos * 7919) % len(ARTICLE) + 1)
    match way:
        case "start":
            state = state.to_start()
        case "end":
            state = state.to_end()
        case "jump":
            state = state.jumped(target)
            assert state.rows()[0].range.start <= target.start < state.rows()[-1].range.end
        case "section":
            state = state.section_moved(1)
        case "back":
            state = state.jumped(target).went_back()
        case "page":
            state = state.paged(1)
        case "page back":
            state = state.paged(-1)
        case "search":
            state = next_hit(first_hit(state, Index(ARTICLE).find("ميتا"), state.viewpoint), 1)
        case "resized":
            state = state.resized(width - 3, height - 1)
    assert not has_lone_heading(state)


def test_scrolling_shows_a_heading_as_soon_as_it_comes() -> None:
    state = opened(0, 50, 20)
    last = []
    for _ in range(60):
        state = state.moved(1)
        assert len(state.rows()) == 20
        last.append(state.rows()[-1])
    assert any(row.line and is_heading(row) for row in last)


def test_a_screen_of_hardly_more_than_headings_shows_them() -> None:
    document = parse_text(
        "One heading\n\nAnother heading\n\nA third heading\n\nAnd then a sentence, which ends here.\n"
    )
    state = ReadingState(Flow(document, 60), 4)
    assert len(state.rows()) == 4


@pytest.mark.parametrize("width", [30, 50, 80])
@pytest.mark.parametrize("height", range(9, 30))
@pytest.mark.parametrize("pages", [1, -1])
def test_a_page_never_ends_with_a_heading_and_nothing_is_passed_over(width: int, height: int, pages: int) -> None:
    state = opened(0 if pages > 0 else len(ARTICLE) - 1, width, height).resized(width, height)
    state = state if pages > 0 else state.to_end()
    kinds = [block.kind for block in ARTICLE.blocks]
    while True:
        before, state = state, state.paged(pages)
        if state == before:
            break
        seen, shown_now = before.rows(), state.rows()
        assert (shown_now[0] in seen) if pages > 0 else (shown_now[-1].range.end >= seen[0].range.start)
        last = next(row for row in reversed(shown_now) if row.line)
        assert kinds[last.block] is not BlockKind.HEADING or state.top == 0
    reached = state.rows()[-1].range.end if pages > 0 else state.top
    assert reached == (ARTICLE.blocks[-1].range.end if pages > 0 else 0)


def test_a_page_of_nothing_but_headings_moves_on() -> None:
    text = "\n\n".join(f"1.{n} Heading number {n}" for n in range(40)) + "\n\nAnd one sentence, which ends here.\n"
    document = parse_text(text)
    state = ReadingState(Flow(document, 40), 10)
    for _ in range(40):
        state = state.paged(1)
    assert state.rows()[-1].range.end == document.blocks[-1].range.end


def test_the_end_is_reached_and_left_again() -> None:
    end = opened().to_end()
    assert end.cursor == end.rows()[-1].range.start
    assert end.moved(1).cursor == end.cursor
    walked = end.moved(-1)
    assert walked.top == end.top
    assert walked.cursor < end.cursor


def test_every_row_can_be_stood_on() -> None:
    state, visited = opened(), set()
    for _ in range(2000):
        visited.add(state.flow.position_of(state.cursor))
        after = state.moved(1)
        if after == state:
            break
        state = after
    lines = {
        state.flow.position_of(row.range.start)
        for i in range(len(ARTICLE.blocks))
        for row in state.flow.rows_of(i)
        if row.line
    }
    assert lines <= visited


def test_a_jump_is_highlighted_and_can_be_undone() -> None:
    start = opened().moved(7)
    target = find(ARTICLE, "اللائحة العامة لحماية البيانات")
    there = start.jumped(target)
    assert there.target == target
    assert any(row.cells_of(target) for row in there.rows())
    back = there.went_back()
    assert (back.top, back.cursor) == (start.top, start.cursor)
    assert back.went_forward().cursor == target.start


def test_a_target_on_the_screen_does_not_scroll() -> None:
    state = opened()
    assert state.jumped(find(ARTICLE, "WhatsApp")).top == state.top


def test_sections_are_walked_one_by_one() -> None:
    state, titles = opened(), []
    while (after := state.section_moved(1)) is not state:
        state = after
        titles.append(state.section.title)
    assert titles == [section.title for section in ARTICLE.sections[1:]]
    assert state.section_moved(-1).section.title == ARTICLE.sections[-2].title


def test_the_cursor_knows_its_section() -> None:
    state = (
        opened().jumped(find(ARTICLE, "15 / 1"))
        if "15 / 1" in shown(opened())
        else opened().jumped(find(ARTICLE, "29 أبريل"))
    )
    assert ARTICLE.slice(state.section.title).startswith("LlamaCon:")


@examples(40)
@given(st.integers(0, len(ARTICLE) - 1), st.integers(12, 120), st.integers(3, 60))
def test_resizing_there_and_back_keeps_the_place(pos: int, width: int, height: int) -> None:
    state = opened(pos)
    rows = state.rows()
    there = state.resized(width, height)
    assert there.rows()[0].range.start <= there.cursor <= there.rows()[-1].range.end
    back = there.resized(WIDTH, HEIGHT)
    if there.top == state.top:
        assert back.rows() == rows


@examples(40)
@given(
    st.lists(
        st.sampled_from(["down", "up", "page", "back page", "section", "before", "end", "start", "back"]), max_size=25
    )
)
def test_the_cursor_is_always_on_the_screen(steps: list[str]) -> None:
    state = opened()
    for step in steps:
        match step:
            case "down":
                state = state.moved(1)
            case "up":
                state = state.moved(-1)
            case "page":
                state = state.paged(1)
            case "back page":
                state = state.paged(-1)
            case "section":
                state = state.section_moved(1)
            case "before":
                state = state.section_moved(-1)
            case "end":
                state = state.to_end()
            case "start":
                state = state.to_start()
            case "back":
                state = state.went_back()
        rows, whole = state.rows(), state.flow.window(state.shown_top, HEIGHT)
        assert len(whole) == HEIGHT
        assert rows == whole[: len(rows)]
        assert all(row.line is None or is_heading(row) for row in whole[len(rows) :])
        assert rows[0].range.start <= state.cursor <= rows[-1].range.end


def test_an_empty_document_can_be_walked() -> None:
    state = ReadingState(Flow(parse_text(""), 40), 10)
    for step in (
        state.moved(1),
        state.paged(-1),
        state.to_end(),
        state.section_moved(1),
        state.went_back(),
        state.resized(9, 3),
    ):
        assert step.rows() == ()
    assert state.chosen.length == 0


def test_the_sentence_is_that_of_the_cursor() -> None:
    state = opened().jumped(find(ARTICLE, "كل هذا متاح"))
    assert ARTICLE.slice(state.chosen) == "كل هذا متاح مجانًا بموجب ترخيص مملوك."
