"""Of a text that is too long for all its facts they come where one reads."""

from collections.abc import Iterator

import pytest

from reader.facts import extract
from reader.model import Document, FactKind, Pos, range_of
from reader.view import effects as asked
from reader.view import fact_parts
from reader.view.arrange import PaneName
from reader.view.events import FactsFailed
from reader.view.facts_known import FactsFound, FactsProgressed
from reader.view.reading_position import facts_here
from reader.view.update import step
from tests.documents import document_of
from tests.view.replaying import Replay

LINES = 240
LINE = "Meta paid {} dollars in {}."
PART, KEPT, NEAR = 600, 3, 30


@pytest.fixture(autouse=True)
def short_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fact_parts, "LONG", 1000)
        patch.setattr(fact_parts, "PART", PART)
        patch.setattr(fact_parts, "NEAR", NEAR)
        patch.setattr("reader.view.fact_following.KEPT", KEPT)
        yield


def long_text() -> Document:
    return document_of(*(LINE.format(1000 + number, 1700 + number) for number in range(LINES)), language="en")


def begun() -> Replay:
    return Replay.of(long_text())


def years(replay: Replay) -> set[int]:
    return {int(str(fact.value)) for fact in replay.workspace.reading.facts if fact.kind is FactKind.DATE}


def jump(replay: Replay, pos: int) -> None:
    workspace = replay.workspace
    replay.workspace = workspace.with_reading(workspace.reading.jumped(range_of(pos, pos + 1)))
    replay.press("j")


def middle_of(part: int) -> int:
    return part * PART + PART // 2


def numbers(replay: Replay) -> set[int]:
    found = replay.workspace.found
    assert found is not None
    return {part.number for part in found.parts}


def test_facts_are_those_of_the_part_one_begins_in() -> None:
    replay = begun()
    assert numbers(replay) == {0}
    assert 1700 in years(replay)
    assert max(years(replay)) < 1740
    assert facts_here(replay.workspace.reading)
    assert "parts read so far" in replay.workspace.pane(PaneName.FACTS).heading(replay.workspace.messages).remark


def test_they_come_where_one_goes_and_beside_those_that_are_known() -> None:
    replay = begun()
    jump(replay, middle_of(8))
    assert numbers(replay) == {0, 8}
    assert {1700} <= years(replay)
    here = {fact.kind for fact in replay.workspace.reading.facts.overlapping(range_of(8 * PART, 9 * PART))}
    assert {FactKind.DATE, FactKind.MONEY} <= here
    starts = [fact.range.start for fact in replay.workspace.reading.facts]
    assert starts == sorted(starts)


def test_all_parts_together_say_what_the_whole_text_says() -> None:
    document = long_text()
    parts = range(len(document) // PART + 1)
    found = [
        fact_parts.PartFacts(number, extract(document, within=fact_parts.range_of_part(document, number)))
        for number in parts
    ]
    values = [(fact.kind, fact.range) for fact in fact_parts.facts_of(found) if fact.kind is not FactKind.TERM]
    assert values == [(fact.kind, fact.range) for fact in extract(document) if fact.kind is not FactKind.TERM]


def test_those_of_the_place_left_longest_ago_are_given_up() -> None:
    replay = begun()
    for part in (4, 8, 0, 6):
        jump(replay, middle_of(part))
    assert numbers(replay) == {6, 0, 8}
    jump(replay, middle_of(4))
    assert numbers(replay) == {4, 6, 0}


def test_near_an_edge_the_next_part_is_looked_through_too() -> None:
    replay = begun()
    replay.workspace = replay.workspace.with_reading(replay.workspace.reading.pointed(Pos(PART - NEAR // 2)))
    replay.press("escape")
    assert numbers(replay) == {0, 1}


def test_what_is_known_is_not_looked_for_again() -> None:
    replay = begun()
    jump(replay, middle_of(5))
    looked = replay.count(asked.FindFacts)
    jump(replay, middle_of(0))
    jump(replay, middle_of(5))
    assert replay.count(asked.FindFacts) == looked


def test_going_through_mentions_goes_on_to_those_that_became_known() -> None:
    replay = begun()
    workspace = replay.workspace.focused_on(PaneName.FACTS)
    group = next(
        group
        for kind, groups in workspace.panel.groupings.of(workspace.document.range).kinds.items()
        for group in groups
        if kind is FactKind.ORGANISATION
    )
    workspace = workspace.mention_moved(group, 1)
    replay.workspace = workspace
    jump(replay, middle_of(9))
    walked = replay.workspace.walked
    assert walked is not None
    assert len(walked.facts) > len(group.facts)
    replay.workspace = replay.workspace.hit_moved(-1)
    target = replay.workspace.reading.target
    assert target is not None
    assert target.start > 9 * PART - 100


def test_progress_shows_only_while_nothing_is_known_of_the_place() -> None:
    replay = begun()
    document = replay.workspace.document
    after, _ = step(replay.workspace, FactsProgressed(document, 0.5))
    assert after.panel.progress is None
    workspace = replay.workspace.with_reading(replay.workspace.reading.jumped(range_of(middle_of(7), middle_of(7) + 1)))
    after, effects = step(workspace, FactsProgressed(document, 0.5))
    assert after.panel.progress == 0.0
    assert [effect.part for effect in effects if isinstance(effect, asked.FindFacts)] == [7]
    again, effects = step(after, FactsProgressed(document, 0.5))
    assert again.panel.progress == 0.5
    assert not effects


def test_a_part_that_fails_leaves_the_others_and_is_not_tried_for_ever() -> None:
    replay = begun()
    workspace = replay.workspace.with_reading(replay.workspace.reading.jumped(range_of(middle_of(7), middle_of(7) + 1)))
    document = workspace.document
    after, _ = step(workspace, FactsProgressed(document, 0.5))
    failed, effects = step(after, FactsFailed(document, "ValueError"))
    assert not effects
    assert failed.found is not None
    assert [part.number for part in failed.found.parts] == [0]
    assert "ValueError" in failed.notice


def test_a_short_text_is_looked_through_whole() -> None:
    replay = Replay.of(document_of("Meta paid 5 dollars in 1999."))
    found = replay.workspace.found
    assert isinstance(found, FactsFound)
    assert not found.parts
    assert replay.count(asked.FindFacts) == 1
    assert "parts" not in replay.workspace.pane(PaneName.FACTS).heading(replay.workspace.messages).remark
