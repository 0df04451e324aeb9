"""AsciiDoc: what is read of it, from right to left, and what is not."""

import pytest

from reader.formats.sniffing import format_of
from reader.model import BlockKind, Mark
from tests.documents import texts_marked, texts_of
from tests.formats.making import parsed
from tests.fuzz.targets import TARGETS, good
from tests.wellformed import check


def _read(text: str) -> str:
    document = parsed("asciidoc", text)
    check(document)
    return document.slice(document.range)


def test_a_guide() -> None:
    data = good("asciidoc")
    assert format_of(data, "guide.adoc") == "asciidoc"
    document = parsed("asciidoc", data)
    check(document)
    assert document.direction.is_rtl
    assert (document.meta.title, document.meta.author) == ("دليل المستخدم: القارئ", "ليلى أحمد; سعيد علي")
    assert (document.meta.language, document.meta.date) == ("ar", "2026-03-01")
    assert texts_of(document, BlockKind.HEADING) == ["دليل المستخدم: القارئ", "القسم الأول", "Setext"]
    text = document.slice(document.range)
    assert "و``كود``" not in text
    assert "H₂O x² © a — b don’t…" in text
    assert texts_of(document, BlockKind.NOTE) == ["حاشية هنا."]
    assert texts_of(document, BlockKind.LIST_ITEM)[:5] == ["قائمة", "أول", "داخلي", "أعمق", "☑ مهمة"]
    assert texts_of(document, BlockKind.CODE)[:2] == ["code <1>", "def f(): pass  # {product}"]
    assert [row.split("\t") for row in texts_of(document, BlockKind.TABLE)] == [
        ["الاسم", "السعر"],
        ["كتاب", "• 5"],
        ["المجموع"],
    ]
    assert "ملاحظة: انتبه إلى القارئ." in texts_of(document, BlockKind.QUOTE)
    assert "— المتنبي, ديوان" in text
    assert "hidden" not in text
    assert "shown line" in text
    assert {"القسم", "القسم الأول", "ملف", "رابط", "/etc/passwd"} <= set(texts_marked(document, Mark.LINK))
    assert "root:" not in text
    assert texts_marked(document, Mark.STRUCK) == ["مشطوب"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a *b* _c_ `d` #e# **f**g \"`q`\" '`r`'", "a b c d e fg “q” ‘r’"),
        (r"\*not bold* and \{name} {missing}", "*not bold* and {name} {missing}"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("+*plain*+ pass:[_x_] +++<u>+++ `+*a*+`", "*plain* _x_ <u> *a*"),
        ("((shown)) (((hidden, term)))here indexterm:[gone]", "shown here"),
        (":a: one\n\n{a}\n\n:!a:\n\n{a}", "one\n{a}"),
        (":long: one \\\n two\n\n{long}", "one two"),
        ("ifeval::[\"{x}\" == \"1\"]\nno\nendif::[]\nyes", "yes"),
        ("latexmath:[\\frac{1}{2}] stem:[sqrt 4]", "1/2 sqrt 4"),
        ("kbd:[Ctrl+C] btn:[OK] menu:File[Save > As]", "Ctrl+C [OK] File › Save › As"),
        ("\"quoted\"\n-- somebody", "quoted\n— somebody"),
        ("[NOTE]\n====\nin\n====", "Note\nin"),
        ("////\ngone\n////\nseen", "seen"),
        ("Title\n=====\n\ntext", "Title\ntext"),
        ("[verse]\na\nb", "a\nb"),
        ("a::\nb:: of both", "a\nb\nof both"),
        (". one\n\n. two\n+\nmore\n\nafter", "one\ntwo\nmore\nafter"),
        ("[start=4]\n. four", "four"),
    ],
)  # fmt: skip
def test_words(text: str, said: str) -> None:
    assert _read(text) == said


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("|===\n|a |b\n\n|1\n|2\n|===", ["a\tb", "1\t2"]),
        ("[cols=2*]\n|===\n2+|wide\n.2+|tall |1\n|2\n|===", ["wide", "tall\t1", "2"]),
        (",===\na,\"b, c\"\n,===", ["a\tb, c"]),
        ("[cols=\"1,a\"]\n|===\n|x\n|* one\n* two\n|===", ["x\t• one\u2028• two"]),
        ("|===\n|never closed |b", ["never closed\tb"]),
    ],
)  # fmt: skip
def test_tables(table: str, rows: list[str]) -> None:
    assert texts_of(parsed("asciidoc", table), BlockKind.TABLE) == rows


def test_references_lead_to_titles_and_names() -> None:
    document = parsed("asciidoc", "== One two\n\nSee <<One two>>, <<_one_two>>, <<x>>.\n\n[#x]\n=== Three")
    assert texts_marked(document, Mark.LINK) == ["One two", "One two", "Three"]
    targets = {span.target[1:] for block in document.blocks for span in block.spans if span.mark is Mark.LINK}
    assert targets == {"_one_two", "x"} <= set(document.places)


def test_a_role_says_the_direction() -> None:
    document = parsed("asciidoc", "[.rtl]\nEnglish only.\n\nLeft.")
    assert [block.direction.is_rtl for block in document.blocks] == [True, False]


def test_keys_and_signatures_are_no_asciidoc() -> None:
    assert format_of(b"-----BEGIN PGP SIGNATURE-----\n\nabc=\n", "a.asc") == "code"


@pytest.mark.parametrize(
    "text",
    [
        "* x\n+\n",
        "*a ",
        "[[",
        "footnote:[",
        "====\n",
        "|===\na|\n",
        "a::\n",
        ":a: {a}{a}x\n{a}",
        "ifdef::a[]\n",
        "> ",
        "[x,",
    ],
)
def test_what_never_ends_costs_what_it_is_long(text: str) -> None:
    TARGETS["asciidoc"]((text * 2_000).encode())
