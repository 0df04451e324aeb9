"""Owns quotations: what stands between quotation marks, as a term of a few words or as a quotation.

A mark that is never closed quotes nothing: a closing mark is looked for only within :data:`LONGEST` characters. The
range is the words without their marks.
"""

import re
from collections.abc import Iterator
from itertools import islice

from reader.facts.extractor import Context, Found
from reader.model import FactKind

LONGEST = 600
"""The longest quotation, in code points."""
TERM_WORDS = 6
"""A quotation of more words than this, or with a stop in it, is no term."""

_PAIRS = {"‘": "’", "’": "‘", "“": "”", "«": "»", "„": "“”", "”": "”“", '"': '"', "'": "'", "‹": "›", "״": "״"}
_OPENING = re.compile("[" + "".join(_PAIRS) + "]")
_MARKS = {opening: re.compile(f"[{opening}{closing}\n]") for opening, closing in _PAIRS.items()}
_MOST_MARKS = 20
"""A quotation that holds more marks of its kind than this is none: an opening mark costs no more than so many steps."""
_DEEPEST = 4
_AMBIGUOUS = "\"'״”"
_STOP = re.compile(r"[.!?؟؛;:]\s|[.!?؟؛;]$|\n")
_LETTER = re.compile(r"[^\W\d_]")


class QuoteExtractor:
    """Quoted terms and quotations."""

    def extract(self, text: str, context: Context) -> Iterator[Found]:
        """Every outermost pair of marks and the words between."""
        del context
        for start, end in quoted(text):
            words = text[start:end]
            long = len(words.split()) > TERM_WORDS or _STOP.search(words) is not None
            yield Found(FactKind.QUOTATION if long else FactKind.QUOTED_TERM, start, end, words)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The ranges inside quotation marks, outermost first, none empty."""
    pos = 0
    while True:
        opening = _OPENING.search(text, pos)
        if opening is None:
            return
        start = opening.end()
        end = _closing(text, start, opening[0]) if _opens(text, opening.start()) else -1
        if end < 0:
            pos = start
            continue
        if _LETTER.search(text, start, end):
            yield start, end
        pos = end + 1


def _opens(text: str, i: int) -> bool:
    """Whether a mark opens: a word follows it, and no letter or digit stands before it, as in a foot or in ג'וב."""
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    joined = before.isalnum() and (text[i] in _AMBIGUOUS or before.isascii())
    return not joined and not after.isspace()


def _closing(text: str, start: int, opening: str) -> int:
    """Where the mark that closes stands, or -1; an inner pair of the same marks is stepped over."""
    closing = _PAIRS[opening]
    depth = 1
    for mark in islice(_MARKS[opening].finditer(text, start, min(len(text), start + LONGEST)), _MOST_MARKS):
        at = mark.start()
        if mark[0] in closing and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum():
            depth -= 1
            if depth == 0:
                return at
        elif mark[0] == opening and opening not in closing and depth < _DEEPEST:
            depth += 1
        elif mark[0] == "\n":
            return -1
    return -1
