from pathlib import Path

import pytest

from reader.model import Fact, FactKind, FactValue, range_of
from tests.evaluation.evaluate import Case, cases_in, same_value, scores, table_of

CASES = Path(__file__).with_name("cases.jsonl")


def case(text: str, surface: str, kind: str, value: object, **more: object) -> Case:
    start = text.index(surface)
    return {
        "lang": "ar",
        "text": text,
        "start": start,
        "end": start + len(surface),
        "kind": kind,
        "value": value,
        **more,
    }


def test_every_case_of_our_own_is_found_right() -> None:
    found = scores(cases_in([CASES]))
    wrong = [note for score in found.values() for note in score.notes]
    assert wrong == []
    assert {language for _, language in found} == {"ar", "fa", "ur", "he", "en"}


def test_a_missed_and_a_false_fact_are_both_counted() -> None:
    text = "دفع 80 دولارا"
    [score] = scores([case(text, "80", "money", 80, unit="USD")]).values()
    assert (score.right, score.false, score.missed) == (0, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0, 0, 0)


def test_a_relative_case_must_yield_nothing_absolute() -> None:
    text = "في 29 أبريل"
    [score] = scores([case(text, "29 أبريل", "date", None, relative=True)]).values()
    assert score.false == 1


def test_a_case_without_facts_is_right_when_none_is_found() -> None:
    empty = {"lang": "ar", "start": None, "end": None, "kind": "none", "value": None}
    [score] = scores([{**empty, "text": "لا شيء"}, {**empty, "text": "دفع 80 دولارا"}]).values()
    assert (score.right, score.false) == (1, 1)


SAME: list[tuple[FactKind, FactValue, str, FactValue, str]] = [
    (FactKind.TIME, "T07:00", "", "T07", ""),
    (FactKind.TIME, "T16:00/T17:00", "", "(T16,T17,PT1H)", ""),
    (FactKind.DURATION, "PT1.5H", "", "PT90M", ""),
    (FactKind.QUANTITY, 0.5, "mass-kilogram", 500, "gram"),
    (FactKind.PHONE, "+16507018887", "", "(+1) 6507018887", ""),
    (FactKind.NUMBER_RANGE, {"from": 2}, "", {"from": 2.0, "notation": "(2,)"}, ""),
    (FactKind.NUMBER, 0.3333333333333333, "", 0.333333333333333, ""),
]


@pytest.mark.parametrize(("kind", "value", "unit", "wanted", "wanted_unit"), SAME, ids=[str(row[1]) for row in SAME])
def test_values_that_mean_the_same_are_the_same(
    kind: FactKind, value: FactValue, unit: str, wanted: FactValue, wanted_unit: str
) -> None:
    fact = Fact(kind, range_of(0, 1), value, unit)
    assert same_value(fact, wanted, wanted_unit)
    assert not same_value(
        fact, {"from": 99} if isinstance(wanted, dict) else "P99Y" if isinstance(wanted, str) else 99, wanted_unit
    )


def test_the_table_has_a_row_for_every_kind_and_language() -> None:
    rows = list(table_of(scores(cases_in([CASES]))))
    assert rows[0].startswith("| kind | language |")
    assert any(row.startswith("| money | ur |") for row in rows)
