"""Grapheme clusters beyond the official samples: long runs, and texts no sample has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.graphemes import _CLUSTER, _boundaries_of_letters_and_marks, boundaries
from reader.text.properties import GRAPHEME_BREAK


def clusters(text: str) -> list[str]:
    ends = boundaries(text)
    return [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def test_no_text_has_no_cluster() -> None:
    assert boundaries("") == []


@pytest.mark.parametrize(
    "cluster",
    [
        "سّ",
        "لَّ",
        "שָׁ",
        "ـَ",
        "e\u0301\u0323",
        "ب\u200d",
        "م\u200c",
        "👨\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "👍🏽",
        "1\ufe0f\u20e3",
        "🇸🇦",
        "한",
        "\u1112\u1161\u11ab",
        "นี้",
        "नि",
        "\u0600١",
        "\r\n",
        "\u0301",
    ],
)
def test_what_a_reader_takes_for_one_character_is_one(cluster: str) -> None:
    assert clusters(cluster) == [cluster]
    assert clusters(f"{cluster}\n{cluster}") == [cluster, "\n", cluster]


def test_letters_of_a_lam_alef_are_two_characters() -> None:
    assert clusters("لا") == ["ل", "ا"]


def test_flags_go_by_pairs() -> None:
    assert clusters("🇸🇦🇮🇱🇮") == ["🇸🇦", "🇮🇱", "🇮"]


def test_emoji_are_joined_only_by_a_joiner_after_an_emoji() -> None:
    assert clusters("👨\u200d👩a\u200d👩") == ["👨\u200d👩", "a\u200d", "👩"]


def test_a_million_marks_on_one_letter_are_one_cluster() -> None:
    text = "ب" + "\u064e" * 1_000_000 + "ت"
    assert boundaries(text) == [1_000_001, 1_000_002]


@settings(deadline=None)
@given(st.text(st.sampled_from("اب \r\n\t\u064e\u0301\u200d\u200c\u0903\u200b\x00"), max_size=30))
def test_the_short_way_for_letters_and_marks_is_the_grammar(text: str) -> None:
    codes = text.translate(GRAPHEME_BREAK)
    assert _boundaries_of_letters_and_marks(codes) == [match.end() for match in _CLUSTER.finditer(codes)]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_clusters_rejoin_to_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(clusters(text))
