"""A first look: stretches of a document folded roughly, a byte a character, to pass over those without a hit.

That takes a tenth of the time of folding them in full (:mod:`reader.search.segment`), and less than half of the room.
Where a query stands in a stretch it stands there roughly, too; so what does not hold it roughly has no hit.

Units: ``Pos`` in the document; bytes of the rough text, which stay here.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from reader.model import Document, Range
from reader.search.kept import Shelf
from reader.text.folding import Folding

_QUERIES_KEPT = 8


class Rough:
    """Stretches of a document, folded roughly when they are first asked for.

    Args:
        document: The document.
        folding: How it is folded.
        shelf: Where it is kept.
        stretches: How many there are.
        stretch: Which part of the document each is; what is looked for lies in one.
    """

    def __init__(
        self, document: Document, folding: Folding, shelf: Shelf, stretches: int, stretch: Callable[[int], Range]
    ) -> None:
        self._document = document
        self._folding = folding
        self._shelf = shelf
        self._stretch = stretch
        self._kept: list[bytes | tuple[int, int] | None] = [None] * stretches
        self._query = lru_cache(_QUERIES_KEPT)(self._query_of)

    def may_hold(self, number: int, folded: str) -> bool:
        """Whether a folded query may stand in a stretch; surely not where this says so."""
        words, phrase = self._query(folded)
        if not words:
            return True
        kept = self._kept[number]
        if kept is None:
            text = self._document.slice(self._stretch(number))
            kept = self._shelf.put_data(self._folding.rough(text))
            if not self._shelf.is_full:
                self._kept[number] = kept
        data = kept if isinstance(kept, bytes) else self._shelf.data(*kept)
        return all(word in data for word in words) and (len(words) == 1 or bool(phrase.search(data)))

    def _query_of(self, folded: str) -> "tuple[list[bytes], re.Pattern[bytes]]":
        """A query's words, and an expression for all of it; no words where its letters alone do not tell."""
        words = self._folding.rough(folded).split() if self._folding.is_by_character else []
        return words, re.compile(rb"\s+".join(map(re.escape, words)))
