"""Lines: where they break, what they show, and what cells lead back to."""

import unicodedata

import pytest

from reader.text.layout import Cells, Line, analyse


def lines(text: str, width: int, base: int = 1, *, marks: bool = True) -> list[Line]:
    return list(analyse(text, base, marks=marks).wrap(width))


def sources(text: str, width: int, base: int = 0) -> list[str]:
    return [text[line.start : line.end] for line in lines(text, width, base)]


def painted(text: str, width: int = 1000, base: int = 0) -> list[str]:
    return [line.text for line in lines(text, width, base)]


def test_a_column_is_at_least_one_cell_wide() -> None:
    with pytest.raises(ValueError, match="one cell"):
        analyse("a", 0).wrap(0)


def test_an_empty_paragraph_has_one_empty_line() -> None:
    (line,) = lines("", 10)
    assert (line.start, line.end, line.clusters, line.text) == (0, 0, (), "")
    assert line.index_at(3) == 0


def test_lines_break_in_logical_order_at_the_shaped_width() -> None:
    text = "سلام لا تقل Meta AI هنا"
    assert sources(text, 8, 1) == ["سلام لا ", "تقل Meta ", "AI هنا"]
    assert [line.width for line in lines(text, 8)] == [5, 8, 6]
    assert sources(text, 9, 1)[0] == "سلام لا تقل "


def test_words_from_right_to_left_are_not_hyphenated() -> None:
    assert sources("كتاب مستش\u00adفيات", 10, 1) == ["كتاب ", "مستش\u00adفيات"]
    assert sources("the مستش\u00adفيات", 10, 0) == ["the ", "مستش\u00adفيات"]
    assert sources("של מל\u00adים", 6, 1) == ["של ", "מל\u00adים"]
    assert "-" not in "".join(painted("مستش\u00adفيات", 4, 1))


def test_a_soft_hyphen_behind_a_space_is_no_hyphen() -> None:
    assert painted("אב a  \u00adbcd", 5, 1)[0] == "a בא"


def test_a_hyphen_stands_behind_its_word_in_a_paragraph_from_right_to_left() -> None:
    assert painted("אבג auto\u00admatic", 10, 1) == ["auto- גבא", "matic"]


def test_a_word_cut_before_soft_hyphens_shows_none() -> None:
    assert sources("a\u00ad\u00adb", 1) == ["a", "\u00ad\u00adb"]
    assert painted("a\u00ad\u00ad\u00adb", 1) == ["a", "b"]


def test_white_space_hangs_at_the_end_and_belongs_to_its_line() -> None:
    (first, second) = lines("abc   def", 4, 0)
    assert (first.text, first.width, first.end) == ("abc", 3, 6)
    assert first.cells_of(3, 6) == ()
    assert second.text == "def"


