"""How many cells of a terminal characters take.

Units: cells; one number a code point, the whole of a cluster's on its first. Widths follow what terminals were
measured to do: 1 for Arabic forms, 0 for marks and format characters, 2 for East Asian wide characters and emoji;
ambiguous ones are 1.
"""

import re

from reader.named_tuples import NamedTuple
from reader.text.graphemes import boundaries
from reader.text.patterns import lazy_pattern
from reader.text.properties import GRAPHEME_BREAK, WIDTH, PropertyTable
from reader.text.replacements import NOTHING, PAINTED, REPLACEMENT_CHARACTER, REPLACEMENTS

_EMOJI_STYLE = "\ufe0f"
_CELLS_OF_KIND = bytes.maketrans(b"012cCmzxyXv", b"\0\1\2\0\1\0\0\1\2\0\0")
_ORPHAN_MARK = lazy_pattern(b"(?:^|(?<=[cC]))z*+[mv]")
_PLAIN = b"012mz"
_GATHERED = lazy_pattern(b"[xyXv]")
_MAY_BE_ORPHANS = (b"m", b"v", b"z")
_LEVEL_RUN = lazy_pattern(rb"(.)\1*+", re.DOTALL)


class _Kinds(PropertyTable):
    """:func:`kind_of`, filled as code points are met."""

    def __init__(self) -> None:
        dict.__init__(self)

    def __missing__(self, code_point: int) -> str:
        kind = self[code_point] = kind_of(code_point)
        return kind


def kind_of(code_point: int) -> str:
    """The effect of a code point on the width of its cluster.

    ``0 1 2`` take so many cells; ``c C`` are controls of no or one cell, which end clusters; ``m`` is a mark, ``z``
    one that is not painted; ``x y X`` take 1, 2 or 0 cells and may share a cluster with others that do; ``v`` is the
    emoji variation selector.
    """
    painted = PAINTED[code_point]
    width = "1" if code_point in REPLACEMENTS or painted == REPLACEMENT_CHARACTER else WIDTH[code_point]
    code = GRAPHEME_BREAK[code_point]
    if code in "crn":
        return "c" if width == "0" else "C"
    if chr(code_point) == _EMOJI_STYLE:
        return "v"
    if code in "EZS" and width == "0":
        return "z" if painted == NOTHING else "m"
    if code in "pRLVTWXPEZS":
        return {"0": "X", "1": "x", "2": "y"}[width]
    return width


_KINDS = _Kinds()


class CellCounts(NamedTuple):
    """The cells of a text.

    Attributes:
        cells: Of every code point; a cluster's are all on its first.
        orphans: Where marks stand that need a dotted circle.
        gathered: Whether clusters may hold several spacing characters.
    """

    cells: bytearray
    orphans: list[int]
    gathered: bool


def cells_of(text: str) -> bytearray:
    """The cells of every code point; a cluster's are all on its first."""
    return measured(text, bytes(len(text))).cells


def width_of(text: str) -> int:
    """The cells of a text that stands by itself."""
    cells = cells_of(text)
    return len(cells) - cells.count(0) + cells.count(2)


def measured(text: str, levels: bytes, kinds: bytes | None = None) -> CellCounts:
    """The same for a text whose clusters are cut where its levels change; ``kinds`` when they are known already."""
    if kinds is None:
        kinds = _KINDS.in_bytes(text)
    cells = bytearray(kinds.translate(_CELLS_OF_KIND))
    rare = kinds.translate(None, _PLAIN)
    orphans = []
    if rare or kinds[:1] in _MAY_BE_ORPHANS:
        orphans = [match.start() for match in _ORPHAN_MARK.finditer(kinds)]
        for at in orphans:
            cells[at] = 1
    gathered = bool(_GATHERED.search(rare))
    if gathered:
        _gather_sequences(text, levels, cells)
    return CellCounts(cells, orphans, gathered)


def _has_emoji_style(base: str) -> bool:
    """Whether the emoji variation selector makes a picture of a character (emoji-variation-sequences.txt)."""
    return GRAPHEME_BREAK[ord(base)] == "p" or base in "0123456789#*"


def _gather_sequences(text: str, levels: bytes, cells: bytearray) -> None:
    """Clusters of several spacing characters: flags, emoji sequences, Hangul, Indic syllables: two cells at most."""
    ends = boundaries(text)
    changes = [match.end() for match in _LEVEL_RUN.finditer(levels)]
    if len(changes) > 1:
        ends = sorted({*ends, *changes})
    start = 0
    for end in ends:
        if end - start > 1 and text[start] != "\r":
            width = min(2, sum(cells[start:end]))
            if _EMOJI_STYLE in text[start:end] and _has_emoji_style(text[start]):
                width = 2
            cells[start:end] = bytes((width,)) + bytes(end - start - 1)
        start = end
