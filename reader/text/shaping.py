"""Cursive joining: which form of an Arabic letter stands in which place of its word.

Units: code points; a shape is one character for one code point, so shapes and source share their indexes.

Joining follows Unicode's Joining_Type (The Unicode Standard 9.2, rules R1–R7); the forms are those of the
arabic-reshaper package's table. A letter without presentation forms keeps its base character, and its neighbours join
it all the same. Characters that already are presentation forms join nothing (their Joining_Type is U) and stay as
they are. Lam-alef is the only ligature: it is painted on the lam, and its alef is
:data:`~reader.text.replacements.NOTHING`. Marks and format characters are transparent (type T) and stay where they are.

Joining goes no further than a directional run (UAX#9 3.5). In a run that an override turned left to right, letters
join what they stand beside on the screen: what comes next is on the right.
"""

import os
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import compress

from reader.text.patterns import lazy_pattern
from reader.text.properties import JOINING_TYPE
from reader.text.replacements import NOTHING, PAINTED

LAM = "\u0644"
_LAM_ALEF = {"\u0622": "\ufef5", "\u0623": "\ufef7", "\u0625": "\ufef9", "\u0627": "\ufefb"}
"""The isolated form of each ligature; the final one follows it."""

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
LAM_ALEF = lazy_pattern(f"{LAM}[{_MARKS}]*+(?=[{''.join(_LAM_ALEF)}])")
"""A lam with its marks, before an alef it makes one glyph with. A format character between keeps them apart."""

COMPOSED = {"\ufdd0": "\ufba6\u0654", "\ufdd1": "\ufba8\u0654", "\ufdd2": "\ufba9\u0654", "\ufdd3": "\ufba7\u0654"}
"""Stand-ins for forms of two characters: noncharacters, which no source is painted as, so that there is one a code
point. Heh goal with hamza is its letter with the mark, as it decomposes (Unicode C6)."""

_OWN = {
    "\u06d5": ("\ufee9", "", "", "\ufeea"),
    "\u06c3": ("\ufe93", "", "", "\ufe94"),
    "\u06c2": ("\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"),
}
"""Letters the package has no forms for: Kurdish and Uyghur ae, drawn as heh is; Urdu teh marbuta goal, as teh marbuta;
heh goal with hamza. All other letters that decompose have forms of their own."""

_HAMZA = "\u0621"
"""Joins nothing, and has an isolated form all the same."""

_JOINERS = {"\u0640", "\u200d"}
"""Tatweel and ZWJ, which the package lists as letters."""

_ISOLATED, _INITIAL, _MEDIAL, _FINAL = range(4)
_JOINS_NEXT = "DLC"
_JOINS_PREVIOUS = "DRC"
_IS_OPAQUE = str.maketrans("URLDCT", "\1\1\1\1\1\0")
_JOINS = lazy_pattern("[DRL]")


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[str, str, str, str]]:
    """The package's table of forms, without its ``__init__``, which reads configurations that are not needed here."""
    package = find_spec("arabic_reshaper")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("arabic_reshaper")
    where = os.path.join(os.path.dirname(package.origin), "letters.py")  # noqa: PTH118, PTH120 - pathlib costs its time
    spec = spec_from_file_location("arabic_reshaper_letters", where)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("arabic_reshaper.letters")
    letters = module_from_spec(spec)
    spec.loader.exec_module(letters)
    return {letter: forms for letter, forms in {**letters.LETTERS_ARABIC, **_OWN}.items() if letter not in _JOINERS}


class _Shapes(dict[tuple[str, str, str], str]):
    """From the joining type of the letter before, a letter, and the joining type of the letter after, to its shape."""

    _KEPT = 20_000
    """Entries, many times what any language needs; a hostile text starts them anew."""

    def __missing__(self, key: tuple[str, str, str]) -> str:
        if len(self) >= self._KEPT:
            self.clear()
        shape = self[key] = _shape(*key)
        return shape


_SHAPES = _Shapes()


def _shape(before: str, letter: str, after: str) -> str:
    forms = _letters().get(letter)
    if forms is None:
        return PAINTED[ord(letter)]
    joining = JOINING_TYPE[ord(letter)]
    joined_before = before in _JOINS_NEXT and joining in _JOINS_PREVIOUS
    joined_after = joining in _JOINS_NEXT and after in _JOINS_PREVIOUS
    if joined_before:
        form = forms[_MEDIAL if joined_after else _FINAL] or forms[_FINAL]
    else:
        form = forms[_INITIAL if joined_after else _ISOLATED]
    return form or forms[_ISOLATED] or letter


