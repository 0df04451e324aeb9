"""Which facts stand where, against looking at all of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Fact, FactKind, range_of
from reader.view.fact_index import FactIndex

RANGES = st.builds(lambda start, length: range_of(start, start + length), st.integers(0, 60), st.integers(0, 12))


def facts_at(ranges: list[tuple[int, int]]) -> list[Fact]:
    ordered = sorted(ranges, key=lambda part: (part[0], -part[1]))
    return [Fact(FactKind.NUMBER, range_of(*part), 1) for part in ordered]


@settings(deadline=None)
@given(st.lists(RANGES, max_size=20), RANGES)
def test_what_is_asked_for_is_what_there_is(ranges: list[tuple[int, int]], part: tuple[int, int]) -> None:
    facts = facts_at(ranges)
    index = FactIndex(facts)
    wanted = range_of(*part)
    assert list(index) == facts
    assert len(index) == len(facts)
    assert index.overlapping(wanted) == tuple(f for f in facts if f.range.overlaps(wanted))
    assert index.starting_in(wanted) == tuple(f for f in facts if wanted.start <= f.range.start < wanted.end)
