"""Popup texts: a few lines beside the text, such as where a link leads, painted like any other document."""

from collections.abc import Iterable

from reader.model import Block, BlockKind, Blocks, Direction, Document, Section, Text, range_of
from reader.text.direction import base_level

PopupLine = tuple[BlockKind, str]


def popup_text(lines: Iterable[PopupLine], direction: Direction) -> Document:
    """A document of some lines, a block each; empty ones are left out.

    Args:
        lines: Their kinds and texts; code is set from left to right, others by their letters.
        direction: That of lines without letters.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, text in lines:
        if not text:
            continue
        rtl = kind is not BlockKind.CODE and bool(base_level(text, int(direction.is_rtl)))
        own = Direction.RTL if rtl else Direction.LTR
        blocks.append(Block(kind, range_of(at, at + len(text)), own))
        pieces.append(text)
        at += len(text) + 1
    whole = "\n".join(pieces)
    return Document(Text(whole), Blocks(blocks), Section(range_of(0, 0), range_of(0, len(whole)), 0), direction)
