"""A book's own contents as its sections."""

import pytest

from reader.model import BlockKind, Document
from tests.formats.making import Point, book, ncx_book, parsed


def sections(document: Document) -> list[tuple[int, str]]:
    return [(section.level, document.slice(section.title)) for section in document.sections]


def texts(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.slice(block.range)) for block in document.blocks]


def nav(*items: str) -> str:
    pages = "<nav epub:type='page-list'><ol><li><a href='c0.xhtml#x'>1</a></li></ol></nav>"
    return f"<nav epub:type='toc'><h1>Contents</h1><ol>{''.join(items)}</ol></nav>{pages}"


def item(title: str, href: str = "", *inner: str) -> str:
    label = f"<a href='{href}'>{title}</a>" if href else f"<span>{title}</span>"
    below = f"<ol>{''.join(inner)}</ol>" if inner else ""
    return f"<li>{label}{below}</li>"


CHAPTERS = [
    "<h1>Part one</h1>",
    "<h1>Chapter one</h1><p>Text of it.</p><h2 id='s'>Section</h2><p>Text.</p><h3>Detail</h3><p>Text.</p>",
    "<p><img src='x.png' alt='Map'/></p><p>II</p><h1>Chapter  TWO</h1><p>Text.</p>",
    "<p class='title' id='t'>Chapter three</p><p>Text that follows the title.</p>",
    "<p>Text without any title.</p>",
]
NAVIGATION = nav(
    item(
        "Part one",
        "c0.xhtml",
        item("Chapter one", "c1.xhtml", item("Section", "c1.xhtml#s")),
        item("Chapter two", "c2.xhtml"),
    ),
    item("Part two", "", item("Chapter three", "c3.xhtml#t"), item("Epilogue", "c4.xhtml")),
)
EXPECTED = [
    (1, "Part one"),
    (2, "Chapter one"),
    (3, "Section"),
    (4, "Detail"),
    (2, "Chapter TWO"),
    (1, "Part two"),
    (2, "Chapter three"),
    (2, "Epilogue"),
]


def test_the_navigation_says_how_sections_nest() -> None:
    assert sections(parsed("epub", book(CHAPTERS, navigation=NAVIGATION))) == EXPECTED


def test_no_text_is_lost_or_said_twice() -> None:
    document = parsed("epub", book(CHAPTERS, navigation=NAVIGATION))
    assert [text for kind, text in texts(document) if kind == BlockKind.HEADING] == [title for _, title in EXPECTED]
    assert [text for kind, text in texts(document) if kind != BlockKind.HEADING] == [
        "Text of it.", "Text.", "Text.", "Map", "II", "Text.", "Text that follows the title.", "Text without any title."
    ]  # fmt: skip


def test_the_ncx_says_the_same() -> None:
    points: list[Point] = [
        ("Part one", "text/c0.xhtml", [("Chapter one", "text/c1.xhtml", [("Section", "text/c1.xhtml#s", [])])]),
        ("Chapter two", "text/c2.xhtml", []),
    ]
    document = parsed("epub", ncx_book(CHAPTERS[:3], points))
    assert sections(document) == [
        (1, "Part one"), (2, "Chapter one"), (3, "Section"), (4, "Detail"), (1, "Chapter TWO")
    ]  # fmt: skip


@pytest.mark.parametrize("href", ["c9.xhtml", "../../etc/passwd", "https://example.org/", "c0.xhtml#missing"])
def test_entries_that_lead_nowhere_do_no_harm(href: str) -> None:
    document = parsed(
        "epub", book(["<h1>One</h1><p>x</p>"], navigation=nav(item("Lost", href), item("One", "c0.xhtml")))
    )
    assert (1, "One") in sections(document)
    assert "x" in [text for _, text in texts(document)]


def test_two_entries_for_one_chapter_have_a_heading_each() -> None:
    chapters = ["<h1>Chapter</h1><p>x</p>"]
    document = parsed("epub", book(chapters, navigation=nav(item("Part", "c0.xhtml", item("Chapter", "c0.xhtml")))))
    assert sections(document) == [(1, "Part"), (2, "Chapter")]


def test_links_to_a_chapter_lead_to_the_heading_that_was_made() -> None:
    chapters = ["<p><a href='c1.xhtml'>next</a></p>", "<p>Text.</p>"]
    document = parsed("epub", book(chapters, navigation=nav(item("A", "c0.xhtml"), item("B", "c1.xhtml"))))
    (place,) = document.places.values()
    assert document.slice(document.section_at(place).title) == "B"
    assert place == document.section_at(place).title.start


def test_contents_of_a_hundred_thousand_levels_are_bounded() -> None:
    deep = "<li><a href='c0.xhtml'>x</a><ol>" * 20_000
    assert parsed("epub", book(["<p>y</p>"], navigation=f"<nav epub:type='toc'><ol>{deep}</ol></nav>"))
