"""The measure itself, on the seed article; the figures of a book are the script's."""

import pytest

from tests.evaluation.anchors import edited, score
from tests.samples import article


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("share", "least"), [(0.0, 1.0), (0.03, 0.97), (0.25, 0.9)])
def test_marked_sentences_are_found_again_and_never_elsewhere(share: float, least: float, seed: int) -> None:
    case = edited(article(), share, seed, marked=40)
    found = score(case)
    assert found.wrong == 0
    assert found.right >= least * found.kept
    assert found.kept + found.deleted == 40


def test_the_measure_knows_where_sentences_have_gone() -> None:
    case = edited(article(), 0.25, 1, marked=40)
    kept = {part: place for part, place in case.sentences.items() if place is not None}
    assert len(kept) > 30
    for part, place in kept.items():
        before, after = case.before.slice(part).split(), case.after.slice(place).split()
        assert len(set(before) & set(after)) * 3 >= len(set(before))
