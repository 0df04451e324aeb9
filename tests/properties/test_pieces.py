"""A long paragraph analysed in pieces is what it is analysed whole."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.analysis import Analysis
from reader.text.bidi import classes_of, levels_of
from reader.text.bidi_explicit import explicit_levels
from tests.strategies import base_levels, plain_texts, texts

pieces = st.integers(1, 40)

bracketed = st.lists(
    st.sampled_from(
        ["(", ")", "[", "]", "a", "א", "ا", "1", "٣", " ", ",", "%", "\u0301", "\u200c", "\n", "word ", "كلمة "]
    ),
    max_size=120,
).map("".join)
"""Mostly brackets: pairs that span pieces, and unmatched ones."""

machine = st.lists(
    st.sampled_from(
        [
            "--help ",
            "(",
            ")",
            "[",
            "]",
            "שלום ",
            "كلمة ",
            "word ",
            " ",
            "C++ ",
            "/a/ב/c ",
            "1-2-3 ",
            "+1 23 45 ",
            "-5",
            "#ו",
            "<b>",
        ]
    ),
    max_size=60,
).map("".join)
"""Machine text in prose, amid brackets."""


def whole(text: str, base: int) -> Analysis:
    analysis = Analysis(text, base, marks=True, piece=len(text) + 1)
    analysis.upto(len(text))
    return analysis


@given(st.one_of(texts, bracketed), base_levels, pieces)
def test_pieces_give_the_same_as_the_whole(text: str, base: int, piece: int) -> None:
    expected = whole(text, base)
    analysis = Analysis(text, base, marks=True, piece=piece)
    for index in range(len(text) + 1):
        analysis.upto(index)
    assert bytes(analysis.levels) == bytes(expected.levels)
    assert bytes(analysis.cells) == bytes(expected.cells)
    assert analysis.allowed == expected.allowed
    assert analysis.mandatory == expected.mandatory
    assert analysis.painted(0, len(text)) == expected.painted(0, len(text))


@given(machine, base_levels, pieces)
def test_pieces_isolate_the_same_as_the_whole(text: str, base: int, piece: int) -> None:
    expected = Analysis(text, base, marks=True, isolated=(), piece=len(text) + 1)
    expected.upto(len(text))
    analysis = Analysis(text, base, marks=True, isolated=(), piece=piece)
    for index in range(len(text) + 1):
        analysis.upto(index)
    assert bytes(analysis.levels) == bytes(expected.levels)
    assert analysis.allowed == expected.allowed
    assert analysis.painted(0, len(text)) == expected.painted(0, len(text))


@given(st.integers(55, 70), st.sampled_from(["a", "א", "1 "]), base_levels, pieces)
def test_pieces_share_the_limit_of_the_bracket_stack(depth: int, inside: str, base: int, piece: int) -> None:
    text = "(b) א " + "( x " * depth + inside + " ) y" * depth
    analysis = Analysis(text, base, marks=True, piece=piece)
    analysis.upto(len(text))
    assert bytes(analysis.levels) == levels_of(text, base)


@given(plain_texts, base_levels)
def test_the_path_without_controls_gives_what_the_general_one_gives(text: str, base: int) -> None:
    assert levels_of(text, base) == explicit_levels(text, classes_of(text), base)


@given(plain_texts)
def test_the_left_to_right_path_gives_what_the_general_one_gives(text: str) -> None:
    latin = "".join(char for char in text if classes_of(char) not in "RAN")
    assert levels_of(latin, 0) == bytes(len(latin)) == explicit_levels(latin, classes_of(latin), 0)
