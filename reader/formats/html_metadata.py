"""A page's words on itself: in its head, and as linked data (JSON-LD, schema.org), which many pages have alone."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reader.formats.markup_elements import attributes_of
from reader.formats.trees import name_of
from reader.model import Metadata
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

_AUTHORS = ("author", "dc.creator", "article:author", "citation_author")
_DATES = ("date", "dc.date", "article:published_time", "citation_date", "datepublished")
_TITLES = ("og:title", "dc.title", "citation_title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "citation_publisher", "publisher")

_LINKED_DATA = "application/ld+json"
_LARGEST = 1 << 18
"""Characters of linked data that are looked at."""

_DEEPEST = 6
_ARTICLES = ("article", "posting", "webpage", "book", "creativework", "report", "thesis")
"""Endings of the types of things that have an author and a date."""


def stated_in(root: "_Element", body: "_Element", meta: Metadata) -> Metadata:
    """Add a page's words on itself to what is known of it.

    Args:
        root: The page.
        body: Its body.
        meta: What is known already.
    """
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
    linked = _linked_data(root)
    return replace(
        meta,
        title=_first(said, _TITLES) or title or _name(linked.get("headline")),
        author=_first(said, _AUTHORS) or _name(linked.get("author")),
        publisher=_first(said, _PUBLISHERS) or _name(linked.get("publisher")),
        date=_first(said, _DATES) or _name(linked.get("datePublished")),
        language=language.strip() or _name(linked.get("inLanguage")),
    )


def _first(said: dict[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if said.get(name)), "")


def _linked_data(root: "_Element") -> Mapping[str, object]:
    """The linked data of the page's article; empty where there is none."""
    for element in root.iter("script"):
        text = element.text or ""
        if attributes_of(element).get("type", "").lower() != _LINKED_DATA or len(text) > _LARGEST:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, _DEEPEST):
            kinds = thing.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower().endswith(_ARTICLES) for kind in named):
                return thing
    return {}


def _things(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    """The objects in linked data that stand at its top, in lists or in a graph."""
    if depth and isinstance(data, list):
        for each in data:
            yield from _things(each, depth - 1)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph", []), depth - 1) if depth else ()


def _name(value: object) -> str:
    """The name in a value of linked data: a text, a thing with a name, or several of them."""
    if isinstance(value, list):
        return ", ".join(name for each in value[:20] if (name := _name(each)))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) else ""
