"""Machine text found in prose, and what is none."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text import isolates
from reader.text.machine import MachineKind, MachineRun, runs
from reader.text.machine_shapes import AT_LETTER, AT_SIGN, may_begin
from tests.strategies import texts


def found(text: str) -> list[str]:
    return [text[run.start : run.end] for run in runs(text, 0, len(text), len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("العنوان https://example.org/a_(b)/c. ثم", "https://example.org/a_(b)/c"),
        ("راجع (www.example.org/ar) الآن", "www.example.org/ar"),
        ("כתבו אל a.b+c@example.co.il, תודה", "a.b+c@example.co.il"),
        ("שכפלו את git@github.com:user/repo.git עכשיו", "git@github.com:user/repo.git"),
        ("افتح /etc/hosts، ثم", "/etc/hosts"),
        ("קובץ ~/.bashrc שלי", "~/.bashrc"),
        ("في ./كتب/ملف.txt نعم", "./كتب/ملف.txt"),
        ("في كتب/علوم/ملف.txt نعم", "كتب/علوم/ملف.txt"),
        ("C:\\Program Files (x86)\\a\\b.exe נפתח", "C:\\Program Files (x86)\\a\\b.exe"),
        ("התיקייה \\\\srv\\share\\דנה כאן", "\\\\srv\\share\\דנה"),
        ("المجلد .github/workflows/ هنا", ".github/workflows/"),
        ("الخيار --opt=value، ثم", "--opt=value"),
        ("הדגל -x כאן", "-x"),
        ("עם ל--help כאן", "--help"),
        ("نفذ git commit --amend -m fix الآن", "git commit --amend -m fix"),
        ("نفذ cd /tmp && ls -la | grep foo الآن", "cd /tmp && ls -la | grep foo"),
        ("نفذ npm i -g @angular/cli الآن", "npm i -g @angular/cli"),
        ("תוכנת Visual C++ ישנה", "Visual C++"),
        ("סביבת .NET Core 3.1 ישנה", ".NET Core 3.1"),
        ("ב-C# אפשר", "C#"),
        ("الدالة obj.read(a, b) تعيد", "obj.read(a, b)"),
        ("النوع std::vector<int> هنا", "std::vector<int>"),
        ("الاسم __init__ خاص", "__init__"),
        ('اكتب <a href="x"> هنا', '<a href="x">'),
        ("לפי @dana ו", "@dana"),
        ("قال أحمد و@mention هنا", "@mention"),
        ("כתבו ל@dana עכשיו", "@dana"),
        ("انظر الـ#Python هنا", "#Python"),
        ("وسم #لغة_عربية جديد", "#لغة_عربية"),
        ("رقم #1234 مغلق", "#1234"),
        ("ISBN 978-3-16-148410-X ספר", "ISBN 978-3-16-148410-X"),
        ("اتصل على +966 (11) 123-4567 غدا", "+966 (11) 123-4567"),
        ("טלפון 054-1234567 שלי", "054-1234567"),
        ("الإصدار 1.0.0-rc.1+b5 صدر", "1.0.0-rc.1+b5"),
        ("يتطلب >=3.10 فقط", ">=3.10"),
        ("في 2024-01-05 صدر", "2024-01-05"),
        ("עד 2024-01-05T10:00:00+02:00 בלבד", "2024-01-05T10:00:00+02:00"),
        ("fe80::1%eth0/64 عنوان", "fe80::1%eth0/64"),
        ("00:1a:2B:3c:4d:5e عنوان", "00:1a:2B:3c:4d:5e"),
        ("حرارة -5.5° اليوم", "-5.5°"),
        ("دما \u2212۱۵ درجه", "\u2212۱۵"),
        ("סכום -₪5,000.00 בלבד", "-₪5,000.00"),
        ("قيمة $x^2$ هنا", "$x^2$"),
        ("الأمر `قائمة -x` هنا", "`قائمة -x`"),
        ("2+2=4 נכון", "2+2=4"),
    ],
)
def test_machine_text_is_found_whole_and_without_what_stands_beside_it(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "كلام عربي، ثم كلام! (نعم) - لا.",
        "the cat and/or the dog; TCP/IP at 5 km/h, e.g. this.",
        "בנים/בנות ו/או ילדים",
        "من 10-20 كم، 2019-2020 و 5–7",
        "في 05/01/2024 عند 10:30 بنسبة 16:9 و 24/7",
        "السنوات 1990 2000 2010 2020 و 1 2 3 4",
        "درجة -٥ و +٣ و ٢٠٢٤-٠١-٠٥",
        "ל-5 אנשים, מ-10-20, ב-Python",
        "منظمة الصحة WHO(منظمة) و U.S. و Node.js و snake_case",
        "price 5$ and 6% of v2.0-beta",
        "5 - 3 = 2 و * نقطة",
        "قال: \"نعم\" و 'لا'",
    ],
)
def test_words_fractions_and_ranges_are_none(text: str) -> None:
    assert not found(text)


@given(texts)
def test_finds_are_in_order_and_do_not_overlap(text: str) -> None:
    at = 0
    for run in runs(text, 0, len(text), len(text)):
        assert at <= run.start < run.end <= len(text)
        at = run.end


@given(st.text(alphabet="aZ0۵א/\\.:-_@#$%<>=+`()[]{} \"'~&|*", max_size=80))
def test_nothing_is_found_across_a_line_end(text: str) -> None:
    twice = f"{text}\n{text}"
    assert not [run for run in runs(twice, 0, len(twice), len(twice)) if run.start < len(text) < run.end]


def test_kinds_say_what_a_find_is() -> None:
    text = "`x` /a/b --c @d <e> -1"
    assert [run.kind for run in runs(text, 0, len(text), len(text), phrases=False)] == [
        MachineKind.CODE,
        MachineKind.ADDRESS,
        MachineKind.PHRASE,
        MachineKind.NAME,
        MachineKind.TAG,
        MachineKind.NUMBER,
    ]


SIGNS = "`$\\~./%<>&;{}@#-*_:+()=!^\u2212±€\"',|[] \n"


@given(st.text(st.sampled_from(SIGNS + "aZtel0١۲اوñ\u2066\u2069"), min_size=1, max_size=12))
@example("`a`")
@example("\u2212۲")
@example("&amp;")
@example("a_")
@example("/-")
@example("%a%")
def test_a_look_at_two_characters_passes_over_nothing(text: str) -> None:
    for at, char in enumerate(text):
        found = None if char.isdecimal() else (AT_LETTER if char.isalpha() else AT_SIGN).match(text, at)
        if found and found[0] not in {"/", "\\"}:
            assert may_begin(text, at, len(text))


@pytest.mark.parametrize("unit", ["![", "a/", "("])
def test_a_run_without_a_space_is_looked_at_once_however_long(unit: str) -> None:
    """Quadratic time would take minutes here."""
    text = (unit * 300_000)[:300_000]
    assert all(0 <= run.start < run.end <= len(text) for run in runs(text, 0, 100, len(text)))


def test_data_without_a_space_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def counted(text: str, start: int, stop: int, end: int, *, phrases: bool = True) -> Iterator[MachineRun]:
        looked.append(end - start)
        return runs(text, start, stop, end, phrases=phrases)

    monkeypatch.setattr(isolates, "runs", counted)
    text = "*" * 100_000
    isolates.IsolatedText(text, 1).within(0, len(text))
    assert sum(looked) == len(text)
