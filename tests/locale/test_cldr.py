"""Plural forms, dates and durations are CLDR's."""

from datetime import date, datetime
from itertools import groupby

import pytest

from reader.locale import LANGUAGES, Messages
from reader.locale.cldr import plural_form, plural_forms

SAMPLES = {
    "ar": {
        "zero": "0",
        "one": "1",
        "two": "2",
        "few": "3~10, 103~110, 1003",
        "many": "11~26, 111, 1011",
        "other": "100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 100000, 1000000",
    },
    "en": {"one": "1", "other": "0, 2~16, 100, 1000, 10000, 100000, 1000000"},
    "fa": {"one": "0, 1", "other": "2~17, 100, 1000, 10000, 100000, 1000000"},
    "he": {"one": "1", "two": "2", "other": "0, 3~17, 100, 1000, 10000, 100000, 1000000"},
    "ur": {"one": "1", "other": "0, 2~16, 100, 1000, 10000, 100000, 1000000"},
}
"""The @integer samples of CLDR's plurals.xml."""


def integers(samples: str) -> list[int]:
    spans = [span.partition("~") for span in samples.split(", ")]
    return [number for first, _, last in spans for number in range(int(first), int(last or first) + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_samples(language: str) -> None:
    assert SAMPLES[language].keys() == plural_forms(language)
    for form, samples in SAMPLES[language].items():
        assert {plural_form(language, number) for number in integers(samples)} == {form}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_another_program(language: str) -> None:
    locale = pytest.importorskip("babel").Locale(language)
    assert all(plural_form(language, number) == locale.plural_form(number) for number in range(2000))


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("en", "February 3, 2026", "February 3, 2026, 09:05"),
        ("ar", "٣ فبراير ٢٠٢٦", "٣ فبراير ٢٠٢٦، ٠٩:٠٥"),
        ("he", "3 בפברואר 2026", "3 בפברואר 2026, 9:05"),
        ("fa", "۱۴ بهمن ۱۴۰۴", "۱۴ بهمن ۱۴۰۴، ساعت ۹:۰۵"),
        ("ur", "3 فروری، 2026", "3 فروری، 2026 09:05"),
    ],
)
def test_dates_are_written_in_words(language: str, day: str, moment: str) -> None:
    messages = Messages(language)
    assert messages.date(date(2026, 2, 3)) == day
    assert messages.moment(datetime(2026, 2, 3, 9, 5)) == moment  # noqa: DTZ001 - a local time


def test_durations_have_their_plural_forms() -> None:
    arabic = Messages("ar").duration
    told = [arabic(1), arabic(2), arabic(5), arabic(12), arabic(60), arabic(125), arabic(190)]
    assert told == [
        "دقيقة", "دقيقتان", "٥ دقائق", "١٢ دقيقة", "ساعة", "ساعتان و٥ دقائق", "٣ ساعات و١٠ دقائق",
    ]  # fmt: skip
    assert [Messages(language).duration(65) for language in LANGUAGES if language != "ar"] == [
        "1 hr 5 min", "1 שעה 5 דקות", "۱ ساعت و ۵ دقیقه", "1 گھنٹہ اور 5 منٹ",
    ]  # fmt: skip


def test_what_is_counted_has_its_form() -> None:
    def said(count: int) -> str:
        return (
            Messages("ar").text("leaving.waiting", count=count).translate(dict.fromkeys(map(ord, "\u2066\u2067\u2069")))
        )

    forms = [said(count) for count in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    assert [len([*same]) for _, same in groupby(forms)] == [1] * len(forms)
    assert (said(2), said(5), said(11), said(100)) == (
        "علامتان لم تُحفظا بعد",
        "٥ علامات لم تُحفظ بعد",
        "١١ علامةً لم تُحفظ بعد",
        "١٠٠ علامة لم تُحفظ بعد",
    )
