"""Character properties as tables: ``TABLE.of(text)`` gives one code letter a code point.

Units: code points. The letters are listed in :mod:`reader.text.data.codes`, the values come from one version of the
Unicode Character Database, whatever Python's own is.

``str.translate`` asks a dictionary about every character outside ASCII, 90 to 140 ns each. A text is written with few
characters, so each that is met is given a byte, as long as there are any; a character map encodes a text by these in 4
ns a character, and ``bytes.translate`` makes letters of them in one more.
"""

import codecs
from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.text.data import tables

if TYPE_CHECKING:
    from _codecs import _EncodingMap

UNICODE_VERSION = tables.UNICODE_VERSION


_BYTES = 256
_LAST = "\ufffd"
"""The last character that a character map takes."""

_UNDEFINED = "\ufffe"
"""Stands for no character in :func:`codecs.charmap_build`."""

_NEW = 4096
"""Code points whose characters are given bytes at a time."""


def _encoding_of(characters: str) -> "tuple[str, dict[int, int] | _EncodingMap]":
    return characters, codecs.charmap_build(characters.ljust(_BYTES, _UNDEFINED))


_met = _encoding_of("\0")
"""The characters met, each at the place of its byte, and how they are encoded: one value, as threads share it."""


def _bytes_of(text: str) -> tuple[bytes, str] | None:
    """A text in bytes of its own, and the characters these stand for; None where there are too many."""
    global _met  # noqa: PLW0603 - of the process, as the tables are
    while True:
        characters, encoding = _met
        try:
            return codecs.charmap_encode(text, "strict", encoding)[0], characters
        except UnicodeEncodeError as error:
            new = sorted(set(text[error.start : error.start + _NEW]).difference(characters))
            if len(characters) + len(new) > _BYTES or new[-1] > _LAST:
                return None
            _met = _encoding_of(characters + "".join(new))


class PropertyTable(dict[int, str]):
    """Code point to code letter; filled as code points are met."""

    _letters_of_bytes = ("", b"")
    """Characters that have bytes, and the letters of these."""

    def of(self, text: str) -> str:
        """The letter of every code point."""
        return self.in_bytes(text).decode("latin-1")

    def in_bytes(self, text: str) -> bytes:
        """The same, a byte each."""
        found = None if text.isascii() else _bytes_of(text)
        if found is None:
            return text.translate(self).encode("latin-1")
        data, characters = found
        known, letters = self._letters_of_bytes
        if known is not characters:
            begun = letters[: len(known)] if characters.startswith(known) else b""
            more = "".join([self[ord(character)] for character in characters[len(begun) :]])
            letters = (begun + more.encode("latin-1")).ljust(_BYTES, b"\0")
            self._letters_of_bytes = characters, letters
        return data.translate(letters)

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
