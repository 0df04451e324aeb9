"""The section tree of blocks.

Every heading governs what follows, up to the next of the same or a higher rank.
"""

from collections.abc import Iterable, Mapping, Sequence

from reader.model import Block, BlockKind, Section, range_of


def section_tree(blocks: Sequence[Block], length: int, begins: Mapping[int, int] | None = None) -> Section:
    """The root section of a document.

    Args:
        blocks: All blocks, in order; a heading's rank is its depth.
        length: The document's length in code points.
        begins: Where the sections of some headings begin that stand below what belongs to them, as a chapter's number,
            by where the headings do.
    """
    return tree_of_headings((block for block in reversed(blocks) if block.kind is BlockKind.HEADING), length, begins)


def tree_of_headings(headings: Iterable[Block], length: int, begins: Mapping[int, int] | None = None) -> Section:
    """The same of the headings alone, from the last one back: one at a time, for there may be very many."""
    begins = begins or {}
    # From the last heading back, finished sections wait here until the heading that governs them comes by.
    waiting: list[Section] = []
    ends: list[tuple[int, int]] = [(0, length)]
    for heading in headings:
        while len(ends) > 1 and ends[-1][0] > heading.depth:
            ends.pop()
        children: list[Section] = []
        while waiting and waiting[-1].level > heading.depth:
            children.append(waiting.pop())
        end = ends[-1][1]
        start = begins.get(heading.range.start, heading.range.start)
        waiting.append(Section(heading.range, range_of(start, end), heading.depth, tuple(children)))
        ends.append((heading.depth, start))
    return Section(range_of(0, 0), range_of(0, length), 0, tuple(reversed(waiting)))
