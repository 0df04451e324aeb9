"""Dates, times and durations, written in the ways of five languages, are read back as they were meant."""

from datetime import date, time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import FactKind
from tests.facts.finding import facts_in

LANGUAGES = ("ar", "he", "fa", "ur", "en")
MONTHS = {
    "ar": (
        "يناير|كانون الثاني|جانفي|كانون الثاني/يناير", "فبراير|شباط|فيفري|شباط/فبراير", "مارس|آذار|آذار/مارس|مارس/آذار",
        "أبريل|نيسان|أفريل|ابريل|نيسان/أبريل", "مايو|أيار|ماي|أيار/مايو", "يونيو|حزيران|جوان|يونيو/حزيران",
        "يوليو|تموز|جويلية|يوليوز|تموز/يوليو", "أغسطس|آب|أوت|غشت|آب/أغسطس", "سبتمبر|أيلول|شتنبر|أيلول/سبتمبر",
        "أكتوبر|تشرين الأول|تشرين الأول/أكتوبر", "نوفمبر|تشرين الثاني|نونبر|نوفمبر/تشرين الثاني",
        "ديسمبر|كانون الأول|دجنبر|كانون الأول/ديسمبر",
    ),
    "he": (
        "בינואר|ינואר|לינואר", "בפברואר|פברואר", "במרץ|מרץ|במרס", "באפריל|אפריל", "במאי|מאי|למאי",
        "ביוני|יוני", "ביולי|יולי",
        "באוגוסט|אוגוסט", "בספטמבר|ספטמבר", "באוקטובר|לאוקטובר", "בנובמבר|נובמבר", "בדצמבר|דצמבר",
    ),
    "fa": (
        "ژانویه|ژانویهٔ", "فوریه|فوریهٔ", "مارس", "آوریل", "مه|می", "ژوئن", "ژوئیه|ژوئیهٔ|جولای",
        "اوت|آگوست", "سپتامبر", "اکتبر",
        "نوامبر", "دسامبر",
    ),
    "ur": (
        "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
    ),
    "en": (
        "January|Jan|Jan.", "February|Feb|Feb.", "March|Mar", "April|Apr.", "May", "June|Jun",
        "July|Jul", "August|Aug.",
        "September|Sept.|Sep", "October|Oct.", "November|Nov", "December|Dec.",
    ),
}  # fmt: skip
JALALI = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
HIJRI = "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة"
YEARS = {
    "ar": ("{} عام {}", "{} {}", "{} من عام {}", "{}، {}", "{} سنة {}"),
    "fa": ("{} {}", "{} سال {}"),
    "en": ("{} {}", "{}, {}"),
}
DAYS = st.dates(date(1700, 1, 1), date(2099, 12, 31))
DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "ur": "۰۱۲۳۴۵۶۷۸۹"}


def in_digits(text: str, language: str, random: Random) -> str:
    """A text with its digits as the language has them, or not."""
    own = DIGITS.get(language, "")
    if not own or random.random() < 0.5:
        return text
    return text.translate({ord(str(digit)): own[digit] for digit in range(10)})


def only(text: str, language: str, kind: FactKind) -> tuple[str, object]:
    found = [
        (words, fact.kind, fact.value) for words, fact in facts_in(text, language) if fact.kind is not FactKind.TERM
    ]
    assert [(words, found_kind) for words, found_kind, _ in found] == [(text, kind)], found
    return text, found[0][2]


@pytest.mark.parametrize("language", LANGUAGES)
@given(DAYS, st.randoms(use_true_random=False))
def test_a_day_of_any_month_is_read_back(language: str, day: date, random: Random) -> None:
    month = random.choice(MONTHS[language][day.month - 1].split("|"))
    pattern = random.choice(YEARS.get(language, ("{} {}",)))
    text = in_digits(pattern.format(f"{day.day} {month}", day.year), language, random)
    assert only(text, language, FactKind.DATE)[1] == day.isoformat()


@pytest.mark.parametrize("language", LANGUAGES)
@given(DAYS, st.randoms(use_true_random=False))
def test_a_day_in_numbers_is_read_back(language: str, day: date, random: Random) -> None:
    first, second = (day.month, day.day) if language == "en" else (day.day, day.month)
    signs = random.choice(["/", "-", "."] if language == "he" else ["/", "-"])
    texts = [
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"{day.year}/{day.month}/{day.day}",
        f"{first}{signs}{second}{signs}{day.year}",
        f"{first:02}{signs}{second:02}{signs}{day.year}",
    ]
    text = in_digits(random.choice(texts), language, random)
    assert only(text, language, FactKind.DATE)[1] == day.isoformat()


