"""MOBI and AZW3: books built from the format's description, in every compression, whole, damaged and protected."""

from pathlib import Path

import pytest

from reader.formats import mobi
from reader.formats.opening import open_document
from reader.formats.palm import Phrases, unpacked
from reader.formats.picture_files import picture_at
from reader.formats.raw import Raw
from reader.formats.registry import snapshots_of
from reader.formats.sniffing import format_of, unreadable
from reader.model import BlockKind, Document, DocumentError, Mark, range_of
from tests.documents import texts_of
from tests.formats.making import parsed
from tests.formats.making_mobi import (
    HUFFMAN,
    NO_COMPRESSION,
    PALMDOC,
    PICTURE,
    huffman_tables,
    kf8,
    long_mobi6,
    mobi6,
    packed,
    palmdoc,
)
from tests.fuzz.targets import TARGETS
from tests.wellformed import check


def _links(document: Document) -> list[tuple[str, str]]:
    spans = (span for block in document.blocks for span in block.spans if span.mark is Mark.LINK)
    return [(document.slice(span.range), span.target) for span in spans]


@pytest.mark.parametrize("method", [NO_COMPRESSION, PALMDOC, HUFFMAN])
def test_a_book_of_mobi_6(method: int) -> None:
    data = mobi6(method)
    assert unreadable(data) == ""
    assert format_of(data, "") == "mobi"
    document = parsed("mobi", data)
    check(document)
    assert document.direction.is_rtl
    meta = document.meta
    assert (meta.title, meta.author, meta.language, meta.date) == ("ديوان", "المتنبي", "ar", "2026")
    assert texts_of(document, BlockKind.HEADING) == ["الأول", "الفصل الثاني"]
    assert "إلى الثاني قال نعم again and again" in document.slice(document.range)
    ((words, target),) = _links(document)
    assert words == "إلى الثاني"
    assert document.slice(document.range)[document.places[target[1:]] :].startswith("الفصل الثاني")


def test_a_book_of_kf8() -> None:
    document = parsed("mobi", kf8())
    check(document)
    assert document.direction.is_rtl
    assert texts_of(document, BlockKind.HEADING) == ["الأول", "الثاني"]
    ((words, target),) = _links(document)
    assert words == "إلى الثاني"
    assert document.slice(document.range)[document.places[target[1:]] :].startswith("الثاني")
    assert "color" not in document.slice(document.range)


@pytest.mark.parametrize("data", [long_mobi6(60), kf8(60)], ids=["mobi6", "kf8"])
def test_a_long_book_grows(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = Raw(data)
    at_once = parsed("mobi", data)
    check(at_once)
    assert len(at_once.sections) == 60
    monkeypatch.setattr(mobi, "_FIRST_SNAPSHOT", 2000)
    monkeypatch.setattr(mobi, "SNAPSHOTS_GROW", 2)
    *growing, whole = snapshots_of("mobi", raw)
    assert len(growing) > 1
    assert whole.complete
    for snapshot in growing:
        check(snapshot)
        assert not snapshot.complete
        assert len(snapshot.sections) + len(snapshot.awaited) == 60
        assert snapshot.slice(snapshot.range) == at_once.slice(range_of(0, len(snapshot)))
        for one, other in zip(snapshot.blocks, at_once.blocks, strict=False):
            assert (one.kind, one.depth, one.range, one.spans) == (other.kind, other.depth, other.range, other.spans)


@pytest.mark.parametrize("data", [mobi6(), kf8()], ids=["mobi6", "kf8"])
def test_its_pictures_are_given_out(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.azw3"
    path.write_bytes(data)
    document = open_document(path)
    places = [span.target for block in document.blocks for span in block.spans if span.mark is Mark.PICTURE]
    assert [picture_at(document, place).data for place in places] == [PICTURE]


def test_a_text_of_palmdoc() -> None:
    document = parsed("mobi", palmdoc("كتاب قديم\n\nوفيه نص طويل من أيام الحواسيب الصغيرة."))
    assert document.slice(document.range).startswith("كتاب قديم")
    assert document.meta.format == "mobi"


def test_a_protected_book_is_refused_in_one_true_line() -> None:
    with pytest.raises(DocumentError, match="protected by DRM"):
        parsed("mobi", mobi6(protection=2))


@pytest.mark.parametrize("data", [mobi6(HUFFMAN), mobi6(), kf8()], ids=["huffman", "mobi6", "kf8"])
def test_cut_short_anywhere_it_is_read_or_refused(data: bytes) -> None:
    for end in range(0, len(data), 37):
        TARGETS["mobi"](data[:end])


def test_phrases_that_are_made_of_themselves_end() -> None:
    tables = huffman_tables([(b"\xff\xff", False), (b"a", True)])
    assert Phrases(tuple(tables)).unpacked(b"\xff\xfe") == b"a"


@pytest.mark.parametrize("text", ["abc abc abc abc", "نص عربي نص عربي", " a b c\x01", ""])
def test_what_palmdoc_packs_comes_out_as_it_was(text: str) -> None:
    assert unpacked(packed(text.encode())) == text.encode()
