"""JSON that a person can read."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.formats import json_text
from reader.formats.json_text import is_json, readable_json
from tests.formats.making import parsed
from tests.notices import notices_in

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def test_letters_are_shown_for_escapes() -> None:
    document = parsed("code", r'{"\u0627\u0633\u0645": "\u0639\u0644\u064a \ud83d\ude00", "x": "a\\u0041\u0022\u202e"}')
    assert document.slice(document.range) == r'{"اسم": "علي 😀", "x": "a\\u0041\u0022\u202e"}'
    assert notices_in(document) == ("Letters that the file writes as \\u escapes are shown as letters",)
    assert document.meta.language == "ar"


def test_a_long_line_is_laid_out() -> None:
    data = {"a": [1, 2.50, {"b": []}], "c": {}, "d": "x, {y}: " * 150}
    document = parsed("code", json.dumps(data, separators=(",", ":")))
    lines = document.slice(document.range).split("\n")
    assert lines[:11] == [
        "{", '  "a": [', "    1,", "    2.5,", "    {", '      "b": []', "    }", "  ],", '  "c": {},',
        f'  "d": "{data["d"]}"', "}"
    ]  # fmt: skip
    assert notices_in(document) == ("The file's long lines are shown as many",)


def test_short_lines_and_their_numbers_stay_as_they_are() -> None:
    text = '{"a": 1.50,\n\t"a": 2}\n'
    assert readable_json(text, len(text)) is None


def test_values_on_lines_of_their_own_stay_on_them() -> None:
    line = json.dumps({"a": "x" * 1000})
    found = readable_json(f"{line}\n{line}\n", 2 * len(line))
    assert found
    assert found.utf_8.count(b"\n{") == 1


@given(VALUES)
def test_what_is_laid_out_means_the_same(value: object) -> None:
    text = json.dumps([value], ensure_ascii=True, separators=(",", ":"))
    for shown in (json_text._laid_out(text, 1 << 20), json_text._compact(text)):
        assert shown is not None
        assert json.loads(shown) == [value]


@given(st.text(alphabet='{}[]:,"\\ ua1', max_size=60))
@example("\\u1111")
def test_what_is_no_json_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(json_text._parts(text)).split()) == "".join(text.split())
    letters = json_text._ESCAPE.sub(json_text._letter, text)  # for escapes, wherever they stand
    for shown in (json_text._laid_out(text, 1 << 20), json_text._compact(text)):
        assert shown is not None
        assert "".join(shown.decode().split()) == "".join(letters.split())


@given(
    st.lists(st.sampled_from([r"\u0639", r"\ud83d", r"\ude00", r"\u0041", r"\u202e", r"\\", r"\n", "ع", "a", r"\u12"]))
)
def test_runs_of_escapes_are_read_as_each_of_them_is(pieces: list[str]) -> None:
    text = "".join(pieces)
    shown = bytearray()
    json_text._write(shown, text)
    assert shown.decode() == json_text._ESCAPE.sub(json_text._letter, text)


def test_where_there_is_no_room_lines_end_at_commas_alone() -> None:
    text = "[" + "1," * 1_000 + '"a, \\", b"]'
    assert json_text._laid_out(text, 2_000) is None
    lines = json_text._compact(text).decode().split("\n")
    assert "".join(lines) == text
    assert max(map(len, lines)) < 220


@pytest.mark.parametrize("text", ["[2025-03-18 12:00] x", "{ return 1; }", "x", "", "[ -f x ]"])
def test_what_begins_otherwise_is_no_json(text: str) -> None:
    assert not is_json(text)
