"""Hostile texts and pages: entities, nesting, repetition, tables, scripts, lies."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tests.formats.making import ODF, W, book, docx, odt, page, with_parts, zipped

DEEP = 100_000
"""Elements inside each other."""


class Hostile(NamedTuple):
    """Where a hostile file would lead: to a file that is nobody's business and to a host."""

    secret: str
    host: str


def files(hostile: Hostile) -> Iterator[tuple[str, bytes]]:
    """The files, each with its name."""
    yield from _entities(hostile).items()
    for group in (_nested, _repeated, _tables):
        yield from group().items()
    yield from _pages(hostile).items()


def _doctypes(hostile: Hostile) -> dict[str, str]:
    names = "abcdefghij"
    laughs = '<!ENTITY a "' + "ha" * 50 + '">'
    laughs += "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    return {
        "laughs": f"<!DOCTYPE x [{laughs}]>",
        "laughs-hidden": f"<!DOCTYPE x [<!-- ]> --><?p ]> ?>{laughs}]>",
        "laughs-late": f"<!--x--><!DOCTYPE x [{laughs}]>",
        "laughs-parameter": f"<!DOCTYPE x [<!ENTITY % p '<!ENTITY j \"{'x' * 1000}\">'>%p;%p;]>",
        "quadratic": f"<!DOCTYPE x [<!ENTITY j '{'x' * 100_000}'>]>",
        "file": f"<!DOCTYPE x [<!ENTITY j SYSTEM '{hostile.secret}'>]>",
        "http": f"<!DOCTYPE x [<!ENTITY j SYSTEM '{hostile.host}/entity'>]>",
        "dtd": f"<!DOCTYPE x SYSTEM '{hostile.host}/x.dtd'>",
        "public": f"<!DOCTYPE x PUBLIC '-//X//Y' '{hostile.host}/x.dtd' [<!ENTITY % p SYSTEM '{hostile.secret}'>%p;]>",
        "attribute": "<!DOCTYPE x [<!ATTLIST x a CDATA 'b'><!ENTITY j '<i/>'>]>",
        "unclosed": "<!DOCTYPE x [<!ENTITY j 'y'",
        "cyclic": "<!DOCTYPE x [<!ENTITY i '&j;'><!ENTITY j '&i;'>]>",
    }


def _entities(hostile: Hostile) -> dict[str, bytes]:
    """Document types that define entities: bombs, files, hosts, in every format made of XML."""
    files = {}
    for name, doctype in _doctypes(hostile).items():
        many = "&j;" * (10_000 if name == "quadratic" else 3)
        text = f"before {many} <i title='&j;'>after</i>"
        files[f"{name}.fb2"] = (
            f'<?xml version="1.0"?>{doctype}<FictionBook><body><section><p>{text}</p></section></body></FictionBook>'
        ).encode()
        files[f"{name}.xhtml"] = (
            f'<?xml version="1.0"?>{doctype}<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>{text}</p>'
            f'<xi:include href="{hostile.secret}" parse="text"/></body></html>'
        ).encode()
        files[f"{name}.epub"] = with_parts(
            book(["<p>x</p>"]), {"OPS/text/c0.xhtml": f"{doctype}<html><body><p>{text}</p></body></html>"}
        )
        body = f"<w:body><w:p><w:r><w:t>before {many}</w:t></w:r></w:p></w:body>"
        files[f"{name}.docx"] = zipped({"word/document.xml": f"{doctype}<w:document {W}>{body}</w:document>"})
        files[f"{name}.odt"] = with_parts(
            odt(""),
            {
                "content.xml": f"{doctype}<office:document-content {ODF}><office:body><office:text><text:p>{text}"
                "</text:p></office:text></office:body></office:document-content>"
            },
        )
    return files


