"""Owns the gazetteer: names that need no witness, with all the names of one thing under one entity.

``data/names.tsv`` is collected by hand (a line an entity: its kind, then its names, the English one first);
``data/places.json`` is generated from CLDR by :mod:`reader.facts.data.generate`. Both are read once, on first use, for
one language's particles at a time.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reader.facts.languages import language_of
from reader.facts.lexicon import Lexicon, Role
from reader.model import FactKind


class Name(NamedTuple):
    """What a name stands for: the entity's key, its kind, whether its Latin form begins with a small letter."""

    entity: str
    kind: FactKind
    small: bool


@cache
def gazetteer_of(code: str) -> Lexicon:
    """The gazetteer with the particles of a language."""
    proclitics = language_of(code).proclitics
    return Lexicon(_phrases(), proclitics)


@cache
def _phrases() -> tuple[tuple[str, Role, Name], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[str, Role, Name]]:
    folder = files("reader.facts.data")
    seen: set[str] = set()
    for line in (folder / "names.tsv").read_text("utf-8").splitlines():
        kind, names = line.split("\t")
        entity, *_ = spellings = names.split("|")
        for spelling in spellings:
            seen.add(spelling)
            yield spelling, Role.NAME, Name(entity, FactKind(kind), spelling[:1].islower())
    places: dict[str, list[str]] = json.loads((folder / "places.json").read_text("utf-8"))
    for entity, spellings in places.items():
        for spelling in spellings:
            if spelling not in seen:
                yield spelling, Role.NAME, Name(entity, FactKind.PLACE, small=False)
