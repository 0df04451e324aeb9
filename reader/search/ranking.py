"""Which of some texts a question is about: BM25 over stems and 4-grams of folded words.

Units: texts by their number. The stages:

1. A text's words, folded as search folds them.
2. *Terms* of a word: its 4-grams, which need no rules of a language, and the word itself; of an Arabic one the light
   stem (Larkey, Ballesteros, Connell 2002, "light10", behind one proclitic).
3. BM25 (Robertson, Walker 1994) over the terms; words that stand in most texts weigh nothing by themselves, so there
   is no list of stop words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log

from reader.text.folding import folded

K1, B = 1.2, 0.75
"""How soon a repeated term counts no more, and how much the length of a text matters; the usual values."""

GRAM = 4

_WORD = re.compile(r"\w+")
_ARABIC = re.compile("[\u0620-\u06ff]")
_PREFIXES = ("وال", "بال", "كال", "فال", "ال", "لل", "و")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_PROCLITICS = "بفكل"
_STEM_SHORTEST = 2


@lru_cache(maxsize=50_000)
def terms_of_word(word: str) -> tuple[str, ...]:
    """The terms of a folded word: its grams, told apart where they begin or end it, and its stem."""
    bounded = f"<{word}>"
    grams = [bounded[at : at + GRAM] for at in range(len(bounded) - GRAM + 1)] or [bounded]
    return (*grams, _stem(word) if _ARABIC.match(word) else word)


def terms_of(text: str) -> Iterator[str]:
    """The terms of a text, as often as they stand in it."""
    for word in _WORD.findall(folded(text)):
        yield from terms_of_word(word)


def _stem(word: str) -> str:
    """An Arabic word without its article, conjunction and endings."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _STEM_SHORTEST + (prefix == "و"):
            word = word[len(prefix) :]
            break
    else:
        if word[0] in _PROCLITICS and len(word) > 2 * _STEM_SHORTEST:
            word = word[1:]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM_SHORTEST:
            word = word[: -len(suffix)]
    return word


class Ranking:
    """Some texts, ready to be ranked by questions.

    Args:
        texts: The texts; they are read once, and only how often which term stands in them is kept.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: dict[str, list[tuple[int, int]]] = {}
        self._lengths: list[int] = []
        for number, text in enumerate(texts):
            counts = Counter(terms_of(text))
            self._lengths.append(counts.total())
            for term, count in counts.items():
                self._counts.setdefault(term, []).append((number, count))
        self._average = sum(self._lengths) / len(self._lengths) if self._lengths else 0.0

    def scores(self, question: str) -> dict[int, float]:
        """The score of every text that has a term of the question."""
        scores: dict[int, float] = {}
        for term in set(terms_of(question)):
            holding = self._counts.get(term, ())
            weight = log(1 + (len(self._lengths) - len(holding) + 0.5) / (len(holding) + 0.5))
            for number, count in holding:
                length = 1 - B + B * self._lengths[number] / self._average
                scores[number] = scores.get(number, 0.0) + weight * count * (K1 + 1) / (count + K1 * length)
        return scores

    def best(self, question: str, most: int) -> Sequence[int]:
        """The numbers of the texts that fit a question best, the best first; in order where they fit equally."""
        scores = self.scores(question)
        return sorted(scores, key=lambda number: (-scores[number], number))[:most]
