"""A table gives every character its letter, whatever was met before and however many characters there are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import properties
from reader.text.data import tables
from reader.text.properties import BIDI_CLASS, GRAPHEME_BREAK, PropertyTable
from reader.text.widths import cells_of, width_of

TEXTS = st.lists(st.text(max_size=30), max_size=8)


def fresh() -> PropertyTable:
    return PropertyTable(tables.BIDI_CLASS)


@given(TEXTS)
def test_letters_are_those_of_the_table(texts: list[str]) -> None:
    for text in (*texts, "".join(texts)):
        for table in BIDI_CLASS, GRAPHEME_BREAK:
            assert table.of(text) == text.translate(table) == "".join(table[ord(each)] for each in text)


@pytest.mark.parametrize("last", ["", "\0", "\ud800", "\uffff", "\ufffe", "\U00010400", "\U0010ffff"])
def test_more_characters_than_there_are_bytes(last: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(properties, "_met", properties._encoding_of("\0"))
    table, other = fresh(), fresh()
    texts = ["كلمة word", "".join(map(chr, range(0x600, 0x6A0))) + last, "".join(map(chr, range(0x4E00, 0x4F00))), "כל"]
    for text in (*texts, *texts):
        assert table.of(text) == text.translate(fresh())
    assert other.of(texts[0]) == table.of(texts[0])


def test_what_another_thread_met_meanwhile_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that meet characters at once each go on from the same; the one that is later counts."""
    texts = ["abc", "أبت", "אבג", "abcأבד"]
    begun = properties._encoding_of("\0")
    table = fresh()
    for one, other in pairwise((*texts, *reversed(texts))):
        monkeypatch.setattr(properties, "_met", begun)
        assert table.of(one) == one.translate(fresh())
        monkeypatch.setattr(properties, "_met", begun)
        assert table.of(other) == other.translate(fresh())


@given(st.text(max_size=40))
def test_the_width_is_that_of_its_characters(text: str) -> None:
    assert width_of(text) == sum(cells_of(text))
