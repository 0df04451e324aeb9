"""Telling what bytes are: text or not, and which format, by content first and by name second.

Units: bytes; the first 64 KiB are looked at.
"""

import re
from pathlib import Path

from reader.formats.encodings import decoded
from reader.formats.wide import WIDE_MARKS, wide_encoding
from reader.model import DocumentError
from reader.text.patterns import possessive

_SAMPLE = 1 << 16
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\b\x1b\x1a")
"""Control bytes that occur in text: white space, overstrikes and escapes that logs hold, the end mark of old files."""

_BINARY_SHARE = 0.3
"""More control bytes than this, and it is no text."""

_STRAY_SHARE = 0.005
_LOST_SHARE = 0.5
"""Text may have lost sectors to NULs, not more than this of it; then hardly any other control stands in it."""

_BINARIES = {
    b"%PDF-": "a PDF; take its text out with 'pdftotext'",
    b"\xd0\xcf\x11\xe0": "a Word file of before 2007, or one with a password; save it as DOCX without",
    b"{\\rtf": "rich text (RTF); save it as DOCX or ODT",
    b"\x28\xb5\x2f\xfd": "compressed; unpack it",
    b"7z\xbc\xaf": "an archive; unpack it",
    b"Rar!": "an archive; unpack it",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
"""What people have that is not read, by how it begins, and what to do about it."""

COMPRESSED = (b"\x1f\x8b", b"\xfd7zXZ\0", b"BZh")
COMPRESSED_SUFFIXES = frozenset((".gz", ".xz", ".bz2"))
"""How gzip, xz and bzip2 begin, and what their files are called."""

_ZIP = b"PK\x03\x04"
_DIRECTORY = 1 << 20
_BY_TYPE = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.": "odt",
}
_BY_PART = {
    b"META-INF/container.xml": "epub",
    b"word/document": "docx",
    b"word/styles.xml": "docx",
    b"content.xml": "odt",
    b".fb2": "fb2",
}
"""What the parts of archives are called."""
_BY_SUFFIX = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mkdn": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
}
_CODE = frozenset(
    (
        ".awk", ".bash", ".bat", ".c", ".cc", ".cfg", ".clj", ".cmake", ".conf", ".cpp", ".cs", ".css", ".diff", ".el",
        ".erl", ".ex", ".fish", ".go", ".h", ".hpp", ".hs", ".ini", ".java", ".jl", ".js", ".json", ".jsonl", ".jsx",
        ".kt", ".log", ".lua", ".m", ".mk", ".ml", ".nix", ".patch", ".php", ".pl", ".po", ".proto", ".ps1", ".py",
        ".r", ".rb", ".rs", ".scala", ".scss", ".sh", ".sql", ".swift", ".tcl", ".tex", ".toml", ".ts", ".tsx", ".vim",
        ".xml", ".yaml", ".yml", ".zig", ".zsh",
    )
)  # fmt: skip
_UNTELLING = ("", ".txt", ".text")
_OTHER_SUFFIXES = frozenset(
    (
        ".txt", ".text", ".epub", ".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".ods", ".odp", ".fodt", ".fb2",
        ".rst", ".org", ".srt", ".tex",
    )
)  # fmt: skip
_SOURCES = _CODE.difference((".diff", ".log", ".patch")).union(_BY_SUFFIX)
"""Suffixes of files that are what they say, even where an escape sequence stands in them."""

READABLE_SUFFIXES = _CODE.union(_BY_SUFFIX, _OTHER_SUFFIXES)
"""Suffixes of files that are documents, unless their content says otherwise."""

_CODE_BEGINS = re.compile(r'#!|<\?php|\s*(?:\{\s*"|\[\s*[{"])')
"""Programs and JSON, whatever they are called."""

_LOGGED = re.compile(
    r"""[\[<(]?(?:
        \d{4}[-/.]\d\d[-/.]\d\d[T\ _]\d\d:\d\d              # 2025-03-18 12:00, of most programs
        | (?:\d{1,2}[/-])(?:\d\d|[A-Z][a-z]{2})[/-]\d{4}[:\ ] # 18/Mar/2025:, of web servers
        | [A-Z][a-z]{2}\ [\ \d]\d\ \d\d:\d\d:\d\d\ \S+\ \S # Mar 18 12:00:00 host, of syslog
        | \d\d:\d\d:\d\d[.,\]\ ]
        | (?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b[]:\ |]
        | (?:\d{1,3}\.){3}\d{1,3}\ \S+\ \S+\ \[                # an address, of web servers
        | \d{10}(?:\.\d+)?[:\ ]
        | \ *\d+\.\d{6}\]                                     # seconds since the start, of kernels
    )""",
    re.VERBOSE,
)
"""How a line of a log begins."""

_LOGGED_LINES = 100
_LOGGED_SHARE = 0.6

_PRINTED = re.compile(
    rb"\x1b\[[0-9;:]*m|\x1b\]8;[^\x00-\x1f\x7f;]*;|([^\x00-\x20])\x08\1|_\x08[^\x00-\x20]|[\x80-\xff]\x08"
)
"""Looks and links as commands print them."""

_PROSE_LINE = 100
_PROSE_SHARE = 0.5
_WORDS_SHARE = 0.8
"""Piped text is prose where this share of it stands in lines longer than this: nothing prints those in columns."""

