"""Any number, spelt in words in any of the ways a language has, is read back."""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import FactKind
from tests.facts.finding import facts_in
from tests.facts.spelling import Pick, arabic, english, hebrew, kurdish, persian, urdu

SPELLERS: dict[str, Callable[[int, Pick], str]] = {
    "ar": arabic.spelt,
    "ckb": kurdish.spelt,
    "he": hebrew.spelt,
    "fa": persian.spelt,
    "ur": urdu.spelt,
    "en": english.spelt,
}
STATED = tuple(kind for kind in FactKind if kind is not FactKind.TERM)
"""All kinds but the glossary's, which counts what words a document repeats."""
NUMBERS = st.integers(1, 9999) | st.integers(1, 10**7) | st.integers(1, 10**12 - 1)


def picking(random: Random) -> Pick:
    def pick(spellings: Sequence[str]) -> str:
        return random.choice(spellings)

    return pick


@pytest.mark.parametrize("language", SPELLERS)
@given(NUMBERS, st.randoms(use_true_random=False))
def test_any_number_spelt_in_words_is_read_back(language: str, number: int, random: Random) -> None:
    text = SPELLERS[language](number, picking(random))
    found = [(words, fact.kind, fact.value) for words, fact in facts_in(text, language, *STATED)]
    assert found == [(text, FactKind.NUMBER, number)]


@pytest.mark.exhaustive
@pytest.mark.parametrize("language", SPELLERS)
def test_every_number_below_ten_thousand_is_read_back(language: str) -> None:
    """One paragraph each, in one document."""
    pick = picking(Random(11))  # noqa: S311 - any choice will do
    texts = [SPELLERS[language](number, pick) for number in range(1, 10_000)]
    found = [(words, fact.value) for words, fact in facts_in("\n".join(texts), language, *STATED)]
    assert found == [(text, number) for number, text in enumerate(texts, 1)]
