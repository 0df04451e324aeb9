"""How many cells of a terminal characters take.

Units: cells; one number a code point, the whole of a cluster's on its first. Widths follow what terminals were measured to do: 1 for Arabic forms,
0 for marks and format characters, 2 for East Asian wide characters and emoji; ambiguous ones are 1.
"""

import re

from reader.text.graphemes import boundaries
from reader.text.properties import GRAPHEME_BREAK, WIDTH, PropertyTable
from reader.text.stand_ins import NOTHING, PAINTED, REPLACEMENT, STAND_INS

_EMOJI_STYLE = "\ufe0f"
_ORPHAN_MARK = re.compile(r"(?:^|(?<=[crn]))[EZS]")
_WIDTH_CODES = str.maketrans("012", "\0\1\2")


class _Cells(PropertyTable):
    """Widths, with those of the stand-ins."""

    def __init__(self) -> None:
        dict.__init__(self)

    def __missing__(self, code_point: int) -> str:
        width = WIDTH[code_point]
        if code_point in STAND_INS or PAINTED[code_point] == REPLACEMENT:
            width = "1"
        self[code_point] = width
        return width


_CELLS = _Cells()


class _Gathered(PropertyTable):
    """``x`` for what makes clusters of several spacing characters, ``-`` for other code points."""

    def __init__(self) -> None:
        dict.__init__(self)

    def __missing__(self, code_point: int) -> str:
        code = GRAPHEME_BREAK[code_point]
        gathers = code in "pRLVTWXP" or (code in "EZS" and WIDTH[code_point] != "0")
        self[code_point] = "x" if gathers else "-"
        return self[code_point]


_GATHERED = _Gathered()


def cells_of(text: str) -> bytearray:
    """The cells of every code point; a cluster's are all on its first."""
    cells = bytearray(text.translate(_CELLS).translate(_WIDTH_CODES), "latin-1")
    codes = text.translate(GRAPHEME_BREAK)
    for match in _ORPHAN_MARK.finditer(codes):
        if PAINTED[ord(text[match.start()])] != NOTHING:
            cells[match.start()] = 1  # painted on a dotted circle
    if "x" in text.translate(_GATHERED) or _EMOJI_STYLE in text:
        _gather_sequences(text, cells)
    return cells


def _gather_sequences(text: str, cells: bytearray) -> None:
    """Clusters of several spacing characters: flags, emoji sequences, Hangul, Indic syllables: two cells at most."""
    start = 0
    for end in boundaries(text):
        if end - start > 1 and text[start] != "\r":
            width = min(2, sum(cells[start:end]))
            if _EMOJI_STYLE in text[start:end] and width:
                width = 2
            cells[start:end] = bytes((width,)) + bytes(end - start - 1)
        start = end
