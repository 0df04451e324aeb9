"""The property tables against ICU's own, over all code points; and against the database they were made from."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from reader.text.data import codes, generate, tables
from reader.text.properties import (
    BIDI_CLASS,
    GRAPHEME_BREAK,
    JOINING_TYPE,
    LINE_BREAK,
    MIRROR,
    OPENING_BRACKETS,
    UNICODE_VERSION,
    WIDTH,
    PropertyTable,
)
from tests.conformance_data import missing

GRAPHEME_NAMES = {
    "XX": "Other", "CN": "Control", "EX": "Extend", "RI": "Regional_Indicator", "PP": "Prepend", "SM": "SpacingMark",
}  # fmt: skip
"""ICU's short names of the values whose long ones the codes are given by."""

Values = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def answer(asked_of_icu: Callable[[str, str], str]) -> dict[str, list[tuple[int, str]]]:
    judged: dict[str, list[tuple[int, str]]] = json.loads(asked_of_icu("icu_properties.py", ""))
    if not UNICODE_VERSION.startswith(str(judged["version"])):
        missing(f"this ICU is of Unicode {judged['version']}, the tables are of {UNICODE_VERSION}")
    return judged


@pytest.fixture(scope="module")
def values(answer: dict[str, list[tuple[int, str]]]) -> Values:
    properties = ("bidi_class", "joining_type", "grapheme_break", "line_break", "width", "category", "pictographic")
    return {name: [value for length, value in answer[name] for _ in range(length)] for name in properties}


def differences(table: PropertyTable, expected: Iterable[str]) -> list[str]:
    return [f"U+{at:04X}: {table[at]}, not {code}" for at, code in enumerate(expected) if table[at] != code]


def test_bidi_classes(values: Values) -> None:
    assert not differences(BIDI_CLASS, (codes.BIDI[value] for value in values["bidi_class"]))


def test_joining_types(values: Values) -> None:
    assert not differences(JOINING_TYPE, (codes.JOINING[value] for value in values["joining_type"]))


def test_grapheme_breaks(values: Values) -> None:
    expected = (
        codes.GRAPHEME[
            "Extended_Pictographic" if is_picture == "Y" and value == "XX" else GRAPHEME_NAMES.get(value, value)
        ]
        for value, is_picture in zip(values["grapheme_break"], values["pictographic"], strict=True)
    )
    assert not differences(GRAPHEME_BREAK, expected)


def test_line_breaks(values: Values) -> None:
    every = zip(values["line_break"], values["category"], values["pictographic"], values["width"], strict=True)
    assert not differences(LINE_BREAK, (line_break(*of_one) for of_one in every))


def line_break(value: str, category: str, pictographic: str, width: str) -> str:
    """LB1, and what LB30 and LB30b tell apart."""
    resolved = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "SA": "CM" if category in {"Mn", "Mc"} else "AL"}
    if pictographic == "Y" and category == "Cn":
        return codes.LINE["ID_PICT"]
    wide = "_WIDE" if value in {"OP", "CP"} and width in {"W", "F", "H"} else ""
    return codes.LINE[resolved.get(value, value) + wide]


def test_what_is_wide_and_what_has_no_width(values: Values) -> None:
    for at, (width, category) in enumerate(zip(values["width"], values["category"], strict=True)):
        if WIDTH[at] == "2":
            assert width in {"W", "F"}, hex(at)
        if category in {"Mn", "Me", "Cf"}:
            assert WIDTH[at] == "0", hex(at)


def test_mirrors(answer: dict[str, dict[str, str]]) -> None:
    assert answer["mirror"] == MIRROR


def test_a_bracket_is_the_mirror_of_its_partner() -> None:
    assert {opening: MIRROR[opening] for opening in OPENING_BRACKETS} == OPENING_BRACKETS
    assert len(OPENING_BRACKETS) > 50


def test_the_tables_are_those_the_script_makes() -> None:
    if not generate.FOLDER.exists():
        missing("the Unicode Character Database is not installed (Debian package unicode-data)")
    assert Path(tables.__file__).read_text(encoding="utf-8") == generate.source_of(generate.FOLDER)
