"""Which language a text is in, as far as its letters tell.

Enough to choose between Arabic, Persian, Urdu, Kurdish (Sorani), Hebrew and English.
"""

import re

SAMPLE = 20_000
"""Code points looked at."""

_ARABIC = re.compile("[\u0620-\u06d3]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_LATIN = re.compile("[A-Za-z]")
_URDU = "ٹڈڑںےہھ"
_PERSIAN = "پچژگیک"
_KURDISH = "ەۆێڵڕ"
_ARABIC_ONLY = "ةىيكأإ"


def language_of(text: str) -> str:
    """A BCP 47 tag; "" where the letters do not tell."""
    sample = text[:SAMPLE]
    arabic = len(_ARABIC.findall(sample))
    hebrew = len(_HEBREW.findall(sample))
    latin = len(_LATIN.findall(sample))
    if not max(arabic, hebrew, latin):
        return ""
    if hebrew >= max(arabic, latin):
        return "he"
    if latin > arabic:
        return "en" if latin >= 0.95 * sum(c.isalpha() for c in sample) else ""
    marks = {
        name: sum(map(sample.count, letters))
        for name, letters in (("ckb", _KURDISH), ("ur", _URDU), ("fa", _PERSIAN), ("ar", _ARABIC_ONLY))
    }
    if not any(marks.values()):
        return ""
    if marks["ckb"] > 0.05 * arabic:
        return "ckb"
    if marks["ur"] > 0.02 * arabic:
        return "ur"
    return "fa" if marks["fa"] > marks["ar"] else "ar"
