"""Org: Emacs' outlines with their headings, lists, tables, blocks, notes and links (The Org Manual, "Org Syntax").

Nothing is run or computed: blocks of code are shown, results as they were saved. Planning, drawers and settings are
left out; what a heading says of its state and its tags stands beside it.
"""

import re
from collections.abc import Iterator
from html import escape

from reader.formats.beginning import growing, without_notes_behind
from reader.formats.builder import Builder
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.model import Document
from reader.values import replace

_HEADING = re.compile(r"(\*{1,20})\s+(\S.*)")
_TAGS = re.compile(r"\s+(:[\w@#%:]+:)\s*$")
_SETTING = re.compile(r"#\+(\w[\w-]*)(?:\[[^\]]*\])?:\s*(.*)", re.IGNORECASE)
_BEGIN = re.compile(r"\s*#\+begin_(\w+)\s*(.*)", re.IGNORECASE)
_DRAWER = re.compile(r"\s*:([\w-]+):\s*$")
_PLANNING = re.compile(r"\s*(?:CLOSED|DEADLINE|SCHEDULED|CLOCK):")
_ITEM = re.compile(r"(\s*)([-+]|\s\*|\d{1,9}[.)]|[A-Za-z][.)])\s+(.*)")
_CHECK = re.compile(r"(?:\[@\d+\]\s*)?(?:\[([ xX-])\]\s+)?")
_TERM = re.compile(r"(.{1,500}?)\s+::(?:\s+|$)")
_NOTE = re.compile(r"\[fn:([\w-]{1,100})\]\s*(.*)")
_RULE = re.compile(r"\s*-{5,}\s*$")
_COOKIE = re.compile(r"<([lrc]?)\d{0,4}(?<=\w)>")
_SIDES = {"l": "left", "r": "right", "c": "center"}
_TABLE_RULE = re.compile(r"\s*\|[-+|\s]*-[-+|\s]*$")
_VERBATIM = ("src", "example", "export")
_CHECKED = {" ": "☐ ", "x": "☑ ", "X": "☑ ", "-": "☐ "}

_INLINE = re.compile(
    r"\[\[(?P<target>[^\[\]\n]{1,2000})\](?:\[(?P<label>[^\[\]\n]{1,2000})\])?\]"
    r"|\[fn:(?P<note>[\w-]{0,100})(?::(?P<inline>[^\[\]\n]{0,2000}))?\]"
    r"|(?P<url>https?://[^\s<>\[\]\"]{1,2000}[^\s<>\[\]\".,;:!?'’)،؛؟])"
    r"|(?<![\w*/_+=~])(?P<sign>[*/_+=~])(?P<said>\S(?:[^\n]{0,1000}?\S)??)(?P=sign)(?![\w*/_+=~])"
)
_LOOKS = {"*": "b", "/": "i", "_": "u", "+": "s", "=": "code", "~": "code"}
_DEEPEST = 20
"""Blocks in blocks that are read as such; what stands deeper is shown as it stands."""

_NESTED = 4
"""Looks in looks that are followed."""
_SECTION = re.compile(rb"^\*+ ", re.MULTILINE)


