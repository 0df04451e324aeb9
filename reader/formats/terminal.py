"""The output of a command: lines as they stand, with the looks and links it gave them.

Units: code points. The text is the decoded bytes without the sequences that are understood: SGR
(:mod:`reader.formats.sgr`), overstrike (:mod:`reader.formats.overstrike`), hyperlinks (``OSC 8``), and erasing to the
end of a line, which means nothing on a page. Every other control, an unfinished sequence as well, stays in the text and
is shown as a symbol. Reading takes time and memory that grow with the input alone, whatever it holds.

Lines are gathered into blocks of one direction, so that a screen of a large output costs a screen. Sections are those
of man pages, the commits of a log, the files of a diff.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Self

from reader.formats.beginning import growing
from reader.formats.overstrike import BACKSPACE, Struck, StruckLine
from reader.formats.printed_sections import printed_sections
from reader.formats.raw import Raw, file_name
from reader.formats.sgr import look_after
from reader.formats.warnings import notices_of
from reader.formats.windows import TextWindow
from reader.model import (
    Attributes,
    Block,
    BlockKind,
    Blocks,
    Direction,
    Document,
    Look,
    Mark,
    Source,
    Span,
    Text,
    range_of,
)
from reader.model.looks import PLAIN_LOOK
from reader.named_tuples import NamedTuple
from reader.text.bidi import classes_of
from reader.text.direction import SAMPLE, base_level, document_level
from reader.text.language import language_of
from reader.values import dataclass, replace

LINES = 100
SPANS = 2000
"""Lines and spans of a block at most."""

LONGEST_LINK = 4096

_STRONG = re.compile("[LRA]")

_LOOK = r"\x1b\[(?P<look>[0-9;:]*+)m"
_LINK = rf"\x1b\]8;[^\x00-\x1f\x7f;]*+;(?P<link>[^\x00-\x1f\x7f]{{0,{LONGEST_LINK}}}+)(?:\x07|\x1b\\)"
_ERASED = r"(?P<erased>\x1b\[0?K)"
_SEQUENCE = re.compile(f"{_LOOK}|{_LINK}|{_ERASED}")
_STRUCK = re.compile(f"{_LOOK}|{_LINK}|{_ERASED}|(?P<back>{BACKSPACE}+)")


def document_of(raw: Raw) -> Document:
    """The document of what a command printed.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    printed = printed_text(decoded.text)
    direction = raw.options.direction
    fixed = None if direction == "auto" else Direction.RTL if direction == "rtl" else Direction.LTR
    whole = fixed or _direction_of_most(printed.text)
    blocks = Blocks(tuple(_blocks(printed, whole, fixed)))
    meta = raw.meta("terminal", decoded)
    title, root = printed_sections(printed.text, printed.bold)
    meta = replace(
        meta,
        title=title or file_name(meta),
        language=language_of(printed.text),
        notices=(*meta.notices, *notices_of(printed.text)),
    )
    return Document(Text(printed.text), blocks, root, whole, meta)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of)


@dataclass(frozen=True, slots=True)
class PrintedParser:
    """The parser of lines without looks and links.

    Attributes:
        whole: The direction of all of it.
        fixed: Every line's, where it was asked for.
    """

    whole: Direction
    fixed: Direction | None

    def parsed(self, window: TextWindow) -> tuple[list[Block], Self]:
        """The blocks of a window."""
        found = _blocks(Printed(window.text, []), self.whole, self.fixed)
        return [
            replace(
                block,
                range=range_of(window.start + block.range.start, window.start + block.range.end),
                source=Source("", window.line - 1 + block.source.line),
            )
            for block in found
        ], self


class _Stretch(NamedTuple):
    """A stretch of one look and one link."""

    start: int
    end: int
    look: Look
    link: str


class Printed(NamedTuple):
    """The text, and where it does not look as text does by itself, in order."""

    text: str
    stretches: list[_Stretch]

    def bold(self, start: int, end: int) -> bool:
        """Whether all of a stretch is bold, but for white space, which is not overstruck."""
        at = bisect_right(self.stretches, start, key=_end_of)
        while start < end:
            stretch = self.stretches[at] if at < len(self.stretches) else None
            bold_from = stretch.start if stretch and stretch.look.attributes & Attributes.BOLD else end
            if self.text[start : min(bold_from, end)].strip():
                return False
            start, at = (stretch.end if stretch else end), at + 1
        return True


def _end_of(stretch: _Stretch) -> int:
    return stretch.end


