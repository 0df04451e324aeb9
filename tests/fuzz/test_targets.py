"""What is fuzzed for hours elsewhere holds at its seeds, cut short and with bytes changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.fuzz.targets import TARGETS, seeds_of


@pytest.mark.parametrize("name", list(TARGETS))
def test_seeds_are_taken(name: str) -> None:
    for seed in seeds_of(name):
        TARGETS[name](seed)


@pytest.mark.parametrize("name", list(TARGETS))
@examples(60)
@given(data=st.data())
def test_changed_seeds_are_taken(name: str, data: st.DataObject) -> None:
    seeds = seeds_of(name)
    seed = bytearray(data.draw(st.sampled_from(seeds)))
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, len(seed)))
        end = data.draw(st.integers(start, min(len(seed), start + 40)))
        other = data.draw(st.sampled_from(seeds))
        at = data.draw(st.integers(0, len(other)))
        piece = st.one_of(st.binary(max_size=6), st.just(other[at : at + 40]), st.just(bytes(seed[start:end]) * 3))
        seed[start:end] = data.draw(piece)
    TARGETS[name](bytes(seed))
