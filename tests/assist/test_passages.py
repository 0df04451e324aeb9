"""Passages cover a document and are short enough to be quoted from."""

from hypothesis import given
from hypothesis import strategies as st

from reader.assist.passages import LONGEST, passages_of
from reader.formats import parse_text
from tests.samples import article


def test_passages_hold_every_word_of_the_article_in_order() -> None:
    document = article()
    passages = passages_of(document)
    assert [passage.number for passage in passages] == list(range(1, len(passages) + 1))
    words = [word for passage in passages for word in document.slice(passage.range).split()]
    assert words == document.slice(document.range).split()


def test_a_section_alone_has_only_its_own() -> None:
    document = article()
    section = document.sections[3]
    passages = passages_of(document, section.range)
    assert all(passage.range.start in section.range for passage in passages)
    assert passages[0].range.start == section.title.start


@given(st.lists(st.text(alphabet="ab اب.\n", max_size=3000), max_size=4).map("\n\n".join))
def test_no_passage_is_longer_than_is_said(text: str) -> None:
    document = parse_text(text)
    assert all(0 < passage.range.length <= LONGEST for passage in passages_of(document))