_FICTION = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?" + possessive(r"(?:<!--.*?-->|<\?.*?\?>)\s*+", "before") + r"<FictionBook\b", re.DOTALL
)
_BEFORE_TAGS = r"\s*+(?:<\?xml[^>]*+>\s*+)?" + possessive(r"<!--.*?-->\s*+", "before")
_FLAT_ODT = re.compile(r"\s*+(?:<\?xml[^>]*+>\s*+)?<office:document\s")
"""OpenDocument in one part of XML (1.3 part 3, 3.1.2)."""

_PAGE = re.compile(_BEFORE_TAGS + r"<(?:!doctype\s+html|(?:html|head|body)(?=[\s>]))", re.IGNORECASE | re.DOTALL)
"""A page of HTML, whatever it is called."""

_TAGGED = re.compile(
    _BEFORE_TAGS
    + r"<(?:meta|title|link|style|article|section|main|header|nav|div|span|center|table|ul|ol|dl|pre|blockquote|figure|"
    r"h[1-6]|p|a|img|b|strong|font)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
"""A piece of a page, or Markdown that begins with one (CommonMark 4.6): what the file is called tells."""

_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]{1,200}\)"),
    re.compile(r"(?<!\w)\*\*[^\s*][^*\n]{0,200}\*\*(?!\w)"),
    re.compile(r"^\|?[ :-]*-{3,}[ :-]*\|[ :|-]*$", re.MULTILINE),
    re.compile(r"^\[\^[\w-]+\]: ", re.MULTILINE),
    re.compile(r"\A---\n(?:\w[\w -]*:.*\n)+---\n"),
)
_MARKDOWN_SIGNS = 2
"""Signs of Markdown that a text without a telling name must have."""


def suffix_of(name: str) -> str:
    """What a file's name ends in, of a compressed one what it ends in before that."""
    path = Path(name)
    return Path(path.stem).suffix.lower() if path.suffix.lower() in COMPRESSED_SUFFIXES else path.suffix.lower()


def unreadable(data: bytes) -> str:
    """Why bytes are no document of any format, as far as their beginning tells; "" where they are one."""
    sample = data[:_SAMPLE]
    if sample.startswith((*WIDE_MARKS, _ZIP, *COMPRESSED)) or wide_encoding(sample):
        return ""
    for magic, what in _BINARIES.items():
        if sample.startswith(magic):
            return what
    lost = sample.count(0)
    controls = sum(sample.count(byte) for byte in range(1, 0x20) if byte not in _TEXT_CONTROLS)
    is_text = controls <= (len(sample) - lost) * (_STRAY_SHARE if lost else _BINARY_SHARE)
    return "" if is_text and lost <= _LOST_SHARE * len(sample) else "not a text file; the reader opens text"


def format_of(data: bytes, path: str) -> str:
    """The name of the format of a document: by what it begins with; text, by what it is called and looks like.

    Args:
        data: All its bytes.
        path: What it is called; "" where it has no name.

    Raises:
        DocumentError: It is an archive of no format that is known.
    """
    if data.startswith(_ZIP):
        return _format_of_archive(data)
    suffix = suffix_of(path)
    sample = decoded(data[:_SAMPLE]).text
    if _PAGE.match(sample):
        return "html"
    if _FICTION.match(sample):
        return "fb2"
    if _FLAT_ODT.match(sample):
        return "odt"
    if sample.startswith("######OpenITI#"):
        return "openiti"
    if suffix not in _SOURCES and _PRINTED.search(data[:_SAMPLE]):
        return "terminal"
    if suffix in _CODE or _CODE_BEGINS.match(sample):
        return "code"
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if _is_log(sample):
        return "code"
    if suffix in READABLE_SUFFIXES.difference(_UNTELLING):
        return "text"
    if sum(bool(sign.search(sample)) for sign in _MARKDOWN) >= _MARKDOWN_SIGNS and suffix in _UNTELLING:
        return "markdown"
    if _TAGGED.match(sample):
        return "html"
    return "text" if path or _is_prose(sample) else "terminal"


def _is_prose(sample: str) -> bool:
    """Whether most of a text stands in lines of words too long for anybody to have broken them."""
    lines = (line for line in sample.split("\n") if len(line) > _PROSE_LINE and "  " not in line.strip())
    length = sum(len(line) for line in lines if sum(map(_in_words, line)) >= _WORDS_SHARE * len(line))
    return length >= _PROSE_SHARE * len(sample)


def _in_words(character: str) -> bool:
    return character.isalpha() or character == " "


def _is_log(sample: str) -> bool:
    """Whether most lines begin as those of logs do; lines that go on with the one before begin with white space."""
    lines = [line for line in sample.splitlines()[:_LOGGED_LINES] if line and not line[0].isspace()]
    return len(lines) > 1 and sum(bool(_LOGGED.match(line)) for line in lines) >= _LOGGED_SHARE * len(lines)


def _format_of_archive(data: bytes) -> str:
    """The format of a ZIP file: its ``mimetype`` entry, which stands first and uncompressed, or the parts it names."""
    beginning = data[:_SAMPLE]
    for kind, name in _BY_TYPE.items():
        if b"mimetype" + kind in beginning:
            return name
    directory = data[-_DIRECTORY:] + beginning
    for part, name in _BY_PART.items():
        if part in directory:
            return name
    raise DocumentError("an archive that holds no document the reader knows; unpack it")
