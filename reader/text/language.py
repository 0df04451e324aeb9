"""Which language a text is in: Arabic, Persian, Urdu, Kurdish (Sorani), Hebrew or English.

The only place that recognises one, for documents and for their blocks. The script is told by counting letters; of the
languages that share the Arabic script each has letters that speak for it and letters that speak against it. Who knows
more of a language than its letters (its frequent words, say) brings that as *evidence*.
"""

from collections.abc import Callable

from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.text.properties import PropertyTable

SAMPLE = 20_000
"""Code points looked at."""

_ARABIC, _HEBREW, _LATIN, _OTHER = "AHL-"
_LETTERS = {
    _ARABIC: lazy_pattern("[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]"),
    _HEBREW: lazy_pattern("[\u05d0-\u05ea]"),
    _LATIN: lazy_pattern("[A-Za-z]"),
}
_WORD = lazy_pattern(r"[^\W\d_]+")


class Telling(NamedTuple):
    """The letters that tell a language.

    Attributes:
        script: Its script, ISO 15924.
        letters: Letters that speak for it among those that share the script.
        against: Letters that speak against it.
        prior: What it weighs before a letter is read.
    """

    script: str
    letters: str = ""
    against: str = ""
    prior: float = 0.0


TELLING = {
    "ar": Telling("Arab", "ةىكيًؤإأ", "", 0.6),
    "fa": Telling("Arab", "پچژگیک", "ٹڈڑںےہھەۆێڵڕڤ", 0.5),
    "ur": Telling("Arab", "پچژگیکٹڈڑںےہھ"),
    "ckb": Telling("Arab", "پچژگیکەۆێڵڕڤ"),
    "he": Telling("Hebr"),
    "en": Telling("Latn"),
}
"""The languages, by ISO 639-1 code, or ISO 639-3 where there is none."""

_ENGLISH_AT_LEAST = 0.95
"""Of the letters, so many without accents: other languages in Latin script have some."""


class _Scripts(PropertyTable):
    """Code point to its script's letter; filled as code points are met."""

    def __init__(self) -> None:
        dict.__init__(self)

    def __missing__(self, code_point: int) -> str:
        found = (script for script, letter in _LETTERS.items() if letter.match(chr(code_point)))
        script = self[code_point] = next(found, _OTHER)
        return script


_SCRIPTS = _Scripts()

Evidence = Callable[[str, list[str]], float]
"""The weight of a text's words for a language, by its code."""


def language_of(text: str, usual: str = "", evidence: Evidence | None = None) -> str:
    """The language's code; "" where nothing tells.

    Args:
        text: A document's text, or a part's.
        usual: The language of what it is a part of, which weighs as some words do, and decides where nothing tells.
        evidence: What else speaks for one of the languages of the Arabic script.
    """
    sample = text[:SAMPLE]
    arabic, hebrew, latin = map(_SCRIPTS.of(sample).count, _LETTERS)
    if hebrew and hebrew >= arabic and hebrew * 3 >= latin:
        return "he"
    if arabic and arabic * 3 >= latin:
        return _of_arabic_script(sample, usual, evidence)
    if latin:
        return "en" if latin >= _ENGLISH_AT_LEAST * sum(map(str.isalpha, sample)) else ""
    return usual


def _of_arabic_script(sample: str, usual: str, evidence: Evidence | None) -> str:
    """A letter weighs two, the usual language as some words."""
    words = _WORD.findall(sample) if evidence or usual else []
    scores = {}
    for code, telling in TELLING.items():
        if telling.script != "Arab":
            continue
        letters = sum(map(sample.count, telling.letters)) - sum(map(sample.count, telling.against))
        scores[code] = 2.0 * letters + telling.prior + (evidence(code, words) if evidence else 0.0)
    if usual in scores:
        scores[usual] += 4.0 + len(words) / 3
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= 1 or evidence else ""
