"""The section tree as a list: which sections show, how deep they stand, and what is folded away."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from reader.model import Document, Pos, Range, Section
from reader.model.section_tree import parents_of, title_starts
from reader.view.file_hits import folder_of
from reader.view.filtering import words_of
from reader.view.list_model import Item, KeyedItems
from reader.view.styled import StyledText, TextRole, isolated, quoted
from reader.view.titles import titles_of

if TYPE_CHECKING:
    from array import array

_ITEMS_KEPT = 256
"""Lines that stay made: more than a screen shows."""


class Outline(KeyedItems):
    """The tree's lines, one a visible section, each made when it is shown; a section's key is where its title starts.

    Sections that are still to come follow, muted, and lead nowhere.

    Args:
        document: The document.
        folded: Sections that are folded away.
    """

    def __init__(self, document: Document, folded: frozenset[Pos]) -> None:
        self._document = document
        self._folded = folded
        self._parents = parents_of(document.root)
        self._runs: list[range] = []
        """The numbers of the sections that are seen."""
        at = 0
        for number in sorted(number for key in folded for number in [_number_of(document, key)] if number is not None):
            if number >= at:
                self._runs.append(range(at, number + 1))
                at = bisect_left(title_starts(document.root), document.sections[number].range.end, number + 1)
        self._runs.append(range(at, len(document.sections)))
        self._starts = [0, *accumulate(map(len, self._runs))]
        self._item = lru_cache(_ITEMS_KEPT)(self._made)

    def __len__(self) -> int:
        return self._starts[-1] + len(self._document.awaited)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        """A line, or some of them."""
        numbers = range(len(self))[index]
        return self._item(numbers) if isinstance(numbers, int) else [self._item(number) for number in numbers]

    def index_of(self, key: object) -> int | None:
        """The line of a section; None where it is not seen."""
        number = _number_of(self._document, key)
        if number is not None:
            for start, run in zip(self._starts, self._runs, strict=False):
                if number in run:
                    return start + number - run.start
        return None

    def _made(self, index: int) -> Item:
        if index >= self._starts[-1]:
            number = index - self._starts[-1]
            section = self._document.awaited[number]
            return Item(
                isolated(section.title, TextRole.MUTED), None, ("awaited", number), " " * 2 * (section.level - 1)
            )
        run = bisect_right(self._starts, index) - 1
        return self._of_section(self._runs[run][index - self._starts[run]])

    def _of_section(self, number: int) -> Item:
        document = self._document
        section, parent = document.sections[number], self._parents[number]
        nested = parent >= 0
        lead = ("└" if self._is_last(number) else "├") if nested else ""
        while parent >= 0 and self._parents[parent] >= 0:
            lead = ("  " if self._is_last(parent) else "│ ") + lead
            parent = self._parents[parent]
        key = section.title.start
        sign = (
            "▸ "
            if key in self._folded
            else "▾ "
            if number in self._parents[number + 1 : number + 2]
            else " "
            if nested
            else ""
        )
        look = () if nested else (TextRole.HEADING,)
        return Item(quoted(document, section.title, *look), section.title, key, f"{lead}{sign}")

    def _is_last(self, number: int) -> bool:
        """Whether no sister follows: then it ends where the section does that it stands in."""
        parent, sections = self._parents[number], self._document.sections
        around = sections[parent] if parent >= 0 else self._document.root
        return around.range.end == sections[number].range.end


@lru_cache(maxsize=2)
def outline_items(document: Document, folded: frozenset[Pos]) -> Outline:
    """The tree's lines; the latest are kept: they are made in the thread that the document arrives in."""
    return Outline(document, folded)


def _number_of(document: Document, key: object) -> int | None:
    """The number of the section whose title starts somewhere."""
    if not isinstance(key, int):
        return None
    titles = title_starts(document.root)
    number = bisect_left(titles, key)
    if number < len(titles) and titles[number] == key:
        return number
    # The contents of a book may name its places in another order.
    return titles.index(key) if key in titles else None


class MatchingSections(KeyedItems):
    """The sections that a filter leaves, one below the other; their lines are made when they are shown.

    Files of a folder have the folder they stand in beside them.

    Args:
        document: The document.
        numbers: Which sections.
    """

    def __init__(self, document: Document, numbers: "array[int]") -> None:
        self._document = document
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        """A line, or some of them."""
        numbers = self._numbers[index]
        return self._made(numbers) if isinstance(numbers, int) else [self._made(number) for number in numbers]

    def index_of(self, key: object) -> int | None:
        """The line of a section; None where it is filtered out."""
        number = _number_of(self._document, key)
        at = len(self) if number is None else bisect_left(self._numbers, number)
        return at if at < len(self) and self._numbers[at] == number else None

    def _made(self, number: int) -> Item:
        document = self._document
        title = document.sections[number].title
        return Item(quoted(document, title), title, title.start, trail=_folder(document, title))


@lru_cache(maxsize=64)
def matching_items(document: Document, query: str) -> MatchingSections:
    """The sections with every word of a query in their titles, as a search folds them."""
    return MatchingSections(document, titles_of(document).matching(words_of(query)))


def _folder(document: Document, title: Range) -> StyledText:
    folder = folder_of(document, title) if document.is_folder else ""
    return isolated(folder, TextRole.MUTED) if folder else StyledText()


def visible_section(document: Document, pos: Pos, folded: frozenset[Pos]) -> Section | None:
    """The section a tree's cursor stands on for a position: the innermost one that is not folded away."""
    found = None
    for section in document.sections_at(pos):
        found = section
        if section.title.start in folded:
            break
    return found
