"""Trees of markup, parsed by lxml with everything switched off that reaches outside or grows without bound.

Document type declarations are removed before an XML parser sees them, so that no entity is ever defined: named entities
are HTML's (of which XHTML's are a part), and no other text is one. Nothing is fetched. Trees are walked, never recursed
into.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from reader.formats.charsets import decoded
from reader.model import DocumentError, Notice, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern, possessive

if TYPE_CHECKING:
    from lxml.etree import _Element

Notify = Callable[[Notice], object]
"""Is told what of a document could not be read."""


def unheard(notice: Notice) -> None:
    """Told by those who do not want to know."""
    del notice


LARGEST = 64 << 20
"""Code points of markup that are parsed; a tree takes some ten times the memory."""

MOST_TAGS = 1_000_000
"""Tags of markup that are parsed, end tags too: an element takes many times the memory of letters."""

_DECLARATION = lazy_pattern(r"\s*<\?xml\b[^>]{0,200}\?>")
_DECLARED = lazy_pattern(rb"""<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_PROLOG = lazy_pattern(possessive(r"\s++|<!--.*?-->|<\?.*?\?>", "before"), re.DOTALL)
_DOCTYPE = lazy_pattern(
    r"<!DOCTYPE[^>\[]*+(?:\["
    + possessive(r"[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--.*?-->|<\?.*?\?>|<(?!!--|\?)", "part")
    + r"\]\s*+)?>",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = lazy_pattern(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(\w{1,32};)?")
_CROWDED = lazy_pattern(r"<([A-Za-z][\w:-]{0,50})(\s[^<>]{8192,})>")
_NOSCRIPT = lazy_pattern(r"<noscript\b[^>]*>.*?</noscript\s*>", re.IGNORECASE | re.DOTALL)
_NOSCRIPT_TAG = lazy_pattern(r"</?noscript\b[^>]*>", re.IGNORECASE)
_MOST_NOSCRIPT = 1000
_TAG = lazy_pattern("<")
_QUOTED = lazy_pattern(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1000
_TOO_DEEP = ("ERR_RESOURCE_LIMIT",)
_CONTROL = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = {code: 0xFFFD for code in range(0x20) if chr(code) not in "\t\n\r"} | {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}


def html_tree(text: str, notice: Notify = unheard, *, unscripted: bool = False) -> "_Element | None":
    """The root of a page, however malformed; None where there is no markup and no text.

    Args:
        text: The page.
        notice: Told when only a part of it is read.
        unscripted: Whether what is meant for browsers without scripts is read, too.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    text = _without_noscript(text, kept=unscripted)
    declared = _DECLARATION.match(text)
    source = _CROWDED.sub(_without_crowd, _bounded(text[declared.end() :] if declared else text, notice))
    try:
        root = etree.fromstring(_encoded(source), parser)
    except etree.LxmlError:
        return None
    if any(entry.type_name in _TOO_DEEP for entry in parser.error_log):
        notice(notice_of(NoticeCode.NESTED_TOO_DEEP))
    return root


def _without_noscript(text: str, *, kept: bool) -> str:
    """A page without what is meant for browsers without scripts, as those with scripts take it: as text up to its end.

    As elements, one in it that is not closed would take in the rest of the page.
    """
    if "<noscript" not in text and not _NOSCRIPT_TAG.search(text):
        return text
    if not kept and text.lower().count("<noscript") <= _MOST_NOSCRIPT:
        text = _NOSCRIPT.sub("", text)
    return _NOSCRIPT_TAG.sub("", text)


def xml_tree(data: bytes, notice: Notify = unheard, name: str = "") -> "_Element":
    """The root of an XML document.

    Args:
        data: Its bytes.
        notice: Told when it is not well-formed, and read as far as it goes.
        name: The part of a container that it is; "" for the whole.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    from lxml import etree

    declared = _DECLARED.match(data[:256])
    text = decoded(data, declared=declared[1].decode() if declared else "").text
    text = _bounded(_without_prolog(text), notice)
    source = _encoded(_NAMED.sub(_character_of, text) if "&" in text else text)
    for recover in (False, True):
        parser = etree.XMLParser(
            encoding="utf-8",
            remove_comments=True,
            remove_pis=True,
            no_network=True,
            load_dtd=False,
            resolve_entities=False,
            huge_tree=True,
            recover=recover,
        )
        try:
            root = etree.fromstring(source, parser)
        except etree.LxmlError:
            continue
        if root is not None:
            if recover:
                notice(notice_of(NoticeCode.PART_CUT, part=name) if name else notice_of(NoticeCode.TEXT_CUT))
            return root
    raise DocumentError("damaged: its XML cannot be read")


def name_of(element: "_Element") -> str:
    """An element's name without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _bounded(text: str, notice: Notify) -> str:
    """As much of some markup as a tree is made of."""
    if len(text) > LARGEST:
        notice(notice_of(NoticeCode.CHARACTERS_CUT, count=LARGEST >> 20))
        text = text[:LARGEST]
    if text.count("<") > MOST_TAGS:
        notice(notice_of(NoticeCode.TAGS_CUT, count=MOST_TAGS))
        text = text[: next(islice(_TAG.finditer(text), MOST_TAGS, None)).start()]
    return text


def _without_prolog(text: str) -> str:
    """An XML document from its root element on: the declaration has been heeded, document types are not wanted.

    What stands before the root is replaced by its line feeds, so that lines keep their numbers.
    """
    start = _PROLOG.match(text)
    doctype = _DOCTYPE.match(text, start.end()) if start else None
    end = doctype.end() if doctype else start.end() if start else 0
    return "\n" * text.count("\n", 0, end) + text[end:]


def _character_of(match: re.Match[str]) -> str:
    """A named entity as its characters; an ampersand that begins none as one."""
    whole = match[0]
    found = unescape(whole)
    return found if found != whole and found not in "<>&" else "&amp;" + (match[1] or "")


def _without_crowd(match: re.Match[str]) -> str:
    """A tag without its attributes where nobody wrote so many: libxml2 takes the square of their number."""
    return f"<{match[1]}>" if len(_QUOTED.sub("", match[2]).split()) > _MOST_ATTRIBUTES else match[0]


def _encoded(text: str) -> bytes:
    return (text.translate(_CONTROLS) if _CONTROL.search(text) else text).encode("utf-8", "replace")
