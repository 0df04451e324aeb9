"""What is fuzzed: one target a parser, each a function of bytes that fails where the parser breaks a promise.

An archive's checksums keep random bytes from its parsers, so those targets are given the parts' contents, parted by
:data:`PART`, and put them into a good archive. Bytes that begin as an archive does are one as they stand.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from reader.formats.charsets import decoded
from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.formats.sniffing import format_of, unreadable
from reader.model import DocumentError
from tests.formats.making import FORMATS, book, docx, lines_of, odt, zipped
from tests.formats.making_mobi import HUFFMAN, kf8, mobi6, palmdoc
from tests.samples import ENGLISH, article
from tests.wellformed import check

Target = Callable[[bytes], None]

PART = b"\n==PART==\n"
PARTS = {
    "epub": (
        "OPS/text/c0.xhtml",
        "OPS/book.opf",
        "OPS/nav.xhtml",
        "OPS/toc.ncx",
        "OPS/text/c1.xhtml",
        "META-INF/container.xml",
        "META-INF/encryption.xml",
    ),
    "docx": (
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "word/_rels/document.xml.rels",
        "docProps/core.xml",
        "_rels/.rels",
    ),
    "odt": ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"),
    "xlsx": (
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "_rels/.rels",
    ),
    "pptx": (
        "ppt/slides/slide1.xml",
        "ppt/notesSlides/notesSlide1.xml",
        "ppt/presentation.xml",
        "ppt/_rels/presentation.xml.rels",
        "ppt/slides/_rels/slide1.xml.rels",
        "_rels/.rels",
    ),
}
"""The parts of every kind of archive, the one with the text first."""

TEXTS = (
    "text", "markdown", "html", "fb2", "openiti", "csv", "code", "subtitles", "ipynb", "mail", "po", "rtf", "feed",
    "rst", "org", "roff", "publishing", "latex", "asciidoc",
    "mobi",
)  # fmt: skip


SEEDS = Path(__file__).with_name("seeds")


def _parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_WHOLES = {
    "epub": _parts_of(book(["<p>x</p>", "<p>y</p>"])),
    "docx": _parts_of(docx("<w:p/>")),
    "odt": _parts_of(odt("<text:p/>")),
    "xlsx": {},
    "pptx": {},
}


def archive_of(form: str, data: bytes) -> bytes:
    """The archive that a target is given: as it stands, or made of the parts in the data."""
    if data.startswith(b"PK\x03\x04"):
        return data
    given = dict(zip(PARTS[form], data.split(PART), strict=False))
    return zipped(_WHOLES[form] | {name: content for name, content in given.items() if content})


def good(form: str) -> bytes:
    """A good document of a format, with something of everything."""
    seed = seeds_of(form)[0]
    return archive_of(form, seed) if form in PARTS else seed


def _parses(form: str) -> Target:
    parser = parser_of(form)

    def target(data: bytes) -> None:
        raw = Raw(archive_of(form, data) if form in PARTS else data)
        try:
            document = parser(raw)
        except DocumentError as error:
            _is_one_line(error)
        else:
            check(document)

    return target


def _sniffs(data: bytes) -> None:
    assert "\n" not in unreadable(data)
    try:
        format_of(data, "")
    except DocumentError as error:
        _is_one_line(error)


def _decodes(data: bytes) -> None:
    label, _, rest = data.partition(b"\n")
    for asked in ("auto", label.decode("utf-8", "replace")):
        try:
            found = decoded(rest, asked=asked, declared=label.decode("latin-1"))
        except DocumentError as error:
            _is_one_line(error)
        else:
            assert "\r" not in found.text
            assert 0 <= found.replaced <= len(rest)


def _is_one_line(error: DocumentError) -> None:
    assert "\n" not in str(error)


TARGETS: dict[str, Target] = {
    **{form: _parses(form) for form in (*TEXTS, *PARTS)},
    "sniffing": _sniffs,
    "encodings": _decodes,
}


def seeds_of(name: str) -> list[bytes]:
    """What a target begins with: small documents that are good, those in the folder with something of everything."""
    rich = [path.read_bytes() for path in sorted(SEEDS.glob(f"{name}.*"))]
    if name == "mobi":
        return [mobi6(), mobi6(HUFFMAN), kf8(), palmdoc(ENGLISH)]
    lines = lines_of(article())[:8]
    plain = "\n\n".join(line.text for line in lines)
    if name in PARTS and name not in FORMATS:
        return rich
    if name in PARTS:
        parts = _parts_of(FORMATS[name](lines))
        return [*rich, PART.join(parts.get(part, b"") for part in PARTS[name]), FORMATS[name](lines[:2])]
    if name == "encodings":
        names = ("windows-1256", "iso-8859-6", "windows-1255", "iso-8859-8", "mac-arabic", "utf-16", "utf-8")
        return [f"{label}\n".encode() + plain.encode(label, "ignore") for label in names]
    made = [FORMATS[name](lines)] if name in FORMATS else []
    return [*rich, *made, plain.encode(), ENGLISH.encode()]
