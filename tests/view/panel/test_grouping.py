"""Facts gathered by what they state, and filtered."""

import pytest

from reader.model import Fact, FactKind, range_of
from reader.view.panel.grouping import Grouping
from tests.documents import document_of
from tests.view.panel.stated import fact

LABELS = {kind: str(kind) for kind in FactKind}
TEXT = "قال أحمد إن الشركة ربحت 80 مليار دولار، وإِنَّ اللجنة الأوروبية وافقت. Ahmed کتابی خرید."


def grouping() -> Grouping:
    document = document_of(TEXT, language="ar")

    def at(needle: str, kind: FactKind, value: str | int = "", **more: str) -> Fact:
        start = TEXT.index(needle)
        return Fact(kind, range_of(start, start + len(needle)), value or needle, **more)  # type: ignore[arg-type]

    return Grouping.of(
        document,
        [
            at("أحمد", FactKind.PERSON, entity="أحمد"),
            at("80 مليار دولار", FactKind.MONEY, 80_000_000_000, unit="USD"),
            at("اللجنة الأوروبية", FactKind.ORGANISATION, entity="اللجنة الأوروبية"),
            at("Ahmed", FactKind.PERSON, entity="أحمد"),
            at("کتابی", FactKind.QUOTED_TERM),
        ],
    )


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("احمد", {FactKind.PERSON}),  # alef without its hamza
        ("أَحْمَد", {FactKind.PERSON}),  # harakat
        ("ahm", {FactKind.PERSON}),  # another mention's spelling
        ("كتابي", {FactKind.QUOTED_TERM}),  # Arabic kaf and ya for Persian ones
        ("٨٠", {FactKind.MONEY}),  # digits
        ("usd", {FactKind.MONEY}),  # a unit
        ("اوروبيه لجنة", {FactKind.ORGANISATION}),  # words in any order
        ("money 80", {FactKind.MONEY}),  # the name of a kind
        ("money 81", set()),
        ("  ", set(LABELS) & {FactKind.PERSON, FactKind.MONEY, FactKind.ORGANISATION, FactKind.QUOTED_TERM}),
    ],
)
def test_a_filter_looks_for_what_is_meant(query: str, kinds: set[FactKind]) -> None:
    assert set(grouping().filtered(query, LABELS).kinds) == kinds


def test_names_gather_under_the_name_and_values_under_the_value() -> None:
    document = document_of("x" * 100)
    found = Grouping.of(
        document,
        [
            fact(0, FactKind.PERSON, entity="a"),
            fact(10, FactKind.PERSON, entity="b"),
            fact(20, FactKind.PERSON, entity="a"),
            fact(30, FactKind.MONEY, 5, unit="USD"),
            fact(40, FactKind.MONEY, 5, unit="EUR"),
            fact(50, FactKind.MONEY, 5, unit="USD"),
            fact(60, FactKind.QUOTATION, "said"),
            fact(70, FactKind.QUOTATION, "said"),
        ],
    )
    assert [len(group.facts) for group in found.kinds[FactKind.PERSON]] == [2, 1]
    assert [len(group.facts) for group in found.kinds[FactKind.MONEY]] == [2, 1]
    assert [len(group.facts) for group in found.kinds[FactKind.QUOTATION]] == [1, 1]
    assert list(found.kinds) == [FactKind.MONEY, FactKind.PERSON, FactKind.QUOTATION]
    assert found.mentions(FactKind.MONEY) == 3


def test_the_neighbours_of_a_mention_go_round() -> None:
    document = document_of("x" * 100)
    mentions = [fact(at, FactKind.PERSON, entity="a") for at in (0, 10, 20)]
    (group,) = Grouping.of(document, mentions).kinds[FactKind.PERSON]
    assert group.neighbour(None, 1) == mentions[0]
    assert group.neighbour(None, -1) == mentions[-1]
    assert group.neighbour(mentions[2].range, 1) == mentions[0]
    assert group.neighbour(mentions[0].range, -1) == mentions[2]


def test_the_most_frequent_come_more_than_once() -> None:
    document = document_of("x" * 2000)
    facts = [fact(10 * i, FactKind.PLACE, entity=f"p{i % 12}") for i in range(100)]
    facts.append(fact(1500, FactKind.PLACE, entity="once"))
    facts += [fact(1600 + 5 * i, FactKind.TERM, entity="term") for i in range(40)]
    frequent = Grouping.of(document, facts).frequent
    assert frequent[0].first.entity == "term"
    uses = [len(group.facts) for group in frequent]
    assert uses == sorted(uses, reverse=True)
    assert len(frequent) == 8
