"""Source code, data and logs: every line as it stands, from left to right.

The text is the decoded file unchanged, but for what makes JSON readable (:mod:`reader.formats.json_text`). Lines are
gathered into blocks, so that a screen of a large file costs a screen.
"""

from collections.abc import Iterator
from dataclasses import replace

from reader.formats.beginning import growing
from reader.formats.json_text import is_json, readable_json
from reader.formats.notices import notices_of
from reader.formats.raw import Raw, file_name
from reader.formats.sections import section_tree
from reader.model import Block, BlockKind, Blocks, Direction, Document, Notice, Source, Text, range_of
from reader.text.language import language_of

LINES = 100
"""Lines of a block."""


def document_of(raw: Raw) -> Document:
    """The document of a file of code.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    meta, text = raw.meta("code", decoded), decoded.text
    changes: tuple[Notice, ...] = ()
    if is_json(text) and (readable := readable_json(text, len(raw.data))):
        del decoded, text  # of a large file there is no room for both
        text, changes = readable.utf_8.decode(), readable.notices
        del readable
    blocks = Blocks(blocks_of_lines(text, Direction.LTR))
    meta = replace(
        meta, title=file_name(meta), language=language_of(text), notices=(*meta.notices, *changes, *notices_of(text))
    )
    return Document(Text(text), blocks, section_tree(blocks, len(text)), Direction.LTR, meta)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of)


def blocks_of_lines(text: str, direction: Direction) -> Iterator[Block]:
    """The text in pieces of so many lines, without the line ends between them."""
    start, line = 0, 1
    length = len(text.rstrip("\n"))
    while start < length:
        end, lines = start, 0
        while lines < LINES and end < length:
            following = text.find("\n", end)
            end = length if following < 0 else min(length, following + 1)
            lines += 1
        stop = end - 1 if end < length else end
        if stop > start:
            yield Block(BlockKind.CODE, range_of(start, stop), direction, source=Source("", line))
        start, line = end, line + lines
