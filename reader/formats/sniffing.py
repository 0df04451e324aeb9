"""Telling what bytes are: text or not, and which format, by content first and by name second.

Units: bytes; the first 64 KiB are looked at.
"""

import os
import re

from reader.formats.charsets import decoded
from reader.formats.plugins import installed
from reader.formats.registry import BY_NAME, BY_SUFFIX, COMPRESSED, REFUSED, TABLE, Format
from reader.formats.utf16 import BYTE_ORDER_MARKS, utf16_encoding
from reader.model import DocumentError
from reader.text.patterns import lazy_pattern, possessive

_SAMPLE = 1 << 16
_CONTROLS = bytes(set(range(1, 0x20)).difference(b"\t\n\r\f\v\b\x1b\x1a"))
"""Control bytes but those of text: white space, overstrikes and escapes that logs hold, the end mark of old files."""

_BINARY_SHARE = 0.3
"""More control bytes than this, and it is no text."""

_STRAY_SHARE = 0.005
_LOST_SHARE = 0.5
"""Text may have lost sectors to NULs, not more than this of it; then hardly any other control stands in it."""

_ZIP = b"PK\x03\x04"
_DIRECTORY = 1 << 20

_CODE_SIGNS = ("#", "<", "{", "[")
_CODE_BEGINS = lazy_pattern(r'#!|<\?php|\s*(?:\{\s*"|\[\s*[{"])')
"""Programs and JSON, whatever they are called, and the signs that these begin with."""

