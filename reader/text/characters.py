"""All that an analysis asks about the characters of a text, asked once.

Units: one byte a code point.

Looking a property up is most of what an analysis costs. Characters that are alike in all properties share a *code*,
and the combinations are fewer than 256 in all of Unicode. So a text becomes its codes once, and from these each
property is a ``bytes.translate`` away, which costs next to nothing.
"""

from reader.text.properties import BIDI_CLASS, GRAPHEME_BREAK, JOINING_TYPE, LINE_BREAK, PropertyTable
from reader.text.widths import kind_of

BIDI = bytearray(256)
"""From codes to the letters of :data:`~reader.text.properties.BIDI_CLASS`."""

LINE = bytearray(256)
"""To those of :data:`~reader.text.properties.LINE_BREAK`."""

KIND = bytearray(256)
"""To what :func:`~reader.text.widths.kind_of` says."""

EXTENDS = bytearray(256)
"""To 1 for what goes on a grapheme cluster (GB9, GB9a), else 0."""

JOINS_APART = bytearray(256)
"""To 1 for what joins letters but may run another way than the letters of right-to-left scripts do, and for controls
that may make these run another way; else 0."""


class _Codes(PropertyTable):
    """Filled as code points are met, and the tables with it."""

    def __init__(self) -> None:
        dict.__init__(self)
        self._codes: dict[tuple[str, str, str, bool, bool], str] = {}

    def __missing__(self, code_point: int) -> str:
        bidi, line, kind = BIDI_CLASS[code_point], LINE_BREAK[code_point], kind_of(code_point)
        extends = GRAPHEME_BREAK[code_point] in "EZS"
        joins_apart = (JOINING_TYPE[code_point] in "DRLC" and bidi not in "RA") or bidi in "<>()^[]?!"
        alike = (bidi, line, kind, extends, joins_apart)
        code = self._codes.get(alike)
        if code is None:
            number = len(self._codes)
            code = self._codes[alike] = chr(number)
            BIDI[number], LINE[number], KIND[number] = map(ord, (bidi, line, kind))
            EXTENDS[number], JOINS_APART[number] = extends, joins_apart
        self[code_point] = code
        return code


_CODES = _Codes()


def codes_of(text: str) -> bytes:
    """The code of every code point."""
    return _CODES.in_bytes(text)
