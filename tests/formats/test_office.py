"""What programs of an office write beside plain paragraphs: numbered headings, hidden text, comments, contents."""

import pytest

from reader.formats.odt_styles import pixels_of
from reader.model import BlockKind, Document
from tests.formats.making import ODF, W, docx, odt, parsed, with_parts
from tests.notices import notices_in


def texts(document: Document) -> list[str]:
    return [document.slice(block.range) for block in document.blocks]


def markers(document: Document) -> list[str]:
    return [block.marker for block in document.blocks]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def test_open_document_text_without_its_body_is_read() -> None:
    content = f"<office:document-content {ODF}><text:p>one</text:p><text:p>two</text:p></office:document-content>"
    assert texts(parsed("odt", with_parts(odt(""), {"content.xml": content}))) == ["one", "two"]


# Word

NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def heading(level: int, text: str) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(run(text), f'<w:pStyle w:val="H{level}"/>{listed}')


def test_numbered_headings_have_their_numbers() -> None:
    body = heading(1, "مقدمة") + heading(2, "خلفية") + heading(2, "هدف") + heading(1, "نتائج")
    document = parsed("docx", docx(body, {"word/numbering.xml": NUMBERING}))
    assert [document.slice(section.title) for section in document.sections] == [
        "1 مقدمة",
        "1.1 خلفية",
        "1.2 هدف",
        "2 نتائج",
    ]


def test_hidden_text_and_the_table_of_contents_are_passed_over() -> None:
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>'
    body = paragraph(run("مقدمة ... 3"), '<w:pStyle w:val="T1"/>') + paragraph(
        run("ظاهر") + run("خفي", "<w:vanish/>") + run(" أيضًا", '<w:vanish w:val="0"/>')
    )
    assert texts(parsed("docx", docx(body, {"word/styles.xml": styles}))) == ["ظاهر أيضًا"]


def test_comments_are_counted() -> None:
    comment = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    document = parsed("docx", docx(paragraph(comment.format(run("نص")) * 2)))
    assert texts(document) == ["نصنص"]
    assert notices_in(document) == ("2 comments are not shown",)


def test_raised_numbers_keep_their_meaning() -> None:
    body = paragraph(
        run("10")
        + run("2", '<w:vertAlign w:val="superscript"/>')
        + run(" H")
        + run("2", '<w:vertAlign w:val="subscript"/>')
        + run("O, 1")
        + run("st", '<w:vertAlign w:val="superscript"/>')
    )
    assert texts(parsed("docx", docx(body))) == ["10² H₂O, 1st"]


def test_words_with_a_reading_above_them_are_read() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"
    assert texts(parsed("docx", docx(paragraph(run("a ") + ruby)))) == ["a 漢(kan)"]


def drawing(attributes: str, width: int) -> str:
    return (
        f'<w:p><w:r><w:drawing><inline><extent cx="{width * 9525}" cy="{width * 9525}"/><docPr id="1" {attributes}/>'
        "</inline></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize(
    ("attributes", "width", "told"),
    [
        ('name="صورة 1" descr="القمر"', 20, ["القمر (20×20)"]),
        ('name="صورة 1"', 200, ["صورة 1 (200×200)"]),
        ('name="صورة 1"', 20, []),
    ],
)
def test_pictures_without_words_have_their_name(attributes: str, width: int, told: list[str]) -> None:
    assert texts(parsed("docx", docx(drawing(attributes, width)))) == told


@pytest.mark.parametrize(
    "line",
    [
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:p>',
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:v" xmlns:o="urn:o" o:hr="t"/></w:pict></w:r></w:p>',
    ],
)
def test_lines_across_the_page_are_rules(line: str) -> None:
    document = parsed("docx", docx(paragraph(run("a")) + line + paragraph(run("b"))))
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.RULE, BlockKind.PARAGRAPH]


def test_a_bordered_paragraph_with_text_is_no_rule() -> None:
    border = '<w:pBdr><w:top w:val="single"/></w:pBdr>'
    assert texts(parsed("docx", docx(paragraph(run("a"), border)))) == ["a"]


def test_the_company_is_the_publisher() -> None:
    parts = {
        "docProps/app.xml": "<Properties><Company>دار</Company></Properties>",
        "docProps/core.xml": '<p xmlns:dc="urn:dc"><dc:creator>سعاد</dc:creator></p>',
    }
    meta = parsed("docx", docx(paragraph(run("a")), parts)).meta
    assert (meta.author, meta.publisher) == ("سعاد", "دار")


# OpenDocument

LISTS = """<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix=")"
 style:num-format="1" text:start-value="3"/><text:list-level-style-number text:level="2" style:num-suffix="."
 style:num-format="a" text:display-levels="2"/></text:list-style>"""


def item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def test_lists_go_on_and_show_the_levels_above() -> None:
    inner = f"<text:list>{item('b')}{item('c')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item("a", inner)}{item("d")}</text:list><text:p>x</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("e")}</text:list>'
        f'<text:list text:style-name="L">{item("f")}</text:list>'
    )
    document = parsed("odt", odt(body, LISTS))
    assert markers(document) == ["3)", "3.a.", "3.b.", "4)", "", "5)", "3)"]


def test_raised_numbers_of_opendocument() -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties style:text-position="{where}"/>'
        "</style:style>"
        for name, where in (("S", "super 58%"), ("B", "-33% 58%"), ("N", "0% 100%"))
    )
    body = "".join(f'<text:span text:style-name="{name}">2</text:span>' for name in "SBN")
    assert texts(parsed("odt", odt(f"<text:p>1{body}</text:p>", styles))) == ["1²₂2"]


def test_comments_of_opendocument_are_counted() -> None:
    document = parsed("odt", odt("<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>"))
    assert texts(document) == ["ab"]
    assert notices_in(document) == ("1 comment is not shown",)


@pytest.mark.parametrize(
    ("length", "pixels"), [("2.54cm", 96), ("25.4mm", 96), ("1in", 96), ("72pt", 96), ("5px", 5), ("5", 0), ("-1cm", 0)]
)
def test_lengths_are_pixels(length: str, pixels: int) -> None:
    assert pixels_of(length) == pixels
