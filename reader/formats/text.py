"""Plain text: blocks, headings and sections found by their shape.

Units: ``Pos`` in the document text, which is the decoded file unchanged.

* *Blocks.* Blank lines part groups of lines. A file whose long lines end at one column is hard-wrapped, and a group is
  a paragraph; in any other file every line is one.
  Lines of verse are never joined: a stanza is one block (:mod:`reader.formats.verse`).
* *Headings.* A heading is a short one-line block that does not end as a sentence does and is followed by text. Lists,
  verse, logs and code have many short lines: where those outnumber the running text, only numbered and underlined
  headings count.
* *Ranks.* A heading at the very start of the document, alone before others, is its title and stands above them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.formats.beginning import growing
from reader.formats.code import blocks_of_lines
from reader.formats.hard_wrap import SAMPLE, Edge, edge_of, joined
from reader.formats.lines import Kind, Line, Segment, groups, segments
from reader.formats.notices import notices_of
from reader.formats.raw import Raw, file_name
from reader.formats.repair import repaired
from reader.formats.sections import section_tree
from reader.formats.verse import rhymed, stanzas
from reader.model import (
    Block,
    BlockKind,
    Blocks,
    Direction,
    Document,
    Metadata,
    NoticeCode,
    Range,
    Source,
    Text,
    notice_of,
    range_of,
)
from reader.text.direction import base_level, document_level
from reader.text.language import language_of
from reader.text.patterns import lazy_pattern

HEADING_LONGEST = 100
"""Characters a heading has at most."""

HEADING_WORDS = 16

MOST_LINES = 1_000_000
"""Lines of a text that are blocks of their own; where there are more, all are shown as they stand."""

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
    Kind.PROSE: BlockKind.PARAGRAPH,
    Kind.ITEM: BlockKind.LIST_ITEM,
    Kind.RECORD: BlockKind.LIST_ITEM,
    Kind.COLUMN: BlockKind.CODE,
}


def document_of(raw: Raw) -> Document:
    """The document of a plain text's bytes.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    text = raw.decoded()
    content = repaired(text.text) if raw.options.repair else text.text
    return parse_text(content, direction=raw.options.direction, meta=raw.meta("text", text))


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of)


def parse_text(text: str, *, direction: str = "auto", meta: Metadata = Metadata()) -> Document:
    """The document of a plain text.

    Args:
        text: The decoded text, line feeds for line ends.
        direction: "ltr", "rtl", or "auto" for what its letters say.
        meta: What is known of the file; the title, the language and the format are filled in.
    """
    level = document_level(text) if direction == "auto" else int(direction == "rtl")
    if text.count("\n") > MOST_LINES:
        return _as_it_stands(text, Direction.RTL if level else Direction.LTR, meta)
    verse = stanzas(text)
    parts = list(_parts(text, verse))
    headings = _headings(text, parts)
    line_starts = _line_starts(text)
    blocks = []
    for index, (part, kind, depth) in enumerate(parts):
        content = text[part.start : part.end]
        own = level if direction != "auto" else base_level(content, level)
        blocks.append(
            Block(
                kind=BlockKind.HEADING if index in headings else kind,
                range=part,
                direction=Direction.RTL if own else Direction.LTR,
                depth=headings.get(index, depth),
                source=Source("", bisect_right(line_starts, part.start)),
            )
        )
    title = _title(text, blocks) or meta.title or file_name(meta)
    meta = replace(
        meta,
        title=title,
        language=meta.language or language_of(text),
        format=meta.format or "text",
        notices=(*meta.notices, *notices_of(text, repairable=True)),
    )
    whole = Direction.RTL if level else Direction.LTR
    return Document(Text(text), Blocks(blocks), section_tree(blocks, len(text)), whole, meta)


