"""Kashida: where a word of the Arabic script may be stretched with tatweel (U+0640), and which place is the best.

Units: code points of the text given.

The places and their order are those of Microsoft's justification of Arabic ("Justifying Text Using Cascading Style
Sheets", MSDN 2000; retold in "The big kashida secret", khtt.net), which word processors follow too. Benatia,
Elyaakoubi and Lazrek ("Arabic text justification", TUGboat 27:2, 2006, section 3) trace them to the practice of
calligraphers:

1. after a tatweel that the author wrote;
2. after seen and sad;
3. before final teh marbuta, heh and dal;
4. before final alef, tah, lam, kaf and gaf;
5. before a medial tooth (beh, noon and their like) that a final reh or yeh follows;
6. before final waw, ain, qaf and feh;
7. before any other final letter.

A word, with what ZWNJ parts in it, is stretched in one place: of equal ones in that nearest to its end. A letter is
final where it is joined to the one before it and to none after it; a lam-alef counts as an alef. Nothing is stretched
inside a lam-alef, in the name of God (lam, lam, heh, which hands and fonts write as one), in a word of fewer than three
letters (same source), or beside a letter that does not join there.
"""

from functools import lru_cache
from itertools import pairwise

from reader.named_tuples import NamedTuple
from reader.text.data import codes
from reader.text.patterns import lazy_pattern
from reader.text.properties import JOINING_TYPE, KASHIDA
from reader.text.shaping import LAM_ALEF

TATWEEL = "\u0640"

SHORTEST_WORD = 3
"""Letters a word has at least to be stretched."""

_NASTALIQ = {"ur", "ks", "pnb", "lah", "skr", "hnd"}
"""Urdu, Kashmiri, Western Punjabi, Lahnda, Saraiki and Hindko are read in nastaliq, which has no kashida of this kind:
words overlap and slope. Persian, Kurdish, Uyghur, Pashto, Sindhi and Jawi are printed in naskh, as Arabic is."""

_PART = lazy_pattern("[^-]{3,}")
_WITHIN_WORDS = frozenset("\u200c\u200d")
"""Characters that part words without ending them: Persian compounds and endings stand behind a ZWNJ."""

_NAME_OF_GOD = lazy_pattern("لله")
_TATWEEL = codes.TATWEEL
_TEETH = "br"
_BEFORE_FINAL = {"h": 3, "a": 4, "l": 4, "k": 4, "w": 6}
"""The rules by the class of the final letter."""

_JOINS_NEXT = "DLC"
_JOINS_PREVIOUS = "DRC"


class Opportunity(NamedTuple):
    """Where a tatweel may stand: before the code point ``at``; ``priority`` is 1 to 7, 1 the best."""

    priority: int
    at: int


def may_stretch(language: str) -> bool:
    """Whether kashida is customary in a language (a BCP 47 tag, or "" for an unknown one)."""
    return language.partition("-")[0].lower() not in _NASTALIQ


def opportunities(text: str) -> list[Opportunity]:
    """The best place of every word that has one, in logical order."""
    types = JOINING_TYPE.of(text)
    seen = [at for at, joining in enumerate(types) if joining != "T"]  # marks stay on the letter before a tatweel
    letters = "".join(map(text.__getitem__, seen))
    classes = KASHIDA.of(letters)
    found: list[Opportunity] = []
    last_end = 0
    for part in _PART.finditer(classes):
        start, end = part.span()
        best = _best_opportunity(letters[start:end])
        if best is None:
            continue
        place = Opportunity(best.priority, seen[start + best.at])
        if found and all(letters[at] in _WITHIN_WORDS or classes[at] != "-" for at in range(last_end, start)):
            if place.priority <= found[-1].priority:
                found[-1] = place
        else:
            found.append(place)
        last_end = end
    return found


@lru_cache(maxsize=4096)
def _best_opportunity(word: str) -> Opportunity | None:
    """The best place of a word without marks; texts repeat their words."""
    classes = KASHIDA.of(word)
    if len(word) - classes.count(_TATWEEL) < SHORTEST_WORD:
        return None
    types = JOINING_TYPE.of(word)
    joined = [False, *(a in _JOINS_NEXT and b in _JOINS_PREVIOUS for a, b in pairwise(types)), False]
    ligated = {match.end() for match in LAM_ALEF.finditer(word)}
    kept_whole = {at for match in _NAME_OF_GOD.finditer(word) for at in range(match.start() + 1, match.end())}
    best = None
    for at in range(1, len(word)):
        if joined[at] and at not in ligated and at not in kept_whole:
            ends = not joined[at + 1] or at + 1 in ligated
            priority = _priority(classes, at, final=ends, before_final=not ends and not joined[at + 2])
            if priority and (best is None or priority <= best.priority):
                best = Opportunity(priority, at)
    return best


def _priority(classes: str, at: int, *, final: bool, before_final: bool) -> int:
    """The rule that allows a tatweel before a letter that is joined to the one before it; 0 if none does.

    Args:
        classes: Of the word.
        at: The letter.
        final: Whether it ends a group of joined letters.
        before_final: Whether the letter after it does.
    """
    if classes[at - 1] == _TATWEEL:
        return 1
    if classes[at - 1] == "s":
        return 2
    if final:
        return _BEFORE_FINAL.get(classes[at], 7)
    return 5 if before_final and classes[at] in _TEETH and classes[at + 1] == "r" else 0
