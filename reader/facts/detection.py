"""Owns the recognition of a text's language, from its letters and its most frequent words."""

import re
from functools import cache
from typing import NamedTuple

from reader.facts.languages import LANGUAGES, function_words_of, language_of
from reader.facts.languages.tables import table_of
from reader.facts.scripts import ARABIC, HEBREW
from reader.facts.tokens import fold

_SAMPLE = 4000
_FEW = 12
_LETTERS = {"arab": re.compile(f"[{ARABIC}]"), "hebr": re.compile(f"[{HEBREW}]"), "latn": re.compile("[A-Za-z]")}
_WORD = re.compile(r"[^\W\d_]+")


class _Script(NamedTuple):
    """What a language's table says of its script: which it is, the letters that tell for and against the language."""

    name: str
    letters: str
    against: str
    prior: float


@cache
def _script(code: str) -> _Script:
    rows = dict(table_of(code)["script"])
    return _Script(rows["name"], rows.get("letters", ""), rows.get("against", ""), float(rows.get("prior", 0)))


@cache
def _written_in(script: str) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGES if _script(code).name == script)


def language_of_text(text: str, usual: str = "") -> str:
    """The code of a text's language; ``usual`` (the document's) decides what the text leaves open."""
    sample = text[:_SAMPLE]
    arabic, hebrew, latin = (len(_LETTERS[script].findall(sample)) for script in ("arab", "hebr", "latn"))
    if hebrew and hebrew >= arabic and hebrew * 3 >= latin:
        return _of_script("hebr", sample, usual)
    if arabic and arabic * 3 >= latin:
        return _of_script("arab", sample, usual)
    if latin or usual not in LANGUAGES:
        return _of_script("latn", sample, usual)
    return usual


def _of_script(script: str, sample: str, usual: str) -> str:
    """Of the languages of one script: a letter weighs two, a frequent word three, the usual language as some words.

    A few words that hold none of these are of the language whose grammar knows most of them.
    """
    codes = _written_in(script)
    if len(codes) == 1:
        return codes[0]
    words = [fold(word) for word in _WORD.findall(sample)]
    kinds = set(words)
    scores = {}
    for code in codes:
        of = _script(code)
        telling = sum(map(sample.count, of.letters)) - sum(map(sample.count, of.against))
        frequent = kinds & function_words_of(code)
        scores[code] = 2.0 * telling + of.prior + 3.0 * sum(map(words.count, frequent))
    if usual in scores:
        scores[usual] += 4.0 + len(words) / 3
    elif max(scores.values()) < 1 and len(words) <= _FEW:
        for code in scores:
            scores[code] += sum(bool(language_of(code).lexicon.word_classes(word)) for word in words)
    return max(scores, key=lambda code: scores[code])
