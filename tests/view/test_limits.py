"""What the view promises of its limits: rows above a jump's target, jumps one can go back through."""

from reader.formats import parse_text
from reader.model import Document, Pos, range_of
from reader.view.flow import Flow
from reader.view.reading_state import ReadingState

LINES: Document = parse_text("".join(f"The line that has the number {number}.\n\n" for number in range(600)))


def place(number: int) -> Pos:
    return Pos(LINES.slice(LINES.range).index(f"number {number}."))


def opened() -> ReadingState:
    return ReadingState(Flow(LINES, 60), 20, Pos(0), Pos(0))


def test_three_rows_stand_above_what_a_jump_leads_to() -> None:
    state = opened().jumped(range_of(place(300), place(300) + 6))
    shown = [row for row, _ in enumerate(state.rows()) if place(300) in state.rows()[row].range]
    assert shown == [3]


def test_two_hundred_jumps_are_kept_and_no_more() -> None:
    state = opened()
    for number in range(1, 252):
        state = state.jumped(range_of(place(number), place(number) + 6))
    backs = 0
    while (earlier := state.went_back()) is not state:
        state, backs = earlier, backs + 1
    assert backs == 200
    assert state.cursor != 0  # the oldest were let go
