"""Letters for a terminal that joins them itself: base letters for forms, a non-joiner where none are to join."""

import unicodedata
from functools import lru_cache
from itertools import pairwise

from reader.terminal.row import ScreenCell
from reader.text.patterns import lazy_pattern
from reader.text.properties import JOINING_TYPE
from reader.text.shaping import shapes_of

ZWNJ = "\u200c"

_FIRST_FORM = "\ufb50"

_WORDS_OF_PUTTY = lazy_pattern("[\u0621-\u063a\u0640-\u064a\ufe80-\ufef4]+")
"""Letters that PuTTY joins to each other and to nothing else, lam-alef aside, and their forms (``do_shape`` in its
terminal/bidi.c)."""

_LIGATURES = ("\ufef5", "\ufefc")
"""Lam-alef: two letters in one column, which base letters would widen."""


def kept_apart(letters: list[ScreenCell]) -> list[ScreenCell]:
    """Letters in logical order, with a non-joiner where the terminal would join what the row has unjoined."""
    sent = [
        cell._replace(text=cell.text + ZWNJ) if _would_join(cell.text[0], following.text[0]) else cell
        for cell, following in pairwise(letters)
    ]
    return sent + letters[-1:]


@lru_cache(maxsize=4096)
def _would_join(letter: str, following: str) -> bool:
    """Whether two letters that are painted unjoined are of types that join (The Unicode Standard 9.2)."""
    painted_apart = _form_of(letter) in {"<final>", "<isolated>"} or _form_of(following) in {"<initial>", "<isolated>"}
    behind = unicodedata.normalize("NFKC", letter)[-1] if _form_of(letter) else letter
    before = unicodedata.normalize("NFKC", following)[0] if _form_of(following) else following
    return painted_apart and JOINING_TYPE[ord(behind)] in "DLC" and JOINING_TYPE[ord(before)] in "DRC"


def _form_of(char: str) -> str:
    """``<initial>`` and so on for a presentation form, else ""."""
    return unicodedata.decomposition(char).partition(" ")[0] if char >= _FIRST_FORM else ""


def left_to_join(cells: list[ScreenCell]) -> list[ScreenCell]:
    """Words in logical order in base letters, which take two bytes, where PuTTY makes the same forms of them."""
    sent = list(cells)
    for match in _WORDS_OF_PUTTY.finditer("".join([cell.text[0] for cell in cells])):
        word = match[0]
        letters = _joined_alike(word)
        if letters != word:
            for x, letter in enumerate(letters, match.start()):
                text, width, style = cells[x]
                sent[x] = ScreenCell(letter + text[1:], width, style)
    return sent


@lru_cache(maxsize=4096)
def _joined_alike(word: str) -> str:
    """The base letters of a word's forms, where they are joined to the same forms; else the forms."""
    letters = "".join(map(_base_letter, word))
    return letters if shapes_of(letters) == word else word


def with_base_letters(cell: ScreenCell) -> ScreenCell:
    """The cell with the letter that its form is one of."""
    text, width, style = cell
    base = _base_letter(text[0])
    return ScreenCell(base + text[1:], width, style) if base != text[0] else cell


@lru_cache(maxsize=512)
def _base_letter(char: str) -> str:
    """The letter a presentation form is one of; the form itself where it stands for several."""
    if not ("\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc") or _LIGATURES[0] <= char <= _LIGATURES[1]:
        return char
    base = unicodedata.normalize("NFKC", char)
    return base if len(base) == 1 else char
