"""Subtitles, notebooks, e-mail and translations: what is read of them, from right to left."""

from pathlib import Path

import pytest

from reader.formats.sniffing import format_of
from reader.model import BlockKind, Document, DocumentError, Mark
from tests.documents import texts_of
from tests.formats.making import parsed
from tests.fuzz.targets import SEEDS, TARGETS
from tests.wellformed import check


def _seed(name: str) -> Document:
    data = (SEEDS / name).read_bytes()
    form = name.partition(".")[0]
    assert format_of(data, name) == form
    document = parsed(form, data)
    check(document)
    return document


def test_subtitles() -> None:
    document = _seed("subtitles.vtt")
    assert document.direction.is_rtl
    assert texts_of(document, BlockKind.HEADING) == ["0:10:00"]
    first, second = texts_of(document, BlockKind.PARAGRAPH)
    assert first == "0:00:01 ليلى: أين الكتاب؟ <هنا>"
    assert second.split("\u2028") == ["0:12:00 - على الطاولة.", "- شكرًا."]


def test_cues_without_blank_lines_between_them_are_told() -> None:
    text = "1\n00:00:01,0 --> 00:00:02,0\nאחת\n2\n00:00:03,0 --> 00:00:04,0\n{\\an8}<font color=red>שתיים</font>\n"
    assert texts_of(parsed("subtitles", text), BlockKind.PARAGRAPH) == ["0:00:01 אחת", "0:00:03 שתיים"]


def test_a_notebook() -> None:
    document = _seed("ipynb.ipynb")
    assert document.direction.is_rtl
    assert (document.meta.title, texts_of(document, BlockKind.HEADING)) == ("دفتر", ["دفتر"])
    assert "print('مرحبا')" in texts_of(document, BlockKind.CODE)
    assert "E: x" in texts_of(document, BlockKind.CODE)
    assert any(span.mark is Mark.LINK for block in document.blocks for span in block.spans)


def test_a_notebook_that_is_none_is_refused() -> None:
    with pytest.raises(DocumentError, match="no JSON"):
        parsed("ipynb", "[" * 100_000)


def test_a_message() -> None:
    document = _seed("mail.eml")
    assert document.direction.is_rtl
    text = document.slice(document.range)
    assert document.meta.title == "موعد الاجتماع"
    assert "From: ليلى <layla@example.org>" in text
    assert "السلام عليكم، هنا" in text
    assert "plain" not in text
    assert texts_of(document, BlockKind.LIST_ITEM) == ["a.pdf (application/pdf, 3 B)"]


def test_a_header_field_in_an_encoding_that_cannot_be_stands_as_it_is() -> None:
    document = parsed("mail", "Subject: =?utf-¸?q?x?=\nFrom: a@example.org\n\ntext\n")
    assert document.slice(document.range).endswith("text")


def test_a_mailbox_is_a_section_a_message() -> None:
    message = "From a@example.org Mon Mar  3 10:00:00 2025\nSubject: {}\n\n> שאלה\n\nתשובה\n>From here\n\n"
    data = message.format("אחת") + message.format("שתיים")
    assert format_of(data.encode(), "inbox") == "mail"
    document = parsed("mail", data)
    assert texts_of(document, BlockKind.HEADING) == ["אחת", "שתיים"]
    assert texts_of(document, BlockKind.QUOTE) == ["שאלה"] * 2
    assert document.slice(document.range).count("תשובה\u2028From here") == 2


def test_a_message_nested_without_end_is_read_or_refused_in_one_line() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000))
    TARGETS["mail"](("MIME-Version: 1.0\n" + deep).encode())


def test_translations() -> None:
    document = _seed("po.po")
    assert document.meta.language == "ar"
    assert texts_of(document, BlockKind.HEADING) == ["src/a.c", "src/b.c"]
    rows = texts_of(document, BlockKind.TABLE)
    assert rows[0].split("\t")[1].endswith("افتح الملف")
    assert rows[0].split("\t")[0].endswith('Open "file"')
    assert rows[1].split("\t") == ["%d book\u2028%d books", "كتاب\u2028كتب"]


@pytest.mark.parametrize("name", ["subtitles.vtt", "ipynb.ipynb", "mail.eml", "po.po"])
def test_cut_short_anywhere_it_is_read_or_refused(name: str) -> None:
    data = (SEEDS / name).read_bytes()
    for end in range(0, len(data), 7):
        TARGETS[Path(name).stem](data[:end])
