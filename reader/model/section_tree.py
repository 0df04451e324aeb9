"""The section tree: its sections as values, made when something looks at them of numbers in arrays.

A long text may have hundreds of thousands of sections: each takes some forty bytes. A format may as well give values
that it made itself.

Units: code points.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import overload

from reader.model.blocks import Block, BlockKind
from reader.model.positions import Pos, Range, range_of
from reader.values import dataclass

_NONE: Mapping[int, int] = {}
_ROOT = -1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it governs, up to the next heading of the same or a higher rank.

    The root has level 0, an empty title and the whole document as its range.
    """

    title: Range
    range: Range
    level: int
    children: "Sequence[Section]" = ()

    def __hash__(self) -> int:
        return hash((self.title, self.range, self.level))

    def descendants(self) -> "Iterator[Section]":
        """Every section below this one, in document order."""
        stack = list(reversed(self.children))
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))


class _Sections(Sequence[Section]):
    """Sections made when something looks at them; equal to any others that are equal one by one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Section.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(len(self))


class SectionTree(_Sections):
    """All sections of a text but the root, in document order, numbered from 0.

    Args:
        headings: Start, end and rank of each heading, in document order.
        length: The text's length.
        begins: Where the sections of some headings begin that stand below what belongs to them, as a chapter's number,
            by where the headings do.
    """

    def __init__(
        self, headings: Iterable[tuple[int, int, int]], length: int, begins: Mapping[int, int] = _NONE
    ) -> None:
        self._length = length
        self._titles, self._title_ends = array("Q"), array("Q")
        self._starts, self._ends = array("Q") if begins else self._titles, array("Q")
        self._levels = array("L")
        self._parents = array("l")
        """The number of the section that each one stands in."""
        waiting: list[int] = []  # sections that have not come to their end
        for number, (title, title_end, level) in enumerate(headings):
            start = begins.get(title, title)
            while waiting and self._levels[waiting[-1]] >= level:
                self._ends[waiting.pop()] = start
            self._titles.append(title)
            self._title_ends.append(title_end)
            if begins:
                self._starts.append(start)
            self._ends.append(length)
            self._levels.append(level)
            self._parents.append(waiting[-1] if waiting else _ROOT)
            waiting.append(number)

    @property
    def root(self) -> Section:
        """The section they stand in."""
        return Section(range_of(0, 0), range_of(0, self._length), 0, _Children(self, _ROOT))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Section: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Section, ...]: ...

    def __getitem__(self, index: int | slice) -> Section | tuple[Section, ...]:
        """One of them, or some."""
        numbers = range(len(self))[index]
        return self._section(numbers) if isinstance(numbers, int) else tuple(map(self._section, numbers))

    def _section(self, number: int) -> Section:
        title = range_of(self._titles[number], self._title_ends[number])
        part = range_of(self._starts[number], self._ends[number])
        return Section(title, part, self._levels[number], _Children(self, number))

    def around(self, pos: Pos) -> tuple[Section, ...]:
        """The sections that hold a position, outermost first."""
        path: list[int] = []
        first, behind = self.inside(_ROOT)
        while first < behind:
            at = bisect_right(self.by_parent, int(pos), first, behind, key=self._starts.__getitem__) - 1
            if at < first or pos >= self._ends[self.by_parent[at]]:
                break
            path.append(self.by_parent[at])
            first, behind = self.inside(path[-1])
        return tuple(map(self._section, path))

    def inside(self, parent: int) -> tuple[int, int]:
        """The first of the sections that stand in one, and behind the last one, as they are :attr:`by_parent`."""
        first = parent + 1  # what stands in a section follows it
        if first >= len(self) or self._parents[first] != parent:
            return 0, 0
        begin = bisect_left(self.by_parent, parent, key=self._parents.__getitem__)
        return begin, bisect_right(self.by_parent, parent, begin, key=self._parents.__getitem__)

    @cached_property
    def by_parent(self) -> "array[int]":
        """The numbers of all of them, those that stand in one together, in document order."""
        return array("L", sorted(range(len(self)), key=self._parents.__getitem__))

    @property
    def parents(self) -> Sequence[int]:
        """The number of the section that each one stands in; -1 for none."""
        return self._parents

    @property
    def titles(self) -> Sequence[int]:
        """Where each one's title starts."""
        return self._titles


class _Children(_Sections):
    """The sections that stand in one, and in none inside it."""

    __slots__ = ("_first", "_parent", "_size", "tree")

    def __init__(self, tree: SectionTree, parent: int) -> None:
        self.tree = tree
        self._parent = parent
        self._size = -1  # not known

    def __len__(self) -> int:
        if self._size < 0:
            self._first, behind = self.tree.inside(self._parent)
            self._size = behind - self._first
        return self._size

    @overload
    def __getitem__(self, index: int) -> Section: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Section, ...]: ...

    def __getitem__(self, index: int | slice) -> Section | tuple[Section, ...]:
        """One of them, or some."""
        places = range(len(self))[index]
        if isinstance(places, int):
            return self.tree[self.tree.by_parent[self._first + places]]
        return tuple(self.tree[self.tree.by_parent[self._first + place]] for place in places)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _Children) and self.tree is other.tree and self._parent == other._parent:
            return True
        return super().__eq__(other)

    def __hash__(self) -> int:
        return super().__hash__()


def section_tree(blocks: Iterable[Block], length: int, begins: Mapping[int, int] = _NONE) -> Section:
    """The root section of a document of some length: every heading's rank is its block's depth."""
    headings = ((*block.range, block.depth) for block in blocks if block.kind is BlockKind.HEADING)
    return SectionTree(headings, length, begins).root


def sections_below(root: Section) -> Sequence[Section]:
    """Every section but the root, in document order."""
    children = root.children
    return children.tree if isinstance(children, _Children) else tuple(root.descendants())


def sections_around(root: Section, pos: Pos) -> tuple[Section, ...]:
    """The sections that hold a position, outermost first."""
    if isinstance(root.children, _Children):
        return root.children.tree.around(pos)
    path: list[Section] = []
    children = root.children
    while True:
        at = bisect_right(children, pos, key=_start_of) - 1
        if at < 0 or pos >= children[at].range.end:
            return tuple(path)
        path.append(children[at])
        children = children[at].children


def title_starts(root: Section) -> Sequence[int]:
    """Where the titles of all sections but the root start, in document order."""
    if isinstance(root.children, _Children):
        return root.children.tree.titles
    return _titles_of(root)


@lru_cache(maxsize=4)
def _titles_of(root: Section) -> tuple[int, ...]:
    return tuple(section.title.start for section in root.descendants())


def parents_of(root: Section) -> Sequence[int]:
    """The number of the section that each one stands in, in document order; -1 for none."""
    if isinstance(root.children, _Children):
        return root.children.tree.parents
    parents: list[int] = []
    waiting = [(section, _ROOT) for section in reversed(root.children)]
    while waiting:
        section, parent = waiting.pop()
        number = len(parents)
        parents.append(parent)
        waiting += [(child, number) for child in reversed(section.children)]
    return parents


def _start_of(section: Section) -> Pos:
    return section.range.start
