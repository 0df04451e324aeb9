"""The text scrolls by itself, as fast as its reader reads, and stops."""

from reader.view.effects import Wait
from reader.view.events import Waited
from tests.samples import article
from tests.view.replaying import Replay


def waits(replay: Replay) -> list[Wait]:
    return [effect for effect in replay.asked if isinstance(effect, Wait)]


def over(replay: Replay) -> None:
    """The time that was waited for last is over."""
    last = waits(replay)[-1]
    replay.happen(Waited(last.document, last.run))


def test_lines_pass_at_the_readers_pace() -> None:
    replay = Replay.of(article())
    replay.press("P")
    tops = [replay.workspace.reading.shown_top]
    for _ in range(6):
        over(replay)
        tops.append(replay.workspace.reading.shown_top)
    assert tops == sorted(set(tops))
    assert len(waits(replay)) == 7
    assert all(0.5 <= wait.seconds <= 10 for wait in waits(replay))
    assert len({wait.seconds for wait in waits(replay)}) > 1


def test_it_stops_by_its_key_and_by_escape_and_late_answers_do_nothing() -> None:
    for key in ("P", "escape"):
        replay = Replay.of(article())
        replay.press("P", key)
        here = replay.workspace.reading.shown_top
        over(replay)
        assert replay.workspace.reading.shown_top == here
        assert len(waits(replay)) == 1
        stale = waits(replay)[0]
        replay.press("P")
        replay.happen(Waited(stale.document, stale.run))
        assert replay.workspace.reading.shown_top == here


def test_behind_a_list_it_stands_still_and_goes_on_after_it() -> None:
    replay = Replay.of(article())
    replay.press("P", "?")
    here = replay.workspace.reading.shown_top
    over(replay)
    assert replay.workspace.reading.shown_top == here
    replay.press("escape")
    over(replay)
    assert replay.workspace.reading.shown_top > here


def test_at_the_end_it_ends() -> None:
    replay = Replay.of(article())
    replay.press("G", "P")
    for _ in range(200):
        if not replay.workspace.scrolling:
            break
        over(replay)
    assert not replay.workspace.scrolling
    assert replay.workspace.notice
