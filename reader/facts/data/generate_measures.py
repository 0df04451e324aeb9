"""Writes ``languages/CODE.measures.json``: the names of currencies and units in CLDR (see ``generate.py``).

Run as ``python -m reader.facts.data.generate_measures`` with Babel installed. The folded first word
of a name leads to the rest of its words, its kind (``c`` currency, ``u`` unit) and its code. Currencies that no
territory uses today are left out, and units that are rather words of other meanings (a point, a stone, a drop).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from reader.facts import languages
from reader.facts.languages import LANGUAGES
from reader.facts.languages.tables import folded_words, table_of
from reader.facts.lexicon import phrase_keys

_MEASURED = (
    "acceleration area consumption digital electric energy force frequency length light mass power pressure speed "
    "temperature volume"
)
_FAMILIES = frozenset(_MEASURED.split())
_STRANGE = (
    "length-point length-earth-radius length-solar-radius light-solar-luminosity mass-stone mass-grain mass-earth-mass "
    "mass-solar-mass mass-dalton volume-drop volume-dram volume-jigger volume-pinch volume-cup-metric "
    "volume-pint-metric "
    "volume-gallon-imperial volume-fluid-ounce-imperial volume-quart-imperial volume-dessert-spoon speed-light-speed "
    "volume-dessert-spoon-imperial consumption-mile-per-gallon-imperial speed-beaufort mass-ounce-troy energy-therm-us "
    "length-mile-scandinavian temperature-generic pressure-gasoline-energy-density light-candela"
)
_LEFT_OUT = frozenset(_STRANGE.split())
_ALIASES = {"energy-foodcalorie": "energy-calorie"}


def _current() -> set[str]:
    """The codes of the currencies that are tender somewhere today."""
    territories: dict[str, list[tuple[str, Any, Any, bool]]] = get_global("territory_currencies")
    return {
        code for currencies in territories.values() for code, _, until, tender in currencies if tender and until is None
    }


def _currency_names(locale: Locale) -> Iterator[tuple[str, str]]:
    plurals = locale._data["currency_names_plural"]  # noqa: SLF001 - Babel has no public door to all forms at once
    for code in sorted(_current()):
        if code in locale.currencies:
            yield code, str(locale.currencies[code])
        for form in dict(plurals[code]).values() if code in plurals else ():
            yield code, str(form)


def _unit_names(locale: Locale) -> Iterator[tuple[str, str]]:
    for unit, lengths in locale._data["unit_patterns"].items():  # noqa: SLF001 - likewise
        if unit.partition("-")[0] not in _FAMILIES or unit in _LEFT_OUT:
            continue
        for length in ("long", "short"):
            if length not in lengths or (length == "short" and locale.language == "en"):
                continue
            for count, pattern in dict(lengths[length]).items():
                name = str(pattern).replace("{0}", "").strip(" \u00a0\u200f\u200e")
                if count != "per" and "{0}" in str(pattern) and _tells(name):
                    yield _ALIASES.get(unit, unit), name


def _tells(name: str) -> bool:
    """Whether a name can be told from other words: no single letter, no sign."""
    return sum(map(str.isalpha, name)) > 1


def measures() -> dict[str, dict[str, list[list[str]]]]:
    """Language to first word to the entries that begin with it."""
    tables: dict[str, dict[str, list[list[str]]]] = {}
    for code in LANGUAGES:
        locale = Locale(code)
        table = tables[code] = {}
        other = frozenset(folded_words(table_of(code), "other", "units"))
        names = [(name, "c", unit) for unit, name in _currency_names(locale)]
        names += [(name, "u", unit) for unit, name in _unit_names(locale)]
        for name, kind, unit in names:
            first, *rest = phrase_keys(name.replace("\u00a0", " ").replace("\u200f", "").replace("\u200c", " ").lower())
            if (code != "en" and first.isascii()) or " ".join((first, *rest)) in other:
                continue
            entry = [" ".join(rest), kind, unit]
            if entry not in table.setdefault(first, []):
                table[first].append(entry)
        for currency in sorted(_current()):
            if code == "en":
                table.setdefault(currency.lower(), []).append(["", "c", currency])
    return tables


if __name__ == "__main__":
    for code, table in measures().items():
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
        (Path(languages.__file__).parent / f"{code}.measures.json").write_text(text, "utf-8")
