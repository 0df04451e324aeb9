"""Markdown: CommonMark with GitHub's tables and strikethrough, footnotes, front matter and direction attributes.

It is rendered to HTML, raw HTML and all, and read as HTML is: one meaning for ``<div dir="rtl">`` wherever it stands. A
direction is stated by an attribute in braces before a block (``{dir=rtl}``) too, and for the whole text in its front
matter (``dir: rtl``).
"""

import re
import tomllib
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.builder import Builder
from reader.formats.markup import Markup
from reader.formats.raw import Raw
from reader.formats.trees import html_tree, name_of
from reader.model import Direction, Document, Metadata

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.{0,65536}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z][\w-]*)\s*:\s*(\S.*)$", re.MULTILINE)
_LIST = re.compile(r"\s*,\s*")

NESTING = 100
"""Blocks inside each other that are told apart."""

_NAME = re.compile(r"\s*\{\s*#([\w:.-]+)[^{}]*\}\s*$")
_NOT_IN_NAMES = re.compile(r"[^\w\- ]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_NOT_BRACKETS = re.compile(r"[^\[\]]+")
_BRACKETS_DEEP = 100
_BRACKETS_FEW = 500


def document_of(raw: Raw) -> Document:
    """The document of a Markdown text.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    text = decoded.text
    front: dict[str, str] = {}
    found = _FRONT.match(text)
    if found:
        front = _entries(found[1], found[2])
        text = "\n" * found[0].count("\n") + text[found.end() :]
    builder = Builder()
    root = html_tree(_renderer().render(_guarded(text)), builder.notice)
    if root is not None:
        body = next((child for child in root if name_of(child) == "body"), root)
        Markup(builder, lines=False).write(body)
    direction = front.get("dir", front.get("direction", ""))
    return builder.document(
        _stated(front, raw.meta("markdown", decoded)),
        direction=raw.options.direction,
        stated=Direction(direction) if direction in ("ltr", "rtl") else None,
    )


def _guarded(text: str) -> str:
    """The text with the brackets of paragraphs escaped that nest them as nobody does: links take the square of that."""
    if text.count("[") < _BRACKETS_FEW:
        return text
    return _PARAGRAPH.sub(lambda m: m[0].replace("[", "\\[") if _nests_deep(m[0]) else m[0], text)


def _nests_deep(paragraph: str) -> bool:
    if paragraph.count("[") < _BRACKETS_DEEP:
        return False
    depth = 0
    for character in _NOT_BRACKETS.sub("", paragraph):
        depth = max(0, depth + (1 if character == "[" else -1))
        if depth > _BRACKETS_DEEP:
            return True
    return False


def _renderer() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    renderer = MarkdownIt("commonmark", {"html": True, "maxNesting": NESTING}).enable(["table", "strikethrough"])
    renderer.use(footnote_plugin).use(attrs_block_plugin)
    # What the notes are called is told by their markers, and where they begin needs no rule.
    renderer.add_render_rule("footnote_caption", lambda _, tokens, at, *__: str(tokens[at].meta["id"] + 1))
    renderer.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes"><ol>')
    renderer.core.ruler.push("source_lines", _with_lines)
    renderer.core.ruler.push("heading_names", _with_names)
    return renderer


def _with_lines(state: "StateCore") -> None:
    """Every block says in which line of the source it begins."""
    for token in state.tokens:
        if token.map and token.nesting >= 0:
            token.attrSet("data-line", str(token.map[0] + 1))


def _with_names(state: "StateCore") -> None:
    """Headings are places that links lead to: by the name they are given in braces, else as GitHub makes it."""
    taken: Counter[str] = Counter()
    for token, inline in pairwise(state.tokens):
        if token.type != "heading_open" or not inline.children:
            continue
        last = inline.children[-1]
        given = _NAME.search(last.content) if last.type == "text" else None
        if given:
            last.content = last.content[: given.start()]
            token.attrSet("id", given[1])
        if token.attrGet("id"):
            continue
        words = "".join(child.content for child in inline.children if child.type in ("text", "code_inline"))
        name = _NOT_IN_NAMES.sub("", words.lower()).replace(" ", "-")
        token.attrSet("id", f"{name}-{taken[name]}" if taken[name] else name)
        taken[name] += 1


def _entries(fence: str, text: str) -> dict[str, str]:
    """The plain entries of front matter: TOML between plus signs, else the lines of YAML that name a single value."""
    if fence == "+++":
        try:
            return {name.lower(): str(value) for name, value in tomllib.loads(text).items()}
        except tomllib.TOMLDecodeError:
            return {}
    return {name.lower(): value.strip().strip("\"'[]") for name, value in _ENTRY.findall(text)}


def _stated(front: dict[str, str], meta: Metadata) -> Metadata:
    return replace(
        meta,
        title=front.get("title", ""),
        author=", ".join(_LIST.split(front.get("author", front.get("authors", "")))),
        publisher=front.get("publisher", ""),
        date=front.get("date", ""),
        language=front.get("lang", front.get("language", "")),
    )
