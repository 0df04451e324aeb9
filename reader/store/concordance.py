"""Where the words of a document stand: which places may be what became of a quote after the text was edited.

Words are folded (points, case and the like do not tell them apart) and stripped of punctuation. Where a writing parts
no words, each of its characters is one. A quote is looked for by its pairs of neighbouring words: every pair that
stands somewhere speaks for the place at which the quote would then begin, the rarer the pair the more; so one look at
each pair finds the likeliest places of a whole book.

Units: indexes of words here, counted through all blocks that were given; ``Pos`` in the document where it says so.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

from reader.model import Document, Range, range_of
from reader.named_tuples import NamedTuple
from reader.text.folding import Folding
from reader.text.patterns import lazy_pattern

_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts that part no words: Thai, Lao, Burmese, Khmer, kana, ideographs."""

_WORD = lazy_pattern(rf"[{_UNPARTED}]|[^\s{_UNPARTED}]+")
_EDGES = lazy_pattern(r"^\W+|\W+$")

COMMON = 400
"""Places of a pair of words beyond which it is too common to speak for any."""

LANGUAGE = 2000
"""Words added to those counted: in a short text few words are common, and yet they are in its language."""

RARE = 4
"""Places of a word up to which it speaks for them by itself."""

DRIFT = 4
"""Words that may be missing or added before a pair, for it to speak for the same place still."""


class Word(NamedTuple):
    """A word, folded, and where it stands in its text."""

    text: str
    start: int
    end: int


class FoldedWords:
    """Texts as their folded words; how each word folds is kept, for texts use few."""

    def __init__(self) -> None:
        self._folding = Folding()
        self._folded: dict[str, str] = {}

    def of(self, text: str) -> list[Word]:
        """The words of a text; what folds to nothing or is punctuation is none."""
        known, words = self._folded, []
        for match in _WORD.finditer(text):
            raw = match[0]
            folded = known.get(raw)
            if folded is None:
                folded = known[raw] = _EDGES.sub("", self._folding.fold(raw))
            if folded:
                words.append(Word(folded, *match.span()))
        return words


class Concordance:
    """The words of some blocks of a document.

    Attributes:
        words: The folded words, in the order of the text.
        starts, ends: Where each stands in the document.
        blocks: The block of each.
    """

    def __init__(self, document: Document, blocks: Iterable[int], words: FoldedWords) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.blocks: list[int] = []
        for index in blocks:
            part = document.blocks[index].range
            for word in words.of(document.slice(part)):
                self.words.append(word.text)
                self.starts.append(part.start + word.start)
                self.ends.append(part.start + word.end)
                self.blocks.append(index)
        self._count: dict[str, int] = defaultdict(int)
        for text in self.words:
            self._count[text] += 1
        self._rare: dict[str, list[int]] = {word: [] for word, count in self._count.items() if count <= RARE}
        for at, text in enumerate(self.words):
            if text in self._rare:
                self._rare[text].append(at)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, pair in enumerate(pairwise(self.words)):
            self._pairs[pair].append(at)

    def weight(self, word: str) -> float:
        """How much a word tells, in bits: one in a thousand tells ten. One that is nowhere tells most."""
        return log2(1 + (len(self.words) + LANGUAGE) / (self._count.get(word, 0) + 0.5))

    def places(self, quote: Sequence[str], count: int) -> list[int]:
        """Words at which a quote may begin (before the first, it may be), the likeliest first."""
        votes: dict[int, float] = defaultdict(float)
        for at, pair in enumerate(pairwise(quote)):
            found = self._pairs.get(pair)
            if found and len(found) <= COMMON:
                told = log2(1 + len(self.words) / len(found))
                for place in found:
                    votes[place - at] += told
        for at, word in enumerate(quote):  # where no two words stand together any more, rare ones speak alone
            for place in self._rare.get(word, ()):
                votes[place - at] += self.weight(word)
        gathered = {
            place: sum(votes.get(near, 0.0) for near in range(place - DRIFT, place + DRIFT + 1)) for place in votes
        }
        best: list[int] = []
        for place in sorted(gathered, key=lambda place: (-gathered[place], place)):
            if all(abs(place - other) > 2 * DRIFT for other in best):
                best.append(place)
                if len(best) == count:
                    break
        return best

    def within_block(self, first: int, last: int) -> tuple[int, int]:
        """Of some words those in the block of the one in the middle."""
        block = self.blocks[(first + last) // 2]
        return max(first, bisect_left(self.blocks, block)), min(last, bisect_right(self.blocks, block) - 1)

    def range_of(self, first: int, last: int) -> Range:
        """Where the words from the first to the last stand in the document."""
        return range_of(self.starts[first], self.ends[last])
