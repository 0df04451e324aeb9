"""OpenITI mARkdown: headings, paragraphs, verse and the pages of the printed edition.

Source: the mARkdown scheme of the Open Islamicate Texts Initiative. A page's marker stands at its end; a block's source
is the page it begins on (part ``v.1 p.23``) and its line in the file. Milestones and marks of annotation are not shown.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from reader.formats.beginning import growing
from reader.formats.builder import Builder
from reader.formats.raw import Raw
from reader.model import BlockKind, Document, Metadata, Source
from reader.text.patterns import lazy_pattern
from reader.values import replace

MAGIC = "######OpenITI#"

_HEADER_END = "#META#Header#End#"
_META = lazy_pattern(r"^#(?:META|NewRec)#\s*(?:[\d.]+)?([^\n:]{1,60}?)\s*:+[ \t]*(.*?)\s*$", re.MULTILINE)
_TITLES = ("booktitle", "الكتاب", "كتاب", "اسمالكتاب", "عنوانالكتاب", "العنوان", "title", "bkname", "bk")
_AUTHORS = (
    "authorname", "المؤلف", "مؤلف", "اسمالمؤلف", "author", "authorakanames", "authinf", "auth",
)  # fmt: skip
_PUBLISHERS = ("edpublisher", "الناشر", "ناشر", "publisher")
_DATES = ("edyear", "سنةالنشر", "تاريخالنشر", "publicationdate", "date")
"""Headers that name the date in the collections the corpus is made of, the fullest first."""

_NOTHING = frozenset(("nodata", "notgiven", "nocode", "noref", ""))
_PAGE = lazy_pattern(r"PageV([^P\s]{1,9})P(\d{1,9})[A-Z]?")
_HIDDEN = lazy_pattern(
    r"""Page(?:Beg|End)?V[^P\s]{1,9}P\d+[A-Z]?   # pages
    | \b(?:ms[A-Z]?|Milestone)\d+\b    # milestones
    | ^\#+\s*ENDNOTES\#?              # where the notes of the edition begin
    | \[?@[A-Z]{1,10}@\]?               # parts of a tradition, notes, quotations
    | @[A-Z]{1,10}\d{1,6}[A-Z]?(?!\w)   # names: people, places, years
    | \#\$\#[A-Z]{1,10}\d{0,3}          # descriptions of administrative units
    | \$RWY\$ | \|(?:PARATEXT|EDITOR)\|
    """,
    re.VERBOSE,
)
_LINE = lazy_pattern(rb"^#", re.MULTILINE)
_HEADING = lazy_pattern(
    r"^### (?:\[?(?:AUTO|CHECK)\]?\s*)*(\|+|\$[A-Z_]+\$|\$+|@?)\s*(?:\[?(?:RAW|AUTO|CHECK)\]?(?![A-Za-z])\s*)*(.*)$"
)
_LABEL = lazy_pattern(r"^(?:PARATEXT|EDITOR)\|\s*")
_HEMISTICHS = lazy_pattern(r"\s*%~?%\s*|\s*%\s+%\s*")
_NOT_IN_NAMES = lazy_pattern(r"[\s_#.-]+")
_DEEPEST = 6
_LONGEST_HEADING = 120


def document_of(raw: Raw) -> Document:
    """The document of a text.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    header, found, body = decoded.text.partition(_HEADER_END)
    if not found:  # the header's lines, wherever they stand
        body = decoded.text.removeprefix(MAGIC)
        header, body = body, _META.sub("", body)
    pages = [(match.start(), f"v.{match[1].lstrip('0') or '0'} p.{int(match[2])}") for match in _PAGE.finditer(body)]
    starts = [start for start, _ in pages]
    builder = Builder()
    writer = _Writer(builder)
    at, number = 0, header.count("\n") + 1
    for line in body.split("\n"):
        page = bisect_left(starts, at)
        writer.write(line, Source(pages[page][1] if page < len(pages) else "", number))
        at += len(line) + 1
        number += 1
    return builder.document(_metadata(header, raw.meta("openiti", decoded)), direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of, before=_LINE)


class _Writer:
    """Writes lines into a builder."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._depth = 1

    def write(self, line: str, source: Source) -> None:
        """One line of the body; a line that begins with ``~~`` goes on with the paragraph before it."""
        builder = self._builder
        heading = _HEADING.match(line)
        text = " ".join(_HIDDEN.sub(" ", line).split())
        if heading:
            self._heading(heading[1], _LABEL.sub("", " ".join(_HIDDEN.sub(" ", heading[2]).split())), source)
        elif line.startswith("~~"):
            builder.text(" " + text.removeprefix("~~"))
        elif _HEMISTICHS.search(text):
            builder.begin_line(BlockKind.VERSE, source=source)
            halves = [half for half in _HEMISTICHS.split(text.removeprefix("#").strip()) if half]
            builder.verbatim("\t".join(halves))
        elif text:
            builder.begin(BlockKind.PARAGRAPH, source=source)
            builder.text(text.removeprefix("#").strip())

    def _heading(self, sign: str, text: str, source: Source) -> None:
        """A heading of as many bars; a biography or an event is one below it where it is no longer than a heading."""
        depth = min(_DEEPEST, len(sign)) if sign.startswith("|") else min(_DEEPEST, self._depth + 1)
        if sign.startswith("|"):
            self._depth = depth
        if len(text) > _LONGEST_HEADING:
            self._builder.begin(BlockKind.PARAGRAPH, source=source)
        else:
            self._builder.begin(BlockKind.HEADING, depth=depth, source=source)
        self._builder.text(text)


def _metadata(header: str, meta: Metadata) -> Metadata:
    said: dict[str, str] = {}
    for name, value in _META.findall(header):
        if value.lower() not in _NOTHING:
            said.setdefault(_NOT_IN_NAMES.sub("", name).lower(), value)
    return replace(
        meta,
        title=_first(said, _TITLES),
        author=_first(said, _AUTHORS),
        publisher=_first(said, _PUBLISHERS),
        date=_first(said, _DATES),
    )


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if name in said), "")
