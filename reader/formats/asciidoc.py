"""AsciiDoc: sections, paragraphs, lists, blocks, tables, admonitions, notes, references and attributes.

Source: the AsciiDoc Language documentation (asciidoc.org). Nothing is included, fetched or run: where a document would
include another stands a link to it. Running text is :mod:`reader.formats.asciidoc_text`'s.
"""

import re
from collections.abc import Iterator
from html import escape

from reader.formats.asciidoc_lines import GIVEN, NumberedLine, entry_of, lines_of, put_in, set_by
from reader.formats.asciidoc_tables import TableCell, cells_behind_bars, rows_of, rows_of_values, styles_of
from reader.formats.asciidoc_text import Texts
from reader.formats.builder import Builder
from reader.formats.pages import write_page
from reader.formats.raw import Raw
from reader.formats.tex_math import rows_of as rows_of_formula
from reader.model import Document
from reader.values import dataclass, field, replace

_DEEPEST = 12
"""Blocks in blocks that are read as such; what stands deeper is shown as it stands."""

_SECTION = re.compile(r"(?P<marks>={1,6}|#{1,6})\s+(?P<title>\S.*?)(?:\s+(?P=marks))?$")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_ATTRIBUTES = re.compile(r"\[(?P<said>[^\[\]\n]*(?:\[[^\[\]]*\][^\[\]\n]*)*)\]$")
_ANCHOR = re.compile(r"\[\[(?P<name>[^\[\],]+)(?:,\s*(?P<title>[^\]]*))?\]\]$")
_TITLE = re.compile(r"\.(?P<title>[^\s.].*)$")
_DELIMITER = re.compile(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|~{4,}|--|`{3,}.*|[|,:!]={3,})$")
_ITEM = re.compile(
    r"\s*(?:(?P<bullet>\*{1,6}|-|•)|(?P<dots>\.{1,6})|(?P<number>\d{1,9}\.|[A-Za-z]\.|[ivxIVX]{1,8}\))|"
    r"<(?P<callout>\d{1,4}|\.)>)\s+(?P<text>\S.*)$"
)
_TERM = re.compile(r"\s*(?P<term>\S.{0,500}?|)(?P<marks>:{2,4}|;;)(?:\s+(?P<text>\S.*))?$")
_CHECKED = re.compile(r"\[([ xX*])\]\s+")
_ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+(.*)$")
_MACRO = re.compile(r"(?P<name>image|video|audio|include|toc|doctest)::(?P<target>[^\[\]]{0,1000})\[(?P<said>.*)\]$")
_RULE = re.compile(r"(?:'{3,}|-{3}|\*{3}|- - -|\* \* \*)$")
_AUTHOR = re.compile(r"(?P<name>[^<>:;\[\]|]{1,100}?)(?:\s+<(?P<mail>[^<>]{1,200})>)?\s*$")
_KEY = re.compile(r"\s*(?:([\w-]+)\s*=\s*)?(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^,]*)(?:,|$)")
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
_SPECIAL = frozenset({"abstract", "preface", "appendix", "glossary", "bibliography", "index", "colophon", "dedication"})


@dataclass(slots=True)
class _BlockSaid:
    """The lines over a block: its title, name, style, and what its attributes say."""

    title: str = ""
    name: str = ""
    style: str = ""
    places: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)
    options: set[str] = field(default_factory=set)

    @property
    def direction(self) -> str:
        """The direction, as an attribute."""
        return next((f" dir={role}" for role in self.roles if role in ("rtl", "ltr")), "")


def document_of(raw: Raw) -> Document:
    """The document of AsciiDoc.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    texts = Texts(dict(GIVEN))
    lines = lines_of(decoded.text)
    header = _DocumentHeader()
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


class _DocumentHeader:
    """The head of a document: its title, who wrote it, which revision it is."""

    def __init__(self) -> None:
        self.title = self.revision = ""
        self.authors: list[str] = []

    def without(self, lines: list[NumberedLine], texts: Texts) -> list[NumberedLine]:
        """The lines after the header, whose attributes are set."""
        at = 0
        while at < len(lines) and self._is_before(lines[at].text):
            if entry := entry_of(lines[at].text):
                set_by(entry, texts.attributes)
            at += 1
        if at >= len(lines):
            return []
        found = _SECTION.match(lines[at].text)
        if found and len(found["marks"]) == 1:
            self.title, at = found["title"], at + 1
        elif at + 1 < len(lines) and _level_by_underline(lines[at].text, lines[at + 1].text) == 1:
            self.title, at = lines[at].text, at + 2
        else:
            return lines[at:]
        number = 0
        while at < len(lines) and lines[at].text:
            text = lines[at].text
            if entry := entry_of(text):
                set_by(entry, texts.attributes)
            elif not text.startswith("//"):
                number += 1
                if not self._take(number, put_in(text, texts.attributes), texts):
                    break
            at += 1
        self.title = put_in(self.title, texts.attributes)
        self.authors = self.authors or [name for name in (texts.attributes.get("author", ""),) if name]
        return lines[at:]

    @staticmethod
    def _is_before(text: str) -> bool:
        return not text or (text.startswith("//") and not text.startswith("////")) or bool(entry_of(text))

    def _take(self, number: int, text: str, texts: Texts) -> bool:
        """Take the line of the authors or of the revision; False for what belongs to neither."""
        if number == 1:
            found = [_AUTHOR.match(part.strip()) for part in text.split(";") if part.strip()]
            if not all(found) or len(text) > 1000:
                return False
            self.authors = [each["name"].replace("_", " ") for each in found if each]
            return True
        if number == 2 and re.match(r"v?\d|.*\d{4}", text):
            self.revision = text.partition(":")[0]
            date = re.search(r"\d{4}-\d\d-\d\d", text)
            texts.attributes.setdefault("revdate", date[0] if date else "")
            return True
        return False


def _level_by_underline(text: str, line: str) -> int:
    """The level of a title with a line under it, from 1; 0 for what is none."""
    level = _UNDERLINES.get(line[:1], 0)
    if not level or len(line) < 3 or line.strip(line[0]) or abs(len(text) - len(line)) > 2:
        return 0
    return level if re.match(r"\w", text) and not _ITEM.match(text) else 0


class _Blocks:
    """A pass over lines, block by block."""

    def __init__(self, lines: list[NumberedLine], texts: Texts, depth: int = 0) -> None:
        self._lines, self._texts, self._depth = lines, texts, depth
        self._at = self._joins = 0

    def page(self) -> Iterator[str]:
        """The elements of all blocks."""
        while self._at < len(self._lines):
            yield self._block()

    # Lines

    @property
    def _text(self) -> str:
        return self._lines[self._at].text if self._at < len(self._lines) else ""

    def _take(self) -> NumberedLine:
        self._at += 1
        return self._lines[self._at - 1]

    def _html(self, text: str) -> str:
        return self._texts.html(put_in(text, self._texts.attributes))

    # Blocks

    def _block(self) -> str:
        """The next block, with what stands over it."""
        said = _BlockSaid()
        places: list[str] = []
        while self._at < len(self._lines):
            text = self._text
            if not text or (text.startswith("//") and not text.startswith("////")):
                self._at += 1
                if not text and (said.style or said.title):
                    continue
            elif entry := entry_of(text):
                set_by(entry, self._texts.attributes)
                self._at += 1
            elif anchor := _ANCHOR.match(text):
                said.name = said.name or anchor["name"]
                places.append(anchor["name"])
                self._texts.name(anchor["name"], escape(anchor["title"] or ""))
                self._at += 1
            elif (found := _ATTRIBUTES.match(text)) and not text.startswith("[["):
                self._say(said, put_in(found["said"], self._texts.attributes))
                self._at += 1
            elif (titled := _TITLE.match(text)) and not _DELIMITER.match(text):
                said.title = titled["title"]
                self._at += 1
            else:
                break
        else:
            return "".join(f'<a id="{escape(place)}"></a>' for place in places)
        if said.name and said.title:
            self._texts.name(said.name, self._html(said.title))
        anchors = "".join(f'<a id="{escape(place)}"></a>' for place in dict.fromkeys((*places, said.name)) if place)
        section = self._section(said)
        if section:
            return anchors + section
        title = f"<p><em>{self._html(said.title)}</em></p>" if said.title else ""
        return anchors + title + self._body(said)

    def _say(self, said: _BlockSaid, text: str) -> None:
        """Take a line of attributes."""
        at, number = 0, 0
        while at < len(text) and (found := _KEY.match(text, at)):
            at = max(found.end(), at + 1)
            value = found[2].strip()
            value = value[1:-1] if value[:1] in ('"', "'") and value[-1:] == value[:1] and len(value) > 1 else value
            number += 1
            if found[1] in ("id", "role", "options", "opts"):
                self._shorthand(said, {"id": "#", "role": ".", "options": "%", "opts": "%"}[found[1]], value)
            elif found[1]:
                said.named[found[1]] = value
            elif number == 1:
                style, *more = re.split(r"([#.%])", value)
                said.style = style.strip() or said.style
                for sign, word in zip(more[::2], more[1::2], strict=False):
                    self._shorthand(said, sign, word)
            elif value:
                said.named.setdefault(str(number), value)

    @staticmethod
    def _shorthand(said: _BlockSaid, sign: str, value: str) -> None:
        if sign == "#":
            said.name = value
        elif sign == ".":
            said.roles += value.split()
        else:
            said.options |= set(re.split(r"[,\s]+", value))

    def _section(self, said: _BlockSaid) -> str:
        """A heading; "" for what is none."""
        found = _SECTION.match(self._text)
        level = len(found["marks"]) if found else 0
        title = found["title"] if found else self._text
        following = self._lines[self._at + 1].text if self._at + 1 < len(self._lines) else ""
        if not found and self._text and not _DELIMITER.match(self._text):
            level = _level_by_underline(self._text, following)
        if not level or (self._depth and said.style not in ("discrete", "float")):
            return ""
        line = self._take().number
        self._at += not found
        html = self._html(title)
        inner = re.match(r'<a id="([^"<>]+)"></a>', html)
        place = said.name or (inner[1] if inner else "") or self._texts.place_of(html)
        self._texts.name(place, html)
        return f'<h{min(level, 6)} data-line={line} id="{escape(place)}"{said.direction}>{html}</h{min(level, 6)}>'

    def _body(self, said: _BlockSaid) -> str:
        text = self._text
        if _DELIMITER.match(text):
            return self._delimited(said)
        if found := _MACRO.match(text):
            self._at += 1
            return self._macro(found)
        if _RULE.match(text):
            self._at += 1
            return "<hr>"
        if text.startswith("<<<"):
            self._at += 1
            return ""
        if said.style not in _VERBATIM and _ITEM.match(text):
            return self._list(said)
        if (
            said.style not in _VERBATIM
            and (term := _TERM.match(text))
            and term["term"]
            and "//" not in term["term"][:2]
        ):
            return self._terms()
        return self._paragraph(said)

    def _paragraph(self, said: _BlockSaid) -> str:
        line = self._lines[self._at].number
        is_indented = self._text.startswith((" ", "\t"))
        taken: list[str] = []
        while self._at < len(self._lines) and self._text:
            if taken and (_DELIMITER.match(self._text) or _is_over(self._text)):
                break
            text = self._take().text
            if not text.startswith("//") or said.style in _VERBATIM or is_indented:
                taken.append(text)
        text = "\n".join(taken)
        if said.style in _VERBATIM or (is_indented and said.style in ("", "normal") and said.style != "normal"):
            return _code(_dedented(text), said, line)
        if said.style in ("stem", "latexmath", "asciimath"):
            return self._formula(text, said.style)
        if said.style == "verse":
            return f"<div class=verse>{'<br>'.join(map(self._html, taken))}</div>{self._cited(said)}"
        admonition = _ADMONITION.match(text.partition("\n")[0])
        if admonition:
            text = text[admonition.start(2) :]
        style = admonition[1] if admonition else said.style
        if text.startswith("> ") or text == ">":
            inner = [NumberedLine(re.sub(r"^> ?", "", each), line + at) for at, each in enumerate(taken)]
            return f"<blockquote>{self._within(inner)}</blockquote>"
        if "hardbreaks" in said.options or "hardbreaks-option" in self._texts.attributes:
            text = text.replace("\n", " +\n")
        if text.startswith('"') and (quoted := re.match(r'"([^"]+)"\n-- (.*)$', text, re.DOTALL)):
            return f"<blockquote><p>{self._html(quoted[1])}</p><p>— {self._html(quoted[2])}</p></blockquote>"
        html = self._html("\n".join(part.strip() for part in text.split("\n")))
        if style in _ADMONITIONS:
            return f"<blockquote><p data-line={line}><b>{self._label(style)}:</b> {html}</p></blockquote>"
        page = f"<p data-line={line}{said.direction}>{html}</p>"
        return f"<blockquote>{page}{self._cited(said)}</blockquote>" if style == "quote" else page

    def _label(self, style: str) -> str:
        caption = self._texts.attributes.get(f"{style.lower()}-caption")
        labels = _LABELS.get(self._texts.attributes.get("lang", "")[:2], _LABELS["en"])
        return escape(caption or labels[_ADMONITIONS.index(style)])

    def _cited(self, said: _BlockSaid) -> str:
        """Who is quoted, and where."""
        parts = [
            said.named.get(key) or said.named.get(name) for key, name in (("2", "attribution"), ("3", "citetitle"))
        ]
        words = ", ".join(self._html(part) for part in parts if part)
        return f"<p>— {words}</p>" if words else ""

    def _within(self, lines: list[NumberedLine]) -> str:
        if self._depth >= _DEEPEST:
            text = "\n".join(line.text for line in lines)
            return f"<pre>{escape(text)}</pre>"
        return "".join(_Blocks(lines, self._texts, self._depth + 1).page())

    def _delimited(self, said: _BlockSaid) -> str:
        """A block between two lines of signs; one that does not end goes on to the end."""
        opening = self._take()
        fence = opening.text[: len(opening.text) - len(opening.text.lstrip("`"))] or opening.text
        inner: list[NumberedLine] = []
        while self._at < len(self._lines) and self._text != fence:
            inner.append(self._take())
        self._at += 1
        kind = opening.text[:1]
        if kind == "/":
            return ""
        if kind in "|,:!" and opening.text[1:2] == "=":
            return self._table(inner, opening.text[0], said)
        text = "\n".join(line.text for line in inner)
        if said.style in ("stem", "latexmath", "asciimath"):
            return self._formula(text, said.style)
        if said.style == "verse":
            return f"<div class=verse>{'<br>'.join(self._html(line.text) for line in inner)}</div>{self._cited(said)}"
        if kind == "`":
            said.style, said.named["2"] = "source", opening.text.strip("` ").partition(",")[0]
            return _code(text, said, opening.number + 1)
        if (kind in "-." and len(fence) > 2) or said.style in _VERBATIM:
            return _code(text, said, opening.number + 1)
        if kind == "+":
            return "" if "<script" in text.lower() else f"<div>{text}</div>"
        if said.style == "comment":
            return ""
        return self._division(said, self._within(inner), kind)

    def _division(self, said: _BlockSaid, page: str, kind: str) -> str:
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

    # Lists

    def _list(self, said: _BlockSaid) -> str:
        """A list with those in it, by their marks."""
        page: list[str] = []
        opened: list[tuple[str, str]] = []
        start = said.named.get("start", "")
        while self._at < len(self._lines) and (found := _ITEM.match(self._text)):
            mark = _mark_of(found)
            if mark in [each for each, _ in opened]:
                while opened[-1][0] != mark:
                    page.append(f"</li></{opened.pop()[1]}>")
                page.append("</li>")
            elif len(opened) < _DEEPEST:
                element = "ul" if found["bullet"] else "ol"
                page.append(f"<{element}{_numbering(found, said, len(opened))}{_start(found, start)}>")
                start = ""
                opened.append((mark, element))
            else:
                page.append("</li>")
            line = self._take().number
            page.append(f"<li data-line={line}>{self._item(found['text'], is_bullet=bool(found['bullet']))}")
            if not self._goes_on():
                break
        page.extend(f"</li></{element}>" for _, element in reversed(opened))
        return "".join(page)

    def _goes_on(self) -> bool:
        """Whether an item follows, perhaps after empty lines or what is said of a list in it."""
        at = self._at
        while at < len(self._lines) and (not self._lines[at].text or _ATTRIBUTES.match(self._lines[at].text)):
            if self._lines[at].text and not (at > self._at or _ATTRIBUTES.match(self._lines[at].text)):
                return False
            at += 1
        if at < len(self._lines) and _ITEM.match(self._lines[at].text) and not _RULE.match(self._lines[at].text):
            self._at = at
            return True
        return False

    def _item(self, text: str, *, is_bullet: bool = False) -> str:
        """The content of an item: its text, and the blocks that are joined to it."""
        box = _CHECKED.match(text) if is_bullet else None
        mark = ("☐ " if box[1] == " " else "☑ ") if box else ""
        taken = [text[box.end() :] if box else text]
        while self._at < len(self._lines) and self._text and not self._ends_item():
            line = self._take().text
            if not line.startswith("//"):
                taken.append(line.strip())
        pieces = [mark + self._html("\n".join(taken))]
        while True:
            blank = self._at
            while blank < len(self._lines) and not self._lines[blank].text:
                blank += 1
            text = self._lines[blank].text if blank < len(self._lines) else ""
            if text == "+":
                self._at = blank + 1
                pieces.append(self._joined())
            elif blank > self._at and text.startswith((" ", "\t")) and not _ITEM.match(text) and not _TERM.match(text):
                self._at = blank
                pieces.append(self._paragraph(_BlockSaid()))
            else:
                return "".join(pieces)

    def _joined(self) -> str:
        """The block that a plus sign joins to an item; one that stands too deep is a line."""
        if self._at >= len(self._lines):
            return ""
        if self._joins >= _DEEPEST:
            return f"<p>{escape(self._take().text)}</p>"
        self._joins += 1
        page = self._block()
        self._joins -= 1
        return page

    def _ends_item(self) -> bool:
        text = self._text
        return bool(
            text == "+"
            or _ITEM.match(text)
            or _DELIMITER.match(text)
            or _ATTRIBUTES.match(text)
            or _TITLE.match(text)
            or ((found := _TERM.match(text)) and found["term"])
        )

    def _terms(self) -> str:
        """A list of terms with what is said of them, and those in it."""
        page: list[str] = []
        opened: list[str] = []
        while self._at < len(self._lines) and (found := _TERM.match(self._text)) and found["term"]:
            mark = found["marks"]
            if mark in opened:
                while opened[-1] != mark:
                    page.append("</dd></dl>")
                    opened.pop()
            elif len(opened) < _DEEPEST:
                page.append("<dl>")
                opened.append(mark)
            line = self._take().number
            page.append(f"<dt data-line={line}>{self._html(found['term'])}</dt><dd>{self._described(found['text'])}")
            at = self._at
            while at < len(self._lines) and not self._lines[at].text:
                at += 1
            following = _TERM.match(self._lines[at].text) if at < len(self._lines) else None
            if not following or not following["term"]:
                break
            self._at = at
        page.extend("</dd></dl>" for _ in opened)
        return "".join(page)

    def _described(self, text: str | None) -> str:
        """The description of a term, behind it or on the lines after it; a list there is a part of it."""
        at = self._at
        while not text and at < len(self._lines) and not self._lines[at].text:
            at += 1
        following = self._lines[at].text if at < len(self._lines) else ""
        if text:
            page = self._item(text)
        elif not following or ((term := _TERM.match(following)) and term["term"]) or _is_apart(following):
            page = self._item("") if following == "+" else ""
        elif _ITEM.match(following):
            self._at = at
            return self._list(_BlockSaid())
        else:
            self._at = at
            page = self._item(self._take().text.strip())
        after = self._at
        while after < len(self._lines) and not self._lines[after].text:
            after += 1
        if after < len(self._lines) and _ITEM.match(self._lines[after].text):
            self._at = after
            page += self._list(_BlockSaid())
        return page

    # Tables

    def _table(self, inner: list[NumberedLine], bar: str, said: _BlockSaid) -> str:
        kind = said.named.get("format", {",": "csv", ":": "dsv"}.get(bar, "psv"))
        styles = styles_of(put_in(said.named.get("cols", ""), self._texts.attributes)) if "cols" in said.named else []
        lines = [line.text for line in inner]
        if kind in ("csv", "dsv", "tsv"):
            separator = said.named.get("separator", {"csv": ",", "dsv": ":", "tsv": "\t"}[kind])
            separator = separator if len(separator) == 1 else "\t"
            rows = list(rows_of_values(lines, separator))
        else:
            sign = said.named.get("separator", bar if bar == "!" else "|")
            cells, in_first = cells_behind_bars(lines, sign if len(sign) == 1 else "|")
            rows = list(rows_of(cells, len(styles) or in_first))
        filled = [number for number, line in enumerate(lines) if line.strip()]
        is_parted = bool(filled) and filled[0] == 0 and len(lines) > 1 and not lines[1].strip()
        has_head = "header" in said.options or (is_parted and "noheader" not in said.options)
        page = ["<table>"]
        for number, row in enumerate(rows):
            is_head = has_head and not number
            cells_of_row = (self._cell(cell, styles[at : at + 1], is_head) for at, cell in enumerate(row))
            page.append(f"<tr>{''.join(cells_of_row)}</tr>")
        return "".join((*page, "</table>"))

    def _cell(self, cell: TableCell, styles: list[str], is_head: bool) -> str:  # noqa: FBT001 - of one row
        style = cell.style or (styles[0] if styles else "")
        name = "th" if is_head or style == "h" else "td"
        spans = f" colspan={cell.columns}" if cell.columns > 1 else ""
        spans += f" rowspan={cell.rows}" if cell.rows > 1 else ""
        if style == "a" and not is_head:
            inner = self._within(
                [
                    NumberedLine(line.strip() if not line.strip().startswith("|") else line, 0)
                    for line in cell.text.split("\n")
                ]
            )
        else:
            parts = (" ".join(part.split()) for part in cell.text.split("\n\n"))
            inner = "<br>".join(self._html(part) for part in parts if part)
            looks = {"e": "em", "m": "code", "l": "code", "s": "b"}
            inner = f"<{looks[style]}>{inner}</{looks[style]}>" if style in looks and not is_head else inner
        return f"<{name}{spans}>{inner}</{name}>"


def _is_over(text: str) -> bool:
    """Whether a line says something of the block that follows it."""
    return bool(_ATTRIBUTES.match(text) and not text.startswith("[[")) or text == "+"


def _is_apart(text: str) -> bool:
    return bool(_DELIMITER.match(text) or _SECTION.match(text) or _ATTRIBUTES.match(text) or text == "+")


def _mark_of(found: "re.Match[str]") -> str:
    """The sign that tells a list from those around it."""
    if found["number"]:
        number = found["number"]
        return "1." if number[0].isdigit() else "a." if number[-1] == "." and number[0].islower() else f"A{number[-1]}"
    return found["bullet"] or found["dots"] or "<>"


def _numbering(found: "re.Match[str]", said: _BlockSaid, depth: int) -> str:
    if found["bullet"]:
        return ""
    styles = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I", "arabic": "1", "decimal": "1"}
    number = found["number"] or ""
    kind = styles.get(said.style, "") if not depth else ""
    if not kind and number and not number[0].isdigit():
        kind = ("i" if number[0].islower() else "I") if number[-1] == ")" else ("a" if number[0].islower() else "A")
    if not kind and found["dots"]:
        kind = "1aiAI"[min(len(found["dots"]) - 1, 4)]
    reverse = " reversed" if "reversed" in said.options else ""
    return f"{f' type={kind}' if kind and kind != '1' else ''}{reverse}"


def _start(found: "re.Match[str]", said: str) -> str:
    number = said or (found["number"] or "").rstrip(".")
    return f" start={number}" if number.isdecimal() and number != "1" and len(number) < 8 else ""


def _code(text: str, said: _BlockSaid, line: int) -> str:
    language = said.named.get("language") or (
        said.named.get("2", "") if said.style in ("source", "", "listing") else ""
    )
    syntax = f' class="language-{escape(language)}"' if re.fullmatch(r"[\w+#-]{1,40}", language) else ""
    return f"<pre data-line={line}><code{syntax}>{escape(text)}</code></pre>"


def _dedented(text: str) -> str:
    lines = text.split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines)
