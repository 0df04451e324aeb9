"""Sheets, slides, rich text, feeds, outlines, manual pages and publishers' XML: what is read of them."""

from pathlib import Path

import pytest

from reader.formats.sniffing import format_of
from reader.model import BlockKind, Document, DocumentError, Mark, NoticeCode
from tests.documents import texts_marked, texts_of
from tests.formats.making import parsed, zipped
from tests.fuzz.targets import PARTS, SEEDS, TARGETS, archive_of, good
from tests.wellformed import check

NAMES = {
    "xlsx": "book.xlsx",
    "pptx": "show.pptx",
    "rtf": "letter.rtf",
    "feed": "news.rss",
    "rst": "guide.rst",
    "org": "notes.org",
    "roff": "reader.man",
    "publishing": "diwan.tei",
}


def _document(form: str) -> Document:
    data = good(form)
    assert format_of(data, NAMES[form]) == form
    document = parsed(form, data)
    check(document)
    assert document.direction.is_rtl
    return document


def test_a_workbook() -> None:
    document = _document("xlsx")
    assert texts_of(document, BlockKind.HEADING) == ["المبيعات"]
    rows = [row.split("\t") for row in texts_of(document, BlockKind.TABLE)]
    assert rows[0][:2] == ["المنتج", "السعر"]
    assert rows[1] == ["كتاب", "1,234.50 ر.س", "2026-11-30 14:05", "25.60%", "TRUE"]
    assert rows[2][:2] == ["=SUM(B2:B3)", "0.1"]
    assert texts_marked(document, Mark.LINK) == ["كتاب"]


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("", "0.1", "0.1"),
        ("General", "1E+20", "100000000000000000000"),
        ("General", "0.30000000000000004", "0.3"),
        ("0.00", "-2.5", "-2.50"),
        ("#,##0", "1234567", "1,234,567"),
        ("0%", "0.5", "50%"),
        ("[$₪-40D]#,##0.00", "-3", "-₪3.00"),
        ('#,##0\\ "kg"', "12", "12 kg"),
        ("dd/mm/yyyy", "46356", "2026-11-30"),
        ("[$-F400]h:mm:ss AM/PM", "0.75", "18:00"),
        ("[h]:mm", "1.5", "36:00:00"),
        ("yyyy", "99999999", "99999999"),
        ("# ?/?", "0.5", "0.5"),
        ("0.00E+00", "12345", "12345"),
        ("0", "1e400", "1e400"),
        ("0", "NaN", "NaN"),
    ],
)
def test_numbers_of_sheets(code: str, number: str, shown: str) -> None:
    sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    escaped = code.replace("&", "&amp;").replace('"', "&quot;")
    styles = (
        f'<styleSheet xmlns="{sheets}"><numFmts><numFmt numFmtId="170" formatCode="{escaped}"/></numFmts>'
        '<cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    sheet = f'<worksheet xmlns="{sheets}"><sheetData><row><c s="0"><v>{number}</v></c></row></sheetData></worksheet>'
    data = archive_of("xlsx", b"\n==PART==\n".join([sheet.encode(), b"", styles.encode(), *_rest("xlsx", 3)]))
    assert texts_of(parsed("xlsx", data), BlockKind.TABLE) == [shown]


def _rest(form: str, first: int) -> list[bytes]:
    """The parts of a good document from one on."""
    return (SEEDS / f"{form}.1").read_bytes().split(b"\n==PART==\n")[first:]


def test_a_presentation() -> None:
    document = _document("pptx")
    assert texts_of(document, BlockKind.HEADING) == ["مقدمة"]
    assert texts_of(document, BlockKind.LIST_ITEM) == ["الأولى", "تفصيل\u20287"]
    assert texts_of(document, BlockKind.QUOTE) == ["ما يقال"]
    text = document.slice(document.range)
    assert "وصف الصورة" in text
    assert "99" not in text
    assert texts_marked(document, Mark.LINK) == ["تفصيل"]


@pytest.mark.parametrize("form", ["xlsx", "pptx"])
def test_a_package_without_its_main_part_is_refused(form: str) -> None:
    with pytest.raises(DocumentError, match="holds no"):
        parsed(form, zipped({"docProps/core.xml": "<x/>"}))


def test_rich_text() -> None:
    document = _document("rtf")
    assert (document.meta.title, document.meta.author) == ("عنوان", "Layla")
    assert texts_of(document, BlockKind.HEADING) == ["مقدمة"]
    first, last = texts_of(document, BlockKind.PARAGRAPH)[:2]
    assert first.startswith("أهلا بكم שלום 😀 plain link after")
    assert last.split("\u2028") == ["After {table}", "next"]
    assert [row.split("\t") for row in texts_of(document, BlockKind.TABLE)] == [["A", "B"], ["1", "2"]]
    assert texts_of(document, BlockKind.NOTE) == ["The note."]
    assert texts_marked(document, Mark.STRONG)[:2] == ["مقدمة", "بكم"]


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1255 \'f9\'ec\'e5\'ed}", "שלום"),
        (r"{\rtf1\ansi\deff1{\fonttbl{\f0 A;}{\f1\fcharset178 B;}}\'d3\'e1\'c7\'e3 {\f0 \'e9}\plain \'d3}", "سلام éس"),
        (r"{\rtf1\u1587?\u1604?\u1575?\u1605?}", "سلام"),
        (r"{\rtf1\uc0\u1587\u1604\u1575\u1605}", "سلام"),
        (r"{\rtf1 a{\*\unknown b{c}}d}", "ad"),
        (r"{\rtf1 a\~b\_c\emdash d}", "a\u00a0b\u2011c—d"),
        (r"{\rtf1 never closed {\b bold", "never closed bold"),
        (r"{\rtf1 a}}}} b", "a b"),
    ],
)
def test_words_of_rich_text(rtf: str, text: str) -> None:
    document = parsed("rtf", rtf)
    assert document.slice(document.range).strip() == text


