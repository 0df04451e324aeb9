"""The lines of an AsciiDoc document: attributes put in, conditions decided, nothing included.

A line that would include a file stays: what is included is not read (AsciiDoc Language, "Include directive").
"""

import re

from reader.named_tuples import NamedTuple

LONGEST_VALUE = 5_000
"""Code points that an attribute becomes at most."""

_ENTRY = re.compile(r":(?P<off>!?)(?P<name>[\w][\w-]{0,200})(?P<off2>!?):(?:\s+(?P<value>.*))?$")
_USED = re.compile(r"(?P<escaped>\\)?\{(?P<name>[\w][\w-]{0,200})\}")
_CONDITION = re.compile(r"(ifdef|ifndef|ifeval|endif)::([^\[]{0,500})\[(.*)\]\s*$")
_COMPARED = re.compile(r"\s*\"?([^\"=<>!]*?)\"?\s*(==|!=|<=?|>=?)\s*\"?([^\"]*?)\"?\s*$")

GIVEN = {
    "empty": "", "sp": " ", "nbsp": "\u00a0", "zwsp": "\u200b", "wj": "\u2060", "apos": "'", "quot": '"', "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "&#43;", "brvbar": "¦", "vbar": "|", "amp": "&",
    "lt": "<", "gt": ">", "startsb": "&#91;", "endsb": "&#93;", "caret": "&#94;", "asterisk": "&#42;", "tilde":
    "&#126;", "backslash": "&#92;", "backtick": "&#96;", "two-colons": "::", "two-semicolons": ";;", "cpp":
    "C&#43;&#43;",     "pp": "&#43;&#43;", "blank": "", "lrm": "\u200e", "rlm": "\u200f", "zwnj": "\u200c",
}  # fmt: skip
"""Attributes that every document has."""


class NumberedLine(NamedTuple):
    """A line, and its number in the source."""

    text: str
    number: int


class LineCursor:
    """A place among lines, which are taken one after the other."""

    def __init__(self, lines: list[NumberedLine]) -> None:
        self.lines = lines
        self.at = 0

    @property
    def text(self) -> str:
        """The line that comes next; "" at the end, too."""
        return self.lines[self.at].text if self.at < len(self.lines) else ""

    @property
    def ended(self) -> bool:
        """Whether no line is left."""
        return self.at >= len(self.lines)

    def take(self) -> NumberedLine:
        """The line that comes next, left behind."""
        self.at += 1
        return self.lines[self.at - 1]

    def behind_blanks(self) -> tuple[int, str]:
        """Where the next line with text stands, and the line; the end and "" where there is none."""
        at = self.at
        while at < len(self.lines) and not self.lines[at].text:
            at += 1
        return at, self.lines[at].text if at < len(self.lines) else ""


def entry_of(line: str) -> "re.Match[str] | None":
    """The attribute that a line sets."""
    return _ENTRY.match(line) if line.startswith(":") else None


def set_by(entry: "re.Match[str]", attributes: dict[str, str]) -> None:
    """Set an attribute, or unset it."""
    name = entry["name"].lower()
    if entry["off"] or entry["off2"]:
        attributes.pop(name, None)
    else:
        attributes[name] = put_in((entry["value"] or "").strip(), attributes)[:LONGEST_VALUE]


def put_in(text: str, attributes: dict[str, str]) -> str:
    """A text with the attributes that it names; those that are not known stay as they are."""
    if "{" not in text:
        return text

    def value(found: "re.Match[str]") -> str:
        if found["escaped"]:
            return found[0][1:]
        return attributes.get(found["name"].lower(), found[0])

    return _USED.sub(value, text)


def lines_of(text: str) -> list[NumberedLine]:
    """The lines of a document that hold under its own attributes."""
    attributes = dict(GIVEN)
    kept: list[NumberedLine] = []
    shown = [True]
    joined, begun = "", 0
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip()
        condition = _CONDITION.match(line) if line.startswith(("if", "endif")) else None
        if condition:
            _decide(condition, shown, attributes, kept, number)
            continue
        if not shown[-1]:
            continue
        if joined:  # the value of an attribute goes on behind a backslash
            line, number = joined + line.strip(), begun  # noqa: PLW2901 - it is one line
            joined = ""
        if line.endswith(" \\") and line.startswith(":"):
            joined, begun = line[:-1], number
            continue
        if entry := entry_of(line):
            set_by(entry, attributes)
        kept.append(NumberedLine(line, number))
    return kept


def _decide(
    condition: "re.Match[str]", shown: list[bool], attributes: dict[str, str], kept: list[NumberedLine], number: int
) -> None:
    kind, names, text = condition[1], condition[2], condition[3]
    if kind == "endif":
        if len(shown) > 1:
            shown.pop()
        return
    if kind == "ifeval":
        holds = _compared(put_in(text, attributes))
    else:
        found = [name.strip().lower() in attributes for name in re.split("[,+]", names)]
        holds = all(found) if "+" in names else any(found)
        holds = holds if kind == "ifdef" else not holds
        if text:  # the condition is for what stands in its brackets
            if holds and shown[-1]:
                kept.append(NumberedLine(text, number))
            return
    shown.append(holds and shown[-1])


def _compared(text: str) -> bool:
    found = _COMPARED.match(text)
    if not found:
        return True
    left, sign, right = found.groups()
    if left.isdecimal() and right.isdecimal() and len(left) < 10 and len(right) < 10:
        left, right = left.zfill(10), right.zfill(10)
    return {
        "==": left == right,
        "!=": left != right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[sign]
