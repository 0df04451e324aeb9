"""What is not read is refused in one line that says what it is and what to do about it."""

from pathlib import Path

import pytest

from reader.formats.opening import open_document
from reader.model import DocumentError
from tests.formats.making import zipped

BINARY = bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3" + BINARY, "a PDF; take its text out with 'pdftotext'"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + BINARY, "save it as DOCX, XLSX or PPTX"),
        ("a.djvu", b"AT&TFORM\0\0\1\0DJVM" + BINARY, "take its text out with 'djvutxt'"),
        ("a.chm", b"ITSF\3\0\0\0" + BINARY, "unpack it, as with '7z x'"),
        ("a.lit", b"ITOLITLS\1\0\0\0" + BINARY, "convert it to EPUB"),
        ("a.azw", b"\xeaDRMION\xee" + BINARY, "protected by DRM"),
        ("a.kfx", b"CONT\2\0" + BINARY, "convert it to EPUB or AZW3"),
        ("a.azw1", b"TPZ0" + BINARY, "convert it to EPUB or AZW3"),
        ("a.pdb", bytes(60) + b"PNRdPPrs" + BINARY, "eReader or Plucker"),
        ("a.tar", b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + b"text\n" * 200, "an archive; unpack it"),
        ("a.pages", zipped({"Index/Document.iwa": b"x"}), "Apple's Pages, Numbers or Keynote"),
        ("a.key", zipped({"index.apxl": b"x"}), "Apple's Pages, Numbers or Keynote"),
        ("a.xps", zipped({"FixedDocSeq.fdseq": b"x"}), "xpstotext"),
        ("a.zip", zipped({"a.bin": b"x"}), "unpack it"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + BINARY, "a picture"),
        ("a.wpd", b"\xffWPC" + BINARY, "WordPerfect"),
        ("a.exe", b"MZ\x90\0\3\0\0\0" + bytes(5000), "not a text file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_line_says_what_it_is(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DocumentError) as told:
        open_document(path)
    assert str(told.value).startswith(f"{path}: ")
    assert said in str(told.value)
    assert "\n" not in str(told.value)
