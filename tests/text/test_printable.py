"""What is sent to a terminal without being laid out."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.printable import json_line, pasteable, printable
from tests.strategies import texts

_EXPLICIT = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def obeyed(text: str) -> set[str]:
    """The characters of a text that a terminal does not simply show, but for line feeds and tabs."""
    return {c for c in text if c not in "\t\n" and (unicodedata.category(c) in ("Cc", "Cs") or c in _EXPLICIT)}


@given(texts | st.text(max_size=60))
def test_nothing_is_obeyed(text: str) -> None:
    assert not obeyed(printable(text))


@given(texts | st.text(max_size=60))
def test_nothing_is_done_by_pasting(text: str) -> None:
    pasted = pasteable(text)
    assert len(pasted) == len(text)
    assert not {c for c in pasted if c not in "\t\n" and unicodedata.category(c) in ("Cc", "Cs")}


@given(texts | st.text(max_size=60))
def test_what_is_printable_stays(text: str) -> None:
    once = printable(text)
    assert printable(once) == once


@pytest.mark.parametrize(
    "text", ["نمی\u200cخواهم", "a\u200e\u200fb\u061c", "a\u00a0b", "\u0600١٢", "co\u00adop", "❤\ufe0f"]
)
def test_what_letters_need_is_kept(text: str) -> None:
    assert printable(text) == text


def test_controls_are_shown() -> None:
    assert printable("\x1b[2J\x7f\x9b\u202egpj\U000e0041\udcff") == "␛[2J␡\ufffdgpj\ufffd"


@given(texts | st.text(max_size=60))
def test_json_is_printable_and_loses_nothing(text: str) -> None:
    line = json_line({"text": text})
    assert "\n" not in line
    assert printable(line) == line
    assert json.loads(line) == {"text": text}


def test_json_is_not_escaped_without_need() -> None:
    assert json_line({"نص": "نمی\u200cخواهم"}) == '{"نص": "نمی\u200cخواهم"}'
