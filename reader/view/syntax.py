"""Code coloured by what its parts are: keywords, texts, remarks, numbers, names.

The lexers are Pygments', loaded when the first code is shown. Colours go by the code's characters in logical order,
so that they are right however a line is laid out. A file is read from its start as far as it is shown; what is far
from there, and lines too long for a person, cost nothing.

Units: code points of the document.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from reader.model import Block, BlockKind, Document, Mark, Range
from reader.text.patterns import lazy_pattern
from reader.view.styled import StyledSpan, TextRole

if TYPE_CHECKING:
    from pygments.lexer import Lexer

FARTHEST = 200_000
"""Code points of a file that are read at once; what is farther on is coloured from its block's start."""

LONGEST_LINE = 2000
"""Code points of a line of code that somebody wrote; longer ones are not read."""

_LONG = lazy_pattern(rf"[^\n]{{{LONGEST_LINE}}}")

_Token = Any
"""One of Pygments' token types, whose names lead from the general to the particular."""

_ROLES = (
    (("Comment",), TextRole.CODE_REMARK),
    (("Keyword",), TextRole.CODE_WORD),
    (("Operator", "Word"), TextRole.CODE_WORD),
    (("Literal", "String"), TextRole.CODE_STRING),
    (("Literal", "Number"), TextRole.CODE_NUMBER),
    (("Literal",), TextRole.CODE_STRING),
    (("Name", "Function"), TextRole.CODE_NAME),
    (("Name", "Class"), TextRole.CODE_NAME),
    (("Name", "Builtin"), TextRole.CODE_NAME),
    (("Name", "Tag"), TextRole.CODE_WORD),
    (("Name", "Attribute"), TextRole.CODE_NAME),
    (("Name", "Decorator"), TextRole.CODE_NAME),
    (("Generic", "Heading"), TextRole.CODE_WORD),
    (("Generic", "Subheading"), TextRole.CODE_NAME),
    (("Generic", "Inserted"), TextRole.CODE_STRING),
    (("Generic", "Deleted"), TextRole.CODE_NUMBER),
)


def syntax_name(block: Block) -> str:
    """The programming language that a document says a block of code is in; "" for none."""
    if block.kind is not BlockKind.CODE:
        return ""
    return next((span.target for span in block.spans if span.mark is Mark.SYNTAX), "")


def is_listing(document: Document) -> bool:
    """Whether the document is a file of code, so that code in it stands apart from nothing."""
    return document.meta.format == "code"


def syntax_spans(document: Document, block: Block, part: Range) -> tuple[StyledSpan, ...] | None:
    """The parts of a stretch of code; None where nothing is known of its language."""
    if block.kind is not BlockKind.CODE or document.is_printed:
        return None
    start = block.range.start
    if is_listing(document):
        listing = _listing(document)
        if listing is None:
            return None
        if listing.reaches(part.end):
            return listing.spans(part)
        lexer = listing.lexer
    else:
        lexer = _lexer_named(syntax_name(block))
        if lexer is None:
            return None
    spans = _colours(document.slice(block.range), lexer)
    first = bisect_left(spans, part.start - start, key=_end_of)
    last = bisect_left(spans, part.end - start, lo=first, key=_start_of)
    return tuple([span._replace(start=span.start + start, end=span.end + start) for span in spans[first:last]])


_start_of, _end_of = itemgetter(0), itemgetter(1)


class _Listing:
    """The colours of a whole file, as far as they have been asked for.

    Attributes:
        lexer: What reads it.
    """

    def __init__(self, text: str, lexer: "Lexer") -> None:
        self.lexer = lexer
        self._spans: list[StyledSpan] = []
        self._ends: list[int] = []
        self._reached = 0
        self._coming = iter(()) if _LONG.search(text) else _spans_of(text, lexer)

    def reaches(self, end: int) -> bool:
        """Whether it is near enough to be read on to there."""
        return end - self._reached <= FARTHEST

    def spans(self, part: Range) -> tuple[StyledSpan, ...]:
        """Those of a stretch."""
        while self._reached < part.end:
            span = next(self._coming, None)
            if span is None:
                self._reached = part.end
                break
            self._reached = span.start
            self._spans.append(span)
            self._ends.append(span.end)
        found = []
        for span in self._spans[bisect_left(self._ends, part.start) :]:
            if span.start >= part.end:
                break
            found.append(span)
        return tuple(found)


@lru_cache(maxsize=2)
def _listing(document: Document) -> _Listing | None:
    lexer = _lexer_of_file(document.meta.path.rpartition("/")[2])
    return _Listing(document.slice(document.range), lexer) if lexer else None


@lru_cache(maxsize=64)
def _colours(text: str, lexer: "Lexer") -> tuple[StyledSpan, ...]:
    return () if _LONG.search(text) or len(text) > FARTHEST else tuple(sorted(_spans_of(text, lexer)))


def _spans_of(text: str, lexer: "Lexer") -> Iterator[StyledSpan]:
    for start, token, value in lexer.get_tokens_unprocessed(text):
        if role := _role_of(token):
            yield StyledSpan(start, start + len(value), role)


def _role_of(token: _Token) -> TextRole | None:
    return next((role for names, role in _ROLES if token[: len(names)] == names), None)


@lru_cache(maxsize=64)
def _lexer_named(name: str) -> "Lexer | None":
    if not name:
        return None
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(name)
    except ClassNotFound:
        return None


@lru_cache(maxsize=16)
def _lexer_of_file(name: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_for_filename
    from pygments.util import ClassNotFound

    try:
        return get_lexer_for_filename(name)
    except ClassNotFound:
        return None
