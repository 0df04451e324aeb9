"""Owns the recognition of a text's language, from its letters and its most frequent words."""

import re
from functools import cache

from reader.facts.languages import LANGUAGES, language_of
from reader.facts.tokens import fold

_SAMPLE = 4000
_HEBREW = re.compile("[\u05d0-\u05ea]")
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = {
    "ar": re.compile("[ةىكي\u064b]|ؤ|إ|أ"),
    "fa": re.compile("[پچژگ]|ی|ک"),
    "ur": re.compile("[ٹڈڑںےہھ]"),
}


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
    scores = {code: 2.0 * len(pattern.findall(sample)) for code, pattern in _LETTERS.items()}
    scores["fa"] += 0.5 if scores["ur"] == 0 else -scores["ur"]
    words = [fold(word) for word in _WORD.findall(sample)]
    for code in scores:
        frequent = _frequent(code)
        scores[code] += 3.0 * sum(word in frequent for word in words)
    if usual in scores:
        scores[usual] += 4.0 + len(words) / 3
    else:
        scores["ar"] += 0.6
    return max(scores, key=lambda code: scores[code])


@cache
def _frequent(code: str) -> frozenset[str]:
    return language_of(code).function_words
