"""The Unicode Bidirectional Algorithm (UAX#9, revision of Unicode 15.0): embedding levels of a paragraph.

Units: local code-point indexes of the paragraph, levels as bytes of the same length. What it leaves to others: where lines break, and L1–L4,
which need lines (:mod:`reader.text.lines`).

The stages:

1. The text becomes a string of one-letter bidi classes (:data:`~reader.text.properties.BIDI_CLASS`).
2. *Fast path.* Nothing that could run right to left in a left-to-right paragraph: all levels are 0.
3. *X1–X8* (:mod:`reader.text.bidi_explicit`), only where explicit controls occur: segments with an embedding level, joined into
   isolating run sequences (X10). Without controls the paragraph is one sequence.
4. *W1–W7, N0–N2, I1–I2* on the class string of each sequence, as regular expressions and replacements of equal length.

Boundary neutrals and embedding controls (X9) are taken out of a sequence before and get the level of what precedes them (5.2).

A long paragraph without controls can be resolved piece by piece (:mod:`reader.text.bidi_pieces`), with the same result.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from reader.text.brackets import Brackets, resolve_brackets
from reader.text.properties import BIDI_CLASS

EXPLICIT = re.compile(r"[<>()^\[\]?!]")
"""Codes of embeddings, overrides, isolates and what closes them."""

MAY_RUN_RTL = re.compile(r"[RAN<>()^\[\]?!]")
_PARAGRAPH_END = re.compile("B")

_KEPT = re.compile("[^b]+")
_W1 = re.compile(r"([^n])(n+)")
_W1_ISOLATE = re.compile(r"([\[\]?!])(n+)")
_MARKS_IN_PASSING = 3
"""Marks on one letter that W1 handles by plain replacement, which is faster than a call for every letter with marks."""
_W2 = re.compile(r"A[^LRAE]*E[^LRA]*")
_W4_SEPARATOR = re.compile(r"(?<=E)[+,](?=E)")
_W4_ARABIC = re.compile(r"(?<=N),(?=N)")
_W5 = re.compile(r"%++")
_W6 = str.maketrans("+,%", "OOO")
_W7 = re.compile(r"L[^LRE]*E[^LR]*")
_NEUTRAL = str.maketrans("BSW[]?!", "OOOOOOO")
_N1_LEFT = re.compile(r"(?<=L)O++(?=L)")
_N1_RIGHT = re.compile(r"(?<=[REN])O++(?=[REN])")
_SEPARATOR = re.compile("[\t\n\v\r\x1c-\x1f\x85\u2029]")
"""Characters of the classes B and S."""

_RESET = re.compile(r"[W\[\]?!b<>()^]*[BS]")
_RESET_AT_END = "W[]?!b<>()^BS"
_IMPLICIT = (str.maketrans("LREN", "\0\1\2\2"), str.maketrans("LREN", "\1\0\1\1"))


def classes_of(text: str) -> str:
    """The bidi class letters of a text, one a code point."""
    return text.translate(BIDI_CLASS)


def levels_of(text: str, base: int, classes: str | None = None) -> bytes:
    """The resolved levels of a text, before L1.

    Args:
        text: One paragraph, or several with their separators (P1): each is resolved by itself.
        base: The paragraph embedding level, 0 or 1.
        classes: ``classes_of(text)`` when it is known already.

    Returns:
        One level a code point. What X9 removes has the level of the character before it.
    """
    classes = classes_of(text) if classes is None else classes
    if base == 0 and not MAY_RUN_RTL.search(classes):
        return bytes(len(text))
    if "B" not in classes[:-1]:
        return _paragraph_levels(text, classes, base)
    pieces = []
    start = 0
    for end in [match.end() for match in _PARAGRAPH_END.finditer(classes)] + [len(text)]:
        pieces.append(_paragraph_levels(text[start:end], classes[start:end], base))
        start = end
    return b"".join(pieces)


def _paragraph_levels(text: str, classes: str, base: int) -> bytes:
    if EXPLICIT.search(classes):
        from reader.text.bidi_explicit import explicit_levels

        return explicit_levels(text, classes, base)
    edge = "LR"[base]
    return resolve(text, classes, base, edge, edge)


def _settle_brackets(text: str, classes: str, original: str, level: int) -> str:
    """N0 for a whole sequence."""
    pairing = Brackets().pair(text, classes[1:])
    return resolve_brackets(classes, original, level, pairing) if pairing.pairs else classes


def resolve(
    text: str,
    classes: str,
    level: int,
    sos: str,
    eos: str,
    settle_brackets: Callable[[str, str, str, int], str] = _settle_brackets,
) -> bytes:
    """W1 to I2 for one isolating run sequence.

    Args:
        text: The sequence's characters.
        classes: Their classes, overrides applied.
        level: The sequence's embedding level.
        sos: Its start-of-sequence class, ``L`` or ``R``; ``A`` where the sequence is a piece that goes on after an Arabic letter.
        eos: Its end-of-sequence class.
        settle_brackets: N0: from the text, sos and the classes after W7, the classes before W1 and the level to the classes.
    """
    if "b" in classes:
        return _resolve_around_neutrals(text, classes, level, sos, eos, settle_brackets)
    original = classes
    classes = _weak(_w1(sos + classes) if "n" in classes else sos + classes)
    classes = settle_brackets(text, classes, original, level)
    return _neutral(classes + eos, level)


def _resolve_around_neutrals(
    text: str, classes: str, level: int, sos: str, eos: str, settle_brackets: Callable[[str, str, str, int], str]
) -> bytes:
    """X9's removed characters: resolve without them, then give them the level before them."""
    spans = [match.span() for match in _KEPT.finditer(classes)]
    kept = "".join([text[a:b] for a, b in spans])
    levels = resolve(kept, classes.replace("b", ""), level, sos, eos, settle_brackets)
    pieces: list[bytes] = []
    at = last = 0
    before = level
    for start, end in spans:
        pieces.append(bytes((before,)) * (start - last))
        pieces.append(levels[at : at + end - start])
        at += end - start
        before, last = levels[at - 1], end
    pieces.append(bytes((before,)) * (len(classes) - last))
    return b"".join(pieces)


