"""Sections as numbers are the same as sections as values."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Pos, Section, range_of
from reader.model.section_tree import SectionTree, parents_of, sections_around, sections_below

HEADINGS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2)), max_size=14)
"""The rank of each heading, and by how much its section begins before it."""
APART = 5


def as_values(headings: list[tuple[int, int]], length: int) -> Section:
    """The tree, made by the rule: a section ends where the next of the same or a higher rank begins."""

    def inside(numbers: range, end: int) -> tuple[Section, ...]:
        found = []
        at = numbers.start
        while at < numbers.stop:
            level, before = headings[at]
            behind = next((i for i in range(at + 1, numbers.stop) if headings[i][0] <= level), numbers.stop)
            stop = place(behind) - headings[behind][1] if behind < numbers.stop else end
            title = range_of(place(at), place(at) + 2)
            children = inside(range(at + 1, behind), stop)
            found.append(Section(title, range_of(place(at) - before, stop), level, children))
            at = behind
        return tuple(found)

    return Section(range_of(0, 0), range_of(0, length), 0, inside(range(len(headings)), length))


def place(number: int) -> int:
    return 3 + number * APART


@given(HEADINGS)
def test_the_tree_of_numbers_is_that_of_values(headings: list[tuple[int, int]]) -> None:
    length = place(len(headings)) + APART
    begins = {place(i): place(i) - before for i, (_, before) in enumerate(headings) if before}
    tree = SectionTree(((place(i), place(i) + 2, level) for i, (level, _) in enumerate(headings)), length, begins)
    values = as_values(headings, length)
    assert tree.root == values
    assert values == tree.root
    assert hash(tree.root) == hash(values)
    assert list(tree.root.descendants()) == list(values.descendants()) == list(sections_below(tree.root))
    assert sections_below(tree.root) == sections_below(values)
    assert list(parents_of(tree.root)) == list(parents_of(values))
    assert tree[-3:] == tuple(values.descendants())[-3:]
    for pos in map(Pos, range(length + 1)):
        assert sections_around(tree.root, pos) == sections_around(values, pos)


def test_other_sections_are_others() -> None:
    tree = SectionTree([(0, 1, 1), (5, 6, 2), (9, 10, 1)], 20)
    assert tree[0] != tree[2]
    assert tree.root.children == (tree[0], tree[2])
    assert tree.root != SectionTree([(0, 1, 1), (5, 6, 1), (9, 10, 1)], 20).root
    assert tree.root.children[:1] == (tree[0],)
