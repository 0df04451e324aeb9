"""FictionBook, OpenITI mARkdown, comma-separated values, and code."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.sniffing import format_of
from reader.model import BlockKind, Direction, Document
from tests.formats.making import parsed
from tests.samples import find

FICTION = """<?xml version="1.0" encoding="UTF-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Dov</first-name><last-name>Levi</last-name></author>
<book-title>A book</book-title><lang>en</lang></title-info></description>
<body><section><title><p>Part</p><p>One</p></title><section><title><p>Chapter</p></title>
<p>Text <emphasis>here</emphasis><a l:href="#n1" type="note">1</a>.</p><empty-line/>
<poem><stanza><v>first verse</v><v>second verse</v></stanza></poem><cite><p>said</p></cite>
</section></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>The note.</p></section></body></FictionBook>
"""

ITI = """######OpenITI#

#META# 010.AuthorNAME\t:: الجاحظ
#META# 020.BookTITLE\t:: الحيوان
#META# 030.LibURI\t:: NODATA
#META#Header#End#

### | باب الأول
# نص الفقرة الأولى ms001 وتتمة
~~ الكلام بعدها PageV01P002
### || فصل
# قفا نبك من ذكرى %~% حبيب ومنزل
# بسقط اللوى بين %~% الدخول فحومل
PageV01P003
"""


def told(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.depth, document.slice(b.range)) for b in document.blocks]


def test_a_fiction_book_has_sections_verse_and_notes() -> None:
    document = parsed("fb2", FICTION)
    assert told(document) == [
        ("heading", 1, "Part One"),
        ("heading", 2, "Chapter"),
        ("paragraph", 0, "Text here¹."),
        ("verse", 0, "first verse\nsecond verse"),
        ("quote", 1, "said"),
        ("note", 0, "The note."),
    ]
    assert document.blocks[-1].marker == "1."
    assert document.places == {"n1": document.blocks[-1].range.start}
    assert (document.meta.title, document.meta.author, document.meta.language) == ("A book", "Dov Levi", "en")


def test_openiti_has_headings_pages_and_verse() -> None:
    document = parsed("openiti", ITI)
    assert told(document) == [
        ("heading", 1, "باب الأول"),
        ("paragraph", 0, "نص الفقرة الأولى وتتمة الكلام بعدها"),
        ("heading", 2, "فصل"),
        ("verse", 0, "قفا نبك من ذكرى\tحبيب ومنزل\nبسقط اللوى بين\tالدخول فحومل"),
    ]
    assert [block.source.part for block in document.blocks] == ["v.1 p.2", "v.1 p.2", "v.1 p.3", "v.1 p.3"]
    assert [ITI.split("\n")[block.source.line - 1][:6] for block in document.blocks] == [
        "### | ",
        "# نص ا",
        "### ||",
        "# قفا ",
    ]
    assert (document.meta.title, document.meta.author) == ("الحيوان", "الجاحظ")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_values_are_a_table(delimiter: str) -> None:
    rows = [["name", "مدينة"], ["Layla", f"القاهرة{delimiter} مصر"]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    document = parsed("csv", text)
    found = [[document.slice(cell.range) for cell in block.row.cells] for block in document.blocks if block.row]
    assert found == [[" ".join(cell.split()) for cell in row] for row in rows]
    assert [block.row.header for block in document.blocks if block.row] == [True, False]


def test_too_many_values_are_told() -> None:
    assert parsed("csv", ",".join("x" * 300)).meta.notices
    assert not parsed("csv", ",".join("x" * 100)).meta.notices


def test_code_is_the_file_unchanged_from_left_to_right() -> None:
    text = "# تعليق\n\n" + "x = 'مرحبا'\n" * 250 + "\n\ny\n\n"
    document = parsed("code", text)
    assert document.slice(document.range) == text
    assert {(block.kind, block.direction) for block in document.blocks} == {(BlockKind.CODE, Direction.LTR)}
    lines = text.split("\n")
    for block in document.blocks:
        assert document.slice(block.range).split("\n")[0] == lines[block.source.line - 1]
    assert document.blocks[-1].range.end == find(document, "y").end


@given(st.text(alphabet="ab\n \t", max_size=400))
def test_code_loses_no_line(text: str) -> None:
    document = parsed("code", text)
    shown = "".join(document.slice(block.range) for block in document.blocks)
    assert shown.replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        (FICTION, "", "fb2"),
        (ITI, "book.txt", "openiti"),
        ("a,b\n1,2\n", "x.csv", "csv"),
        ("a\tb\n", "x.TSV", "csv"),
        ("import os\n", "x.py", "code"),
        ("#!/bin/sh\n", "script", "code"),
        ('{"a": 1}', "", "code"),
        ("[1] A reference, and what it says.\n", "notes", "text"),
        ("2024-01-01 started\n", "server.log", "code"),
    ],
)
def test_formats_are_known(text: str, name: str, form: str) -> None:
    assert format_of(text.encode(), name) == form


@given(st.text(alphabet='ab,;"\n\r#~%|$ PageV01ms\0', max_size=200))
def test_any_text_is_read(text: str) -> None:
    for form in ("openiti", "csv", "code"):
        document = parsed(form, text)
        assert all(a.range.end <= b.range.start for a, b in pairwise(document.blocks))


LOGS = {
    "program": "2025-03-18 12:00:00,123 INFO فتح المستخدم ملفًا\n2025-03-18 12:00:01,003 ERROR لا يوجد\n  at line 3\n",
    "server": '10.0.0.1 - - [18/Mar/2025:12:00:00 +0000] "GET /مقال HTTP/1.1" 200 5\n' * 3,
    "system": "Mar 18 12:00:00 host program[12]: رسالة\nMar  8 12:00:00 host kernel: x\n",
    "kernel": "[    0.000000] Linux\n[   12.345678] usb\n",
    "levels": "INFO: بدأ\nDEBUG: x\nWARNING: y\n",
}


@pytest.mark.parametrize("name", list(LOGS))
def test_logs_are_known_by_their_lines(name: str) -> None:
    assert format_of(LOGS[name].encode(), "") == "code"
    document = parsed("code", LOGS[name])
    assert document.direction is Direction.LTR
    assert document.slice(document.range) == LOGS[name]


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-18 12:00 كان يومًا طويلًا، وهذا نصه.\n\nثم جاء المساء ولم يحدث شيء.\n\nوانتهى الأمر كله.\n",
        "١. أول\n٢. ثان\n",
        "INFORMATION is a word.\nAnd ERRORS are made.\n",
    ],
)
def test_prose_with_a_date_is_no_log(text: str) -> None:
    assert format_of(text.encode(), "notes") == "text"


def test_annotation_of_openiti_is_hidden() -> None:
    body = """######OpenITI#
#META#Header#End#
### $BIO_MAN$ رجل
# @MATN@ حدثنا @P02 عمرو @T11 دمشق سنة @YB130 PageBegV01P006 ومات
# $RWY$ روى |PARATEXT| فلان
#$#PROV مصر #$#TYPE إقليم
### @ RAW حادثة
# user@example.org
"""
    document = parsed("openiti", body)
    assert [document.slice(block.range) for block in document.blocks] == [
        "رجل",
        "حدثنا عمرو دمشق سنة ومات",
        "روى فلان",
        "مصر إقليم",
        "حادثة",
        "user@example.org",
    ]
    assert [document.slice(section.title) for section in document.sections] == ["رجل", "حادثة"]
