"""Owns the country of a currency that several countries share: «جنيه» in a text about Egypt is the Egyptian pound.

A family (``pound``, ``dinar``, ``rial`` …) becomes one of its currencies when the document names that currency in full
elsewhere, or else names one of its countries and no other of the family. Where the text does not tell, the family's
name stands as the unit.
"""

from collections import Counter
from collections.abc import Iterable

from reader.facts.languages import LANGUAGES
from reader.facts.languages.tables import table_of, words_in
from reader.facts.scripts import folded
from reader.model import Fact, FactKind
from reader.values import replace

_FAMILIES: dict[str, dict[str, str]] = {
    "pound": {"EGP": "Egypt", "SDG": "Sudan", "GBP": "United Kingdom"},
    "rial": {"SAR": "Saudi Arabia", "QAR": "Qatar", "OMR": "Oman", "YER": "Yemen", "IRR": "Iran"},
    "dirham": {"AED": "United Arab Emirates", "MAD": "Morocco"},
    "dinar": {
        "KWD": "Kuwait", "BHD": "Bahrain", "JOD": "Jordan", "IQD": "Iraq", "TND": "Tunisia", "LYD": "Libya",
        "DZD": "Algeria", "RSD": "Serbia",
    },
    "lira": {"SYP": "Syria", "LBP": "Lebanon", "TRY": "Türkiye"},
    "rupee": {"PKR": "Pakistan", "INR": "India"},
    "peso": {
        "MXN": "Mexico", "ARS": "Argentina", "CLP": "Chile", "COP": "Colombia", "PHP": "Philippines", "CUP": "Cuba",
        "UYU": "Uruguay", "DOP": "Dominican Republic",
    },
    "krona": {"SEK": "Sweden", "NOK": "Norway", "DKK": "Denmark", "ISK": "Iceland", "CZK": "Czechia"},
    "won": {"KRW": "South Korea", "KPW": "North Korea"},
    "shilling": {"KES": "Kenya", "UGX": "Uganda", "TZS": "Tanzania", "SOS": "Somalia"},
    "franc": {"CHF": "Switzerland", "XOF": "Senegal", "DJF": "Djibouti"},
    "fils": {"AED": "United Arab Emirates", "KWD": "Kuwait", "BHD": "Bahrain", "JOD": "Jordan", "IQD": "Iraq"},
}  # fmt: skip


def country_hints() -> dict[str, str]:
    """Folded words that tell of a country, each to its English name in CLDR: adjectives in all their forms, cities."""
    return {
        folded(word): row.key
        for code in LANGUAGES
        for row in table_of(code).get("country", ())
        for word in words_in(row)
    }


def resolved(facts: Iterable[Fact], places: Counter[str]) -> list[Fact]:
    """The facts with each family of currencies made one currency, where the document tells which.

    Args:
        facts: All facts of the document.
        places: The countries it tells of, by their English names in CLDR, with how often.
    """
    every = list(facts)
    named = Counter(fact.unit for fact in every if fact.kind is FactKind.MONEY)
    chosen = {family: _choice(members, named, places) for family, members in _FAMILIES.items() if named[family]}
    return [
        replace(fact, unit=chosen[fact.unit]) if fact.kind is FactKind.MONEY and chosen.get(fact.unit) else fact
        for fact in every
    ]


def _choice(members: dict[str, str], named: Counter[str], places: Counter[str]) -> str:
    """The only currency of a family the document knows of, "" when it knows none or several."""
    by_name = [code for code in members if named[code]]
    if len(by_name) == 1:
        return by_name[0]
    by_place = [code for code, country in members.items() if places[country]]
    return by_place[0] if len(by_place) == 1 and not by_name else ""
