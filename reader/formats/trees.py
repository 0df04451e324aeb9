"""Trees of markup, parsed by lxml with everything switched off that reaches outside or grows without bound.

What a parser is given is :mod:`reader.formats.xml_source`'s. Nothing is fetched. Trees are walked, never recursed into.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.formats.xml_source import SAFELY, MarkupRoom, Notify, encoded, xml_source
from reader.model import DocumentError, Notice, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element


def unheard(notice: Notice) -> None:
    """Told by those who do not want to know."""
    del notice


_DECLARATION = lazy_pattern(r"\s*<\?xml\b[^>]{0,200}\?>")
_CROWDED = lazy_pattern(r"<([A-Za-z][\w:-]{0,50})(\s[^<>]{8192,})>")
_NOSCRIPT = lazy_pattern(r"<noscript\b[^>]*>.*?</noscript\s*>", re.IGNORECASE | re.DOTALL)
_NOSCRIPT_TAG = lazy_pattern(r"</?noscript\b[^>]*>", re.IGNORECASE)
_MOST_NOSCRIPT = 1000
_QUOTED = lazy_pattern(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1000
_TOO_DEEP = ("ERR_RESOURCE_LIMIT",)


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
    source = _CROWDED.sub(_without_crowd, MarkupRoom(notice).bounded(text[declared.end() :] if declared else text))
    try:
        root = etree.fromstring(encoded(source), parser)
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

    source = b"".join(xml_source((data,), notice))
    for recover in (False, True):
        parser = etree.XMLParser(**SAFELY, recover=recover)
        try:
            root: _Element | None = etree.fromstring(source, parser)
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


def _without_crowd(match: re.Match[str]) -> str:
    """A tag without its attributes where nobody wrote so many: libxml2 takes the square of their number."""
    return f"<{match[1]}>" if len(_QUOTED.sub("", match[2]).split()) > _MOST_ATTRIBUTES else match[0]
