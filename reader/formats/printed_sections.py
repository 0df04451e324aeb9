"""Sections of what commands print: man pages, logs, diffs.

Units: code points of the text. A section's title is a line of the text, which stays where it is.

* *Man pages* begin with their name at both sides, ``LS(1)   User Commands   LS(1)``: a line at the left edge that is
  bold, or without bold anywhere all in capitals, begins a section, and one set in a little a part of it.
* *Logs and diffs*: a commit is a section, a file that is changed a section or, in a commit, a part of one.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from reader.model import Section
from reader.model.section_tree import SectionTree
from reader.named_tuples import NamedTuple

_MAN = re.compile(r"\s*(?P<name>\S+\([0-9][\w+]*\)).*?(?P=name)\s*\Z")
_MAN_TITLE = re.compile(r"^( {0,4})(?! )(\S[^\n]{0,99})$", re.MULTILINE)
_COMMIT = re.compile(r"^(?:[*|\\/ ]+ )?commit [0-9a-f]{7,64}\b.*$", re.MULTILINE)
_FILE = re.compile(r"^diff (?:--git|--cc|--combined|-[\w-]+) .+$", re.MULTILINE)

_LOOKED_AT = 400


class HeadingLine(NamedTuple):
    """A line that begins a section, and how deep it lies."""

    start: int
    end: int
    level: int


def printed_sections(text: str, is_bold: Callable[[int, int], bool]) -> tuple[str, Section]:
    """The title a text gives itself, and the root of its sections.

    Args:
        text: What was printed.
        is_bold: Whether all of a stretch is bold.
    """
    title = _man_name(text)
    headings = list(_of_man_page(text, is_bold)) if title else headings_of_log(text)
    return title, tree_of_printed(headings, len(text))


def _man_name(text: str) -> str:
    """The name a man page has at both sides of its first line; "" where it is none."""
    first = text[:_LOOKED_AT].lstrip("\n").partition("\n")[0]
    found = _MAN.match(first)
    return found["name"] if found else ""


def _of_man_page(text: str, is_bold: Callable[[int, int], bool]) -> Iterator[HeadingLine]:
    found = [match for match in _MAN_TITLE.finditer(text) if not _MAN.match(match[0])]
    bold = [match for match in found if is_bold(match.start(2), match.end(2))]
    for match in bold or [match for match in found if not match[1] and match[2].isupper()]:
        yield HeadingLine(match.start(2), match.end(2), 2 if match[1] else 1)


def headings_of_log(text: str, start: int = 0) -> list[HeadingLine]:
    """The commits of a log, and below them the files; the text begins at a place of the whole one."""
    found = [(*match.span(), 1) for match in _COMMIT.finditer(text)]
    found += [(*match.span(), 2) for match in _FILE.finditer(text)]
    return [HeadingLine(start + first, start + end, level) for first, end, level in sorted(found)]


def tree_of_printed(headings: Sequence[HeadingLine], length: int) -> Section:
    """Headings of two levels and what they govern; where all are of the second, there is but one."""
    if all(heading.level == 2 for heading in headings):
        headings = [heading._replace(level=1) for heading in headings]
    return SectionTree(headings, length).root