def _nested() -> dict[str, bytes]:
    """Everything inside itself, a hundred thousand times."""
    files = {}
    for name in (
        "div",
        "b",
        "span dir=rtl",
        "ul><li",
        "blockquote",
        "table><tr><td",
        "ol",
        "bdo dir=rtl",
        "a href=x",
        "sup",
    ):
        label = name.replace(" ", "-").replace("><", "-").replace("=", "-")
        files[f"deep-{label}.html"] = f"<p>start</p>{f'<{name}>' * DEEP}end".encode()
    for name in ("section", "cite", "poem", "title", "p"):
        inside = f"<{name}>" * DEEP + "end" + f"</{name}>" * DEEP
        files[f"deep-{name}.fb2"] = (
            f"<FictionBook><body><section><p>start</p></section>{inside}</body></FictionBook>".encode()
        )
    for name in (
        "text:list><text:list-item",
        "text:section",
        "text:span",
        "table:table><table:table-row><table:table-cell",
    ):
        label = name.replace(":", "-").replace("><", "-")
        files[f"deep-{label}.odt"] = odt(f"<text:p>start</text:p>{f'<{name}>' * DEEP}")
    for name in ("w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:ins", "w:hyperlink"):
        label = name.replace(":", "-").replace("><", "-")
        files[f"deep-{label}.docx"] = docx(f"<w:p><w:r><w:t>start</w:t></w:r></w:p>{f'<{name}>' * DEEP}")
    points = "<navPoint><navLabel><text>t</text></navLabel>" * DEEP
    files["deep-contents.epub"] = book(
        ["<p>start</p>"], spine="toc='n'", extra={"OPS/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>"}
    )
    files["deep-chapter.epub"] = book(["<p>start</p>", "<div>" * DEEP + "end"])
    signs = {
        "quotes": ">", "quotes-spaced": "> ", "lists": "- ", "numbers": "1. ", "brackets": "[", "images": "![",
        "stars": "*a ", "emphasis": "*a **b ", "ticks": "`a``", "html": "<div>\n\n", "links": "[a](", "escapes": "\\",
        "notes": "[^a]: ", "tables": "|a", "parens": "[a]((", "entities": "&#x41;", "autolinks": "<http://",
        "tildes": "~~a ", "attrs": "{.a ", "spaces": "# a" + " " * 10 + "b",
    }  # fmt: skip
    files |= {f"deep-{name}.md": f"start\n\n{sign * DEEP}".encode() for name, sign in signs.items()}
    steps = "".join(" " * (2 * depth) + "- a\n" for depth in range(2000))
    files["deep-steps.md"] = f"start\n\n{steps}".encode()
    files["deep.json"] = b"[" * DEEP + b"]" * DEEP
    files["deep-objects.json"] = b'{"a":' * DEEP
    files["deep-quotes.csv"] = b'"' * (2 * DEEP + 1)
    files["deep-bars.mARkdown"] = b"######OpenITI#\n#META#Header#End#\n### " + b"|" * DEEP + b" start\n"
    return files


def _repeated() -> dict[str, bytes]:
    """Very much of one thing."""
    crowd = " ".join(f"a{number}='{number}'" for number in range(50_000))
    return {
        "giant-attribute.html": f"<p title='{'x' * 10_000_000}'>text</p>".encode(),
        "giant-class.html": f"<p class='{'x ' * 3_000_000}'>text</p>".encode(),
        "crowd.html": f"<p {crowd}>text</p>".encode(),
        "crowd.fb2": f"<FictionBook><body><section {crowd}><p>text</p></section></body></FictionBook>".encode(),
        "giant-name.html": f"<p>text</p><{'x' * 5_000_000}>".encode(),
        "giant-comment.html": f"<p>text</p><!--{'-' * 5_000_000}".encode(),
        "comments.html": ("<p>text</p>" + "<!-- a -->" * 500_000).encode(),
        "tags.html": ("<p>text</p>" + "<" * 3_000_000).encode(),
        "ampersands.html": ("<p>" + "&" * 3_000_000).encode(),
        "references.html": ("<p>" + "&#x10FFFF;&#0;&#xD800;&#x1b;" * 200_000).encode(),
        "paragraphs.html": b"<p>a" * 100_000,
        "breaks.html": b"<p>a" + b"<br>" * 300_000,
        "spaces-before.html": b" " * 2_000_000 + b"<p>text</p>",
        "spaces-before.fb2": b"\n" * 2_000_000
        + b"<FictionBook><body><section><p>text</p></section></body></FictionBook>",
        "dashes.txt": b"-" * 100_000,
        "gaps.txt": "ا\tا\n".encode() * 50_000,
        "comments-before.html": b"<!-- a -->" * 6000 + b"text",
        "declarations.html": b"<?xml " * 500_000,
        "doctypes.fb2": b"<FictionBook>" + b"<!DOCTYPE x [" * 300_000,
        "doctypes.html": b"<!DOCTYPE html [" * 300_000,
        "comments-before.fb2": b"<!-- a -->" * 300_000 + b"<FictionBook><body><section><p>text</p></section></body>",
        "marks.html": b"<b>a</b>" * 100_000,
        "same-ids.html": ("<a href=#a>a</a>" + "<p id=a>b" * 60_000).encode(),
        "links.html": b"<a href=x>a</a> " * 60_000,
        "cdata.html": ("<p>text</p>" + "<![CDATA[" * 500_000).encode(),
        "scripts.html": ("<p>text</p>" + "<script>" * 300_000).encode(),
        "spans.md": b"**a** " * 300_000,
        "notes.md": b"".join(b"[^%d] " % n for n in range(8_000))
        + b"\n\n"
        + b"".join(b"[^%d]: n\n\n" % n for n in range(8_000)),
        "references.md": b"".join(b"[a%d]: /u\n" % n for n in range(40_000)) + b"[a1] " * 40_000,
        "headings.md": b"# a\n" * 20_000,
        "front.md": b"---\n" + b"a: b\n" * 150_000,
        "fences.md": b"```\n" * 100_001,
        "pages.mARkdown": b"######OpenITI#\n#META#Header#End#\n"
        + b"PageV01P%d " % 10**4000
        + b"# ms1 PageV01P001\n" * 100_000,
        "verses.mARkdown": b"######OpenITI#\n#META#Header#End#\n" + b"# a % b\n" * 50_000,
    }


