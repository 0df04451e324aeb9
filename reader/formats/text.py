"""Plain text: blocks, headings and sections found by their shape.

Units: ``Pos`` in the document text, which is the decoded file unchanged.

* *Blocks.* Blank lines part groups of lines. A file whose long lines end at one column is hard-wrapped, and a group is
  a paragraph; in any other file every line is one.
  Lines of verse are never joined: a stanza is one block (:mod:`reader.formats.verse_shapes`).
* *Headings.* A heading is a short one-line block that does not end as a sentence does and is followed by text. Lists,
  verse, logs and code have many short lines: where those outnumber the running text, only numbered and underlined
  headings count.
* *Ranks.* A heading at the very start of the document, alone before others, is its title and stands above them.
"""

from collections.abc import Iterator, Sequence

from reader.formats.beginning import beginning_of, growing
from reader.formats.code import LineParser
from reader.formats.plain_blocks import PlainParser
from reader.formats.raw import Raw, file_name
from reader.formats.repair import repaired
from reader.formats.warnings import notices_of
from reader.formats.windows import blocks_of, cut_of
from reader.model import Block, BlockKind, Blocks, Direction, Document, Metadata, NoticeCode, Text, notice_of
from reader.model.section_tree import section_tree
from reader.text.direction import document_level
from reader.text.language import language_of
from reader.values import replace

MOST_LINES = 1_000_000
"""Lines of a text that are blocks of their own; where there are more, all are shown as they stand."""


def document_of(raw: Raw) -> Document:
    """The document of a plain text's bytes.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return _document_of(raw)


def beginning_of_text(raw: Raw) -> Document:
    """The document of the first window of a long text's beginning, all of which tells what the text is like.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return _document_of(raw, is_beginning=True)


def _document_of(raw: Raw, *, is_beginning: bool = False) -> Document:
    text = raw.decoded()
    content = repaired(text.text) if raw.options.repair else text.text
    until = cut_of(content) if is_beginning else 0
    return parse_text(content, direction=raw.options.direction, meta=raw.meta("text", text), until=until)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    if beginning := beginning_of(raw):
        yield replace(beginning_of_text(beginning), complete=False)
    yield from growing(raw, document_of)


def parse_text(text: str, *, direction: str = "auto", meta: Metadata = Metadata(), until: int = 0) -> Document:
    """The document of a plain text.

    Args:
        text: The decoded text, line feeds for line ends.
        direction: "ltr", "rtl", or "auto" for what its letters say.
        meta: What is known of the file; the title, the language and the format are filled in.
        until: Where the document ends, if not with the text.
    """
    level = document_level(text) if direction == "auto" else int(direction == "rtl")
    if text.count("\n") > MOST_LINES:
        return _as_it_stands(text, Direction.RTL if level else Direction.LTR, meta)
    shown = text[: until or None]
    blocks = Blocks(blocks_of(shown, PlainParser(level, fixed=direction != "auto")))
    title = _title(shown, blocks) or meta.title or file_name(meta)
    meta = replace(
        meta,
        title=title,
        language=meta.language or language_of(text),
        format=meta.format or "text",
        notices=(*meta.notices, *notices_of(text, repairable=True)),
    )
    whole = Direction.RTL if level else Direction.LTR
    return Document(Text(shown), blocks, section_tree(blocks, len(shown)), whole, meta)


def _as_it_stands(text: str, direction: Direction, meta: Metadata) -> Document:
    """A text of very many lines, by pieces of many lines."""
    blocks = Blocks(blocks_of(text, LineParser(direction)))
    notice = notice_of(NoticeCode.LINES_AS_THEY_STAND, count=MOST_LINES // 1_000_000)
    meta = replace(
        meta,
        title=meta.title or file_name(meta),
        language=meta.language or language_of(text),
        format=meta.format or "text",
        notices=(*meta.notices, notice, *notices_of(text)),
    )
    return Document(Text(text), blocks, section_tree(blocks, len(text)), direction, meta)


def _title(text: str, blocks: Sequence[Block]) -> str:
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    if first is None or first is not blocks[0]:
        return ""
    return " ".join(text[first.range.start : first.range.end].split())
