"""The judge of :mod:`tests.conformance.test_properties`: what ICU's own tables say of every code point.

Run by a Python that has PyICU, without the project. Writes one JSON object: ``version`` of Unicode, and for every
property the runs of equal values from U+0000 on, as ``[length, short name of the value]``; ``mirror`` is an object of
the characters that have a mirror image.
"""

import json
from itertools import groupby

import icu
from icu import Char, UProperty, UPropertyNameChoice

ENUMERATED = {
    "bidi_class": UProperty.BIDI_CLASS,
    "joining_type": UProperty.JOINING_TYPE,
    "grapheme_break": UProperty.GRAPHEME_CLUSTER_BREAK,
    "line_break": UProperty.LINE_BREAK,
    "width": UProperty.EAST_ASIAN_WIDTH,
    "category": UProperty.GENERAL_CATEGORY,
}
BINARY = {"pictographic": UProperty.EXTENDED_PICTOGRAPHIC}
CODE_POINTS = range(0x110000)
SURROGATES = range(0xD800, 0xE000)


def runs_of(prop: int) -> list[tuple[int, str]]:
    """The runs of a property's values."""
    values = [Char.getIntPropertyValue(code_point, prop) for code_point in CODE_POINTS]
    return [
        (sum(1 for _ in run), Char.getPropertyValueName(prop, value, UPropertyNameChoice.SHORT_PROPERTY_NAME))
        for value, run in groupby(values)
    ]


if __name__ == "__main__":
    answer: dict[str, object] = {name: runs_of(prop) for name, prop in (ENUMERATED | BINARY).items()}
    chars = [chr(code_point) for code_point in CODE_POINTS if code_point not in SURROGATES]
    answer["mirror"] = {char: Char.charMirror(char) for char in chars if Char.charMirror(char) != char}
    answer["version"] = icu.UNICODE_VERSION
    print(json.dumps(answer))
