import json
from pathlib import Path
from typing import Any

import pytest

from reader.model import Document, Pos, Range, range_of
from reader.search import FoldOptions, Index, Matching
from reader.text.folding import Folding
from tests.documents import document_of, pos_before

CASES = [json.loads(line) for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()]


def found(document: Document, query: str, **matching: bool) -> list[str]:
    return [document.slice(hit) for hit in Index(document).find(query, Matching(**matching))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['query']}")
def test_case(case: dict[str, Any]) -> None:
    options = dict(case["options"])
    whole_words = options.pop("whole_word", False)
    document = document_of(case["text"], language=case["lang"])
    hits = Index(document, FoldOptions(**options)).find(case["query"], Matching(words=whole_words))
    assert [list(hit) for hit in hits] == case["expect"]
    assert hits.count() == len(case["expect"])


@pytest.mark.parametrize("query", ["", "\u064e", "ـ", "\u200f"])
def test_a_query_that_folds_to_nothing_finds_nothing(query: str) -> None:
    hits = Index(document_of("كَتـب\u200f", "")).find(query)
    assert list(hits) == []
    assert hits.after(Pos(0)) is None
    assert hits.before(Pos(9)) is None
    assert hits.within(range_of(0, 5)) == ()
    assert hits.count() == 0


def test_a_document_without_text_has_no_hits() -> None:
    for document in (document_of(""), document_of()):
        hits = Index(document).find("ا")
        assert (list(hits), hits.after(Pos(0)), hits.before(Pos(1)), hits.within(range_of(0, 1))) == (
            [],
            None,
            None,
            (),
        )


def test_no_hit_crosses_a_paragraph_but_a_line_end_inside_is_a_space() -> None:
    assert found(document_of("بيت", "كبير"), "بيت كبير") == []
    assert found(document_of("بيت\nكبير"), "بيت كبير") == ["بيت\nكبير"]


@pytest.mark.parametrize(("letter", "other"), [("か", "が"), ("क", "क्"), ("하", "한"), ("=", "=\u0338")])
def test_a_letter_is_not_found_in_another_that_continues_it(letter: str, other: str) -> None:
    assert found(document_of(f"{other} {letter}"), letter) == [letter]
    assert found(document_of(f"{other} {letter}"), other) == [other]


def test_syllables_are_found_however_they_are_composed() -> None:
    assert found(document_of("\u1112\u1161\u11ab"), "한") == ["\u1112\u1161\u11ab"]


def test_both_halves_of_a_ligature_are_one_hit() -> None:
    document = document_of("ﬀ ﬃ f")
    hits = Index(document).find("f")
    assert [document.slice(hit) for hit in hits] == ["ﬀ", "ﬃ", "f"]
    assert hits.count() == 3


def test_a_hit_covers_whole_clusters() -> None:
    family = "👨\u200d👩\u200d👧"
    assert found(document_of(f"a{family}b"), "👩") == [family]
    assert found(document_of("🇸🇦🇪🇬"), "🇪🇬") == ["🇪🇬"]
    assert found(document_of("xكِتابٌ\u200c y"), "كتاب") == ["كِتابٌ\u200c"]


def test_whole_words() -> None:
    document = document_of('می\u200cخواهم می صه"ل צה"ל צה fox\'s fox بالبيت بيتٌ')
    assert found(document, "می", words=True) == ["می"]
    assert found(document, "צה", words=True) == ["צה"]
    assert found(document, "fox", words=True) == ["fox"]
    assert found(document, "بيت", words=True) == ["بيتٌ"]


def test_next_and_previous_go_by_where_a_hit_starts() -> None:
    document = document_of("ألف باء", "تاء ألف", "الف")
    hits = Index(document).find("الف")
    first, second, third = hits
    assert hits.after(Pos(0)) == first
    assert hits.after(first.end) == second
    assert hits.after(Pos(second.start + 1)) == third
    assert hits.after(third.end) is None
    assert hits.before(Pos(len(document) + 1)) == third
    assert hits.before(third.start) == second
    assert hits.before(first.start) is None
    assert [hits.ordinal(hit) for hit in (first, second, third)] == [0, 1, 2]


def test_overlapping_occurrences_are_the_same_hits_wherever_one_starts_from() -> None:
    document = document_of("aaaaa")
    hits = Index(document).find("aa")
    assert list(hits) == [(0, 2), (2, 4)]
    assert hits.after(Pos(1)) == (2, 4)
    assert hits.before(Pos(3)) == (2, 4)
    assert hits.within(range_of(3, 5)) == ((2, 4),)


def test_within_gives_hits_that_reach_in_from_both_sides() -> None:
    document = document_of("الذكاء الاصطناعي والذكاء")
    hits = Index(document).find("الذكاء")
    middle = pos_before(document, "كاء الاص")
    assert hits.within(range_of(middle, middle + 1)) == (Range(Pos(0), Pos(6)),)


def test_counting_stops_when_told_to() -> None:
    document = document_of(*["ا"] * 10)
    hits = Index(document).find("ا")
    assert hits.count(lambda: True) == 0
    assert hits.count() == 10


@pytest.mark.parametrize("between", [" ", "\n", " \n ", "\t", "\u2028", "\u00a0", " \n    ", " \u200f "])
def test_white_space_of_any_kind_matches_one_space(between: str) -> None:
    document = document_of(f"x كلمة{between}أخرى y")
    assert found(document, "كلمة اخرى") == [f"كلمة{between}أخرى"]


def test_a_letter_more_folds_no_more_than_the_end_of_a_long_query(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    fold = Folding.fold

    def counted(self: Folding, text: str, *, after_space: bool = False) -> str:
        asked.append(len(text))
        return fold(self, text, after_space=after_space)

    monkeypatch.setattr(Folding, "fold", counted)
    index = Index(document_of("قال: a  b"))
    query = "إنَّ  الكتاب " * 8000
    index.find(query)
    asked.clear()
    assert index.folded(query + "م") == fold(Folding(), query + "م")
    assert sum(asked) <= 4096


def test_looking_for_the_next_hit_stops_when_told_to() -> None:
    hits = Index(document_of("ا", "ب")).find("ب")
    assert hits.after(Pos(0), lambda: True) is None
    assert hits.after(Pos(0)) == (2, 3)
