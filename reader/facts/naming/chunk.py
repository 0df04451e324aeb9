"""Questions that rules of names ask of a chunk of text, token by token."""

import re
from collections.abc import Container, Iterator

from reader.facts.gazetteer import Known, gazetteer_of
from reader.facts.naming.name_tables import Phrases, names_of
from reader.facts.scripts import ZWNJ
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import TokenKind
from reader.model import FactKind
from reader.named_tuples import NamedTuple

MOST_WORDS = 8
"""The longest name, in words."""
_BEYOND = 64
"""How far past the end, and before the start, a rule may look: there is no word."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST, _SHARE = 5, 0.85
"""Words of a line whose capitals tell nothing, function words left out, and how many of them have one."""
_GAPS = (" ", "\u00a0", ZWNJ, "_")
"""Gaps that may stand between two words of a name."""


class DetectedName(NamedTuple):
    """A name that was told: code points ``start`` to ``end`` of the text, and the token after it."""

    kind: FactKind
    start: int
    end: int
    next: int


class NameReader:
    """One chunk of text, with the table of names of its language."""

    __slots__ = ("_found", "_gazetteer", "_keys", "_line", "function_words", "names", "stream")

    def __init__(self, stream: TokenStream) -> None:
        self.stream = stream
        self.names = names_of(stream.language.code)
        self._line = 0, 0, False
        self._keys = [token.key if token.kind is TokenKind.WORD else "" for token in stream.tokens] + [""] * _BEYOND
        self.function_words = stream.function_words
        self._gazetteer = gazetteer_of(stream.language.code)
        self._found: dict[int, Known | None] = {}

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.stream)

    def key(self, i: int) -> str:
        """The key of a word; "" where there is none."""
        return self._keys[i]

    def sign(self, i: int) -> str:
        """The sign at a token; "" where there is none, "." at the end of the text."""
        if i >= len(self.stream.tokens):
            return "."
        token = self.stream.tokens[i]
        return token.key if token.kind is TokenKind.SIGN else ""

    def joined(self, i: int) -> bool:
        """Whether token ``i`` is a word that stands one space behind the token before it."""
        tokens = self.stream.tokens
        return bool(self._keys[i]) and i > 0 and self.stream.text[tokens[i - 1].end : tokens[i].start] in _GAPS

    def gap(self, i: int) -> str:
        """The text between a token and the one before it."""
        tokens = self.stream.tokens
        return self.stream.text[tokens[i - 1].end : tokens[i].start] if 0 < i < len(tokens) else ""

    def plain(self, i: int) -> bool:
        """Whether a joined word is neither a particle nor a word of number or time, nor of another script."""
        key = self.key(i)
        if not self.joined(i) or key in self.function_words or self.stream.word_classes(i):
            return False
        return self.stream.features.latin_names or not key[0].isascii()

    def find(self, i: int) -> Known | None:
        """The gazetteer's name that a word begins, whatever particles are written on to it."""
        if not self._keys[i]:
            return None
        if i not in self._found:
            self._found[i] = self._gazetteer.find(self.stream.tokens, i)
        return self._found[i]

    def known(self, i: int, *, weak: bool = False) -> Known | None:
        """The gazetteer's name at a word, as it stands, without particles.

        One that needs a witness only where ``weak`` says that there is one.
        """
        known = self.find(i)
        if known is None or known.conjunction or known.preposition or known.article:
            return None
        ordinary = known.end == i + 1 and self._keys[i] in self.names.ordinary and not self.stream.features.latin_names
        return None if ordinary or (known.name.weak and not weak) else known

    def led(self, i: int) -> bool:
        """Whether a word is a known name with a particle written on to it."""
        known = self.find(i)
        return known is not None and bool(known.conjunction or known.preposition)

    def phrase(self, i: int, phrases: Phrases, particles: Container[str] = ()) -> int | None:
        """The index after the longest of some phrases at ``i``, whose first word may have one of the particles."""
        key = self.key(i)
        rests = phrases.get(key) or (phrases.get(key[1:]) if key[:1] in particles else None)
        return next((i + 1 + len(rest) for rest in rests or () if self.follows(i + 1, rest)), None)

    def near(self, words: Container[str], before: int) -> set[int]:
        """The tokens that stand at most so many before one of some words."""
        at = (k for k, key in enumerate(self._keys) if key in words)
        return {i for k in at for i in range(k - before, k)}

    def follows(self, i: int, rest: tuple[str, ...]) -> bool:
        """Whether the words from ``i`` on are these."""
        return all(self.key(i + k) == word for k, word in enumerate(rest))

    def in_headline(self, i: int) -> bool:
        """Whether nearly every word of the line has a capital, which then tells nothing."""
        text, at = self.stream.text, self.stream.start(i)
        start, end, known = self._line
        if not start <= at < end:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            words = [word for word in _WORD.findall(text, start, end) if word.lower() not in self.function_words]
            capitals = sum(not word.islower() for word in words)
            known = len(words) >= _FEWEST and capitals >= _SHARE * len(words)
            self._line = start, end, known
        return known

    def suffixed(self, i: int) -> bool:
        """Whether a suffix that no name takes is written behind a word with a non-joiner."""
        return self.gap(i + 1) == ZWNJ and self.key(i + 1) in self.names.suffix

    def ends_name(self, i: int) -> bool:
        """Whether what follows token ``i`` shows that a name has ended: a sign, a particle, a verb or a profession."""
        following = self.key(i + 1)
        if not self.joined(i + 1) or following in self.names.following or self.names.behind_name.fullmatch(following):
            return True
        known = self.known(i + 1)
        return (known is not None and known.name.kind is FactKind.PLACE) or self.key(i + 2) in self.names.light_verb

    def told(self, kind: FactKind, i: int, end: int, cut: int = 0) -> DetectedName:
        """The name of tokens ``i`` to ``end``, without the first ``cut`` letters of its first word."""
        return DetectedName(kind, self.stream.start_without(i, cut), self.stream.end(end), end)


def bare_words(key: str, proclitics: Container[str], most: int = 2) -> Iterator[tuple[int, str]]:
    """A word, then without its first letters as far as they are proclitics: how many, and the rest."""
    yield 0, key
    for cut in range(1, most + 1):
        if len(key) <= cut + 1 or key[cut - 1] not in proclitics:
            return
        yield cut, key[cut:]
