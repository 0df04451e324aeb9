"""Documents that come as growing snapshots."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from reader.formats import (
    archive,
    beginning,
    csv,
    folder,
    open_document,
    open_several,
    open_snapshots,
    rst,
    under_way,
    xlsx,
)
from reader.formats.archive import Archive
from reader.formats.raw import Raw
from reader.formats.registry import parser_of, snapshots_of
from reader.model import BlockKind, Document, DocumentError, NoticeCode, range_of
from reader.values import replace
from tests.formats.making import W, book, docx, odt, with_parts, zipped
from tests.samples import SEED


def chapter(number: int) -> str:
    return f"<h1>فصل {number}</h1><p id='p'>{'كلمة ' * 40}{number}. <a href='c0.xhtml#p'>الأول</a></p>"


def assert_growing(snapshots: list[Document]) -> None:
    assert [snapshot.complete for snapshot in snapshots] == [False] * (len(snapshots) - 1) + [True]
    for before, after in pairwise(snapshots):
        assert len(before) < len(after)
        assert before.slice(before.range) == after.slice(range_of(0, len(before)))
        for old, new in zip(list(before.blocks)[:-1], after.blocks, strict=False):
            assert (old.kind, old.range, old.depth, old.marker) == (new.kind, new.range, new.depth, new.marker)


def test_a_book_grows_to_what_it_is_when_it_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "FIRST_SNAPSHOT", 500)
    raw = Raw(book([chapter(number) for number in range(60)]))
    snapshots = list(snapshots_of("epub", raw))
    assert_growing(snapshots)
    assert 3 <= len(snapshots) <= 5
    assert len(snapshots[0].sections) < 5
    whole, at_once = snapshots[-1], parser_of("epub")(raw)
    assert (whole.slice(whole.range), whole.meta, whole.places) == (
        at_once.slice(at_once.range),
        at_once.meta,
        at_once.places,
    )
    assert [block.range for block in whole.blocks] == [block.range for block in at_once.blocks]


def assert_equal(grown: Document, at_once: Document) -> None:
    assert grown.slice(grown.range) == at_once.slice(at_once.range)
    assert (grown.meta, grown.places, grown.sections) == (at_once.meta, at_once.places, at_once.sections)
    for one, other in zip(grown.blocks, at_once.blocks, strict=True):
        assert replace(one, row=None) == replace(other, row=None)
        if one.row and other.row:
            assert repr(one.row.table) == repr(other.row.table)
            assert tuple(one.row.cells) == tuple(other.row.cells)


WORD = "".join(
    f'<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>فصل {number}</w:t></w:r></w:p>'
    f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p><w:bookmarkStart w:name="b{number}"/><w:r><w:rPr>'
    f"<w:b/></w:rPr><w:t>نص &amp; نص</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p></w:sdtContent></w:sdt>"
    f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK \\l "b{number + 9}"</w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>رابط</w:t></w:r></w:p><w:p><w:r><w:t>يتصل</w:t>'
    '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>"
    + "<w:tr><w:tc><w:p><w:r><w:t>١</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>٢</w:t></w:r></w:p></w:tc></w:tr>" * 3
    + "</w:tbl>"
    for number in range(60)
)
NOTES = f"<w:footnotes {W}><w:footnote w:id='1'><w:p><w:r><w:t>حاشية</w:t></w:r></w:p></w:footnote></w:footnotes>"
OPEN = "".join(
    f"<text:h text:outline-level='1'>فصل {number}</text:h><text:p>نص<text:bookmark text:name='b{number}'/><text:note>"
    f"<text:note-body><text:p>حاشية {number}</text:p></text:note-body></text:note> <text:a xlink:href='#b{number + 9}'>"
    "رابط</text:a></text:p><text:list><text:list-item><text:p>أول</text:p></text:list-item><text:list-item><text:p>ثان"
    "</text:p></text:list-item></text:list><table:table>"
    + "<table:table-row><table:table-cell><text:p>١</text:p></table:table-cell></table:table-row>" * 3
    + "</table:table>"
    for number in range(60)
)
OFFICE = {"docx": docx(WORD, {"word/footnotes.xml": NOTES}), "odt": odt(OPEN)}


@pytest.mark.parametrize("form", OFFICE)
def test_an_office_document_grows_to_what_it_is_when_it_is_read_at_once(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = Raw(OFFICE[form])
    at_once = parser_of(form)(raw)
    monkeypatch.setattr(under_way, "FIRST_SNAPSHOT", 200)
    monkeypatch.setattr(archive, "_PIECE", 97)  # cut in the middle of tags, entities and letters
    snapshots = list(snapshots_of(form, raw))
    assert_growing(snapshots)
    assert len(snapshots) > 2
    assert_equal(snapshots[-1], at_once)
    assert sum(block.kind is BlockKind.NOTE for block in at_once.blocks) == (1 if form == "docx" else 60)
    assert len(at_once.places) > 50


@pytest.mark.parametrize("form", OFFICE)
@pytest.mark.parametrize("damage", ["cut", "flipped", "ill-formed"])
def test_damaged_office_documents_are_read_in_pieces_as_whole(
    form: str, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(OFFICE[form])
    if damage == "cut":
        del data[len(data) // 2 :]
    elif damage == "flipped":
        data[len(data) // 2] ^= 8
    else:
        part = {"docx": "word/document.xml", "odt": "content.xml"}[form]
        written = Archive(OFFICE[form]).part(part)
        half = len(written) // 2
        data[:] = with_parts(OFFICE[form], {part: written[:half] + b"<<&nbsp;\xff" + written[half:]})
    raw = Raw(bytes(data))
    at_once = parser_of(form)(raw)
    monkeypatch.setattr(archive, "_PIECE", 1031)
    *_, grown = snapshots_of(form, raw)
    assert_equal(grown, at_once)
    assert len(at_once) > 100
    assert at_once.meta.notices


def test_the_contents_tell_what_is_to_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "FIRST_SNAPSHOT", 100)
    points = "".join(f"<li><a href='c{n}.xhtml'>فصل {n}</a></li>" for n in range(9))
    data = book([chapter(n) for n in range(9)], navigation=f"<nav epub:type='toc'><ol>{points}</ol></nav>")
    first, *_, last = snapshots_of("epub", Raw(data))
    titles = [first.slice(section.title) for section in first.sections] + [each.title for each in first.awaited]
    assert titles == [f"فصل {n}" for n in range(9)]
    assert [last.slice(section.title) for section in last.sections] == titles
    assert last.awaited == ()


@pytest.mark.parametrize(
    "data",
    [
        (SEED.read_text(encoding="utf-8") * 40).encode(),
        ("كلمة " * 40_000).encode(),
        "سطر قصير\r\n".encode() * 20_000,
        ("نص عربي قديم الترميز وفيه كلام كثير.\n" * 9_000).encode("cp1256"),
    ],
    ids=["article", "one line", "crlf", "cp1256"],
)
@pytest.mark.parametrize("form", ["text", "code"])
def test_the_beginning_of_a_long_text_comes_first(form: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "LENGTH", 100_001)
    snapshots = list(snapshots_of(form, Raw(data)))
    assert len(snapshots) == 2
    first, whole = snapshots
    assert not first.complete
    assert whole.slice(range_of(0, len(first))) == first.slice(first.range)
    assert first.meta.encoding == whole.meta.encoding


OPENITI = "######OpenITI#\n\n#META# 010.BookTitle :: كتاب\n#META#Header#End#\n\n" + "".join(
    f"### | باب {number}\n# نص طويل فيه كلام كثير\n~~ يتصل بما قبله PageV01P{number:03}\n# صدر البيت الأول %~% وعجزه\n"
    for number in range(400)
)
MARKDOWN = "".join(
    f"# فصل {number}\n\nنص **مهم** فيه [رابط](https://example.org/{number}).\n\n1. أول\n2. ثان\n\n```\n# code\n```\n\n"
    for number in range(400)
)


HTML = "<!doctype html><html dir=rtl><title>كتاب</title><body>\n" + "".join(
    f"<h2 id=h{number}>فصل {number}</h2>\n<p>نص <b>مهم</b> فيه <a href='#h9'>رابط</a>.\n<ol><li>أول\n<li>ثان</ol>\n"
    for number in range(400)
)


ORG = "#+TITLE: كتاب\n\n" + "".join(
    f"* فصل {number}\nنص *مهم* فيه حاشية[fn:{number}].\n\n- أول\n- ثان\n\n#+begin_src\n,* code\n#+end_src\n\n"
    f"[fn:{number}] متن الحاشية.\n"
    for number in range(200)
)
ASCIIDOC = "= كتاب\n\n" + "".join(
    f"== فصل {number}\n\nنص *مهم* فيه <<_فصل_{max(0, number - 9)}>> وحاشية.footnote:[متن {number}]\n\n* أول\n* ثان\n\n"
    for number in range(200)
)
LATEX = "\\documentclass{book}\\begin{document}\n" + "".join(
    f"\\chapter{{فصل {number}}}\\label{{c{number}}}\n\nنص \\textbf{{مهم}} "
    f"بعد \\ref{{c{max(0, number - 9)}}}\\footnote{{متن}}.\n\n"
    for number in range(300)
)
ROFF = ".TH كتاب 7\n" + "".join(f'.SH "فصل {number}"\n.PP\nنص \\fBمهم\\fP.\n.IP \\(bu\nبند\n' for number in range(400))
RST = "".join(f"فصل {number}\n========\n\nنص **مهم** فيه ``code``.\n\n- أول\n- ثان\n\n" for number in range(300))
DOCBOOK = "<book xmlns='http://docbook.org/ns/docbook'><title>كتاب</title>" + "".join(
    f"<chapter xml:id='c{number}'><title>فصل {number}</title><para>نص <emphasis>مهم</emphasis>"
    f"<footnote><para>متن {number}</para></footnote> <link linkend='c{number + 9}'>بعد</link></para></chapter>"
    for number in range(200)
)
FB2 = "<FictionBook><body>" + "".join(
    f"<section id='s{number}'><title><p>فصل {number}</p></title><p>نص <strong>مهم</strong> "
    f"<a href='#s{number + 9}'>بعد</a></p><poem><stanza><v>بيت</v><v>بيت</v></stanza></poem></section>"
    for number in range(200)
)


MARKED = {
    "openiti": OPENITI,
    "markdown": MARKDOWN,
    "html": HTML,
    "org": ORG,
    "asciidoc": ASCIIDOC,
    "latex": LATEX + "\\end{document}",
    "roff": ROFF,
    "rst": RST,
    "publishing": DOCBOOK + "</book>",
    "fb2": FB2 + "</body></FictionBook>",
}


@pytest.mark.parametrize("form", MARKED)
def test_a_long_marked_text_begins_as_it_is_when_it_is_read_at_once(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "LENGTH", 10_001)
    snapshots = list(snapshots_of(form, Raw(MARKED[form].encode())))
    assert len(snapshots) == 2
    assert_growing(snapshots)
    assert len(snapshots[0].sections) > 10
    assert snapshots[0].meta.notices == snapshots[1].meta.notices == ()
    for one, other in zip(list(snapshots[0].blocks)[:-1], snapshots[1].blocks, strict=False):
        assert one.spans == other.spans


def test_rst_that_refers_to_what_may_come_later_comes_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "LENGTH", 10_001)
    (document,) = snapshots_of("rst", Raw(f"انظر after_.\n\n{RST}\n.. _after:\n\nنهاية.\n".encode()))
    assert document.complete


@pytest.mark.parametrize(("name", "most"), [("LARGEST", 500), ("MOST_SIGNS", 50)])
def test_rst_that_would_take_too_long_is_text(name: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rst, name, most)
    (document,) = snapshots_of("rst", Raw(RST[:3000].encode()))
    assert [notice.code for notice in document.meta.notices] == [NoticeCode.MARKUP_UNREAD]
    assert "نص **مهم**" in document.slice(document.range)


REFERRING = {
    "asciidoc": ASCIIDOC.replace("== فصل 20\n\n", "== فصل 20\n\nانظر <<_بعد>>.\n\n") + "== بعد\n\nنص.\n",
    "latex": LATEX.replace("\\label{c20}", "\\label{c20}\n\nانظر \\ref{after}.") + "\\chapter{بعد}\\label{after}",
}


@pytest.mark.parametrize("form", REFERRING)
def test_a_beginning_ends_before_a_reference_to_what_is_to_come(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "LENGTH", 10_001)
    first, whole = snapshots_of(form, Raw(REFERRING[form].encode()))
    assert "انظر" not in first.slice(first.range)
    assert "انظر" in whole.slice(whole.range)
    assert_growing([first, whole])


def workbook(sheets: Sequence[str]) -> bytes:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = [f"s{number}" for number in range(len(sheets))]
    listed = "".join(f"<sheet name='{name}' r:id='{name}'/>" for name in names)
    targets = "".join(f"<Relationship Id='{name}' Target='{name}.xml'/>" for name in names)
    main = f"<Relationship Type='{kinds}/officeDocument' Target='xl/workbook.xml'/>"
    return zipped(
        {
            "_rels/.rels": f"<Relationships>{main}</Relationships>",
            "xl/workbook.xml": f"<workbook xmlns:r='{kinds}'><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f"<Relationships>{targets}</Relationships>",
        }
        | {f"xl/{name}.xml": sheet for name, sheet in zip(names, sheets, strict=True)}
    )


def test_a_workbook_shows_the_first_rows_of_its_first_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "<c t='str'><v>كلمة</v></c><c><v>1</v></c><c/><c t='str'><v>أخرى</v></c>"
    rows = "".join(f"<row r='{number}'>{cells}</row>" for number in range(1, 400))
    sheet = f"<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref='B1:C1'/></mergeCells></worksheet>"
    raw = Raw(workbook([sheet, sheet.replace("كلمة", "ثانية")]))
    at_once = parser_of("xlsx")(raw)
    monkeypatch.setattr(beginning, "LENGTH", 5_000)
    monkeypatch.setattr(xlsx, "MARKED_LENGTH", 5_000)
    snapshots = list(snapshots_of("xlsx", raw))
    assert_growing(snapshots)
    assert [len(snapshot.sections) for snapshot in snapshots] == [1, 2]
    assert [len(snapshot.awaited) for snapshot in snapshots] == [1, 0]
    assert snapshots[0].blocks[1].row is not None
    assert_equal(snapshots[-1], at_once)


STEPS = {
    "mail": "".join(f"From a@b Mon Jan  1 00:00:00 2024\nSubject: رسالة {n}\n\nنص\n\n" for n in range(50)),
    "ipynb": json.dumps({"cells": [{"cell_type": "markdown", "source": f"# فصل {n}\n\nنص"} for n in range(50)]}),
}


@pytest.mark.parametrize("form", STEPS)
def test_messages_and_cells_come_one_by_one(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = Raw(STEPS[form].encode())
    at_once = parser_of(form)(raw)
    monkeypatch.setattr(under_way, "FIRST_SNAPSHOT", 20)
    snapshots = list(snapshots_of(form, raw))
    assert_growing(snapshots)
    assert len(snapshots) > 2
    assert_equal(snapshots[-1], at_once)


@pytest.mark.parametrize("definition", ["[رابط]: https://example.org", "[^1]: حاشية"])
def test_markdown_whose_definitions_come_later_comes_whole(definition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "LENGTH", 10_001)
    assert [d.complete for d in snapshots_of("markdown", Raw(f"{MARKDOWN}\n\n{definition}\n".encode()))] == [True]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_wide_text_comes_whole(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "LENGTH", 50)
    assert [d.complete for d in snapshots_of("text", Raw(("سطر\n" * 200).encode(encoding)))] == [True]


def test_a_short_document_comes_whole(tmp_path: Path) -> None:
    for form, content in (("a.md", "# A"), ("a.txt", "text"), ("a.html", "<p>x")):
        (tmp_path / form).write_text(content)
        (document,) = open_snapshots(tmp_path / form)
        assert document.complete


def test_a_large_folder_shows_its_first_entries_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "FIRST_ENTRIES", 5)
    for number in range(30):
        (tmp_path / f"{number}.txt").touch()
    snapshots = list(open_several([str(tmp_path)]))
    assert_growing(snapshots)
    assert len(snapshots[0].sections) == 5
    assert len(open_document(tmp_path).sections) == 30


def test_what_cannot_be_read_is_told_before_anything_is_shown(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        next(open_snapshots(tmp_path / "missing"))


def test_a_long_table_shows_its_first_rows_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "FIRST_CELLS", 50)
    snapshots = list(snapshots_of("csv", Raw("الاسم,العدد\n".encode() + "علي,٥\n".encode() * 100)))
    assert_growing(snapshots)
    first, whole = snapshots
    assert len(whole.blocks) == 101
    assert first.blocks[0].row is not None
    assert first.blocks[0].row.table.rows == len(first.blocks)
