"""The sentence at a position."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.model import Block, Document, Pos, Range, range_of
from reader.text.sentences import sentence_ends
from reader.view.sentence_at import sentence_at
from tests.documents import document_of

WORDS = ["قال", "A.", "p. 5", "3.14", "نعم؟", "No!", "word", "(x).", "«كلمة».", "...", " ", "  ", "۔", "J. K."]
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def sentences_of(document: Document, block: Block) -> list[Range]:
    """The sentences of a block, in order, without white space around them."""
    text = document.slice(block.range)
    ends = sentence_ends(text)
    found = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        piece = text[start:end]
        trimmed = piece.strip()
        if trimmed:
            at = block.range.start + start + piece.index(trimmed)
            found.append(range_of(at, at + len(trimmed)))
    return found


def looked_for_in_all(document: Document, pos: Pos) -> Range:
    """The same by taking every sentence of the block apart."""
    block = document.blocks[document.block_index_at(pos)]
    found = sentences_of(document, block)
    return next((each for each in found if pos < each.end), found[-1] if found else block.range)


@settings(deadline=None)
@given(PROSE, st.integers(0, 400), st.integers(4, 40))
@example("قال ... قال", 5, 4)
def test_looking_nearby_finds_the_sentence_that_looking_everywhere_finds(text: str, at: int, window: int) -> None:
    document = document_of(text)
    pos = Pos(min(at, len(text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.view.sentence_at.WINDOW", window)
        assert sentence_at(document, pos) == looked_for_in_all(document, pos)


def test_of_a_sentence_without_end_the_part_nearby_is_taken() -> None:
    document = document_of("كلمة " * 20_000)
    part = sentence_at(document, Pos(50_000), 2000)
    assert 50_000 in part
    assert part.length <= 4001
    assert sentence_at(document, Pos(50_000)).length == 5 * 20_000 - 1
