"""Saved pages: the article among navigation, and what the page says of itself."""

import json

import pytest

from reader.formats.article import article_of
from reader.formats.trees import html_tree, name_of
from reader.model import BlockKind, Document
from tests.formats.making import parsed
from tests.notices import notices_in

PROSE = "هذه فقرة من المقال فيها كلام عن الموضوع الذي كُتب المقال من أجله، وتطول حتى تملأ أكثر من سطر. "


def links(*titles: str) -> str:
    return "".join(f"<li><a href='/{number}'>{title}</a></li>" for number, title in enumerate(titles))


ARTICLE = f"<h1>عنوان المقال</h1><p>{PROSE}</p><h2>فرع</h2><p>{PROSE}<a href='/x'>رابط</a> {PROSE}</p>"
MENU = links("سياسة", "اقتصاد", "رياضة", "ثقافة")

PAGES = {
    "a blog without any marked part": f"""
        <div id="header"><a href="/">الموقع</a><ul class="menu">{MENU}</ul></div>
        <div id="content"><div class="share-buttons"><a href="f">شارك</a></div>{ARTICLE}
        <div class="related-posts"><h3>اقرأ أيضا</h3><ul>{links("خبر", "خبر آخر")}</ul></div>
        <div id="comments"><h3>تعليقان</h3><p>تعليق من قارئ.</p></div></div>
        <div id="sidebar"><h3>الأكثر قراءة</h3><ul>{MENU}</ul></div><div id="footer"><p>جميع الحقوق محفوظة</p></div>""",
    "an article of a news site": f"""
        <header><nav>{MENU}</nav></header><main><article>{ARTICLE}<aside><p>اقتباس مكرر</p></aside>
        <div class="x7"><a href="1">خبر ذو صلة أول</a><a href="2">خبر ذو صلة ثان</a><a href="3">خبر ثالث</a></div>
        <footer>وسوم: <a href="t">أ</a></footer></article></main><footer>جميع الحقوق محفوظة</footer>""",
    "an encyclopedia": f"""
        <div id="mw-navigation"><ul>{MENU}</ul></div><div id="content" role="main">{ARTICLE}
        <div id="toc" class="toc"><h2>محتويات</h2><ul>{links("1 فرع", "2 فرع آخر")}</ul></div>
        <div class="navbox"><a href="1">أ</a> <a href="2">ب</a></div>
        <div id="catlinks"><a href="3">تصنيف</a></div></div>""",
    "a consent banner and a newsletter": f"""
        <div class="cookie-consent"><p>نستخدم ملفات تعريف الارتباط.</p><a href="p">المزيد</a></div>
        <div class="post">{ARTICLE}</div><div class="newsletterSignup"><p>اشترك في نشرتنا</p></div>
        <div class="wp-block-ads">إعلان</div>""",
    "an article marked by its property": f"""
        <table><tr><td><a href=1>أ</a><br><a href=2>ب</a><br><a href=3>ج</a></td><td><h1>الموقع</h1>
        <div itemprop="articleBody">{ARTICLE}</div></td></tr></table>""",
}


def texts(document: Document) -> list[str]:
    return [document.slice(block.range) for block in document.blocks]


@pytest.mark.parametrize("page", list(PAGES))
def test_only_the_article_is_read(page: str) -> None:
    document = parsed("html", f"<html lang=ar dir=rtl><body>{PAGES[page]}</body></html>")
    alone = parsed("html", f"<html lang=ar dir=rtl><body>{ARTICLE}</body></html>")
    assert texts(document) == texts(alone)
    assert [document.slice(s.title) for s in document.sections] == ["عنوان المقال", "فرع"]
    assert notices_in(document) == ("Navigation and other matter around the article is left out",)


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>فهرس</h1><ul>{links('مقال أول عن موضوع', 'مقال ثان عن موضوع آخر', 'مقال ثالث')}</ul>",
        f"<div class='menu'><p>{PROSE}</p><p>{PROSE}</p></div>",
        f"<body class='no-sidebar has-comments'><div id='footer-wrap'><p>{PROSE}</p><a href=1>x</a></div></body>",
        f"<div class='comment'><p>{PROSE}</p></div><div class='comment'><p>{PROSE}<a href=1>x</a></p></div>",
        f"<p>{PROSE}</p><p class='toc'>No link here</p><a href=1>x</a>",
    ],
)
def test_what_a_page_is_there_for_is_kept(page: str) -> None:
    tree = html_tree(f"<html>{page if '<body' in page else f'<body>{page}</body>'}</html>")
    assert tree is not None
    body = next(child for child in tree if name_of(child) == "body")
    assert not article_of(body).is_part


def test_references_of_an_encyclopedia_are_notes() -> None:
    page = f"""<p>{PROSE}<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a>
        </sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a>
        </span> <span>كتاب، ص 5.</span></li></ol>"""
    document = parsed("html", page)
    assert [(block.kind, block.marker) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.NOTE, "1."),
    ]
    assert texts(document)[1] == "كتاب، ص 5."
    (reference,) = document.blocks[0].spans
    assert (document.slice(reference.range), reference.target) == ("¹", "#cite_note-1")
    assert document.places["cite_note-1"] == document.blocks[1].range.start


def test_links_side_by_side_are_parted() -> None:
    assert texts(parsed("html", "<p>a <a href=1>b</a><a href=2>c</a>d</p>")) == ["a b cd"]


def test_places_are_found_by_names_that_are_escaped() -> None:
    document = parsed("html", "<p><a href='#%D9%81%D8%B1%D8%B9'>x</a></p><h2 id='فرع'>y</h2>")
    assert document.places == {"فرع": document.blocks[1].range.start}


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "headline": "عنوان", "author": {"name": "سعاد"}, "datePublished": "2024-05-01"},
        [
            {"@type": "Organization", "name": "x"},
            {"@type": ["Article"], "author": "سعاد", "datePublished": "2024-05-01"},
        ],
        {"@graph": [{"@type": "BlogPosting", "author": [{"name": "سعاد"}], "datePublished": "2024-05-01"}]},
    ],
)
def test_linked_data_tells_who_wrote_it_and_when(data: object) -> None:
    script = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    meta = parsed("html", f"<html><head>{script}</head><body><p>x</p></body></html>").meta
    assert (meta.author, meta.date) == ("سعاد", "2024-05-01")


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"@type": 5}', '"x"', '{"@graph": {"@graph": []}}', "null"])
def test_linked_data_that_is_none_is_passed_over(data: str) -> None:
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><p>x</p></body></html>'
    assert texts(parsed("html", page)) == ["x"]


def test_boxes_of_tasks_are_labels() -> None:
    document = parsed(
        "html",
        "<ul><li><input type=checkbox checked> done<li><input type=checkbox> open<li>x <input type=checkbox></ul>",
    )
    assert [(block.marker, text) for block, text in zip(document.blocks, texts(document), strict=True)] == [
        ("☑", "done"),
        ("☐", "open"),
        ("•", "x"),
    ]
