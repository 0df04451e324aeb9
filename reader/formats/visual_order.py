"""Text that was stored in the order it is seen, from left to right, and its logical order.

Units: lines of text.

*Hebrew.* Five letters have a form of their own at the end of a word; where those stand at the beginning of words
instead, the text is in visual order. *Arabic* in visual order is stored as presentation forms
(:mod:`reader.formats.repair`).

Lines are turned round as a right-to-left terminal would have shown them: the whole line reversed, and numbers and Latin
words within it turned back (the inverse of UAX#9 L2 for a right-to-left line without embeddings), brackets mirrored
(L4). Marks stay behind their letters where those were painted together; programs that reverse code points put them
before.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from reader.text.graphemes import boundaries
from reader.text.patterns import lazy_pattern

FINALS = "ךםןףץ"

_HEBREW = "\u05d0-\u05ea"
_LETTER = f"{_HEBREW}\u0620-\u064a\u066e-\u06d3\ufb1d-\ufdff\ufe70-\ufefc"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_RIGHT_TO_LEFT = lazy_pattern(f"[{_LETTER}]")
_LOGICAL = lazy_pattern(f"(?<=[{_HEBREW}])[{FINALS}](?![{_HEBREW}])")
_VISUAL = lazy_pattern(f"(?<![{_HEBREW}])[{FINALS}](?=[{_HEBREW}])")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_LEFT_TO_RIGHT = lazy_pattern(
    rf"[A-Za-z{_DIGIT}](?:[^\n{_LETTER}]*[A-Za-z{_DIGIT}])?%?|[-+$€£₪]?\d[\d.,:/]*\d|\d"  # Latin and numbers
)
_LATIN = lazy_pattern("[A-Za-z]")
_NUMBER = lazy_pattern(r"[-+$€£₪]?\d(?:[\d.,:/٫٬]*\d)?[%٪]?")

_MARKS = "\u0591-\u05bd\u05c1\u05c2\u064b-\u0652\u0670"
_MARK_BEFORE = lazy_pattern(rf"(?:^|(?<=\s))[{_MARKS}]", re.MULTILINE)
_MARK_BEHIND = lazy_pattern(rf"[{_MARKS}](?=\s|$)", re.MULTILINE)


def is_visual(text: str) -> bool:
    """Whether Hebrew words end where they should begin."""
    return len(_VISUAL.findall(text)) > len(_LOGICAL.findall(text))


def logical_of(text: str) -> str:
    """The text with every line that holds letters from right to left put in logical order; as long as before."""
    turned = _by_clusters if len(_MARK_BEHIND.findall(text)) >= len(_MARK_BEFORE.findall(text)) else _by_code_points
    lines = text.split("\n")
    return "\n".join([_logical_line(line, turned) if _RIGHT_TO_LEFT.search(line) else line for line in lines])


def _by_code_points(part: str) -> str:
    return part[::-1]


def _by_clusters(part: str) -> str:
    ends = boundaries(part)
    return "".join(reversed([part[start:end] for start, end in pairwise([0, *ends])]))


def _logical_line(line: str, turned: Callable[[str], str]) -> str:
    """One line: runs that read from left to right keep their order, everything else is reversed."""
    pieces: list[str] = []
    at = 0
    for start, end in _runs(line):
        pieces.append(turned(line[at:start]).translate(_MIRRORED))
        pieces.append(line[start:end])
        at = end
    pieces.append(turned(line[at:]).translate(_MIRRORED))
    return "".join(reversed(pieces))


def _runs(line: str) -> list[tuple[int, int]]:
    """Where Latin stretches, with what stands between their words, and numbers are."""
    runs: list[tuple[int, int]] = []
    for match in _LEFT_TO_RIGHT.finditer(line):
        if _LATIN.search(match[0]):
            runs.append(match.span())
        else:
            runs += [(match.start() + m.start(), match.start() + m.end()) for m in _NUMBER.finditer(match[0])]
    return runs
