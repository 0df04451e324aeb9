"""Markdown: CommonMark with GitHub's tables and strikethrough, footnotes, front matter and direction attributes.

It is rendered to HTML, raw HTML and all, and read as HTML is: one meaning for ``<div dir="rtl">`` wherever it stands. A
direction is stated by an attribute in braces before a block (``{dir=rtl}``) too, and for the whole text in its front
matter (``dir: rtl``).
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.beginning import growing, is_long
from reader.formats.builder import Builder
from reader.formats.long_tables import NOTHING_ASIDE, put_aside
from reader.formats.markup import Markup
from reader.formats.numbering import TICKED, UNTICKED
from reader.formats.raw import Raw
from reader.formats.text import parse_text
from reader.formats.trees import html_tree, name_of
from reader.model import Direction, Document, Metadata, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern
from reader.values import replace

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_FRONT = lazy_pattern(r"\A(---|\+\+\+)[ \t]*\n(.{0,65536}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = lazy_pattern(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(\S.*|)((?:\n[ \t]*- .*)*)$", re.MULTILINE)
_ITEM = lazy_pattern(r"^[ \t]*- (.*)$", re.MULTILINE)
_LIST = lazy_pattern(r"\s*,\s*")

_HEADING = lazy_pattern(rb"^#", re.MULTILINE)
_DEFINITION = lazy_pattern(rb"^[ >\t]{0,8}\[[^\]\n]{1,300}\]:", re.MULTILINE)

LONGEST = 8_000_000
MOST_SIGNS = 500_000
"""Code points that are parsed as Markdown, and signs in them, which make objects; what has more is plain text."""

_SIGNS = "*_[]|`<&~#>\n"

NESTING = 100
"""Blocks inside each other that are told apart."""

_BRACES = lazy_pattern(r"(?<!\s)\s*+\{:?\s*+([^{}\s](?:[^{}\n]{0,199}?[^{}\s])?)\s*+\}\s*+$")
"""Each stretch of white space is passed over once, however long it is."""

_BRACED = lazy_pattern(r"#([\w:.-]+)|\b(dir|lang)\s*=\s*[\"']?([\w-]+)")
_TASK = lazy_pattern(r"\[([ xX])\]\s+")
_NOT_IN_NAMES = lazy_pattern(r"[^\w\- ]")
_LONG_TABLE = lazy_pattern(r"(?:\A|(?<=\n\n))(\|[^\n]*\n\|[ \t:|]*-[ \t:|-]*\n)((?:\|[^\n]*\n){1000,})(?=[ \t]*\n|\Z)")
"""A table of many rows, each beginning with its sign: the names of its columns with the line below, and the rows."""

_ROWS = 500
"""Rows of a long table that are parsed at a time."""

_TABLE_BEGINS = lazy_pattern(r".*?<tbody\b[^>]*>\n?", re.DOTALL)
_TABLE_ENDS = "</tbody>\n</table>\n"
_UNCUT = lazy_pattern(r"```|~~~|<!--|<(?:pre|script|style|textarea)\b|\^\[", re.IGNORECASE)
"""Signs that may hold what looks like a table, or are numbered through the whole text."""

_PARAGRAPH = lazy_pattern(r"[^\n]+(?:\n[^\n]+)*")
_NOT_BRACKETS = lazy_pattern(r"[^\[\]]+")
_BRACKETS_DEEP = 100
_BRACKETS_FEW = 500


def html_of(text: str) -> str:
    """A piece of Markdown in another document as HTML; too much of it is shown as it stands."""
    return f"<pre>{escape(text)}</pre>" if _is_too_much(text) else str(_renderer().render(_guarded(text)))


def _is_too_much(text: str) -> bool:
    return len(text) > LONGEST or sum(map(text.count, _SIGNS)) > MOST_SIGNS


def document_of(raw: Raw) -> Document:
    """The document of a Markdown text.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    text = decoded.text
    if _is_too_much(text):
        meta = replace(raw.meta("text", decoded), notices=(notice_of(NoticeCode.MARKDOWN_TOO_LARGE),))
        return parse_text(text, direction=raw.options.direction, meta=meta)
    front: dict[str, str] = {}
    found = _FRONT.match(text)
    if found:
        front = _entries(found[1], found[2])
        text = "\n" * found[0].count("\n") + text[found.end() :]
    direction = front.get("dir", front.get("direction", "")).lower()
    stated = Direction(direction) if direction in ("ltr", "rtl") else None
    builder = Builder()
    aside = put_aside(text)
    html = _rendered(aside.text)
    if aside.rows and not aside.are_found(html):
        aside, html = NOTHING_ASIDE, _rendered(text)
    root = html_tree(html, builder.notice)
    if root is not None:
        body = next((child for child in root if name_of(child) == "body"), root)
        Markup(builder, direction=stated, lines=False, aside=aside).write(body)
    return builder.document(
        _stated(front, raw.meta("markdown", decoded)),
        direction=raw.options.direction,
        stated=stated,
    )


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document; the beginning of a long one first, unless what stands further on changes how it reads.

    Definitions of links and notes may stand anywhere.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    if not is_long(raw.data) or _DEFINITION.search(raw.data) or _is_too_much(raw.decoded().text):
        yield document_of(raw)
    else:
        yield from growing(raw, document_of, before=_HEADING)