def test_a_word_longer_than_the_line_is_cut_between_clusters() -> None:
    assert sources("كَتَبَ", 1, 1) == ["كَ", "تَ", "بَ"]
    assert sources("السلام", 3, 1) == ["الس", "لام"]
    assert sources("سلا", 1, 1) == ["س", "لا"]
    assert sources("a漢b", 1) == ["a", "漢", "b"]
    assert sources("👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 2) == ["👨\u200d👩\u200d👧"] * 2


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_line_ends_break_lines_and_show_nothing(end: str) -> None:
    text = f"سطر{end}آخر"
    assert sources(text, 40, 1) == [f"سطر{end}", "آخر"]
    assert all(line.width == 3 for line in lines(text, 40))


def test_a_line_end_at_the_end_adds_no_line() -> None:
    assert sources("a\n", 9) == ["a\n"]
    assert sources("\n\na", 9) == ["\n", "\n", "a"]


def test_tabs_reach_the_next_stop_from_the_side_the_line_begins_at() -> None:
    assert painted("a\tb") == ["a       b"]
    assert painted("אב\tג", base=1) == ["ג      בא"]
    (line,) = lines("a\tb", 20, 0)
    assert line.cells_of(1, 2) == (Cells(1, 8),)
    assert sources("abc\tdef", 9) == ["abc\t", "def"]


def test_a_soft_hyphen_behind_a_space_or_a_control_is_in_no_word() -> None:
    assert painted("ab \u00adcdef", 5) == ["ab ", "cdef"]
    assert painted("ab\u2066\u00adcdef\u2069", 5) == ["ab", "cdef"]


def test_a_soft_hyphen_is_seen_only_where_it_breaks_the_line() -> None:
    assert painted("auto\u00admatic") == ["automatic"]
    assert painted("auto\u00admatic", 6) == ["auto-", "matic"]
    assert painted("auto\u00admatic", 4) == ["auto", "mati", "c"]


def test_mirrored_characters_mirror_in_what_is_painted_only() -> None:
    text = "(א) < ב"
    (line,) = lines(text, 20, 1)
    assert line.text == "ב > (א)"
    assert line.index_at(0) == text.index("ב")


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x1b", "␛"), ("\0", "␀"), ("\x07", "␇"), ("\x7f", "␡"), ("\x9b", "\ufffd"),
        ("\ud800", "\ufffd"), ("\uffff", "\ufffd"),
        ("\u200e", ""), ("\u061c", ""), ("\u2067", ""), ("\u202e", ""), ("\ufeff", ""),
        ("\u2060", ""), ("\u200c", ""), ("\u200d", ""),
        ("\u06dd", "○"), ("\u0600", "#"), ("\U000e0041", ""),
    ],
)  # fmt: skip
def test_what_terminals_cannot_be_trusted_with(char: str, shown: str) -> None:
    (line,) = lines(f"a{char}", 20, 0)
    assert line.text == f"a{shown}"
    assert line.width == 1 + len(shown)


@pytest.mark.parametrize("text", ["\u064b", "a\n\u0301", "\u200e\u0301"])
def test_a_mark_with_nothing_to_stand_on_gets_a_dotted_circle(text: str) -> None:
    last = lines(text, 20, 0)[-1]
    assert last.text == "◌" + text[-1]
    assert last.width == 1


def test_a_mark_on_a_space_stands_on_the_space() -> None:
    text = "ab \u0301cd"
    assert painted(text) == [text]
    assert sources(text, 3) == ["ab \u0301", "cd"]


def test_of_a_million_marks_sixteen_are_painted_and_all_are_kept() -> None:
    text = "ب" + "\u064e" * 1_000_000 + "ت"
    (line,) = lines(text, 20)
    assert [(cluster.start, cluster.end) for cluster in sorted(line.clusters)] == [
        (0, 1_000_001),
        (1_000_001, 1_000_002),
    ]
    assert len(line.text) == 2 + 16


def test_half_a_lam_alef_is_the_whole_of_it() -> None:
    text = "سلام"
    (line,) = lines(text, 20)
    lam, alef = text.index("ل"), text.index("ا")
    assert line.cells_of(lam, lam + 1) == line.cells_of(alef, alef + 1) == (Cells(1, 2),)
    assert line.index_at(1) == lam


def test_a_logical_range_is_several_runs_where_direction_breaks_it_up() -> None:
    text = "قال Meta اليوم"
    (line,) = lines(text, 40)
    start, end = text.index("ل"), text.index("ta")
    assert line.text.startswith("ﻡﻮﻴﻟﺍ")
    assert line.cells_of(start, end) == (Cells(6, 8), Cells(10, 12))
    assert line.cells_of(0, len(text)) == (Cells(0, 14),)


def test_columns_beside_the_line_lead_to_its_ends() -> None:
    (line,) = lines("אבג", 9)
    assert [line.index_at(column) for column in (-5, 0, 1, 2, 9)] == [2, 2, 1, 0, 0]


def test_emoji_keep_what_makes_one_picture_of_them() -> None:
    for picture in ("👨\u200d👩\u200d👧", "🇸🇦", "❤\ufe0f", "1\ufe0f\u20e3", "🏴\U000e0067\U000e0062\U000e007f"):
        (line,) = lines(picture + "א", 20)
        assert line.text == "א" + picture
        assert line.width == 3


