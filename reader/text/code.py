"""Code, data and logs from left to right: what a line is made of keeps its order.

By UAX#9 alone, ``["أحمد", "علي"]`` shows its second string first, ``كتب/ملف.txt`` its folder after its file, and
``أ - ب`` the second operand first, for the signs between right-to-left words run with the words. A higher-level
protocol (HL3) gives signs the class of left-to-right letters, as Unicode's report on source code asks of editors
(UTS #55, 4.1: the atoms of a line stand in their order):

- the quotation marks around a string, and the sign a comment begins with;
- the separators inside a path or an address (:mod:`reader.text.machine`);
- every operator and separator of a line that is a program's.

A line is a program's when it has signs that programs have and prose has not, and neither the look of a log's line nor
two right-to-left words with nothing but a space between them. What is inside a string, and the words of a comment or a
log's message, keep their own direction, and so does a sentence with a quotation in it, whose marks run with its words.
No quotation mark is the double sign that Hebrew writes before the last letter of an abbreviation (gershayim), nor the
one behind a number (inches).

Units: local code-point indexes; one class letter a code point (:func:`reader.text.bidi.classes_of`).
"""

from reader.text.machine import MachineKind, runs
from reader.text.patterns import lazy_pattern

_RTL_CLASS = lazy_pattern("[RA]")
_RTL_INSIDE = lazy_pattern("[^L]*[RA](?:.*[RA])?[^L]*")
"""A stretch whose first and last letters run from right to left."""

_LETTER = "[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb1d-\ufdff\ufe70-\ufefc]"
"""A letter of the scripts that programs are written in from right to left."""

_PARTS = lazy_pattern(
    r'(?P<long>"""(?:.*?""")?|\'\'\'(?:.*?\'\'\')?)'
    r"|(?P<comment>(?:(?<!\S)(?:\#+|--)(?=\s|$|[^\x00-\x7f])|(?<!:)//|/\*|<!--).*)"
    r'|(?P<string>(?:(?<!\w)|(?<=\b[bfruBFRU])|(?<=\b[bfruBFRU]{2}))"(?:[^"\\]|\\.|(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea]))*"'
    r"|(?:(?<!\w)|(?<=\b[bfruBFRU])|(?<=\b[bfruBFRU]{2}))'(?:[^'\\]|\\.|(?<=\w)'(?=\w))*'(?!\w)"
    r"|`[^`]+`)"
)
"""The parts of a line that are not code."""

_SENTENCE_BEFORE = lazy_pattern(rf"{_LETTER}\W?\s+\Z")
_SAID_BEFORE = lazy_pattern(rf"{_LETTER}:\s*\Z")
_SENTENCE_BEHIND = lazy_pattern(rf"\s+[(«]?{_LETTER}")

_LOG = lazy_pattern(
    r"\s*[\[(<]?(?:\d{4}[-/.]\d\d|\d{1,2}:\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:)"
    r"|.{0,60}?\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b"
)
_PROGRAM = lazy_pattern(
    r"[=;{}]|\w\(|\[[^\]]*,|->|::|(?<=[\w)\]]) [-+*/%<>&|^] (?=[\w(\[])"
    r"|\b(?:def|return|import|class|let|const|var|function|func|fn|elif|while|print|lambda)\b"
)
_PROSE = lazy_pattern(rf"{_LETTER}\s+{_LETTER}")
_WORDLIKE = lazy_pattern(r"[\w\s\"'`]")

_SEPARATORS = frozenset("/\\.:?&=#@")
"""The separators between the names of an address. Hyphens and the like are inside a name, which runs as a whole."""


def address_classes(text: str, classes: str) -> str:
    """The bidi classes of an address or a path.

    Args:
        text: The address.
        classes: Its classes by UAX#9.
    """
    if not _RTL_CLASS.search(classes):
        return classes
    return "".join("L" if char in _SEPARATORS else code for char, code in zip(text, classes, strict=True))


def code_classes(text: str, classes: str) -> str:
    """The bidi classes of a text that is code.

    Args:
        text: Some lines.
        classes: Their classes by UAX#9.
    """
    if not _RTL_CLASS.search(classes):
        return classes
    parts = []
    start = 0
    for line in text.split("\n"):
        own = classes[start : start + len(line) + 1]
        start += len(line) + 1
        parts.append(_line_classes(line, own) if _RTL_CLASS.search(own) else own)
    return "".join(parts)


def _line_classes(line: str, classes: str) -> str:
    """Those of a line; the class of its end is the last."""
    changed = list(classes)
    found = list(_PARTS.finditer(line))
    is_log = _LOG.match(line) is not None
    bare = _PARTS.sub(lambda part: "\x00" * len(part[0]), line) if found else line
    is_program = not is_log and bool(_PROGRAM.search(bare)) and not _PROSE.search(bare)
    if is_program:
        for at, char in enumerate(bare):
            if char != "\x00" and classes[at] not in "LRANEn" and not _WORDLIKE.match(char):
                changed[at] = "L"
    for part in found:
        start, end = part.span()
        if part.lastgroup == "comment":
            if start:
                changed[start] = "L"
        elif part.lastgroup == "long":
            changed[start : start + 3] = "LLL"
            if end - start > 3:
                changed[end - 3 : end] = "LLL"
                _settle_edges(changed, classes, start + 3, end - 3)
        elif not _is_quotation(line, start, end, is_log=is_log):
            changed[start] = changed[end - 1] = "L"
            _settle_edges(changed, classes, start + 1, end - 1)
        elif _RTL_INSIDE.fullmatch(classes, start + 1, end - 1):
            changed[start] = changed[end - 1] = "R"
    for run in runs(line, 0, len(line), len(line), phrases=False):
        if run.kind is MachineKind.ADDRESS:
            changed[run.start : run.end] = address_classes(
                line[run.start : run.end], "".join(changed[run.start : run.end])
            )
    return "".join(changed)


def _settle_edges(changed: list[str], classes: str, start: int, end: int) -> None:
    """The punctuation at the edges of a string from right to left runs with its words, as in an isolate."""
    if not _RTL_INSIDE.fullmatch(classes, start, end):
        return
    for edge in (range(start, end), range(end - 1, start - 1, -1)):
        for at in edge:
            if classes[at] not in "OW,+%":
                break
            if classes[at] != "W":
                changed[at] = "R"


def _is_quotation(line: str, start: int, end: int, *, is_log: bool) -> bool:
    """Whether what looks like a string is what a sentence from right to left quotes."""
    before, behind = line[max(0, start - 8) : start], line[end : end + 8]
    if _SENTENCE_BEFORE.search(before) or _SENTENCE_BEHIND.match(behind):
        return True
    return is_log and bool(_SAID_BEFORE.search(before))
