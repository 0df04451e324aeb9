"""Owns the recognition of a text's language, from its letters and its most frequent words."""

import re

from reader.facts.languages import LANGUAGES, function_words_of, language_of
from reader.facts.scripts import ARABIC, HEBREW
from reader.facts.tokens import fold

_SAMPLE = 4000
_FEW = 12
_HEBREW = re.compile(f"[{HEBREW}]")
_ARABIC = re.compile(f"[{ARABIC}]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_ONLY = re.compile("[ةىكي\u064bؤإأ]")
_EASTERN = re.compile("[پچژگیک]")
_URDU_ONLY = re.compile("[ٹڈڑںےہھ]")


def language_of_text(text: str, usual: str = "") -> str:
    """The ISO 639-1 code of a text's language; ``usual`` (the document's) decides what the text leaves open."""
    sample = text[:_SAMPLE]
    arabic, hebrew, latin = (len(pattern.findall(sample)) for pattern in (_ARABIC, _HEBREW, _LATIN))
    if hebrew and hebrew >= arabic and hebrew * 3 >= latin:
        return "he"
    if arabic and arabic * 3 >= latin:
        return _of_arabic_script(sample, usual)
    if latin:
        return "en"
    return usual if usual in LANGUAGES else "en"


def _of_arabic_script(sample: str, usual: str) -> str:
    """Arabic, Persian or Urdu: a letter weighs two, a frequent word three, the document's language as some words.

    A few words that hold none of these are of the language whose grammar knows most of them.
    """
    eastern, urdu = len(_EASTERN.findall(sample)), len(_URDU_ONLY.findall(sample))
    scores = {
        "ar": 2.0 * len(_ARABIC_ONLY.findall(sample)) + 0.6,
        "fa": 2.0 * (eastern - urdu) + 0.5,
        "ur": 2.0 * (eastern + urdu),
    }
    words = [fold(word) for word in _WORD.findall(sample)]
    for code in scores:
        frequent = function_words_of(code)
        scores[code] += 3.0 * sum(word in frequent for word in words)
    if usual in scores:
        scores[usual] += 4.0 + len(words) / 3
    elif max(scores.values()) < 1 and len(words) <= _FEW:
        for code in scores:
            scores[code] += sum(bool(language_of(code).lexicon.word_classes(word)) for word in words)
    return max(scores, key=lambda code: scores[code])
