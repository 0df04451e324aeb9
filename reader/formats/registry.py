"""The formats there are: one table, a row each, that recognising, folders and the command line ask.

A format is a module of its name with ``document_of(raw)``, imported when a document is in it, and a row here. One whose
documents can be long has ``snapshots_of(raw)`` besides: the same document, as it grows; one that is written piece by
piece has ``written(raw)`` alone, of which both come (:class:`reader.formats.under_way.UnderWay`).

Another package adds a format by an entry point of the group ``reader.formats`` that leads to a :class:`Format` (see
:mod:`reader.formats.plugins`).
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, cast

from reader.formats.raw import Raw
from reader.model import Document
from reader.text.patterns import possessive
from reader.values import dataclass

if TYPE_CHECKING:
    from reader.formats.under_way import UnderWay

Parser = Callable[[Raw], Document]
"""Makes a document of raw bytes, or raises :class:`~reader.model.DocumentError`."""


@dataclass(frozen=True)
class Format:
    """A format and how its documents are told.

    Attributes:
        name: What ``--format`` calls it.
        suffixes: What its files' names end in, in lower case, with the dot.
        module: What has its ``document_of`` or ``written``; by default that of its name in :mod:`reader.formats`.
        begins: How its text begins: a pattern that is matched at the start of the decoded text, whatever the name is.
        sign: The characters, one of which that begins with, white space aside; "" where it may be any.
        magic: How its bytes begin where they are no text, or go on at a place.
        magic_at: That place.
        types: The ``mimetype`` entries that its archives begin with, or beginnings of these.
        parts: What parts of its archives are called.
        printed: Suffixes under which what a command printed may be kept, so that escape sequences decide.
        grows: Whether the beginning of a document in a pipe can be shown before its end is there.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    module: str = ""
    begins: str = ""
    sign: str = ""
    magic: tuple[bytes, ...] = ()
    magic_at: int = 0
    types: tuple[bytes, ...] = ()
    parts: tuple[bytes, ...] = ()
    printed: tuple[str, ...] = ()
    grows: bool = False

    def begins_as(self, sample: str, first: str) -> bool:
        """Whether a text, whose first character that is no white space is known, begins as those of this format do."""
        if not self.begins or (self.sign and first not in self.sign):
            return False
        return bool(self._beginning.match(sample))

    def has_magic(self, sample: bytes) -> bool:
        """Whether bytes that are no text begin as those of this format do."""
        return bool(self.magic) and sample.startswith(self.magic, self.magic_at)

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        return re.compile(self.begins, re.DOTALL | re.IGNORECASE)

    def document_of(self, raw: Raw) -> Document:
        """The document of raw bytes.

        Raises:
            DocumentError: It cannot be read.
        """
        module = self.load()
        if hasattr(module, "written"):
            return cast("UnderWay", module.written(raw)).whole()
        return cast("Parser", module.document_of)(raw)

    def snapshots_of(self, raw: Raw) -> Iterator[Document]:
        """The document as it grows, the whole of it last.

        Raises:
            DocumentError: It cannot be read; where, if not at once, then before its first snapshot.
        """
        module = self.load()
        if hasattr(module, "written"):
            yield from module.written(raw).snapshots()
        elif hasattr(module, "snapshots_of"):
            yield from module.snapshots_of(raw)
        else:
            yield module.document_of(raw)

    def load(self) -> ModuleType:
        """Its module, imported if it is not yet."""
        return import_module(self.module or f"reader.formats.{self.name}")


_BEFORE = r"\s*+(?:<\?xml[^>]*+>\s*+)?" + possessive(r"(?:<!--.*?-->|<\?.*?\?>)\s*+", "before")
"""The parts that may stand before the first element of XML: its declaration, comments, instructions."""

