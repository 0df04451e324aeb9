"""The section tree as a list: which sections show, how deep they stand, and what is folded away."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from reader.model import Document, Pos, Range, Section
from reader.text.folding import folded
from reader.view.file_hits import folder_of
from reader.view.filtering import words_of
from reader.view.list_model import Item
from reader.view.styled import StyledText, TextRole, isolated, quoted


@lru_cache(maxsize=2)
def outline_items(document: Document, folded: frozenset[Pos]) -> tuple[Item, ...]:
    """The tree's lines, one a visible section; a section's key is where its title starts.

    Sections that are still to come follow, muted, and lead nowhere. The lines of the latest documents are kept: a tree
    of 100,000 sections is made in the thread that the document arrives in, and is there when it is shown.
    """
    here = _items(document, document.root.children, folded, "", nested=False)
    to_come = (
        Item(isolated(section.title, TextRole.MUTED), None, ("awaited", number), " " * 2 * (section.level - 1))
        for number, section in enumerate(document.awaited)
    )
    return (*here, *to_come)


def _items(
    document: Document, sections: tuple[Section, ...], folded: frozenset[Pos], lead: str, *, nested: bool
) -> Iterator[Item]:
    for i, section in enumerate(sections):
        last = i == len(sections) - 1
        key = section.title.start
        branch = ("└" if last else "├") if nested else ""
        sign = "▸ " if key in folded else "▾ " if section.children else " " if nested else ""
        look = () if nested else (TextRole.HEADING,)
        yield Item(quoted(document, section.title, *look), section.title, key, f"{lead}{branch}{sign}")
        if section.children and key not in folded:
            deeper = lead + (("  " if last else "│ ") if nested else "")
            yield from _items(document, section.children, folded, deeper, nested=True)


@lru_cache(maxsize=64)
def matching_items(document: Document, query: str) -> tuple[Item, ...]:
    """The sections with every word of a query in their titles, as a search folds them, one below the other.

    Files of a folder have the folder they stand in beside them.
    """
    words = words_of(query)
    return tuple(
        Item(quoted(document, section.title), section.title, section.title.start, trail=_folder(document, section))
        for section in document.sections
        if all(word in title for title in [_folded_title(document, section.title)] for word in words)
    )


def _folder(document: Document, section: Section) -> StyledText:
    folder = folder_of(document, section.title) if document.is_folder else ""
    return isolated(folder, TextRole.MUTED) if folder else StyledText()


@lru_cache(maxsize=1 << 14)
def _folded_title(document: Document, title: Range) -> str:
    return folded(document.slice(title))


def path_to(document: Document, pos: Pos) -> tuple[Section, ...]:
    """The sections around a position, outermost first."""
    path: list[Section] = []
    sections = document.root.children
    while True:
        at = bisect_right(sections, pos, key=lambda section: section.range.start) - 1
        inside = sections[at] if at >= 0 else None
        if inside is None or pos not in inside.range:
            return tuple(path)
        path.append(inside)
        sections = inside.children


def visible_section(document: Document, pos: Pos, folded: frozenset[Pos]) -> Section | None:
    """The section a tree's cursor stands on for a position: the innermost one that is not folded away."""
    found = None
    for section in path_to(document, pos):
        found = section
        if section.title.start in folded:
            break
    return found
