"""One article with every kind of block and span, written by hand in every format as its own programs write it."""

# ruff: noqa: E501 - markup on lines as long as programs write them

from base64 import b64encode

from tests.formats.making import W, book, docx, odt, page

MARKDOWN = """# مقال كامل

فقرة من عام ٢٠٢٥ فيها **قوي** و*مائل* و`code(x)` و[رابط](https://example.org/) وحاشية[^1].

## قوائم

1. أول
2. ثان
   - داخل
   - آخر
3. ثالث

- نقطة

## غيرها

> اقتباس من كتاب.

```
x = "نص"
    y = 1
```

| الاسم | العدد |
|-------|-------|
| علي | ٥ |
| **منى** | Zoe |

<div class="poem">
<p>قفا نبك من ذكرى حبيب ومنزل</p>
<p>بسقط اللوى بين الدخول فحومل</p>
</div>

<img src="moon.png" alt="صورة القمر" width="300" height="200">

---

An English paragraph (with brackets).

[^1]: نص الحاشية.
"""

_BODY = """<h1>مقال كامل</h1>
<p>فقرة من عام ٢٠٢٥ فيها <strong>قوي</strong> و<em>مائل</em> و<code>code(x)</code> و<a href="https://example.org/">رابط</a>
 وحاشية<a {reference} href="#n1">1</a>.</p>
<h2>قوائم</h2>
<ol><li>أول</li><li>ثان<ul><li>داخل</li><li>آخر</li></ul></li><li>ثالث</li></ol>
<ul><li>نقطة</li></ul>
<h2>غيرها</h2>
<blockquote><p>اقتباس من كتاب.</p></blockquote>
<pre><code>x = "نص"
    y = 1
</code></pre>
<table><thead><tr><th>الاسم</th><th>العدد</th></tr></thead>
<tbody><tr><td>علي</td><td>٥</td></tr><tr><td><b>منى</b></td><td>Zoe</td></tr></tbody></table>
<div class="poem"><p>قفا نبك من ذكرى حبيب ومنزل</p><p>بسقط اللوى بين الدخول فحومل</p></div>
<img src="moon.png" alt="صورة القمر" width="300" height="200"/>
<hr/>
<p dir="ltr">An English paragraph (with brackets).</p>
{notes}"""
HTML = page(
    _BODY.format(
        reference='class="footnote-ref" role="doc-noteref"',
        notes='<section class="footnotes"><hr><ol><li id="n1">نص الحاشية. <a class="footnote-backref" href="#r">↩</a></li></ol></section>',
    ),
    'dir="rtl"',
)
EPUB_BODY = _BODY.format(
    reference='epub:type="noteref"', notes='<aside epub:type="footnote" id="n1"><p>نص الحاشية.</p></aside>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr><w:rtl/>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "<w:bidi/>") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def styled(style: str, text: str, bidi: str = "<w:bidi/>") -> str:
    return paragraph(run(text), f'<w:pStyle w:val="{style}"/>{bidi}')


def item(text: str, number: int, level: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr><w:bidi/>'
    return paragraph(run(text), listed)


def row(*cells: str, header: bool = False) -> str:
    written = "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{written}</w:tr>"


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="2857500" cy="1905000"/><wp:docPr id="1" name="Picture 1" descr="صورة القمر"/></wp:inline></w:drawing>'
    "</w:r></w:p>"
)
LINE = '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr></w:pPr></w:p>'
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
STYLES = (
    f"<w:styles {W}>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'
        for identifier, name in (
            ("H1", "heading 1"), ("H2", "heading 2"), ("Quote", "Quote"), ("Code", "HTML Preformatted"), ("Verse", "Verse")
        )
    )
    + '<w:style w:type="character" w:styleId="HTMLCode"><w:name w:val="HTML Code"/></w:style></w:styles>'
)  # fmt: skip
DOCX_BODY = (
    styled("H1", "مقال كامل")
    + paragraph(
        run("فقرة من عام ٢٠٢٥ فيها ") + run("قوي", "<w:bCs/>") + run(" و") + run("مائل", "<w:iCs/>") + run(" و")
        + run("code(x)", '<w:rStyle w:val="HTMLCode"/>') + run(" و")
        + f'<w:hyperlink r:id="link">{run("رابط")}</w:hyperlink>' + run(" وحاشية")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".")
    )
    + styled("H2", "قوائم")
    + item("أول", 1) + item("ثان", 1) + item("داخل", 1, 1) + item("آخر", 1, 1) + item("ثالث", 1) + item("نقطة", 2)
    + styled("H2", "غيرها")
    + styled("Quote", "اقتباس من كتاب.")
    + styled("Code", 'x = "نص"', "") + styled("Code", "    y = 1", "")
    + "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>" + row(run("الاسم"), run("العدد"), header=True)
    + row(run("علي"), run("٥")) + row(run("منى", "<w:b/>"), run("Zoe")) + "</w:tbl>"
    + styled("Verse", "قفا نبك من ذكرى حبيب ومنزل") + styled("Verse", "بسقط اللوى بين الدخول فحومل")
    + PICTURE + LINE
    + paragraph(run("An English paragraph (with brackets)."), "")
)  # fmt: skip
FOOTNOTES = (
    f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" نص الحاشية.")}</w:p></w:footnote></w:footnotes>'
)
DOCX_PARTS = {"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES, "word/footnotes.xml": FOOTNOTES}

ODT_STYLES = """
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="T1" style:family="text"><style:text-properties style:font-weight-complex="bold" fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="HL" style:display-name="Horizontal Line" style:family="paragraph" style:parent-style-name="Horizontal_20_Line"/>
<style:style style:name="Table1" style:family="table"><style:table-properties style:writing-mode="rl-tb"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>"""


def odt_item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def odt_row(*cells: str) -> str:
    return (
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
        + "</table:table-row>"
    )


ODT_BODY = (
    '<text:h text:outline-level="1">مقال كامل</text:h>'
    '<text:p>فقرة من عام ٢٠٢٥ فيها <text:span text:style-name="T1">قوي</text:span> و<text:span text:style-name="T2">مائل'
    '</text:span> و<text:span text:style-name="Source_20_Text">code(x)</text:span> و<text:a xlink:href="https://example.org/">'
    'رابط</text:a> وحاشية<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>نص الحاشية.</text:p></text:note-body></text:note>.</text:p>"
    '<text:h text:outline-level="2">قوائم</text:h><text:list text:style-name="L1">'
    + odt_item("أول")
    + odt_item("ثان", f"<text:list>{odt_item('داخل')}{odt_item('آخر')}</text:list>")
    + odt_item("ثالث")
    + f'</text:list><text:list text:style-name="L2">{odt_item("نقطة")}</text:list>'
    '<text:h text:outline-level="2">غيرها</text:h><text:p text:style-name="P1">اقتباس من كتاب.</text:p>'
    '<text:p text:style-name="Preformatted_20_Text">x = "نص"</text:p>'
    '<text:p text:style-name="Preformatted_20_Text"><text:s text:c="4"/>y = 1</text:p>'
    f'<table:table table:style-name="Table1"><table:table-header-rows>{odt_row("الاسم", "العدد")}</table:table-header-rows>'
    + odt_row("علي", "٥")
    + odt_row('<text:span text:style-name="T1">منى</text:span>', "Zoe")
    + "</table:table>"
    '<text:p text:style-name="Verse">قفا نبك من ذكرى حبيب ومنزل</text:p>'
    '<text:p text:style-name="Verse">بسقط اللوى بين الدخول فحومل</text:p>'
    '<text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" svg:width="7.938cm" svg:height="5.292cm" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><draw:image xlink:href="Pictures/moon.png"/>'
    "<svg:desc>صورة القمر</svg:desc></draw:frame></text:p>"
    '<text:p text:style-name="HL"/><text:p>An English paragraph (with brackets).</text:p>'
)

FB2 = """<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><book-title>مقال كامل</book-title><lang>ar</lang></title-info></description>
<body><section><title><p>مقال كامل</p></title>
<p>فقرة من عام ٢٠٢٥ فيها <strong>قوي</strong> و<emphasis>مائل</emphasis> و<code>code(x)</code> و<a l:href="https://example.org/">رابط</a> وحاشية<a l:href="#n1" type="note">1</a>.</p>
<section><title><p>قوائم</p></title></section>
<section><title><p>غيرها</p></title>
<cite><p>اقتباس من كتاب.</p></cite>
<table><tr><th>الاسم</th><th>العدد</th></tr><tr><td>علي</td><td>٥</td></tr><tr><td><strong>منى</strong></td><td>Zoe</td></tr></table>
<poem><stanza><v>قفا نبك من ذكرى حبيب ومنزل</v><v>بسقط اللوى بين الدخول فحومل</v></stanza></poem>
<image l:href="#moon" alt="صورة القمر"/><subtitle>* * *</subtitle>
<p>An English paragraph (with brackets).</p></section></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>نص الحاشية.</p></section></body>
<binary id="moon" content-type="image/png">{moon}</binary></FictionBook>"""

_MOON = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (300).to_bytes(4, "big") + (200).to_bytes(4, "big")
DOCUMENTS = {
    "markdown": MARKDOWN.encode(),
    "html": HTML.encode(),
    "epub": book([EPUB_BODY], spine='page-progression-direction="rtl"'),
    "docx": docx(DOCX_BODY, DOCX_PARTS),
    "odt": odt(ODT_BODY, ODT_STYLES),
    "fb2": FB2.replace("{moon}", b64encode(_MOON).decode()).encode(),
}
WITHOUT = {"fb2": ("list_item", "code")}
"""Kinds of blocks that a format has not."""
