"""Source code, data and logs: every line as it stands, from left to right.

The text is the decoded file unchanged, but for what makes JSON readable (:mod:`reader.formats.json_text`). Lines are
gathered into blocks, so that a screen of a large file costs a screen.
"""

from collections.abc import Iterator
from typing import Self

from reader.formats.beginning import growing
from reader.formats.json_text import is_json, readable_json
from reader.formats.raw import Raw, file_name
from reader.formats.warnings import notices_of
from reader.formats.windows import TextWindow, blocks_of
from reader.model import Block, BlockKind, Blocks, Direction, Document, Notice, Source, Text, range_of
from reader.model.section_tree import section_tree
from reader.text.language import language_of
from reader.values import dataclass, replace

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
    blocks = Blocks(blocks_of(text, LineParser(Direction.LTR)))
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


@dataclass(frozen=True, slots=True)
class LineParser:
    """The parser of lines as they stand: pieces of so many, without the line ends between them."""

    direction: Direction

    def parsed(self, window: TextWindow) -> tuple[list[Block], Self]:
        """The blocks of a window."""
        text = window.text
        blocks: list[Block] = []
        start, line = 0, window.line
        length = len(text.rstrip("\n")) if window.last else len(text)
        while start < length:
            end, lines = start, 0
            while lines < LINES and end < length:
                following = text.find("\n", end)
                if following < 0 < lines and not window.last:
                    break  # a line that goes on in the next window begins a piece, where it is found by its number
                end = length if following < 0 else min(length, following + 1)
                lines += 1
            stop = end - text.endswith("\n", start, end)
            if stop > start:
                part = range_of(window.start + start, window.start + stop)
                blocks.append(Block(BlockKind.CODE, part, self.direction, source=Source("", line)))
            start, line = end, line + lines
        return blocks, self
