"""Character properties as translation tables: ``text.translate(TABLE)`` gives one code letter a code point.

Units: code points. The letters are listed in :mod:`reader.text.data.codes`, the values come from one version of the
Unicode Character Database, whatever Python's own is.
"""

from bisect import bisect_right

from reader.text.data import tables

UNICODE_VERSION = tables.UNICODE_VERSION


class PropertyTable(dict[int, str]):
    """Code point to code letter; filled as code points are met."""

    def __init__(self, runs: tuple[tuple[int, ...], str]) -> None:
        super().__init__()
        self._starts, self._letters = runs

    def __missing__(self, code_point: int) -> str:
        letter = self[code_point] = self._letters[bisect_right(self._starts, code_point) - 1]
        return letter


BIDI_CLASS = PropertyTable(tables.BIDI_CLASS)
"""Bidi_Class, UAX#9."""

JOINING_TYPE = PropertyTable(tables.JOINING_TYPE)
"""Joining_Type, The Unicode Standard 9.2."""

KASHIDA = PropertyTable(tables.KASHIDA)
"""The class of an Arabic letter for stretching words, from Joining_Group; ``-`` for all that is none."""

GRAPHEME_BREAK = PropertyTable(tables.GRAPHEME_BREAK)
"""Grapheme_Cluster_Break and Extended_Pictographic, UAX#29."""

LINE_BREAK = PropertyTable(tables.LINE_BREAK)
"""Line_Break, resolved by LB1 of UAX#14."""

WIDTH = PropertyTable(tables.WIDTH)
"""Cells of a code point standing alone: ``0``, ``1`` or ``2``."""

MIRROR = dict(zip(tables.MIRROR[::2], tables.MIRROR[1::2], strict=True))
"""Bidi_Mirroring_Glyph."""

OPENING_BRACKETS = dict(zip(tables.BRACKETS[::2], tables.BRACKETS[1::2], strict=True))
"""Bidi_Paired_Bracket of every opening bracket."""

CANONICAL_BRACKETS = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Brackets that BD16 takes for their canonical equivalents."""
