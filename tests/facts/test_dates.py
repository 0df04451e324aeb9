import pytest

from reader.model import FactKind
from tests.facts.finding import facts_in, only_fact

DATES = [
    ("ar", "للربع الرابع من عام 2024", "2024-Q4"),
    ("ar", "29 أبريل", "XXXX-04-29"),
    ("ar", "عام 2023", "2023"),
    ("ar", "الخامس من حزيران/يونيو 1967", "1967-06-05"),
    ("ar", "الأربعاء الموافق 13 شباط 2013", "2013-02-13"),
    ("ar", "15 / 1 / 1959", "1959-01-15"),
    ("ar", "2 إلى 7 فبراير 2018", "2018-02-02/2018-02-07"),
    ("ar", "القرن التاسع عشر", "18XX"),
    ("ar", "ثمانينيات القرن العشرين", "198X"),
    ("ar", "النصف الثاني من عام 2020", "2020-07/2020-12"),
    ("ar", "كانون الأول 2019", "2019-12"),
    ("ar", "1 جانفي 2020", "2020-01-01"),
    ("ar", "3 شتنبر 2011", "2011-09-03"),
    ("ar", "الأسبوع الثالث من عام 2027", "2027-W03"),
    ("ar", "عام 44 ق.م", "-0044"),
    ("ar", "بين عامي 1990 و1995", "1990/1995"),
    ("fa", "سال ۹۲", "XX92"),
    ("ur", "14 اگست 1947", "1947-08-14"),
    ("he", "14 במאי 1948", "1948-05-14"),
    ("he", "בין ספטמבר 1962 לפברואר 1963", "1962-09/1963-02"),
    ("en", "July 4, 1776", "1776-07-04"),
    ("en", "Q3 2022", "2022-Q3"),
]


@pytest.mark.parametrize(("language", "text", "value"), DATES, ids=[text for _, text, _ in DATES])
def test_dates_state_what_the_text_states(language: str, text: str, value: str) -> None:
    words, fact = only_fact(text, language, FactKind.DATE)
    assert (words, fact.value) == (text, value)


CALENDARS = [
    ("ar", "15 رمضان 1445 هـ", "1445-09-15", "islamic", "2024-03-25"),
    ("fa", "۲۲ بهمن ۱۳۵۷", "1357-11-22", "persian", "1979-02-11"),
    ("fa", "سال ۱۴۰۰ شمسی", "1400", "persian", "2021-03-21/2022-03-20"),
    ("he", "15 בניסן 5784", "5784-01-15", "hebrew", "2024-04-23"),
    ("ar", "محرم 1446 هـ", "1446-01", "islamic", "2024-07-07/2024-08-04"),
]


@pytest.mark.parametrize(
    ("language", "text", "value", "calendar", "gregorian"), CALENDARS, ids=[row[1] for row in CALENDARS]
)
def test_other_calendars_have_their_gregorian_days(
    language: str, text: str, value: str, calendar: str, gregorian: str
) -> None:
    words, fact = only_fact(text, language, FactKind.DATE)
    assert (words, fact.value, fact.calendar, fact.gregorian) == (text, value, calendar, gregorian)


@pytest.mark.parametrize(
    "text",
    [
        "31 فبراير 2020",
        "30/2/2019",
        "29 فبراير 2023",
        "2019-13-01",
        "اليوم وغدا",
        "العام الماضي",
        "يناير الماضي",
        "هذا مايو",
        "آب",
        "مارس الرياضة",
    ],
)
def test_what_is_no_day_or_hangs_on_today_is_no_date(text: str) -> None:
    dates = [
        words for words, _ in facts_in(text, "ar", FactKind.DATE, FactKind.DATETIME) if words == text or "XXXX" in words
    ]
    assert dates == []


def test_an_impossible_day_is_not_taken_for_a_number_and_a_month() -> None:
    assert facts_in("30/2/2019", "ar") == []


TIMES = [
    ("ar", "الساعة الثالثة وربع العصر", "T15:15"),
    ("ar", "الساعة الخامسة إلا ثلث مساء", "T16:40"),
    ("ar", "بعد الظهر 7:00", "T19:00"),
    ("ar", "من 5 إلى 6 في المساء", "T17:00/T18:00"),
    ("ar", "8:00:25 صباحا", "T08:00:25"),
    ("fa", "ساعت هشت صبح", "T08:00"),
    ("ur", "پونے چار بجے", "T03:45"),
    ("he", "רבע לשש", "T05:45"),
    ("en", "half past nine", "T09:30"),
    ("en", "12 am", "T00:00"),
]


@pytest.mark.parametrize(("language", "text", "value"), TIMES, ids=[text for _, text, _ in TIMES])
def test_times_are_on_a_dial_of_24_hours(language: str, text: str, value: str) -> None:
    words, fact = only_fact(text, language, FactKind.TIME)
    assert (words, fact.value) == (text, value)


@pytest.mark.parametrize("text", ["غدا الساعة 8 صباحا", "يوم الجمعة الساعة 3", "25:10", "الساعة 9 صباحا اليوم"])
def test_a_time_of_a_day_that_hangs_on_today_is_no_fact(text: str) -> None:
    assert facts_in(text, "ar", FactKind.TIME, FactKind.DATETIME, FactKind.NUMBER) == []


def test_a_date_and_its_time_are_one_fact_in_either_order() -> None:
    assert only_fact("12 يناير 2016 الساعة 8:00 مساء", "ar", FactKind.DATETIME)[1].value == "2016-01-12T20:00"
    assert only_fact("19:00 ، 2016-12-22", "ar", FactKind.DATETIME)[1].value == "2016-12-22T19:00"


DURATIONS = [
    ("ar", "ساعتين", "PT2H"),
    ("ar", "ثلاث سنوات ونصف", "P3.5Y"),
    ("ar", "شهر وأسبوعين", "P1M2W"),
    ("ar", "ربع ساعة", "PT0.25H"),
    ("fa", "دو هفته", "P2W"),
    ("ur", "ڈیڑھ گھنٹہ", "PT1.5H"),
    ("he", "שעה וחצי", "PT1.5H"),
    ("en", "two years and six months", "P2Y6M"),
    ("ur", "3 3/4 ہفتے", "P3.75W"),
]


@pytest.mark.parametrize(("language", "text", "value"), DURATIONS, ids=[text for _, text, _ in DURATIONS])
def test_durations_keep_the_units_of_the_text(language: str, text: str, value: str) -> None:
    assert only_fact(text, language, FactKind.DURATION) == (text, only_fact(text, language, FactKind.DURATION)[1])
    assert only_fact(text, language, FactKind.DURATION)[1].value == value


@pytest.mark.parametrize("text", ["منذ شهرين", "قبل ثلاثة أيام", "بعد 5 دقائق"])
def test_a_duration_counted_from_now_is_no_fact(text: str) -> None:
    assert facts_in(text, "ar") == []
