"""Clusters a terminal cannot draw as they stand in their cells: marks, families of emoji, emoji of one column.

Pure functions from a painted row to one of the same width, applied before the row is encoded.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import assert_never

from reader.enumerations import StrEnum
from reader.named_tuples import NamedTuple
from reader.terminal.row import ZWJ, ScreenCell
from reader.terminal.style import Rgb
from reader.text.properties import BIDI_CLASS, GRAPHEME_BREAK

_FIRST_FORM = "\ufb50"


class Marks(StrEnum):
    """The treatment of vowel marks and other characters that stand on a letter.

    Attributes:
        DRAWN: Sent with their letter.
        LEFT_OUT: Left out, but for those that are one character with their letter.
        LEFTWARD: Sent with the cell on their letter's left: for terminals that draw them one column to the right.
    """

    DRAWN = "drawn"
    LEFT_OUT = "left out"
    LEFTWARD = "leftward"


class Glyphs(NamedTuple):
    """The clusters a terminal is able to draw.

    Attributes:
        marks: What is done with marks.
        families: Whether emoji joined by ZWJ are one of two columns; else the first of them alone is sent.
        wide_emoji: Whether an emoji fills two columns; else a blank is sent after it.
        signs: Whether signs that Emacs 28 takes to have no width take a column; else others stand in for them.
        joins: Whether it joins letters itself, as the row has them: it is sent the shorter base letters.
        ink: The colour sent in place of the terminal's own foreground, which has no components to be a step away from.
    """

    marks: Marks = Marks.DRAWN
    families: bool = True
    wide_emoji: bool = True
    signs: bool = True
    joins: bool = False
    ink: Rgb | None = None


ALL_DRAWN = Glyphs()

_LEFT_ALONE = (ALL_DRAWN, Glyphs(joins=True))

_STAND_INS = {"\u061b": "\u204f", "\u06de": "\u2042"}
"""A reversed semicolon for the Arabic one, an asterism for the start of rub el hizb (``char-width`` says 0 of them)."""


def drawable(row: Sequence[ScreenCell], glyphs: Glyphs) -> Sequence[ScreenCell]:
    """The row with nothing in it that the terminal does not draw; columns and looks stay."""
    if glyphs in _LEFT_ALONE:
        return row
    cells = [cell if _is_plain(cell) else cell._replace(text=_drawable(cell, glyphs)) for cell in row]
    if ink := glyphs.ink:
        cells = [cell if cell.style.foreground is not None or cell.text == " " else _inked(cell, ink) for cell in cells]
    return _leftward(cells) if glyphs.marks is Marks.LEFTWARD else cells


def _is_plain(cell: ScreenCell) -> bool:
    """Whether it is one character that every terminal draws; most are, so nothing else is asked of them."""
    text, width, _ = cell
    return len(text) < 2 and width < 2 and text not in _STAND_INS


def _drawable(cell: ScreenCell, glyphs: Glyphs) -> str:
    text = cell.text
    if GRAPHEME_BREAK[ord(text[0])] == "p":
        text = text if glyphs.families else text.partition(ZWJ)[0]
        # The cursor is set anew behind it, for no width is counted on for more than one character.
        return text if glyphs.wide_emoji or cell.width < 2 else f"{text} "
    if not glyphs.signs and text[0] in _STAND_INS:
        text = _STAND_INS[text[0]]
    match glyphs.marks:
        case Marks.DRAWN | Marks.LEFTWARD:
            return text
        case Marks.LEFT_OUT:
            return single(text)
        case _:
            assert_never(glyphs.marks)


def _inked(cell: ScreenCell, ink: Rgb) -> ScreenCell:
    return cell._replace(style=cell.style._replace(foreground=ink))


def _leftward(cells: list[ScreenCell]) -> list[ScreenCell]:
    """Marks of letters from right to left moved to the cell before; those of the first column have none and go."""
    moved = list(cells)
    for x, cell in enumerate(cells):
        letter, marks = cell.text[:1], cell.text[1:]
        if not marks or BIDI_CLASS[ord(letter)] not in "RA":
            continue
        moved[x] = moved[x]._replace(text=moved[x].text.replace(cell.text, letter, 1))
        left = x - 1
        while left > 0 and not cells[left].width:
            left -= 1
        if left >= 0:
            moved[left] = moved[left]._replace(text=moved[left].text + marks)
    return moved


@lru_cache(maxsize=4096)
def single(cluster: str) -> str:
    """A letter in one character, with as many of its marks as one character has.

    Args:
        cluster: A letter, perhaps a presentation form, and its marks.
    """
    letter, marks = cluster[0], cluster[1:]
    if not marks:
        return cluster
    if BIDI_CLASS[ord(letter)] not in "RA":
        return _without_marks(unicodedata.normalize("NFC", cluster))
    present = set(marks)
    pointed = [form for parts, form in _pointed().items() if parts[0] == letter and present.issuperset(parts[1:])]
    return max(pointed, key=lambda form: len(unicodedata.normalize("NFD", form)), default=_composed(letter, marks))


def _without_marks(text: str) -> str:
    return text[0] + "".join([char for char in text[1:] if not unicodedata.category(char).startswith("M")])


def _composed(letter: str, marks: str) -> str:
    """An Arabic letter with its hamza or madda, in the joining form that it has."""
    form, letters = _form_and_base(letter)
    # A lam-alef is two letters; what can be composed is the second.
    composed = letters[:-1] + unicodedata.normalize("NFC", letters[-1] + marks)[0]
    if not form:
        return composed
    return letter if composed == letters else _forms().get((form, composed), letter)


def _form_and_base(letter: str) -> tuple[str, str]:
    form = unicodedata.decomposition(letter).partition(" ")[0] if letter >= _FIRST_FORM else ""
    return form, unicodedata.normalize("NFKC", letter) if form else letter


@cache
def _pointed() -> dict[str, str]:
    """Hebrew letters that are one character with their points, by what they decompose into."""
    decomposed = {unicodedata.normalize("NFD", chr(code)): chr(code) for code in range(0xFB1D, 0xFB50)}
    return {parts: form for parts, form in decomposed.items() if len(parts) > 1}


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Presentation forms by their joining form and their letter."""
    codes = (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD))
    found = {_form_and_base(chr(code)): chr(code) for code in codes}
    return {(form, letters): character for (form, letters), character in found.items() if form}
