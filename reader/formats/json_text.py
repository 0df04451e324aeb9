r"""JSON as a person reads it: letters that are written as escapes are shown as letters, and one long line as many.

Programs write Arabic as ``\u0639\u0631`` and whole files without a line end. Nothing else is changed: names,
numbers and strings stay as they are written, repeated names and all, whether or not it is well-formed.
"""

import re
from typing import NamedTuple

from reader.model import Notice, NoticeCode, notice_of
from reader.text.patterns import possessive

LONGEST_LINE = 1_000
"""Characters of a line from which a text is laid out anew."""

_DEEPEST = 100
_INDENT = "  "
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|.)", re.DOTALL
)
_IN_STRING = possessive(r'[^"\\]++|\\.', "string")
_TOKEN = re.compile(rf'"{_IN_STRING}"?|[\[\]{{}},:]|[^\s"\[\]{{}},:]+', re.DOTALL)
_BEGINS = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"])')
_LONG = re.compile(rf"[^\n]{{{LONGEST_LINE}}}")
_EMPTY = {"{": "}", "[": "]"}


class Readable(NamedTuple):
    """A text and what was done to it."""

    text: str
    notices: tuple[Notice, ...]


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does."""
    return bool(_BEGINS.match(text))


def readable_json(text: str) -> Readable:
    """JSON with letters for escapes and lines for its parts, where it has too few."""
    notices = []
    if "\\u" in text:
        shown = _ESCAPE.sub(_letter, text)
        if shown != text:
            notices.append(notice_of(NoticeCode.ESCAPES_SHOWN))
        text = shown
    if _LONG.search(text):
        text = _laid_out(text)
        notices.append(notice_of(NoticeCode.LINES_FOLDED))
    return Readable(text, tuple(notices))


def _letter(match: re.Match[str]) -> str:
    high, low, single = match.groups()
    if high:
        letter = chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    elif single:
        letter = chr(int(single, 16))
    else:
        return match[0]
    return letter if not letter.isascii() and letter.isprintable() else match[0]


def _laid_out(text: str) -> str:
    """Every part on a line of its own, indented by how deep it is; what is empty stays on its line."""
    pieces: list[str] = []
    depth, opened = 0, ""
    for token in _TOKEN.finditer(text):
        part = token[0]
        if pieces and not depth and not opened and part not in ("]", "}", ",", ":"):
            pieces.append("\n")  # a value of its own, as in JSON Lines
        if opened and part != _EMPTY[opened]:
            depth += 1
            pieces.append("\n" + _INDENT * min(depth, _DEEPEST))
        if part in ("}", "]"):
            if not opened:
                depth = max(0, depth - 1)
                pieces.append("\n" + _INDENT * min(depth, _DEEPEST))
            pieces.append(part)
        elif part == ",":
            pieces.append(",\n" + _INDENT * min(depth, _DEEPEST))
        elif part == ":":
            pieces.append(": ")
        else:
            pieces.append(part)
        opened = part if part in _EMPTY else ""
    return "".join(pieces)
