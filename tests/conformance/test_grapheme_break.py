"""GraphemeBreakTest: the clusters of 602 texts."""

from itertools import pairwise

from reader.text.graphemes import boundaries
from tests.conformance_data import broken_texts

FILE = "auxiliary/GraphemeBreakTest.txt"


def test_there_are_as_many_as_stated() -> None:
    assert sum(1 for _ in broken_texts(FILE)) == 602


def test_boundaries() -> None:
    wrong = [(case, boundaries(case.text)) for case in broken_texts(FILE) if boundaries(case.text) != case.boundaries]
    assert not wrong


def test_every_pair_of_texts_breaks_where_its_parts_do() -> None:
    """A line feed parts whatever stands beside it (GB4, GB5), so both texts keep their boundaries."""
    wrong = []
    for first, second in pairwise(broken_texts(FILE)):
        if first.text.endswith("\r"):
            continue  # GB3
        after = len(first.text) + 1
        expected = [*first.boundaries, after, *(after + at for at in second.boundaries)]
        if boundaries(f"{first.text}\n{second.text}") != expected:
            wrong.append((first, second))
    assert not wrong
