r"""JSON as a person reads it: letters that are written as escapes are shown as letters, and one long line as many.

Programs write Arabic as ``\u0639\u0631`` and whole files without a line end. Nothing else is changed: names,
numbers and strings stay as they are written, repeated names and all, whether or not it is well-formed.

Files of a hundred megabytes are read so, and memory stays a small multiple of them: what is made is UTF-8, from which
the text is decoded when the source has been let go, and where indented lines would take too much room there are fewer.
"""

import re
from collections.abc import Iterator

from reader.model import Notice, NoticeCode, notice_of
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

LONGEST_LINE = 1_000
"""Characters of a line from which a text is laid out anew."""

_DEEPEST = 100
_INDENT = b"  "
_COMPACT_LINE = 200
"""Bytes after which a line ends at the next comma, where there is no room for a line a part."""

_ROOM = 40 << 20
"""Bytes that may be taken beside a multiple of the file's size."""

_ESCAPES = lazy_pattern(r"(?:\\u[0-9a-fA-F]{4}){1,500}|\\.", re.DOTALL)
_ESCAPE = lazy_pattern(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|.)", re.DOTALL
)
_TOKEN = lazy_pattern(r'"[^"\\]*"|["\[\]{},:]|[^\s"\[\]{},:]+')
_IN_STRING = lazy_pattern(r'[^"\\]*(?:\\.[^"\\]*){0,500}', re.DOTALL)
_BEGINS = lazy_pattern(r'\s*(?:\{\s*["}]|\[\s*[\[{"])')
_LONG = lazy_pattern(rf"[^\n]{{{LONGEST_LINE}}}")
_BEYOND_TWO_BYTES = lazy_pattern(r"[\U00010000-\U0010ffff]|\\u[dD][89abAB]")
_BEYOND_ONE_BYTE = lazy_pattern(r"[\u0100-\uffff]|\\u")
_EMPTY = {"{": "}", "[": "]"}


class Readable(NamedTuple):
    """A text in UTF-8, and what was done to it."""

    utf_8: bytearray
    notices: tuple[Notice, ...]


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does."""
    return bool(_BEGINS.match(text))


def readable_json(text: str, size: int) -> Readable | None:
    """JSON with letters for escapes and lines for its parts, where it has too few; None where it is well as it is.

    Args:
        text: The JSON.
        size: Bytes of the file, by which the memory goes that is taken.
    """
    has_escapes = "\\u" in text
    letters = (notice_of(NoticeCode.ESCAPES_SHOWN),) if has_escapes else ()
    if _LONG.search(text):
        whole = _laid_out(text, _most(text, size))
        if whole is None:
            whole = _compact(text)
        return Readable(whole, (*letters, notice_of(NoticeCode.LINES_FOLDED)))
    if has_escapes:
        shown = bytearray()
        _write(shown, text)
        if len(shown) != len(text.encode()):
            return Readable(shown, letters)
    return None


def _most(text: str, size: int) -> int:
    """Bytes that a layout may have: it, the text that is decoded from it and the file are in memory at a time."""
    width = 4 if _BEYOND_TWO_BYTES.search(text) else 2 if _BEYOND_ONE_BYTE.search(text) else 1
    return (size * 9 // 2 + _ROOM) // (1 + width)


def _write(shown: bytearray, part: str) -> None:
    """Append a part of the text, letters for its escapes."""
    if "\\u" not in part:
        shown += part.encode()
        return
    at = 0
    for match in _ESCAPES.finditer(part):
        escapes = match[0]
        if escapes[1] == "u":
            shown += part[at : match.start()].encode()
            shown += _letters(escapes).encode()
            at = match.end()
    shown += part[at:].encode()


def _letters(escapes: str) -> str:
    """The letters of a run of escapes; the escapes where they are none that can be seen."""
    try:
        found = bytes.fromhex(escapes.replace("\\u", "")).decode("utf-16-be")
    except ValueError:  # half a surrogate pair, or a short escape
        found = ""
    if found.isprintable() and found and min(found) > "\x7f":
        return found
    return _ESCAPE.sub(_letter, escapes)


def _letter(match: re.Match[str]) -> str:
    high, low, single = match.groups()
    if high:
        letter = chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    elif single:
        letter = chr(int(single, 16))
    else:
        return match[0]
    return letter if not letter.isascii() and letter.isprintable() else match[0]


def _parts(text: str) -> Iterator[str]:
    """Strings, signs, and what else stands between white space."""
    start, length = 0, len(text)
    while start < length:
        for match in _TOKEN.finditer(text, start):
            if match[0] == '"':
                start = match.start()
                break
            yield match[0]
        else:
            return
        at = start + 1
        while at < length and text[at] != '"':  # a string with escapes, or one that does not end
            following = _IN_STRING.match(text, at)
            at = following.end() if following and following.end() > at else length
        at = min(length, at + 1)
        yield text[start:at]
        start = at


def _laid_out(text: str, most: int) -> bytearray | None:
    """Every part on a line of its own, indented by how deep it is; what is empty stays on its line.

    None where that would be more than so many bytes.
    """
    shown = bytearray()
    depth, opened = 0, ""
    for part in _parts(text):
        if len(shown) > most:
            return None
        if shown and not depth and not opened and part not in ("]", "}", ",", ":"):
            shown += b"\n"  # a value of its own, as in JSON Lines
        if opened and part != _EMPTY[opened]:
            depth += 1
            shown += b"\n" + _INDENT * min(depth, _DEEPEST)
        if part in ("}", "]"):
            if not opened:
                depth = max(0, depth - 1)
                shown += b"\n" + _INDENT * min(depth, _DEEPEST)
            shown += part.encode()
        elif part == ",":
            shown += b",\n" + _INDENT * min(depth, _DEEPEST)
        elif part == ":":
            shown += b": "
        else:
            _write(shown, part)
        opened = part if part in _EMPTY else ""
    return shown


def _compact(text: str) -> bytearray:
    """Lines that end at a comma once they are long: hardly longer than the text."""
    shown = bytearray()
    begun = 0
    for part in _parts(text):
        _write(shown, part)
        if part == "," and len(shown) - begun >= _COMPACT_LINE:
            shown += b"\n"
            begun = len(shown)
    return shown
