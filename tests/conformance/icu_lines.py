"""The judge of :mod:`tests.conformance.test_bidi_lines`: orders lines with ICU.

Run by a Python that has PyICU, without the project.

Reads JSON lines ``{"text", "base", "ends"}`` from standard input, offsets in code points; writes for each a JSON list
of lines, each a list of pairs from left to right as ``Bidi.setLine`` has them: a code point's index and its level.
"""

import json
import sys

import icu


def orders(text: str, base: int, ends: list[int]) -> list[list[tuple[int, int]]]:
    """The visual order and the levels of every line of a paragraph."""
    units: list[int] = []  # the code point of every UTF-16 unit, -1 for the second of a pair
    offsets = [0]
    for at, char in enumerate(text):
        units += [at, -1] if ord(char) > 0xFFFF else [at]
        offsets.append(len(units))
    bidi = icu.Bidi()
    source = icu.UnicodeString(text)
    bidi.setPara(source, base)
    lines = []
    start = 0
    for end in ends:
        line = bidi.setLine(offsets[start], offsets[end])
        # Levels first: asking for them is what makes ICU apply L1 at the line's end, which its visual map goes by.
        levels = line.getLevels()
        first = offsets[start]
        lines.append([(units[first + at], levels[at]) for at in line.getVisualMap() if units[first + at] >= 0])
        start = end
    return lines


if __name__ == "__main__":
    for raw in sys.stdin:
        case = json.loads(raw)
        print(json.dumps(orders(case["text"], case["base"], case["ends"])))
