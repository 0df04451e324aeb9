"""The list of a search's hits: each with what stands around it, its section at the far end."""

import re
from collections.abc import Sequence
from typing import overload

from reader.model import Direction, Document, Range, range_of
from reader.view.list_model import Item, KeyedItems
from reader.view.styled import StyledText, TextRole, quoted, styled

LISTED_MOST = 20_000
"""Hits that a list holds; who has more narrows the search."""

_SPACE = re.compile(r"\s+")

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


def surroundings(document: Document, hit: Range, most_before: int = BEFORE) -> tuple[str, str, str]:
    """The text before a hit, its words, and what follows, each on one line and no further than its paragraph."""
    block = document.blocks[document.block_index_at(hit.start)].range
    first = max(block.start, hit.start - most_before)
    before = _on_one_line(document.slice(range_of(first, hit.start)))
    if first > block.start:
        _, space, rest = before.partition(" ")
        before = "…" + (rest if space else before)
    after = document.slice(range_of(hit.end, max(hit.end, min(block.end, hit.end + AFTER))))
    return before, _on_one_line(document.slice(hit)), _on_one_line(after)


def _on_one_line(text: str) -> str:
    return _SPACE.sub(" ", text)


def excerpt(before: str, words: str, after: str, direction: Direction) -> StyledText:
    """A hit among what stands around it."""
    return (styled(before) + styled(words, TextRole.HIT) + styled(after)).isolated(direction)


def _item(document: Document, hit: Range) -> Item:
    words = excerpt(*surroundings(document, hit), document.direction_at(hit.start))
    title = document.section_at(hit.start).title
    trail = quoted(document, title, TextRole.MUTED) if title != hit and title.length else styled("")
    return Item(words, hit, hit, trail=trail)
