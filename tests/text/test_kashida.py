"""Where words may be stretched. ``_`` marks the place of a tatweel."""

import pytest

from reader.text.kashida import may_stretch, opportunities


def marked(text: str) -> str:
    for place in reversed(opportunities(text)):
        text = f"{text[: place.at]}_{text[place.at :]}"
    return text


@pytest.mark.parametrize(
    ("rule", "word", "expected"),
    [
        (1, "بـين", "بـ_ين"),
        (2, "السلام", "الس_لام"),
        (2, "الشمس", "الش_مس"),
        (2, "صباح", "ص_باح"),
        (3, "رحمة", "رحم_ة"),
        (3, "محمد", "محم_د"),
        (3, "كتابه", "كتاب_ه"),
        (4, "كتاب", "كت_اب"),
        (4, "جميل", "جمي_ل"),
        (4, "فلك", "فل_ك"),
        (4, "بلال", "ب_لال"),
        (5, "كثير", "كث_ير"),
        (5, "منير", "من_ير"),
        (5, "خير", "خ_ير"),
        (5, "نبي", "ن_بي"),
        (6, "الكويت", "الك_ويت"),
        (6, "فوقف", "فوق_ف"),
        (7, "عليكم", "عليك_م"),
        (7, "بيت", "بي_ت"),
    ],
)
def test_the_best_place_of_a_word(rule: int, word: str, expected: str) -> None:
    assert marked(word) == expected
    assert [place.priority for place in opportunities(word)] == [rule]


@pytest.mark.parametrize("word", ["الله", "لله", "والله", "للّٰه"])
def test_the_name_of_god_is_left_whole(word: str) -> None:
    assert marked(word) == word


@pytest.mark.parametrize("word", ["في", "من", "بل", "دار", "زاد", "لا", "إلا", "الآن", "", "ـــ", "abc", "שלום", "ﺳﻼﻡ"])
def test_words_that_have_no_place(word: str) -> None:
    assert marked(word) == word


def test_nothing_is_put_inside_a_lam_alef_even_with_marks_between() -> None:
    assert marked("سَلَامٌ") == "سَ_لَامٌ"
    assert marked("بِلَاد") == "بِ_لَاد"


def test_of_equal_places_the_one_nearest_to_the_end_is_taken() -> None:
    assert marked("مستشفى") == "مستش_فى"


def test_marks_stay_on_their_letter() -> None:
    assert marked("مُحَمَّدٌ") == "مُحَمَّ_دٌ"


def test_a_joiner_or_non_joiner_is_never_beside_a_tatweel() -> None:
    assert marked("نمی\u200cخواهم") == "نمی\u200cخ_واهم"
    assert marked("محم\u200cد") == "مح_م\u200cد"


def test_a_compound_parted_by_a_non_joiner_is_one_word() -> None:
    assert marked("بین\u200cالمللی") == "بین\u200cالملل_ی"
    assert marked("سبز\u200cپوش") == "س_بز\u200cپوش"
    assert marked("کتاب\u200cهایشان کتاب\u200cهایشان") == "کتاب\u200cهایش_ان کتاب\u200cهایش_ان"
    assert marked("سبز\u200cتر\u200cین\u200cها") == "س_بز\u200cتر\u200cین\u200cها"


def test_every_word_has_a_place_of_its_own() -> None:
    assert marked("قال محمد: السلام عليكم") == "ق_ال محم_د: الس_لام عليك_م"


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [("Persian", "نوشته", "نوش_ته"), ("Kurdish", "کوردستان", "کوردس_تان"), ("Uyghur", "ئۇيغۇر", "ئۇيغ_ۇر")],
)
def test_other_languages_of_the_script(language: str, word: str, expected: str) -> None:
    assert marked(word) == expected, language


def test_nastaliq_is_not_stretched() -> None:
    assert [language for language in ("ar", "fa", "ckb", "", "ur", "ur-PK", "UR", "ks") if may_stretch(language)] == [
        "ar",
        "fa",
        "ckb",
        "",
    ]
