"""EPUB, DOCX and ODT: structure, links, notes, lists, tables, tracked changes and metadata."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import archive as archives
from reader.formats.archive import Archive, resolved
from reader.model import Direction, Document, DocumentError
from tests.examples import examples
from tests.formats.making import FORMATS, W, book, docx, lines_of, ncx_book, odt, parsed, zipped
from tests.notices import notices_in
from tests.samples import article


def told(document: Document) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.depth, b.marker, document.slice(b.range)) for b in document.blocks]


def spans(document: Document) -> list[tuple[str, str, str]]:
    return [(s.mark.value, s.target, document.slice(s.range)) for b in document.blocks for s in b.spans]


# EPUB


def test_links_lead_from_chapter_to_chapter() -> None:
    document = parsed(
        "epub",
        book(
            [
                (
                    "<p><a href='c1.xhtml#x'>there</a> <a href='c1.xhtml'>chapter</a> <a href='#y'>here</a></p>"
                    "<p id='y'>Y</p>"
                ),
                "<h1>Two</h1><p id='x'>X</p>",
            ]
        ),
    )
    targets = [target for _, target, _ in spans(document)]
    assert [
        document.slice(document.blocks[document.block_index_at(document.places[t[1:]])].range) for t in targets
    ] == [
        "X",
        "Two",
        "Y",
    ]


def test_a_book_says_who_wrote_it_and_where_its_pages_go() -> None:
    metadata = "".join(
        f"<dc:{name}>{value}</dc:{name}>"
        for name, value in {
            "title": "كتاب",
            "creator": "فلان",
            "publisher": "دار",
            "date": "2020",
            "language": "ar",
        }.items()
    )
    document = parsed("epub", book(["<p>123</p>"], metadata=metadata, spine='page-progression-direction="rtl"'))
    meta = document.meta
    assert (meta.title, meta.author, meta.publisher, meta.date, meta.language) == ("كتاب", "فلان", "دار", "2020", "ar")
    assert document.direction is Direction.RTL


def test_chapters_without_headings_have_the_titles_of_the_contents() -> None:
    data = ncx_book(["<p>text</p>", "<h2>Second</h2>"], [("First", "text/c0.xhtml#a", [])])
    document = parsed("epub", data)
    assert [document.slice(section.title) for section in document.sections] == ["First", "Second"]


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (600).to_bytes(4, "big") + (800).to_bytes(4, "big")


def test_a_cover_is_the_book_and_pictures_have_their_size() -> None:
    link = "xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='../cover.png'"
    cover = f"<svg xmlns='http://www.w3.org/2000/svg'><image {link}/></svg>"
    chapter = "<p>a</p><img src='../map.png' alt='The map'/><img src='../map.png'/><img src='../map.png' alt=''/>"
    data = book(
        [f"<div>{cover}</div>", chapter],
        metadata="<dc:title>The book</dc:title>",
        manifest="<item id='k' href='cover.png' media-type='image/png' properties='cover-image'/>",
        extra={"OPS/cover.png": PNG, "OPS/map.png": PNG},
    )
    told_of = [(kind, text) for kind, _, _, text in told(parsed("epub", data))]
    assert told_of == [
        ("image", "The book (600×800)"),
        ("paragraph", "a"),
        ("image", "The map (600×800)"),
        ("image", "map.png (600×800)"),
    ]


def test_notes_of_a_book() -> None:
    chapter = (
        "<p>Text<a epub:type='noteref' href='#n'>1</a>.</p><aside epub:type='footnote' id='n'><p>The note.</p></aside>"
    )
    document = parsed("epub", book([chapter]))
    assert [kind for kind, *_ in told(document)] == ["paragraph", "note"]
    assert spans(document) == [("note_reference", "#OPS/text/c0.xhtml#n", "¹")]


def test_named_entities_are_characters_and_others_are_text() -> None:
    document = parsed("epub", book(["<p>a&nbsp;b&mdash;&unknown; &amp; &lt;</p>"]))
    assert told(document)[0][3] == "a\xa0b—&unknown; & <"


def test_a_chapter_that_comes_again_is_shown_again() -> None:
    data = book(["<p>one</p>"])
    again = Archive(data).part("OPS/book.opf").decode().replace("</spine>", '<itemref idref="c0"/></spine>')
    assert [text for *_, text in told(parsed("epub", book(["<p>one</p>"], extra={"OPS/book.opf": again})))] == [
        "one",
        "one",
    ]


def test_a_chapter_that_comes_without_end_does_not() -> None:
    package = Archive(book(["<p>one</p>"])).part("OPS/book.opf").decode()
    again = package.replace("</spine>", '<itemref idref="c0"/>' * 1_000 + "</spine>")
    assert 1 < len(told(parsed("epub", book(["<p>one</p>"], extra={"OPS/book.opf": again})))) < 100


def test_a_missing_chapter_is_told_and_the_others_are_read() -> None:
    package = Archive(book(["", ""])).part("OPS/book.opf").decode()
    document = parsed("epub", book(["<p>one</p>"], extra={"OPS/book.opf": package}))
    assert told(document)[0][3] == "one"
    assert "1 of 2 chapters" in notices_in(document)[0]


# DOCX


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_runs_of_equal_look_are_one_mark() -> None:
    document = parsed(
        "docx", docx(f"<w:p>{run('a ')}{run('b', '<w:b/>')}{run('c', '<w:b/>')}{run(' d', '<w:i/>')}</w:p>")
    )
    assert told(document)[0][3] == "a bc d"
    assert spans(document) == [("strong", "", "bc"), ("emphasis", "", "d")]


def test_tracked_changes_are_as_accepted() -> None:
    body = f"<w:p>{run('kept ')}<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    assert told(parsed("docx", docx(body)))[0][3] == "kept new"


def test_lists_of_word_are_numbered() -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def item(level: int, text: str) -> str:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"

    body = item(0, "a") + item(1, "b") + item(1, "c") + item(0, "d") + item(1, "e")
    document = parsed("docx", docx(body, {"word/numbering.xml": numbering}))
    assert [(depth, marker) for _, depth, marker, _ in told(document)] == [
        (1, "2."),
        (2, "2.a)"),
        (2, "2.b)"),
        (1, "3."),
        (2, "3.a)"),
    ]


def test_links_notes_and_places_of_word() -> None:
    body = (
        f'<w:p><w:hyperlink r:id="link">{run("out")}</w:hyperlink> <w:hyperlink w:anchor="b">{run(" in")}</w:hyperlink>'
        f'<w:r><w:footnoteReference w:id="7"/></w:r></w:p><w:p><w:bookmarkStart w:name="b"/>{run("place")}</w:p>'
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="7"><w:p>{run("the note")}</w:p></w:footnote></w:footnotes>'
    document = parsed("docx", docx(body, {"word/footnotes.xml": notes}))
    assert told(document) == [
        ("paragraph", 0, "", "out in¹"),
        ("paragraph", 0, "", "place"),
        ("note", 0, "1.", "the note"),
    ]
    assert [target for _, target, _ in spans(document)] == ["https://example.org/", "#b", "#footnote-7"]
    assert [document.places[name] for name in ("b", "footnote-7")] == [
        block.range.start for block in list(document.blocks)[1:]
    ]


def test_tables_of_word() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('a')}{cell('b')}</w:tr>"
    wide = cell("c", '<w:gridSpan w:val="2"/>')
    body = f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>{head}<w:tr>{wide}</w:tr></w:tbl>"
    document = parsed("docx", docx(body))
    rows = [block.row for block in document.blocks if block.row]
    assert [[(c.column, c.columns, document.slice(c.range)) for c in row.cells] for row in rows] == [
        [(0, 1, "a"), (1, 1, "b")],
        [(0, 2, "c")],
    ]
    assert (rows[0].header, rows[1].header, rows[0].table.direction) == (True, False, Direction.RTL)


# ODT


def test_spans_links_notes_and_lists_of_opendocument() -> None:
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="R" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/>'
        '</style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="i" style:num-suffix=")"/></text:list-style>'
    )
    body = (
        '<text:p text:style-name="R">a <text:span text:style-name="B">b</text:span> <text:a xlink:href="https://e.example/">c'
        "</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p>"
        "</text:note-body></text:note>.</text:p>"
        '<text:list text:style-name="L"><text:list-item><text:p>x</text:p></text:list-item>'
        "<text:list-item><text:p>y</text:p>"
        "<text:list><text:list-item><text:p>z</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    document = parsed("odt", odt(body, styles))
    assert told(document) == [
        ("paragraph", 0, "", "a b c¹."),
        ("list_item", 1, "i)", "x"),
        ("list_item", 1, "ii)", "y"),
        ("list_item", 2, "◦", "z"),
        ("note", 0, "1.", "note"),
    ]
    assert spans(document) == [
        ("strong", "", "b"),
        ("link", "https://e.example/", "c"),
        ("note_reference", "#note-1", "¹"),
    ]
    assert document.blocks[0].direction is Direction.RTL


def test_deleted_text_of_opendocument_is_not_read() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>ke<text:change/>pt</text:p>"
    )
    assert [text for *_, text in told(parsed("odt", odt(body)))] == ["kept"]


# What is damaged and what means harm


@pytest.mark.parametrize("form", ["epub", "docx", "odt"])
def test_an_archive_that_is_cut_short_is_read_as_far_as_it_goes(form: str) -> None:
    whole = article()
    data = FORMATS[form](lines_of(whole))
    document = parsed(form, data[: 2 * len(data) // 3])
    text = document.slice(document.range)
    assert len(text) > 1000
    assert whole.slice(whole.range).replace("\n\n", "\n").startswith(text[:1000])
    assert any("cut short" in warning for warning in notices_in(document))


@pytest.mark.parametrize("form", ["epub", "docx", "odt"])
def test_an_archive_without_a_beginning_is_refused_in_one_line(form: str) -> None:
    data = FORMATS[form](lines_of(article()))
    with pytest.raises(DocumentError, match=r"^damaged: [^\n]*$"):
        parsed(form, data[:20])


@pytest.mark.parametrize("form", ["epub", "docx", "odt"])
@examples(40)
@given(data=st.data())
def test_damaged_archives_open_or_are_refused(form: str, data: st.DataObject) -> None:
    whole = bytearray(FORMATS[form](lines_of(article())[:6]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        parsed(form, bytes(whole))


ENTITIES = [f"&{name};" for name in "abcdefghi"]
BOMB = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{10 * entity}">' for name, entity in zip("bcdefghij", ENTITIES, strict=False))
    + "]>"
)


@pytest.mark.parametrize(
    "doctype",
    [BOMB, '<!DOCTYPE d [<!ENTITY j SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE d SYSTEM "http://x.example/">'],
)
def test_entities_are_never_defined(doctype: str) -> None:
    content = f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body><w:p>{run("&j;")}</w:p></w:body></w:document>'
    document = parsed("docx", zipped({"word/document.xml": content}))
    assert [text for *_, text in told(document)] == ["&j;"]


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_PART", 1 << 20)
    with pytest.raises(DocumentError, match="unpacks to more than 1 MiB"):
        parsed("docx", zipped({"word/document.xml": b"\0" * (3 << 20)}))


def test_no_name_leads_out_of_an_archive() -> None:
    assert resolved("OPS/book.opf", "../../../etc/passwd") == "etc/passwd"
    assert resolved("OPS/book.opf", "text/a%20b.xhtml#x") == "OPS/text/a b.xhtml"
    assert resolved("OPS/book.opf", "#x") == "OPS/book.opf"


@pytest.mark.parametrize("opening", ["<w:tbl><w:tr><w:tc>", "<w:p>", "<w:sdt><w:sdtContent>"])
def test_deep_nesting_is_read_as_far_as_it_goes(opening: str) -> None:
    document = parsed("docx", docx(opening * 100_000))
    assert document.meta.notices


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>"])
def test_deep_nesting_of_html_is_told(opening: str) -> None:
    assert parsed("html", "<p>text</p>" + opening * 100_000 + "x").meta.notices


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "![" * 20_000, ">" * 50_000, "[a](" * 5_000, "*a **b" * 5_000],
    ids=["brackets", "images", "quotes", "links", "stars"],
)
def test_markdown_that_repeats_itself_is_read(text: str) -> None:
    assert "".join(t for *_, t in told(parsed("markdown", "start\n\n" + text))).startswith("start")


def test_a_crowd_of_attributes_is_left_out() -> None:
    crowd = " ".join(f"a{number}=1" for number in range(50_000))
    assert [text for *_, text in told(parsed("html", f"<p {crowd}>text</p>"))] == ["text"]
