"""LaTeX, read for its text and structure: nothing is set, counted on paper, read beside the file or executed.

First the source is made plain (:mod:`reader.formats.latex_macros`), then it is read from its beginning to its end: what
is open stands on a stack (:mod:`reader.formats.latex_reading`), and what it means is written as a page. Numbers are
counted as LaTeX does, for what refers to them.
"""

import re
from collections.abc import Iterator

from reader.formats.beginning import MARKED_LENGTH, growing, settled
from reader.formats.builder import Builder
from reader.formats.latex_commands import take
from reader.formats.latex_front import declared_encoding, front_of
from reader.formats.latex_macros import plain_of
from reader.formats.latex_reading import LatexReading
from reader.formats.latex_words import (
    ARGUED,
    CITING,
    DECLARED,
    DIRECTIONS,
    FLOATS,
    FORMULAS,
    INCLUDING,
    LISTS,
    LOOKS,
    NOTES,
    PASSED,
    QUOTES,
    RANKS,
    REFERRING,
    SKIPPED,
    SWITCHES,
    TABLES,
)
from reader.formats.pages import write_page
from reader.formats.raw import Raw
from reader.formats.tex_signs import ACCENTS, TEXT
from reader.model import Direction, Document, NoticeCode, notice_of
from reader.values import replace

LARGEST = 16_000_000
"""Code points that are read as LaTeX."""

KNOWN = frozenset(
    {
        *LOOKS, *DECLARED, *RANKS, *SKIPPED, *PASSED, *DIRECTIONS, *CITING, *REFERRING, *NOTES, *INCLUDING, *TEXT,
        *ACCENTS, *LISTS, *TABLES, *FORMULAS, *FLOATS, *QUOTES, *ARGUED, *SWITCHES, "item", "begin", "end", "label",
        "caption", "title", "author", "date", "maketitle", "par", "newline", "and", "includegraphics", "footnotemark",
        "bibitem", "document", "center", "verse", "frac", "left", "right", "sqrt", "foreignlanguage", "selectlanguage",
        "arraystretch", "multicolumn", "appendix", "frame", "proof", "titlepage", "table", "cite",
    }
    - {"L", "R", "P", "S", "RL", "code", "file", "cmd", "term", "c", "d", "b", "k", "r", "t", "u", "v", "H", "h", "G",
       "U", "o", "O", "l", "i", "j", "list", "text", "foreign", "keyword", "claim", "so", "st", "colon", "dq"}
)  # fmt: skip
"""The commands that keep their meaning, whatever a document makes of it."""
_BEGIN = rb"\begin{document}"
_SECTION = re.compile(rb"^\\(?:part|chapter|(?:sub){0,2}section)\b", re.MULTILINE)


def document_of(raw: Raw) -> Document:
    """The document of LaTeX.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded(declared_encoding(raw.data))
    builder = Builder()
    text = decoded.text
    if len(text) > LARGEST:
        builder.notice(notice_of(NoticeCode.CHARACTERS_CUT, count=LARGEST // 1_000_000))
        text = text[:LARGEST]
    plain = plain_of(text, KNOWN)
    if plain.is_cut:
        builder.notice(notice_of(NoticeCode.NESTED_TOO_DEEP))
    front = front_of(plain.text)
    reading = LatexReading(plain.text, plain.asides, front, take)
    write_page(builder, reading.page())
    meta = replace(
        raw.meta("latex", decoded),
        title=reading.title,
        author="; ".join(reading.authors),
        date=reading.date,
        language=front.language,
    )
    stated = Direction.RTL if front.is_rtl else None
    return builder.document(meta, direction=raw.options.direction, stated=stated)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first, if more than its preamble stands there.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    if not 0 <= raw.data.find(_BEGIN) < MARKED_LENGTH // 4:
        yield document_of(raw)
    else:
        yield from growing(raw, document_of, before=_SECTION, kept=settled)
