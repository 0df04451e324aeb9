"""A fact is questioned, hidden in its document, remembered and brought back."""

import pytest

from reader.model import Fact, FactKind
from reader.store import AnnotationKind, Store
from reader.view.arrange import PaneName
from reader.view.keys import Action
from reader.view.panel.grouping import FIRST, FOLDED
from reader.view.panel.line_keys import LineKey, Part
from reader.view.reading_position import facts_here
from tests.samples import article
from tests.view.replaying import Replay


def on_name(replay: Replay) -> Fact:
    """The panel's cursor on a name that is mentioned more than once."""
    workspace = replay.workspace.focused_on(PaneName.FACTS)
    if not workspace.panel.whole:
        workspace = workspace.scope_toggled()
    groups = workspace.panel.grouping.kinds[FactKind.ORGANISATION]
    group = next(group for group in groups if len(group.facts) > 1)
    key = LineKey(Part.GROUP, group.kind, group.key)
    replay.workspace = workspace.with_panel(workspace.panel.with_model(workspace.panel.model.at_key(key)))
    return group.first


def names(replay: Replay) -> set[str]:
    return {fact.entity for fact in replay.workspace.reading.facts if fact.kind is FactKind.ORGANISATION}


def test_it_says_why_and_hides_the_name_when_asked_again() -> None:
    store = Store.in_memory()
    replay = Replay.of(article(), store=store)
    fact = on_name(replay)
    replay.press("r")
    assert replay.workspace.messages.text(f"reason.{fact.reason or 'kind'}") in replay.workspace.notice
    assert fact.entity in names(replay)
    replay.press("r")
    assert fact.entity not in names(replay)
    panel = replay.workspace.panel
    assert not any(group.key == fact.entity for group in panel.grouping.kinds.get(FactKind.ORGANISATION, ()))
    (kept,) = store.all_annotations()
    assert (kept.kind, kept.note) == (AnnotationKind.REJECTION, "organisation")
    again = Replay.of(article(), store=store)
    assert fact.entity not in names(again)
    replay.press("U")
    assert fact.entity in names(replay)
    assert not store.all_annotations()


def test_another_key_between_takes_the_question_back() -> None:
    replay = Replay.of(article())
    fact = on_name(replay)
    replay.press("r", "down", "up", "r")
    assert fact.entity in names(replay)
    replay.press("r")
    assert fact.entity not in names(replay)


def test_of_a_value_one_mention_goes() -> None:
    replay = Replay.of(article())
    workspace = replay.workspace
    facts = [fact for fact in workspace.reading.facts if fact.kind is FactKind.DATE]
    workspace = workspace.with_reading(workspace.reading.jumped(facts[0].range)).focused_on(PaneName.TEXT)
    replay.workspace = workspace
    asked = facts_here(workspace.reading)[0]
    replay.press("r", "r")
    assert asked not in tuple(replay.workspace.reading.facts)
    assert sum(1 for _ in replay.workspace.reading.facts) < sum(1 for _ in workspace.reading.facts)


def test_the_panel_begins_with_what_matters_and_folds_what_does_not() -> None:
    replay = Replay.of(article())
    replay.happen(Action.SCOPE)
    panel = replay.workspace.panel
    kinds = list(panel.grouping.kinds)
    first = [kind for kind in kinds if kind in FIRST]
    assert kinds[: len(first)] == first
    last = [kind for kind in kinds if kind in FOLDED]
    assert kinds[len(kinds) - len(last) :] == last
    for kind in last:
        row = panel.model.index_of(LineKey(Part.KIND, kind))
        assert row is not None
        assert panel.model.items[row].guide.startswith("▸")
    counts = {kind: sum(len(group.facts) for group in panel.grouping.kinds[kind]) for kind in first}
    assert list(counts.values()) == sorted(counts.values(), reverse=True)


@pytest.mark.parametrize("number", [0, 3, 8])
def test_of_the_whole_document_the_open_sections_facts_come_first(number: int) -> None:
    replay = Replay.of(article())
    replay.happen(Action.SCOPE)
    section = replay.workspace.document.sections[number]
    workspace = replay.workspace.with_reading(replay.workspace.reading.jumped(section.range))
    panel = workspace.panel
    part = workspace.reading.section.range
    for groups in panel.grouping.kinds.values():
        here = [any(part.start <= fact.range.start < part.end for fact in group.facts) for group in groups]
        assert here == sorted(here, reverse=True)
