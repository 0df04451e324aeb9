"""BidiCharacterTest: levels, order and mirroring of 91,707 texts, by the rules and by the lines that are painted."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from bidi import get_base_level

from reader.text.bidi import levels_of, line_levels, visual_order
from reader.text.layout import Cluster, analyse
from reader.text.properties import MIRROR
from tests.conformance_data import lines_of
from tests.reading import code_points_in_order

SHARDS = 4
WIDE = 10_000


class Case(NamedTuple):
    text: str
    direction: int
    base: int
    levels: list[str]
    order: list[int]


def cases(shard: int) -> Iterator[Case]:
    for number, line in enumerate(lines_of("BidiCharacterTest.txt")):
        if number % SHARDS == shard:
            text, direction, base, levels, order = line.split(";")
            yield Case(
                "".join(chr(int(code, 16)) for code in text.split()),
                int(direction),
                int(base),
                levels.split(),
                [int(index) for index in order.split()],
            )


def test_there_are_as_many_as_stated() -> None:
    assert sum(1 for _ in lines_of("BidiCharacterTest.txt")) == 91_707


@pytest.mark.parametrize("shard", range(SHARDS))
def test_levels_and_order(shard: int) -> None:
    wrong = []
    for case in cases(shard):
        if case.direction == 2:
            assert get_base_level(case.text) == case.base
        got = line_levels(case.text, levels_of(case.text, case.base), case.base)
        kept = [at for at, expected in enumerate(case.levels) if expected != "x"]
        order = [kept[i] for i in visual_order(bytes(got[at] for at in kept))]
        if any(got[at] != int(case.levels[at]) for at in kept) or order != case.order:
            wrong.append((case, list(got), order))
    assert not wrong[:5]


def faces_rightly(text: str, cluster: Cluster) -> bool:
    """L4: what has a mirrored form is painted so on odd levels, and as it is on even ones."""
    char = text[cluster.start]
    return char not in MIRROR or cluster.shape[0] == (MIRROR[char] if cluster.level % 2 else char)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_painted_lines(shard: int) -> None:
    wrong = []
    several = 0
    for case in cases(shard):
        lines = analyse(case.text, case.base).wrap(WIDE)
        if len(lines) > 1:
            several += 1
            assert "\u2029" in case.text[:-1]  # a paragraph separator inside the text ends a line, too
            continue
        order = [at for at in code_points_in_order(lines[0]) if case.levels[at] != "x"]
        wrongly_faced = [cluster for cluster in lines[0].clusters if not faces_rightly(case.text, cluster)]
        if order != case.order or wrongly_faced:
            wrong.append((case, order, wrongly_faced))
    assert not wrong[:5]
    assert several < 10
