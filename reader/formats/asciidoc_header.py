"""The head of an AsciiDoc document: its title, who wrote it, which revision it is."""

import re

from reader.formats.asciidoc_lines import NumberedLine, entry_of, put_in, set_by
from reader.formats.asciidoc_shapes import SECTION, level_by_underline
from reader.formats.asciidoc_text import Texts

_AUTHOR = re.compile(r"(?P<name>[^<>:;\[\]|]{1,100}?)(?:\s+<(?P<mail>[^<>]{1,200})>)?\s*$")


class DocumentHeader:
    """The head of a document: its title, who wrote it, which revision it is."""

    def __init__(self) -> None:
        self.title = self.revision = ""
        self.authors: list[str] = []

    def without(self, lines: list[NumberedLine], texts: Texts) -> list[NumberedLine]:
        """The lines after the header, whose attributes are set."""
        at = 0
        while at < len(lines) and self._is_before(lines[at].text):
            if entry := entry_of(lines[at].text):
                set_by(entry, texts.attributes)
            at += 1
        if at >= len(lines):
            return []
        found = SECTION.match(lines[at].text)
        if found and len(found["marks"]) == 1:
            self.title, at = found["title"], at + 1
        elif at + 1 < len(lines) and level_by_underline(lines[at].text, lines[at + 1].text) == 1:
            self.title, at = lines[at].text, at + 2
        else:
            return lines[at:]
        number = 0
        while at < len(lines) and lines[at].text:
            text = lines[at].text
            if entry := entry_of(text):
                set_by(entry, texts.attributes)
            elif not text.startswith("//"):
                number += 1
                if not self._take(number, put_in(text, texts.attributes), texts):
                    break
            at += 1
        self.title = put_in(self.title, texts.attributes)
        self.authors = self.authors or [name for name in (texts.attributes.get("author", ""),) if name]
        return lines[at:]

    @staticmethod
    def _is_before(text: str) -> bool:
        return not text or (text.startswith("//") and not text.startswith("////")) or bool(entry_of(text))

    def _take(self, number: int, text: str, texts: Texts) -> bool:
        """Take the line of the authors or of the revision; False for what belongs to neither."""
        if number == 1:
            found = [_AUTHOR.match(part.strip()) for part in text.split(";") if part.strip()]
            if not all(found) or len(text) > 1000:
                return False
            self.authors = [each["name"].replace("_", " ") for each in found if each]
            return True
        if number == 2 and re.match(r"v?\d|.*\d{4}", text):
            self.revision = text.partition(":")[0]
            date = re.search(r"\d{4}-\d\d-\d\d", text)
            texts.attributes.setdefault("revdate", date[0] if date else "")
            return True
        return False
