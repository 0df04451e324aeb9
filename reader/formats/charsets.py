"""Which character encoding bytes are in, and the text they are in it.

Units: bytes in, code points out. In this order: what the user says; a byte-order mark; UTF-16 told by its zero bytes;
UTF-8 where it decodes, or nearly so; what the document declares; else the single-byte encoding whose reading looks most
like words of a language (:func:`charset_score`), measured on the letters above ASCII.

ISO-8859-8 files of terminals and the early web hold Hebrew as it is *seen*, from left to right; such text is put in
logical order (:mod:`reader.formats.visual_order`).
"""

import codecs
from io import IncrementalNewlineDecoder
from math import inf

from reader.formats.charset_score import charset_score
from reader.formats.east_asian import east_asian, escaped
from reader.formats.utf16 import utf16_encoding, utf32_encoding
from reader.formats.visual_order import is_visual, logical_of
from reader.model import DocumentError
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

_SAMPLE = 1 << 16
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, and the encodings they tell."""

VISUAL = "iso-8859-8 (visual)"
"""The name of the encoding of a text whose order was changed."""

CANDIDATES = (
    "windows-1252",
    "windows-1256",
    "iso-8859-6",
    "windows-1255",
    "iso-8859-8",
    "mac-arabic",
    "windows-1254",
    "windows-1251",
    "koi8-r",
    "windows-1253",
    "iso-8859-5",
    "cp862",
    "cp866",
    "cp720",
    "cp855",
)
"""The encodings that are tried, the usual one of equals first."""

_SELDOM = {
    "mac-arabic": 0.1,
    "windows-1251": 0.2,
    "koi8-r": 0.2,
    "windows-1253": 0.4,
    "iso-8859-5": 0.4,
    "cp862": 0.3,
    "cp866": 0.4,
    "cp720": 0.4,
    "cp855": 0.6,
}
"""The margin a reading must win by in an encoding hardly anybody used, in scripts few readers of this program read."""

GUESSED = frozenset(("iso-8859-5", "cp862", "cp866", "cp720", "cp855"))
"""Encodings that are told when they are found, for they may be others: of DOS, and of systems that are gone."""

_OTHER_SCRIPTS = ("windows-1251", "koi8-r", "windows-1253", "iso-8859-5", "cp866", "cp855")
_MINORITY = 1.0
"""The margin those must win by among Latin letters, where a few bytes are accented letters of theirs; none where most
letters stand in words that are longer than accented letters ever stand together.
"""

_LONG_WORD = lazy_pattern("[\u0370-\u052f]{4,}")

_LONE = 3.0
"""The margin any reading must win by that puts single letters of another script among Latin words."""

_WORD_OF_ANOTHER = lazy_pattern("[\u0370-\u06ff]{2,}")
_LETTER_OF_ANOTHER = lazy_pattern("[\u0370-\u06ff]")
_LATIN_LETTER = lazy_pattern(rb"[A-Za-z]")
_NOT_ASCII = bytes(range(0x80))
_ARABIC = lazy_pattern("[\u0620-\u064a]")

_HEBREW = ("windows-1255", "iso-8859-8", "cp862")

_LABELS = {
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "logical": "iso-8859-8",
    "visual": "iso-8859-8",
    "x-mac-arabic": "mac-arabic",
    "iso-8859-1": "windows-1252",  # the WHATWG Encoding Standard: so are the files that say they are Latin-1
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "unicode": "utf-16",
    "shift-jis": "cp932",  # and in these, what holds them: files use the letters that were added
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks-c-5601-1987": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_NAMES = {
    "cp1256": "windows-1256",
    "cp1255": "windows-1255",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "iso8859-6": "iso-8859-6",
    "iso8859-8": "iso-8859-8",
}
_NO_ENCODINGS = frozenset(("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "charmap"))
"""Codecs of Python's between texts and bytes that are no character encodings: of host names, of source code."""

_LONGEST_LABEL = 100

_PIECE = 1 << 20
"""Bytes decoded at a time, so that other threads get their turn between the pieces."""


class Decoded(NamedTuple):
    """A decoded text: no byte-order mark, line feeds for all line ends.

    Attributes:
        text: The text.
        encoding: The encoding's usual name; ``iso-8859-8 (visual)`` where the order of the letters was changed.
        replaced: How many undecodable sequences stand in it as U+FFFD.
    """

    text: str
    encoding: str
    replaced: int