@given(st.integers(1300, 1420), st.integers(1, 12), st.integers(1, 29), st.randoms(use_true_random=False))
def test_a_jalali_day_is_read_back(year: int, month: int, day: int, random: Random) -> None:
    text = in_digits(f"{day} {JALALI.split()[month - 1]} {year}", "fa", random)
    assert only(text, "fa", FactKind.DATE)[1] == f"{year}-{month:02}-{day:02}"


@given(st.integers(1, 1500), st.integers(1, 12), st.integers(1, 29), st.randoms(use_true_random=False))
def test_a_hijri_day_is_read_back(year: int, month: int, day: int, random: Random) -> None:
    era = random.choice([" هـ", "هـ", " هجرية", " للهجرة"])
    text = in_digits(f"{day} {HIJRI.split('|')[month - 1]} {year}{era}", "ar", random)
    assert only(text, "ar", FactKind.DATE)[1] == f"{year:04}-{month:02}-{day:02}"


HOURS = {
    "ar": {"AM": ("صباحا", "صباحًا", "ص", "في الصباح"), "PM": ("مساء", "مساءً", "م", "في المساء"), "lead": "الساعة "},
    "he": {"AM": ("בבוקר",), "PM": ("בערב", "אחר הצהריים"), "lead": ""},
    "fa": {"AM": ("صبح", "بامداد"), "PM": ("عصر", "بعدازظهر", "بعد از ظهر"), "lead": "ساعت "},
    "en": {"AM": ("am", "a.m.", "AM", "in the morning"), "PM": ("pm", "p.m.", "PM", "in the afternoon"), "lead": ""},
}


@pytest.mark.parametrize("language", HOURS)
@given(st.times(), st.randoms(use_true_random=False))
def test_a_time_of_day_is_read_back(language: str, moment: time, random: Random) -> None:
    words = HOURS[language]
    part = random.choice(words["AM" if moment.hour < 12 else "PM"])
    hour = moment.hour % 12 or 12
    if language == "he" and moment.hour == 12:
        part = "בצהריים"
    text = in_digits(f"{words['lead']}{hour}:{moment.minute:02} {part}", language, random)
    assert only(text, language, FactKind.TIME)[1] == f"T{moment.hour:02}:{moment.minute:02}"


PERIODS = {
    "ar": {"Y": "سنوات", "M": "أشهر", "W": "أسابيع", "D": "أيام", "TH": "ساعات", "TM": "دقائق", "TS": "ثوان"},
    "he": {"Y": "שנים", "M": "חודשים", "W": "שבועות", "D": "ימים", "TH": "שעות", "TM": "דקות", "TS": "שניות"},
    "fa": {"Y": "سال", "M": "ماه", "W": "هفته", "D": "روز", "TH": "ساعت", "TM": "دقیقه", "TS": "ثانیه"},
    "ur": {"Y": "سال", "M": "ماہ", "W": "ہفتے", "D": "دن", "TH": "گھنٹے", "TM": "منٹ", "TS": "سیکنڈ"},
    "en": {"Y": "years", "M": "months", "W": "weeks", "D": "days", "TH": "hours", "TM": "minutes", "TS": "seconds"},
}
ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
AND = {"ar": " و", "he": " ו-", "fa": " و ", "ur": " اور ", "en": " and "}


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.lists(st.sampled_from(ORDER), min_size=1, max_size=3, unique=True), st.data())
def test_a_duration_of_several_units_is_read_back(language: str, units: list[str], data: st.DataObject) -> None:
    units.sort(key=ORDER.index)
    amounts = [data.draw(st.integers(3, 40)) for _ in units]
    text = AND[language].join(
        f"{amount} {PERIODS[language][unit]}" for amount, unit in zip(amounts, units, strict=True)
    )
    days = "".join(f"{n}{u}" for n, u in zip(amounts, units, strict=True) if "T" not in u)
    times = "".join(f"{n}{u[1]}" for n, u in zip(amounts, units, strict=True) if "T" in u)
    assert only(text, language, FactKind.DURATION)[1] == f"P{days}" + (f"T{times}" if times else "")
