"""HTML and Markdown: what elements become, and which of a page is its article."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block, BlockKind, Direction, Document, Mark
from tests.formats.making import page, parsed


def html(body: str, attributes: str = "") -> Document:
    return parsed("html", page(body, attributes))


def only(document: Document) -> Block:
    (block,) = document.blocks
    return block


def told(document: Document) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.depth, b.marker, document.slice(b.range)) for b in document.blocks]


def spans(document: Document) -> list[tuple[str, str, str]]:
    return [(s.mark.value, s.target, document.slice(s.range)) for b in document.blocks for s in b.spans]


def test_headings_and_paragraphs() -> None:
    document = html("<h1>One</h1><p>Two\n  <b>three</b> </p>loose<h2>Four</h2>")
    assert told(document) == [
        ("heading", 1, "", "One"),
        ("paragraph", 0, "", "Two three"),
        ("paragraph", 0, "", "loose"),
        ("heading", 2, "", "Four"),
    ]


def test_spaces_stand_outside_marks_that_only_have_them() -> None:
    assert spans(html("<p>a <b>b</b> c <i> </i>d<em> e </em>f</p>")) == [
        ("strong", "", "b"),
        ("emphasis", "", "e"),
    ]


def test_lists_are_numbered_and_nested() -> None:
    document = html("<ol start=3><li>a<ul><li>b</ul><li>c<p>d</ol><ol type=a><li>e</ol>")
    assert told(document) == [
        ("list_item", 1, "3.", "a"),
        ("list_item", 2, "◦", "b"),
        ("list_item", 1, "4.", "c"),
        ("list_item", 1, "", "d"),
        ("list_item", 1, "a.", "e"),
    ]


def test_numbers_of_lists_are_in_the_documents_digits() -> None:
    assert told(html("<ol><li>سنة ١٩٤٨</ol>"))[0][2] == "١."
    assert told(html("<ol><li>سال ۱۳۲۷</ol>"))[0][2] == "۱."
    assert told(html("<ol><li>سنة 1948</ol>"))[0][2] == "1."


def test_code_runs_from_left_to_right_and_keeps_its_lines() -> None:
    document = html("<div dir=rtl><pre><code>x = [\n    1,\n]\n</code></pre></div>")
    block = only(document)
    assert (block.kind, block.direction) == (BlockKind.CODE, Direction.LTR)
    assert document.slice(block.range) == "x = [\n    1,\n]"


def test_preformatted_arabic_is_verse() -> None:
    document = html("<pre>قفا نبك\nبسقط اللوى</pre>")
    assert only(document).kind is BlockKind.VERSE


def test_quotations_nest() -> None:
    document = html("<blockquote><p>a<blockquote>b</blockquote></blockquote>")
    assert [(kind, depth) for kind, depth, _, _ in told(document)] == [("quote", 1), ("quote", 2)]


def test_a_line_break_ends_a_line() -> None:
    assert told(html("<p><br>a <br> b<br></p>")) == [("paragraph", 0, "", "a\u2028b")]


def test_tables_have_cells_in_columns() -> None:
    document = html(
        "<table dir=rtl><thead><tr><th>اسم<th colspan=2>قيمة</thead>"
        "<tr><td rowspan=2>أ<td>1<td>2<tr><td><p>3<p>4<td></table>"
    )
    rows = [block.row for block in document.blocks]
    assert all(rows)
    cells = [[(c.column, c.columns, document.slice(c.range)) for c in row.cells] for row in rows if row]
    assert cells == [
        [(0, 1, "اسم"), (1, 2, "قيمة")],
        [(0, 1, "أ"), (1, 1, "1"), (2, 1, "2")],
        [(1, 1, "3\u20284"), (2, 1, "")],
    ]
    assert [row.header for row in rows if row] == [True, False, False]
    (table,) = {row.table for row in rows if row}
    assert (table.first, table.rows, table.columns, table.direction) == (0, 3, 3, Direction.RTL)


def test_a_table_of_the_layout_is_no_table() -> None:
    document = html("<table><tr><td>menu<td><h1>Title</h1><p>Text</table>")
    assert [kind for kind, *_ in told(document)] == ["paragraph", "heading", "paragraph"]


def test_images_are_their_text_and_size() -> None:
    document = html('<p><img alt="a  map" width=640 height=480px><img src=x.gif><p>see <img alt=this> here')
    assert told(document) == [("image", 0, "", "a map (640×480)"), ("paragraph", 0, "", "see this here")]


def test_links_lead_to_places() -> None:
    document = html('<p><a href="#there">go</a> <a href="https://a.example/">out</a><h2 id=there>There</h2>')
    assert spans(document) == [("link", "#there", "go"), ("link", "https://a.example/", "out")]
    assert document.places == {"there": document.blocks[1].range.start}


@pytest.mark.parametrize("href", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x", ""])
def test_what_is_no_address_is_no_link(href: str) -> None:
    document = html(f'<p><a href="{href}">text</a>')
    assert (told(document)[0][3], spans(document)) == ("text", [])


def test_notes_and_references_to_them() -> None:
    document = html(
        "<p>Text<sup><a href='#fn1'>1</a></sup>.<section role=doc-endnotes><hr><ol>"
        "<li id=fn1><p>The note. <a role=doc-backlink href='#x'>↩</a></ol></section>"
    )
    assert told(document) == [("paragraph", 0, "", "Text¹."), ("note", 0, "1.", "The note.")]
    assert spans(document) == [("note_reference", "#fn1", "¹")]
    assert list(document.places) == ["fn1"]


def test_directions_are_stated_inherited_or_found() -> None:
    document = html("<div dir=rtl><p>English</p><p dir=ltr>عربي</p><p dir=auto>English</p></div><p>عربي</p>")
    assert [block.direction.value for block in document.blocks] == ["rtl", "ltr", "ltr", "rtl"]


def test_the_pages_direction_is_the_documents() -> None:
    document = html("<p>English only here</p><p>123</p>", "dir=rtl lang=ar")
    assert document.direction is Direction.RTL
    assert [block.direction.value for block in document.blocks] == ["rtl", "rtl"]
    assert document.meta.language == "ar"


@pytest.mark.parametrize(
    ("markup", "attributes"),
    [
        ("<p>قال: getElementById!</p>", "dir=rtl"),
        ("<div dir=rtl><section><p>English words</p></section></div>", ""),
        ("<div style='direction: rtl'><ul><li>English words</ul></div>", ""),
        ("<div dir=ltr><div dir=rtl><p>English words</p></div></div>", ""),
    ],
)
def test_a_stated_direction_is_inherited(markup: str, attributes: str) -> None:
    assert [block.direction.value for block in html(markup, attributes).blocks] == ["rtl"]


def test_front_matter_states_the_direction_of_every_block() -> None:
    document = parsed("markdown", "---\ndir: rtl\n---\n\nEnglish words\n\n- item\n")
    assert [block.direction.value for block in document.blocks] == ["rtl", "rtl"]


def test_a_table_takes_its_own_direction_then_the_documents() -> None:
    rows = "| الاسم | القيمة |\n|---|---|\n| لون | `a long line of code` |\n"
    document = parsed("markdown", f"English text that makes the document run.\n\n{rows}\n\n| 1 | 2 |\n|---|---|\n")
    assert [block.direction.value for block in document.blocks] == ["ltr", "rtl", "rtl", "ltr"]


def test_code_says_nothing_of_the_documents_direction() -> None:
    code = "```\n" + "python3 -m tool convert --input data\n" * 20 + "```\n"
    assert parsed("markdown", f"# أداة\n\nأداة صغيرة.\n\n{code}").direction is Direction.RTL


def test_a_direction_that_is_asked_for_overrides() -> None:
    document = parsed("html", page("<p dir=rtl>عربي</p>"), direction="ltr")
    assert {document.direction, *(block.direction for block in document.blocks)} == {Direction.LTR}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<bdi>abc</bdi>", "\u2068abc\u2069"),
        ("<span dir=rtl>abc</span>", "\u2067abc\u2069"),
        ("<bdo dir=rtl>abc</bdo>", "\u2067\u202eabc\u202c\u2069"),
    ],
)
def test_inline_directions_are_isolates(markup: str, text: str) -> None:
    assert told(html(f"<p>x {markup} y"))[0][3] == f"x {text} y"


def test_overrides_are_told() -> None:
    assert html("<p>access\u202e level").meta.notices
    assert not html("<p>access level").meta.notices


def test_ruby_and_raised_numbers_keep_their_meaning() -> None:
    assert (
        told(html("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> 10<sup>2</sup> H<sub>2</sub>O"))[0][3]
        == "漢(kan) 10² H₂O"
    )


def test_what_is_not_read() -> None:
    document = html(
        "<script>alert(1)</script><style>p{}</style><template>t</template><p hidden>h</p><p style='display: none'>d</p>"
        "<noscript>n</noscript><svg><desc>s</desc></svg><p>read</p><!-- c -->"
    )
    assert told(document) == [("paragraph", 0, "", "read")]


def test_details_are_open() -> None:
    assert [text for *_, text in told(html("<details><summary>Sum</summary>Inside</details>"))] == ["Sum", "Inside"]


NAVIGATION = "<ul>" + "".join(f"<li><a href=/{n}>Section number {n} of the site</a>" for n in range(40)) + "</ul>"
ARTICLE = (
    "<h1>Title</h1>" + "<p>A paragraph of the article, long enough to be one, with <a href=/x>a link</a> in it.</p>" * 5
)


@pytest.mark.parametrize(
    "body",
    [
        f"<header>{NAVIGATION}</header><main>{ARTICLE}</main><footer>{NAVIGATION}</footer>",
        f"<div class=menu>{NAVIGATION}</div><div><article>{ARTICLE}</article></div><div>{NAVIGATION}</div>",
        f"<div>{NAVIGATION}</div><div class=content>{ARTICLE}</div><div role=contentinfo>{NAVIGATION}Imprint</div>",
        f"<table><tr><td>{NAVIGATION}<td>{ARTICLE}</table>",
    ],
    ids=["main", "article", "divisions", "tables"],
)
def test_the_article_is_found_in_a_page_full_of_navigation(body: str) -> None:
    document = html(body)
    assert [kind for kind, *_ in told(document)] == ["heading"] + ["paragraph"] * 5
    assert document.meta.notices


def test_of_a_page_without_navigation_nothing_is_lost() -> None:
    document = html(f"<div>{ARTICLE}</div><footer>Imprint</footer><aside>Beside</aside>")
    assert told(document)[-2:] == [("paragraph", 0, "", "Imprint"), ("paragraph", 0, "", "Beside")]
    assert not document.meta.notices


def test_the_head_tells_of_the_page() -> None:
    head = (
        "<html lang=he><head><title>The  title</title><meta name=author content=Dov>"
        "<meta property=article:published_time content=2024-05-01></head><p>x"
    )
    meta = parsed("html", head).meta
    assert (meta.title, meta.author, meta.date, meta.language) == ("The title", "Dov", "2024-05-01", "he")


def test_a_declared_encoding_is_used() -> None:
    data = "<html><meta charset=windows-1255><p>שלום</p></html>".encode("windows-1255")
    document = parsed("html", data)
    assert (told(document)[0][3], document.meta.encoding) == ("שלום", "windows-1255")


# Markdown


def test_markdown_has_every_kind_of_block() -> None:
    document = parsed(
        "markdown",
        "# T\n\npara *a* **b** `c` [d](https://e.example)[^1]\n\n7) one\n\n- x\n  - [ ] y\n\n> q\n> > r\n\n"
        "```\ncode  x\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n![alt](i.png)\n\n[^1]: note\n",
    )
    assert told(document) == [
        ("heading", 1, "", "T"),
        ("paragraph", 0, "", "para a b c d¹"),
        ("list_item", 1, "7.", "one"),
        ("list_item", 1, "•", "x"),
        ("list_item", 2, "☐", "y"),
        ("quote", 1, "", "q"),
        ("quote", 2, "", "r"),
        ("code", 0, "", "code  x"),
        ("table", 0, "", "a\tb"),
        ("table", 0, "", "1\t2"),
        ("rule", 0, "", ""),
        ("image", 0, "", "alt"),
        ("note", 0, "1.", "note"),
    ]
    assert [mark for mark, *_ in spans(document)] == ["emphasis", "strong", "code", "link", "note_reference", "picture"]
    assert [block.source.line for block in document.blocks.between(0, 3)] == [1, 3, 5]


@pytest.mark.parametrize(
    "front", ["---\ntitle: 'A: b'\ndir: rtl\nlang: fa\n---\n", '+++\ntitle = "A: b"\ndir = "rtl"\nlang = "fa"\n+++\n']
)
def test_front_matter_is_metadata(front: str) -> None:
    document = parsed("markdown", front + "\n123\n")
    assert (document.meta.title, document.meta.language, document.direction) == ("A: b", "fa", Direction.RTL)
    assert told(document) == [("paragraph", 0, "", "123")]
    assert document.blocks[0].source.line == front.count("\n") + 2


def test_markdown_states_directions() -> None:
    document = parsed("markdown", '{dir=ltr}\nعربي\n\n<div dir="rtl">\n\nEnglish\n\n</div>\n')
    assert [block.direction.value for block in document.blocks] == ["ltr", "rtl"]


@given(st.text(alphabet="ab <>/\"'=&;!-[]()*_`#|\n\\ا", max_size=200))
def test_any_markup_is_read(text: str) -> None:
    for form in ("html", "markdown"):
        document = parsed(form, text)
        assert all(a.range.end < b.range.start for a, b in pairwise(document.blocks))
        for block in document.blocks:
            assert block.range.length or block.kind is BlockKind.RULE
            assert all(
                block.range.start <= s.range.start < s.range.end <= block.range.end and isinstance(s.mark, Mark)
                for s in block.spans
            )
