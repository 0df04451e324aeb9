"""Lines against ICU: random mixed paragraphs cut at random widths; every line's order is what ``setLine`` gives for it.

The white space at the end of a line is compared as a block: L1 gives it the paragraph's level, but within its last
run ICU still goes by the level it had before.

ICU is asked in a process of the system's Python (Debian package python3-icu). ``READER_ICU_CASES`` sets how many
paragraphs are tried; the seed stays the same, so a larger number holds the smaller one's cases.
"""

import json
import os
import random
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pytest

from reader.text.bidi import classes_of
from reader.text.layout import analyse
from tests.random_text import paragraph
from tests.reading import seen_in_order

CASES = int(os.environ.get("READER_ICU_CASES", "3000"))
BATCH = 5000


class Case(NamedTuple):
    """What the judge is asked."""

    text: str
    base: int
    ends: list[int]


def hanging_of(text: str, ends: list[int]) -> set[int]:
    """The white space at the ends of lines."""
    classes = classes_of(text)
    kept = [start + len(classes[start:end].rstrip("W[]?!b<>()^BS")) for start, end in pairwise([0, *ends])]
    return {at for first, end in zip(kept, ends, strict=True) for at in range(first, end)}


def blurred(lines: list[list[int]], hanging: set[int]) -> list[list[int]]:
    """Lines in which hanging white space has its places, but no names."""
    return [[-1 if at in hanging else at for at in line] for line in lines]


@pytest.mark.parametrize("batch", range(-(-CASES // BATCH)))
def test_every_line_is_ordered_as_icu_orders_it(batch: int, asked_of_icu: Callable[[str, str], str]) -> None:
    rng = random.Random(batch)  # noqa: S311 - the same cases on every run
    asked, got = [], []
    for _ in range(min(BATCH, CASES - batch * BATCH)):
        text, base, width = paragraph(rng), rng.randint(0, 1), rng.randint(1, 120)
        lines = list(analyse(text, base).wrap(width))
        asked.append(Case(text, base, [line.end for line in lines]))
        got.append([seen_in_order(text, line) for line in lines])
    answer = asked_of_icu("icu_lines.py", "\n".join(json.dumps(case._asdict()) for case in asked))
    wrong = []
    for case, ours, raw in zip(asked, got, answer.splitlines(), strict=True):
        seen = {at for line in ours for at in line}
        theirs = [[at for at in line if at in seen] for line in json.loads(raw)]
        hanging = hanging_of(case.text, case.ends)
        if blurred(theirs, hanging) != blurred(ours, hanging):
            wrong.append((case, ours, theirs))
    assert not wrong[:3], f"{len(wrong)} differ"
