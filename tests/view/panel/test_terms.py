"""The uses of terms."""

from reader.facts import extract
from reader.model import Fact, FactKind, range_of
from reader.search import Index
from reader.view.panel.terms import with_uses
from tests.documents import document_of
from tests.samples import article

TEXT = "الذكاء الاصطناعي اليوم، والذكاء الاصطناعي غدا، والذَّكاء الاصطناعيّ دائما. ثم شيء آخر."


def test_every_use_of_a_term_is_found_the_first_one_once() -> None:
    document = document_of(TEXT)
    first = Fact(FactKind.TERM, range_of(0, 16), "الذكاء الاصطناعي", entity="الذكاء الاصطناعي", count=3)
    other = Fact(FactKind.NUMBER, range_of(20, 22), 1)
    facts = with_uses(Index(document), [first, other], lambda: False)
    terms = [fact for fact in facts if fact.kind is FactKind.TERM]
    assert terms[0] == first
    assert len(terms) == 3
    assert all(fact.entity == first.entity for fact in terms)
    assert other in facts
    assert [fact.range.start for fact in facts] == sorted(fact.range.start for fact in facts)


def test_no_more_is_looked_for_when_the_document_is_left() -> None:
    document = document_of(TEXT)
    first = Fact(FactKind.TERM, range_of(0, 16), "الذكاء الاصطناعي")
    assert with_uses(Index(document), [first], lambda: True) == (first,)


def test_no_use_of_the_articles_terms_is_found_twice() -> None:
    document = article()
    facts = with_uses(Index(document), extract(document), lambda: False)
    for term in {fact.entity: fact for fact in facts if fact.kind is FactKind.TERM}.values():
        uses = [fact for fact in facts if fact.kind is FactKind.TERM and fact.entity == term.entity]
        assert uses
        assert len({fact.range for fact in uses}) == len(uses)
