"""Where lines may break: UAX#14, revision of Unicode 15.0.

Numbers are kept together as in example 7 of its section 8.2, as the official test has it.

Units: code-point offsets in the text; a break at offset ``i`` stands before the character ``i``.

The text becomes a string of class letters (LB1 applied). Marks are taken out with what they attach to (LB9, LB10).
The rest is cut into runs that no rule breaks inside — letters and digits — and single signs, each with the spaces
behind it; only between those are the rules asked.
"""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from reader.text.properties import LINE_BREAK

_MARKS = re.compile(r"[MZ]")
_ATTACHED = re.compile(r"(?<=[^KrnN z])[MZ]+")
_BETWEEN_WORDS = re.compile(r"(?<=[ah0]) +(?=[ah0])")
"""LB18 between letters or digits, between which nothing else forbids or allows a break."""

_SIGNS = re.compile(r"[^ah0 ]+")
_NUMBER = re.compile(r"0[0/,]*[})\]]?")
_FLAGS = re.compile("RR")

_LETTERS = "ah"
_OPENING = "(["
_CLOSING = "})]"
_HANGUL = "lvtwx"
_NEVER_BEFORE = frozenset("KrnNz" + "J" + "})]!,/")
"""LB6, LB7, LB11, LB13: no break before these, spaces or not."""

_NEVER_BEFORE_DIRECTLY = _NEVER_BEFORE | frozenset('"A-si')
"""The same where no space stands between: LB19, LB21, LB22."""

_NEVER_AFTER_DIRECTLY = frozenset('JG(["b')
"""LB11, LB12, LB14, LB19, LB21."""


class LineBreaks(NamedTuple):
    """The offsets at which a line may break, and those of them at which it must; without the end of the text."""

    allowed: list[int]
    mandatory: list[int]


class _Classes(NamedTuple):
    """A text as its classes; 1 at offsets inside numbers (LB25, ends included) and inside pairs of flags (LB30a)."""

    codes: str
    number: bytes
    flags: bytes


def opportunities(text: str) -> LineBreaks:
    """The break opportunities inside a text, in order."""
    codes = text.translate(LINE_BREAK)
    if not _MARKS.search(codes):
        return _opportunities(codes)
    # LB9: marks belong to what stands before them; LB10 makes letters of those that are left.
    spans = _kept_spans(codes)
    compact = "".join([codes[a:b] for a, b in spans]).replace("M", "a").replace("Z", "a")
    found = _opportunities(compact)
    firsts = list(accumulate((b - a for a, b in spans), initial=0))
    removed = [span[0] - first for span, first in zip(spans, firsts, strict=False)]

    def kept(at: int) -> int:
        return at + removed[bisect_right(firsts, at, 0, len(removed)) - 1]

    return LineBreaks(
        [at for at in map(kept, found.allowed) if codes[at - 1] != "Z"],  # LB8a
        [kept(at) for at in found.mandatory],
    )


def _kept_spans(codes: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for match in _ATTACHED.finditer(codes):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(codes)))
    return spans


def _opportunities(codes: str) -> LineBreaks:
    """The breaks of a text without marks: those between plain words at once, those at signs one by one."""
    plain = [match.end() for match in _BETWEEN_WORDS.finditer(codes)]
    allowed, mandatory = _at_signs(codes)
    return LineBreaks(sorted(plain + allowed) if allowed else plain, mandatory)


def _at_signs(codes: str) -> tuple[list[int], list[int]]:
    """The breaks, allowed and mandatory, at characters that are no letters, digits or spaces."""
    number = _marked(_NUMBER, codes, 1) if "0" in codes else b""
    flags = _marked(_FLAGS, codes, 0) if "R" in codes else b""
    text = _Classes(codes, number, flags)
    allowed: list[int] = []
    mandatory: list[int] = []
    last, sign = 0, ""  # where the signs before ended, and the last of them if the line goes on after it
    for start, end in [*(match.span() for match in _SIGNS.finditer(codes)), (len(codes), len(codes))]:
        word = start - len(codes[last:start].lstrip(" "))  # where the text between the signs begins
        if 0 < last < len(codes) and (word == last or not sign):
            _break_directly(text, last, allowed, mandatory)
        if last < word < start and _may_break_after_space(sign, codes[word]):
            allowed.append(word)
        if start == len(codes):
            break
        if codes[start - 1 : start] == " ":
            if _may_break_after_space("a" if word < start else sign, codes[start]):
                allowed.append(start)
        elif last < start:
            _break_directly(text, start, allowed, mandatory)
        for at in range(start + 1, end):
            _break_directly(text, at, allowed, mandatory)
        last, sign = end, codes[end - 1].strip("KrnN")
    return allowed, mandatory