def test_groups_without_end_are_told() -> None:
    document = parsed("rtf", r"{\rtf1 start " + "{" * 100_000 + "end")
    assert document.slice(document.range).startswith("start")
    assert document.meta.notices


def test_a_feed() -> None:
    document = _document("feed")
    assert (document.meta.title, document.meta.language) == ("أخبار & آراء", "ar")
    assert texts_of(document, BlockKind.HEADING) == ["أخبار & آراء", "عنوان أول", "رأس", "ثان"]
    text = document.slice(document.range)
    assert "نص غامق 12" in text
    assert "short" not in text


def test_an_atom_feed() -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="he"><title>בלוג</title><entry>
        <title type="html">&lt;i&gt;פוסט&lt;/i&gt;</title><link href="https://example.org/p"/><author><name>דנה</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>תוכן</p></div></content></entry></feed>"""
    assert format_of(feed.encode(), "feed.xml") == "feed"
    document = parsed("feed", feed)
    assert texts_of(document, BlockKind.HEADING) == ["בלוג", "פוסט"]
    assert texts_of(document, BlockKind.PARAGRAPH) == ["דנה", "תוכן", "https://example.org/p"]


def test_restructured_text() -> None:
    document = _document("rst")
    text = document.slice(document.range)
    assert texts_of(document, BlockKind.HEADING) == ["دليل المستخدم", "القسم الأول"]
    assert "See the guide and os.path.join" in text
    assert "root:" not in text  # /etc/passwd is not included
    assert ".. autofunction:: foo.bar" in text
    assert "Unknown" not in text
    assert "وصف" in text
    assert texts_of(document, BlockKind.NOTE)[0] == "نص الحاشية."


def test_a_paragraph_that_would_take_for_ever_leaves_the_lines_as_they_stand() -> None:
    assert [notice.code for notice in parsed("rst", "*a " * 5_000).meta.notices] == [NoticeCode.MARKUP_UNREAD]
    table = "\n".join(["+---+", *["| a |", "+---+"] * 2_000])
    assert not parsed("rst", table).meta.notices


def test_an_outline() -> None:
    document = _document("org")
    assert (document.meta.title, document.meta.author, document.meta.language) == ("دفتر المشاريع", "ليلى", "ar")
    assert texts_of(document, BlockKind.HEADING) == ["دفتر المشاريع", "TODO المشروع الأول :عمل:مهم:", "فرع"]
    assert texts_of(document, BlockKind.LIST_ITEM)[:2] == ["☐ مهمة", "☑ تمت تكملة"]
    assert texts_of(document, BlockKind.QUOTE) == ["اقتباس"]
    assert 'print("a")' in texts_of(document, BlockKind.CODE)[0]
    assert texts_of(document, BlockKind.NOTE) == ["نص الحاشية تتمة."]
    text = document.slice(document.range)
    assert "2*3*4" in text
    assert "SCHEDULED" not in text
    assert "# comment" not in text
    assert texts_marked(document, Mark.LINK) == ["رابط"]


def test_notes_as_pandoc_writes_them() -> None:
    document = parsed("rtf", r"{\rtf1 a{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard \ql note.\par}}b}")
    assert [text.strip() for text in texts_of(document, BlockKind.NOTE)] == ["note."]
    note = JATS.replace("Text ", '<fn id="f"><label>1</label><p>A note.</p></fn>Text ')
    assert texts_of(parsed("publishing", note), BlockKind.NOTE) == ["A note."]


def test_the_only_section_is_a_section() -> None:
    document = parsed("rst", "=\nT\n=\n\nOnly\n====\n\ntext\n\nBelow\n-----\n\nx")
    assert texts_of(document, BlockKind.HEADING) == ["T", "Only", "Below"]


def test_looks_of_one_letter_end_where_they_do() -> None:
    document = parsed("org", "=a= and =b= or /c/ /d/")
    assert texts_marked(document, Mark.CODE) == ["a", "b"]
    assert texts_marked(document, Mark.EMPHASIS) == ["c", "d"]


def test_a_manual_page() -> None:
    document = _document("roff")
    assert document.meta.title == "قارئ(1)"
    assert texts_of(document, BlockKind.HEADING) == ["قارئ(1)", "الاسم", "الخيارات"]
    assert texts_of(document, BlockKind.CODE) == ["  one\n    two"]
    text = document.slice(document.range)
    assert "-w, --width=N" in text
    assert "عرض النص — كما هو." in text
    assert "git-log(1) و مائل" in text
    assert "is not shown" not in text
    assert '"x" <int>' in text
    assert "said of it“so”" in text
    assert "https://example.org" in text
    assert [row.split("\t") for row in texts_of(document, BlockKind.TABLE)] == [
        ["الخيار", "المعنى"],
        ["a", "long cell"],
    ]


def test_logs_that_are_numbered_are_no_manual_pages() -> None:
    assert format_of(b"Mar 18 12:00:00 host a: b\n" * 5, "syslog.1") == "code"


def test_an_edition() -> None:
    document = _document("publishing")
    assert (document.meta.title, document.meta.author, document.meta.language) == ("ديوان", "المتنبي", "ar")
    assert texts_of(document, BlockKind.HEADING) == ["ديوان", "الباب الأول", "فصل"]
    text = document.slice(document.range)
    assert "نص مهم وخطأ قال “نعم”" in text
    assert texts_of(document, BlockKind.NOTE) == ["حاشية"]


DOCBOOK = """<article xmlns="http://docbook.org/ns/docbook" xmlns:xlink="http://www.w3.org/1999/xlink" version="5.0">
<info><title>The Guide</title>
<author><personname><firstname>Ann</firstname> <surname>Lee</surname></personname></author>
</info><para>See <link xlink:href="https://example.org">this</link>.<footnote><para>A note.</para></footnote></para>
<section xml:id="s"><title>First</title><orderedlist><listitem><para>one</para></listitem></orderedlist>
<programlisting>x = 1
y = 2</programlisting><section><title>Deeper</title>
<para>Back to <xref linkend="s"/>.</para></section></section></article>"""

JATS = """<article article-type="research-article"><front><journal-meta><journal-title>J</journal-title></journal-meta>
<article-meta><title-group><article-title>On <italic>things</italic></article-title></title-group><contrib-group>
<contrib contrib-type="author">
<name><surname>Lee</surname><given-names>Ann</given-names></name></contrib></contrib-group>
<abstract><title>Abstract</title><p>Short.</p></abstract></article-meta></front><body><sec><title>Intro</title>
<p>Text <xref ref-type="bibr" rid="b1">[1]</xref>.</p></sec></body><back><ref-list><title>References</title>
<ref id="b1"><label>1</label><mixed-citation>Lee A. 2020.</mixed-citation></ref></ref-list></back></article>"""


@pytest.mark.parametrize(
    ("page", "title", "headings", "words"),
    [
        (DOCBOOK, "The Guide", ["The Guide", "First", "Deeper"], "x = 1\ny = 2"),
        (JATS, "On things", ["On things", "Abstract", "Intro", "References"], "1 Lee A. 2020."),
    ],
)
def test_articles(page: str, title: str, headings: list[str], words: str) -> None:
    assert format_of(page.encode(), "article.xml") == "publishing"
    document = parsed("publishing", page)
    assert (document.meta.title, document.meta.author) == (title, "Ann Lee")
    assert texts_of(document, BlockKind.HEADING) == headings
    assert words in document.slice(document.range)
    assert any(span.mark is Mark.LINK for block in document.blocks for span in block.spans)


@pytest.mark.parametrize("form", sorted(set(NAMES) - set(PARTS)))
def test_cut_short_anywhere_it_is_read_or_refused(form: str) -> None:
    data = next(iter(SEEDS.glob(f"{form}.*"))).read_bytes()
    for end in range(0, len(data), max(7, len(data) // 60)):
        TARGETS[form](data[:end])


def test_every_name_is_told(tmp_path: Path) -> None:
    for form, name in NAMES.items():
        assert format_of(good(form), str(tmp_path / name)) == form
