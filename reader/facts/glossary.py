"""Owns the document's glossary: the terms of several words it uses again and again, ranked by C-value.

C-value (Frantzi, Ananiadou and Mima, 2000): log₂ of the length times the frequency, less the mean frequency of the
longer terms it is nested in. A candidate is a run of two to four words without a particle; in Arabic its last word must
be definite, as a noun phrase that names something is. Spellings that differ in their particles and article alone are
one term.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import NamedTuple

from reader.facts.scan import Scan
from reader.facts.tokens import Token, TokenKind

LONGEST = 4
MOST = 25
"""How many terms a glossary has at most."""
_REMEMBERED = 200_000


class Term(NamedTuple):
    """A term of the glossary: its words as first used, its C-value, its uses, and where the first of them is."""

    words: str
    rank: float
    uses: int
    start: int
    end: int


class _Use(NamedTuple):
    start: int
    end: int
    words: str


@dataclass(slots=True)
class TermCounter:
    """Counts the candidates of a document, stretch by stretch; memory is bounded by forgetting those met only once."""

    _counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _first: dict[tuple[str, ...], _Use] = field(default_factory=dict)

    def add(self, scan: Scan, offset: int) -> None:
        """Counts the candidates of one stretch that begins at ``offset`` in the document."""
        for run in _runs(scan):
            keys = [_bare(scan, token.key) for token in run]
            for i in range(len(run)):
                for size in range(2, min(LONGEST, len(run) - i) + 1):
                    if not _is_candidate(scan, run[i : i + size]):
                        continue
                    key = tuple(keys[i : i + size])
                    self._counts[key] += 1
                    if key not in self._first:
                        start, end = _start(scan, run[i]), run[i + size - 1].end
                        self._first[key] = _Use(offset + start, offset + end, scan.text[start:end])
        if len(self._counts) > _REMEMBERED:
            self._counts = Counter({key: count for key, count in self._counts.items() if count > 1})
            self._first = {key: self._first[key] for key in self._counts}

    def terms(self) -> tuple[Term, ...]:
        """The glossary, best first."""
        frequent = self._merged()
        nesting: dict[tuple[str, ...], list[int]] = {}
        for key, (count, _) in frequent.items():
            for size in range(2, len(key)):
                for i in range(len(key) - size + 1):
                    nesting.setdefault(key[i : i + size], []).append(count)
        ranked = []
        for key, (count, use) in frequent.items():
            longer = nesting.get(key, [])
            value = log2(len(key)) * (count - (sum(longer) / len(longer) if longer else 0))
            if value >= _LEAST and not (longer and max(longer) == count):
                ranked.append(Term(use.words, value, count, use.start, use.end))
        ranked.sort(key=lambda term: (-term.rank, term.start))
        return tuple(ranked[:MOST])

    def _merged(self) -> dict[tuple[str, ...], tuple[int, _Use]]:
        """The candidates met more than once.

        «بخصوصية البيانات» counts for «خصوصية البيانات» where the document has that too.
        """
        merged: dict[tuple[str, ...], tuple[int, _Use]] = {}
        words = {word for key in self._counts for word in key}
        for candidate, count in self._counts.items():
            key, use = candidate, self._first[candidate]
            if any(word[0] in _PARTICLES and word[1:] in words for word in key[1:]):
                continue
            if key[0][0] in _PARTICLES and key[0][1:] in words:
                key, use = (key[0][1:], *key[1:]), _Use(use.start + 1, use.end, use.words[1:])
            known, first = merged.get(key, (0, use))
            merged[key] = (known + count, min(first, use))
        return {key: value for key, value in merged.items() if value[0] > 1}


_PARTICLES = "وبلفהובלמ"
_LEAST = 2.0


def _runs(scan: Scan) -> Iterator[list[Token]]:
    """Runs of words with no punctuation, number or particle between."""
    run: list[Token] = []
    for token in scan.tokens:
        plain = token.kind is TokenKind.WORD and len(token.key) > 1 and token.key not in scan.function_words
        conjoined = plain and scan.language == "ar" and token.key.startswith("وال")
        if (not plain or conjoined) and run:
            yield run
            run = []
        if plain:
            run.append(token)
    if run:
        yield run


def _is_candidate(scan: Scan, words: Sequence[Token]) -> bool:
    first, last = words[0].key, words[-1].key
    if len({word.key for word in words}) < len(words) or any(word.key.isascii() for word in words) != (
        scan.language == "en"
    ):
        return False
    if scan.language == "ar":
        return (
            last.startswith(("ال", "لل"))
            and not first.startswith(_VERBAL)
            and len(first) > 2
            and not any(word.key.startswith(("بال", "فال", "كال", "لل", "ول", "وب")) for word in words[1:])
        )
    return True


_VERBAL = ("ي", "ت", "ست", "سي", "ن")


def _bare(scan: Scan, key: str) -> str:
    """A word without the particles and article that do not change what it names."""
    if scan.language == "ar":
        for prefix in ("وال", "بال", "كال", "فال", "لل", "ال"):
            if key.startswith(prefix) and len(key) - len(prefix) >= 2:
                return key[len(prefix) :]
    return key


def _start(scan: Scan, token: Token) -> int:
    if scan.language == "ar":
        for prefix, letters in (("وال", 1), ("بال", 1), ("كال", 1), ("فال", 1)):
            if token.key.startswith(prefix):
                return token.start + letters
    return token.start
