"""A quotation is found where its words stand, and nowhere when it says something else."""

from pathlib import Path

import pytest

from reader.assist.passages import passages_of
from reader.assist.quotations import Quotations
from reader.model import Document, Standing
from tests.assist.quotations_table import ALTERED, SAME, Sentence, accepted, document_in, right, sentences_of
from tests.samples import article, find

SOURCE = Path(__file__).parent / "data" / "arcd-paragraphs.json.xz"


@pytest.fixture(scope="module")
def document() -> Document:
    return document_in(SOURCE)


@pytest.fixture(scope="module")
def sentences(document: Document) -> list[Sentence]:
    found = sentences_of(document)
    assert len(found) == 300
    return found


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", SAME)
def test_spelling_signs_and_ellipses_do_not_hide_a_sentence(
    document: Document, sentences: list[Sentence], name: str
) -> None:
    outcomes = list(right(document, sentences, name))
    missed = [said for ok, said in outcomes if not ok]
    assert len(outcomes) > 250
    assert len(missed) <= (1 if name == "shortened …" else 0), missed


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", [*ALTERED, "stitched"])
def test_nothing_that_says_something_else_is_accepted(document: Document, sentences: list[Sentence], name: str) -> None:
    outcomes = list(accepted(document, sentences, name))
    assert len(outcomes) > 90
    assert [said for ok, said in outcomes if ok] == []


def quotations() -> Quotations:
    return Quotations([article()], passages_of(article()))


def test_the_number_is_a_hint() -> None:
    here = find(article(), "80 مليار دولار")
    passages = passages_of(article())
    number = next(passage.number for passage in passages if here.start in passage.range)
    assert quotations().find("80 مليار دولار", number).state is Standing.EXACT
    moved = quotations().find("80 مليار دولار", len(passages))
    assert moved.state is Standing.ELSEWHERE
    assert article().slice(moved.range) == "80 مليار دولار"


@pytest.mark.parametrize("quotation", ["", "…", "«»", "\u200f", "a" * 1_000_000, "كلمة " * 100_000])
def test_what_is_no_quotation_is_nowhere(quotation: str) -> None:
    assert quotations().find(quotation, 1).state is Standing.NONE


def test_a_part_of_a_word_or_number_is_no_quotation() -> None:
    assert quotations().find("ليار دولا").state is Standing.NONE
    assert quotations().find("0 مليار دولار").state is Standing.NONE
