"""Markdown as it is written: front matter, attributes, names of headings, tasks."""

import pytest

from reader.formats import markdown
from reader.model import BlockKind, Direction, Document, Mark
from tests.formats.making import parsed


def texts(document: Document) -> list[str]:
    return [document.slice(block.range) for block in document.blocks]


@pytest.mark.parametrize(
    ("front", "author"),
    [
        ("author: سعاد", "سعاد"),
        ('author: "سعاد"', "سعاد"),
        ('authors: [سعاد, "علي بن محمد"]', "سعاد, علي بن محمد"),
        ('author:\n  - سعاد\n  - "علي بن محمد"\ntags:\n- x', "سعاد, علي بن محمد"),
        ("title: x\nauthor:\ntags:\n  - not an author", ""),
    ],
)
def test_front_matter_names_one_author_or_several(front: str, author: str) -> None:
    assert parsed("markdown", f"---\n{front}\n---\nنص\n").meta.author == author


def test_front_matter_in_toml() -> None:
    meta = parsed("markdown", '+++\ntitle = "عنوان"\nauthors = ["سعاد", "علي"]\ndate = 2024-03-01\n+++\nنص\n').meta
    assert (meta.title, meta.author, meta.date) == ("عنوان", "سعاد, علي", "2024-03-01")


def test_headings_are_named_as_github_names_them() -> None:
    headings = ("رأس ثان", "A b, `c`!", "A b, `c`!", "Named {#given .x}")
    text = "[1](#رأس-ثان) [2](#a-b-c-1) [3](#given)\n\n" + "".join(f"## {heading}\n\n" for heading in headings)
    document = parsed("markdown", text)
    found = {name: document.slice(document.section_at(pos).title) for name, pos in document.places.items()}
    assert found == {"رأس-ثان": "رأس ثان", "a-b-c-1": "A b, c!", "given": "Named"}
    assert document.places["a-b-c-1"] == document.sections[2].title.start


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("# Title {dir=rtl}", Direction.RTL),
        ("Paragraph\n{: dir='rtl'}", Direction.RTL),
        ("{dir=rtl}\nParagraph", Direction.RTL),
        ("<div dir=rtl>\n\nParagraph\n\n</div>", Direction.RTL),
        ("نص عربي {: x}", Direction.RTL),
        ("# رأس {dir=ltr}", Direction.LTR),
    ],
)
def test_a_block_states_its_direction(text: str, direction: Direction) -> None:
    assert parsed("markdown", text).blocks[0].direction is direction


def test_a_stretch_states_its_direction_and_language() -> None:
    document = parsed("markdown", "نص [C++ (2)]{dir=ltr lang=en} نص")
    assert texts(document) == ["نص \u2066C++ (2)\u2069 نص"]
    marks = {(span.mark, span.target) for span in document.blocks[0].spans}
    assert marks == {(Mark.DIRECTION, "ltr"), (Mark.LANGUAGE, "en")}


@pytest.mark.parametrize("text", ["a {b} c", "{not: attributes}", "x{=y}", "[q]", "a\n{b} c"])
def test_braces_that_are_text_stay(text: str) -> None:
    assert texts(parsed("markdown", text)) == [" ".join(text.split())]


def test_tasks_have_a_box() -> None:
    document = parsed("markdown", "- [ ] مهمة\n- [x] **تمت**\n- [y] نص\n1. [ ] مرقمة\n")
    assert [(block.marker, text) for block, text in zip(document.blocks, texts(document), strict=True)] == [
        ("☐", "مهمة"),
        ("☑", "تمت"),
        ("•", "[y] نص"),
        ("☐", "مرقمة"),
    ]


@pytest.mark.parametrize("heading", ["# a{spaces}b", "# a{spaces}{{b", "# a {{{spaces}b", "# a {{b{spaces}c"])
def test_long_stretches_of_spaces_in_a_heading_are_read_once(heading: str) -> None:
    document = parsed("markdown", heading.format(spaces=" " * 100_000) + "\n\nText.\n")  # minutes, in quadratic time
    assert document.blocks[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("head", ["| a | ب | c |\n|---|:-:|--:|", "| one | two | three |\n| --- | --- | --- |"])
def test_a_long_table_is_read_in_parts_as_it_is_in_one(head: str) -> None:
    rows = [f"| نص {number} | x |  {number}|" for number in range(1504)]
    rows[499], rows[1200:1202] = "| *x* | y \\| z | `a|b` |", ("| a | b |", "| a | b | c | d |")
    rows[700], rows[1503] = '|| a \u2028| > " |', "| [a](b) | <b>c | &amp; |"
    text = "# Title\n\n" + "\n".join((head, *rows)) + "\n\n# Title\n\nAfter.\n"
    assert markdown._rendered(text) == markdown._renderer().render(text)


@pytest.mark.parametrize("before", ["```\n\n", "<pre>\n\n", "[x]: /y\n\n", "no blank line\n"])
def test_what_only_looks_like_a_table_is_none(before: str) -> None:
    text = before + "| a | b |\n|---|---|\n" + "| x | y |\n" * 1001
    assert markdown._rendered(text) == markdown._renderer().render(text)
