"""One term for one thing in each language: words that once stood for a thing that has another one."""

import re

import pytest

from reader.locale import Messages

STRAY = {
    "ar": "نشر الفرع|المحدَّد|تعرض المفاتيح",
    "he": "סעיף|תבנית|שלך\\b",
    "fa": "جست‌وجو|ویراستار|واقعیت|بوک‌?مارک",
    "ur": "\\bسکرین|\\bسکرپٹ|فصل|سیکشن|بک ?مارک",
}
"""Patterns of such words, by language: a section, a search, a fact, a bookmark, a format, an editor, an address."""


@pytest.mark.parametrize("language", STRAY)
def test_a_thing_has_one_name(language: str) -> None:
    texts = Messages(language)._texts
    stray = {name: text for name, text in texts.items() if re.search(STRAY[language], text)}
    assert stray == {}
