"""Which language a text is in, as far as its letters tell.

Enough to choose between Arabic, Persian, Urdu, Hebrew and English.
"""

SAMPLE = 20_000
"""Code points looked at."""

_URDU = "ٹڈڑںےہھ"
_PERSIAN = "پچژگیک"
_ARABIC_ONLY = "ةىيكأإ"


def language_of(text: str) -> str:
    """A BCP 47 tag; "" where the letters do not tell."""
    sample = text[:SAMPLE]
    arabic = sum("\u0620" <= c <= "\u06d3" for c in sample)
    hebrew = sum("\u05d0" <= c <= "\u05ea" for c in sample)
    latin = sum(c.isascii() and c.isalpha() for c in sample)
    if not max(arabic, hebrew, latin):
        return ""
    if hebrew >= max(arabic, latin):
        return "he"
    if latin > arabic:
        return "en" if latin >= 0.95 * sum(c.isalpha() for c in sample) else ""
    marks = {
        name: sum(map(sample.count, letters))
        for name, letters in (("ur", _URDU), ("fa", _PERSIAN), ("ar", _ARABIC_ONLY))
    }
    if marks["ur"] > 0.02 * arabic:
        return "ur"
    return "fa" if marks["fa"] > marks["ar"] else "ar"
