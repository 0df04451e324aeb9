"""Line breaks against the rules of UAX#14 asked one by one, on random strings of classes.

``READER_LINE_BREAK_CASES`` sets how many are tried; the seed stays the same.
"""

import os
import random

import pytest

from reader.text.linebreak import opportunities
from reader.text.properties import LINE_BREAK
from tests.conformance.line_break_rules import breaks
from tests.conformance_data import broken_texts

CASES = int(os.environ.get("READER_LINE_BREAK_CASES", "30000"))
COMMON = 'ah0 $%(-/,})!"MZzGA'


def one_of_each_class() -> dict[str, str]:
    """A character for every class that has one (no closing parenthesis is wide)."""
    found: dict[str, str] = {}
    for code_point in [*range(0xD800), *range(0xE000, 0x20000)]:
        found.setdefault(LINE_BREAK[code_point], chr(code_point))
    return found


def test_the_judge_knows_the_official_samples() -> None:
    wrong = [
        case
        for case in broken_texts("auxiliary/LineBreakTest.txt")
        if breaks(case.text.translate(LINE_BREAK))[0] != case.boundaries[:-1]
    ]
    assert not wrong[:3]


@pytest.mark.parametrize("pool", ["every class", "few classes", "common classes"])
def test_breaks_are_where_the_rules_have_them(pool: str) -> None:
    rng = random.Random(pool)  # noqa: S311 - the same cases on every run
    chars = one_of_each_class()
    classes = sorted(chars)
    wrong = []
    for _ in range(CASES // 3):
        drawn = {"every class": classes, "few classes": [*rng.sample(classes, 6), *"a 0"], "common classes": [*COMMON]}
        text = "".join(chars[code] for code in rng.choices(drawn[pool], k=rng.randint(1, 12)))
        allowed, mandatory = breaks(text.translate(LINE_BREAK))
        if opportunities(text) != (allowed, mandatory):
            wrong.append((text.translate(LINE_BREAK), allowed, opportunities(text)))
    assert not wrong[:3], f"{len(wrong)} differ"
