"""Owns the likeness of a word to its spelling in another script: «ميركل» and "Merkel", «פייזר» and "Pfizer".

Both are brought to a string of sound classes: consonants that the scripts mix (``b p v f``, ``k g q c``, …) are one
class, vowels none. The likeness is that of the strings, by edit distance.
"""

from rapidfuzz.distance import Levenshtein

from reader.facts.scripts import SOUND_OF

_LIKE = 0.6
"""The least likeness of two spellings of one name."""


def sounds(words: str) -> str:
    """The sound classes of a name, in order, doubled ones once."""
    found = ""
    for letter in words.lower():
        name = SOUND_OF.get(letter, "")
        if not found.endswith(name):
            found += name
    return found


def is_like(one: str, other: str) -> bool:
    """Whether two names may be spellings of one."""
    first, second = sounds(one), sounds(other)
    return len(min(first, second, key=len)) > 1 and Levenshtein.normalized_similarity(first, second) >= _LIKE