class _Printing:
    """A text under way: what has been printed, and the look and the link that what follows will have."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._stretches: list[_Stretch] = []
        self._length = 0
        self._look, self._link = PLAIN_LOOK, ""

    def printed(self) -> Printed:
        """The output as far as it has come."""
        return Printed("".join(self._pieces), self._stretches)

    def plain(self, text: str) -> None:
        """Print text without backspaces."""
        at = 0
        for sequence in _SEQUENCE.finditer(text):
            self._put(text[at : sequence.start()], self._look, self._link)
            self._obey(sequence)
            at = sequence.end()
        self._put(text[at:], self._look, self._link)

    def struck(self, line: str) -> None:
        """Print a line that has some."""
        printing, at = StruckLine(), 0
        for sequence in _STRUCK.finditer(line):
            printing.write(line[at : sequence.start()], self._look, self._link)
            if back := sequence["back"]:
                printing.back(len(back))
            else:
                self._obey(sequence)
            at = sequence.end()
        printing.write(line[at:], self._look, self._link)
        for (look, link), cells in groupby(printing.cells, key=_shown):
            self._put("".join(cell.text for cell in cells), look, link)

    def _obey(self, sequence: re.Match[str]) -> None:
        if (parameters := sequence["look"]) is not None:
            self._look = look_after(self._look, parameters)
        elif (link := sequence["link"]) is not None:
            self._link = link

    def _put(self, text: str, look: Look, link: str) -> None:
        if not text:
            return
        start, self._length = self._length, self._length + len(text)
        self._pieces.append(text)
        if look == PLAIN_LOOK and not link:
            return
        last = self._stretches[-1] if self._stretches else None
        if last and last.end == start and (last.look, last.link) == (look, link):
            self._stretches[-1] = last._replace(end=self._length)
        else:
            self._stretches.append(_Stretch(start, self._length, look, link))


def _shown(cell: Struck) -> tuple[Look, str]:
    return cell.look, cell.link


def printed_text(text: str) -> Printed:
    """The text a stream with sequences shows."""
    printing = _Printing()
    if BACKSPACE not in text:
        printing.plain(text)
        return printing.printed()
    for line in text.splitlines(keepends=True):
        if BACKSPACE in line:
            printing.struck(line)
        else:
            printing.plain(line)
    return printing.printed()


def _blocks(printed: Printed, whole: Direction, fixed: Direction | None) -> Iterator[Block]:
    """Blocks of lines of one direction; a line without letters goes with the one before it."""
    text, spans = printed.text, _Spans(printed.stretches)
    start = line = at = 0
    direction = fixed or whole
    end = len(text.rstrip("\n"))
    first, lines = True, 0
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        own = fixed or _direction(text[at:stop], direction)
        if not first and (own is not direction or lines == LINES or spans.count(start, at) >= SPANS):
            yield _block(start, at - 1, direction, line - lines, spans)
            start, lines = at, 0
        direction, first = own, False
        line, lines, at = line + 1, lines + 1, stop + 1
    if start < end:
        yield _block(start, end, direction, line - lines, spans)


def _direction_of_most(text: str) -> Direction:
    """The way most lines with letters run: a difference between two texts is lines of its own around theirs.

    Right-to-left prose that begins with a Latin word counts for neither. Where neither way has more, the words tell.
    """
    lines = [line for line in text[:SAMPLE].splitlines() if any(map(str.isalpha, line))]
    right = sum(_direction(line, Direction.LTR).is_rtl for line in lines)
    left = sum(not _direction(line, Direction.RTL).is_rtl for line in lines)
    rtl = document_level(text) if right == left else right > left
    return Direction.RTL if rtl else Direction.LTR


def _direction(line: str, before: Direction) -> Direction:
    """The way a line runs: that of its first letter, so that columns stay where they were set.

    A line of right-to-left prose that happens to begin with a Latin word follows the one before it.
    """
    if line.isascii():
        return Direction.LTR if any(map(str.isalpha, line)) else before
    first = _STRONG.search(classes_of(line))
    if first is None:
        return before
    if first[0] != "L" or (before.is_rtl and base_level(line, 1)):
        return Direction.RTL
    return Direction.LTR


def _block(start: int, end: int, direction: Direction, line: int, spans: "_Spans") -> Block:
    return Block(
        BlockKind.CODE,
        range_of(start, end),
        direction,
        spans=tuple(spans.within(start, end)),
        source=Source("", line + 1),
    )


class _Spans:
    """The stretches as a block's spans."""

    def __init__(self, stretches: Sequence[_Stretch]) -> None:
        self._stretches = stretches
        self._starts = [stretch.start for stretch in stretches]

    def count(self, start: int, end: int) -> int:
        """How many begin in a range."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Those of a range, cut to it."""
        at = max(0, bisect_left(self._starts, start) - 1)
        for stretch in self._stretches[at : bisect_left(self._starts, end)]:
            part = range_of(max(start, stretch.start), min(end, stretch.end))
            if part.start >= part.end:
                continue
            if stretch.link:
                yield Span(part, Mark.LINK, stretch.link)
            if stretch.look != PLAIN_LOOK:
                yield Span(part, Mark.LOOK, stretch.look.target)
