"""Bidi levels of hostile and of ordinary texts; conformance is shown in tests/conformance."""

import pytest

from reader.text.bidi import levels_of, line_levels, visual_order
from reader.text.bidi_explicit import MAX_DEPTH
from reader.text.layout import analyse
from tests.reading import code_points_in_order

HEBREW = str.maketrans({letter: chr(0x5D0 + i) for i, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")})
ENGLISH = str.maketrans({chr(0x5D0 + i): letter for i, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")})
CONTROLS = {
    "{rli}": "\u2067", "{lri}": "\u2066", "{fsi}": "\u2068", "{pdi}": "\u2069", "{rlo}": "\u202e", "{lro}": "\u202d",
    "{rle}": "\u202b", "{lre}": "\u202a", "{pdf}": "\u202c", "{rlm}": "\u200f", "{lrm}": "\u200e",
}  # fmt: skip


def painted(capitals: str, base: int) -> str:
    """CapRTL: capitals stand for right-to-left letters, braces for controls; what a line shows from left to right."""
    text = capitals
    for name, control in CONTROLS.items():
        text = text.replace(name, control)
    (line,) = analyse(text.translate(HEBREW), base).wrap(1000)
    return line.text.translate(ENGLISH)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("car IS red", 0, "car SI red"),
        ("car IS red", 1, "red SI car"),
        ("THE (rust) BOOK", 1, "KOOB (rust) EHT"),
        ("LAW (GDPR x)", 1, "(x RPDG) WAL"),
        ("a (B) c", 0, "a (B) c"),
        ("A (b) C", 0, "A (b) C"),
        ("A (b C", 1, "C b) A"),
        ("COST 3,50 NOW", 1, "WON 3,50 TSOC"),
        ("FROM 4-22 X", 1, "X 4-22 MORF"),
        ("A -5 B", 1, "B 5- A"),
        ("A 5% B", 1, "B 5% A"),
        ("MAIL a@b.c!", 1, "!a@b.c LIAM"),
        ("he said {rli}GOOD DAY{pdi}, twice", 0, "he said YAD DOOG, twice"),
        ("X {lri}a, B{pdi} Y", 1, "Y a, B X"),
        ("{fsi}A b{pdi}: c", 0, "b A: c"),
        ("a {rlo}bcd{pdf} e", 0, "a dcb e"),
        ("A {lro}BCD{pdf} E", 1, "E BCD A"),
        ("A{lrm}! B", 1, "B !A"),
        ("C++{lrm} X", 1, "X ++C"),
        ("<A>", 1, "<A>"),
        ("“A” «b»", 1, "«b» ”A“"),
    ],
)
def test_reading_order(text: str, base: int, expected: str) -> None:
    assert painted(text, base) == expected


def test_every_paragraph_of_a_text_is_resolved_by_itself() -> None:
    text = "a (א\nb) ג"
    first, second = text.split("\n")
    assert levels_of(text, 0) == levels_of(first + "\n", 0) + levels_of(second, 0)


def test_the_line_has_the_paragraphs_levels_but_for_white_space_at_its_end() -> None:
    text = "abc אבג דהו"
    levels = levels_of(text, 0)
    end = text.index("ד")
    assert list(line_levels(text[:end], levels[:end], 0)) == [0, 0, 0, 0, 1, 1, 1, 0]


def test_order_depends_on_levels_alone() -> None:
    assert visual_order(b"") == []
    assert visual_order(bytes([0, 1, 1, 2, 2, 1, 0])) == [0, 5, 3, 4, 2, 1, 6]
    assert visual_order(bytes([2, 2, 1])) == [2, 0, 1]


def test_embeddings_deeper_than_the_limit_are_ignored() -> None:
    text = "\u202b" * 300 + "a" + "\u202c" * 300 + "b"
    levels = levels_of(text, 0)
    assert max(levels) == MAX_DEPTH + 1
    assert levels[-1] == 0


def test_an_unmatched_control_ends_with_the_paragraph() -> None:
    text = "\u2067abc\nabc"
    assert list(levels_of(text, 0)[-3:]) == [0, 0, 0]


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "text",
    [
        "\u2067" * 10_000 + "a" + "\u2069" * 10_000,
        "\u2068" * 10_000,
        ("\u2068a\u2069" * 5_000 + "א") * 2,
        "(" * 10_000 + "א",
        "א" + "([{" * 10_000 + ")]}" * 10_000,
        ")" * 10_000,
        "()" * 10_000 + "א",
        "\u202b" * 125 + "(א" * 10_000,
        "%" * 50_000 + "א",
        "א1" + "," * 50_000 + "1",
        "א" + "\u0301" * 1_000_000,
        "1\u0301,\u0301" * 20_000 + "א",
    ],
    ids=lambda text: ascii(text[:6]),
)
@pytest.mark.parametrize("base", [0, 1])
def test_hostile_texts_are_resolved_and_laid_out_whole(text: str, base: int) -> None:
    assert len(levels_of(text, base)) == len(text)
    lines = analyse(text, base).wrap(40)
    assert lines[0].start == 0
    assert len(lines[0].text) < 2000
    assert lines[len(lines) - 1].end == len(text)


def test_brackets_deeper_than_the_stack_are_neutral_and_those_before_stand() -> None:
    pair = "א (a)"
    assert levels_of(pair + "(" * 100, 1)[: len(pair)] == levels_of(pair, 1)


def test_code_points_of_a_line_are_all_there() -> None:
    text = "سلام (abc) 12 \u2067x\u2069"
    (line,) = analyse(text, 1).wrap(100)
    assert sorted(code_points_in_order(line)) == list(range(len(text)))
