"""The beginning of a long text, read before the rest so that a screen need not wait for it.

Units: bytes.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from reader.formats.raw import Raw
from reader.formats.utf16 import BYTE_ORDER_MARKS, utf16_encoding
from reader.model import Block, BlockKind, Blocks, Document, NoticeCode, Pos, Text, range_of
from reader.model.section_tree import section_tree
from reader.values import replace

LENGTH = 1 << 19
"""Bytes that are read first: enough to tell the encoding and the shape of the rest, and some hundred screens."""

MARKED_LENGTH = 1 << 17
"""The same of a marked text, which takes longer to be read: thirty screens."""

SNAPSHOTS_GROW = 8
"""How much longer each snapshot is than the one before, so that all of them together cost little."""

_LONG = 2
_WORTHWHILE = 4
"""How many times as long as its beginning a text is that comes in parts, and as a further part."""


def is_long(data: bytes) -> bool:
    """Whether a marked text is so long that it comes in parts."""
    return len(data) >= _LONG * min(MARKED_LENGTH, LENGTH)


def beginning_of(raw: Raw, length: int = LENGTH) -> Raw | None:
    """The first lines of a long text; None where it is short, or of two bytes a character, which nobody stores long."""
    data = raw.data
    if len(data) < _LONG * length or data.startswith(BYTE_ORDER_MARKS) or utf16_encoding(data):
        return None
    for line_end in (b"\n\n", b"\n"):
        found = data.rfind(line_end, length // 2, length)
        if found >= 0:
            return replace(raw, data=data[: found + len(line_end)])
    cut = length  # one line: up to a character's first byte, which is no continuation byte of UTF-8
    while data[cut] & 0xC0 == 0x80 and cut > length - 4:
        cut -= 1
    return replace(raw, data=data[:cut])


def _itself(document: Document) -> Document:
    return document


def growing(
    raw: Raw,
    document_of: Callable[[Raw], Document],
    *,
    before: re.Pattern[bytes] | None = None,
    kept: Callable[[Document], Document] = _itself,
) -> Iterator[Document]:
    """The document a parser makes of a text; of a long one its beginning first, then more of it.

    Args:
        raw: The text.
        document_of: The parser.
        before: The beginnings of what nothing before goes on in: where a part ends, if there is one.
        kept: What of the document of a part is that of the whole, too.
    """
    length = min(MARKED_LENGTH, LENGTH) if before else LENGTH
    while beginning := beginning_of(raw, length):
        found = list(before.finditer(beginning.data, len(beginning.data) // 2)) if before else []
        end = found[-1].start() if found else None
        document = kept(document_of(replace(beginning, data=beginning.data[:end])))
        if len(document):
            yield replace(document, complete=False)
        length *= SNAPSHOTS_GROW
        if len(raw.data) < _WORTHWHILE * length:
            break
    yield document_of(raw)


def settled(document: Document) -> Document:
    """A part of a document up to the first block that leads to what is not in it, which may be called otherwise there.

    Without the notes at its end.
    """

    def leads_on(block: Block) -> bool:
        return any(s.target.startswith("#") and s.target[1:] not in document.places for s in block.spans)

    count = next((index for index, block in enumerate(document.blocks) if leads_on(block)), len(document.blocks))
    return without_notes_behind(document, count)


def without_notes_behind(document: Document, count: int = -1) -> Document:
    """A part of a document of so many blocks, or of all of them, without the notes that are written at its end.

    What is said of its end, as that it is cut short, is not said: it is no end.
    """
    count = len(document.blocks) if count < 0 else count
    while count and document.blocks[count - 1].kind is BlockKind.NOTE:
        count -= 1
    blocks = tuple(islice(document.blocks, count))
    end = blocks[-1].range.end if blocks else Pos(0)
    notices = tuple(notice for notice in document.meta.notices if notice.code is not NoticeCode.TEXT_CUT)
    return replace(
        document,
        source=Text(document.slice(range_of(0, end))),
        blocks=Blocks(blocks),
        root=section_tree(blocks, end),
        meta=replace(document.meta, notices=notices),
        places={name: place for name, place in document.places.items() if place <= end},
    )