def document_of(raw: Raw) -> Document:
    """The document of an outline.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    decoded = raw.decoded()
    reading = _Reading(decoded.text.split("\n"))
    page = "".join(reading.page())
    said = reading.settings
    builder = Builder()
    write_page(builder, page + "".join(reading.notes()))
    meta = replace(
        raw.meta("org", decoded),
        title=said.get("title", ""),
        author=said.get("author", ""),
        date=said.get("date", ""),
        language=said.get("language", ""),
    )
    return builder.document(meta, direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    return growing(raw, document_of, before=_SECTION, kept=without_notes_behind)


class _Reading:
    """A pass over the lines."""

    def __init__(self, lines: list[str], depth: int = 0) -> None:
        self._depth = depth
        self.settings: dict[str, str] = {}
        self._lines = lines
        self._at = 0
        self._notes: dict[str, str] = {}
        self._inline_notes = 0

    def notes(self) -> Iterator[str]:
        """The notes, in the order they were met."""
        for name, text in self._notes.items():
            yield f'<aside role=doc-footnote id="fn-{escape(name)}"><p>{text}</p></aside>'

    def page(self) -> Iterator[str]:
        """The elements of the outline."""
        paragraph: list[str] = []
        begun = 0
        for line in self._taken():
            ended = self._element(line)
            if ended is None:
                begun = begun if paragraph else self._at
                paragraph.append(line.strip())
                continue
            if paragraph:
                yield self._paragraph(paragraph, begun)
                paragraph = []
            yield ended
        if paragraph:
            yield self._paragraph(paragraph, begun)

    def _taken(self) -> Iterator[str]:
        while self._at < len(self._lines):
            self._at += 1
            yield self._lines[self._at - 1].rstrip("\r")

    def _paragraph(self, lines: list[str], begun: int) -> str:
        pieces = "\n".join(lines).split("\\\\\n")
        return f"<p data-line={begun}>{'<br>'.join(map(self._marked, pieces))}</p>"

    def _element(self, line: str) -> str | None:
        """The element that begins with a line, or "" for one that is not shown; None for a line of a paragraph."""
        if not line.strip():
            return ""
        if heading := _HEADING.match(line):
            return self._heading(heading)
        if begin := _BEGIN.match(line):
            return self._block(begin[1].lower(), begin[2])
        if line.lstrip().startswith("#"):
            return self._setting(line.strip())
        if (drawer := _DRAWER.match(line)) and drawer[1].upper() != "END":
            return self._drawer()
        if line.lstrip().startswith("|"):
            return self._table(line)
        if _RULE.match(line):
            return "<hr>"
        if note := _NOTE.match(line):
            self._notes[note[1]] = self._marked(" ".join((note[2], *self._further())))
            return ""
        if _ITEM.match(line):
            return self._list(line)
        if line.lstrip().startswith(": "):
            return f"<pre data-line={self._at}>{escape(line.strip()[2:])}</pre>"
        return "" if _PLANNING.match(line) else None

    def _further(self) -> Iterator[str]:
        """The lines that follow, up to an empty one or one that begins something."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip() or _HEADING.match(line) or _NOTE.match(line) or _ITEM.match(line) or _BEGIN.match(line):
                return
            self._at += 1
            yield line.strip()

    def _heading(self, found: re.Match[str]) -> str:
        said = found[2]
        tags = _TAGS.search(said)
        label = f" <code>{escape(tags[1])}</code>" if tags else ""
        said = said[: tags.start()] if tags else said
        level = min(len(found[1]) + 1, 6)
        return f"<h{level} data-line={self._at}>{self._marked(said)}{label}</h{level}>"

    def _setting(self, line: str) -> str | None:
        found = _SETTING.match(line)
        if not found:
            return "" if line.startswith(("# ", "#+")) or line == "#" else None
        name, value = found[1].lower(), found[2].strip()
        if value and name in ("title", "author", "date", "language", "subtitle"):
            first = name not in self.settings
            self.settings[name] = value if first else f"{self.settings[name]} {value}"
            return element("h1", value, self._at) if name == "title" and first else ""
        return f"<p><em>{self._marked(value)}</em></p>" if name == "caption" and value else ""

    def _drawer(self) -> str:
        """Nothing: what stands in a drawer is for programs; one that never ends is none."""
        end = next(
            (
                at
                for at in range(self._at, min(self._at + 1000, len(self._lines)))
                if self._lines[at].strip() == ":END:"
            ),
            None,
        )
        if end is not None:
            self._at = end + 1
        return ""

    def _block(self, name: str, said: str) -> str:
        end = re.compile(rf"\s*#\+end_{re.escape(name)}\s*$", re.IGNORECASE)
        begun = self._at
        inner: list[str] = []
        for line in self._taken():
            if end.match(line):
                break
            inner.append(line)
        if name == "comment":
            return ""
        if name in _VERBATIM or self._depth >= _DEEPEST:
            language = said.split(" ", maxsplit=1)[0] if name == "src" else ""
            label = f' class="language-{escape(language)}"' if language else ""
            text = "\n".join(line.removeprefix(",") if line.startswith((",*", ",#")) else line for line in inner)
            return f"<pre data-line={begun + 1}><code{label}>{escape(text)}</code></pre>"
        if name == "verse":
            return f"<p data-line={begun + 1}>{'<br>'.join(self._marked(line.strip()) for line in inner)}</p>"
        within = _Reading(inner, self._depth + 1)
        page = "".join(within.page())
        self._notes |= within._notes
        return f"<blockquote>{page}</blockquote>" if name == "quote" else f"<div>{page}</div>"

    def _table(self, line: str) -> str:
        rows: list[str | None] = [line]
        while self._at < len(self._lines) and self._lines[self._at].lstrip().startswith("|"):
            rows.append(self._lines[self._at])
            self._at += 1
        kept = [None if _TABLE_RULE.match(row or "") else row for row in rows]
        heads = kept.index(None) if None in kept else 0
        page = ["<table>"]
        for number, row in enumerate(kept):
            if row is None:
                continue
            name = "th" if number < heads else "td"
            cells = row.strip().strip("|").split("|")
            cookies = [_COOKIE.fullmatch(cell.strip()) for cell in cells]
            if any(cookies) and all(found or not cell.strip() for found, cell in zip(cookies, cells, strict=True)):
                page[1:1] = [_column(found) for found in cookies]  # they say how columns are shown, and no more
                continue
            page.append("<tr>" + "".join(f"<{name}>{self._marked(cell.strip())}</{name}>" for cell in cells) + "</tr>")
        return "".join((*page, "</table>"))

    def _list(self, line: str) -> str:
        """A list with those in it, by their indents."""
        page: list[str] = []
        open_lists: list[tuple[int, str]] = []
        while (found := _ITEM.match(line)) is not None:
            indent = len(found[1].expandtabs(8))
            kind = "ul" if found[2].strip() in "-+*" else "ol"
            while open_lists and open_lists[-1][0] > indent:
                page.append(f"</li></{open_lists.pop()[1]}>")
            if open_lists and open_lists[-1][0] == indent:
                page.append("</li>")
            else:
                open_lists.append((indent, kind))
                page.append(f"<{kind}>")
            page.append(f"<li data-line={self._at}>{self._item(found[3], indent)}")
            if self._at >= len(self._lines) or not _ITEM.match(self._lines[self._at]):
                break
            line = self._lines[self._at]
            self._at += 1
        page.extend(f"</li></{kind}>" for _, kind in reversed(open_lists))
        return "".join(page)

    def _item(self, said: str, indent: int) -> str:
        """An item's own text, with the lines that are indented below it."""
        check = _CHECK.match(said)
        mark = _CHECKED.get(check[1] or "", "") if check else ""
        said = said[check.end() :] if check else said
        lines = [said]
        while self._at < len(self._lines):
            line = self._lines[self._at]
            is_deeper = len(line) - len(line.lstrip()) > indent
            if not line.strip() or not is_deeper or _ITEM.match(line) or _BEGIN.match(line):
                break
            self._at += 1
            lines.append(line.strip())
        text = "\n".join(lines)
        term = _TERM.match(text)
        if term:
            return f"{mark}<b>{self._marked(term[1])}</b>: {self._marked(text[term.end() :])}"
        return mark + self._marked(text)

    def _marked(self, text: str, depth: int = 0) -> str:
        """A text with its links, notes and looks."""
        pieces: list[str] = []
        at = 0
        for found in _INLINE.finditer(text):
            pieces.append(escape(text[at : found.start()]))
            at = found.end()
            pieces.append(self._piece(found, depth))
        pieces.append(escape(text[at:]))
        return "".join(pieces)

    def _piece(self, found: re.Match[str], depth: int) -> str:
        if target := found["target"] or found["url"]:
            target = target.removeprefix("file:")
            return f'<a href="{escape(target)}">{escape(found["label"] or target)}</a>'
        if found["sign"]:
            name = _LOOKS[found["sign"]]
            plain = name == "code" or depth >= _NESTED
            return f"<{name}>{escape(found['said']) if plain else self._marked(found['said'], depth + 1)}</{name}>"
        name = found["note"]
        if found["inline"] is not None:
            self._inline_notes += 1
            name = name or f"inline-{self._inline_notes}"
            self._notes.setdefault(name, escape(found["inline"]))
        return f'<a role=doc-noteref href="#fn-{escape(name)}">{escape(name)}</a>'


def _column(found: re.Match[str] | None) -> str:
    """A column as its cookie says that it stands (The Org Manual, 3.2)."""
    side = _SIDES.get(found[1]) if found else None
    return f"<col align={side}>" if side else "<col>"
