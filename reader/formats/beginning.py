"""The beginning of a long text, read before the rest so that a screen need not wait for it.

Units: bytes.
"""

from collections.abc import Callable, Iterator

from reader.formats.raw import Raw
from reader.formats.utf16 import BYTE_ORDER_MARKS, utf16_encoding
from reader.model import Document
from reader.values import replace

LENGTH = 1 << 19
"""Bytes that are read first: enough to tell the encoding and the shape of the rest, and some hundred screens."""

MARKED_LENGTH = 1 << 17
"""The same of a marked text, which takes longer to be read: thirty screens."""

LONG = 2 * LENGTH
"""Bytes from which a text is long."""


def beginning_of(raw: Raw, length: int = LENGTH) -> Raw | None:
    """The first lines of a long text; None where it is short, or of two bytes a character, which nobody stores long."""
    data = raw.data
    if len(data) < LONG or data.startswith(BYTE_ORDER_MARKS) or utf16_encoding(data):
        return None
    for line_end in (b"\n\n", b"\n"):
        found = data.rfind(line_end, length // 2, length)
        if found >= 0:
            return replace(raw, data=data[: found + len(line_end)])
    cut = length  # one line: up to a character's first byte, which is no continuation byte of UTF-8
    while data[cut] & 0xC0 == 0x80 and cut > length - 4:
        cut -= 1
    return replace(raw, data=data[:cut])


def growing(raw: Raw, document_of: Callable[[Raw], Document], *, before: bytes = b"") -> Iterator[Document]:
    """The document a parser makes of a text, of a long one its beginning first.

    Args:
        raw: The text.
        document_of: The parser.
        before: What a line begins with that nothing before it goes on in: where the beginning ends, if there is one.
    """
    beginning = beginning_of(raw, min(MARKED_LENGTH, LENGTH) if before else LENGTH)
    if beginning:
        end = beginning.data.rfind(b"\n" + before, len(beginning.data) // 2) + 1 if before else 0
        yield replace(document_of(replace(beginning, data=beginning.data[: end or None])), complete=False)
    yield document_of(raw)