TABLE = (
    Format("text", (".txt", ".text"), printed=(".txt", ".text"), grows=True),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        begins=_BEFORE + r"<(?:!doctype\s+html|(?:html|head|body)(?=[\s>]))",
        sign="<",
    ),
    Format(
        "epub",
        (".epub",),
        types=(b"application/epub+zip",),
        parts=(b"META-INF/container.xml",),
    ),
    Format("docx", (".docx", ".docm", ".dotx", ".dotm"), parts=(b"word/document", b"word/styles.xml")),
    Format("xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm"), parts=(b"xl/workbook", b"xl/worksheets/")),
    Format("pptx", (".pptx", ".pptm", ".ppsx", ".potx"), parts=(b"ppt/presentation", b"ppt/slides/")),
    Format(
        "odt",
        (".odt", ".ott", ".ods", ".odp", ".fodt"),
        begins=r"\s*+(?:<\?xml[^>]*+>\s*+)?<office:document\s",  # in one part of XML (OpenDocument 1.3 part 3, 3.1.2)
        sign="<",
        types=(b"application/vnd.oasis.opendocument.",),
        parts=(b"content.xml",),
    ),
    Format(
        "mobi", (".mobi", ".azw", ".azw3", ".prc", ".pdb"), magic=(b"BOOKMOBI", b"TEXtREAd"), magic_at=60
    ),
    Format("rtf", (".rtf",), begins=r"\s*+\{\\rtf", sign="{"),
    Format("fb2", (".fb2",), begins=_BEFORE + r"<FictionBook\b", sign="<", parts=(b".fb2",)),
    Format("feed", (".rss", ".atom"), begins=_BEFORE + r"<(?:rss|rdf:RDF|feed)(?=[\s>])", sign="<"),
    Format(
        "publishing",
        (".tei", ".dbk", ".docbook", ".nxml"),
        begins=_BEFORE
        + r"(?:<!DOCTYPE\s+(?:TEI|article|book|chapter)\b[^>\[]{0,500}+(?:\[[^\]]{0,2000}+\])?\s*+>\s*+)?"
        r"<(?:TEI(?:\.2|Corpus)?(?=[\s>])|(?:\w+:)?(?:article|book|chapter|section|part)\s[^>]{0,2000}?"
        r"(?:docbook\.org|article-type=|dtd-version=|book-type=))",
        sign="<",
    ),
    Format("openiti", begins="######OpenITI#", sign="#"),
    Format("subtitles", (".srt", ".vtt"), begins=r"WEBVTT(?=[ \t\n]|\Z)", sign="Ww"),
    Format("ipynb", (".ipynb",)),
    Format(
        "mail",
        (".eml", ".mbox"),
        begins=r"(?:From \S{1,200} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) |"
        r"(?:Return-Path|Delivered-To|MIME-Version|Message-ID): ?\S|Received: (?:from|by) )",
        sign="FfRrDdMm",
    ),
    Format("po", (".po", ".pot")),
    Format("roff", (".man", ".mdoc", ".roff", ".troff"), begins=r"\s*+(?:[.']\\\"|\.(?:TH|Dd)\s)", sign=".'"),
    Format("org", (".org",)),
    Format(
        "latex",
        (".tex", ".ltx", ".latex"),
        begins=r"\s*+" + possessive(r"%[^\n]*+\n\s*+", "comment") + r"\\document(?:class|style)\s*+[\[{]",
        sign="%\\",
    ),
    Format("rst", (".rst", ".rest")),
    Format("asciidoc", (".adoc", ".asciidoc", ".asc", ".ad")),
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd")),
    Format("csv", (".csv", ".tsv")),
    Format(
        "code",
        (
            ".json", ".awk", ".bash", ".bat", ".c", ".cc", ".cfg", ".clj", ".cmake", ".conf", ".cpp", ".cs", ".css",
            ".diff", ".el", ".erl", ".ex", ".fish", ".go", ".h", ".hpp", ".hs", ".ini", ".java", ".jl", ".js",
            ".jsonl", ".jsx", ".kt", ".log", ".lua", ".m", ".mk", ".ml", ".nix", ".patch", ".php", ".pl",
            ".proto", ".ps1", ".py", ".r", ".rb", ".rs", ".scala", ".scss", ".sh", ".sql", ".swift", ".tcl",
            ".sty", ".cls", ".bib",
            ".toml", ".ts", ".tsx", ".vim", ".xml", ".yaml", ".yml", ".zig", ".zsh",
        ),
        begins=r"-----BEGIN [A-Z0-9 ]{3,40}-----",  # keys and signatures
        sign="-",
        printed=(".diff", ".log", ".patch"),
        grows=True,
    ),
    Format("terminal", grows=True),
)  # fmt: skip
"""The reader's own formats; of several that would fit, the first is taken."""

BY_NAME = {each.name: each for each in TABLE}

