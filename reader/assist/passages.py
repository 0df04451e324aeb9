"""A document in numbered passages: what a question is answered from, and what an answer points back to.

Units: ``Pos`` in the document; passages are counted from 1, as a model is told of them.
"""

from collections.abc import Iterable, Iterator

from reader.model import BlockKind, Document, Range, range_of
from reader.named_tuples import NamedTuple
from reader.text.sentences import sentence_ends

LONGEST = 1_200
"""Code points of a passage at most; a longer paragraph is cut between sentences."""

SHORTEST = 200
"""Shorter ones are joined with what follows them in their section: a heading says little by itself."""


class Passage(NamedTuple):
    """A stretch of the document.

    Attributes:
        number: Its number, from 1.
        range: Where it is.
        section: The title of its section; "" before the first heading.
        source: Which of several documents it is from, counted from 0.
    """

    number: int
    range: Range
    section: str
    source: int = 0


def passages_of_all(documents: Iterable[Document]) -> tuple[Passage, ...]:
    """The passages of several documents, numbered one after the other."""
    passages: list[Passage] = []
    for source, document in enumerate(documents):
        own = passages_of(document)
        before = len(passages)
        passages += [each._replace(number=before + each.number, source=source) for each in own]
    return tuple(passages)


def passages_of(document: Document, part: Range | None = None) -> tuple[Passage, ...]:
    """The passages of a document, or of a part of it; together they hold all its words.

    Args:
        document: The document.
        part: A section or a selection; None for all.
    """
    joined: list[tuple[Range, str]] = []
    for found, section, is_heading in _pieces(document, part or document.range):
        before = joined[-1] if joined else None
        small = before is not None and before[0].length < SHORTEST and before[0].length + found.length <= LONGEST
        if before is not None and small and before[1] == section and not is_heading:
            joined[-1] = (Range(before[0].start, found.end), section)
        else:
            joined.append((found, section))
    return tuple(Passage(number, where, section) for number, (where, section) in enumerate(joined, 1))


def _pieces(document: Document, part: Range) -> Iterator[tuple[Range, str, bool]]:
    """Blocks, long ones in pieces, with the section they are in."""
    for block in document.blocks:
        start, end = max(block.range.start, part.start), min(block.range.end, part.end)
        if start >= end or block.kind is BlockKind.RULE:
            continue
        section = " ".join(document.slice(document.section_at(block.range.start).title).split())
        for piece in _cut(document, start, end):
            yield piece, section, block.kind is BlockKind.HEADING


def _cut(document: Document, start: int, end: int) -> Iterator[Range]:
    """A stretch in pieces that are not too long, cut behind sentences, else behind words."""
    while end - start > LONGEST:
        text = document.slice(range_of(start, start + LONGEST))
        ends = [at for at in sentence_ends(text) if at > LONGEST // 3]
        cut = ends[-1] if ends else max(text.rfind(" "), LONGEST // 3)
        yield range_of(start, start + cut)
        start += cut
    yield range_of(start, end)
