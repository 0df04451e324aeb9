"""Searching by case, exactly, and by regular expressions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Document, Pos
from reader.search import Failure, Hits, Index, Matching
from reader.search import listed as listed_module
from reader.search.find import _capitals
from tests.documents import document_of


def hits_of(document: Document, query: str, **matching: bool) -> Hits:
    return Index(document).find(query, Matching(**matching))


def found(document: Document, query: str, **matching: bool) -> list[str]:
    return [document.slice(hit) for hit in hits_of(document, query, **matching)]


def test_capitals_are_told_apart_when_asked_for_and_nothing_else() -> None:
    document = document_of("Résumé resume RESUME كِتاب")
    assert found(document, "Resume") == ["Résumé", "resume", "RESUME"]
    assert found(document, "Resume", case=True) == ["Résumé"]
    assert found(document, "كتاب", case=True) == ["كِتاب"]


def test_exactly_is_character_for_character() -> None:
    document = document_of("كِتاب كتاب كتـاب Meta meta")
    assert found(document, "كتاب", exact=True) == ["كتاب"]
    assert found(document, "meta", exact=True) == ["meta"]
    assert found(document, "ت", exact=True, words=True) == []


def test_a_regular_expression_runs_over_each_paragraph() -> None:
    document = document_of("في 2023 و2024", "year 1999\nthen")
    assert found(document, r"\d{4}", pattern=True) == ["2023", "2024", "1999"]
    assert found(document, r"^\w+", pattern=True) == ["في", "year", "then"]
    assert found(document, r"YEAR", pattern=True) == ["year"]
    assert found(document, r"YEAR", pattern=True, case=True) == []
    assert found(document, r"x*", pattern=True) == []
    assert found(document, r"\p{Arabic}+", pattern=True) == ["في", "و"]


@pytest.mark.parametrize("query", ["(", "[a", "a{3", "*", "(?P<n", "\\", "a" * 2000])
def test_what_is_no_expression_is_told(query: str) -> None:
    hits = hits_of(document_of("abc"), query, pattern=True)
    assert list(hits) == [] or hits.failure is None
    assert hits.after(Pos(0)) is None
    assert query == "a{3" or hits.failure is Failure.PATTERN


def test_an_expression_that_would_run_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed_module, "PATIENCE", 0.05)
    document = document_of("a first", "b" + "x" * 4000 + "c")
    hits = hits_of(document, r"a first|(?:x|xx|x?x)+$|(x+x+)+y", pattern=True)
    assert [document.slice(hit) for hit in hits] == ["a first"]
    assert hits.failure is Failure.SLOW


def test_listing_stops_when_it_is_told_to() -> None:
    document = document_of(*["word"] * 50)
    asked = iter([False, False, True])
    hits = Index(document).find("word", Matching(exact=True), lambda: next(asked))
    assert len(list(hits)) == 2


WORDS = st.lists(st.sampled_from(["a", "A", "ab", "ا", "أ", "اً", " ", "ﬁ", "fi"]), max_size=12).map("".join)


@given(
    st.lists(WORDS, min_size=1, max_size=4),
    st.sampled_from(["a", "ab", "ا", "fi"]),
    st.sampled_from(["case", "exact", "pattern"]),
)
def test_listed_and_folded_hits_keep_one_order(texts: list[str], query: str, way: str) -> None:
    document = document_of(*texts)
    hits = hits_of(document, query, **{way: True})
    everything = list(hits)
    assert hits.count() == len(everything)
    assert hits.counted
    for number, hit in enumerate(everything):
        assert hits.ordinal(hit) == number
        assert hits.after(hit.start) == hit
        assert hits.before(hit.start) == (everything[number - 1] if number else None)
        assert hit in hits.within(hit)


@given(st.text("aBcÉßﬁǅﬀ文ابج1 \u0301Ⅷⓐ", max_size=20))
def test_capitals_are_the_letters_that_have_a_case(text: str) -> None:
    assert _capitals(text) == "".join(c for c in unicodedata.normalize("NFKD", text) if c.upper() != c.lower())
