"""HTML: a page's text and structure, and of a page full of navigation its article."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.article import article_of
from reader.formats.builder import Builder
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of, direction_of
from reader.formats.raw import Raw
from reader.formats.trees import html_tree, name_of
from reader.model import Document, Metadata

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"""<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_PRESCAN = 4096
_AUTHORS = ("author", "dc.creator", "article:author", "citation_author")
_DATES = ("date", "dc.date", "article:published_time", "citation_date", "datepublished")
_TITLES = ("og:title", "dc.title", "citation_title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "citation_publisher", "publisher")


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
        builder.notice("navigation and other matter around the article is left out")
    markup = Markup(builder)
    for element in article.elements:
        markup.write(element, without=article.without)
    stated = direction_of(attributes_of(body)) or direction_of(attributes_of(root))
    return builder.document(_stated(root, body, meta), direction=raw.options.direction, stated=stated)


def _stated(root: "_Element", body: "_Element", meta: Metadata) -> Metadata:
    """What a page's head says of it."""
    said: dict[str, str] = {}
    title = ""
    for element in root.iter("title", "meta"):
        if name_of(element) == "title":
            parent = element.getparent()
            if parent is not None and name_of(parent) == "head":
                title = title or " ".join("".join(map(str, element.itertext())).split())
            continue
        attributes = attributes_of(element)
        name = (attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or "").lower()
        said.setdefault(name, " ".join(attributes.get("content", "").split()))
    language = attributes_of(body).get("lang") or attributes_of(root).get("lang") or ""
    return replace(
        meta,
        title=_first(said, _TITLES) or title,
        author=_first(said, _AUTHORS),
        publisher=_first(said, _PUBLISHERS),
        date=_first(said, _DATES),
        language=language.strip(),
    )


def _first(said: dict[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if said.get(name)), "")
