"""Code, data and logs from left to right: strings and paths keep their order among each other.

By UAX#9 alone, ``["أحمد", "علي"]`` shows its second string first, and ``كتب/ملف.txt`` its folder after its file, for
quotation marks, commas and slashes between right-to-left words run with the words. A higher-level protocol (HL3) gives
the quotation marks around a string and the separators inside a path the class of left-to-right letters, as Unicode's
report on source code asks of editors (UTS #55, 4.1: the atoms of a line stand in their order). What is inside a string,
and the words of a comment or a log's message, keep their own direction.

Units: local code-point indexes; one class letter a code point (:func:`reader.text.bidi.classes_of`).
"""

import re

from reader.text.patterns import possessive

_DOUBLE = possessive(r'[^"\\\n]++|\\.', "double")
_SINGLE = possessive(r"[^'\\\n]++|\\.", "single")
_STRING = re.compile(rf'"{_DOUBLE}"|(?<!\w)\'{_SINGLE}\'(?!\w)|`[^`\n]*+`')
_PATH = re.compile(r"(?<![^\s\"'`(=])(?:~|\.{1,2}|[A-Za-z]:|[A-Za-z][\w+.-]*:/)?/[^\s\"'`<>|]+")
_SEPARATOR = re.compile(r"[/.:?&=#%~_-]")
_SEPARATORS = frozenset("/\\.:?&=#@")
"""What parts the names of an address. Hyphens, underscores and the like are inside a name, which runs as a whole."""

_RTL = re.compile("[RA]")


def address_classes(text: str, classes: str) -> str:
    """The bidi classes of an address or a path.

    Args:
        text: The address.
        classes: Its classes by UAX#9.
    """
    if not _RTL.search(classes):
        return classes
    return "".join("L" if char in _SEPARATORS else code for char, code in zip(text, classes, strict=True))


def code_classes(text: str, classes: str) -> str:
    """The bidi classes of a text that is code.

    Args:
        text: Some lines.
        classes: Their classes by UAX#9.
    """
    if not _RTL.search(classes):
        return classes
    changed = list(classes)
    for string in _STRING.finditer(text):
        changed[string.start()] = changed[string.end() - 1] = "L"
    for path in _PATH.finditer(text):
        for sign in _SEPARATOR.finditer(text, *path.span()):
            changed[sign.start()] = "L"
    return "".join(changed)
