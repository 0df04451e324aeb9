"""Rows that were painted before look as they would if they were painted now, and are painted once."""

import random

import pytest

from reader.values import replace
from reader.view import page
from reader.view.flow import Flow
from reader.view.page import painted_page
from reader.view.reading_state import ReadingState
from tests.samples import article
from tests.view.replaying import Replay

KEYS = (*"jjkjjmjhjnjuRMj]jNjUkkajBjjDjjKj", "space", "space", "escape", "backspace")


def anew(state: ReadingState) -> ReadingState:
    """The same text laid out by a flow that has painted nothing."""
    flow = state.flow
    fresh = Flow(
        flow.document,
        flow.width,
        marks=flow.marks,
        justification=flow.justification,
        margins=flow.margins,
        isolate=flow.isolate,
        sideways=flow.sideways,
        spacing=flow.spacing,
    )
    return replace(state, flow=fresh)


@pytest.mark.parametrize("seed", range(3))
def test_a_page_is_as_it_would_be_painted_now(seed: int) -> None:
    replay = Replay.of(article())
    replay.press("/", *"ميتا", "enter")
    keys = [*KEYS, *KEYS]
    random.Random(seed).shuffle(keys)  # noqa: S311 - nothing secret
    for key in keys:
        replay.press(key)
        if replay.workspace.prompt or replay.workspace.popup:
            replay.press("escape")
        reading = replay.workspace.reading
        assert painted_page(reading, 60) == painted_page(anew(reading), 60), key


def test_a_line_further_one_row_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    painted = 0
    really = page._painted_row

    def counted(*arguments: object) -> object:
        nonlocal painted
        painted += 1
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(page, "_painted_row", counted)
    replay = Replay.of(article())
    rows = []
    for key in ("j", "j", "k", "space"):
        replay.press(key)
        painted = 0
        painted_page(replay.workspace.reading, 60)
        rows.append(painted)
    assert rows[0] > 20
    assert rows[1] <= 3
    assert rows[2] <= 3
    assert rows[3] <= replay.workspace.reading.height
