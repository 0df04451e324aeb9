"""Books and articles in the XML of editors and publishers: TEI P5, DocBook 5 (4 too) and JATS 1.3.

The three say much the same in other words, so one table says what each element is on a page. Elements that are not in
it are read for what stands in them; headers and bookkeeping are not read. Of readings that editors offer side by side
the text has the one they chose: corrected, regularised, expanded, the lemma.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from reader.formats.beginning import growing, without_notes_behind
from reader.formats.builder import Builder
from reader.formats.pages import write_page
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.model import Document
from reader.text.patterns import lazy_pattern
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = "{http://www.w3.org/XML/1998/namespace}"
_XLINK = "{http://www.w3.org/1999/xlink}href"

_SECTIONS = frozenset(
    """
    div div1 div2 div3 div4 div5 div6 div7 section sect1 sect2 sect3 sect4 sect5 simplesect chapter part
    appendix preface sec abstract trans-abstract ack app ref-list bibliography glossary index colophon
    dedication refsect1 refsect2 refsect3 refentry glossdiv boxed-text sidebar text book article group
    """.split()  # noqa: SIM905 - as a table of names
)
_TITLES = frozenset({"head", "title", "subtitle", "label"})
_UNREAD = frozenset(
    """
    teiheader info articleinfo bookinfo chapterinfo sectioninfo journal-meta article-meta processing-meta fw pb
    cb milestone sic orig abbr rdg indexterm remark alternatives object-id permissions graphic inline-graphic
    imageobject videodata supplementary-material facsimile standoff titleabbrev surface rdggrp tex-math counts
    custom-meta-group
    """.split()  # noqa: SIM905 - as a table of names
)
_PLAIN = {
    "p": "p", "para": "p", "simpara": "p", "ab": "p", "lg": "p", "formalpara": "div", "attrib": "p",
    "byline": "p", "mixed-citation": "span", "element-citation": "span", "ref": "p", "bibl": "span",
    "listbibl": "ul", "biblioentry": "p", "bibliomixed": "p", "titlepage": "div", "doctitle": "p",
    "docauthor": "p", "docimprint": "p", "speaker": "b", "itemizedlist": "ul", "orderedlist": "ol",
    "simplelist": "ul", "procedure": "ol", "variablelist": "dl", "def-list": "dl", "glosslist": "dl",
    "varlistentry": "div", "def-item": "div", "term": "dt", "glossterm": "dt", "def": "dd", "glossdef": "dd",
    "item": "li", "list-item": "li", "listitem": "li", "step": "li", "member": "li", "blockquote": "blockquote",
    "disp-quote": "blockquote", "epigraph": "blockquote", "cit": "blockquote", "programlisting": "pre",
    "screen": "pre", "literallayout": "pre", "eg": "pre", "preformat": "pre", "synopsis": "pre", "code": "code",
    "literal": "code", "command": "code", "filename": "code", "monospace": "code", "gi": "code",
    "function": "code", "option": "code", "parameter": "code", "userinput": "code", "computeroutput": "code",
    "varname": "code", "bold": "b", "italic": "i", "emph": "em", "foreignphrase": "i", "foreign": "span",
    "sup": "sup", "sub": "sub", "superscript": "sup", "subscript": "sub", "strike": "s", "underline": "u",
    "del": "s", "citetitle": "i", "table": "table", "informaltable": "table", "thead": "thead",
    "tbody": "tbody", "tfoot": "tfoot", "row": "tr", "tr": "tr", "th": "th", "td": "td", "entry": "td",
    "cell": "td", "caption": "p", "figdesc": "p", "note": "aside", "warning": "blockquote", "tip": "blockquote",
    "important": "blockquote", "caution": "blockquote", "sp": "div", "figure": "figure", "fig": "figure",
    "mediaobject": "div", "quote": "q", "stage": "i", "math": "math",
}  # fmt: skip
"""The role of elements on a page, where their name alone says it."""

_NOTES = frozenset({"footnote", "fn"})
_QUOTED = frozenset({"q", "quote", "said"})
_INLINE_PARENTS = frozenset({"p", "para", "ab", "l", "head", "title", "hi", "emph", "item", "simpara", "seg"})
_RENDERED = {
    "bold": "b",
    "b": "b",
    "strong": "b",
    "italic": "i",
    "i": "i",
    "italics": "i",
    "superscript": "sup",
    "sup": "sup",
}
_RENDERED |= {"subscript": "sub", "sub": "sub", "underline": "u", "strikethrough": "s"}
_PART = lazy_pattern(rb"<(?:p|para|sec|section|div|chapter|sect1)[\s>]")


def document_of(raw: Raw) -> Document:
    """The document of a book or an article.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    builder = Builder()
    root = xml_tree(raw.data, builder.notice)
    title, author = _title_of(root), "; ".join(_authors_of(root))
    writing = _Writing()
    page = "".join(writing.page(root))
    heading = f"<h1>{escape(title)}</h1>" if title and title not in page[:5000] else ""
    write_page(builder, heading + page + "".join(writing.notes))
    language = root.get(f"{_XML}lang") or root.get("lang") or ""
    meta = replace(raw.meta("publishing"), title=title, author=author, language=language)
    return builder.document(meta, direction=raw.options.direction)


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, a long one's beginning first.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    return growing(raw, document_of, before=_PART, kept=without_notes_behind)


