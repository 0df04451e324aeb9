"""Plain text: what is a block, a heading and a section, by its shape alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import parse_text
from reader.model import BlockKind, Direction, Document
from reader.view.printing import printed_lines, unwrapped_lines
from tests.samples import article

VERSE = """قفا نبك من ذكرى حبيب ومنزل
بسقط اللوى بين الدخول فحومل
فتوضح فالمقراة لم يعف رسمها
لما نسجتها من جنوب وشمأل
ترى بعر الآرام في عرصاتها
وقيعانها كأنه حب فلفل
"""

LOG = """2024-05-01 10:00:01 INFO server started on port 8080
2024-05-01 10:00:02 WARN disk almost full
2024-05-01 10:00:03 ERROR cannot reach mail.example.org
2024-05-01 10:00:04 INFO retrying
"""

CODE = """def main() -> int:
    total = 0
    for line in lines:
        total += len(line)
    return total

class Printer
    attr_accessor :name
end
"""

CSV = """name,city,age
Layla,Cairo,31
Dov,Haifa,44
"""

LISTED = """للشراء

- خبز
- حليب
- زيت زيتون
- عسل
"""

WRAPPED = """The quiet terminal

A terminal is a grid of cells. It has two colours at least, and a cursor
that blinks when nobody asked it to. Letters are set one by one into the
cells, and nothing joins them but the eye of the person who reads them at
night.

A second paragraph follows here, and it was broken at the same column by
the same hand, as the mail of those years was, with care and for ever, so
that every screen could show it.
"""


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [document.slice(block.range) for block in document.blocks if block.kind is kind]


def test_the_article_has_a_title_over_fifteen_sections() -> None:
    document = article()
    levels = [section.level for section in document.sections]
    assert levels == [1] + [2] * 15
    assert tuple(document.root.children[0].children) == document.sections[1:]
    assert document.meta.title == "نماذج 'لاما' من 'ميتا' تتجاوز مليار تحميل"


def test_every_block_of_the_article_runs_from_right_to_left() -> None:
    document = article()
    assert document.direction is Direction.RTL
    assert {block.direction for block in document.blocks} == {Direction.RTL}


def test_the_articles_last_four_lines_are_four_paragraphs_of_one_section() -> None:
    document = article()
    last = list(document.blocks)[-4:]
    assert [block.kind for block in last] == [BlockKind.PARAGRAPH] * 4
    assert document.slice(last[0].range).startswith("الاستراتيجية الشاملة")
    assert {document.section_at(block.range.start).title for block in last} == {document.sections[-1].title}


@pytest.mark.parametrize("text", [VERSE, LOG, CODE, CSV], ids=["verse", "log", "code", "csv"])
def test_short_lines_are_not_all_headings(text: str) -> None:
    assert texts(parse_text(text), BlockKind.HEADING) == []


def test_list_items_are_no_headings() -> None:
    assert "- حليب" not in texts(parse_text(LISTED), BlockKind.HEADING)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    document = parse_text(WRAPPED)
    assert texts(document, BlockKind.HEADING) == ["The quiet terminal"]
    first, second = texts(document, BlockKind.PARAGRAPH)
    assert (first[:10], first[-6:]) == ("A terminal", "night.")
    assert (second[:8], second[-8:]) == ("A second", "show it.")


def test_lines_of_a_file_that_is_not_wrapped_are_paragraphs() -> None:
    document = parse_text("First line, which ends here.\nSecond line, which ends too.\n")
    assert texts(document, BlockKind.PARAGRAPH) == ["First line, which ends here.", "Second line, which ends too."]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n"])
def test_a_text_of_nothing_has_no_blocks(text: str) -> None:
    document = parse_text(text)
    assert len(document.blocks) == 0
    assert document.sections == ()
    assert document.meta.language == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("هذه الأشياء كلها في المدينة القديمة إلى أن يأتي المساء", "ar"),
        ("این کتاب را برای چهار نفر از دوستان گفتم که می‌خوانند و پاسخ می‌دهند", "fa"),
        ("یہ کتاب میرے دوست نے لکھی ہے اور اس میں بڑی اچھی کہانیاں ہیں", "ur"),
        ("ספר זה נכתב בירושלים לפני שנים רבות", "he"),
        ("This book was written in Cairo.", "en"),
    ],
)
def test_the_language_is_told_by_the_letters(text: str, language: str) -> None:
    assert parse_text(text).meta.language == language


def test_a_direction_asked_for_holds_for_every_block() -> None:
    document = parse_text("שלום לכולם.\nHello to all.\n", direction="ltr")
    assert document.direction is Direction.LTR
    assert {block.direction for block in document.blocks} == {Direction.LTR}


def test_a_heading_that_begins_with_latin_runs_with_its_letters() -> None:
    document = parse_text("LlamaCon: مؤتمر المطورين الأول في المدينة\n\nهذا نص الفقرة التي تليه.\n")
    assert document.blocks[0].direction is Direction.RTL


def test_a_text_without_line_ends_is_one_paragraph() -> None:
    document = parse_text("كلمة طويلة " * 50_000)  # which takes hours where the time grows with the square
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert len(list(unwrapped_lines(document))) == 1


def test_a_line_of_white_space_is_no_block() -> None:
    document = parse_text("a\n" + " " * 500_000 + "\nb")  # minutes, where the time grows with the square
    assert texts(document, BlockKind.PARAGRAPH) == ["a", "b"]


def test_blocks_know_their_line() -> None:
    document = parse_text("one thing here.\n\n\nanother thing there.\n")
    assert [block.source.line for block in document.blocks] == [1, 4]


@given(st.text(alphabet="ab א١.:-#\n\t\u2028", max_size=300))
def test_blocks_hold_all_the_text_there_is(text: str) -> None:
    document = parse_text(text)
    assert document.slice(document.range) == text
    covered = "".join(document.slice(block.range) for block in document.blocks)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.range.end <= b.range.start for a, b in pairwise(document.blocks))
    assert all(block.range.length for block in document.blocks)


@given(st.lists(st.sampled_from(["Heading", "A sentence that ends here and runs on.", ""]), max_size=30))
def test_sections_lie_inside_each_other(lines: list[str]) -> None:
    document = parse_text("\n".join(lines))
    for section in document.sections:
        assert section.title.start == section.range.start
        assert section.title.end <= section.range.end <= len(document)
        for child in section.children:
            assert child.level > section.level
            assert section.range.start < child.range.start
            assert child.range.end <= section.range.end


@pytest.mark.timeout(60)  # in quadratic time it would take an hour
@pytest.mark.parametrize("line", ["{spaces}", "{spaces}x", "x{spaces}", "كلمة{spaces}كلمة\nكلمة"])
def test_long_stretches_of_spaces_are_read_once(line: str) -> None:
    document = parse_text(f"first\n{line.format(spaces=' ' * 1_000_000)}\nlast")
    assert document.slice(document.blocks[-1].range) == "last"


@pytest.mark.parametrize(("letters", "kind"), [(100, BlockKind.HEADING), (101, BlockKind.PARAGRAPH)])
def test_a_heading_has_a_hundred_characters_at_most(letters: int, kind: BlockKind) -> None:
    title = ("heading " * 13)[: letters - 1] + "x"
    document = parse_text(f"{title}\n\nA paragraph stands under it, and it ends as a sentence does.\n")
    assert document.blocks[0].kind is kind


ITEMS = """What the traveller has to take with him on the long way to the north country:
* flour, as much as the cellar can hold, and some more for the neighbours too
* salt, which was dear in those years and had to be carried here from the sea
  and over the mountains