def _tables() -> dict[str, bytes]:
    """More cells than are read, in every format that has tables; counts that nobody has paper for."""
    row = "<tr>" + "<td>1" * 1000
    cells = b",".join([b"1"] * 1000) + b"\n"
    text = "<text:p>start</text:p>"
    return {
        "cells.html": f"<p>start</p><table>{row * 310}</table>".encode(),
        "rows.html": ("<p>start</p><table>" + "<tr><td>1" * 40_000).encode(),
        "cells.csv": cells * 310,
        "wide.csv": b"1," * 1_000_000,
        "cells.md": b"start\n\n" + b"|a" * 1000 + b"|\n" + b"|-" * 1000 + b"|\n" + (b"|1" * 1000 + b"|\n") * 1000,
        "cells.docx": docx(f"<w:p/><w:tbl>{('<w:tr>' + '<w:tc><w:p/></w:tc>' * 1000 + '</w:tr>') * 310}</w:tbl>"),
        "cells.odt": odt(
            text + "<table:table>" + ("<table:table-row>" + "<table:table-cell/>" * 1000 + "</table:table-row>") * 310
        ),
        "spans.html": b"<p>start</p><table>" + b"<tr><td colspan=1000000000 rowspan=1000000000>1" * 1000,
        "numbers.html": b"<ol start=-999999999><li value=999999999>start<li><ol type=i start=999999999><li>a",
        "repeated.odt": odt(
            text + "<table:table><table:table-row table:number-rows-repeated='1000000000'><table:table-cell "
            "table:number-columns-repeated='1000000000'><text:p>1</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "spaces.odt": odt(text + "<text:p>a<text:s text:c='2000000000'/>b</text:p>" * 10),
        "span.docx": docx(
            "<w:p/><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        ),
    }


def _pages(hostile: Hostile) -> dict[str, bytes]:
    """Pages and notes that would run, fetch or deceive."""
    host, secret, start = hostile.host, hostile.secret, "<p>start</p>"
    active = (
        f"<base href='{host}/'><meta http-equiv=refresh content='0;url={host}/refresh'>"
        f"<link rel=stylesheet href='{host}/a.css'>"
        f"<script src='{host}/a.js'></script><script>open('x')</script><style>@import '{host}/b.css';</style>"
        f"<p onclick='x()'>start</p><img src='{host}/a.png' alt='picture'><img src='{secret}' onerror='x()'>"
        f"<iframe src='{host}/frame'></iframe><iframe src='{secret}'></iframe><object data='{host}/o'></object>"
        f"<embed src='{host}/e'><svg><image href='{host}/s'/><use href='{secret}#x'/></svg>"
        f"<video src='{host}/v'></video>"
        f"<audio src='{host}/au'></audio><a href='javascript:x()'>run</a> <a href='data:text/html,x'>data</a> "
        f"<a href='{secret}'>file</a><form action='{host}/f'><input></form><link rel=prefetch href='{host}/p'>"
    )
    lies = (
        "<p>start <a href='https://evil.example/login'>https://bank.example/login</a> <a href='https://evil.example'>"
        "www.bank.example</a> <a href='https://bank.example@evil.example/'>bank.example</a> <a "
        "href='https://evil.example/\u202egro.knab//:sptth'>x</a></p>"
    )
    return {
        "active.html": page(active).encode(),
        "active.md": f"start\n\n![a]({host}/a.png) [b]({secret}) [c](javascript:x) <{host}/d>\n\n{active}".encode(),
        "active.epub": book([active]),
        "active.fb2": f"<FictionBook><body><section>{start}<image href='{host}/i'/></section></body>".encode(),
        "stylesheet.fb2": (
            f"<?xml version='1.0'?><?xml-stylesheet href='{host}/x.xsl' type='text/xsl'?><FictionBook><body><section>"
            f"{start}</section></body></FictionBook>"
        ).encode(),
        "lies.html": page(lies).encode(),
        "lies.md": b"start [https://bank.example](https://evil.example) <a href='https://evil.example'>bank.example</a>",
        "note-of-itself.md": b"start[^a]\n\n[^a]: note[^a] [^b]\n\n[^b]: [^a]\n",
        "note-of-itself.html": page(
            "<p>start <sup><a href='#n'>1</a></sup></p><aside class=footnote id=n><sup><a href='#n'>1</a></sup> n"
        ).encode(),
        "trojan.py": b"access = 'user\xe2\x80\xae \xe2\x81\xa6// check admin\xe2\x81\xa9 \xe2\x81\xa6' # start\n",
        "tags.txt": ("start" + "".join(chr(0xE0000 + ord(c)) for c in "hidden words")).encode(),
    }
