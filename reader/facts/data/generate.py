"""Writes ``places.json`` from CLDR, by way of Babel (BSD-3-Clause; the data is under the Unicode License v3).

Run as ``python -m reader.facts.data.generate`` with Babel installed. Each territory's English name becomes the entity;
its names in the languages facts are read in, the spellings. A spelling that two territories share, or that is a common
word, is left out.
"""

import json
from collections import Counter
from pathlib import Path

from babel import Locale

from reader.facts.tokens import fold

_LOCALES = ("en", "ar", "fa", "he", "ur")
_COMMON = frozenset(map(fold, ("Jersey", "Turkey", "Guernsey", "مالي", "جرسي", "עומאן")))


def places() -> dict[str, list[str]]:
    """English name to spellings, for every territory that is a country."""
    locales = [Locale(code) for code in _LOCALES]
    table: dict[str, list[str]] = {}
    for code, name in sorted(locales[0].territories.items()):
        if len(code) != 2 or code in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "TA", "DG", "CP", "IC", "EA"):
            continue
        spellings = {str(locale.territories[code]) for locale in locales if code in locale.territories}
        table[str(name)] = sorted(spelling for spelling in spellings if fold(spelling) not in _COMMON)
    shared = Counter(spelling for spellings in table.values() for spelling in spellings)
    return {name: [spelling for spelling in spellings if shared[spelling] == 1] for name, spellings in table.items()}


if __name__ == "__main__":
    target = Path(__file__).with_name("places.json")
    target.write_text(json.dumps(places(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
