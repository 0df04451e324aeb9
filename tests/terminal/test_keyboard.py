"""Letters of commands work by their place on the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.keyboard import _TYPED, Keyboard, Layout, keyboard_expected, ligature_keys
from reader.view.actions import ACTIONS

COMMANDS = "jkbgGnNmaHqdvLisfyo"


def after(text: str) -> Keyboard:
    keyboard = Keyboard()
    for character in text:
        keyboard = keyboard.typed(character)
    return keyboard


def typed_by(key: str, layout: Layout) -> str:
    """The character a key types."""
    plain = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    shifted = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
    return (_TYPED[layout][0] + _TYPED[layout][1])[(plain + shifted).index(key)]


SAMPLES = {
    Layout.ARABIC_101: "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
    Layout.PERSIAN: "گفتگوی چپ ژ ک ی",
    Layout.URDU_PHONETIC: "ٹڈڑے گھر ہے",
    Layout.HEBREW: "שלום עולם",
    Layout.ARABIC_MAC: "١٢٣٤",
}


CASES = [
    (layout, key)
    for layout in SAMPLES
    for key in [*COMMANDS, "]", "[", "/", "'", "-", "=", ":", "?"]
    # Some keys type nothing of their own, or with Shift a sign of ASCII that stands for itself.
    if (typed := typed_by(key, layout)) != "·" and not (typed.isascii() and typed != key and key.isupper())
]


@pytest.mark.parametrize(("layout", "key"), CASES)
def test_every_command_works_by_its_key(layout: Layout, key: str) -> None:
    character = typed_by(key, layout)
    assert after(SAMPLES[layout]).typed(character).key_of(character) == key


@pytest.mark.parametrize(
    ("character", "key"),
    [
        ("ت", "j"),
        ("ن", "k"),
        ("ى", "n"),
        ("ة", "m"),
        ("ط", "'"),
        ("ظ", "/"),
        ("ج", "["),
        ("د", "]"),
        ("؟", "?"),
        ("ذ", "`"),
    ],
)
def test_arabic_without_any_hint_is_the_common_layout(character: str, key: str) -> None:
    assert Keyboard().key_of(character) == key


def test_a_letter_of_several_layouts_goes_by_what_else_was_typed() -> None:
    assert after(SAMPLES[Layout.PERSIAN]).key_of("ی") == "d"
    assert after(SAMPLES[Layout.URDU_PHONETIC]).key_of("ی") == "i"


def test_on_apples_terminals_arabic_is_typed_as_apple_has_it() -> None:
    assert keyboard_expected({"TERM_PROGRAM": "Apple_Terminal"}).key_of("ز") == "b"
    assert keyboard_expected({"LC_TERMINAL": "iTerm2"}).key_of("ز") == "b"
    assert keyboard_expected({"TERM": "xterm"}).key_of("ز") == "."


def test_hebrew_punctuation_is_where_letters_are() -> None:
    assert after("שלום").key_of("/") == "q"
    assert after("שלום").key_of(".") == "/"
    assert Keyboard().key_of("/") == "/"


def test_a_latin_letter_proves_the_layout_was_changed_back() -> None:
    assert after("שלום").typed("j").key_of("/") == "/"


@given(st.characters(max_codepoint=0x7F))
def test_ascii_stands_for_itself_without_another_layout(character: str) -> None:
    assert Keyboard().key_of(character) == character


@given(st.text(max_size=30), st.characters())
def test_any_text_has_a_key(text: str, character: str) -> None:
    assert len(after(text).key_of(character)) == 1


def test_a_lam_alef_is_one_key() -> None:
    assert ligature_keys("لا") == ["b", ""]
    assert ligature_keys("علأم") == [None, "G", "", None]
    assert ligature_keys("ال") == [None, None]
    assert Keyboard().key_of("ﻻ") == "b"


DEFAULT_KEYS = sorted({key for row in ACTIONS for key in row.keys if len(key) == 1})


@pytest.mark.parametrize("layout", Layout)
def test_every_default_key_is_pressed_in_every_layout(layout: Layout) -> None:
    """The layout known by its letters, what a key types is taken for it; a sign of ASCII may stand for itself."""
    both = "".join(_TYPED[layout])
    known = after("".join(c for c in _TYPED[layout][0] if not c.isascii()) * 2)
    missed = []
    for key in DEFAULT_KEYS:
        typed = typed_by(key, layout)
        if (
            typed != "·"
            and both.count(typed) == 1
            and known.key_of(typed) not in {key, typed if typed.isascii() else key}
        ):
            missed.append((key, typed, known.key_of(typed)))
    assert missed == []