def _as_it_stands(text: str, direction: Direction, meta: Metadata) -> Document:
    """A text of very many lines, by pieces of many lines."""
    blocks = Blocks(blocks_of_lines(text, direction))
    notice = notice_of(NoticeCode.LINES_AS_THEY_STAND, count=MOST_LINES // 1_000_000)
    meta = replace(
        meta,
        title=meta.title or file_name(meta),
        language=meta.language or language_of(text),
        format=meta.format or "text",
        notices=(*meta.notices, notice, *notices_of(text)),
    )
    return Document(Text(text), blocks, section_tree(blocks, len(text)), direction, meta)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


class _Part(NamedTuple):
    """What becomes a block, and the level of one that is an item."""

    range: Range
    kind: BlockKind
    depth: int = 0


def _parts(text: str, verse: list[Range]) -> Iterator[_Part]:
    """The parts of a text; ``verse`` are those of its lines of two hemistichs."""
    edge = edge_of(_first_segments(text, verse))
    at = 0
    for stanza in (*verse, range_of(len(text), len(text))):
        for group in groups(text, at, stanza.start):
            yield from _parts_of_group(group, edge)
        if stanza.length:
            yield _Part(stanza, BlockKind.VERSE)
        at = stanza.end


def _parts_of_group(group: Sequence[Line], edge: Edge | None) -> Iterator[_Part]:
    cut = list(segments(group, edge.broken) if edge else segments(group))
    if all(len(segment.lines) == 1 or segment.kind is Kind.PROSE for segment in cut) and rhymed(
        [line.text for line in group]
    ):
        yield from (_Part(range_of(line.start, line.end), BlockKind.VERSE) for line in group)
        return
    for segment in cut:
        for first, last in joined(segment, edge):
            start = first.row if segment.kind is Kind.COLUMN else first.start
            depth = first.indent // INDENT if segment.kind is Kind.ITEM else 0
            yield _Part(range_of(start, last.end), _KINDS[segment.kind], min(depth, DEEPEST))


def _first_segments(text: str, verse: list[Range]) -> list[Segment]:
    """The segments at the beginning of a text: enough of them to tell how its lines were broken."""
    found: list[Segment] = []
    at = lines = 0
    for stanza in (*verse, range_of(len(text), len(text))):
        for group in groups(text, at, stanza.start):
            found += segments(group)
            lines += len(group)
            if lines >= SAMPLE:
                return found
        at = stanza.end
    return found


def _headings(text: str, parts: list[_Part]) -> dict[int, int]:
    """The index and rank of every block that is a heading."""
    ranges = [part.range for part in parts]
    short = [i for i, part in enumerate(ranges) if _could_be_heading(text[part.start : part.end])]
    chosen = {i for i in short if i + 1 < len(parts) and parts[i].kind is BlockKind.PARAGRAPH}
    running = [
        i
        for i, part in enumerate(ranges)
        if part.length > HEADING_LONGEST or _ends_sentence(text[part.start : part.end])
    ]
    if len(running) < len(short) - 1:  # mostly short lines: verse, a list, a log, code
        chosen = {i for i in chosen if _NUMBERED.search(text[ranges[i].start : ranges[i].end])}
    # Of headings that follow each other without text between, only what could be a heading over a heading stays.
    chosen = {i for i in chosen if _stands_over_text(i, chosen, len(ranges), text, ranges)}
    if not chosen:
        return {}
    titled = 0 in chosen and len(chosen) > 1
    return {i: 1 if not titled or i == 0 else 2 for i in sorted(chosen)}


def _stands_over_text(index: int, chosen: set[int], count: int, text: str, ranges: list[Range]) -> bool:
    """A heading is followed by text, by way of at most one other heading.

    And it stands apart from the line before it.
    """
    after = index + 1
    if after in chosen:
        after += 1
    if after >= count or after in chosen:
        return False
    return index == 0 or text.count("\n", ranges[index - 1].end, ranges[index].start) > 1 or index - 1 in chosen


def _could_be_heading(content: str) -> bool:
    if len(content) > HEADING_LONGEST or "\n" in content or len(content.split()) > HEADING_WORDS:
        return False
    if not _LETTER.search(content) or _NOT_HEADING.search(content):
        return False
    return not _SENTENCE_END.search(content)


def _ends_sentence(content: str) -> bool:
    return bool(_SENTENCE_END.search(content)) and len(content.split()) > 3


def _title(text: str, blocks: list[Block]) -> str:
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    if first is None or first is not blocks[0]:
        return ""
    return " ".join(text[first.range.start : first.range.end].split())
