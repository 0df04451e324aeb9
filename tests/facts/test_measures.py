import pytest

from reader.model import FactKind, FactValue
from tests.facts.finding import facts_in, only_fact

MONEY: list[tuple[str, str, FactValue, str]] = [
    ("ar", "80 مليار دولار", 80_000_000_000, "USD"),
    ("ar", "مليوني دولار", 2_000_000, "USD"),
    ("ar", "خمسين جنيها مصريا", 50, "EGP"),
    ("ar", "سبعة دولارات وخمسة سنتات", 7.05, "USD"),
    ("ar", "$20.10", 20.1, "USD"),
    ("ar", "10 سينت", 0.1, "USD"),
    ("ar", "100 ألف و500 دولار", 100_500, "USD"),
    ("ar", "من 3 إلى 5 ملايين دولار", {"from": 3_000_000, "to": 5_000_000}, "USD"),
    ("fa", "صد تومان", 100, "IRT"),
    ("ur", "تین لاکھ پاکستانی روپے", 300_000, "PKR"),
    ("he", 'חמישים ש"ח', 50, "ILS"),
    ("en", "$20-30", {"from": 20, "to": 30}, "USD"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), MONEY, ids=[row[1] for row in MONEY])
def test_money_has_its_amount_and_currency(language: str, text: str, value: FactValue, unit: str) -> None:
    words, fact = only_fact(text, language, FactKind.MONEY)
    assert (words, fact.value, fact.unit) == (text, value, unit)


LIMITS = [
    ("ما يصل إلى 80 مليار دولار", "ما يصل إلى 80 مليار دولار", "<="),
    ("لا تقل عن 30 دولارا", "30 دولارا", ">="),
    ("أكثر من 5 كيلومترات", "أكثر من 5 كيلومترات", ">"),
    ("حوالي 20%", "حوالي 20%", "~"),
    ("3.42$ على الأقل", "3.42$ على الأقل", ">="),
]


@pytest.mark.parametrize(("text", "words", "modifier"), LIMITS, ids=[row[0] for row in LIMITS])
def test_a_limit_is_part_of_the_fact_unless_it_is_a_verb(text: str, words: str, modifier: str) -> None:
    [(found, fact)] = facts_in(text, "ar")
    assert (found, fact.modifier) == (words, modifier)


RANGES: list[tuple[str, str, FactValue]] = [
    ("ar", "بين ٢٠ و٣٠", {"from": 20, "to": 30}),
    ("ar", "أقل من 5000 أو يساوي", {"to": 5000}),
    ("ar", "200 أو أكثر", {"from": 200}),
    ("ar", "على الأكثر 100 وعلى الأقل 20", {"from": 20, "to": 100}),
    ("he", "בין 20 ל-30", {"from": 20, "to": 30}),
    ("en", "more than 190", {"from": 190}),
]


@pytest.mark.parametrize(("language", "text", "value"), RANGES, ids=[row[1] for row in RANGES])
def test_limits_on_bare_numbers_are_ranges(language: str, text: str, value: FactValue) -> None:
    words, fact = only_fact(text, language, FactKind.NUMBER_RANGE)
    assert (words, fact.value) == (text, value)


QUANTITIES = [
    ("ar", "خمسة كيلومترات", 5, "length-kilometer"),
    ("ar", "مترين", 2, "length-meter"),
    ("ar", "لتر وربع", 1.25, "volume-liter"),
    ("ar", "درجتين تحت الصفر", -2, "temperature-generic"),
    ("ar", "500 غرام من الفراولة", 500, "mass-gram"),
    ("en", "70kg", 70, "mass-kilogram"),
    ("fa", "دو کیلوگرم", 2, "mass-kilogram"),
    ("ur", "دو کلو", 2, "mass-kilogram"),
    ("he", '2 ק"ג', 2, "mass-kilogram"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), QUANTITIES, ids=[row[1] for row in QUANTITIES])
def test_quantities_are_in_cldr_units(language: str, text: str, value: float, unit: str) -> None:
    words, fact = only_fact(text, language, FactKind.QUANTITY)
    assert (words, fact.value, fact.unit) == (text, value, unit)


def test_a_distance_from_somewhere_is_not_of_it() -> None:
    assert only_fact("على بعد 5 كيلومترات من المدينة", "ar", FactKind.QUANTITY)[0] == "5 كيلومترات"


@pytest.mark.parametrize(("text", "value"), [("١٢٫٥٪", 12.5), ("%7", 7), ("عشرون في المائة", 20), ("100 بالمائة", 100)])
def test_percentages_in_every_writing(text: str, value: float) -> None:
    words, fact = only_fact(text, "ar", FactKind.PERCENT)
    assert (words, fact.value) == (text, value)


def test_a_large_number_counts_the_noun_after_it() -> None:
    words, fact = only_fact("حققت مليار تحميل في شهر", "ar", FactKind.COUNT)
    assert (words, fact.value, fact.unit) == ("مليار تحميل", 1_000_000_000, "تحميل")


def test_a_shared_currency_is_the_one_of_the_country_the_document_names() -> None:
    alone = only_fact("دفع مئة جنيه", "ar", FactKind.MONEY)[1]
    in_egypt = only_fact("في مصر دفع مئة جنيه", "ar", FactKind.MONEY)[1]
    spelt_out = facts_in("دفع 5 جنيهات سودانية ثم مئة جنيه\nثم 3 جنيها سودانيا", "ar", FactKind.MONEY)
    assert alone.unit == "pound"
    assert in_egypt.unit == "EGP"
    assert {fact.unit for _, fact in spelt_out} == {"SDG"}
