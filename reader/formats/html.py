"""HTML: a page's text and structure, and of a page full of navigation its article."""

import re

from reader.formats.article import article_of
from reader.formats.builder import Builder
from reader.formats.html_metadata import stated_in
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of, direction_of
from reader.formats.raw import Raw
from reader.formats.trees import html_tree, name_of
from reader.model import Document, NoticeCode, notice_of

_DECLARED = re.compile(rb"""<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_PRESCAN = 4096


def document_of(raw: Raw) -> Document:
    """The document of a page.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    beginning = raw.data[:_PRESCAN]
    declared = _DECLARED.search(beginning) or _DECLARED_XML.search(beginning)
    text = raw.decoded(declared[1].decode("ascii") if declared else "")
    builder = Builder()
    meta = raw.meta("html", text)
    root = html_tree(text.text, builder.notice)
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
