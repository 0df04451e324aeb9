"""Looking for facts: all of a document's, or those of a part of a very long one."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from reader.model import Document, FactKind
from reader.search import Index
from reader.tui import fact_finder
from reader.view import fact_parts
from reader.view.effects import FindFacts
from reader.view.facts_known import AboutKnown, FactsFound
from tests.documents import document_of


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[[Document, FindFacts], list[object]]:
    monkeypatch.setattr(fact_finder, "get_current_worker", lambda: SimpleNamespace(is_cancelled=False))
    monkeypatch.setattr(fact_finder, "REST", 0)
    monkeypatch.setattr(fact_finder, "WHILE_FACTS", 0)

    def run(document: Document, effect: FindFacts) -> list[object]:
        events: list[object] = []
        app = SimpleNamespace(
            run_worker=lambda work, **_: work(), call_after_refresh=lambda run, work, **options: run(work, **options)
        )
        fact_finder.find_facts(app, effect, Index(document), events.append)  # type: ignore[arg-type]
        return events

    return run


def years(events: list[object]) -> list[str]:
    found = next(event for event in events if isinstance(event, FactsFound))
    return [str(fact.value) for fact in found.groupings.index if fact.kind is FactKind.DATE]


def text() -> Document:
    return document_of(*[f"It happened in {1900 + number}." for number in range(30)])


def test_a_document_is_looked_through_whole(told: Callable[[Document, FindFacts], list[object]]) -> None:
    document = text()
    events = told(document, FindFacts(document))
    assert years(events) == [str(1900 + number) for number in range(30)]
    assert any(isinstance(event, AboutKnown) for event in events)


def test_a_part_is_looked_through_and_stands_beside_what_is_known(
    told: Callable[[Document, FindFacts], list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = text()
    monkeypatch.setattr(fact_parts, "PART", len(document) // 3 + 1)
    events = told(document, FindFacts(document, 2))
    assert years(events)[-1] == "1929"
    assert len(years(events)) == 10
    assert any(isinstance(event, AboutKnown) for event in events)
    last = next(event for event in events if isinstance(event, FactsFound))
    events = told(document, FindFacts(document, 0, last.parts, first=False))
    assert years(events) == [str(1900 + number) for number in (*range(10), *range(20, 30))]
    assert not any(isinstance(event, AboutKnown) for event in events)
