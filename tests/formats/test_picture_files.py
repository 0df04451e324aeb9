"""Pictures read out of documents when they are asked for."""

import os
import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from reader.formats import open_document
from reader.formats.picture_files import LARGEST, PictureFile, picture_at
from reader.model import Document, DocumentError, Mark, Span
from tests.formats.making import book, docx, page, with_parts


def png(width: int, height: int) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    rows = zlib.compress((b"\0" + bytes(3 * width)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURE = png(64, 64)
SRC = '<p>نص</p><img src="{}" alt="خريطة"/><p>وفي السطر <img src="{}" alt="رمز"/> أيضًا.</p>'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = (
    '<w:p><w:r><w:drawing><inline xmlns="urn:wp"><docPr descr="خريطة" name="1"/>'
    '<blip xmlns="urn:a" r:embed="p1"/></inline></w:drawing></w:r></w:p>'
)


def pictures_of(document: Document) -> list[Span]:
    return [span for block in document.blocks for span in block.spans if span.mark is Mark.PICTURE]


def opened(folder: Path, name: str, data: bytes | str) -> Document:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return open_document(str(path))


def made(form: str, folder: Path) -> Document:
    (folder / "صور").mkdir()
    (folder / "صور" / "a b.png").write_bytes(PICTURE)
    match form:
        case "epub":
            return opened(
                folder, "b.epub", book([SRC.format("../p/a.png", "../p/a.png")], extra={"OPS/p/a.png": PICTURE})
            )
        case "docx":
            word = docx(DRAWN)
            relation = (
                f'<Relationships><Relationship Id="p1" Type="{RELATIONS}/image" Target="media/a.png"/></Relationships>'
            )
            return opened(
                folder,
                "d.docx",
                with_parts(word, {"word/_rels/document.xml.rels": relation, "word/media/a.png": PICTURE}),
            )
        case "html":
            return opened(folder, "h.html", page(SRC.format("صور/a%20b.png", "صور/a%20b.png")))
        case "data":
            written = f"data:image/png;base64,{b64encode(PICTURE).decode()}"
            return opened(folder, "h.html", page(SRC.format(written, written)))
        case _:
            return opened(folder, "m.md", "نص\n\n![خريطة](<صور/a b.png>)\n")


@pytest.mark.parametrize("form", ["epub", "docx", "html", "data", "markdown"])
def test_a_picture_is_where_its_words_stand(form: str, tmp_path: Path) -> None:
    document = made(form, tmp_path)
    pictures = pictures_of(document)
    assert document.slice(pictures[0].range).startswith("خريطة")
    assert [picture_at(document, span.target) for span in pictures] == [PictureFile(PICTURE, "image/png")] * len(
        pictures
    )


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("https://example.org/a.png", "nothing is fetched"),
        ("//example.org/a.png", "nothing is fetched"),
        ("file:///etc/passwd", "nothing is fetched"),
        ("/etc/passwd", "not beside"),
        ("secret.txt", "none that can be read"),
        ("missing.png", "not beside"),
        (".", "not beside"),
        ("pipe", "not beside"),
        ("large.png", "more than"),
        ("data:image/png;base64,####", "none that can be read"),
        ("\0", ""),
        ("", "nothing is fetched"),
    ],
)
def test_what_is_no_picture_beside_the_document_is_one_line(place: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large.png").open("wb") as file:
        file.write(PICTURE)
        file.truncate(LARGEST + 2)
    document = opened(tmp_path, "m.md", "نص\n")
    with pytest.raises(DocumentError) as error:
        picture_at(document, place)
    assert why in str(error.value)
    assert "\n" not in str(error.value)


def test_a_part_that_is_missing_is_one_line(tmp_path: Path) -> None:
    document = opened(tmp_path, "b.epub", book([SRC.format("a.png", "../../../etc/passwd")]))
    for span in pictures_of(document):
        with pytest.raises(DocumentError, match="missing"):
            picture_at(document, span.target)
