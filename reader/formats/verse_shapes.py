"""Verse in plain text: lines of two hemistichs, found by their shape.

Units: code points of the text.

A line of verse falls in two halves (:mod:`reader.text.verse` says where) that are written from right to left, have a
few words each and are about as long as each other, as one metre makes them. A stanza is two such lines or more with
nothing between them; a line by itself is prose with a gap.
"""

import re
from collections.abc import Sequence

from reader.model import Range, range_of
from reader.text.direction import letter_counts
from reader.text.patterns import lazy_pattern
from reader.text.verse import halves_of

FEWEST_LINES = 2

_FEWEST_WORDS, _MOST_WORDS = 2, 12
_LONGER = 1.7
"""How many times the letters of the shorter half the longer one has at most."""

_LINE = lazy_pattern(r"[^\n]+")
_GROUP = lazy_pattern(r"^[^\n]++(?:\n[^\n]++)+", re.MULTILINE)
"""Lines with nothing between them, two or more: a line by itself need not be looked at."""


def stanzas(text: str) -> list[Range]:
    """The stanzas of a text, in order, without white space around them."""
    found: list[Range] = []
    for group in _GROUP.finditer(text):
        run: list[tuple[int, int]] = []
        for line in _LINE.finditer(text, *group.span()):
            if _is_verse(text, *line.span()):
                run.append(line.span())
            else:
                _close(text, run, found)
                run = []
        _close(text, run, found)
    return found


def _close(text: str, run: list[tuple[int, int]], found: list[Range]) -> None:
    if len(run) >= FEWEST_LINES:
        content = text[run[0][0] : run[-1][1]]
        start = run[0][0] + len(content) - len(content.lstrip())
        found.append(range_of(start, start + len(content.strip())))


def _is_verse(text: str, start: int, end: int) -> bool:
    halves = halves_of(text, start, end)
    if halves is None:
        return False
    letters = []
    for half in (text[halves.start : halves.first_end], text[halves.second : end]):
        if not _FEWEST_WORDS <= len(half.split()) <= _MOST_WORDS or any(map(str.isdigit, half)):
            return False
        left, right = letter_counts(half)
        if left:
            return False
        letters.append(right)
    return min(letters) > 0 and max(letters) <= _LONGER * min(letters)


_MARKS = lazy_pattern("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS = lazy_pattern(r"[^\W\d_]+(?=[^\w]*$)")
_RHYMED_SHARE = 0.7
_RHYME = 2


def rhymed(lines: Sequence[str]) -> bool:
    """Whether lines end alike: most as the next one or the one after it does, as no prose does by chance."""
    if len(lines) < FEWEST_LINES * 2:
        return False
    ends = [_rhyme(line) for line in lines]
    alike = sum(
        bool(end) and any(end == ends[other] for other in (i - 2, i - 1, i + 1, i + 2) if 0 <= other < len(ends))
        for i, end in enumerate(ends)
    )
    return alike >= _RHYMED_SHARE * len(lines)


def _rhyme(line: str) -> str:
    """The letters a line's end sounds by: its last ones, without the marks on them."""
    word = _LETTERS.search(_MARKS.sub("", line).casefold())
    return word[0][-_RHYME:] if word else ""
