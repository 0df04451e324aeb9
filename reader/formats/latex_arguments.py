"""The arguments of LaTeX's commands, read from a source and from the texts that its own commands stand for.

Units: code points of the text that is read at the moment.
"""

import re

JOIN = "\x01"
"""A line end that is no space."""

_BRACKETS = re.compile(r"\\[\s\S]|[{}\[\]]|%[^\n]*")
_BLANK = re.compile(r"(?:[ \t\x01]|%[^\n]*\n)*(?:\n(?:[ \t\x01]|%[^\n]*\n)*(?!\s*\n))?")
_WORD = re.compile(r"\\(?:[A-Za-z@]+\*?|.)", re.DOTALL)

LONGEST_OPTION = 2_000
"""Code points of an optional argument."""


def pairs_of(text: str) -> dict[int, int]:
    """Where every brace and every bracket that is opened is closed; a brace closes the brackets in it."""
    pairs: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    braces = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        if sign in ("{", "["):
            opened.append((sign, found.start()))
            braces += sign == "{"
        elif sign == "]" and opened and opened[-1][0] == "[":
            pairs[opened.pop()[1]] = found.start()
        elif sign == "}" and braces:
            while opened[-1][0] == "[":
                opened.pop()
            pairs[opened.pop()[1]] = found.start()
            braces -= 1
    return pairs


class ArgumentReader:
    """A place in a source; the text of a command is read as if it stood there, and left at its end.

    Args:
        text: The source.

    Attributes:
        text: The text that is read.
        at: Where.
    """

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._pairs = pairs_of(text)
        self._outer: list[tuple[str, int, dict[int, int]]] = []

    @property
    def depth(self) -> int:
        """How many texts of commands this one stands in."""
        return len(self._outer)

    def read_in(self, text: str) -> None:
        """Go on in the text of a command."""
        self._outer.append((self.text, self.at, self._pairs))
        self.text, self.at, self._pairs = text, 0, pairs_of(text)

    def leave(self) -> bool:
        """Go on behind the command whose text has ended; False where it is the source that has."""
        if not self._outer:
            return False
        self.text, self.at, self._pairs = self._outer.pop()
        return True

    def blank(self) -> str:
        """The white space that comes next, left behind."""
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""

    def word(self) -> str:
        """The command that comes next, left behind; "" where none does."""
        found = _WORD.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""

    def is_next(self, sign: str) -> bool:
        """Whether a sign comes next, perhaps after white space."""
        blank = _BLANK.match(self.text, self.at)
        return self.text.startswith(sign, blank.end() if blank else self.at)

    def _enter(self) -> None:
        """Pass over white space; out of a command's text that has ended."""
        while True:
            self.blank()
            if self.at < len(self.text) or not self.leave():
                return

    def argument(self) -> str:
        """A group, a command, or a character."""
        self._enter()
        found = self.group()
        if found is not None:
            return found
        if word := self.word():
            return word
        self.at += 1
        return self.text[self.at - 1 : self.at]

    def group(self) -> str | None:
        """The text in the braces that come next; None where none do."""
        blank = _BLANK.match(self.text, self.at)
        start = blank.end() if blank else self.at
        end = self._pairs.get(start)
        if end is None or self.text[start] != "{":
            return None
        self.at = end + 1
        return self.text[start + 1 : end]

    def option(self) -> str | None:
        """The text in the brackets that come next; None where none do."""
        blank = _BLANK.match(self.text, self.at)
        start = blank.end() if blank else self.at
        end = self._pairs.get(start)
        if end is None or self.text[start] != "[" or end - start > LONGEST_OPTION:
            return None
        self.at = end + 1
        return self.text[start + 1 : end]

    def name(self) -> str:
        """The name that is defined, with braces around it or without."""
        found = self.group()
        if found is None:
            self._enter()
            found = self.word()
        return found.strip().removeprefix("\\")
