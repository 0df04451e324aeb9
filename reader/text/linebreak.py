"""Where lines may break: UAX#14, revision of Unicode 15.0.

Numbers are kept together as in example 7 of its section 8.2, as the official test has it.

Units: code-point offsets in the text; a break at offset ``i`` stands before the character ``i``.

The text becomes a string of class letters (LB1 applied). Between words, which is nearly everywhere, the answer is the
same: a line may break behind the spaces, and nowhere else. So that is marked at once, signs of the commonest kinds
being taken for letters where they are attached to words as those are; at the signs that are left the rules are asked.
Marks on letters and digits count as these (LB9); where others stand, marks are taken out with what they attach to, and
what is left over becomes letters (LB10).
"""

import re
from functools import cached_property

from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.text.properties import LINE_BREAK

_ATTACHED = lazy_pattern(r"(?<=[^KrnN z])[MZ]+")
_MARKS_IN_PASSING = 3
"""Marks on one letter that are made its like by plain replacement."""

_WORDLIKE = lazy_pattern(
    r"""
    [,!})"(] (?:
        (?<=[ah0][,!})"]) (?=\ [ah0]|\ ?\Z)  # closes a word: LB13, LB19 before it, LB18 behind the space
      | (?<=[ah0]\ [("]) (?=[ah0])           # opens one: LB18 before it, LB14, LB19 behind it
      | (?<=[ah0]") (?=[ah0])                # LB19
      | (?<=0,) (?=0)                        # LB25
    )
    """,
    re.VERBOSE,
)
"""Signs with the breaks about them that a letter in their place would have."""

_COMMONEST = [(f"a{sign} a", "aa a") for sign in ',)!"'] + [(f"a {sign}a", "a aa") for sign in '("']
"""Those of them that prose is full of, for plain replacement."""

_SIGNS = lazy_pattern("[^ah0 ]+")
_AFTER_SPACE = bytes(int(code == 1) for code in range(256))
_NUMBER = lazy_pattern(r"0[0/,]*[})\]]?")
_FLAGS = lazy_pattern("RR")

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


class BreakMarks(NamedTuple):
    """The same as a map: 1 at every offset where a line may break, and the list of those where it must."""

    allowed: bytearray
    mandatory: list[int]


class _Classes:
    """A text as its classes, and what some rules want to know of more than two of them."""

    def __init__(self, codes: str) -> None:
        self.codes = codes

    @cached_property
    def number(self) -> bytes:
        """1 at offsets inside numbers, ends included (LB25)."""
        return _marked(_NUMBER, self.codes, 1)

    @cached_property
    def flags(self) -> bytes:
        """1 at offsets inside pairs of flags (LB30a)."""
        return _marked(_FLAGS, self.codes, 0)


def opportunities(text: str) -> LineBreaks:
    """The break opportunities inside a text, in order."""
    found = break_marks(LINE_BREAK.of(text))
    return LineBreaks([at for at, allowed in enumerate(found.allowed) if allowed], found.mandatory)


def break_marks(codes: str) -> BreakMarks:
    """The break opportunities of a text whose class letters are given."""
    plain = codes
    for letter in "ah0" * _MARKS_IN_PASSING:
        if "M" not in plain:
            break
        plain = plain.replace(letter + "M", letter + letter)
    if "M" not in plain and "Z" not in plain:
        return _break_marks(plain)
    # LB9: marks belong to what stands before them; LB10 makes letters of those that are left.
    spans = _kept_spans(codes)
    compact = "".join([codes[a:b] for a, b in spans]).replace("M", "a").replace("Z", "a")
    found = _break_marks(compact)
    allowed = bytearray(len(codes))
    mandatory = set(found.mandatory)
    kept_mandatory = []
    first = 0
    for start, end in spans:
        allowed[start:end] = found.allowed[first : first + end - start]
        if mandatory:
            kept_mandatory += [at for at in range(start, end) if at - start + first in mandatory]
        first += end - start
    at = codes.find("Z")
    while 0 <= at < len(codes) - 1:  # LB8a
        allowed[at + 1] = 0
        at = codes.find("Z", at + 1)
    return BreakMarks(allowed, kept_mandatory)


def _kept_spans(codes: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for match in _ATTACHED.finditer(codes):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(codes)))
    return spans


def _break_marks(codes: str) -> BreakMarks:
    """The breaks of a text without marks."""
    words = codes
    for sign, letter in _COMMONEST:
        words = words.replace(sign, letter)
    words = _WORDLIKE.sub("a", words)
    marked = words.replace(" a", " \1").replace(" 0", " \1")
    if "h" in marked:
        marked = marked.replace(" h", " \1")
    found = BreakMarks(bytearray(marked, "latin-1").translate(_AFTER_SPACE), [])
    text = _Classes(codes)
    for match in _SIGNS.finditer(words):
        start, end = match.span()
        if start:
            _break_before(text, start, found)
        for at in range(start + 1, end):
            _break_directly(text, at, found)
        if end == len(codes):
            break
        if codes[end] != " " or codes[end - 1] in "KrnN":
            _break_directly(text, end, found)
        if codes[end] != " ":
            continue
        word = end + 1
        while word < len(codes) and codes[word] == " ":
            word += 1
        if word < len(codes) and codes[word] in "ah0":
            found.allowed[word] = _may_break_after_space(codes[end - 1].strip("KrnN"), codes[word])
    return found


def _break_before(text: _Classes, at: int, found: BreakMarks) -> None:
    """The break before a sign, spaces or not."""
    codes = text.codes
    if codes[at - 1] != " ":
        _break_directly(text, at, found)
        return
    before = at - 1
    while before and codes[before - 1] == " ":
        before -= 1
    found.allowed[at] = _may_break_after_space(codes[before - 1].strip("KrnN") if before else "", codes[at])


def _break_directly(text: _Classes, at: int, found: BreakMarks) -> None:
    """The break at an offset before which no space stands."""
    before = text.codes[at - 1]
    if before in "KrnN":
        if before != "r" or text.codes[at] != "n":  # LB4, LB5
            found.mandatory.append(at)
            found.allowed[at] = 1
    elif _may_break(text, at):
        found.allowed[at] = 1


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
    before, after = text.codes[at - 1], text.codes[at]
    if after == "0":
        return before in "0$%(-" or (before in "/," and bool(text.number[at]))
    if before in "$%" and after in "(-":
        return text.codes[at + 1 : at + 2] == "0"
    if after in "$%":
        return bool(text.number[at])
    return False
