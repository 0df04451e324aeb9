"""The line one types into."""

from dataclasses import replace
from itertools import takewhile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.text.layout import Paragraph, analyse
from reader.view import field as field_module
from reader.view.field import Field
from reader.view.styled import TextRole, row_width
from tests.examples import examples


def typed(text: str, base: Direction = Direction.LTR) -> Field:
    return Field(base=base).inserted(text)


def painted(field: Field, width: int = 30) -> str:
    return "".join(piece.text for piece in field.painted(width))


def cursor_text(field: Field, width: int = 30) -> str:
    return "".join(piece.text for piece in field.painted(width) if TextRole.FIELD_CURSOR in piece.roles)


def test_arabic_is_joined_and_stands_at_the_right_while_it_is_typed() -> None:
    # Typing م ي ت ا: each letter changes the form of the one before it; the cursor waits at the left.
    assert painted(typed("م", Direction.RTL)).endswith("\ufee1")
    assert painted(typed("مي", Direction.RTL)).endswith("\ufef2\ufee3")
    assert painted(typed("ميتا", Direction.RTL)).endswith(" \ufe8e\ufe98\ufef4\ufee3")


def test_latin_stands_at_the_left() -> None:
    assert painted(typed("meta")).startswith("meta ")


def cursor_cell(field: Field, width: int = 30) -> int:
    """The cell that the cursor lights, from the left."""
    before = takewhile(lambda piece: TextRole.FIELD_CURSOR not in piece.roles, field.painted(width))
    return sum(piece.width for piece in before)


@pytest.mark.parametrize(("base", "edge"), [(Direction.LTR, 0), (Direction.RTL, 29)])
def test_the_line_begins_at_one_side_whatever_is_typed(base: Direction, edge: int) -> None:
    assert cursor_cell(Field(base=base)) == edge
    for text in ("a", "م", "1", "1م", "aم", "مa", "(م", "م 1"):
        row = painted(typed(text, base))
        assert (row[edge] != " ") or cursor_cell(typed(text, base)) == edge, text


@pytest.mark.parametrize("base", [Direction.LTR, Direction.RTL])
def test_the_cursor_stands_beside_the_letter_typed_last(base: Direction) -> None:
    # After an Arabic letter at its left, after a Latin one at its right, whatever side the line begins at.
    for before in ("", "abc ", "سلام ", "abc سلام x "):
        for letter, side in (("م", -1), ("م ", -1), ("z", 1), ("z ", 1)):
            field = typed(before + letter, base)
            shown = [c for c in field_module._line(field.text, base).clusters if c.width]
            places = [i for i, c in enumerate(shown) if c.start == len(field.text)]
            last = [i for i, c in enumerate(shown) if c.start == len(field.text) - 1]
            assert places[0] - last[0] == side, (before, letter)


def test_words_are_walked_through_as_they_stand_on_the_screen() -> None:
    field = typed("one two سلام عالم", Direction.LTR).to_start()
    seen = []
    while (after := field.word_right()) != field:
        field = after
        seen.append(field.text[field.cursor :].split(" ")[0])
    assert seen[:3] == ["two", "عالم", "سلام"]


def test_what_is_selected_is_typed_over_and_erased() -> None:
    field = typed("one two").selecting(Field.word_left)
    assert field.selected == (4, 7)
    assert any(TextRole.SELECTION in piece.roles for piece in field.painted(20))
    assert field.inserted("x").text == "one x"
    assert field.erased_before().text == "one "
    assert field.erased_after().text == "one "
    assert field.selecting(Field.to_start).selected == (0, 7)
    assert field.moved_left().selected is None


def test_arrows_move_on_the_screen() -> None:
    # The cursor after the last Arabic letter is at its left: right goes back into the word, left goes nowhere.
    for base in Direction:
        field = typed("ميتا", base)
        assert field.moved_right().cursor == 3
        assert field.moved_left().cursor == 4
    latin = typed("meta")
    assert latin.moved_left().cursor == 3
    assert latin.moved_right().cursor == 4


def test_a_haraka_is_erased_before_its_letter() -> None:
    field = typed("بَ")
    assert field.erased_before().text == "ب"
    assert field.erased_before().erased_before().text == ""


def test_delete_takes_the_whole_cluster() -> None:
    assert typed("بَت").to_start().erased_after().text == "ت"


def test_words_and_lines_are_erased() -> None:
    assert typed("الذكاء الاصطناعي").erased_word().text == "الذكاء "
    assert typed("الذكاء الاصطناعي").cleared_before() == Field()


def test_what_cannot_be_typed_is_left_out() -> None:
    assert typed("a\x1b[31m\nb\x00c").text == "a[31m bc"


def test_trailing_spaces_have_cells() -> None:
    assert painted(typed("a  "), 10).startswith("a   ")


def test_the_cursor_lights_the_cluster_it_stands_before() -> None:
    assert cursor_text(typed("abc").to_start()) == "a"
    assert cursor_text(typed("abc")) == " "


@examples(150)
@given(st.text("abc ابجلا\u064e12(", max_size=40), st.integers(1, 20), st.integers(0, 40))
def test_the_cursor_is_always_in_sight(text: str, width: int, cursor: int) -> None:
    field = Field(text, min(cursor, len(text)))
    row = replace(field, base=Direction.RTL).painted(width)
    assert row_width(row) == width
    if field.cursor in {0, len(text)}:
        assert any(TextRole.FIELD_CURSOR in piece.roles for piece in row)


@examples(100)
@given(st.text("abc ابجلا12", min_size=1, max_size=20))
def test_walking_right_passes_every_cell_once(text: str) -> None:
    field = Field(text, 0)
    for _ in text:
        field = field.moved_left()
    visited = [field.cursor]
    while (after := field.moved_right()) != field:
        field = after
        visited.append(field.cursor)
    assert len(visited) == len(set(visited))
    assert len(visited) == len([c for c in field_module._line(text, Direction.LTR).clusters if c.width])


@pytest.mark.parametrize("unit", ["الذكاء الاصطناعي ", "م", "x", "abc ابج 12 (", "بَّ"])
def test_what_a_key_lays_out_does_not_grow_with_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[int] = []

    def counted(text: str, base: int, **options: Any) -> Paragraph:
        laid_out.append(len(text))
        return analyse(text, base, **options)

    monkeypatch.setattr(field_module, "analyse", counted)

    def work(length: int) -> int:
        """Code points laid out by every key at three places of a text."""
        laid_out.clear()
        text = (unit * length)[:length]
        for cursor in (0, length // 2 // len(unit) * len(unit), length):
            field = Field(text, cursor)
            for after in (field.inserted("ب"), field.moved_left(), field.moved_right(), field.erased_after()):
                replace(after, base=Direction.RTL).painted(40)
        return sum(laid_out)

    assert work(100_000) <= 1.1 * work(10_000)


@examples(60)
@given(st.text("ابج12(", max_size=12).map(lambda rest: "بجد" + rest), st.integers(0, 20_000))
def test_a_long_text_shows_what_stands_around_the_cursor(unit: str, cursor: int) -> None:
    text = (unit * 20_000)[:20_000]
    nearby = Field(text[max(0, cursor - 100) : cursor + 100], min(cursor, 100), Direction.RTL)
    assert painted(Field(text, cursor, Direction.RTL), 40) == painted(nearby, 40)