def decoded(data: bytes, *, asked: str = "auto", declared: str = "") -> Decoded:
    """The text of some bytes.

    Args:
        data: The bytes.
        asked: The encoding the user asked for, or "auto".
        declared: The one the document says it is in; a label that is not known, and one that is refuted by the bytes,
            is passed over.

    Raises:
        DocumentError: The encoding that was asked for is not known.
    """
    if asked != "auto":
        name = known_encoding(asked)
        if not name:
            raise DocumentError(f"unknown encoding {asked!r}; try utf-8 or windows-1256")
        return _in(data, name)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _in(data[len(mark) :], name)
    name = utf32_encoding(data) or utf16_encoding(data) or escaped(data) or _utf_8(data)
    name = name or _declared(data, declared) or east_asian(data) or _most_likely(data)
    return _in(data, name)


def _in(data: bytes, name: str) -> Decoded:
    text = _read(data, name, "replace")
    # A replacement character that was in the file is not a broken byte.
    replaced = text.count("\ufffd") - _written(data, name) if "\ufffd" in text else 0
    text = text.removeprefix("\ufeff")
    if name in _HEBREW and is_visual(text):
        return Decoded(logical_of(text), VISUAL, max(0, replaced))
    return Decoded(text, name, max(0, replaced))


def _written(data: bytes, name: str) -> int:
    """How many replacement characters stand in the bytes themselves; most encodings have none."""
    character = "\ufffd".encode(name, "ignore")
    return data.count(character) if character else 0


def _read(data: bytes, name: str, errors: str) -> str:
    """The characters, every line end a line feed; UTF-16 and UTF-32 without a mark are taken to be in Intel's order."""
    is_bare = name in ("utf-16", "utf-32") and not data.startswith(tuple(mark for mark, _ in MARKS))
    codec = f"{name}-le" if is_bare else name
    decode = IncrementalNewlineDecoder(codecs.getincrementaldecoder(codec)(errors), translate=True).decode
    pieces = [decode(data[at : at + _PIECE]) for at in range(0, len(data), _PIECE)]
    return "".join([*pieces, decode(b"", final=True)])


def known_encoding(label: str) -> str:
    """The usual name of a character encoding; "" for what is none."""
    label = label.strip().lower().replace("_", "-")
    if len(label) > _LONGEST_LABEL:
        return ""
    try:
        found = codecs.lookup(_LABELS.get(label, label))
        "".encode(found.name)  # raises for codecs that make bytes of bytes or text of text
    except (LookupError, ValueError):
        return ""
    if found.name.replace("_", "-") in _NO_ENCODINGS:
        return ""
    return _NAMES.get(found.name, found.name)


def _utf_8(data: bytes) -> str:
    try:
        decode = codecs.getincrementaldecoder("utf-8")().decode
        for at in range(0, len(data), _PIECE):
            decode(data[at : at + _PIECE])
        decode(b"", final=True)
    except UnicodeDecodeError:
        sample = data[:_SAMPLE].decode("utf-8", "replace")
        foreign = len(sample) - len(sample.encode("ascii", "ignore"))
        bad = sample.count("\ufffd")
        # By chance, bytes of another encoding hardly ever make a sequence; most of those of a damaged file do.
        return "utf-8" if foreign > 2 * bad else ""
    return "utf-8"


def _declared(data: bytes, label: str) -> str:
    """The encoding a document declares, unless its bytes refute it: they are no UTF-8, nor of two bytes each."""
    name = known_encoding(label)
    if not name or name.startswith("utf"):
        return ""
    sample = data[:_SAMPLE]
    return name if 100 * sample.decode(name, "replace").count("\ufffd") <= len(sample) else ""


def _most_likely(data: bytes) -> str:
    """The candidate whose reading is likest to a language, on the lines that have letters above ASCII."""
    lines = [line for line in data[: 16 * _SAMPLE].splitlines() if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE]
    foreign = sample.translate(None, _NOT_ASCII)
    is_latin = len(_LATIN_LETTER.findall(sample)) > len(foreign)

    def score(name: str) -> float:
        text = sample.decode(name, "replace")
        if name == "mac-arabic" and not _ARABIC.search(text):
            return -inf
        letters = len(_LETTER_OF_ANOTHER.findall(text))
        words = sum(map(len, _WORD_OF_ANOTHER.findall(text)))
        lone = (is_latin and 2 * words < letters) or (name in GUESSED and not words)
        doubt = _LONE if lone else 0.0
        doubt += _SELDOM.get(name, 0)
        if is_latin and name in _OTHER_SCRIPTS and 2 * sum(map(len, _LONG_WORD.findall(text))) < letters:
            doubt += _MINORITY
        return charset_score(text, foreign.decode(name, "replace")) - doubt

    return max(CANDIDATES, key=score)
