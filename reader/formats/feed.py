"""Feeds: RSS 2.0 and 1.0, and Atom (RFC 4287): a section an entry, with its link, author, date and what it holds.

Nothing is fetched: of an entry there is what the feed says of it.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import TYPE_CHECKING

from reader.formats.builder import Builder
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.model import Document, NoticeCode, notice_of
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES = 5_000
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,1000}>")
_CONTENTS = ("encoded", "content", "description", "summary")
"""Elements that hold the content of an entry, the fullest first: RSS's module of contents, Atom, RSS, Atom."""

_DATES = ("published", "pubdate", "date", "updated")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def document_of(raw: Raw) -> Document:
    """The document of a feed.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    builder = Builder()
    root = xml_tree(raw.data, builder.notice)
    channel = next(root.iter("{*}channel"), root)
    about = _said(channel)
    write_page(builder, element("h1", _plain(about.get("title", ""))) + _page_of(about, ("description", "subtitle")))
    entries = root.iter("{*}item", "{*}entry")
    for count, entry in enumerate(entries):
        if count >= MOST_ENTRIES:
            builder.notice(notice_of(NoticeCode.CELLS_CUT, count=MOST_ENTRIES))
            break
        write_page(builder, "".join(_entry(entry)))
    meta = replace(
        raw.meta("feed"),
        title=_plain(about.get("title", "")),
        author=_plain(about.get("author", "") or about.get("managingeditor", "")),
        language=about.get("language", "") or root.get(_LANGUAGE) or "",
    )
    return builder.document(meta, direction=raw.options.direction)


def _said(entry: "_Element") -> dict[str, str]:
    """The texts of an entry's elements by their names; of several of a name the first."""
    said: dict[str, str] = {}
    for child in entry.iterchildren("{*}*"):
        name = name_of(child).lower()
        if name in ("item", "entry"):
            continue
        text = _markup(child) if child.get("type") == "xhtml" else "".join(child.itertext())
        if child.get("type") in ("text", None) and name in ("title", "summary", "content", "subtitle"):
            text = text if "<" in text or "&" in text else escape(text)
        if text.strip():
            said.setdefault(name, text.strip())
    return said


def _markup(element: "_Element") -> str:
    from lxml import etree

    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)


def _entry(entry: "_Element") -> Iterator[str]:
    """The elements of an entry."""
    said = _said(entry)
    yield element("h2", _plain(said.get("title", "")) or "—")
    date = next((said[name] for name in _DATES if name in said), "")
    byline = " · ".join(words for words in (_plain(said.get("author", "") or said.get("creator", "")), date) if words)
    if byline:
        yield f"<p><em>{escape(byline)}</em></p>"
    yield _page_of(said, _CONTENTS)
    link = next((link.get("href") or "" for link in entry.iterchildren("{*}link") if _is_page(link)), "")
    link = link or said.get("link", "")
    if link:
        yield f'<p><a href="{escape(link)}">{escape(link)}</a></p>'
    for enclosed in entry.iterchildren("{*}enclosure"):
        target = escape(enclosed.get("url") or "")
        yield f'<p><a href="{target}">{target}</a></p>' if target else ""


def _is_page(link: "_Element") -> bool:
    """Whether an Atom link leads to what an entry is about (RFC 4287, 4.2.7.2)."""
    return link.get("rel") in (None, "alternate") and bool(link.get("href"))


def _page_of(said: dict[str, str], names: tuple[str, ...]) -> str:
    """The page under the first of some names that is there, its headings below the entry's."""
    text = next((said[name] for name in names if name in said), "")
    if "<" not in text:
        return "".join(f"<p>{escape(unescape(part))}</p>" for part in text.split("\n\n") if part.strip())
    return f"<div>{_HEADING.sub(lambda found: f'<{found[1]}h{min(int(found[2]) + 2, 6)}', text)}</div>"


def _plain(html: str) -> str:
    return " ".join(unescape(_TAGS.sub("", html)).split())
