"""The list of a search's hits: each with what stands around it, its section at the far end."""

from collections.abc import Sequence
from typing import overload

from reader.model import Document, Range, range_of
from reader.view.list_model import Item, KeyedItems
from reader.view.styled import LINE_ENDS, TextRole, quoted, styled

LISTED_MOST = 20_000
"""Hits that a list holds; who has more narrows the search."""

BEFORE, AFTER = 24, 120
"""Code points shown before and after a hit, no further than its paragraph."""


class _HitItems(KeyedItems):
    """Lines that are made when they are shown."""

    def __init__(self, document: Document, hits: tuple[Range, ...]) -> None:
        self._document, self._hits = document, hits

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [_item(self._document, hit) for hit in self._hits[index]]
        return _item(self._document, self._hits[index])

    def index_of(self, key: object) -> int | None:
        """The index of a hit."""
        return next((i for i, hit in enumerate(self._hits) if hit == key), None)


def hit_items(document: Document, hits: tuple[Range, ...]) -> KeyedItems:
    """One line a hit."""
    return _HitItems(document, hits)


def _item(document: Document, hit: Range) -> Item:
    block = document.blocks[document.block_index_at(hit.start)].range
    first = max(block.start, hit.start - BEFORE)
    before = document.slice(range_of(first, hit.start)).translate(LINE_ENDS)
    if first > block.start:
        _, space, rest = before.partition(" ")
        before = "…" + (rest if space else before)
    after = document.slice(range_of(hit.end, max(hit.end, min(block.end, hit.end + AFTER)))).translate(LINE_ENDS)
    words = styled(before) + styled(document.slice(hit).translate(LINE_ENDS), TextRole.HIT) + styled(after)
    title = document.section_at(hit.start).title
    trail = quoted(document, title, TextRole.MUTED) if title != hit and title.length else styled("")
    return Item(words.isolated(document.direction_at(hit.start)), hit, hit, trail=trail)
