"""A book's own contents, and the headings of its chapters set by them.

The contents (EPUB 3 navigation, NCX) name places in the chapters and nest; headings inside chapters do not know of
that. An entry's heading is found where it leads to: a heading there, or a paragraph that says the same words, or, where
there is neither, one is made of the entry's title. It has the entry's level, and headings that no entry names stand
below the last one that an entry does.
"""

from collections.abc import Sequence

from reader.formats.drafts import Draft, Marked
from reader.model import BlockKind, Mark
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.values import dataclass

MOST_ENTRIES = 50_000
DEEPEST = 12

NEAR = 4
"""Blocks after an entry's place among which its heading is looked for: pictures and numbers often stand before it."""

_WORDS = lazy_pattern(r"\W+")


class ContentsEntry(NamedTuple):
    """A line of the contents: its title, its level from 1, and the name of the place it leads to."""

    title: str
    level: int
    place: str


@dataclass(slots=True)
class Headings:
    """Sets headings by a book's contents, chapter by chapter.

    Attributes:
        level: The level of the last entry that has come; 0 before the first.
        base: The depth its heading had in the chapter; 0 for one that was made.
    """

    level: int = 0
    base: int = 0

    def set_by(self, drafts: list[Draft], entries: Sequence[ContentsEntry]) -> list[Draft]:
        """The blocks of a chapter, with its headings as the contents have them.

        Args:
            drafts: The blocks; changed in place.
            entries: The entries that lead into the chapter, in order.
        """
        named, led_from = _assigned(drafts, entries)
        leading = {before for index, first in led_from.items() for before in range(first, index)}
        revised: list[Draft] = []
        for index, draft in enumerate(drafts):
            for entry, found in named.get(index, ()):
                if found is None:
                    revised.append(_made(entry, draft))
                    self.level, self.base = entry.level, 0
            kept = next((entry for entry, found in named.get(index, ()) if found is draft), None)
            if kept:
                self.level, self.base = kept.level, draft.depth or 1
                draft.kind, draft.depth = BlockKind.HEADING, min(DEEPEST, kept.level)
                draft.leads = index - led_from.get(index, index)
            elif index in leading:
                if draft.kind is BlockKind.HEADING:  # a number over the title: not a section of its own
                    draft.kind, draft.depth = BlockKind.PARAGRAPH, 0
                    draft.spans.append(Marked(0, len(draft.text), Mark.STRONG, ""))
            elif draft.kind is BlockKind.HEADING and self.level:
                below = max(1, draft.depth - self.base)
                draft.depth = min(DEEPEST, self.level + below)
            revised.append(draft)
        return revised


def _assigned(
    drafts: list[Draft], entries: Sequence[ContentsEntry]
) -> tuple[dict[int, list[tuple[ContentsEntry, Draft | None]]], dict[int, int]]:
    """The entries by the block they stand at, with the block that is their heading; None where one is to be made.

    And where the section of a heading begins that stands below the place its entry leads to.
    """
    if not drafts:
        return {}, {}
    led_from: dict[int, int] = {}
    places: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        for name, _ in draft.places:
            places.setdefault(name, index)
    wanted = {_said(entry.title) for entry in entries}
    taken: set[int] = set()
    named: dict[int, list[tuple[ContentsEntry, Draft | None]]] = {}
    least = 0
    for entry in entries:
        at = max(least, places.get(entry.place, 0))
        found = _heading_near(drafts, at, entry, wanted, taken)
        index = at if found is None else found
        if found is not None:
            taken.add(found)
            if at < found and entry.place in places:
                led_from[found] = at
        named.setdefault(index, []).append((entry, None if found is None else drafts[found]))
        least = index
    return named, led_from


def _heading_near(drafts: list[Draft], at: int, entry: ContentsEntry, wanted: set[str], taken: set[int]) -> int | None:
    """The block from a place on that is an entry's heading."""
    near = [index for index in range(at, min(len(drafts), at + NEAR)) if index not in taken]
    title = _said(entry.title)
    for said in (_said, _unnumbered):
        for index in near:
            if said(drafts[index].text) == said(title) and drafts[index].table is None:
                return index
    for count in (2, 3):  # the number and the title, each on a line of its own
        if len(near) >= count and title == _said(" ".join(drafts[index].text for index in near[:count])):
            return near[count - 1]
    for index in near:
        draft = drafts[index]
        if draft.kind is BlockKind.HEADING:
            # Another entry's heading is left for it; any other one is what stands over the place.
            return None if _said(draft.text) in wanted else index
    return None


def _made(entry: ContentsEntry, before: Draft) -> Draft:
    """A heading of an entry, before the block it leads to, which gives up its places to it."""
    made = Draft(BlockKind.HEADING, min(DEEPEST, entry.level), language=before.language, source=before.source)
    made.text = entry.title
    made.places = [(name, 0) for name, offset in before.places if not offset]
    before.places = [(name, offset) for name, offset in before.places if offset]
    return made


def _said(text: str) -> str:
    """Words without what is between them and without case, for comparing."""
    return " ".join(_WORDS.split(text.casefold())).strip()


def _unnumbered(text: str) -> str:
    """The same without the numbers it begins with."""
    words = _said(text).split(" ")
    while len(words) > 1 and words[0].isdecimal():
        del words[0]
    return " ".join(words)
