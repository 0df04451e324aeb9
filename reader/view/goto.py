"""Where a typed place is: a line of the file, a percentage, or a section by a part of its title."""

import re
from math import ceil

from reader.model import Document, Pos, Range, Section, range_of
from reader.search import folded
from reader.view.titles import titles_of

_SHARE = re.compile(r"(\d+(?:[.,٫]\d+)?)\s*[%٪]")

_LONGEST_NUMBER = 18
"""Digits of a line's number; more mean the last line."""


def place_asked_for(document: Document, asked: str) -> Range | None:
    """The place a user means by "120", "50%", "٥٠٪" or "privacy"; None when there is none.

    Digits of every script count. A line number past the end means the last line.
    """
    asked = asked.strip()
    if not asked or not document.blocks:
        return None
    if match := _SHARE.fullmatch(asked):
        share = min(1.0, float(re.sub("[,٫]", ".", match[1])) / 100)
        pos = Pos(min(ceil(len(document) * share), max(0, len(document) - 1)))
        return Range(pos, pos)
    if asked.isdecimal():
        return _line(document, int(asked) if len(asked) <= _LONGEST_NUMBER else len(document))
    section = section_named(document, asked)
    return section.title if section else None


def is_to_come(document: Document, asked: str) -> bool:
    """Whether a place that was found will be another when more of the document has been read."""
    if document.complete or not asked.strip().isdecimal():
        return not document.complete and bool(_SHARE.fullmatch(asked.strip()))
    return len(asked) > _LONGEST_NUMBER or int(asked) > document.blocks[-1].source.line


def section_named(document: Document, asked: str) -> Section | None:
    """The first section whose title holds some words, spelling and vowel marks aside; None when there is none."""
    wanted = folded(asked)
    if not wanted:
        return None
    number = titles_of(document).first_with(wanted)
    return None if number is None else document.sections[number]


def _line(document: Document, number: int) -> Range:
    """The start of a line of the file, counted from 1; of the block that holds it where its lines are not kept."""
    block = document.blocks[document.blocks.index_at_line(number)]
    pos = block.range.start
    text = document.slice(block.range)
    within = 0
    for _ in range(number - block.source.line):
        end = text.find("\n", within)
        if end < 0:
            break
        within = end + 1
    return range_of(pos + within, pos + within)
