"""The blocks of plain text: what its beginning tells of all of it, and the paragraphs, items and headings by that.

Units: ``Pos`` in the document text. A parser goes from window to window (:mod:`reader.formats.windows`): whether a line
is a heading is known when the two after it have been read.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Self

from reader.formats.hard_wrap import SAMPLE, Edge, edge_of, joined
from reader.formats.line_shapes import LineKind, LineSegment, SourceLine, groups, segments
from reader.formats.verse_shapes import rhymed, stanzas
from reader.formats.windows import TextWindow
from reader.model import Block, BlockKind, Direction, Range, Source, range_of
from reader.named_tuples import NamedTuple
from reader.text.direction import base_level
from reader.text.patterns import lazy_pattern
from reader.values import dataclass, replace

HEADING_LONGEST = 100
"""Characters a heading has at most."""

HEADING_WORDS = 16

_SENTENCE_END = lazy_pattern(r"[.!?؟…۔。:;؛،,]+[\"'”’»›)\]}\s\u200e\u200f]*$")
_LETTER = lazy_pattern(r"[^\W\d_]")
_NOT_HEADING = lazy_pattern(r"^\s*(?:[-*•–—▪◦·>|]\s|\S+[:=]\s*\S+$|https?://|[\[{<(]|\d+[-/:.]\d+)|[{};\\|<>=]\s*$|\t")
_NUMBERED = lazy_pattern(
    r"^\s*(?:(?:chapter|part|section|appendix|book|الفصل|الباب|القسم|الجزء|المبحث|فصل|باب|بخش|פרק|חלק|שער)\s+\S+|[0-9٠-٩۰-۹]+(?:[.٫-][0-9٠-٩۰-۹]+)+\.?\s+\S)",
    re.IGNORECASE,
)
INDENT = 4
"""Cells an item is set in by for each level it lies inside others."""

DEEPEST = 8

_KINDS = {
    LineKind.PROSE: BlockKind.PARAGRAPH,
    LineKind.ITEM: BlockKind.LIST_ITEM,
    LineKind.RECORD: BlockKind.LIST_ITEM,
    LineKind.COLUMN: BlockKind.CODE,
}

_FEW = 20
"""Parts that tell nothing yet of how long lines are."""

_AHEAD = 2
"""Parts behind a heading that it is told by."""


class _Part(NamedTuple):
    """A part that becomes a block, and the level of one that is an item."""

    range: Range
    kind: BlockKind
    depth: int = 0


class _Candidate(NamedTuple):
    """A block of which it is not known yet whether it is a heading.

    Attributes:
        block: As it is if it is none.
        short: Whether it could be one by its words.
        numbered: Whether it begins with a number, as headings do.
        runs: Whether it is running text: long, or a sentence.
        apart: Whether an empty line parts it from the one before.
    """

    block: Block
    short: bool
    numbered: bool
    runs: bool
    apart: bool

    def is_heading(self, shape: "_Shape") -> bool:
        """Whether it could be one by itself."""
        is_short = self.short and self.block.kind is BlockKind.PARAGRAPH
        return is_short and (self.numbered or not shape.numbered)


class _Shape(NamedTuple):
    """The shape of a text, as its beginning tells it.

    Attributes:
        edge: The right edge its lines were broken at.
        numbered: Whether most lines are short (verse, a list, a log, code), so that only numbered ones are headings.
    """

    edge: Edge | None
    numbered: bool


@dataclass(frozen=True, slots=True)
class PlainParser:
    """The parser of plain text.

    Attributes:
        level: The base level of the text as a whole.
        fixed: Whether that is every block's.
        shape: What the beginning told, once there was enough of it.
        begun: Whether a block has come.
        titled: Whether the first one is the text's title.
        follows_heading: Whether the block before could be a heading.
        line_ends: How many line ends stand behind the last part.
        waiting: Parts that wait for the next.
    """

    level: int
    fixed: bool
    shape: _Shape | None = None
    begun: bool = False
    titled: bool = False
    follows_heading: bool = False
    line_ends: int = 0
    waiting: tuple[_Candidate, ...] = ()

    def parsed(self, window: TextWindow) -> tuple[list[Block], Self]:
        """The blocks known after a window."""
        verse = stanzas(window.text)
        edge = self.shape.edge if self.shape else edge_of(_first_segments(window.text, verse))
        found, line_ends = self._candidates(window, verse, edge)
        known = [*self.waiting, *found]
        if not self.shape and len(known) < _FEW and not window.last:
            return [], replace(self, line_ends=line_ends, waiting=tuple(known))
        shape = self.shape or _Shape(edge, sum(one.runs for one in known) < sum(one.short for one in known) - 1)
        chosen = [one.is_heading(shape) for one in known]
        if window.last and chosen:
            chosen[-1] = False
        end = len(known) if window.last else max(0, len(known) - _AHEAD)
        blocks: list[Block] = []
        begun, titled, before = self.begun, self.titled, self.follows_heading
        for index in range(end):
            block = known[index].block
            # Of headings that follow each other without text between, only what could be one over a heading stays.
            over_text = chosen[index] and not (chosen[index + 1] and chosen[index + 2])
            if over_text and (not begun or known[index].apart or before):
                titled = titled or not begun
                block = replace(block, kind=BlockKind.HEADING, depth=2 if titled and begun else 1)
            blocks.append(block)
            begun, before = True, chosen[index]
        following = replace(
            self,
            shape=shape,
            begun=begun,
            titled=titled,
            follows_heading=before,
            line_ends=line_ends,
            waiting=tuple(known[end:]),
        )
        return blocks, following

    def _candidates(self, window: TextWindow, verse: list[Range], edge: Edge | None) -> tuple[list[_Candidate], int]:
        """The parts of a window, and how many line ends stand behind the last."""
        text, line = window.text, window.line
        found: list[_Candidate] = []
        at, line_ends = 0, self.line_ends
        for part in _parts(text, verse, edge):
            content = text[part.range.start : part.range.end]
            between = text.count("\n", at, part.range.start)
            line += between
            own = self.level if self.fixed else base_level(content, self.level)
            found.append(
                _Candidate(
                    Block(
                        part.kind,
                        range_of(window.start + part.range.start, window.start + part.range.end),
                        Direction.RTL if own else Direction.LTR,
                        part.depth,
                        source=Source("", line),
                    ),
                    short := _could_be_heading(content),
                    short and bool(_NUMBERED.search(content)),
                    part.range.length > HEADING_LONGEST or _ends_sentence(content),
                    line_ends + between > 1,
                )
            )
            line += text.count("\n", part.range.start, part.range.end)
            at, line_ends = part.range.end, 0
        return found, line_ends + text.count("\n", at)


def _parts(text: str, verse: list[Range], edge: Edge | None) -> Iterator[_Part]:
    """The parts of a text; ``verse`` are those of its lines of two hemistichs."""
    at = 0
    for stanza in (*verse, range_of(len(text), len(text))):
        for group in groups(text, at, stanza.start):
            yield from _parts_of_group(group, edge)
        if stanza.length:
            yield _Part(stanza, BlockKind.VERSE)
        at = stanza.end


def _parts_of_group(group: Sequence[SourceLine], edge: Edge | None) -> Iterator[_Part]:
    cut = list(segments(group, edge.broken) if edge else segments(group))
    if all(len(segment.lines) == 1 or segment.kind is LineKind.PROSE for segment in cut) and rhymed(
        [line.text for line in group]
    ):
        yield from (_Part(range_of(line.start, line.end), BlockKind.VERSE) for line in group)
        return
    for segment in cut:
        for first, last in joined(segment, edge):
            start = first.row if segment.kind is LineKind.COLUMN else first.start
            depth = first.indent // INDENT if segment.kind is LineKind.ITEM else 0
            yield _Part(range_of(start, last.end), _KINDS[segment.kind], min(depth, DEEPEST))


def _first_segments(text: str, verse: list[Range]) -> list[LineSegment]:
    """The segments at the beginning of a text: enough of them to tell how its lines were broken."""
    found: list[LineSegment] = []
    at = lines = 0
    for stanza in (*verse, range_of(len(text), len(text))):
        for group in groups(text, at, stanza.start):
            found += segments(group)
            lines += len(group)
            if lines >= SAMPLE:
                return found
        at = stanza.end
    return found


def _could_be_heading(content: str) -> bool:
    if len(content) > HEADING_LONGEST or "\n" in content or len(content.split()) > HEADING_WORDS:
        return False
    if not _LETTER.search(content) or _NOT_HEADING.search(content):
        return False
    return not _SENTENCE_END.search(content)


def _ends_sentence(content: str) -> bool:
    return bool(_SENTENCE_END.search(content)) and len(content.split()) > 3