_LOGGED = lazy_pattern(
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

_LOG_SIGNS = frozenset("[<(ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""With what, if not with a digit."""

_LOGGED_LINES = 100
_LOGGED_SHARE = 0.6

_PRINTED = lazy_pattern(
    rb"\x1b\[[0-9;:]*m|\x1b\]8;[^\x00-\x1f\x7f;]*;|([^\x00-\x20])\x08\1|_\x08[^\x00-\x20]|[\x80-\xff]\x08"
)
"""Looks and links as commands print them."""

_PROSE_LINE = 100
_PROSE_SHARE = 0.5
_WORDS_SHARE = 0.8
"""Piped text is prose where this share of it stands in lines longer than this: nothing prints those in columns."""

_BEFORE_TAGS = r"\s*+(?:<\?xml[^>]*+>\s*+)?" + possessive(r"<!--.*?-->\s*+", "before")

_TAGGED = lazy_pattern(
    _BEFORE_TAGS
    + r"<(?:meta|title|link|style|article|section|main|header|nav|div|span|center|table|ul|ol|dl|pre|blockquote|figure|"
    r"h[1-6]|p|a|img|b|strong|font)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
"""A piece of a page, or Markdown that begins with one (CommonMark 4.6): what the file is called tells."""

_MARKDOWN = (
    (("# ",), lazy_pattern(r"^#{1,6} \S", re.MULTILINE)),
    (("```", "~~~"), lazy_pattern(r"^(?:```|~~~)", re.MULTILINE)),
    (("](",), lazy_pattern(r"\[[^\]\n]{1,200}\]\([^)\s]{1,200}\)")),
    (("**",), lazy_pattern(r"(?<!\w)\*\*[^\s*][^*\n]{0,200}\*\*(?!\w)")),
    (("---",), lazy_pattern(r"^(?=\|?[ :-]*---)\|?[ :-]+\|[ :|-]*$", re.MULTILINE)),
    (("]: ",), lazy_pattern(r"^\[\^[\w-]+\]: ", re.MULTILINE)),
    (("---",), lazy_pattern(r"\A---\n(?:\w[\w -]*:.*\n)+---\n")),
)
"""Signs of Markdown, each behind what one of them has in it."""

_MARKDOWN_SIGNS = 2
"""Signs of Markdown that a text without a telling name must have."""


def suffix_of(name: str) -> str:
    """The suffix of a file's name, of a compressed one that before the compression's."""
    stem, suffix = os.path.splitext(name.lower())  # noqa: PTH122 - pathlib costs its time
    if suffix in COMPRESSED:
        suffix = os.path.splitext(stem)[1]  # noqa: PTH122
    return "" if suffix == "." else suffix


def asks_others(suffix: str) -> bool:
    """Whether a name ends in what none of the reader's own formats does, so that another package's may."""
    return bool(suffix) and suffix not in BY_SUFFIX


def is_readable_suffix(suffix: str) -> bool:
    """Whether files whose names end so are documents, unless their content says otherwise."""
    return suffix in BY_SUFFIX or (bool(suffix) and any(suffix in each.suffixes for each in installed().formats))


def unreadable(data: bytes) -> str:
    """Why bytes are no document of any format, as far as their beginning tells; "" where they are one."""
    sample = data[:_SAMPLE]
    if sample.startswith((*BYTE_ORDER_MARKS, _ZIP, *COMPRESSED.values())) or utf16_encoding(sample):
        return ""
    why = refusal(sample)
    return "" if why and _with_magic(sample) else why


def refusal(data: bytes) -> str:
    """Why bytes that are no archive are in none of the reader's own formats; "" where they are text."""
    sample = data[:_SAMPLE]
    for refused in REFUSED:
        if refused.magic and sample.startswith(refused.magic, refused.magic_at):
            return refused.what
    lost = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    is_text = controls <= (len(sample) - lost) * (_STRAY_SHARE if lost else _BINARY_SHARE)
    return "" if is_text and lost <= _LOST_SHARE * len(sample) else REFUSED[-1].what


def _with_magic(sample: bytes) -> Format | None:
    """The format that bytes which are no text begin as."""
    own = (each for each in TABLE if each.has_magic(sample))
    return next(own, None) or next((each for each in installed().formats if each.has_magic(sample)), None)


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
    found = next((each for each in TABLE if each.has_magic(data)), None)
    if found or ((asks_others(suffix) or refusal(data)) and (found := _with_magic(data))):
        return found.name
    named = BY_SUFFIX.get(suffix)
    sample = decoded(data[:_SAMPLE]).text
    first = sample.lstrip()[:1]
    for each in (*TABLE, *(installed().formats if asks_others(suffix) else ())):
        if each.begins_as(sample, first):
            return each.name
    if asks_others(suffix):
        named = next((each for each in installed().formats if suffix in each.suffixes), None)
    if (named is None or not _is_text_format(named) or suffix in named.printed) and _is_printed(data[:_SAMPLE]):
        return "terminal"
    if named is BY_NAME["code"] or ((not named or named is BY_NAME["text"]) and _begins_as_code(sample, first)):
        return "code"
    if named and _is_text_format(named) and suffix not in BY_NAME["text"].printed:
        return named.name
    if _is_log(sample):
        return "code"
    if named and suffix not in BY_NAME["text"].printed:
        return "text"
    if (named or not suffix) and _signs_of_markdown(sample) >= _MARKDOWN_SIGNS:
        return "markdown"
    if first == "<" and _TAGGED.match(sample):
        return "html"
    return "text" if path or _is_prose(sample) else "terminal"


def _is_printed(sample: bytes) -> bool:
    """Whether there are looks or links in it as commands print them."""
    return (b"\x1b" in sample or b"\b" in sample) and bool(_PRINTED.search(sample))


def _begins_as_code(sample: str, first: str) -> bool:
    return first in _CODE_SIGNS and bool(_CODE_BEGINS.match(sample))


def _signs_of_markdown(sample: str) -> int:
    return sum(any(map(sample.__contains__, needed)) and bool(sign.search(sample)) for needed, sign in _MARKDOWN)


def _is_text_format(form: Format) -> bool:
    """Whether a name is enough to tell that a text is in a format; archives are told by what they hold."""
    return not (form.parts or form.types or form.magic)


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
    needed = _LOGGED_SHARE * len(lines)
    likely = [line for line in lines if line[0] in _LOG_SIGNS or line[0].isdecimal()]
    return len(lines) > 1 and len(likely) >= needed and sum(bool(_LOGGED.match(line)) for line in likely) >= needed


def _format_of_archive(data: bytes) -> str:
    """The format of a ZIP file: its ``mimetype`` entry, which stands first and uncompressed, or the parts it names."""
    beginning = data[:_SAMPLE]
    directory = data[-_DIRECTORY:] + beginning
    for formats in (TABLE, None):
        known = formats or installed().formats  # looked for when none of the own fits
        for each in known:
            if any(b"mimetype" + kind in beginning for kind in each.types):
                return each.name
        for each in known:
            if any(part in directory for part in each.parts):
                return each.name
    for refused in REFUSED:
        if any(part in directory for part in refused.parts):
            raise DocumentError(refused.what)
    raise DocumentError("an archive that holds no document the reader knows; unpack it")
