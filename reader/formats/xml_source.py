"""The text of markup as a parser is given it: within bounds, without a document type, piece by piece if it comes so.

Document type declarations are removed before an XML parser sees them, so that no entity is ever defined: named entities
are HTML's (of which XHTML's are a part), and no other text is one. Units: bytes in and out, code points between.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from io import IncrementalNewlineDecoder
from itertools import chain, islice
from typing import Any

from reader.formats.charsets import decoded
from reader.model import Notice, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern, possessive

Notify = Callable[[Notice], object]
"""Is told what of a document could not be read."""

LARGEST = 64 << 20
"""Code points of markup that are parsed; a tree takes some ten times the memory."""

MOST_TAGS = 1_000_000
"""Tags of markup that are parsed, end tags too: an element takes many times the memory of letters."""

SAFELY: dict[str, Any] = {
    "encoding": "utf-8",
    "remove_comments": True,
    "remove_pis": True,
    "no_network": True,
    "load_dtd": False,
    "resolve_entities": False,
    "huge_tree": True,
}
"""How libxml2 reads a source: nothing outside it, and nothing in it that grows; its size is bounded here."""

_DECLARED = lazy_pattern(rb"""<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_PROLOG = lazy_pattern(possessive(r"\s++|<!--.*?-->|<\?.*?\?>", "before"), re.DOTALL)
_DOCTYPE = lazy_pattern(
    r"<!DOCTYPE[^>\[]*+(?:\["
    + possessive(r"[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--.*?-->|<\?.*?\?>|<(?!!--|\?)", "part")
    + r"\]\s*+)?>",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = lazy_pattern(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(\w{1,32};)?")
_CUT_ENTITY = lazy_pattern(r"&[\w#]{0,32}\Z")
_ROOT = lazy_pattern(r"\s*<[^!?]")
_TAG = lazy_pattern("<")
_CONTROL = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = {code: 0xFFFD for code in range(0x20) if chr(code) not in "\t\n\r"} | {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}


class MarkupRoom:
    """How much markup is still parsed.

    Args:
        notice: Told once when there is more than that.
    """

    def __init__(self, notice: Notify) -> None:
        self._notice = notice
        self._characters = LARGEST
        self._tags = MOST_TAGS
        self.is_full = False

    def bounded(self, text: str) -> str:
        """As much of what comes next as there is room for."""
        if len(text) > self._characters:
            self._full(notice_of(NoticeCode.CHARACTERS_CUT, count=LARGEST >> 20))
            text = text[: self._characters]
        tags = text.count("<")
        if tags > self._tags:
            self._full(notice_of(NoticeCode.TAGS_CUT, count=MOST_TAGS))
            text = text[: next(islice(_TAG.finditer(text), self._tags, None)).start()]
        self._characters -= len(text)
        self._tags -= tags
        return text

    def _full(self, why: Notice) -> None:
        self.is_full = True
        self._notice(why)


def xml_source(pieces: Iterable[bytes], notice: Notify) -> Iterator[bytes]:
    """An XML document as UTF-8 from its root element on, a piece for each of those that it comes in.

    What stands before the root is replaced by its line feeds, so that lines keep their numbers.

    Args:
        pieces: Its bytes; where they are in UTF-8, no more than two of them are ever held.
        notice: Told when only a part of it is read.
    """
    room = MarkupRoom(notice)
    texts = _texts(iter(pieces))
    before = next(texts, "")
    if not _ROOT.match(before, _prolog_end(before)):
        before += "".join(texts)
    end = _prolog_end(before)
    kept = "\n" * before.count("\n", 0, end) + before[end:]
    for text in chain(texts, ("",)):
        cut = _CUT_ENTITY.search(kept, max(0, len(kept) - 40)) if text else None
        whole = kept[: cut.start()] if cut else kept
        kept = kept[len(whole) :] + text
        whole = room.bounded(whole)
        yield encoded(_NAMED.sub(_character_of, whole) if "&" in whole else whole)
        if room.is_full:
            return


def _texts(pieces: Iterator[bytes]) -> Iterator[str]:
    """The text of pieces of bytes, each line end a line feed: all of it at once unless it is in UTF-8."""
    first, second = next(pieces, b""), next(pieces, b"")
    declared = _DECLARED.match(first[:256])
    label = declared[1].decode() if declared else ""
    if not second or decoded(first[: first.rfind(b">") + 1], declared=label).encoding != "utf-8":
        yield decoded(b"".join((first, second, *pieces)), declared=label).text
        return
    decode = IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")("replace"), translate=True).decode
    yield decode(first).removeprefix("\ufeff")
    for piece in chain((second,), pieces):
        yield decode(piece)
    yield decode(b"", final=True)


def _prolog_end(text: str) -> int:
    """Where the root element of an XML document begins: declarations and document types end before it."""
    start = _PROLOG.match(text)
    doctype = _DOCTYPE.match(text, start.end()) if start else None
    return doctype.end() if doctype else start.end() if start else 0


def _character_of(match: re.Match[str]) -> str:
    """A named entity as its characters; an ampersand that begins none as one."""
    whole = match[0]
    found = unescape(whole)
    return found if found != whole and found not in "<>&" else "&amp;" + (match[1] or "")


def encoded(text: str) -> bytes:
    """The bytes of markup, without characters that no markup may have."""
    return (text.translate(_CONTROLS) if _CONTROL.search(text) else text).encode("utf-8", "replace")
