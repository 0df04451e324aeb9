"""What is told of the document as a whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats import open_document, parse_text
from reader.locale import LANGUAGES, Messages
from reader.model import Document, NoticeCode, notice_of
from reader.view import fact_parts
from reader.view.panel.about import About, about_lines, minutes_to_read
from reader.view.styled import TextRole
from tests.documents import document_of
from tests.samples import article


def told(document: Document, about: About | None = None, language: str = "en") -> dict[str, str]:
    return {name: value for name, value, _ in about_lines(document, about, Messages(language))}


def test_words_are_counted_where_there_are_letters_or_digits() -> None:
    assert About.of(document_of("كَتَبَ زيد 12 كتابًا — ثم ... نام!", "x")).words == 7
    assert About.of(parse_text("")).words == 0


def test_the_article() -> None:
    document = article()
    lines = told(document, About.of(document))
    assert lines["title"] == "نماذج 'لاما' من 'ميتا' تتجاوز مليار تحميل"
    assert lines["language"] == "Arabic"
    assert lines["direction"] == "right to left"
    assert lines["sections"] == str(len(document.sections))
    assert lines["format"] == "text · utf-8"
    words = len(document.slice(document.range).split())
    assert 0 <= words - int(lines["words"].replace(",", "")) < 0.02 * words


def test_metadata_that_is_not_there_is_not_told() -> None:
    assert told(document_of("word")) == {"direction": "right to left"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_digits_are_the_interfaces(language: str) -> None:
    messages = Messages(language)
    document = document_of("word " * 12345, language="ar")
    lines = told(document, About.of(document), language)
    assert lines["words"] == messages.number(12345)
    assert lines["language"] == messages.text("language.ar")
    assert all(messages.text(f"about.{name}") for name in lines)


def test_bad_bytes_and_warnings_come_first() -> None:
    document = parse_text("text")
    notices = (notice_of(NoticeCode.ARTICLE_ONLY), notice_of(NoticeCode.COMMENTS, count=2))
    document = replace(document, meta=replace(document.meta, replaced=3, notices=notices))
    first, second = map(Messages("en").notice, notices)
    lines = list(about_lines(document, None, Messages("en")))
    assert [(name, value) for name, value, _ in lines[:3]] == [("replaced", "3"), ("notice", first), ("notice", second)]
    assert all(role in (TextRole.NOTICE, TextRole.ERROR) for _, _, role in lines[:3])


def test_the_file_tells_when_it_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("some words", encoding="utf-8")
    about = About.of(open_document(path))
    assert len(about.modified) == len("2024-01-01")
    path.unlink()
    assert About.of(document_of("word", path=str(path))).modified == ""


def test_reading_time_goes_by_the_language() -> None:
    assert minutes_to_read(138 * 5, "ar") == 5
    assert minutes_to_read(228 * 5, "en-GB") == 5
    assert minutes_to_read(184 * 5, "fa") == 5
    assert minutes_to_read(0, "he") == 1
    document = document_of("word", language="en")
    assert told(document, About(228 * 125))["time"].replace("\u2066", "").replace("\u2069", "") == "about 2 hr 5 min"


def test_of_a_very_long_document_the_facts_are_those_of_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of("كتب زيد كتابًا. " * 20)
    assert "notice" not in told(document)
    monkeypatch.setattr(fact_parts, "LONG", 100)
    assert told(document)["notice"].replace("\u2066", "").replace("\u2069", "") == (
        "Very long: facts are those of the parts read so far"
    )
