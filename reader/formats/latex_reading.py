"""The pass over a LaTeX document: what is open stands on a stack, and arguments are found by their braces.

What commands and environments mean is said elsewhere (:mod:`reader.formats.latex_commands`,
:mod:`reader.formats.latex_environments`).
"""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import TYPE_CHECKING

from reader.formats.latex_arguments import JOIN, LONGEST_OPTION, pairs_of
from reader.formats.latex_counts import Counts
from reader.formats.latex_front import NOWHERE, Front
from reader.formats.latex_macros import Aside
from reader.formats.latex_page import LatexPage
from reader.formats.latex_words import PRINTED, TABLES
from reader.named_tuples import NamedTuple

if TYPE_CHECKING:
    from reader.formats.latex_table import Tabular

_BLANK = "[ \t\x01]*"
_TOKEN = re.compile(
    rf"\\(?:(?P<word>[A-Za-z@]+\*?){_BLANK}(?:\n(?!{_BLANK}\n){_BLANK})?|(?P<sign>[^A-Za-z@]))"
    rf"|(?P<open>\{{)|(?P<close>\}})|(?P<math>\$\$?)|(?P<par>[\n\x01]{_BLANK}\n[\s\x01]*)|(?P<cell>&)|(?P<tie>~)"
    rf"|(?P<ligature>---?|``|''|,,|<<|>>|[?!]`|`|')|(?P<aside>\x02[0-9]+\x03)"
)
_LIGATURES = {
    "--": "–", "---": "—", "``": "“", "''": "”", ",,": "„", "<<": "«", ">>": "»", "?`": "¿", "!`": "¡", "`": "‘",
    "'": "’",
}  # fmt: skip
_SPACE = re.compile(rf"{_BLANK}(?:\n(?!{_BLANK}\n){_BLANK})?")
_PARAGRAPH = re.compile(rf"[\n\x01]{_BLANK}\n")
_TAG = re.compile(r"<br>|<[^<>]*>")
_DEEPEST = 8
"""Arguments in arguments that are read out of their order."""


class Open(NamedTuple):
    """Something open: a brace or an environment's name; the looks before it, and what to do at its end."""

    what: str
    looks: int
    done: Callable[[], None] | None = None


