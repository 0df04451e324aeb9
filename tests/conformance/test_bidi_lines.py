"""Lines against ICU: random mixed paragraphs cut at every width from 1 to 120 cells; the order and the levels of every
line's code points are what ``setLine`` gives for it.

What X9 removes has no place of its own and is not compared. ICU is asked for the text without its boundary neutrals,
such as ZWNJ: where one stands between a bracket and a mark, ICU does not see that the mark follows the bracket (N0).

ICU is asked in a process of the system's Python (Debian package python3-icu). ``READER_ICU_CASES`` sets how many
paragraphs are tried; the seed stays the same, so a larger number holds the smaller one's cases.
"""

import json
import os
import random
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

import pytest

from reader.text.bidi import classes_of
from reader.text.layout import Line, analyse
from tests.random_text import paragraph
from tests.reading import seen_in_order

CASES = int(os.environ.get("READER_ICU_CASES", "3600"))
BATCH = 6000
WIDTHS = 120

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
        return [at for at, code in enumerate(classes_of(self.text)) if code != "b"]

    @property
    def question(self) -> str:
        """What the judge is asked; of lines, only those that are left with something."""
        kept = self.kept
        ends = dict.fromkeys(bisect_left(kept, line.end) for line in self.lines)
        text = "".join(self.text[at] for at in kept)
        return json.dumps({"text": text, "base": self.base, "ends": [end for end in ends if end]})


def simplified(line: Placed) -> Placed:
    """A line of one direction with its levels reduced to that; ICU does not tell them apart."""
    directions = {level % 2 for _, level in line}
    return line if len(directions) > 1 else [(at, level % 2) for at, level in line]


def placed(text: str, line: Line) -> Placed:
    """A line of ours."""
    level_of = {at: cluster.level for cluster in line.clusters for at in range(cluster.start, cluster.end)}
    return simplified([(at, level_of[at]) for at in seen_in_order(text, line)])


def judged(case: Case, answer: str) -> list[Placed]:
    """The judge's lines, in our indexes, without what X9 removes."""
    kept = case.kept
    seen = {at for line in case.lines for at in seen_in_order(case.text, line)}
    lines: list[Placed] = [[(kept[at], level) for at, level in line] for line in json.loads(answer)]
    return [simplified([(at, level) for at, level in line if at in seen]) for line in lines]


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
        ours = [placed(case.text, line) for line in case.lines]
        theirs = judged(case, answer)
        if [line for line in ours if line] != [line for line in theirs if line]:
            wrong.append((case.text, case.base, ours, theirs))
    assert not wrong[:3], f"{len(wrong)} differ"
