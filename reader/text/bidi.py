"""The Unicode Bidirectional Algorithm (UAX#9, revision of Unicode 15.0): embedding levels of a paragraph.

Units: local code-point indexes of the paragraph, levels as bytes of the same length. What it leaves to others: where
lines break (:mod:`reader.text.layout`), and mirroring, L4 (:mod:`reader.text.setting`).

The stages:

1. The text becomes a string of one-letter bidi classes (:data:`~reader.text.properties.BIDI_CLASS`).
2. *Fast path.* Nothing that could run right to left in a left-to-right paragraph, or the other way round: all levels
   are that of the paragraph.
3. *X1–X8* (:mod:`reader.text.bidi_explicit`), only where explicit controls occur: segments with an embedding level,
   joined into isolating run sequences (X10). Without controls the paragraph is one sequence.
4. *W1–W7, N0–N2, I1–I2* (:mod:`reader.text.bidi_implicit`) on the class string of each sequence.
5. For a line: *L1* and *L2*.

A long paragraph is resolved piece by piece (:mod:`reader.text.bidi_pieces`), with the same result.
"""

from reader.text.bidi_explicit import EXPLICIT, explicit_levels
from reader.text.bidi_implicit import resolve
from reader.text.patterns import lazy_pattern
from reader.text.properties import BIDI_CLASS

MAY_RUN_RTL = lazy_pattern(r"[RAN<>()^\[\]?!]")
"""Codes of what may run right to left in a left-to-right paragraph."""

_MAY_RUN_LTR = lazy_pattern(r"[LEN<>()^\[\]?!]")
"""Codes of what may run left to right in a right-to-left one."""

_PARAGRAPH_END = lazy_pattern("B")
_SEPARATOR = lazy_pattern("[\t\n\v\r\x1c-\x1f\x85\u2029]")
"""Characters of the classes B and S."""

_RESET = lazy_pattern(r"[W\[\]?!b<>()^]*[BS]")
_RESET_AT_END = "W[]?!b<>()^BS"


def classes_of(text: str) -> str:
    """The bidi class letters of a text, one a code point."""
    return BIDI_CLASS.of(text)


def levels_of(text: str, base: int, classes: str | None = None, *, may_be_explicit: bool = True) -> bytes:
    """The resolved levels of a text, before L1.

    Args:
        text: One paragraph, or several with their separators (P1): each is resolved by itself.
        base: The paragraph embedding level, 0 or 1.
        classes: ``classes_of(text)`` when it is known already.
        may_be_explicit: Whether it may hold explicit controls.

    Returns:
        One level a code point. What X9 removes has the level of the character before it.
    """
    if base == 0 and text.isascii():
        return bytes(len(text))
    classes = classes_of(text) if classes is None else classes
    if not (_MAY_RUN_LTR if base else MAY_RUN_RTL).search(classes):
        return bytes((base,)) * len(text)
    if "B" not in classes[:-1]:
        if may_be_explicit:
            return _paragraph_levels(text, classes, base)
        return resolve(text, classes, base, "LR"[base], "LR"[base])
    pieces = []
    start = 0
    for end in [match.end() for match in _PARAGRAPH_END.finditer(classes)] + [len(text)]:
        pieces.append(_paragraph_levels(text[start:end], classes[start:end], base))
        start = end
    return b"".join(pieces)


def _paragraph_levels(text: str, classes: str, base: int) -> bytes:
    if EXPLICIT.search(classes):
        return explicit_levels(text, classes, base)
    edge = "LR"[base]
    return resolve(text, classes, base, edge, edge)


def line_levels(text: str, levels: bytes, base: int) -> bytes:
    """L1: on a line, separators and the white space before them or at the end run with the paragraph.

    Args:
        text: The line's text.
        levels: Its part of the paragraph's resolved levels.
        base: The paragraph embedding level.
    """
    end = len(text)
    while end and BIDI_CLASS[ord(text[end - 1])] in _RESET_AT_END:
        end -= 1
    on_line = levels[:end] + bytes((base,)) * (len(text) - end)
    if not _SEPARATOR.search(text, 0, end):
        return on_line
    reset = bytearray(on_line)
    for match in _RESET.finditer(classes_of(text), 0, end):
        reset[match.start() : match.end()] = bytes((base,)) * (match.end() - match.start())
    return bytes(reset)


def visual_order(levels: bytes) -> list[int]:
    """L2: the indexes of a line's items from left to right, by their levels (L1 applied)."""
    order = list(range(len(levels)))
    highest, lowest = max(levels, default=0), min(levels, default=0)
    if len(order) == 1 or highest == 0:
        return order
    if lowest == 1 and highest <= 2 and b"\2\2" not in levels:
        return order[::-1]
    lowest_odd = min((level for level in levels if level % 2), default=0)
    for level in range(highest, max(lowest_odd, 1) - 1, -1) if lowest_odd else ():
        at = 0
        while at < len(order):
            if levels[order[at]] < level:
                at += 1
                continue
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end
    return order
