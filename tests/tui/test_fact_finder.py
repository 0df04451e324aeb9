"""Looking for facts: all of a document's, or of a very long one's beginning."""

from types import SimpleNamespace

import pytest

from reader.model import FactKind
from reader.search import Index
from reader.tui import fact_finder
from reader.view.facts_known import FactsFound
from reader.view.panel import about
from tests.documents import document_of


@pytest.mark.parametrize(("long", "years"), [(1 << 30, 30), (100, 10)])
def test_no_more_is_read_than_is_kept(long: int, years: int, monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of(*[f"It happened in {1900 + number}." for number in range(30)])
    monkeypatch.setattr(fact_finder, "get_current_worker", lambda: SimpleNamespace(is_cancelled=False))
    monkeypatch.setattr(about, "LONG", long)
    monkeypatch.setattr(about, "READ", len(document) // 3)
    told: list[object] = []
    fact_finder._find(document, Index(document), told.append)
    found = next(event for event in told if isinstance(event, FactsFound))
    dates = [fact for fact in found.groupings.index if fact.kind is FactKind.DATE]
    assert abs(len(dates) - years) <= 1