BY_SUFFIX = {suffix: each for each in TABLE for suffix in each.suffixes}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of file people have that is not read: how it begins and is called, and what to do about it."""

    what: str
    suffixes: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    magic_at: int = 0
    parts: tuple[bytes, ...] = ()


REFUSED = (
    Refusal("a PDF; take its text out with 'pdftotext'", (".pdf",), (b"%PDF-",)),
    Refusal(
        "a file of Microsoft Office before 2007, or one with a password; save it as DOCX, XLSX or PPTX without",
        (".doc", ".xls", ".ppt"),
        (b"\xd0\xcf\x11\xe0",),
    ),
    Refusal("a DjVu, which is pictures of pages; take its text out with 'djvutxt'", (".djvu", ".djv"), (b"AT&TFORM",)),
    Refusal("a help file of Windows (CHM); unpack it, as with '7z x', and open its pages", (".chm",), (b"ITSF",)),
    Refusal("a book of Microsoft Reader; convert it to EPUB, as with 'ebook-convert'", (".lit",), (b"ITOLITLS",)),
    Refusal("a Kindle book protected by DRM; a copy without it opens", (), (b"\xeaDRMION\xee",)),
    Refusal(
        "a Kindle book in KFX or Topaz; convert it to EPUB or AZW3, as with calibre",
        (".kfx", ".azw1", ".tpz"),
        (b"CONT\x02\x00", b"TPZ0", b"TPZ1"),
    ),
    Refusal("a book of Sony's readers (LRF); convert it to EPUB, as with 'ebook-convert'", (".lrf",), (b"L\0R\0F\0",)),
    Refusal(
        "a book of eReader or Plucker; convert it to EPUB, as with 'ebook-convert'",
        (),
        (b"PNRdPPrs", b"PDctPPrs", b"DataPlkr", b"zTXTGPlm"),
        60,
    ),
    Refusal(
        "a document of Apple's Pages, Numbers or Keynote; export it from there, as DOCX, XLSX or PPTX",
        (".pages", ".numbers"),
        parts=(b".iwa", b"index.apxl", b"buildVersionHistory.plist"),
    ),
    Refusal("an XPS; take its text out with 'xpstotext'", (".xps", ".oxps"), parts=(b"FixedDocSeq", b".fpage")),
    Refusal("a document of WordPerfect; convert it to ODT or DOCX, as with LibreOffice", (".wpd",), (b"\xffWPC",)),
    Refusal("a database of SQLite; open it with 'sqlite3'", (".sqlite", ".db"), (b"SQLite format 3\0",)),
    Refusal("an archive; unpack it", (), (b"ustar",), 257),
    Refusal("compressed; unpack it", (".tgz", ".br", ".lz4", ".Z"), (b"\x04\x22\x4d\x18", b"\x1f\x9d")),
    Refusal("an archive; unpack it", (".7z", ".rar", ".tar", ".zip", ".jar", ".whl"), (b"7z\xbc\xaf", b"Rar!")),
    Refusal(
        "a picture",
        (".bmp", ".gif", ".heic", ".ico", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"),
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    ),
    Refusal(
        "not a text file; the reader opens text",
        (
            ".a", ".aac", ".apk", ".avi", ".bin", ".class", ".deb", ".dll", ".dmg", ".dylib", ".eot", ".exe",
            ".flac", ".iso", ".m4a", ".mkv", ".mov", ".mp3", ".mp4", ".o", ".obj", ".odg", ".ogg", ".otf",
            ".pyc", ".rpm", ".so", ".ttf", ".wasm", ".wav", ".webm", ".woff", ".woff2",
        ),
    ),
)  # fmt: skip

COMPRESSED = {".gz": b"\x1f\x8b", ".xz": b"\xfd7zXZ\0", ".bz2": b"BZh", ".zst": b"\x28\xb5\x2f\xfd"}
"""Suffixes and first bytes of files compressed by gzip, xz, bzip2 and Zstandard."""


def parser_of(name: str) -> Parser:
    """The parser of one of the reader's own formats."""
    return BY_NAME[name].document_of


def snapshots_of(name: str, raw: Raw) -> Iterator[Document]:
    """The document in one of the reader's own formats as it grows, the whole of it last.

    Raises:
        DocumentError: It cannot be read; where, if not at once, then before its first snapshot.
    """
    return BY_NAME[name].snapshots_of(raw)
