"""Which way texts run, and isolates around fragments."""

import subprocess
import sys

import pytest

from reader.text.direction import SAMPLE, base_level, document_level, isolate, letter_counts, word_counts
from reader.text.layout import analyse

LTR, RTL = 0, 1


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("LlamaCon: مؤتمر ميتا الافتتاحي لمطوري الذكاء الاصطناعي", RTL),
        ("GDPR هي لائحة حماية البيانات", RTL),
        ("דוח Meta לשנת 2024", RTL),
        ("The word سلام means peace", LTR),
        ("« Le mot سلام veut dire paix »", LTR),
        ("ملف https://example.org/a/very/long/address/that/is/latin", RTL),
        ("כתבו אל someone.with.a.long.name@example.org", RTL),
        ("انظر usr/share/doc/packages/unicode/readme", RTL),
    ],
)
@pytest.mark.parametrize("default", [LTR, RTL])
def test_the_majority_of_the_letters_decides(text: str, level: int, default: int) -> None:
    assert base_level(text, default) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("الدالة getElementById تعيد HTMLElement.", RTL),
        ("دعم Vue/React", RTL),
        ("نسخة TypeScript", RTL),
        ("البصمة: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", RTL),
        ("نفّذ `git commit --amend -m message` الآن", RTL),
        ("اكتب <a href='x y z'> هنا", RTL),
        ("סביבת Visual Studio Code", RTL),
        ("הערה: see the manual page of this command", RTL),
        ("see the manual page of this command: הערה", LTR),
        ("ב-Python וגם Visual Studio", RTL),
        ("abcd سلام", RTL),
        ("C:\\דנה\\קבצים and more words", LTR),
    ],
)
@pytest.mark.parametrize("default", [LTR, RTL])
def test_words_count_and_machine_text_is_left_out(text: str, level: int, default: int) -> None:
    assert base_level(text, default) == level


@pytest.mark.parametrize("text", ["", "123", "— * —", "١٢٣", "https://example.org", "--"])
@pytest.mark.parametrize("default", [LTR, RTL])
def test_without_a_letter_the_surroundings_decide(text: str, default: int) -> None:
    assert base_level(text, default) == default


@pytest.mark.parametrize("text", ["README.md", "getElementById()", "--help"])
@pytest.mark.parametrize("default", [LTR, RTL])
def test_what_is_machine_text_alone_goes_by_its_letters(text: str, default: int) -> None:
    assert base_level(text, default) == LTR


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", LTR),
        ("12 — 34", LTR),
        ("abc", LTR),
        ("سلام", RTL),
        ("سلام abcd", RTL),
        ("a سلام", RTL),
        ("العربية | " + "an English document " * 20, LTR),
        ("README.md a.b " * 40 + "هذا المستند بالعربية", RTL),
    ],
)
def test_a_document_goes_by_its_words(text: str, level: int) -> None:
    assert document_level(text) == level


def test_letters_are_counted_by_their_direction_and_marks_and_digits_are_not() -> None:
    assert letter_counts("abc سَلَّمَ שלום 12 ١٢ .") == (3, 7)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("\u2068LlamaCon\u2069 مؤتمر", (0, 1)),
        ("مؤتمر \u2066Meta \u2067ميتا\u2069 AI\u2069 جديد", (0, 2)),
        ("hello \u2067سلام", (1, 0)),
        ("hello \u2067سلام\nسلام", (1, 1)),
        ("\u2069سلام", (0, 1)),
        ("\u2067سلام\u2069", (0, 1)),
        ("بقلم a.b+c@example.org.", (0, 1)),
        ("(see https://a.example/سلام)", (1, 0)),
        ("ملف /usr/share/doc هنا", (0, 2)),
        ("this and/or @someone", (1, 0)),
        ("www.example.org www", (1, 0)),
    ],
)
def test_isolates_count_only_where_there_is_nothing_else_and_addresses_never(
    text: str, counts: tuple[int, int]
) -> None:
    assert word_counts(text) == counts


@pytest.mark.parametrize("unit", ["@", "a@", "/.", "x", "www.", "http://", "\u2067", "\u2067ا\u2069"])
def test_runs_without_an_end_are_counted_in_linear_time(unit: str) -> None:
    """An hour's work for a pattern that begins anew at every character."""
    assert word_counts(f"ا a/b @ {unit * SAMPLE}")[1] >= 1


def test_of_a_long_text_only_the_beginning_counts() -> None:
    assert document_level("ا" * SAMPLE + "a" * 2 * SAMPLE) == RTL


@pytest.mark.parametrize("fragment", ["GDPR)", "سلام (", "12", "\u200fabc"])
@pytest.mark.parametrize("base", [LTR, RTL])
def test_an_isolated_fragment_leaves_the_sentence_around_it_in_order(fragment: str, base: int) -> None:
    before, after = "[1] ", " [2]"
    text = f"{before}{isolate(fragment)}{after}"
    line = analyse(text, base).wrap(100)[0]
    first = line.cells_of(0, 3)[0].start
    last = line.cells_of(len(text) - 3, len(text))[0].start
    assert (first < last) is (base == LTR)


def test_an_isolate_runs_its_own_way_whatever_stands_around() -> None:
    assert isolate("abc def") == "\u2066abc def\u2069"
    assert isolate("سلام abc لكم") == "\u2067سلام abc لكم\u2069"
    assert isolate("12", RTL) == "\u206712\u2069"


@pytest.mark.parametrize("shape", ["/a.b?c=d&", "a@b.", "a@", "1-", "٠٫", "(", "«", "A.", "x/", "#", "א/"])
def test_a_line_without_spaces_costs_what_it_is_long(shape: str) -> None:
    code = (
        "import sys, time\n"
        "from reader.text.direction import base_level, document_level\n"
        "def spent(length):\n"
        "    text = (sys.argv[1] * length)[:length]\n"
        "    start = time.process_time()\n"
        "    base_level(text, 0), document_level(text)\n"
        "    return time.process_time() - start\n"
        "spent(100)\n"
        "print(spent(96_000) / max(spent(12_000), 0.005))"
    )
    asked = [sys.executable, "-c", code, shape]
    ratio = float(subprocess.run(asked, capture_output=True, check=True, text=True).stdout)
    assert ratio <= 24  # eight times as long; quadratic is 64
