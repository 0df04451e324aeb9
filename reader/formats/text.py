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
from collections.abc import Iterator
from dataclasses import replace

from reader.formats.beginning import growing
from reader.formats.code import blocks_of_lines
from reader.formats.language import language_of
from reader.formats.notices import notices_of
from reader.formats.raw import Raw, file_name
from reader.formats.repair import repaired
from reader.formats.sections import section_tree
from reader.formats.verse import stanzas
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

HEADING_LONGEST = 100
"""Characters a heading has at most."""

HEADING_WORDS = 16

MOST_LINES = 1_000_000
"""Lines of a text that are blocks of their own; where there are more, all are shown as they stand."""

_SENTENCE_END = re.compile(r"[.!?؟…۔。:;؛،,]+[\"'”’»›)\]}\s\u200e\u200f]*$")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_HEADING = re.compile(r"^\s*(?:[-*•–—▪◦·>|]\s|\S+[:=]\s*\S+$|https?://|[\[{<(]|\d+[-/:.]\d+)|[{};\\|<>=]\s*$|\t")
_NUMBERED = re.compile(
    r"^\s*(?:(?:chapter|part|section|appendix|book|الفصل|الباب|القسم|الجزء|المبحث|فصل|باب|بخش|פרק|חלק|שער)\s+\S+|[0-9٠-٩۰-۹]+(?:[.٫-][0-9٠-٩۰-۹]+)+\.?\s+\S)",
    re.IGNORECASE,
)
_LINE = re.compile(r"^[^\S\n]*+\S[^\n]*", re.MULTILINE)
_LINES = re.compile(r"^[^\S\n]*+\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*)*", re.MULTILINE)
"""A line that is not blank, and such lines after each other; a blank one is passed over once, however long it is."""

_LONG_LINE = 45
_WRAP_SHARE = 0.6
"""Share of a file's lines that must be long, yet no longer than a narrow column, for it to be taken as hard-wrapped."""
_WRAP_COLUMNS = 100


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
    ranges = list(_blocks(text, verse))
    headings = _headings(text, ranges)
    line_starts = _line_starts(text)
    kinds = dict.fromkeys(verse, BlockKind.VERSE)
    blocks = []
    for index, part in enumerate(ranges):
        content = text[part.start : part.end]
        own = level if direction != "auto" else base_level(content, level)
        blocks.append(
            Block(
                kind=kinds.get(part, BlockKind.HEADING if index in headings else BlockKind.PARAGRAPH),
                range=part,
                direction=Direction.RTL if own else Direction.LTR,
                depth=headings.get(index, 0),
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


def _blocks(text: str, verse: list[Range]) -> Iterator[Range]:
    """The blocks' ranges, without white space around them; ``verse`` are those of the stanzas."""
    wrapped = _is_hard_wrapped(text)
    pattern = _LINES if wrapped else _LINE
    at = 0
    for stanza in (*verse, range_of(len(text), len(text))):
        for match in pattern.finditer(text, at, stanza.start):
            content = match[0].strip(" \t\n\r\f\v")
            if content:
                start = match.start() + match[0].index(content)
                yield range_of(start, start + len(content))
        if stanza.length:
            yield stanza
        at = stanza.end


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a column.

    Most lines of groups are long, none is very long, and the breaks fall inside sentences.
    """
    sample = text[:200_000]
    groups = [group.split("\n") for group in re.split(r"\n\s*\n", sample) if "\n" in group.strip()]
    inner = [line for group in groups for line in group[:-1] if line.strip()]
    if len(inner) < 4 or max(map(len, inner)) > _WRAP_COLUMNS:
        return False
    long_lines = [line for line in inner if len(line.rstrip()) >= _LONG_LINE]
    open_ended = [line for line in long_lines if not _SENTENCE_END.search(line)]
    return len(long_lines) >= _WRAP_SHARE * len(inner) and len(open_ended) >= _WRAP_SHARE * len(long_lines)


def _headings(text: str, ranges: list[Range]) -> dict[int, int]:
    """The index and rank of every block that is a heading."""
    candidates = [i for i, part in enumerate(ranges) if _could_be_heading(text[part.start : part.end])]
    followed = [i for i in candidates if i + 1 < len(ranges)]
    running = [
        i
        for i, part in enumerate(ranges)
        if part.length > HEADING_LONGEST or _ends_sentence(text[part.start : part.end])
    ]
    chosen = set(followed)
    if len(running) < len(candidates) - 1:  # mostly short lines: verse, a list, a log, code
        chosen = {i for i in followed if _NUMBERED.search(text[ranges[i].start : ranges[i].end])}
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
