"""Text that is sent to a terminal as it stands, not laid out: lines in logical order, messages, JSON.

Units: code points. Nothing of it drives the terminal, and nothing of it makes a terminal that puts text in order
itself show another order than the letters': controls are shown as their symbols, explicit formatting characters
(UAX#9 2.1, 2.2, 2.4) and whatever else is never seen are left out. What letters need is kept: the joiners and the
implicit marks of direction (2.6), soft hyphens, word joiners. Line feeds and tabs are the caller's.
"""

import re
from collections.abc import Mapping

from reader.text.patterns import lazy_pattern
from reader.text.properties import PropertyTable
from reader.text.replacements import NOTHING, REPLACEMENTS, painted_of

_KEPT = frozenset("\t\n\u00ad\u061c\u200c\u200d\u200e\u200f\u2060")

_CONTROLS = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_NOT_IN_JSON = lazy_pattern(
    "[\x7f-\x9f\u180e\u200b\u2028-\u202e\u2061-\u206f\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


class _Printable(PropertyTable):
    """Filled as code points are met."""

    def __init__(self) -> None:
        dict.__init__(self)

    def __missing__(self, code_point: int) -> str:
        character = chr(code_point)
        painted = character if character in _KEPT or code_point in REPLACEMENTS else painted_of(code_point)
        shown = self[code_point] = "" if painted == NOTHING else painted
        return shown


_PRINTABLE = _Printable()


def printable(text: str) -> str:
    """The text without what a terminal would obey."""
    return text if text.isprintable() else text.translate(_PRINTABLE)


def pasteable(text: str) -> str:
    """The text for a clipboard: all its characters, but controls, which would do something where they are pasted."""
    return _CONTROLS.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    return painted_of(ord(match[0]))


def json_line(value: Mapping[str, object]) -> str:
    """An object on one line without a line end: not ASCII-escaped, but for what :func:`printable` would change."""
    import json  # noqa: PLC0415 - few lines are JSON

    return _NOT_IN_JSON.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    import json  # noqa: PLC0415 - see above

    return json.dumps(match[0])[1:-1]