def joining_types(text: str) -> str:
    """The joining type of every code point."""
    return JOINING_TYPE.of(text)


def shapes_of(text: str, before: str = "U", after: str = "U", *, level: int = 1) -> str:
    """The shapes of one directional run, in logical order, one a code point.

    Args:
        text: The run.
        before: The joining type of the letter before it, where it is cut out of a word; ``U`` at the end of a
            directional run.
        after: The joining type of the letter behind it.
        level: Its embedding level.
    """
    if text.isascii() and text.isprintable():
        return text
    if level % 2 == 0:
        return _run_shapes(text, before, after, level)
    words = text.split(" ")
    shapes = _shapes_of_words(words)
    if len(words) == 1:
        return shapes[0] if before == after == "U" else _run_shapes(text, before, after, 1)
    if before != "U":
        shapes[0] = _run_shapes(words[0], before, "U", 1)
    if after != "U":
        shapes[-1] = _run_shapes(words[-1], "U", after, 1)
    return " ".join(shapes)


_WORDS: dict[str, str] = {}
"""The shapes of words in runs from right to left. A space joins nothing, so that words are shaped one by one."""

_WORDS_KEPT = 20_000
_LONGEST_KEPT = 32


def _shapes_of_words(words: list[str]) -> list[str]:
    """The shapes of words that stand by themselves; those that are new are shaped together."""
    known = list(map(_WORDS.get, words))
    shapes = [shape for shape in known if shape is not None]
    if len(shapes) == len(words):
        return shapes
    new = [word for word, shape in zip(words, known, strict=True) if shape is None]
    shaped = _run_shapes(" ".join(new), "U", "U", 1)
    found = {}
    at = 0
    for word in new:
        found[word] = shaped[at : at + len(word)]
        at += len(word) + 1
    if len(_WORDS) + len(found) > _WORDS_KEPT:
        _WORDS.clear()
    _WORDS.update({word: shape for word, shape in found.items() if len(word) <= _LONGEST_KEPT})
    return [found[word] if shape is None else shape for word, shape in zip(words, known, strict=True)]


def _run_shapes(text: str, before: str, after: str, level: int) -> str:
    types = joining_types(text)
    if _HAMZA not in text and not _JOINS.search(types):
        return text.translate(PAINTED)
    if level % 2 == 0:  # the neighbour on the right is the next one, and no lam-alef runs that way
        return "".join(reversed(_joined(text[::-1], types[::-1], after, before)))
    shapes = _joined(text, types, before, after)
    for match in LAM_ALEF.finditer(text):
        lam, alef = match.span()
        joined_before = shapes[lam] in _JOINED_LAMS
        shapes[lam] = chr(ord(_LAM_ALEF[text[alef]]) + joined_before)
        shapes[alef] = NOTHING
    return "".join(shapes)


def _joined(text: str, types: str, before: str, after: str) -> list[str]:
    """The shapes but for the ligature; ``types`` has a letter that joins."""
    if "T" not in types:
        return list(map(_SHAPES.__getitem__, zip(before + types[:-1], text, types[1:] + after, strict=True)))
    opaque = types.translate(_IS_OPAQUE).encode()
    letters = types.replace("T", "")
    neighbours = zip(before + letters[:-1], compress(text, opaque), letters[1:] + after, strict=True)
    shapes = list(text.translate(PAINTED))
    for at, shape in zip(compress(range(len(text)), opaque), map(_SHAPES.__getitem__, neighbours), strict=True):
        shapes[at] = shape
    return shapes


_JOINED_LAMS = {"\ufede", "\ufee0"}
"""The final and medial lam."""


def joining_context(text: str, at: int, step: int) -> str:
    """The joining type of the next letter from an index on, forwards (1) or backwards (-1); ``U`` beyond the text."""
    limit = at + step * _CONTEXT
    while 0 <= at < len(text) and at != limit:
        joining = JOINING_TYPE[ord(text[at])]
        if joining != "T":
            return joining
        at += step
    return "U"


_CONTEXT = 64
"""Code points looked at for the neighbour of a cut word: more marks than any letter has."""