def test_a_joiner_after_emoji_is_not_painted() -> None:
    assert painted("👨\u200d👧\u200c") == ["👨\u200d👧"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" ab", [" ", "a", "b"]),
        ("漢\u00ad0", ["漢", "\u00ad0"]),
        ("\u200b漢a", ["\u200b漢", "a"]),
        ("a \u0301", ["a", " \u0301"]),
        ("\u3000\u0301", ["\u3000\u0301"]),
        ("\t\u0301", ["\t", "\u0301"]),
        ("0\u00ad0", ["0", "\u00ad0"]),
    ],
)
def test_a_column_of_one_cell(text: str, expected: list[str]) -> None:
    assert sources(text, 1) == expected


def test_hidden_marks_leave_letters_and_ranges() -> None:
    text = "بِسْمِ اللَّهِ آمَن أُ שָׁלוֹם e\u0301"
    shown, hidden = lines(text, 60)[0], lines(text, 60, marks=False)[0]
    assert not any(unicodedata.combining(char) for char in hidden.text if char != "\u0301")
    assert "e\u0301" in hidden.text
    assert [cluster[:2] for cluster in hidden.clusters] == [cluster[:2] for cluster in shown.clusters]
    assert hidden.width == shown.width


def test_the_base_level_is_the_majoritys_when_none_is_given() -> None:
    assert analyse("LlamaCon: مؤتمر ميتا الافتتاحي").base == 1
    assert analyse("the word سلام").base == 0


def test_lines_are_found_only_as_far_as_they_are_asked_for() -> None:
    text = "كلمة (أخرى) و12 word " * 100_000
    paragraph = analyse(text, 1)
    found = paragraph.wrap(60)
    assert found[3].start > 0
    assert found.known == 4
    assert not found.complete
    assert paragraph._analysis.known < 20_000
    row = found.row_of(50_000)
    assert found[row].start <= 50_000 < found[row].end
    assert found.known == row + 1
    assert paragraph._analysis.known < 80_000


def test_lines_are_a_sequence() -> None:
    found = analyse("aa bb cc dd", 0).wrap(2)
    assert [line.text for line in found[1:3]] == ["bb", "cc"]
    assert found[-1].text == "dd"
    assert len(found) == 4
    assert found.complete
    with pytest.raises(IndexError):
        found[4]
    assert found.row_of(10_000) == 3


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "text",
    [
        " " * 300_000 + "/",
        "word" + " " * 300_000 + "/",
        "\u200b\u200e" * 200_000 + "word",
        "x" * 40 + "\u00ad\u200e" * 200_000 + "word",
        "\t" * 300_000,
        "a\tb\t" * 50_000,
        "\u2067" * 300_000 + "word",
        "ـ" * 300_000,
        "لا" * 200_000,
        "\n" * 100_000,
        "\r\n" * 100_000,
        "-" * 300_000,
    ],
    ids=lambda text: ascii(text[:3]),
)
def test_hostile_texts_are_laid_out_whole_in_linear_time(text: str) -> None:
    """Quadratic time would take minutes here."""
    found = analyse(text, 1).wrap(40)
    assert found[0].start == 0
    assert found.row_of(len(text)) == len(found) - 1
    assert found[-1].end == len(text)
    assert analyse(text, 1).wrap(1_000_000)[0].start == 0


def test_a_giant_paragraph_in_brackets_and_one_without_a_space_show_their_first_line() -> None:
    json = '{"عنوان": [' + '{"كلمة": "word", "رقم": 12}, ' * 40_000 + "]}"
    assert analyse(json, 1).wrap(60)[0].width > 50
    assert analyse("QUJD" * 100_000, 0).wrap(60)[0].width == 60
    assert analyse("漢字" * 100_000, 0).wrap(60)[0].width == 60
    assert analyse("12345 " * 50_000, 1).wrap(60)[0].width == 59
