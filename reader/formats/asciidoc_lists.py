"""Lists of AsciiDoc: of items, by their marks, and of terms with what is said of them."""

import re
from html import escape
from typing import Protocol

from reader.formats.asciidoc_lines import LineCursor
from reader.formats.asciidoc_said import BlockSaid
from reader.formats.asciidoc_shapes import ATTRIBUTES, DELIMITER, ITEM, RULE, TERM, TITLE, is_apart

DEEPEST = 12
"""Lists in a list, and blocks in blocks, that are read as such; what stands deeper is shown as it stands."""

_CHECKED = re.compile(r"\[([ xX*])\]\s+")


class ContentReader(Protocol):
    """The reader of what stands in an item besides its own lines."""

    def html(self, text: str) -> str:
        """Running text."""

    def block(self) -> str:
        """The next block, with what stands over it."""

    def paragraph(self, said: BlockSaid) -> str:
        """The next paragraph."""


class ListReader:
    """The lists that stand where a cursor comes to.

    Args:
        cursor: The lines.
        content: Reads what stands in their items.
    """

    def __init__(self, cursor: LineCursor, content: ContentReader) -> None:
        self._cursor, self._content = cursor, content
        self._joins = 0

    def items(self, said: BlockSaid) -> str:
        """A list with those in it, by their marks."""
        page: list[str] = []
        opened: list[tuple[str, str]] = []
        start = said.named.get("start", "")
        while not self._cursor.ended and (found := ITEM.match(self._cursor.text)):
            mark = _mark_of(found)
            if mark in [each for each, _ in opened]:
                while opened[-1][0] != mark:
                    page.append(f"</li></{opened.pop()[1]}>")
                page.append("</li>")
            elif len(opened) < DEEPEST:
                element = "ul" if found["bullet"] else "ol"
                page.append(f"<{element}{_numbering(found, said, len(opened))}{_start(found, start)}>")
                start = ""
                opened.append((mark, element))
            else:
                page.append("</li>")
            line = self._cursor.take().number
            page.append(f"<li data-line={line}>{self._item(found['text'], is_bullet=bool(found['bullet']))}")
            if not self._goes_on():
                break
        page.extend(f"</li></{element}>" for _, element in reversed(opened))
        return "".join(page)

    def _goes_on(self) -> bool:
        """Whether an item follows, perhaps after empty lines or what is said of a list in it."""
        lines, at = self._cursor.lines, self._cursor.at
        while at < len(lines) and (not lines[at].text or ATTRIBUTES.match(lines[at].text)):
            at += 1
        if at < len(lines) and ITEM.match(lines[at].text) and not RULE.match(lines[at].text):
            self._cursor.at = at
            return True
        return False

    def _item(self, text: str, *, is_bullet: bool = False) -> str:
        """The content of an item: its text, and the blocks that are joined to it."""
        box = _CHECKED.match(text) if is_bullet else None
        mark = ("☐ " if box[1] == " " else "☑ ") if box else ""
        taken = [text[box.end() :] if box else text]
        while not self._cursor.ended and self._cursor.text and not self._ends_item():
            line = self._cursor.take().text
            if not line.startswith("//"):
                taken.append(line.strip())
        pieces = [mark + self._content.html("\n".join(taken))]
        while True:
            at, text = self._cursor.behind_blanks()
            if text == "+":
                self._cursor.at = at + 1
                pieces.append(self._joined())
            elif (
                at > self._cursor.at and text.startswith((" ", "\t")) and not ITEM.match(text) and not TERM.match(text)
            ):
                self._cursor.at = at
                pieces.append(self._content.paragraph(BlockSaid()))
            else:
                return "".join(pieces)

    def _joined(self) -> str:
        """The block that a plus sign joins to an item; one that stands too deep is a line."""
        if self._cursor.ended:
            return ""
        if self._joins >= DEEPEST:
            return f"<p>{escape(self._cursor.take().text)}</p>"
        self._joins += 1
        page = self._content.block()
        self._joins -= 1
        return page

    def _ends_item(self) -> bool:
        text = self._cursor.text
        return bool(
            text == "+"
            or ITEM.match(text)
            or DELIMITER.match(text)
            or ATTRIBUTES.match(text)
            or TITLE.match(text)
            or ((found := TERM.match(text)) and found["term"])
        )

    def terms(self) -> str:
        """A list of terms with what is said of them, and those in it."""
        page: list[str] = []
        opened: list[str] = []
        while not self._cursor.ended and (found := TERM.match(self._cursor.text)) and found["term"]:
            mark = found["marks"]
            if mark in opened:
                while opened[-1] != mark:
                    page.append("</dd></dl>")
                    opened.pop()
            elif len(opened) < DEEPEST:
                page.append("<dl>")
                opened.append(mark)
            line = self._cursor.take().number
            term = self._content.html(found["term"])
            page.append(f"<dt data-line={line}>{term}</dt><dd>{self._described(found['text'])}")
            at, text = self._cursor.behind_blanks()
            following = TERM.match(text)
            if not following or not following["term"]:
                break
            self._cursor.at = at
        page.extend("</dd></dl>" for _ in opened)
        return "".join(page)

    def _described(self, text: str | None) -> str:
        """The description of a term, behind it or on the lines after it; a list there is a part of it."""
        at, following = self._cursor.behind_blanks()
        if text:
            page = self._item(text)
        elif not following or ((term := TERM.match(following)) and term["term"]) or is_apart(following):
            page = self._item("") if following == "+" else ""
        elif ITEM.match(following):
            self._cursor.at = at
            return self.items(BlockSaid())
        else:
            self._cursor.at = at
            page = self._item(self._cursor.take().text.strip())
        after, following = self._cursor.behind_blanks()
        if ITEM.match(following):
            self._cursor.at = after
            page += self.items(BlockSaid())
        return page


def _mark_of(found: "re.Match[str]") -> str:
    """The sign that tells a list from those around it."""
    if found["number"]:
        number = found["number"]
        return "1." if number[0].isdigit() else "a." if number[-1] == "." and number[0].islower() else f"A{number[-1]}"
    return found["bullet"] or found["dots"] or "<>"


def _numbering(found: "re.Match[str]", said: BlockSaid, depth: int) -> str:
    if found["bullet"]:
        return ""
    styles = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I", "arabic": "1", "decimal": "1"}
    number = found["number"] or ""
    kind = styles.get(said.style, "") if not depth else ""
    if not kind and number and not number[0].isdigit():
        kind = ("i" if number[0].islower() else "I") if number[-1] == ")" else ("a" if number[0].islower() else "A")
    if not kind and found["dots"]:
        kind = "1aiAI"[min(len(found["dots"]) - 1, 4)]
    reverse = " reversed" if "reversed" in said.options else ""
    return f"{f' type={kind}' if kind and kind != '1' else ''}{reverse}"


def _start(found: "re.Match[str]", said: str) -> str:
    number = said or (found["number"] or "").rstrip(".")
    return f" start={number}" if number.isdecimal() and number != "1" and len(number) < 8 else ""
