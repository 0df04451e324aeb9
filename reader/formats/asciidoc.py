"""AsciiDoc: sections, paragraphs, lists, blocks, tables, admonitions, notes, references and attributes.

Source: the AsciiDoc Language documentation (asciidoc.org). Nothing is included, fetched or run: where a document would
include another stands a link to it. Running text is :mod:`reader.formats.asciidoc_text`'s.
"""

import re
from collections.abc import Iterator
from html import escape

from reader.formats.asciidoc_header import DocumentHeader
from reader.formats.asciidoc_lines import GIVEN, LineCursor, NumberedLine, entry_of, lines_of, put_in, set_by
from reader.formats.asciidoc_lists import DEEPEST, ListReader
from reader.formats.asciidoc_said import BlockSaid
from reader.formats.asciidoc_shapes import (
    ANCHOR,
    ATTRIBUTES,
    DELIMITER,
    ITEM,
    RULE,
    SECTION,
    TERM,
    TITLE,
    is_over,
    level_by_underline,
)
from reader.formats.asciidoc_tables import table_of
from reader.formats.asciidoc_text import Texts
from reader.formats.beginning import growing, settled
from reader.formats.builder import Builder
from reader.formats.pages import write_page
from reader.formats.raw import Raw
from reader.formats.tex_math import rows_of as rows_of_formula
from reader.model import Document
from reader.values import replace

_ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+(.*)$")
_MACRO = re.compile(r"(?P<name>image|video|audio|include|toc|doctest)::(?P<target>[^\[\]]{0,1000})\[(?P<said>.*)\]$")
_LABELS = {
    "en": ("Note", "Tip", "Important", "Warning", "Caution"),
    "ar": ("ملاحظة", "تلميح", "مهم", "تحذير", "تنبيه"),
    "he": ("הערה", "עצה", "חשוב", "אזהרה", "זהירות"),
    "fa": ("یادداشت", "نکته", "مهم", "هشدار", "احتیاط"),
    "ur": ("نوٹ", "مشورہ", "اہم", "انتباہ", "احتیاط"),
}
"""The words for admonitions, in their order, where a document names no others."""

_ADMONITIONS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
_VERBATIM = frozenset({"listing", "literal", "source"})
_SECTION = re.compile(rb"(?<=\n\n)={2,6} ")