class LatexReading:
    """A pass over a source that was made plain.

    Args:
        text: The source.
        asides: What was set aside of it.
        front: What it says of itself.
        take: Takes a command, a sign, a cell's end, a formula or what was set aside; where to read on.
    """

    def __init__(self, text: str, asides: list[Aside], front: Front, take: "Take") -> None:
        self.text, self.asides, self.front = text, asides, front
        self.pairs = pairs_of(text)
        self._take = take
        self.out = LatexPage()
        self.counts = Counts(text, front)
        self.opened: list[Open] = []
        self.tables: list[Tabular] = []
        self.lists: list[str] = []
        self.notes: list[str] = []
        self.columns = 1
        self.nested = 0
        self.counted = 0
        self.endless: set[str] = set()
        self._paragraph_end = -1
        self.shift = 0 if front.title else 1
        self.is_titled = False
        self.is_aside = False
        self.words = PRINTED.get(front.language[:2], PRINTED["en"])
        self.title = self.words_of(front.title)
        self.authors = [self.words_of(author).split("\n")[0].strip(" ,") for author in front.authors]
        self.date = self.words_of(front.date)

    def page(self) -> str:
        """The page, with its notes at its end."""
        start, end = self.front.body
        self.read(start, end)
        while self.opened:
            self.close(self.opened.pop())
        page = self.counts.resolved(self.out.whole() + "".join(self.notes))
        if self.front.title and not self.is_titled:
            page = self.titles() + page
        return page

    def read(self, start: int, end: int) -> None:
        """Everything between two places."""
        at = start
        bottom = len(self.opened)
        while at < end:
            found = _TOKEN.search(self.text, at, end)
            begins = found.start() if found else end
            self.plain(at, begins)
            if found is None:
                return
            at = self.token(found, bottom)

    def plain(self, start: int, end: int) -> None:
        """Plain text between two places."""
        if start < end:
            text = self.text[start:end]
            self.line_at(start)
            self.out.text(text.replace(JOIN, ""))

    def close(self, opened: Open) -> None:
        """Close what was open."""
        self.out.end_looks(opened.looks)
        if opened.done:
            opened.done()

    def close_until(self, what: str, bottom: int = 0) -> None:
        """Close all that is open inside the latest thing of a name, and that; nothing where there is none."""
        depth = len(self.opened) - 1
        while depth >= bottom and self.opened[depth].what != what:
            if what == "{":
                return  # a brace does not end an environment
            depth -= 1
        while depth >= bottom and len(self.opened) > depth:
            self.close(self.opened.pop())

    def after_space(self, at: int) -> int:
        """Where the white space at a place ends."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def group(self, at: int) -> tuple[int, int, int]:
        """Where the next argument begins and ends, and what comes after it; an empty one where there is none."""
        at = self.after_space(at)
        end = self.pairs.get(at)
        if end is not None and self.text[at] == "{":
            return at + 1, end, end + 1
        found = _TOKEN.match(self.text, at)
        if found and found.lastgroup in ("word", "sign", "tie"):
            return at, found.end(), found.end()
        one = at + 1 if self.text[at : at + 1] not in ("{", "}", "&", "$", "") and not found else at
        return at, one, one

    def end_of(self, ends: str, at: int, limit: int) -> int:
        """Where something ends before a limit; -1 where it does not. What ends nowhere is looked for but once."""
        if ends in self.endless:
            return -1
        end = self.text.find(ends, at, limit)
        if end < 0 and limit == len(self.text):
            self.endless.add(ends)
        return end

    def paragraph_end(self, at: int) -> int:
        """Where the paragraph that a place is in ends."""
        if self._paragraph_end < at:
            found = _PARAGRAPH.search(self.text, at)
            self._paragraph_end = found.start() if found else len(self.text)
        return self._paragraph_end

    def said(self, at: int) -> tuple[str, int]:
        """The next argument as it stands, and what comes after it."""
        start, end, after = self.group(at)
        return self.text[start:end].replace(JOIN, "").strip(), after

    def option(self, at: int) -> tuple[tuple[int, int] | None, int]:
        """Where the optional argument that comes next stands, and what comes after it."""
        start = self.after_space(at)
        end = self.pairs.get(start)
        if end is None or self.text[start] != "[" or end - start > LONGEST_OPTION:
            return None, at
        return (start + 1, end), end + 1

    def skip(self, at: int, count: int, *, options: bool = True) -> int:
        """The place after so many arguments that are no text, and the optional ones between them."""
        for _ in range(count):
            at = self.option(at)[1] if options else at
            start = self.after_space(at)
            if self.text[start : start + 1] not in ("{", "\\"):
                break
            at = self.group(at)[2]
        return self.option(at)[1] if options and self.text.startswith("[", at) else at

    def html(self, start: int, end: int) -> str:
        """The text between two places, as a line of HTML."""
        if self.nested >= _DEEPEST:
            return escape(self.text[start:end])
        self.nested += 1
        depth = len(self.opened)
        self.out.hold(flows=False)
        self.read(start, end)
        while len(self.opened) > depth:
            self.close(self.opened.pop())
        self.nested -= 1
        return self.out.held()

    def words_of(self, place: tuple[int, int]) -> str:
        """The text between two places, in words alone."""
        self.is_aside = True
        html = self.html(*place) if place != NOWHERE else ""
        self.is_aside = False
        return words_in(html)

    def begin(self, at: int, begin: Callable[[], None], done: Callable[[], None] | None = None) -> int:
        """Begin something whose text is the next argument."""
        at = self.after_space(at)
        looks = self.out.looks
        begin()
        if at in self.pairs and self.text[at] == "{":
            self.opened.append(Open("{", looks, done))
            return at + 1
        start, end, after = self.group(at)
        if end > start and self.nested < _DEEPEST:
            self.nested += 1
            self.read(start, end)
            self.nested -= 1
        self.out.end_looks(looks)
        if done:
            done()
        return after

    def line_at(self, at: int) -> int:
        """The line of the source that a place is in."""
        self.out.line += self.text.count("\n", self.counted, at) + self.text.count(JOIN, self.counted, at)
        self.counted = max(at, self.counted)
        return self.out.line

    def is_in_table(self) -> bool:
        """Whether a cell is open, with nothing but braces around what is read."""
        for opened in reversed(self.opened):
            if opened.what.removesuffix("*") in TABLES:
                return True
            if opened.what not in ("{", "["):
                return False
        return False

    def enter(self, name: str, done: Callable[[], None]) -> None:
        """An environment is open, whose end does something."""
        attributes = self.out.attributes

        def ended() -> None:
            self.out.end_paragraph()
            self.out.attributes = attributes
            done()

        self.opened.append(Open(name, self.out.looks, ended))

    def titles(self) -> str:
        """The title, with who and when."""
        front = self.front
        page = [f"<h1>{self.html(*front.title)}</h1>"]
        page += [
            f"<p>{self.html(*place)}</p>" for place in (front.subtitle, *front.authors, front.date) if place != NOWHERE
        ]
        return "\n".join(page) + "\n"

    def token(self, found: "re.Match[str]", bottom: int) -> int:
        """Take a token; where to read on."""
        kind = found.lastgroup
        if kind == "open":
            self.opened.append(Open("{", self.out.looks))
        elif kind == "close":
            self.close_until("{", bottom)
        elif kind == "par":
            self.out.end_paragraph()
        elif kind == "tie":
            self.out.text("\u00a0")
        elif kind == "ligature":
            self.out.text(_LIGATURES[found[0]])
        else:
            return self._take(self, found, bottom)
        return found.end()


Take = Callable[[LatexReading, "re.Match[str]", int], int]


def words_in(html: str) -> str:
    """The words of a line of HTML, a line end where one is."""
    return unescape(_TAG.sub(lambda found: "\n" if found[0] == "<br>" else "", html)).strip()


def line_of(html: str) -> str:
    """The same in one line."""
    return " ".join(words_in(html).split())
