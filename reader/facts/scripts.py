"""Owns what is of a script whatever the language: its letters, which of them are one, their marks and their sounds.

Languages that share a script share this; what belongs to one language stands in its table (:mod:`languages`).
"""

import re

HEBREW = "\u05d0-\u05ea"
"""Hebrew's letters, for a pattern's brackets."""
ARABIC = "\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff"
"""The letters of the Arabic script, likewise."""
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
)
"""Combining marks, and the tatweel, which is one to a reader."""
ZWNJ = "\u200c"
TATWEEL, FATHATAN, DAMMA, SHADDA = "\u0640", "\u064b", "\u064f", "\u0651"

_MARK = re.compile(f"[{MARKS}]")
_ONE_LETTER = (("أإآٱ", "ا"), ("یئې", "ي"), ("ک", "ك"), ("ہۃھةۀۂە", "ه"), ("ؤ", "و"), ("״", '"'), ("׳’", "'"))
_HUNDRED = ("مئت", "مائت")
"""مئتا (two hundred) becomes مائتا before its hamza is folded, or it would be ميتا (Meta)."""
_FOLDED: dict[int, int | None] = {ord(letter): ord(to) for letters, to in _ONE_LETTER for letter in letters}
_FOLDED.update((code, None) for code in range(0x300, 0x6EE) if _MARK.match(chr(code)))
OPEN_YA = ("ى", "ي")
"""The letter that tells أولى (first) from أولي (initial), and what it stands for where a table knows no such word."""
FINALS = str.maketrans("ךםןףץ", "כמנפצ")
"""Hebrew's final letters as they are inside a word."""


def folded(text: str) -> str:
    """Text without harakat, niqqud or tatweel, one shape for each letter family, in lower case."""
    if text.isascii():
        return text.lower()
    if "ئ" in text:
        text = _MARK.sub("", text).replace(*_HUNDRED)
    return text.lower().translate(_FOLDED)


def script_of(word: str) -> str:
    """The ISO 15924 code, in small letters, of the script a folded word is taken to be in."""
    letter = word[0]
    return "latn" if letter < "\u0370" else "hebr" if letter < "\u0600" else "arab"


_SOUNDS = {
    "b": "bpvfبپفڤבפף",
    "t": "tdتدطضذظٹڈתטד",
    "k": "kgqcxjكکقگغجخحכךקגחצץ",
    "s": "szسزصشچژثסזש",
    "m": "mمמם",
    "n": "nنנן",
    "l": "lلל",
    "r": "rرڑר",
}
SOUND_OF = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
"""The class of sounds a consonant belongs to; vowels belong to none."""
