"""Which way texts run, and isolates around fragments."""

import pytest

from reader.text.direction import SAMPLE, base_level, document_level, isolate, letter_counts
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


@pytest.mark.parametrize("text", ["", "123", "— * —", "١٢٣", "سلام abcd", "abcd سلام", "https://example.org"])
@pytest.mark.parametrize("default", [LTR, RTL])
def test_without_one_the_document_does(text: str, default: int) -> None:
    assert base_level(text, default) == default


@pytest.mark.parametrize(
    ("text", "level"),
    [("", LTR), ("12 — 34", LTR), ("abc", LTR), ("سلام", RTL), ("سلام abcd", RTL), ("abcd سلام", LTR), ("a سلام", RTL)],
)
def test_of_a_whole_document_the_first_letter_decides_a_tie(text: str, level: int) -> None:
    assert document_level(text) == level


def test_letters_are_counted_by_their_direction_and_marks_and_digits_are_not() -> None:
    assert letter_counts("abc سَلَّمَ שלום 12 ١٢ .") == (3, 7)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("\u2068LlamaCon\u2069 مؤتمر", (0, 5)),
        ("مؤتمر \u2066Meta \u2067ميتا\u2069 AI\u2069 جديد", (0, 9)),
        ("hello \u2067سلام", (5, 0)),
        ("hello \u2067سلام\nسلام", (5, 4)),
        ("\u2069سلام", (0, 4)),
        ("\u2067سلام\u2069", (0, 4)),
    ],
)
def test_isolates_count_only_where_there_is_nothing_else(text: str, counts: tuple[int, int]) -> None:
    assert letter_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("بقلم a.b+c@example.org.", (0, 4)),
        ("(see https://a.example/سلام)", (3, 0)),
        ("ملف /usr/share/doc هنا", (0, 6)),
        ("and/or @someone", (12, 0)),
        ("www.example.org www", (3, 0)),
    ],
)
def test_addresses_and_paths_do_not_count(text: str, counts: tuple[int, int]) -> None:
    assert letter_counts(text) == counts


@pytest.mark.parametrize("unit", ["@", "a@", "/.", "x", "www.", "http://", "\u2067", "\u2067ا\u2069"])
def test_runs_without_an_end_are_counted_in_linear_time(unit: str) -> None:
    """An hour's work for a pattern that begins anew at every character."""
    letters = letter_counts(f"ا a/b @ {unit * SAMPLE}")
    assert letters[1] >= 1


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
