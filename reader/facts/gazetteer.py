"""Owns the gazetteer: names that need no witness, with all the names of one thing under one entity.

Its tables are written by :mod:`reader.facts.data.generate` from what is collected by hand (``data/names.tsv``) and from
CLDR and GeoNames; each holds one script, and is read when a text first has a word in that script.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from reader.facts.languages import language_of
from reader.facts.scripts import script_of
from reader.facts.tokens import REMEMBERED, Token, TokenKind
from reader.model import FactKind
from reader.named_tuples import NamedTuple


class Name(NamedTuple):
    """The meaning of a name: the entity's key and its kind.

    ``small`` says that its Latin form begins with a small letter, ``weak`` that it needs a witness in the text.
    """

    entity: str
    kind: FactKind
    small: bool
    weak: bool


class Known(NamedTuple):
    """A name found in a text: ``end`` is the index of the first token after it.

    ``conjunction``, ``preposition`` and ``article`` are the folded letters taken off its first word. ``merged`` is the
    article of the name itself where a preposition has swallowed a letter of it (للعراق), and ``cut`` how many letters
    stand before the rest.
    """

    name: Name
    end: int
    conjunction: str
    preposition: str
    article: str
    merged: str = ""
    cut: int = 0


class _Table(NamedTuple):
    """One script's names.

    ``keys`` tells at once what is one; ``lines``, where the keys of an entity stand in one line, and ``entities``, in
    the same order, whose it is; ``longest``, how many words the longest name has that begins with a word.
    """

    keys: frozenset[str]
    lines: str
    entities: list[str]
    longest: dict[str, str]


@cache
def _table(script: str) -> _Table:
    text = (files("reader.facts.data") / f"gazetteer.{script}.tsv").read_text("utf-8")
    entities, lines, phrases = text.split("\n\n")
    longest = phrases.split()
    return _Table(
        frozenset(lines.replace("\n", "").split("|")) - {""},
        lines,
        entities.split("\n"),
        dict(zip(longest[::2], longest[1::2], strict=True)),
    )


@lru_cache(REMEMBERED)
def _name(script: str, key: str) -> Name:
    table = _table(script)
    line = table.lines.count("\n", 0, table.lines.index(f"|{key}|"))
    entity, kind, flags = table.entities[line].split("\t")
    return Name(entity, FactKind(kind), "s" in flags, "w" in flags)


class Gazetteer:
    """The gazetteer with the particles of one language."""

    def __init__(self, code: str) -> None:
        splits = language_of(code).proclitics.splits()
        joined = tuple(
            split._replace(spelling=c + split.spelling, conjunction=c + split.conjunction)
            for c in language_of(code).subordinating
            for split in splits
        )
        self._splits = splits + joined
        self._assimilated = {spelling: article for spelling, _, article in language_of(code).proclitics.assimilated}
        self._beginnings = lru_cache(REMEMBERED)(self._read)

    def find(self, tokens: Sequence[Token], i: int) -> Known | None:
        """The longest name that begins at token ``i``, a word; of equals, the one with the fewest particles."""
        best: Known | None = None
        for first, conjunction, preposition, article, merged, cut in self._beginnings(tokens[i].key):
            script = script_of(first)
            table = _table(script)
            for words in range(int(table.longest.get(first, 1)), 0, -1):
                end = i + words
                if best is not None and end <= best.end:
                    break
                key = first if words == 1 else " ".join([first, *[token.key for token in tokens[i + 1 : end]]])
                if key in table.keys and end <= len(tokens):
                    best = Known(_name(script, key), end, conjunction, preposition, article, merged, cut)
                    break
        return best

    def _read(self, key: str) -> tuple[tuple[str, str, str, str, str, int], ...]:
        """The names a folded word may begin: the rest of each, and the particles taken off; bare first.

        Then the article that belongs to the name though the word shows half of it, and the letters before the rest.
        """
        found = []
        for spelt, conjunction, preposition, article, _ in self._splits:
            rest = key[len(spelt) :]
            if rest and key.startswith(spelt):
                table = _table(script_of(rest))
                own = self._assimilated.get(spelt[len(conjunction) :], "") + rest
                if own != rest and (own in table.keys or own in table.longest):
                    found.append((own, conjunction, preposition, "", own[: len(own) - len(rest)], len(spelt)))
                if rest in table.keys or rest in table.longest:
                    found.append((rest, conjunction, preposition, article, "", 0))
        return tuple(found)


@cache
def gazetteer_of(code: str) -> Gazetteer:
    """The gazetteer for texts in a language, by its ISO 639-1 code."""
    return Gazetteer(code)


def is_latin(token: Token) -> bool:
    """Whether a token is a word in Latin letters."""
    return token.kind is TokenKind.WORD and token.key[0] < "\u0370"