def _words(element: "_Element | None") -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _title_of(root: "_Element") -> str:
    """The title: of TEI's header, of DocBook's information or first title, of JATS's front matter."""
    for over, name in (("titleStmt", "title"), ("title-group", "article-title"), ("book-title-group", "book-title")):
        found = next(root.iter(f"{{*}}{over}"), None)
        if found is not None:
            return _words(next(found.iter(f"{{*}}{name}"), None))
    for part in (root, *root.iterchildren("{*}info", "{*}articleinfo", "{*}bookinfo")):
        if (found := next(part.iterchildren("{*}title"), None)) is not None:
            return _words(found)
    return ""


def _authors_of(root: "_Element") -> Iterator[str]:
    statement = next(root.iter("{*}titleStmt", "{*}article-meta", "{*}info", "{*}articleinfo", "{*}bookinfo"), None)
    for author in statement.iter("{*}author", "{*}contrib") if statement is not None else ():
        if author.get("contrib-type") not in (None, "author"):
            continue
        given = next(author.iter("{*}given-names", "{*}firstname"), None)
        family = next(author.iter("{*}surname"), None)
        name = f"{_words(given)} {_words(family)}".strip() or _words(author)
        if name:
            yield name


class _Writing:
    """The page of a tree, written without recursion: what is open stands on a stack."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._depth = 0

    def page(self, root: "_Element") -> Iterator[str]:
        """The elements of the page, in order."""
        todo: list[tuple[_Element | None, str]] = [(root, "")]
        while todo:
            element, closing = todo.pop()
            if element is None:
                if closing == "/section":
                    self._depth -= 1
                else:
                    yield closing
                continue
            opening, ending, enters = self._around(element)
            yield opening
            if not enters:
                yield escape(element.tail or "", quote=False)
                continue
            tail = escape(element.tail or "", quote=False)
            todo.append((None, ending if ending == "/section" else ending + tail))
            if ending == "/section" and tail.strip():
                todo.insert(len(todo) - 1, (None, tail))
            yield escape(element.text or "", quote=False)
            todo.extend((child, "") for child in reversed(element) if isinstance(child.tag, str))

    def _around(self, element: "_Element") -> tuple[str, str, bool]:
        """The text to set before and behind an element's content, and whether that is read."""
        name = name_of(element)
        over = element.getparent()
        parent = name_of(over) if over is not None else ""
        place = element.get(f"{_XML}id") or element.get("id") or ""
        anchor = f'<a id="{escape(place)}"></a>' if place else ""
        if name in _UNREAD or (name == "front" and parent == "article"):
            return self._front(element) if name in ("front", "article-meta") else "", "", False
        if name in _NOTES or (name == "note" and parent not in _SECTIONS and parent != "body"):
            return self._note(element), "", False
        if name in _SECTIONS:
            self._depth += 1
            return anchor, "/section", True
        if name in _TITLES and (parent in _SECTIONS or parent in ("body", "front", "back")) and name != "label":
            level = min(max(self._depth, 1), 6)
            return f"<h{level}>{anchor}", f"</h{level}>", True
        if name in ("lb", "break"):
            return "<br>", "", True
        if name in ("l", "line"):
            return "", "<br>", True
        if name == "gap":
            return "[…]", "", False
        opening, ending = self._inline(element, name, parent)
        return anchor + opening, ending, True

    def _inline(self, element: "_Element", name: str, parent: str) -> tuple[str, str]:
        target = element.get("target") or element.get(_XLINK) or element.get("url") or ""
        inner = element.get("linkend") or element.get("rid") or ""
        if name in ("ref", "ptr", "link", "ulink", "ext-link", "xref", "uri") and (target or inner):
            href = f"#{inner.split()[0]}" if inner.split() else target
            shown = "" if len(element) or (element.text or "").strip() else escape(inner or target)
            return f'<a href="{escape(href)}">{shown}', "</a>"
        if (name == "code" and parent not in _INLINE_PARENTS) or (element.get("type") or "").startswith("codeblock"):
            return "<pre>", "</pre>"
        if name in ("hi", "emphasis"):
            look = _RENDERED.get((element.get("rend") or element.get("role") or "").split(" ")[0].lower(), "em")
            return f"<{look}>", f"</{look}>"
        if name == "list":
            ordered = (element.get("list-type") or element.get("type") or element.get("rend") or "").startswith(
                ("order", "number", "alpha", "roman")
            )
            return ("<ol>", "</ol>") if ordered else ("<ul>", "</ul>")
        if name in _QUOTED:
            return ("“", "”") if parent in _INLINE_PARENTS else ("<blockquote>", "</blockquote>")
        if name == "row" and element.get("role") in ("label", "header"):
            return "<tr class=header>", "</tr>"
        if name == "cell" and (element.get("role") == "label" or (parent == "row" and _is_head(element))):
            return "<th>", "</th>"
        if name in ("colspec", "col"):
            side = element.get("align") or ""
            return f"<col align={side}>" if side in ("left", "right", "center") else "<col>", ""
        if name == "entry" and any(name_of(above) == "thead" for above in element.iterancestors()):
            return "<th>", "</th>"
        if name == "email":
            return f'<a href="mailto:{escape(_words(element))}">', "</a>"
        plain = _PLAIN.get(name, "")
        if not plain:
            return ("", " ") if name in ("label", "phrase", "surname", "given-names", "year", "source") else ("", "")
        said = "".join(
            f" {key}={element.get(key)}"
            for key in ("colspan", "rowspan")
            if (element.get(key) or "").isdecimal() and len(element.get(key) or "") < 5
        )
        if (side := element.get("align") or "") in ("left", "right", "center"):
            said += f" align={side}"
        return f"<{plain}{said}>", f"</{plain}>"

    def _note(self, element: "_Element") -> str:
        """The number of a note, which is read at the end."""
        number = len(self.notes) + 1
        parts = (_words(child) + (child.tail or "") for child in element if name_of(child) != "label")
        text = " ".join(" ".join((element.text or "", *parts)).split())
        self.notes.append(f"<aside role=doc-footnote id=note-{number}><p>{escape(text)}</p></aside>")
        return f'<a role=doc-noteref href="#note-{number}">{number}</a>'

    def _front(self, element: "_Element") -> str:
        """Of an article's front matter, what it says of itself in short."""
        within = _Writing()
        within._depth = self._depth
        meta = next(element.iter("{*}article-meta"), element)
        found = meta.iterchildren("{*}abstract", "{*}trans-abstract")
        page = "".join(piece for abstract in found for piece in within.page(abstract))
        self.notes.extend(within.notes)
        return page


def _is_head(cell: "_Element") -> bool:
    row = cell.getparent()
    return row is not None and row.get("role") in ("label", "header")
