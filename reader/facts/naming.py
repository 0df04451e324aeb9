"""Owns names that no gazetteer has, told by the words around and inside them.

A person is told by a title or profession before («الدكتور سامي حداد») or by a given name; an institution, place, event
or law by the word that says what it is («وزارة الخارجية», "University of Jordan", «معركة حطين») and the words that
belong to it. A language's own rules stand beside its table (``languages/CODE_names.py``), where it has some; this
module owns what they ask of a text. What else a text may name is left alone: a name missed is better than a word made a
name.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import NamedTuple

from reader.facts.gazetteer import Known, gazetteer_of
from reader.facts.stream import TokenStream
from reader.facts.tokens import TokenKind, fold
from reader.model import FactKind

MOST_WORDS = 8
"""The longest name, in words."""
REMEMBERED = 50_000
"""Distinct words that a rule's answer is remembered of: bounded, so that a hostile text cannot fill the memory."""
_GAPS = (" ", "\u00a0", "\u200c", "_")
"""What may stand between two words of a name."""


class DetectedName(NamedTuple):
    """A name that was told: code points ``start`` to ``end`` of the text, and the token after it."""

    kind: FactKind
    start: int
    end: int
    next: int


class Institution(NamedTuple):
    """A kind of institution: what it is, whether the word belongs to the name, whether an unknown name may follow."""

    kind: FactKind
    kept: bool = True
    free: bool = False


def words_of(table: str) -> frozenset[str]:
    """The folded words of a table with ``|`` between them."""
    return frozenset(fold(word) for word in table.split("|"))


def phrases_of(table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """A table of phrases by their folded first word: the words after it, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table.split("|"):
        first, *rest = map(fold, phrase.replace("\u200c", " ").split())
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


@cache
def people(language: str, part: str) -> frozenset[str]:
    """The ``given`` or ``family`` names of the generated table, folded."""
    for line in (files("reader.facts.data") / "people.tsv").read_text("utf-8").splitlines():
        code, name, words = line.split("\t")
        if (code, name) == (language, part):
            return frozenset(words.split("|"))
    return frozenset()


class Reader:
    """One chunk of text, asked token by token."""

    __slots__ = ("_gazetteer", "function_words", "stream")

    def __init__(self, stream: TokenStream) -> None:
        self.stream = stream
        self.function_words = stream.function_words
        self._gazetteer = gazetteer_of(stream.language.code)

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.stream)

    def key(self, i: int) -> str:
        """The key of a word; "" where there is none."""
        if 0 <= i < len(self.stream.tokens):
            token = self.stream.tokens[i]
            if token.kind is TokenKind.WORD:
                return token.key
        return ""

    def sign(self, i: int) -> str:
        """The sign at a token; "" where there is none, "." at the end of the text."""
        if i >= len(self.stream.tokens):
            return "."
        token = self.stream.tokens[i]
        return token.key if token.kind is TokenKind.SIGN else ""

    def joined(self, i: int) -> bool:
        """Whether token ``i`` is a word that stands one space behind the token before it."""
        if not 0 < i < len(self.stream.tokens) or self.stream.tokens[i].kind is not TokenKind.WORD:
            return False
        tokens = self.stream.tokens
        return self.stream.text[tokens[i - 1].end : tokens[i].start] in _GAPS

    def plain(self, i: int) -> bool:
        """Whether a joined word is neither a particle nor a word of number or time, nor of another script."""
        key = self.key(i)
        if not self.joined(i) or key in self.function_words or self.stream.word_classes(i):
            return False
        return self.stream.features.latin_names or not key[0].isascii()

    def known(self, i: int, *, weak: bool = False) -> Known | None:
        """The gazetteer's name at a word, as it stands, without particles.

        One that needs a witness only where ``weak`` says that there is one.
        """
        if not self.key(i):
            return None
        known = self._gazetteer.find(self.stream.tokens, i)
        if known is None or known.conjunction or known.preposition or known.article:
            return None
        if known.name.weak and not weak:
            return None
        return known

    def led(self, i: int) -> bool:
        """Whether a word is a known name with a particle written on to it."""
        known = self._gazetteer.find(self.stream.tokens, i) if self.key(i) else None
        return known is not None and bool(known.conjunction or known.preposition)

    def phrase(self, i: int, table: dict[str, tuple[tuple[str, ...], ...]], proclitics: str) -> int | None:
        """The index after the longest phrase of a table at ``i``, whose first word may have one of the proclitics."""
        key = self.key(i)
        rests = table.get(key) or (table.get(key[1:]) if key[:1] and key[0] in proclitics else None)
        for rest in rests or ():
            if all(self.key(i + 1 + k) == word for k, word in enumerate(rest)):
                return i + 1 + len(rest)
        return None

    def told(self, kind: FactKind, i: int, end: int, cut: int = 0) -> DetectedName:
        """The name of tokens ``i`` to ``end``, without the first ``cut`` letters of its first word."""
        return DetectedName(kind, self.stream.start_without(i, cut), self.stream.end(end), end)


def bare_words(key: str, proclitics: str, most: int = 2) -> Iterator[tuple[int, str]]:
    """A word, then without its first letters as far as they are proclitics: how many, and the rest."""
    yield 0, key
    for cut in range(1, most + 1):
        if len(key) <= cut + 1 or key[cut - 1] not in proclitics:
            return
        yield cut, key[cut:]


def detected_names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names that a text's own words tell, in order, none overlapping another."""
    rules = _rules(stream.language.code)
    return iter(()) if rules is None else rules(stream)


@cache
def _rules(code: str) -> Callable[[TokenStream], Iterator[DetectedName]] | None:
    """A language's rules of names; None where it has none."""
    if not (files("reader.facts.languages") / f"{code}_names.py").is_file():
        return None
    rules: Callable[[TokenStream], Iterator[DetectedName]] = import_module(f"reader.facts.languages.{code}_names").names
    return rules


def detected_in(stream: TokenStream, detect_at: Callable[[Reader, int], DetectedName | None]) -> Iterator[DetectedName]:
    """The names in a chunk of text, by a language's rules for the name at a token."""
    reader = Reader(stream)
    i = 0
    while i < len(reader):
        found = detect_at(reader, i)
        if found is None:
            i += 1
        else:
            yield found
            i = found.next