def _w1(classes: str) -> str:
    """W1: a mark is what it stands on; on an isolate control it is neutral."""
    classes = _W1_ISOLATE.sub(lambda m: m[1] + "O" * len(m[2]), classes)
    for _ in range(_MARKS_IN_PASSING):
        for code in set(classes) - {"n"}:
            classes = classes.replace(code + "n", code + code)
        if "n" not in classes:
            return classes
    return _W1.sub(lambda m: m[1] * (1 + len(m[2])), classes)


def _weak(classes: str) -> str:
    """W2 to W7 on classes that begin with sos; the result does too."""
    if "E" in classes:
        if "A" in classes:
            classes = _W2.sub(lambda m: m[0].replace("E", "N"), classes)
        classes = classes.replace("A", "R")  # W3
        classes = _W4_SEPARATOR.sub("E", classes)
        classes = _W4_ARABIC.sub("N", classes)
        classes = _W5.sub(_w5, classes)
        classes = classes.translate(_W6)
        return _W7.sub(lambda m: m[0].replace("E", "L"), classes)
    return _W4_ARABIC.sub("N", classes.replace("A", "R")).translate(_W6)


def _w5(terminators: re.Match[str]) -> str:
    start, end = terminators.span()
    beside_number = "E" in (terminators.string[start - 1], terminators.string[end : end + 1])
    return "E" * (end - start) if beside_number else terminators[0]


def _neutral(classes: str, level: int) -> bytes:
    """N1, N2, I1 and I2 on classes with sos before and eos behind them."""
    classes = classes.translate(_NEUTRAL)
    if level % 2:
        classes = _N1_LEFT.sub(lambda m: "L" * len(m[0]), classes).replace("O", "R")
    else:
        classes = _N1_RIGHT.sub(lambda m: "R" * len(m[0]), classes).replace("O", "L")
    raised = classes[1:-1].translate(_IMPLICIT[level % 2]).encode("latin-1")
    return raised if level == 0 else raised.translate(_shift(level))


@lru_cache(maxsize=None)
def _shift(level: int) -> bytes:
    return bytes(min(255, level + step) for step in range(256))


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
    lowest_odd = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), max(lowest_odd, 1) - 1, -1) if lowest_odd else ():
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


def first_strong(classes: str) -> int | None:
    """P2 and P3: the level of the first strong character outside isolates; None when there is none."""
    depth = 0
    for match in re.finditer(r"[LRA\[\]?!B]", classes):
        code = match[0]
        if code in "[]?":
            depth += 1
        elif code == "!":
            depth = max(0, depth - 1)
        elif code == "B":
            return None
        elif depth == 0:
            return int(code != "L")
    return None
