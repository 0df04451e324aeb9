"""The section tree as lines."""

from reader.formats import parse_text
from reader.model import Direction
from reader.view.outline import outline_items, path_to, visible_section
from reader.view.styled import fitted
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
    assert folded is ARTICLE.sections[0]


def test_the_path_runs_from_the_outside_in() -> None:
    path = path_to(ARTICLE, find(ARTICLE, "(GDPR)").start)
    assert [section.level for section in path] == [1, 2]


def test_text_before_the_first_heading_belongs_to_no_section() -> None:
    document = parse_text("Some text first, and it ends.\n\nA heading\n\nMore text, which ends too.\n")
    assert visible_section(document, pos_of(document, "Some"), frozenset()) is None
