"""The signs painted for every code point of a paragraph, whatever line it comes to stand on.

Units: code points of a stretch of the paragraph; one painted character a code point, in logical order, so that one
index serves text, levels, cells and what is painted. A line takes its part of it.

Lines change nothing about it: letters keep the forms they have in the whole word where a line cuts one, and L1 gives
new levels only to what neither joins nor mirrors.

The stages: letters joined within their directional run (:mod:`reader.text.shaping`), shadda before vowels, hidden
marks, brackets mirrored where they run from right to left (L4), and limits to what one cluster shows.
"""

import re

from reader.text.graphemes import boundaries
from reader.text.patterns import lazy_pattern
from reader.text.properties import GRAPHEME_BREAK, MIRROR
from reader.text.replacements import NOTHING
from reader.text.shaping import shapes_of

MARKS_PAINTED = 16
"""Marks on one letter that are painted; more are text too, but no terminal draws them."""

VOWEL_MARKS = lazy_pattern(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff]+"
)
"""Harakat, Quranic marks, niqqud and cantillation: what may be hidden without changing the letters. Madda and hamza
above or below are letters' parts."""

JOINED_BY_FORMAT = lazy_pattern("[\u200d\U000e0020-\U000e007f]")
"""ZWJ and tags, which make one picture of several characters."""

LEVEL_RUN = lazy_pattern(rb"(.)\1*+", re.DOTALL)
"""A directional run, in levels."""

_MIRRORED = lazy_pattern("[" + "".join(map(re.escape, MIRROR)) + "]")
_SHADDA_SECOND = lazy_pattern("([\u064b-\u0650\u0652\u08f0-\u08f2]+)(\u0651)")
_SEQUENCE_PAINTED = 32
"""Code points of an emoji sequence that are painted; the longest in use have 10."""

_ON_CLUSTERS = bytes.maketrans(b"mzxyXv", b"mmmmmm")
_TOO_MANY = b"m" * MARKS_PAINTED


def painted(text: str, levels: bytes, kinds: bytes, *, marks: bool, before: str, after: str, joins_apart: bool) -> str:
    """The painted characters of a stretch of a paragraph.

    Args:
        text: The stretch.
        levels: Its resolved levels.
        kinds: The kinds of its characters.
        marks: Whether vowel marks are painted.
        before: The joining type of the letter before the stretch, where it is cut out of a word; else ``U``.
        after: The joining type of the letter behind it.
        joins_apart: Whether letters that join may run from left to right, or meet others that run another way.
    """
    shapes = _joined_by_run(text, levels, before, after) if joins_apart else shapes_of(text, before, after)
    if "\u0651" in shapes:
        shapes = _SHADDA_SECOND.sub(r"\2\1", shapes)
    if not marks:
        shapes = VOWEL_MARKS.sub(lambda match: NOTHING * len(match[0]), shapes)
    if levels.count(0) < len(levels):
        shapes = _MIRRORED.sub(lambda match: MIRROR[match[0]] if levels[match.start()] % 2 else match[0], shapes)
    if (b"z" in kinds and JOINED_BY_FORMAT.search(text)) or _TOO_MANY in kinds.translate(_ON_CLUSTERS):
        shapes = _within_limits(text, levels, shapes)
    return shapes


def _joined_by_run(text: str, levels: bytes, before: str, after: str) -> str:
    runs = [match.span() for match in LEVEL_RUN.finditer(levels)]
    return "".join(
        [
            shapes_of(
                text[start:end],
                before if start == 0 else "U",
                after if end == len(text) else "U",
                level=levels[start],
            )
            for start, end in runs
        ]
    )


def _within_limits(text: str, levels: bytes, shapes: str) -> str:
    """No more of a cluster than is painted; emoji sequences keep the format characters in them."""
    parts = []
    start = 0
    for end in sorted({*boundaries(text), *(match.end() for match in LEVEL_RUN.finditer(levels))}):
        part = shapes[start:end]
        if end - start > 1:
            shown = 1 + MARKS_PAINTED
            if GRAPHEME_BREAK[ord(text[start])] == "p":
                shown = _SEQUENCE_PAINTED
                whole = zip(text[start:end], part, strict=True)
                part = "".join([char if JOINED_BY_FORMAT.match(char) else shape for char, shape in whole])
            part = part[:shown] + NOTHING * (len(part) - shown)
        parts.append(part)
        start = end
    return "".join(parts)
