"""Encodings are recognised as often as the table of the evaluation says."""

import pytest

from tests.evaluation.encodings import NARROW, WIDE, accuracy, ours


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("language", "encoding"), [(language, e) for language, narrow in NARROW.items() for e in (*WIDE, *narrow)]
)
def test_prose_is_recognised(language: str, encoding: str) -> None:
    assert accuracy(ours, language, encoding, 2000) == 1
    assert accuracy(ours, language, encoding, 200) == 1
    assert accuracy(ours, language, encoding, 50) >= 0.95
    assert accuracy(ours, language, encoding, 20) >= 0.7
