"""The words an answer rests on, found in the document or not: nothing in between.

A model writes ``[7: «exact words»]``. The quotation decides, the number is a hint. What must agree are the words:
letters and digits, folded as search folds them, whole words at both ends. Signs and vowel marks may differ; a word, a
number, a negation may not. A quotation shortened with an ellipsis is found where its pieces follow each other in one
passage. Nothing is matched approximately: measured on real sentences, fuzzy matching accepts what was altered.

Units: ``Pos`` in the document.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.assist.passages import Passage
from reader.model import Document, FoundQuotation, Range, Standing, range_of
from reader.text.folding import Folding

_ELLIPSIS = re.compile(r"…|\.{3,}|\[\s*(?:…|\.{3,})\s*\]")
_WORD = re.compile(r"\w+")
_CONTINUES = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff]*")

MOST_WORDS = 400
"""Words of a quotation that are looked for; a longer one is none."""


class _Words:
    """The words of a text, one after the other, with where each begins and ends."""

    def __init__(self, text: str, origin: int, folding: Folding) -> None:
        folded, sources = folding.fold(text), folding.sources(text)
        matches = list(_WORD.finditer(folded))
        self.line = " " + "".join(f"{match[0]} " for match in matches)
        self._ranges = [(sources[match.start()], sources[match.end() - 1] + 1) for match in matches]
        self._text, self._origin = text, origin

    def find(self, words: str, start: int = 0) -> int:
        """Where a line of words stands in this one, from an index on; -1 when nowhere."""
        return self.line.find(words, start)

    def range_of(self, start: int, end: int) -> Range:
        """The stretch of the document from the word behind the space at an index to the one before another space."""
        first, last = self.line.count(" ", 0, start), self.line.count(" ", 0, end) - 1
        finish = self._ranges[last][1]
        marks = _CONTINUES.match(self._text, finish)
        return range_of(self._origin + self._ranges[first][0], self._origin + (marks.end() if marks else finish))


class Quotations:
    """Finds quotations in the passages of documents.

    Args:
        documents: The documents, in the order their passages name them by.
        passages: All their passages, in order.
    """

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
        self._documents = documents
        self._passages = passages
        self._folding = Folding()
        self._words = lru_cache(maxsize=4096)(self._words_of)

    def find(self, quotation: str, number: int | None = None) -> FoundQuotation:
        """Where a quotation stands: in the passage of a number, else anywhere, also over the end of a passage.

        Args:
            quotation: The words, as the model wrote them.
            number: The passage it named; None when it named none.
        """
        pieces = list(self._pieces(quotation))
        if not pieces or sum(piece.count(" ") for piece in pieces) > MOST_WORDS:
            return FoundQuotation(Standing.NONE, range_of(0, 0))
        if number is not None and 1 <= number <= len(self._passages):
            found = _in_order(self._words(number - 1, 1), pieces)
            if found:
                return FoundQuotation(Standing.EXACT, found, self._passages[number - 1].source)
        for many in (1, 2):
            for index in range(len(self._passages) + 1 - many):
                if self._passages[index].source == self._passages[index + many - 1].source:
                    found = _in_order(self._words(index, many), pieces)
                    if found:
                        return FoundQuotation(Standing.ELSEWHERE, found, self._passages[index].source)
        return FoundQuotation(Standing.NONE, range_of(0, 0))

    def _pieces(self, quotation: str) -> Iterator[str]:
        """The words between ellipses, each piece with a space at both ends."""
        for piece in _ELLIPSIS.split(quotation):
            words = _WORD.findall(self._folding.fold(piece))
            if words:
                yield f" {' '.join(words)} "

    def _words_of(self, index: int, many: int) -> _Words:
        start, end = self._passages[index].range.start, self._passages[index + many - 1].range.end
        document = self._documents[self._passages[index].source]
        return _Words(document.slice(range_of(start, end)), start, self._folding)


def _in_order(words: _Words, pieces: Sequence[str]) -> Range | None:
    """Where the pieces stand, one behind the other."""
    start = at = words.find(pieces[0])
    for number, piece in enumerate(pieces):
        if number:
            at = words.find(piece, at)
        if at < 0:
            return None
        at += len(piece) - 1
    return words.range_of(start, at)
