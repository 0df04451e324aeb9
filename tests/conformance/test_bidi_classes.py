"""BidiTest: every sequence of up to four bidi classes and some longer ones, in each direction."""

from collections.abc import Iterator

import pytest
from bidi import get_base_level

from reader.text.bidi import classes_of, levels_of, line_levels, visual_order
from reader.text.data.codes import BIDI
from tests.conformance_data import lines_of

SAMPLES = {
    "L": "a", "R": "א", "AL": "ا", "EN": "1", "ES": "+", "ET": "%", "AN": "٠", "CS": ",",
    "NSM": "\u0300", "BN": "\u200b",
    "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
"""A character of every class; none is a bracket."""

DIRECTIONS = {"automatic": (1, None), "left to right": (2, 0), "right to left": (4, 1)}
SHARDS = 4


def test_the_samples_have_their_class() -> None:
    assert {name: classes_of(sample) for name, sample in SAMPLES.items()} == BIDI


def cases(bit: int, shard: int) -> Iterator[tuple[str, list[str], list[int]]]:
    levels: list[str] = []
    order: list[int] = []
    for number, line in enumerate(lines_of("BidiTest.txt")):
        if line.startswith("@Levels:"):
            levels = line.split()[1:]
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.split()[1:]]
        elif number % SHARDS == shard:
            names, bits = line.split(";")
            if int(bits) & bit:
                yield "".join(SAMPLES[name] for name in names.split()), levels, order


def test_there_are_as_many_as_stated() -> None:
    """Each line holds for one, two or all of the directions."""
    assert sum(1 for line in lines_of("BidiTest.txt") if not line.startswith("@")) == 490_846
    for bit, _ in DIRECTIONS.values():
        assert sum(1 for shard in range(SHARDS) for _ in cases(bit, shard)) == 256_747


@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_levels_and_order(direction: str, shard: int) -> None:
    bit, base = DIRECTIONS[direction]
    wrong = []
    for text, levels, order in cases(bit, shard):
        level = get_base_level(text) if base is None else base
        got = line_levels(text, levels_of(text, level), level)
        kept = [at for at, expected in enumerate(levels) if expected != "x"]
        got_order = [kept[i] for i in visual_order(bytes(got[at] for at in kept))]
        if any(got[at] != int(levels[at]) for at in kept) or got_order != order:
            wrong.append((classes_of(text), levels, list(got), order, got_order))
    assert not wrong[:5]
