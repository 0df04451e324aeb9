"""The shapes by which lines of AsciiDoc are told apart: headings, fences, items, and what stands over a block."""

import re

SECTION = re.compile(r"(?P<marks>={1,6}|#{1,6})\s+(?P<title>\S.*?)(?:\s+(?P=marks))?$")
UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
ATTRIBUTES = re.compile(r"\[(?P<said>[^\[\]\n]*(?:\[[^\[\]]*\][^\[\]\n]*)*)\]$")
ANCHOR = re.compile(r"\[\[(?P<name>[^\[\],]+)(?:,\s*(?P<title>[^\]]*))?\]\]$")
TITLE = re.compile(r"\.(?P<title>[^\s.].*)$")
DELIMITER = re.compile(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|~{4,}|--|`{3,}.*|[|,:!]={3,})$")
ITEM = re.compile(
    r"\s*(?:(?P<bullet>\*{1,6}|-|•)|(?P<dots>\.{1,6})|(?P<number>\d{1,9}\.|[A-Za-z]\.|[ivxIVX]{1,8}\))|"
    r"<(?P<callout>\d{1,4}|\.)>)\s+(?P<text>\S.*)$"
)
TERM = re.compile(r"\s*(?P<term>\S.{0,500}?|)(?P<marks>:{2,4}|;;)(?:\s+(?P<text>\S.*))?$")
RULE = re.compile(r"(?:'{3,}|-{3}|\*{3}|- - -|\* \* \*)$")


def level_by_underline(text: str, line: str) -> int:
    """The level of a title with a line under it, from 1; 0 for what is none."""
    level = UNDERLINES.get(line[:1], 0)
    if not level or len(line) < 3 or line.strip(line[0]) or abs(len(text) - len(line)) > 2:
        return 0
    return level if re.match(r"\w", text) and not ITEM.match(text) else 0


def is_over(text: str) -> bool:
    """Whether a line says something of the block that follows it."""
    return bool(ATTRIBUTES.match(text) and not text.startswith("[[")) or text == "+"


def is_apart(text: str) -> bool:
    """Whether a line begins what no item or description goes on with."""
    return bool(DELIMITER.match(text) or SECTION.match(text) or ATTRIBUTES.match(text) or text == "+")
