"""HTML: a page's text and structure, and of a page full of navigation its article."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.formats.article import article_of
from reader.formats.beginning import growing
from reader.formats.builder import Builder
from reader.formats.charsets import Decoded
from reader.formats.html_metadata import stated_in
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of, direction_of
from reader.formats.raw import Raw
from reader.formats.trees import html_tree, name_of
from reader.model import Document, Metadata, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = lazy_pattern(rb"""<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_XML = lazy_pattern(rb"""^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_TAG = lazy_pattern(rb"^<", re.MULTILINE)
_PRESCAN = 4096
_LATE = 1 << 20
"""Bytes among which a page's encoding is looked for: it belongs at the beginning, and often does not stand there."""


def document_of(raw: Raw) -> Document:
    """The document of a page.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    text = decoded_page(raw)
    builder = Builder()
    meta = raw.meta("html", text)
    document = _written(html_tree(text.text, builder.notice), builder, meta, raw)
    if len(document) or not text.text.strip():
        return document
    builder = Builder()  # all there is stands where a browser without scripts would show it, or is not shown at all
    builder.notice(notice_of(NoticeCode.NO_TEXT))
    return _written(html_tree(text.text, builder.notice, unscripted=True), builder, meta, raw)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document; the beginning of a long page first, unless it is read in part: only all of it tells which.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    for document in growing(raw, document_of, before=_TAG):
        if document.complete or all(one.code is not NoticeCode.ARTICLE_ONLY for one in document.meta.notices):
            yield document


def decoded_page(raw: Raw) -> Decoded:
    """The text of a page, in the encoding it declares, wherever it does.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    declared = _DECLARED_XML.search(raw.data[:_PRESCAN]) or _DECLARED.search(raw.data[:_LATE])
    return raw.decoded(declared[1].decode("ascii") if declared else "")


def _written(root: "_Element | None", builder: Builder, meta: Metadata, raw: Raw) -> Document:
    """The document of a page's tree."""
    if root is None:
        return builder.document(meta, direction=raw.options.direction)
    body = next((child for child in root if name_of(child) in ("body", "frameset")), root)
    article = article_of(body)
    if article.is_part:
        builder.notice(notice_of(NoticeCode.ARTICLE_ONLY))
    markup = Markup(builder)
    for element in article.elements:
        markup.write(element, without=article.without)
    stated = direction_of(attributes_of(body)) or direction_of(attributes_of(root))
    return builder.document(stated_in(root, body, meta), direction=raw.options.direction, stated=stated)