* oil and vinegar, and everything else that keeps well in a cold dark cellar

Then he has to think of the way home, which is longer than the one that leads
there, because the rivers are higher in the spring than they are in the autumn
and the bridges may be gone.
"""


def test_items_among_broken_prose_are_items_and_go_on_where_they_were_broken() -> None:
    items = texts(parse_text(ITEMS), BlockKind.LIST_ITEM)
    assert [item[:6] for item in items] == ["* flou", "* salt", "* oil "]
    assert items[1].endswith("sea\n  and over the mountains")


def test_indentation_is_not_painted_where_lines_are_joined() -> None:
    document = parse_text("\n".join("   " + line for line in WRAPPED.splitlines()))
    lines = [line.text for line in printed_lines(document, 200)]
    assert lines[2].startswith("A terminal is a grid of cells. It has two colours at least, and a cursor that blinks")


def test_lines_in_columns_keep_the_spaces_before_them() -> None:
    document = parse_text("  PID TTY          TIME CMD\n  721 pts/0    00:00:00 bash\n 1309 pts/0    00:00:01 vi\n")
    assert texts(document, BlockKind.CODE)[2] == " 1309 pts/0    00:00:01 vi"


def test_an_empty_line_between_two_lists_is_seen() -> None:
    document = parse_text("- one\n- two\n\n- three\n- four\n")
    assert [line.text for line in printed_lines(document, 40)] == ["- one", "- two", "", "- three", "- four"]
