"""No line that was meant is joined, and next to no broken one is left (``python -m tests.evaluation.joining``)."""

import pytest

from tests.evaluation.joining import judged, kept_cases


@pytest.mark.exhaustive
def test_no_line_that_was_meant_is_joined_and_next_to_no_broken_one_is_left() -> None:
    lines = left = texts = 0
    for case in kept_cases():
        wrong = judged(case)
        assert not wrong.joined, case.name
        texts += 1
        lines += len(case.goes_on)
        left += len(wrong.parted)
    assert texts > 500
    assert left <= 0.001 * lines
