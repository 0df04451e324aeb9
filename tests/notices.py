"""What a document tells of itself, in plain English."""

from reader.locale import Messages
from reader.model import Document, Notice

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def worded(notice: Notice) -> str:
    return Messages("en").notice(notice).translate(_ISOLATES)


def notices_in(document: Document) -> tuple[str, ...]:
    return tuple(map(worded, document.meta.notices))
