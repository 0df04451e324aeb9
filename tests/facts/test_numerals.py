import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import FactKind
from tests.facts.finding import facts_in, only_fact

WORDS = [
    ("ar", "ثلاثة وعشرون", 23),
    ("ar", "مئتان وخمسة وأربعون", 245),
    ("ar", "خمسمائة", 500),
    ("ar", "تسعمئة وتسعة وتسعون ألفا", 999_000),
    ("ar", "ألفان", 2000),
    ("ar", "مليون ونصف", 1_500_000),
    ("ar", "حداشر", 11),
    ("ar", "ثلاثة أخماس", 0.6),
    ("ar", "مئة وثلاثة أرباع", 100.75),
    ("ar", "ناقص عشرين", -20),
    ("fa", "هشتصد و هفتاد و شش", 876),
    ("fa", "دو میلیون و سیصد هزار", 2_300_000),
    ("fa", "سی‌ و یک", 31),
    ("ur", "تین لاکھ پچیس ہزار", 325_000),
    ("ur", "ساڑھے پانچ", 5.5),
    ("ur", "ڈیڑھ", 1.5),
    ("he", "שלוש מאות ארבעים ותשע", 349),
    ("he", "אלפיים וארבע", 2004),
    ("he", "שתיים וחצי מיליון", 2_500_000),
    ("he", "שבע נקודה אפס שלוש", 7.03),
    ("en", "nine hundred and ninety-nine thousand", 999_000),
    ("en", "two and a half million", 2_500_000),
    ("en", "minus forty", -40),
]


@pytest.mark.parametrize(("language", "text", "value"), WORDS, ids=[text for _, text, _ in WORDS])
def test_number_words_have_their_value(language: str, text: str, value: float) -> None:
    words, fact = only_fact(text, language, FactKind.NUMBER)
    assert words == text
    assert fact.value == pytest.approx(value)
    assert isinstance(fact.value, int) == isinstance(value, int)


DIGITS = [
    ("1,234,567", 1_234_567),
    ("١٬٢٣٤٫٥", 1234.5),
    ("٠,٠٨", 0.08),
    ("١،٢٣٤،٥٦٧", 1_234_567),
    ("12،220,13", 12220.13),
    ("40 000", 40_000),
    ("4.800", 4.8),
    ("۱۲٣٤", 1234),
    ("-7", -7),
    ("٣/٤", 0.75),
]


@pytest.mark.parametrize(("text", "value"), DIGITS, ids=[text for text, _ in DIGITS])
def test_separators_are_read_as_they_are_meant(text: str, value: float) -> None:
    words, fact = only_fact(f"بلغ {text} فقط", "ar", FactKind.NUMBER)
    assert words == text
    assert fact.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["طراز R1 الجديد", "نموذج o3-mini", "GPT-4", "COVID-19", "الإصدار 10.2.3.4", "1٢3", "وسم #5"]
)
def test_digits_inside_names_are_no_numbers(text: str) -> None:
    assert facts_in(text, "ar", FactKind.NUMBER, FactKind.NUMBER_RANGE) == []


def test_a_number_too_large_for_a_float_stays_exact_or_is_none() -> None:
    exact = int("9" * 40)
    assert only_fact("9" * 40, "ar", FactKind.NUMBER)[1].value == exact
    assert facts_in("9" * 41, "ar", FactKind.NUMBER) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ar", "المركز الثالث والعشرون", 23),
        ("fa", "بیست و یکم", 21),
        ("ur", "پانچویں", 5),
        ("he", "הפרק השלישי", 3),
        ("en", "the 21st", 21),
    ],
)
def test_ordinals_are_told_from_numbers(language: str, text: str, value: int) -> None:
    assert only_fact(text, language, FactKind.ORDINAL)[1].value == value
    assert facts_in(text, language, FactKind.NUMBER) == []


ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt_in_english(number: int) -> str:
    if number < 20:
        return ENGLISH.split()[number]
    if number < 100:
        tens = ENGLISH_TENS.split()[number // 10 - 2]
        return f"{tens}-{ENGLISH.split()[number % 10]}" if number % 10 else tens
    for scale, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {spelt_in_english(number % scale)}" if number % scale else ""
            return f"{spelt_in_english(number // scale)} {name}{rest}"
    raise AssertionError(number)


ARABIC_UNITS = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
ARABIC_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
ARABIC_HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def spelt_in_arabic(number: int) -> str:
    parts = []
    if number >= 1000:
        thousands, number = divmod(number, 1000)
        parts.append({1: "ألف", 2: "ألفان"}.get(thousands) or f"{spelt_in_arabic(thousands)} ألف")
    if number >= 100:
        hundreds, number = divmod(number, 100)
        parts.append(ARABIC_HUNDREDS[hundreds - 1])
    if number >= 20:
        tens, unit = divmod(number, 10)
        parts.extend(ARABIC_UNITS[unit - 1 : unit] if unit else [])
        parts.append(ARABIC_TENS[tens - 2])
    elif number > 12:
        parts.append(f"{ARABIC_UNITS[number - 11]} عشر")
    elif number > 9:
        parts.append({10: "عشرة", 11: "أحد عشر", 12: "اثنا عشر"}[number])
    elif number:
        parts.append(ARABIC_UNITS[number - 1])
    return " و".join(parts)


@given(st.integers(1, 9_999_999))
def test_any_number_spelt_in_english_is_read_back(number: int) -> None:
    text = spelt_in_english(number)
    words, fact = only_fact(text, "en", FactKind.NUMBER)
    assert (words, fact.value) == (text, number)


@given(st.integers(1, 999_999))
def test_any_number_spelt_in_arabic_is_read_back(number: int) -> None:
    text = spelt_in_arabic(number)
    words, fact = only_fact(text, "ar", FactKind.NUMBER)
    assert (words, fact.value) == (text, number)
