"""Characters painted in place of those that no terminal can be trusted with.

Units: one painted character a code point, :data:`NOTHING` for what is not seen: the painted string is as long as its
source, so one index serves both.

| characters | painted |
|---|---|
| C0 controls, DEL | their Control Pictures symbol |
| C1 controls, lone surrogates, noncharacters | U+FFFD |
| signs set under or around digits (U+0600–0605, 0890, 0891; end of ayah, U+08E2), of varying width | ``#``; a circle |
| no-break spaces, which kitty takes for letters of a word | a space |
| bidi controls, ZWNJ, ZWJ, soft hyphen, BOM, line and paragraph separators, other format characters | nothing |
"""

from reader.text.properties import GRAPHEME_BREAK, WIDTH, PropertyTable

NOTHING = "\0"
"""Stands for no cell and no character at all; no source character is painted as U+0000."""

REPLACEMENT_CHARACTER = "\ufffd"
DOTTED_CIRCLE = "\u25cc"
"""The base of a mark without a letter, where the source has nothing for it to stand on."""

_ZWNJ = 0x200C
_TAGS = range(0xE0000, 0xE0080)
_NUMBER_SIGNS = dict.fromkeys((*range(0x600, 0x606), 0x890, 0x891), "#")
_ENCLOSING = dict.fromkeys((0x6DD, 0x8E2), "\u25cb")
_NO_BREAK_SPACES = dict.fromkeys((0xA0, 0x202F), " ")
REPLACEMENTS = {**_NUMBER_SIGNS, **_ENCLOSING, **_NO_BREAK_SPACES}


class _Painted(PropertyTable):
    """Filled as code points are met."""

    def __init__(self) -> None:
        dict.__init__(self)

    def __missing__(self, code_point: int) -> str:
        painted = self[code_point] = painted_of(code_point)
        return painted


def painted_of(code_point: int) -> str:
    """The characters painted for a code point that stands by itself."""
    if code_point < 0x20:
        return chr(0x2400 + code_point)
    if code_point == 0x7F:
        return "\u2421"
    if (
        0x80 <= code_point < 0xA0
        or 0xD800 <= code_point < 0xE000
        or 0xFDD0 <= code_point < 0xFDF0
        or code_point & 0xFFFE == 0xFFFE
    ):
        return REPLACEMENT_CHARACTER
    if replacement := REPLACEMENTS.get(code_point):
        return replacement
    if code_point == _ZWNJ or code_point in _TAGS or (WIDTH[code_point] == "0" and GRAPHEME_BREAK[code_point] in "cZP"):
        return NOTHING
    return chr(code_point)


PAINTED = _Painted()
"""For ``str.translate``: harmless text of the same length."""