def document_of(raw: Raw) -> Document:
    """The document of AsciiDoc.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    texts = Texts(dict(GIVEN))
    lines = lines_of(decoded.text)
    header = DocumentHeader()
    blocks = _Blocks(header.without(lines, texts), texts)
    title = texts.html(header.title)
    head = f"<h1 data-line=1>{title}</h1>" if title else ""
    byline = " · ".join(filter(None, ("; ".join(header.authors), header.revision)))
    head += f"<p><em>{escape(byline)}</em></p>" if byline else ""
    page = head + "".join(blocks.page()) + "".join(texts.notes)
    builder = Builder()
    write_page(builder, texts.resolved(page))
    meta = replace(
        raw.meta("asciidoc", decoded),
        title=re.sub(r"<[^<>]*>", "", title),
        author="; ".join(header.authors),
        date=texts.attributes.get("revdate", ""),
        language=texts.attributes.get("lang", ""),
    )
    return builder.document(meta, direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of, before=_SECTION, kept=settled)


class _Blocks:
    """A pass over lines, block by block."""

    def __init__(self, lines: list[NumberedLine], texts: Texts, depth: int = 0) -> None:
        self._cursor, self._texts, self._depth = LineCursor(lines), texts, depth
        self._lists = ListReader(self._cursor, self)

    def page(self) -> Iterator[str]:
        """The elements of all blocks."""
        while not self._cursor.ended:
            yield self.block()

    def html(self, text: str) -> str:
        """Running text, its attributes put in."""
        return self._texts.html(put_in(text, self._texts.attributes))

    def block(self) -> str:
        """The next block, with what stands over it."""
        said = BlockSaid()
        places: list[str] = []
        while not self._cursor.ended:
            text = self._cursor.text
            if not text or (text.startswith("//") and not text.startswith("////")):
                self._cursor.at += 1
                if not text and (said.style or said.title):
                    continue
            elif entry := entry_of(text):
                set_by(entry, self._texts.attributes)
                self._cursor.at += 1
            elif anchor := ANCHOR.match(text):
                said.name = said.name or anchor["name"]
                places.append(anchor["name"])
                self._texts.name(anchor["name"], escape(anchor["title"] or ""))
                self._cursor.at += 1
            elif (found := ATTRIBUTES.match(text)) and not text.startswith("[["):
                said.take(put_in(found["said"], self._texts.attributes))
                self._cursor.at += 1
            elif (titled := TITLE.match(text)) and not DELIMITER.match(text):
                said.title = titled["title"]
                self._cursor.at += 1
            else:
                break
        else:
            return "".join(f'<a id="{escape(place)}"></a>' for place in places)
        if said.name and said.title:
            self._texts.name(said.name, self.html(said.title))
        anchors = "".join(f'<a id="{escape(place)}"></a>' for place in dict.fromkeys((*places, said.name)) if place)
        section = self._section(said)
        if section:
            return anchors + section
        title = f"<p><em>{self.html(said.title)}</em></p>" if said.title else ""
        return anchors + title + self._body(said)

    def _section(self, said: BlockSaid) -> str:
        """A heading; "" for what is none."""
        found = SECTION.match(self._cursor.text)
        level = len(found["marks"]) if found else 0
        title = found["title"] if found else self._cursor.text
        following = next((line.text for line in self._cursor.lines[self._cursor.at + 1 : self._cursor.at + 2]), "")
        if not found and self._cursor.text and not DELIMITER.match(self._cursor.text):
            level = level_by_underline(self._cursor.text, following)
        if not level or (self._depth and said.style not in ("discrete", "float")):
            return ""
        line = self._cursor.take().number
        self._cursor.at += not found
        html = self.html(title)
        inner = re.match(r'<a id="([^"<>]+)"></a>', html)
        place = said.name or (inner[1] if inner else "") or self._texts.place_of(html)
        self._texts.name(place, html)
        return f'<h{min(level, 6)} data-line={line} id="{escape(place)}"{said.direction}>{html}</h{min(level, 6)}>'

    def _body(self, said: BlockSaid) -> str:
        text = self._cursor.text
        if DELIMITER.match(text):
            return self._delimited(said)
        if found := _MACRO.match(text):
            self._cursor.at += 1
            return self._macro(found)
        if RULE.match(text):
            self._cursor.at += 1
            return "<hr>"
        if text.startswith("<<<"):
            self._cursor.at += 1
            return ""
        if said.style not in _VERBATIM and ITEM.match(text):
            return self._lists.items(said)
        if said.style not in _VERBATIM and (term := TERM.match(text)) and term["term"] and "//" not in term["term"][:2]:
            return self._lists.terms()
        return self.paragraph(said)

    def paragraph(self, said: BlockSaid) -> str:
        """The next paragraph, as what its style makes of it."""
        line = self._cursor.lines[self._cursor.at].number
        is_indented = self._cursor.text.startswith((" ", "\t"))
        taken: list[str] = []
        while not self._cursor.ended and self._cursor.text:
            if taken and (DELIMITER.match(self._cursor.text) or is_over(self._cursor.text)):
                break
            text = self._cursor.take().text
            if not text.startswith("//") or said.style in _VERBATIM or is_indented:
                taken.append(text)
        text = "\n".join(taken)
        if said.style in _VERBATIM or (is_indented and not said.style):
            return _code(_dedented(text), said, line)
        if said.style in ("stem", "latexmath", "asciimath"):
            return self._formula(text, said.style)
        if said.style == "verse":
            return f"<div class=verse>{'<br>'.join(map(self.html, taken))}</div>{self._cited(said)}"
        admonition = _ADMONITION.match(text.partition("\n")[0])
        if admonition:
            text = text[admonition.start(2) :]
        style = admonition[1] if admonition else said.style
        if text.startswith("> ") or text == ">":
            inner = [NumberedLine(re.sub(r"^> ?", "", each), line + at) for at, each in enumerate(taken)]
            return f"<blockquote>{self.within(inner)}</blockquote>"
        if "hardbreaks" in said.options or "hardbreaks-option" in self._texts.attributes:
            text = text.replace("\n", " +\n")
        if text.startswith('"') and (quoted := re.match(r'"([^"]+)"\n-- (.*)$', text, re.DOTALL)):
            return f"<blockquote><p>{self.html(quoted[1])}</p><p>— {self.html(quoted[2])}</p></blockquote>"
        html = self.html("\n".join(part.strip() for part in text.split("\n")))
        if style in _ADMONITIONS:
            return f"<blockquote><p data-line={line}><b>{self._label(style)}:</b> {html}</p></blockquote>"
        page = f"<p data-line={line}{said.direction}>{html}</p>"
        return f"<blockquote>{page}{self._cited(said)}</blockquote>" if style == "quote" else page

    def _label(self, style: str) -> str:
        caption = self._texts.attributes.get(f"{style.lower()}-caption")
        labels = _LABELS.get(self._texts.attributes.get("lang", "")[:2], _LABELS["en"])
        return escape(caption or labels[_ADMONITIONS.index(style)])

    def _cited(self, said: BlockSaid) -> str:
        """Who is quoted, and where."""
        parts = [
            said.named.get(key) or said.named.get(name) for key, name in (("2", "attribution"), ("3", "citetitle"))
        ]
        words = ", ".join(self.html(part) for part in parts if part)
        return f"<p>— {words}</p>" if words else ""

    def within(self, lines: list[NumberedLine]) -> str:
        """The blocks that stand in a block."""
        if self._depth >= DEEPEST:
            text = "\n".join(line.text for line in lines)
            return f"<pre>{escape(text)}</pre>"
        return "".join(_Blocks(lines, self._texts, self._depth + 1).page())

    def _delimited(self, said: BlockSaid) -> str:
        """A block between two lines of signs; one that does not end goes on to the end."""
        opening = self._cursor.take()
        fence = opening.text[: len(opening.text) - len(opening.text.lstrip("`"))] or opening.text
        inner: list[NumberedLine] = []
        while not self._cursor.ended and self._cursor.text != fence:
            inner.append(self._cursor.take())
        self._cursor.at += 1
        kind = opening.text[:1]
        if kind == "/":
            return ""
        if kind in "|,:!" and opening.text[1:2] == "=":
            return table_of([line.text for line in inner], opening.text[0], said, self)
        text = "\n".join(line.text for line in inner)
        if said.style in ("stem", "latexmath", "asciimath"):
            return self._formula(text, said.style)
        if said.style == "verse":
            return f"<div class=verse>{'<br>'.join(self.html(line.text) for line in inner)}</div>{self._cited(said)}"
        if kind == "`":
            said.style, said.named["2"] = "source", opening.text.strip("` ").partition(",")[0]
            return _code(text, said, opening.number + 1)
        if (kind in "-." and len(fence) > 2) or said.style in _VERBATIM:
            return _code(text, said, opening.number + 1)
        if kind == "+":
            return "" if "<script" in text.lower() else f"<div>{text}</div>"
        if said.style == "comment":
            return ""
        return self._division(said, self.within(inner), kind)

    def _division(self, said: BlockSaid, page: str, kind: str) -> str:
        """A block of blocks."""
        if said.style in _ADMONITIONS:
            return f"<blockquote><p><b>{self._label(said.style)}</b></p>{page}</blockquote>"
        if kind == "_" or said.style == "quote":
            return f"<blockquote{said.direction}>{page}{self._cited(said)}</blockquote>"
        if kind == "*" or said.style in ("sidebar", "abstract"):
            return f"<blockquote{said.direction}>{page}</blockquote>"
        return f"<div{said.direction}>{page}</div>"

    def _formula(self, text: str, style: str) -> str:
        is_tex = style == "latexmath" or (style == "stem" and self._texts.attributes.get("stem") == "latexmath")
        rows = rows_of_formula(text.strip().strip("$")) if is_tex else text.strip().split("\n")
        return f"<p dir=ltr>{'<br>'.join(map(escape, rows))}</p>"

    def _macro(self, found: "re.Match[str]") -> str:
        name, target = found["name"], escape(put_in(found["target"], self._texts.attributes))
        said = put_in(found["said"], self._texts.attributes)
        if name in ("toc", "doctest"):
            return ""
        if name == "image":
            alt = said.split(",")[0].strip('" ')
            alt = "" if "=" in alt else alt
            return f'<img src="{target}" alt="{escape(alt) or target.rpartition("/")[2]}">'
        return f'<p><a href="{target}">{target}</a></p>'


def _code(text: str, said: BlockSaid, line: int) -> str:
    language = said.named.get("language") or (
        said.named.get("2", "") if said.style in ("source", "", "listing") else ""
    )
    syntax = f' class="language-{escape(language)}"' if re.fullmatch(r"[\w+#-]{1,40}", language) else ""
    return f"<pre data-line={line}><code{syntax}>{escape(text)}</code></pre>"


def _dedented(text: str) -> str:
    lines = text.split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines)
