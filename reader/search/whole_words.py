"""Whether a range is made of whole words.

Units: ``Pos`` in a document. Words are UAX#29's as far as searching asks for them: letters, digits and underscores with
the marks and joiners on them (WB4, WB5, WB8 to WB10, WB13a), and an apostrophe, geresh or gershayim between two letters
(WB6, WB7, WB7b, WB7c). Scripts that part no words (WB999) are taken like the others.
"""

from reader.model import Document, Pos, Range, range_of
from reader.text.patterns import lazy_pattern

_LOOK = 16
"""Code points looked at on each side: more than the marks a letter carries in any text that is read."""

_EXTENSION = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff\u200c\u200d"
)
"""Marks on letters, and joiners."""

_MIDDLE = "'’׳\"״"
_ENDS_IN_WORD = lazy_pattern(rf"[\w{_EXTENSION}]\Z")
"""A word with its marks, as told above."""
_ENDS_IN_MIDDLE = lazy_pattern(rf"[^\W\d_][{_EXTENSION}]*[{_MIDDLE}]\Z")
_STARTS_WITH_WORD = lazy_pattern(r"\w")
_STARTS_WITH_LETTER = lazy_pattern(r"[^\W\d_]")
_STARTS_WITH_MIDDLE = lazy_pattern(rf"[{_MIDDLE}][^\W\d_]")


WORD = lazy_pattern(rf"\w(?:[\w{_EXTENSION}]|[{_MIDDLE}](?=[^\W\d_]))*")

_FAR = 1000
"""Code points after a position in which a word is looked for, and before it in which it may begin."""


def word_from(document: Document, pos: Pos) -> Range | None:
    """The word at a position in its block, else the next one after it; None where there is none nearby."""
    if not document.blocks:
        return None
    block = document.blocks[document.block_index_at(pos)].range
    start = max(block.start, pos - _FAR)
    text = document.slice(range_of(start, max(start, min(block.end, pos + _FAR))))
    word = next((match for match in WORD.finditer(text) if start + match.end() > pos), None)
    return range_of(start + word.start(), start + word.end()) if word else None


def is_whole_words(document: Document, part: Range, block: Range) -> bool:
    """Whether no word goes on over either end of a range in a block; both ends are cluster boundaries."""
    return not any(
        _goes_on(
            document.slice(range_of(max(block.start, pos - _LOOK), pos)),
            document.slice(range_of(pos, min(block.end, pos + _LOOK))),
        )
        for pos in part
    )


def _goes_on(before: str, after: str) -> bool:
    """Whether a word goes on from the end of one text to the start of the next."""
    if _STARTS_WITH_WORD.match(after):
        if _ENDS_IN_WORD.search(before):
            return True
        return bool(_STARTS_WITH_LETTER.match(after) and _ENDS_IN_MIDDLE.search(before))
    return bool(_STARTS_WITH_MIDDLE.match(after) and _ENDS_IN_WORD.search(before))
