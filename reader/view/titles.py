"""The titles of a document's sections, folded once: there may be hundreds of thousands, and a filter asks at every key.

Units: numbers of sections; indexes of the folded titles, which stay here.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.model import Document
from reader.text.folding import folded

_END = "\0"
"""Parts two titles; folded it stays."""


class Titles:
    """The folded titles of a document's sections, one behind the other.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        titles = [document.slice(section.title).replace(_END, " ") for section in document.sections]
        self._text = folded(_END.join([*titles, ""]))
        self._starts = array("L", [0])
        for _ in titles:
            self._starts.append(self._text.index(_END, self._starts[-1]) + 1)

    def matching(self, words: Sequence[str]) -> "array[int]":
        """The sections whose titles hold every one of some folded words, in order."""
        found: list[int] = []
        if not words:
            return array("L", range(len(self._starts) - 1))
        rarest = max(words, key=len)
        for number in self._with(rarest):
            title = self._text[self._starts[number] : self._starts[number + 1] - 1]
            if all(word in title for word in words):
                found.append(number)
        return array("L", found)

    def first_with(self, words: str) -> int | None:
        """The first section whose title holds some folded words; None when there is none."""
        return next(self._with(words), None)

    def _with(self, words: str) -> Iterator[int]:
        at = self._text.find(words)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(words, self._starts[number + 1])


@lru_cache(maxsize=2)
def titles_of(document: Document) -> Titles:
    """The titles of a document; those of the latest are kept."""
    return Titles(document)
