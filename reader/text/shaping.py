"""Cursive joining: which form of an Arabic letter stands in which place of its word.

Units: one shape a code point of the word. Joining follows Unicode's Joining_Type (The Unicode Standard 9.2, rules R1–R7); the forms are those of
the arabic-reshaper package's table. A letter without presentation forms keeps its base character, and its neighbours join it all the same.
Lam-alef is the only ligature: it is painted on the lam, and its alef is :data:`LIGATED`. Marks stay where they are.
"""

import re
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

from reader.text.properties import JOINING_TYPE

LIGATED = "\0"
"""Stands for an alef that is painted by the lam before it."""

WORD = re.compile(r"[DRLCT]*[DRL][DRLCT]*")
"""In joining types: a stretch whose letters may join each other."""

LAM = "\u0644"
_LAM_ALEF = {"\u0622": "\ufef5", "\u0623": "\ufef7", "\u0625": "\ufef9", "\u0627": "\ufefb"}
"""The isolated form of each ligature; the final one follows it."""

LAM_ALEF = re.compile(f"{LAM}[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08ff]*(?=[{''.join(_LAM_ALEF)}])")
"""A lam with its marks, before an alef it makes one glyph with."""

_AE = {"\u06d5": ("\ufee9", "", "", "\ufeea")}
"""Kurdish and Uyghur ae is drawn as heh is; the package has no form for it."""

_ISOLATED, _INITIAL, _MEDIAL, _FINAL = range(4)
_TATWEEL_AND_JOINER = {"\u0640", "\u200d"}


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, str, str, str]]:
    """The package's table of forms, without its ``__init__``, which reads configurations and fonts (15 ms) that are not needed here."""
    package = find_spec("arabic_reshaper")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("arabic_reshaper")
    spec = spec_from_file_location("arabic_reshaper_letters", Path(package.origin).with_name("letters.py"))
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("arabic_reshaper.letters")
    letters = module_from_spec(spec)
    spec.loader.exec_module(letters)
    return {k: v for k, v in {**letters.LETTERS_ARABIC, **_AE}.items() if k not in _TATWEEL_AND_JOINER}


@lru_cache(maxsize=20_000)
def shapes_of(word: str) -> tuple[str, ...]:
    """The shape of every code point of a word, by its neighbours in logical order."""
    types = word.translate(JOINING_TYPE)
    letters = [i for i, joining in enumerate(types) if joining != "T"]
    shapes = list(word)
    for n, at in enumerate(letters):
        if shapes[at] == LIGATED:
            continue
        before = n > 0 and types[letters[n - 1]] in "DLC" and types[at] in "DRC"
        after = n + 1 < len(letters) and types[at] in "DLC" and types[letters[n + 1]] in "DRC"
        if word[at] == LAM and after and word[letters[n + 1]] in _LAM_ALEF:
            shapes[at] = chr(ord(_LAM_ALEF[word[letters[n + 1]]]) + before)
            shapes[letters[n + 1]] = LIGATED
            continue
        forms = _forms().get(word[at])
        if forms:
            shapes[at] = forms[_form(before=before, after=after)] or forms[_FINAL if before else _ISOLATED] or word[at]
    return tuple(shapes)


def _form(*, before: bool, after: bool) -> int:
    if before:
        return _MEDIAL if after else _FINAL
    return _INITIAL if after else _ISOLATED
