"""Presentations (PPTX, ECMA-376-1 parts 19 and 21): a section a slide, in the order of the show.

Of a slide there are its title, texts, lists, tables, what diagrams say, what its pictures are described as, and the
notes of who speaks, set off as a quotation. Where things stand on the slide decides nothing: they are read in the order
they were made in, as programs that read aloud do.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.package import (
    RELATION,
    Relations,
    listed_parts,
    main_part,
    readable,
    relations_of,
    with_properties,
)
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.formats.trees import name_of
from reader.formats.under_way import InSteps, UnderWay
from reader.model import DocumentError, NoticeCode, notice_of
from reader.named_tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_SLIDES = 5_000
_DIAGRAM = RELATION.removesuffix("id") + "dm"
_TITLES = ("title", "ctrTitle")
_PASSED_OVER = ("dt", "ftr", "hdr", "sldNum", "sldImg")
"""Placeholders for what is the same on all slides (§19.7.10)."""

_SHAPES = ("sp", "graphicframe", "pic", "cxnsp")
_DEEPEST = 9


class _Paragraph(NamedTuple):
    """A paragraph as HTML, its level of the list (0 for the outermost), and whether it is of one."""

    html: str
    level: int
    direction: str
    is_item: bool


def written(raw: Raw) -> UnderWay:
    """The document of a presentation.

    Raises:
        DocumentError: It is no archive, is encrypted, or its main part cannot be read.
    """
    builder = Builder()
    archive = Archive(raw.data, builder.notice)
    main = main_part(archive) or "ppt/presentation.xml"
    if main not in archive:
        raise DocumentError("damaged: the archive holds no slides")
    meta = with_properties(archive, raw.meta("pptx"))
    return InSteps(builder, _slides(archive, main, builder), meta, raw.options.direction)


def _slides(archive: Archive, main: str, builder: Builder) -> Iterator[None]:
    """Write the slides, one a step."""
    for number, (_, name) in enumerate(listed_parts(archive, main, "sldId", builder.notice), 1):
        if number > MOST_SLIDES:
            builder.notice(notice_of(NoticeCode.CELLS_CUT, count=MOST_SLIDES))
            break
        slide = readable(archive, name, builder.notice)
        if slide is not None:
            write_page(builder, "".join(_slide(archive, name, slide, number)))
            yield


def _slide(archive: Archive, name: str, slide: "_Element", number: int) -> Iterator[str]:
    """The elements of a slide: its title first, its notes last."""
    relations = relations_of(archive, name)
    shapes = list(_shapes(slide))
    titles = [shape for shape in shapes if _placeholder(shape) in _TITLES]
    title = " ".join(words for shape in titles for words in _plain(shape))
    yield element("h2", title or str(number))
    for shape in shapes:
        if shape not in titles and _placeholder(shape) not in _PASSED_OVER:
            yield from _shape(archive, name, relations, shape)
    for kind, target in relations.values():
        notes = readable(archive, resolved(name, target)) if kind == "notesslide" else None
        if notes is not None:
            said = [
                paragraph._replace(is_item=False)
                for shape in _shapes(notes)
                if _placeholder(shape) not in _PASSED_OVER
                for paragraph in _paragraphs(shape, {})
            ]
            if said:
                yield f"<blockquote>{_flow(said)}</blockquote>"


def _shapes(slide: "_Element") -> Iterator["_Element"]:
    """The shapes of a slide, those of groups too; of two ways to say one thing the first (part 3, 10.2.1)."""
    for shape in slide.iter("{*}sp", "{*}graphicFrame", "{*}pic", "{*}cxnSp"):
        over = [name_of(above) for above in shape.iterancestors()]
        if "fallback" not in over and not any(name in over for name in _SHAPES):
            yield shape


def _placeholder(shape: "_Element") -> str:
    """The kind of placeholder a shape fills; "" for none."""
    found = next(shape.iter("{*}ph"), None)
    return "" if found is None else found.get("type") or "body"


def _plain(shape: "_Element") -> Iterator[str]:
    for paragraph in shape.iter("{*}p"):
        words = "".join("\n" if name_of(each) == "br" else each.text or "" for each in paragraph.iter("{*}t", "{*}br"))
        if words.strip():
            yield " ".join(words.split())


def _shape(archive: Archive, part: str, relations: Relations, shape: "_Element") -> Iterator[str]:
    table = next(shape.iter("{*}tbl"), None)
    if table is not None:
        yield _table(table, relations)
        return
    diagram = next(shape.iter("{*}relIds"), None)
    if diagram is not None:
        target = relations.get(diagram.get(_DIAGRAM) or "", ("", ""))[1]
        data = readable(archive, resolved(part, target)) if target else None
        if data is not None:
            yield "".join(f"<p>{escape(words)}</p>" for words in _plain(data))
        return
    if name_of(shape) == "pic":
        about = next(shape.iter("{*}cNvPr"), None)
        described = about.get("descr") if about is not None else ""
        if described:
            yield f'<img alt="{escape(described)}">'
        return
    yield _flow(list(_paragraphs(shape, relations)))


def _paragraphs(shape: "_Element", relations: Relations) -> Iterator[_Paragraph]:
    """The paragraphs of a shape that say something; those of a placeholder for text are items of a list."""
    listed = _placeholder(shape) in ("body", "obj")
    for paragraph in shape.iter("{*}p"):
        html = "".join(_runs(paragraph, relations))
        if not html.strip():
            continue
        look = next(paragraph.iterchildren("{*}pPr"), None)
        signs = {name_of(child) for child in look} if look is not None else set()
        level = (look.get("lvl") or "0") if look is not None else "0"
        direction = {"1": "rtl", "true": "rtl", "0": "ltr"}.get((look.get("rtl") or "") if look is not None else "", "")
        is_item = bool(signs & {"buchar", "buautonum", "bublip"}) or (listed and "bunone" not in signs)
        yield _Paragraph(html, int(level) if level in "012345678" else 0, direction, is_item)


def _runs(paragraph: "_Element", relations: Relations) -> Iterator[str]:
    """The runs of a paragraph (§21.1.2.3)."""
    for run in paragraph.iterchildren("{*}r", "{*}br", "{*}fld", "{*}m", "{*}AlternateContent"):
        if name_of(run) == "br":
            yield "<br>"
            continue
        html = escape("".join(text.text or "" for text in run.iter("{*}t")))
        look = next(run.iterchildren("{*}rPr"), None)
        if look is not None and html:
            for said, tag in (("b", "b"), ("i", "i")):
                html = f"<{tag}>{html}</{tag}>" if look.get(said) in ("1", "true") else html
            html = f"<s>{html}</s>" if (look.get("strike") or "noStrike") != "noStrike" else html
            link = next(look.iterchildren("{*}hlinkClick"), None)
            kind, target = relations.get(link.get(RELATION) or "", ("", "")) if link is not None else ("", "")
            html = f'<a href="{escape(target)}">{html}</a>' if kind == "hyperlink" and target else html
        yield html


def _flow(paragraphs: list[_Paragraph]) -> str:
    """Paragraphs and lists, nested by their levels."""
    page: list[str] = []
    depth = 0
    for paragraph in paragraphs:
        wanted = min(paragraph.level + 1, _DEEPEST) if paragraph.is_item else 0
        while depth > wanted:
            page.append("</ul>")
            depth -= 1
        while depth < wanted:
            page.append("<ul>")
            depth += 1
        name = "li" if paragraph.is_item else "p"
        direction = f" dir={paragraph.direction}" if paragraph.direction else ""
        page.append(f"<{name}{direction}>{paragraph.html}</{name}>")
    return "".join((*page, "</ul>" * depth))


_SIDES = {"l": "left", "r": "right", "ctr": "center"}
"""§20.1.10.59, as HTML has them."""


def _table(table: "_Element", relations: Relations) -> str:
    """A table (§21.1.3); its first row names the columns where it is said to."""
    look = next(table.iterchildren("{*}tblPr"), None)
    heads = look is not None and look.get("firstRow") in ("1", "true")
    direction = " dir=rtl" if look is not None and look.get("rtl") in ("1", "true") else ""
    page = [f"<table{direction}>"]
    for number, row in enumerate(table.iterchildren("{*}tr")):
        name = "th" if heads and not number else "td"
        page.append("<tr>")
        for cell in row.iterchildren("{*}tc"):
            if cell.get("hMerge") in ("1", "true"):
                continue
            span = cell.get("gridSpan") or ""
            said = f" colspan={span}" if span.isdecimal() and len(span) < 4 else ""
            side = _SIDES.get(next((p.get("algn") or "" for p in cell.iter("{*}pPr")), ""), "")
            said += f" align={side}" if side else ""
            inner = "<br>".join(html for p in cell.iter("{*}p") if (html := "".join(_runs(p, relations))).strip())
            page.append(f"<{name}{said}>{inner}</{name}>")
        page.append("</tr>")
    return "".join((*page, "</table>"))
