"""The section tree as lines."""

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.formats import parse_text
from reader.model import BlockKind, Blocks, Direction, Document, Pos, Section
from reader.model.section_tree import section_tree
from reader.text.folding import folded as folded_text
from reader.values import replace
from reader.view.filtering import words_of
from reader.view.outline import matching_items, outline_items, visible_section
from reader.view.styled import fitted
from tests.documents import document_of
from tests.samples import article, find, pos_of

ARTICLE = article()


def test_the_article_has_a_title_and_fifteen_headings() -> None:
    items = outline_items(ARTICLE, frozenset())
    assert len(items) == 16
    assert items[0].guide == "▾ "
    assert {item.guide for item in items[1:-1]} == {"├ "}
    assert items[-1].guide == "└ "


def test_a_folded_section_hides_what_it_holds() -> None:
    top = ARTICLE.sections[0].title.start
    (item,) = outline_items(ARTICLE, frozenset({top}))
    assert item.guide == "▸ "


def test_a_title_runs_as_its_heading_does() -> None:
    document = parse_text("الفصل الأول: LlamaCon (GDPR)\n\nهذا نص طويل بما يكفي لكي تكون الوثيقة عربية، وفيه جملة.\n")
    (item,) = outline_items(document, frozenset())
    assert document.blocks[0].direction is Direction.RTL
    painted = "".join(piece.text for piece in fitted(item.text, 80, document.direction))
    assert painted.startswith("LlamaCon (GDPR) :")


def test_the_tree_follows_the_text() -> None:
    pos = pos_of(ARTICLE, "29 أبريل")
    section = visible_section(ARTICLE, pos, frozenset())
    assert section is not None
    assert ARTICLE.slice(section.title).startswith("LlamaCon:")
    folded = visible_section(ARTICLE, pos, frozenset({ARTICLE.sections[0].title.start}))
    assert folded == ARTICLE.sections[0]


def test_the_path_runs_from_the_outside_in() -> None:
    path = ARTICLE.sections_at(find(ARTICLE, "(GDPR)").start)
    assert [section.level for section in path] == [1, 2]


def test_text_before_the_first_heading_belongs_to_no_section() -> None:
    document = parse_text("Some text first, and it ends.\n\nA heading\n\nMore text, which ends too.\n")
    assert visible_section(document, pos_of(document, "Some"), frozenset()) is None


def headed(titles: list[str], levels: list[int]) -> Document:
    """A document of headings alone."""
    document = document_of(*titles)
    blocks = [
        replace(block, kind=BlockKind.HEADING, depth=level)
        for block, level in zip(document.blocks, levels, strict=True)
    ]
    return replace(document, blocks=Blocks(blocks), root=section_tree(blocks, len(document)))


@given(levels=st.lists(st.integers(1, 4), max_size=12), data=st.data())
def test_the_tree_is_drawn_as_it_stands(levels: list[int], data: st.DataObject) -> None:
    document = headed([f"Title {number}" for number in range(len(levels))], levels)
    shut = data.draw(st.sets(st.sampled_from(document.sections))) if levels else set()
    folded = frozenset(section.title.start for section in shut)
    drawn = list(_drawn(document.root.children, folded))
    items = outline_items(document, folded)
    assert [(item.guide, item.key) for item in items] == drawn
    assert [(item.guide, item.key) for item in items[1:3]] == drawn[1:3]
    seen = [key for _, key in drawn]
    for section in document.sections:
        key = section.title.start
        assert items.index_of(key) == (seen.index(key) if key in seen else None)


def _drawn(sections: Sequence[Section], folded: frozenset[Pos], lead: str | None = None) -> Iterator[tuple[str, Pos]]:
    for section in sections:
        last, key = section == sections[-1], section.title.start
        branch = "" if lead is None else lead + ("└" if last else "├")
        sign = "▸ " if key in folded else "▾ " if section.children else "" if lead is None else " "
        yield branch + sign, key
        if key not in folded:
            yield from _drawn(section.children, folded, "" if lead is None else lead + ("  " if last else "│ "))


TITLE = st.text(st.sampled_from("aأا ب\u064e\0x"), min_size=1, max_size=6)


@given(titles=st.lists(TITLE, max_size=8), query=st.text("aاxب ", max_size=4))
def test_titles_are_filtered_as_one_by_one(titles: list[str], query: str) -> None:
    document = headed(titles, [1] * len(titles))
    found = matching_items(document, query)
    wanted = [
        section.title.start
        for section in document.sections
        if all(word in folded_text(document.slice(section.title)) for word in words_of(query))
    ]
    assert [item.key for item in found] == wanted
    assert [found.index_of(key) for key in wanted] == list(range(len(wanted)))
