"""The documents most tests read, and finding one's way in them by what they say."""

from pathlib import Path

from reader.formats import open_document, parse_text
from reader.model import Document, Pos, Range, range_of

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "llama-one-billion-downloads.ar.txt"

ENGLISH = """The quiet terminal

A terminal is a grid of cells. It has two colours at least, and a cursor that blinks when nobody asked it to.

What it cannot do

It cannot join letters. Most of them never try, and a reader of Arabic (العربية) learns to read backwards.

What it can do

It can be fast! It can be reached from anywhere, over a line that carries 300 bytes a second. It can stay out of the
way.
"""


def article() -> Document:
    """The seed article."""
    return open_document(SEED)


def english() -> Document:
    """A short left-to-right document with an Arabic word in it."""
    return parse_text(ENGLISH)


def find(document: Document, needle: str, nth: int = 0) -> Range:
    """Where a text says something, the first time or a later one."""
    text = document.slice(document.range)
    at = -1
    for _ in range(nth + 1):
        at = text.index(needle, at + 1)
    return range_of(at, at + len(needle))


def pos_of(document: Document, needle: str, nth: int = 0) -> Pos:
    """The position before a needle."""
    return find(document, needle, nth).start
