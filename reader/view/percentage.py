"""How far into a document one is, told alike in the header and in the list of recent documents."""

from reader.locale import Messages
from reader.model import Document, Pos

_ARABIC_SIGN = {"ar", "fa", "ur"}
"""Languages whose per cent sign is U+066A (CLDR)."""


def fraction_at(document: Document, pos: Pos) -> float:
    """How far into the document a place is, 0 to 1, as the store keeps it."""
    return pos / max(1, len(document))


def percentage(fraction: float, messages: Messages) -> str:
    """A fraction as it is shown; all of it is said of nothing less."""
    sign = "٪" if messages.language in _ARABIC_SIGN else "%"
    return f"{messages.number(int(fraction * 100))}{sign}"
