"""Translations (gettext's PO): tables of what is said and how it is translated, a section a source file.

Source: the GNU gettext manual, "The Format of PO Files". Translators' comments and contexts stand before a text;
obsolete entries are left out.
"""

import re
from collections.abc import Iterator
from html import escape

from reader.formats.builder import Builder
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.model import Document, NoticeCode, notice_of
from reader.values import dataclass, field, replace

MOST_ENTRIES = 50_000
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)[ \t]*(".*)')
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": ""}
_CHARSET = re.compile(rb"charset=([\w.:-]{1,40})")
_HEADER = re.compile(r"^(Language|Project-Id-Version|Last-Translator):[ \t]*(\S.*)$", re.MULTILINE)


@dataclass(slots=True)
class _Entry:
    """A text and its translations, by keyword."""

    line: int = 0
    source: str = ""
    fuzzy: bool = False
    comments: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def text(self, keyword: str) -> str:
        return "".join(self.texts.get(keyword, ()))


def document_of(raw: Raw) -> Document:
    """The document of a file of translations.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    declared = _CHARSET.search(raw.data[:8192])
    decoded = raw.decoded(declared[1].decode() if declared else "")
    builder = Builder()
    meta = raw.meta("po", decoded)
    page: list[str] = []
    source: str | None = None
    for count, entry in enumerate(_entries(decoded.text)):
        if count >= MOST_ENTRIES:
            builder.notice(notice_of(NoticeCode.CELLS_CUT, count=MOST_ENTRIES))
            break
        if not entry.text("msgid") and not count:
            said = dict(_HEADER.findall(entry.text("msgstr")))
            language = said.get("Language", "").replace("_", "-")
            title = said.get("Project-Id-Version", "")
            meta = replace(meta, language=language, title=title, author=said.get("Last-Translator", ""))
            continue
        if entry.source != source:
            page.append("</table>" if source is not None else "")
            source = entry.source
            page.append((element("h2", source, entry.line) if source else "") + "<table>")
        page.append(_row(entry))
    write_page(builder, "".join(page))
    return builder.document(meta, direction=raw.options.direction)


def _row(entry: _Entry) -> str:
    """A row: the text, with what is said about it, and its translations."""
    about = [*entry.comments, *([entry.text("msgctxt")] if "msgctxt" in entry.texts else [])]
    cells = ["".join(f"<em>{escape(words)}</em><br>" for words in about) + _cell(entry.text("msgid"))]
    if "msgid_plural" in entry.texts:
        cells[0] += "<br>" + _cell(entry.text("msgid_plural"))
    translations = [_cell(entry.text(keyword)) for keyword in entry.texts if keyword.startswith("msgstr")]
    cells.append(("<b>fuzzy</b><br>" if entry.fuzzy else "") + "<br>".join(translations))
    return f"<tr data-line={entry.line}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _cell(text: str) -> str:
    return "<br>".join(map(escape, text.strip("\n").split("\n")))


def _entries(text: str) -> Iterator[_Entry]:
    """The entries; a comment or a ``msgid`` after a translation begins the next one."""
    entry, keyword = _Entry(), ""
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        found = _KEYWORD.match(line)
        begins = line.startswith("#") or (found and found[1] in ("msgid", "msgctxt"))
        if begins and any(key.startswith("msgstr") for key in entry.texts):
            yield entry
            entry, keyword = _Entry(), ""
        if line.startswith("#:") and not entry.source:
            entry.source = line[2:].strip().partition(" ")[0].rpartition(":")[0]
        elif line.startswith("#,"):
            entry.fuzzy = "fuzzy" in line
        elif line.startswith(("# ", "#.")):
            entry.comments.append(line[2:].strip())
        elif not line.startswith("#"):
            keyword = found[1] if found else keyword
            string = _STRING.match(found[2] if found else line)
            if keyword and string:
                entry.line = entry.line or number
                entry.texts.setdefault(keyword, []).append(
                    _ESCAPE.sub(lambda escaped: _ESCAPES.get(escaped[1], escaped[1]), string[1])
                )
    if entry.texts:
        yield entry
