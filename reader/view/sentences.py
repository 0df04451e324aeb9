"""Sentences: what is copied, bookmarked or highlighted when nothing is selected.

Units: ``Pos`` in a document. The rule is UAX#29's sentence boundaries brought down to what running prose in Arabic,
    Hebrew, Persian, Urdu and Latin script needs: a terminator (SB-STerm, or a full stop not inside a number or after a
    single letter), closing quotes and brackets, then white space.
"""

import re

from reader.model import Block, Document, Pos, Range, range_of

_END = re.compile(
    r"""
    (?: [!?…؟۔؛⁇⁈⁉।॥。！？]+                 # always ends a sentence
      | (?<!\b\w) \.+ (?!\w)                   # a full stop: not an initial's, not inside a number or an address
    )
    [\"'”’»›)\]}\u200e\u200f\u2069]*           # closes with it
    (?=\s)
    """,
    re.VERBOSE,
)


def sentence_at(document: Document, pos: Pos) -> Range:
    """The sentence that holds a position, without white space around it.

    An empty range where the document has no text.
    """
    if not document.blocks:
        return Range(Pos(0), Pos(0))
    block = document.blocks[document.block_index_at(pos)]
    sentences = sentences_of(document, block)
    for sentence in sentences:
        if pos < sentence.end:
            return sentence
    return sentences[-1] if sentences else block.range


def sentences_of(document: Document, block: Block) -> list[Range]:
    """The sentences of a block, in order, without white space around them."""
    text = document.slice(block.range)
    ends = [match.end() for match in _END.finditer(text)]
    sentences = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        piece = text[start:end]
        trimmed = piece.strip()
        if trimmed:
            at = block.range.start + start + piece.index(trimmed)
            sentences.append(range_of(at, at + len(trimmed)))
    return sentences
