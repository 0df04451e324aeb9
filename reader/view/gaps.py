"""Empty rows between blocks, which stand for the line ends between one and the next."""

from reader.model import Block, BlockKind, Document, Mark, Pos, Range

TIGHT = {BlockKind.LIST_ITEM, BlockKind.CODE, BlockKind.VERSE, BlockKind.TABLE}
"""Kinds that follow their like without an empty row."""

LOOKED_AT = 100
"""Code points between two stanzas in which an empty line is looked for."""


def gap_before(document: Document, index: int) -> int:
    """Empty rows above a block that is not the first."""
    before, block = document.blocks[index - 1], document.blocks[index]
    between = _between(document, before, block)
    if between is None:
        return 0
    if block.row and block.row.table.first == index:  # two tables that follow each other
        return 1
    if block.kind is not before.kind or block.kind not in TIGHT:
        return 1
    if any(span.mark is Mark.SYNTAX for span in (*before.spans[:1], *block.spans[:1])):  # code by itself
        return 1
    return int(between.count("\n") > 1)  # an empty line parts stanzas, lists, tables


def goes_on(document: Document, index: int) -> bool:
    """Whether a block is the rest of a line that was too long for one."""
    blocks = document.blocks
    return 0 < index < len(blocks) and _between(document, blocks[index - 1], blocks[index]) is None


def _between(document: Document, before: Block, block: Block) -> str | None:
    """The text before a block, or the beginning of that; None where the block goes on."""
    start, end = before.range.end, block.range.start
    between = document.slice(Range(start, min(end, Pos(start + LOOKED_AT))))
    return None if start + len(between) == end and "\n" not in between else between
