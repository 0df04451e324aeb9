"""reStructuredText, read by docutils with everything switched off that reaches outside: nothing is included or run.

What only Sphinx knows is kept: its roles as text, its directives as they stand.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reader.formats.beginning import MARKED_LENGTH, growing
from reader.formats.builder import Builder
from reader.formats.pages import lines_as, write_page
from reader.formats.raw import Raw
from reader.model import Document, NoticeCode, notice_of
from reader.values import replace

LARGEST = 4_000_000
MOST_SIGNS = 250_000
LONGEST = 8_000
"""Code points of a document, signs and lines in it, which make objects, and code points of a paragraph that are read as
such: docutils takes time that grows with the square of a paragraph. What has more is shown as plain text.
"""

_SIGNS = "*`_|[:\n"
_SECTION = re.compile(rb"(?<=\n\n)[^\n]+\n([=\-~^\"'#*+.:`])\1{2,}[ \t\r]*\n")
_REFERENCE = re.compile(rb"[`\]]_|\w_(?!\w)|\|[^\s|]")
"""Signs of what refers to something that may stand further on, or stands for it."""

_ROLES = (
    "abbr", "any", "attr", "class", "command", "const", "data", "dfn", "doc", "download", "envvar", "exc", "file",
    "func", "guilabel", "kbd", "keyword", "mailheader", "makevar", "manpage", "menuselection", "meth", "mimetype",
    "mod", "newsgroup", "numref", "obj", "option", "program", "ref", "regexp", "samp", "term", "token",
)  # fmt: skip
"""Roles that only Sphinx has."""

_DOMAIN = re.compile(r":(?:py|c|cpp|js|rst|std):(?=[a-z]+:`)")
_TITLED = re.compile(r"(.*?)\s*<[^<>]*>\s*", re.DOTALL)
_MESSAGE_TITLE = re.compile(r'<p class="system-message-title">.*?</p>', re.DOTALL)
_MESSAGE_TEXT = re.compile(r'(<aside class="system-message"[^>]*>\s*)<p>.*?</p>', re.DOTALL)
_SUBTITLE = re.compile(r'<p class="subtitle"([^>]*>.*?)</p>', re.DOTALL)
"""The only section of a document that has a title, which docutils takes for its subtitle."""

_PARTED = ("+", "=", "|", "..")
"""Signs that tables, blocks of lines and directives begin with."""

_LABEL = re.compile(r'<span class="label">(?:<[^<>]*>|[^<>])*?\]</span></span>')
"""The number before a note, which the reader sets itself."""

_SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "line_length_limit": 100_000,
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "syntax_highlight": "none",
    "math_output": "LaTeX",
    "report_level": 3,  # of what is not understood the text is kept
    "halt_level": 5,
    "warning_stream": "",
    "section_self_link": False,
    "toc_backlinks": False,
    "footnote_backlinks": False,
    "doctitle_xform": True,
    "sectsubtitle_xform": False,
    "smart_quotes": False,
}


def document_of(raw: Raw) -> Document:
    """The document of reStructuredText; of one that docutils cannot read, its lines.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    builder = Builder()
    meta = raw.meta("rst", decoded)
    found = None if _is_too_long(decoded.text) else _page(decoded.text)
    if found is None:
        builder.notice(notice_of(NoticeCode.MARKUP_UNREAD))
        page = "".join(lines_as("p", part) for part in decoded.text.split("\n\n") if part.strip())
    else:
        page, title = found
        meta = replace(meta, title=title)
    write_page(builder, page)
    return builder.document(meta, direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first, unless that refers to what may stand further on.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    if _REFERENCE.search(raw.data, 0, MARKED_LENGTH) or _is_too_long(raw.decoded().text):
        yield document_of(raw)
    else:
        yield from growing(raw, document_of, before=_SECTION)


def _is_too_long(text: str) -> bool:
    """Whether docutils would take too long; a table's cells are paragraphs of their own."""
    parts = (part for part in text.split("\n\n") if len(part) > LONGEST)
    return (
        len(text) > LARGEST
        or sum(map(text.count, _SIGNS)) > MOST_SIGNS
        or any(
            not part.lstrip().startswith(_PARTED) or any(len(line) > LONGEST for line in part.split("\n"))
            for part in parts
        )
    )


def _page(text: str) -> tuple[str, str] | None:
    """The text as HTML and its title; None where docutils gives up."""
    from docutils.core import publish_parts
    from docutils.utils import SystemMessage

    _know_roles()
    try:
        parts = publish_parts(_DOMAIN.sub(":", text), writer="html5", settings_overrides=dict(_SETTINGS))
    except (SystemMessage, RecursionError, ValueError, LookupError, AttributeError, AssertionError, TypeError):
        return None
    parts["html_body"] = _SUBTITLE.sub(r"<h2\1</h2>", parts["html_body"])
    body = _MESSAGE_TEXT.sub(r"\1", _MESSAGE_TITLE.sub("", _LABEL.sub("", parts["html_body"])))
    return body, parts["title"] if "<" not in parts["title"] else ""


@cache
def _know_roles() -> None:
    """Tell docutils of Sphinx's roles: what they say, without where it leads."""
    from docutils import nodes
    from docutils.parsers.rst import roles

    def told(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> tuple[list[Any], list[Any]]:
        titled = _TITLED.fullmatch(text)
        said = nodes.unescape(titled[1] if titled else text.removeprefix("~").removeprefix("!"))
        return [nodes.literal(rawtext, said) if name not in ("ref", "doc", "term") else nodes.inline(rawtext, said)], []

    for name in _ROLES:
        roles.register_local_role(name, told)
