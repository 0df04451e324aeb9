"""Documents of every format, written out of the same list of lines."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

from reader.formats.raw import OpenOptions, Raw
from reader.formats.registry import parser_of
from reader.model import BlockKind, Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
)


class Line(NamedTuple):
    """A heading of a level, or a paragraph (0)."""

    level: int
    text: str


def lines_of(document: Document) -> list[Line]:
    """What a plain document is made of."""
    return [
        Line(block.depth if block.kind is BlockKind.HEADING else 0, document.slice(block.range))
        for block in document.blocks
    ]


def parsed(form: str, data: bytes | str, direction: str = "auto") -> Document:
    """The document of some data in a format."""
    raw = Raw(data.encode() if isinstance(data, str) else data, "", OpenOptions(direction=direction))
    return parser_of(form)(raw)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of some parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return buffer.getvalue()


def with_parts(archive: bytes, parts: Mapping[str, str | bytes], *, without: str = "") -> bytes:
    """An archive with some of its parts in another shape, new or missing."""
    with zipfile.ZipFile(BytesIO(archive)) as whole:
        there = {name: whole.read(name) for name in whole.namelist() if name != without}
    return zipped(there | dict(parts))


def as_markdown(lines: Sequence[Line]) -> bytes:
    return "\n\n".join(f"{'#' * line.level} {line.text}".lstrip() for line in lines).encode()


def as_html(lines: Sequence[Line]) -> bytes:
    return page("".join(map(_element, lines))).encode()


def page(body: str, attributes: str = "") -> str:
    return f"<!DOCTYPE html><html {attributes}><head><title></title></head><body>{body}</body></html>"


def _element(line: Line) -> str:
    name = f"h{line.level}" if line.level else "p"
    return f"<{name}>{escape(line.text, quote=False)}</{name}>\n"


def as_epub(lines: Sequence[Line]) -> bytes:
    """A book of one chapter a heading."""
    chapters: list[str] = []
    for line in lines:
        if line.level or not chapters:
            chapters.append("")
        chapters[-1] += _element(line)
    return book(chapters)


def book(
    chapters: Sequence[str],
    *,
    spine: str = "",
    metadata: str = "",
    manifest: str = "",
    navigation: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An EPUB of some chapters' bodies; ``manifest`` are further items of it, ``navigation`` is that of EPUB 3."""
    items = "".join(
        f'<item id="c{i}" href="text/c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(len(chapters))
    )
    if navigation:
        items += '<item id="nav" href="text/nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    order = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest>{items}{manifest}</manifest>'
        f"<spine {spine}>{order}</spine></package>",
    }
    pages = {f"c{i}": chapter for i, chapter in enumerate(chapters)} | ({"nav": navigation} if navigation else {})
    for name, body in pages.items():
        parts[f"OPS/text/{name}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
        )
    return zipped(parts | dict(extra or {}))


Point = tuple[str, str, Sequence["Point"]]


def ncx_book(chapters: Sequence[str], points: Sequence[Point]) -> bytes:
    """An EPUB 2 whose contents are an NCX of titles, targets and points below them."""

    def written(point: Point) -> str:
        title, target, below = point
        inner = "".join(map(written, below))
        return f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{target}"/>{inner}</navPoint>'

    ncx = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{"".join(map(written, points))}</navMap></ncx>'
    manifest = '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    return book(chapters, spine='toc="n"', manifest=manifest, extra={"OPS/toc.ncx": ncx})


def as_docx(lines: Sequence[Line]) -> bytes:
    return docx("".join(_paragraph(line) for line in lines))


def _paragraph(line: Line) -> str:
    style = f'<w:pStyle w:val="H{line.level}"/>' if line.level else ""
    text = f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{escape(line.text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}<w:bidi/></w:pPr>{text}</w:p>"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document of a body."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, 4)
    )
    kinds = ("styles", "numbering", "footnotes")
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(f'<Relationship Id="x{kind}" Type="{schema}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    relations += (
        f'<Relationship Id="link" Type="{schema}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        }
        | dict(parts or {})
    )


def as_odt(lines: Sequence[Line]) -> bytes:
    return odt(
        "".join(
            f'<text:h text:outline-level="{line.level}">{escape(line.text)}</text:h>'
            if line.level
            else f"<text:p>{escape(line.text)}</text:p>"
            for line in lines
        )
    )


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text of a body."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


FORMATS = {"markdown": as_markdown, "html": as_html, "epub": as_epub, "docx": as_docx, "odt": as_odt}
