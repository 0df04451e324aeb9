"""Prose that was broken at a column, as it was before: what its line ends and the white space beside them stand for.

Units: code points.

A line end with the indentation around it is one space, and so are the spaces that fill a line to its edge. Between two
ideographs, which are written without spaces, and behind a hyphen or maqaf inside a word it is nothing.
"""

import re

from reader.text.patterns import lazy_pattern

_IDEOGRAPHS = (
    ("\u2e80", "\u312f"),
    ("\u31a0", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uff60"),
    ("\U00020000", "\U0003ffff"),
)

_RUN = lazy_pattern("[ \t\n]{2,}|\n")
_NO_CELL = "\u200b"
"""ZERO WIDTH SPACE: no cell, and a line may break behind it (UAX#14, LB8)."""

_HYPHENS = "-\u2010\u05be"


def is_ideograph(char: str) -> bool:
    """Whether a character is of a script that is written without spaces in cells of two.

    A line may break on either side of it. "" is none.
    """
    return char >= "\u2e80" and any(first <= char <= last for first, last in _IDEOGRAPHS)


def unwrapped(text: str) -> str:
    """A paragraph in one line."""
    return _RUN.sub(_meant, text) if "\n" in text else text


def unwrapped_in_place(text: str) -> str:
    """The same, every code point where it was: characters without a cell stand for what is not there."""
    if "\n" not in text:
        return text
    return _RUN.sub(lambda run: _meant(run).ljust(len(run[0]), _NO_CELL), text)


def _meant(run: re.Match[str]) -> str:
    """The meaning of a run of white space."""
    text, start, end = run.string, *run.span()
    if "\n" in run[0] and start > 0 and end < len(text):
        before, after = text[start - 1], text[end]
        if is_ideograph(before) and is_ideograph(after):
            return ""
        if before in _HYPHENS and start > 1 and text[start - 2].isalpha() and after.isalpha():
            return ""
    return " "
