"""Sentences with their facts marked: each is found with its range and value, and nothing else is.

``sentences/LANGUAGE.txt`` has a sentence a line; a fact stands in it as ``[words|kind|value|unit]``. A modifier stands
before the value, a range is ``from..to``; a date may have ``=`` and its Gregorian equivalent after it, and its calendar
for a unit.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.model import Fact, FactKind, FactValue
from tests.facts.finding import facts_in

FOLDER = Path(__file__).parent / "sentences"
STATED = (
    FactKind.NUMBER,
    FactKind.NUMBER_RANGE,
    FactKind.ORDINAL,
    FactKind.PERCENT,
    FactKind.MONEY,
    FactKind.QUANTITY,
    FactKind.COUNT,
    FactKind.DATE,
    FactKind.TIME,
    FactKind.DATETIME,
    FactKind.DURATION,
    FactKind.PHONE,
)
TEMPORAL = {FactKind.DATE, FactKind.TIME, FactKind.DATETIME}
MARKED = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Stated(NamedTuple):
    words: str
    kind: str
    value: str
    unit: str
    modifier: str
    calendar: str
    gregorian: str


def sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield path.stem, line


def number(text: str) -> str:
    """One spelling for a number: thirds have as many digits as one likes."""
    return format(float(text), ".7g") if re.fullmatch(r"-?\d+\.\d+", text) else text


def stated(words: str, marks: str) -> Stated:
    kind, value, unit, *_ = [*marks.split("|"), "", ""]
    modifier = re.match(r"[<>~]?=?", value)
    assert modifier is not None
    value = value[modifier.end() :]
    if kind in TEMPORAL:
        value, _, gregorian = value.partition("=")
        return Stated(words, kind, value, "", modifier[0], unit, gregorian)
    return Stated(words, kind, "..".join(map(number, value.split(".."))), unit, modifier[0], "", "")


def written(value: FactValue) -> str:
    if isinstance(value, dict):
        return "..".join(number(str(value.get(end, ""))) for end in ("from", "to"))
    return str(value) if isinstance(value, str) else number(str(value))


def found(words: str, fact: Fact) -> Stated:
    return Stated(words, fact.kind, written(fact.value), fact.unit, fact.modifier, fact.calendar, fact.gregorian)


@pytest.mark.parametrize(("language", "line"), sentences(), ids=lambda value: value[:40])
def test_a_sentence_states_its_facts_and_no_others(language: str, line: str) -> None:
    text = MARKED.sub(lambda match: match[1], line)
    expected = [stated(match[1], match[2]) for match in MARKED.finditer(line)]
    assert [found(words, fact) for words, fact in facts_in(text, language, *STATED)] == expected
