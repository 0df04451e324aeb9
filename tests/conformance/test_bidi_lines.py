"""Lines against ICU: random mixed paragraphs cut at every width from 1 to 120 cells; the order and the levels of every
line's code points are what ``setLine`` gives for it.

What X9 removes has no place of its own and is not compared. Marks directly behind a bracket are left out: they take its
direction (N0), which ICU misses in some cases (about one in 20,000 of these paragraphs), and bear on nothing else. In
:mod:`tests.conformance.test_bidi_paragraphs` another judge sees them.

ICU is asked in a process of the system's Python (Debian package python3-icu). ``READER_ICU_CASES`` sets how many
paragraphs are tried; the seed stays the same, so a larger number holds the smaller one's cases.
"""

import json
import os
import random
import re
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

import pytest

from reader.text.bidi import classes_of
from reader.text.layout import Line, analyse
from reader.text.properties import OPENING_BRACKETS
from tests.random_text import paragraph
from tests.reading import seen_in_order

CASES = int(os.environ.get("READER_ICU_CASES", "3600"))
BATCH = 6000
WIDTHS = 120

BRACKETS = {*OPENING_BRACKETS, *OPENING_BRACKETS.values()}
BEHIND_BRACKET = re.compile("P[bn]+")

Placed = list[tuple[int, int]]
"""A line from left to right: code-point indexes and their levels."""


class Case(NamedTuple):
    """What was laid out."""

    text: str
    base: int
    lines: list[Line]

    @property
    def kept(self) -> list[int]:
        """The code points that ICU is given."""
        classes = "".join(
            "P" if char in BRACKETS else code for char, code in zip(self.text, classes_of(self.text), strict=True)
        )
        behind = {at for match in BEHIND_BRACKET.finditer(classes) for at in range(*match.span())}
        return [at for at, code in enumerate(classes) if code != "n" or at not in behind]

    @property
    def question(self) -> str:
        """What the judge is asked; of lines, only those that are left with something."""
        kept = self.kept
        ends = dict.fromkeys(bisect_left(kept, line.end) for line in self.lines)
        text = "".join(self.text[at] for at in kept)
        return json.dumps({"text": text, "base": self.base, "ends": [end for end in ends if end]})

    @property
    def ours(self) -> list[Placed]:
        """Our lines."""
        kept = set(self.kept)
        lines = []
        for line in self.lines:
            level_of = {at: cluster.level for cluster in line.clusters for at in range(cluster.start, cluster.end)}
            lines.append([(at, level_of[at]) for at in seen_in_order(self.text, line) if at in kept])
        return compared(lines)

    def theirs(self, answer: str) -> list[Placed]:
        """The judge's lines, in our indexes, without what X9 removes."""
        kept = self.kept
        seen = {at for line in self.lines for at in seen_in_order(self.text, line)}
        lines = [[(kept[at], level) for at, level in line] for line in json.loads(answer)]
        return compared([[(at, level) for at, level in line if at in seen] for line in lines])


def compared(lines: list[Placed]) -> list[Placed]:
    """Lines that show something; those of one direction with their levels reduced to it, for so ICU gives them."""
    return [
        line if len({level % 2 for _, level in line}) > 1 else [(at, level % 2) for at, level in line]
        for line in lines
        if line
    ]


@pytest.mark.parametrize("batch", range(-(-CASES // BATCH)))
def test_every_line_is_ordered_as_icu_orders_it(batch: int, asked_of_icu: Callable[[str, str], str]) -> None:
    rng = random.Random(batch)  # noqa: S311 - the same cases on every run
    cases = []
    for number in range(min(BATCH, CASES - batch * BATCH)):
        text, base = paragraph(rng), rng.randint(0, 1)
        cases.append(Case(text, base, list(analyse(text, base).wrap(1 + number % WIDTHS))))
    answers = asked_of_icu("icu_lines.py", "\n".join(case.question for case in cases)).splitlines()
    wrong = []
    for case, answer in zip(cases, answers, strict=True):
        ours, theirs = case.ours, case.theirs(answer)
        if ours != theirs:
            wrong.append((case.text, case.base, ours, theirs))
    assert not wrong[:3], f"{len(wrong)} differ"