def _break_directly(text: _Classes, at: int, allowed: list[int], mandatory: list[int]) -> None:
    """Where no space stands before an offset."""
    before = text.codes[at - 1]
    if before in "KrnN":
        if before != "r" or text.codes[at] != "n":  # LB4, LB5
            mandatory.append(at)
            allowed.append(at)
    elif _may_break(text, at):
        allowed.append(at)


def _marked(pattern: re.Pattern[str], codes: str, closing: int) -> bytes:
    """1 at every offset inside a match, and at its end where ``closing`` is 1."""
    marks = bytearray(len(codes) + 1)
    for match in pattern.finditer(codes):
        start, end = match.start() + 1, match.end() + closing
        marks[start:end] = b"\1" * (end - start)
    return bytes(marks)


def _may_break_after_space(before: str, after: str) -> bool:
    """LB8 and LB14 to LB18; ``before`` is the class before the spaces, "" at the start."""
    if before == "z":
        return after not in "KrnNz"
    return not (
        after in _NEVER_BEFORE
        or (before and before in _OPENING)
        or (before == '"' and after in _OPENING)
        or (before and before in _CLOSING and after == "s")
        or before == after == "2"
    )


def _may_break(text: _Classes, at: int) -> bool:  # noqa: C901 - a line a rule
    """LB8 to LB31 between two characters with no space between them; True where no rule forbids it."""
    before, after = text.codes[at - 1], text.codes[at]
    if before == "z":  # LB8
        return after not in "KrnNz"
    if after in _NEVER_BEFORE_DIRECTLY and not (before == "C" and after in "A-si"):
        return False
    if before in _NEVER_AFTER_DIRECTLY and not (before == "b" and after == "C"):
        return False
    if before == after == "2":  # LB17
        return False
    if after == "G" and before not in "A-":  # LB12a
        return False
    if "C" in (before, after):  # LB20
        return True
    if before in "A-" and at >= 2 and text.codes[at - 2] == "h":  # LB21a
        return False
    if before == "/" and after == "h":  # LB21b
        return False
    if before in _LETTERS and after in "ah0$%":  # LB23, LB24, LB28
        return False
    if before in "0$%," and after in _LETTERS:  # LB23, LB24, LB29
        return False
    if (before == "$" and after in "IBep") or (before in "IBep" and after == "%"):  # LB23a
        return False
    if _in_number(text, at):  # LB25
        return False
    if before in _HANGUL or after in _HANGUL:  # LB26, LB27
        return not (
            (before == "l" and after in "lvwx")
            or (before in "vw" and after in "vt")
            or (before in "tx" and after == "t")
            or (before in _HANGUL and after == "%")
            or (before == "$" and after in _HANGUL)
        )
    if (before in "ah0" and after == "(") or (before == ")" and after in "ah0"):  # LB30
        return False
    if before == after == "R":  # LB30a: inside a pair of flags
        return not text.flags[at]
    return not (before in "Bp" and after == "e")  # LB30b


def _in_number(text: _Classes, at: int) -> bool:
    """LB25 as regular expressions for numbers have it: prefix, sign, digits and separators, closing, suffix."""
    before, after, number = text.codes[at - 1], text.codes[at], text.number
    if after == "0":
        return before in "0$%(-" or (before in "/," and bool(number[at]))
    if before in "$%" and after in "(-":
        return text.codes[at + 1 : at + 2] == "0"
    if after in "$%":
        return bool(number) and bool(number[at])
    return False
