"""The golden list of the seed article, made by reading it: what it states, and nothing else."""

from collections import Counter
from pathlib import Path

import pytest

from reader.facts import extract, glossary
from reader.model import Document, Fact, FactKind, FactValue
from tests.documents import document_of

ARTICLE = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"

FIGURES: list[tuple[str, str, FactValue, str, str]] = [
    ("count", "مليار تحميل", 1_000_000_000, "تحميل", ">"),
    ("date", "عام 2023", "2023", "", ""),
    ("money", "80 مليار دولار", 80_000_000_000, "USD", ""),
    ("money", "ما يصل إلى 80 مليار دولار", 80_000_000_000, "USD", "<="),
    ("date", "للربع الرابع من عام 2024", "2024-Q4", "", ""),
    ("date", "يناير", "XXXX-01", "", ""),
    ("ordinal", "أول", 1, "", ""),
    ("date", "29 أبريل", "XXXX-04-29", "", ""),
    ("money", "80 مليار دولار", 80_000_000_000, "USD", ""),
    ("money", "80 مليار دولار", 80_000_000_000, "USD", ""),
]
NAMES = {
    ("organisation", "ميتا", "ميتا"): 30,
    ("product", "لاما", "لاما"): 22,
    ("product", "Meta AI", "Meta AI"): 1,
    ("product", "Facebook", "Facebook"): 1,
    ("product", "Instagram", "Instagram"): 1,
    ("product", "WhatsApp", "WhatsApp"): 1,
    ("organisation", "Spotify", "Spotify"): 1,
    ("organisation", "AT&T", "AT&T"): 1,
    ("organisation", "DoorDash", "DoorDash"): 1,
    ("organisation", "الاتحاد الأوروبي", "الاتحاد الأوروبي"): 2,
    ("place", "أوروبا", "أوروبا"): 1,
    ("product", "R1", "R1"): 2,
    ("organisation", "DeepSeek", "DeepSeek"): 4,
    ("product", "o3-mini", "o3-mini"): 2,
    ("organisation", "OpenAI", "OpenAI"): 3,
    ("person", "زوكربيرج", "زوكربيرج"): 5,
    ("event", "LlamaCon", "LlamaCon"): 2,
    ("law", "اللائحة العامة لحماية البيانات", "اللائحة العامة لحماية البيانات"): 1,
    ("law", "GDPR", "اللائحة العامة لحماية البيانات"): 1,
}
QUOTED = [
    "غرف الحرب",
    "غرف حرب",
    "الوكيلية",
    "الاستدلال",
    "وكيلية",
    "قيادة",
    "المفتوح",
    "مفتوحة",
    "الترخيص المملوك",
    "غرف الحرب",
    "الاستدلال",
    "متعددة الوسائط",
    "الوكيلية",
]
NAMED_KINDS = {
    FactKind.PERSON,
    FactKind.ORGANISATION,
    FactKind.PRODUCT,
    FactKind.PLACE,
    FactKind.EVENT,
    FactKind.LAW,
}


@pytest.fixture(scope="module")
def article() -> Document:
    return document_of(*ARTICLE.read_text("utf-8").split("\n"), language="ar")


@pytest.fixture(scope="module")
def facts(article: Document) -> tuple[Fact, ...]:
    return extract(article)


def test_every_figure_and_date_is_right_and_none_is_false(article: Document, facts: tuple[Fact, ...]) -> None:
    words = {FactKind.TERM, FactKind.QUOTED_TERM, FactKind.QUOTATION, FactKind.ACRONYM} | NAMED_KINDS
    figures = [
        (str(fact.kind), article.slice(fact.range), fact.value, fact.unit, fact.modifier)
        for fact in facts
        if fact.kind not in words
    ]
    assert figures == FIGURES


def test_every_mention_of_every_entity_is_found_under_one_name(article: Document, facts: tuple[Fact, ...]) -> None:
    named = Counter(
        (str(fact.kind), article.slice(fact.range), fact.entity) for fact in facts if fact.kind in NAMED_KINDS
    )
    assert named == NAMES


def test_mentions_are_counted_under_their_entity(facts: tuple[Fact, ...]) -> None:
    counts = {fact.entity: fact.count for fact in facts if fact.kind in NAMED_KINDS}
    assert counts["ميتا"] == 30
    assert counts["اللائحة العامة لحماية البيانات"] == 2


def test_the_quoted_terms_are_those_that_name_no_entity(article: Document, facts: tuple[Fact, ...]) -> None:
    quoted = [article.slice(fact.range) for fact in facts if fact.kind is FactKind.QUOTED_TERM]
    sentences = [article.slice(fact.range) for fact in facts if fact.kind is FactKind.QUOTATION]
    assert quoted == QUOTED
    assert sentences == ["نماذج الذكاء الاصطناعي الأكثر تقدمًا والأكثر استخدامًا"]


def test_the_acronym_has_its_long_form(facts: tuple[Fact, ...]) -> None:
    [acronym] = [fact for fact in facts if fact.kind is FactKind.ACRONYM]
    assert acronym.value == {"short": "GDPR", "long": "اللائحة العامة لحماية البيانات"}


GLOSSARY = [
    "الذكاء الاصطناعي",
    "الذكاء الاصطناعي التوليدي",
    "نماذج الذكاء الاصطناعي",
    "المصدر المفتوح",
    "حقوق النشر",
    "حقوق الطبع والنشر",
    "حقوق الملكية الفكرية",
    "خصوصية البيانات",
    "حماية البيانات",
    "غرف الحرب",
    "نماذج الاستدلال",
    "القدرات متعددة الوسائط",
    "الميزات الوكيلية",
    "مجتمع المطورين",
]
"""What a reader would put in a glossary of the article. Two are missed: one is only used inside longer phrases, one is
part of a law's name."""


def test_the_glossary_has_the_terms_of_the_article_and_little_else(facts: tuple[Fact, ...]) -> None:
    terms = [fact.value for fact in facts if fact.kind is FactKind.TERM]
    assert len(set(GLOSSARY) & set(terms)) >= 12
    assert len(set(terms) - set(GLOSSARY)) <= 2


def test_the_article_is_most_of_all_about_artificial_intelligence(article: Document) -> None:
    assert glossary(article)[0].words == "الذكاء الاصطناعي"
