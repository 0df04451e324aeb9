"""W1–W7, N0–N2, I1 and I2 of UAX#9: the levels of one isolating run sequence.

Units: indexes of the sequence. Its class string goes through the rules as regular expressions and replacements of
equal length. Boundary neutrals and embedding controls (X9) are taken out before and get the level of what precedes
them (5.2).
"""

import re
from collections.abc import Callable
from functools import cache

from reader.text.brackets import Brackets, resolve_brackets
from reader.text.patterns import lazy_pattern

_KEPT = lazy_pattern("[^b]+")
_W1 = lazy_pattern(r"([^n])(n+)")
_W1_ISOLATE = lazy_pattern(r"([\[\]?!])(n+)")
_MARKS_IN_PASSING = 3
"""Marks on one letter that W1 handles by plain replacement, which is faster than a call for every letter with marks."""

_EUROPEAN = lazy_pattern("E+")
_NOT_STRONG = "EN+,%BSWO[]?!"
_W4_SEPARATOR = lazy_pattern("[+,](?<=E.)(?=E)")
_W4_ARABIC = lazy_pattern(",(?<=N.)(?=N)")
_W5 = lazy_pattern(r"%++")
_W6 = str.maketrans("+,%", "OOO")
_NEUTRAL = str.maketrans("BSW[]?!", "OOOOOOO")
_N1_LEFT = lazy_pattern("L[LO]*L")
_N1_RIGHT = lazy_pattern("[REN][RENO]*[REN]")
_IMPLICIT = (str.maketrans("LREN", "\0\1\2\2"), str.maketrans("LREN", "\1\0\1\1"))


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
    *,
    settle_brackets: Callable[[str, str, str, int], str] = _settle_brackets,
) -> bytes:
    """W1 to I2 for one isolating run sequence.

    Args:
        text: The sequence's characters.
        classes: Their classes, overrides applied.
        level: The sequence's embedding level.
        sos: Its start-of-sequence class, ``L`` or ``R``; ``A`` where the sequence is a piece that goes on after an
            Arabic letter.
        eos: Its end-of-sequence class.
        settle_brackets: N0: from the text, sos and the classes after W7, the classes before W1 and the level to the
            classes.
    """
    spans = [match.span() for match in _KEPT.finditer(classes)] if "b" in classes else []
    if spans:
        text = "".join([text[start:end] for start, end in spans])
    original = classes.replace("b", "")
    if not original:
        return bytes((level,)) * len(classes)
    resolved = _weak(_w1(sos + original) if "n" in original else sos + original)
    resolved = settle_brackets(text, resolved, original, level)
    levels = _neutral(resolved + eos, level)
    return _with_removed(levels, spans, len(classes), level) if spans else levels


def _with_removed(levels: bytes, spans: list[tuple[int, int]], length: int, level: int) -> bytes:
    """The levels of what X9 left in its places, and of what it removed: that of what stands before (5.2)."""
    pieces: list[bytes] = []
    at = last = 0
    before = level
    for start, end in spans:
        pieces.append(bytes((before,)) * (start - last))
        pieces.append(levels[at : at + end - start])
        at += end - start
        before, last = levels[at - 1], end
    pieces.append(bytes((before,)) * (length - last))
    return b"".join(pieces)


def _w1(classes: str) -> str:
    """W1: a mark is what it stands on; on an isolate control it is neutral."""
    for letter in "ARL" * _MARKS_IN_PASSING:
        classes = classes.replace(letter + "n", letter + letter)
        if "n" not in classes:
            return classes
    classes = _W1_ISOLATE.sub(lambda m: m[1] + "O" * len(m[2]), classes)
    return _W1.sub(lambda m: m[1] * (1 + len(m[2])), classes)


def _weak(classes: str) -> str:
    """W2 to W7 on classes that begin with sos; the result does too."""
    if "E" in classes:
        if "A" in classes:
            classes = _numbers_after("A", classes, "N")  # W2
        classes = classes.replace("A", "R")  # W3
        if "E,E" in classes or "E+E" in classes:
            classes = _W4_SEPARATOR.sub("E", classes)
        if "N,N" in classes:
            classes = _W4_ARABIC.sub("N", classes)
        if "%" in classes:
            classes = _W5.sub(_w5, classes)
        classes = classes.translate(_W6)
        return _numbers_after("L", classes, "L") if "L" in classes else classes  # W7
    classes = classes.replace("A", "R")
    if "N,N" in classes:
        classes = _W4_ARABIC.sub("N", classes)
    return classes.translate(_W6)


def _numbers_after(letter: str, classes: str, become: str) -> str:
    """W2 and W7: European numbers of which the last strong class before is a letter's."""
    parts = []
    at, strong = 0, ""
    for number in _EUROPEAN.finditer(classes):
        between = classes[at : number.start()]
        strong = between.rstrip(_NOT_STRONG)[-1:] or strong
        parts.append(between)
        parts.append(become * len(number[0]) if strong == letter else number[0])
        at = number.end()
    parts.append(classes[at:])
    return "".join(parts)


def _w5(terminators: re.Match[str]) -> str:
    start, end = terminators.span()
    beside_number = "E" in (terminators.string[start - 1], terminators.string[end : end + 1])
    return "E" * (end - start) if beside_number else terminators[0]


def _neutral(classes: str, level: int) -> bytes:
    """N1, N2, I1 and I2 on classes with sos before and eos behind them."""
    classes = classes.translate(_NEUTRAL)
    if level % 2:
        if "L" in classes:
            classes = _N1_LEFT.sub(lambda m: "L" * len(m[0]), classes)
        classes = classes.replace("O", "R")
    else:
        classes = _N1_RIGHT.sub(lambda m: m[0].replace("O", "R"), classes).replace("O", "L")
    raised = classes[1:-1].translate(_IMPLICIT[level % 2]).encode("latin-1")
    return raised if level == 0 else raised.translate(_shift(level))


@cache
def _shift(level: int) -> bytes:
    return bytes(min(255, level + step) for step in range(256))