def _rendered(text: str) -> str:
    """The text as HTML; a long table part by part, for the parser needs a kilobyte for each of its cells."""
    renderer, text, names = _renderer(), _guarded(text), Counter[str]()
    found = list(_LONG_TABLE.finditer(text))
    if not found or _UNCUT.search(text) or _DEFINITION.search(text.encode()):
        return str(renderer.render(text))

    def rendered(part: str, line: int) -> str:
        return str(renderer.render(part, {"line": line, "names": names}))

    html: list[str] = []
    at = line = 0
    for table in found:
        html.append(rendered(text[at : table.start()], line))
        line += text.count("\n", at, table.start())
        rows = _rendered_table(table[1], table[2].split("\n")[:-1], line, rendered)
        if rows is None:
            return str(renderer.render(text))
        html.append(rows)
        line += table[0].count("\n")
        at = table.end()
    return "".join((*html, rendered(text[at:], line)))


def _rendered_table(head: str, rows: list[str], line: int, rendered: Callable[[str, int], str]) -> str | None:
    """One table of several with the same head; None where they are no tables."""
    parts: list[str] = []
    for first in range(0, len(rows), _ROWS):
        part = rendered(head + "\n".join(rows[first : first + _ROWS]) + "\n", line + first)
        begins = _TABLE_BEGINS.match(part)
        if not begins or not part.endswith(_TABLE_ENDS):
            return None
        parts.append(part[begins.end() if first else 0 : -len(_TABLE_ENDS)])
    return "".join((*parts, _TABLE_ENDS))


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
    from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    renderer = MarkdownIt("commonmark", {"html": True, "maxNesting": NESTING}).enable(["table", "strikethrough"])
    renderer.use(footnote_plugin).use(attrs_block_plugin).use(attrs_plugin, spans=True, allowed=("id", "dir", "lang"))
    # What the notes are called is told by their markers, and where they begin needs no rule.
    renderer.add_render_rule("footnote_caption", lambda _, tokens, at, *__: str(tokens[at].meta["id"] + 1))
    renderer.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes"><ol>')
    renderer.core.ruler.push("source_lines", _with_lines)
    renderer.core.ruler.push("heading_names", _with_names)
    renderer.core.ruler.push("braces", _with_braces)
    renderer.core.ruler.push("tasks", _with_tasks)
    return renderer


def _with_lines(state: "StateCore") -> None:
    """Every block says in which line of the source it begins."""
    for token in state.tokens:
        if token.map and token.nesting >= 0:
            token.attrSet("data-line", str(token.map[0] + 1 + state.env.get("line", 0)))


def _with_names(state: "StateCore") -> None:
    """Headings are places that links lead to: by the name they are given in braces, else as GitHub makes it."""
    taken: Counter[str] = state.env.get("names", Counter())
    for token, inline in pairwise(state.tokens):
        if token.type != "heading_open" or not inline.children:
            continue
        last = inline.children[-1]
        given = _BRACES.search(last.content) if last.type == "text" else None
        if given:
            last.content = last.content[: given.start()]
            _set_attributes(token, given[1])
        if token.attrGet("id"):
            continue
        words = "".join(child.content for child in inline.children if child.type in ("text", "code_inline"))
        name = _NOT_IN_NAMES.sub("", words.lower()).replace(" ", "-")
        token.attrSet("id", f"{name}-{taken[name]}" if taken[name] else name)
        taken[name] += 1


def _with_braces(state: "StateCore") -> None:
    """Attach braces in the last line of a paragraph to it, as kramdown does: ``{: dir="rtl"}``."""
    for before, token in pairwise(state.tokens):
        if before.type != "paragraph_open" or not token.children or len(token.children) < 2:
            continue
        line_end, last = token.children[-2:]
        given = _BRACES.fullmatch(last.content) if last.type == "text" and line_end.type == "softbreak" else None
        if given:
            del token.children[-2:]
            _set_attributes(before, given[1])


def _set_attributes(token: "Token", text: str) -> None:
    """The name, direction and language that braces give to a block."""
    for found in _BRACED.finditer(text):
        token.attrSet("id" if found[1] else found[2], found[1] or found[3])


def _with_tasks(state: "StateCore") -> None:
    """Items that begin with a box in brackets are tasks (GitHub): the box is their label."""
    tokens = state.tokens
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type != "list_item_open" or paragraph.type != "paragraph_open" or not inline.children:
            continue
        first = inline.children[0]
        box = _TASK.match(first.content) if first.type == "text" else None
        if box:
            first.content = first.content[box.end() :]
            item.attrSet("data-marker", UNTICKED if box[1] == " " else TICKED)


def _entries(fence: str, text: str) -> dict[str, str]:
    """The plain entries of front matter: TOML between plus signs, else the lines of YAML that name a value or several.

    Several values are joined by commas.
    """
    if fence == "+++":
        try:
            said = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            return {}
        return {name.lower(): _listed(value) if isinstance(value, list) else str(value) for name, value in said.items()}
    entries: dict[str, str] = {}
    for name, value, below in _ENTRY.findall(text):
        values = _ITEM.findall(below) if below else _LIST.split(value.strip("[]")) if value[:1] == "[" else [value]
        entries[name.lower()] = _listed(values)
    return entries


def _listed(values: Iterable[object]) -> str:
    plain = (str(value).strip().strip("\"'") for value in values)
    return ", ".join(value for value in plain if value)


def _stated(front: dict[str, str], meta: Metadata) -> Metadata:
    return replace(
        meta,
        title=front.get("title", ""),
        author=front.get("author", front.get("authors", "")),
        publisher=front.get("publisher", ""),
        date=front.get("date", ""),
        language=front.get("lang", front.get("language", "")),
    )
