"""The section tree filtered by what one types."""

from reader.view.arrange import PaneName
from tests.samples import article
from tests.view.replaying import Replay


def shown(replay: Replay) -> list[str]:
    return [item.text.text for item in replay.workspace.sections.model.items]


def filtering(*keys: str) -> Replay:
    replay = Replay.of(article(), (80, 24))
    replay.press("s", "/", *keys)
    assert replay.workspace.focus == PaneName.SECTIONS
    return replay


def test_only_the_sections_that_match_are_shown_and_enter_goes_there() -> None:
    replay = filtering(*"llamacon")
    assert len(shown(replay)) == 1
    replay.press("enter", "enter")
    document = replay.workspace.document
    assert "LlamaCon" in document.slice(replay.workspace.reading.section.title)


def test_giving_up_shows_all_of_them() -> None:
    every = len(shown(filtering()))
    replay = filtering(*"ميتا")
    assert 0 < len(shown(replay)) < every
    replay.press("escape")
    assert len(shown(replay)) == every
    assert replay.workspace.focus == PaneName.SECTIONS


def test_a_filter_that_stands_is_taken_back_by_escape() -> None:
    replay = filtering(*"ميتا", "enter")
    few = len(shown(replay))
    replay.press("escape")
    assert len(shown(replay)) > few
    assert replay.workspace.focus == PaneName.SECTIONS


def test_where_none_matches_the_pane_stays_and_says_so() -> None:
    replay = filtering(*"xyzzy")
    assert shown(replay) == []
    assert replay.workspace.focus == PaneName.SECTIONS
    assert replay.workspace.sections.content(replay.workspace.messages).empty == "No section matches"
    replay.press("enter", "enter", "escape")
    assert shown(replay)
