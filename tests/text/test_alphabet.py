"""Folding by bytes against folding by the table."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import alphabet
from reader.text.alphabet import Alphabet
from reader.text.folding import FoldOptions, FoldTable

OPTIONS = st.sampled_from([FoldOptions(), FoldOptions(fold_heh_doachashmee=True, fold_teh_marbuta=True)])
TEXTS = st.lists(
    st.text(max_size=40)
    | st.text(st.sampled_from("كتابٌـﻻﷲةھے…½ßＡＢ𝐀😀\u0000\ufffe\uffff\ud800 \t\n\u00a0É"), max_size=40),
    max_size=8,
)


@pytest.fixture(autouse=True, scope="module", params=[255, 136], ids=["room for most", "room for few"])
def few_bytes(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alphabet, "OTHER", request.param)
        yield


@given(TEXTS, OPTIONS)
def test_what_comes_back_is_what_the_table_says(texts: list[str], options: FoldOptions) -> None:
    table = FoldTable(options)
    letters = Alphabet(table)
    for text in texts:
        data = letters.encoded(text)
        folded = text.translate(table)
        assert len(data) == len(folded)
        assert letters.decoded(data) in (folded, None)
        assert letters.encoded(folded) == data


@given(TEXTS, OPTIONS)
def test_bytes_stay_whatever_is_met_later(texts: list[str], options: FoldOptions) -> None:
    letters = Alphabet(FoldTable(options))
    first = [letters.encoded(text) for text in texts]
    letters.encoded("".join(map(chr, range(0x3000, 0x3200))))
    assert [letters.encoded(text) for text in texts] == first


def test_texts_of_one_alphabet_all_have_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alphabet, "OTHER", 255)
    letters = Alphabet(FoldTable(FoldOptions()))
    text = "قال: «نعم»… Llama 3.1 שלום; گفت، ٹھیک"
    assert letters.decoded(letters.encoded(text)) == text.translate(FoldTable(FoldOptions()))


@given(TEXTS, OPTIONS)
def test_a_coded_text_comes_back_as_it_stood(texts: list[str], options: FoldOptions) -> None:
    letters = Alphabet(FoldTable(options))
    coded = [letters.coded(text) for text in texts]
    letters.encoded("".join(map(chr, range(0x3000, 0x3200))))
    for text, data in zip(texts, coded, strict=True):
        assert data is None or letters.decoded(data) == text
    assert letters.coded("\nabc") == b"\nabc"
