"""Places by line, share or title."""

import pytest

from reader.formats import parse_text
from reader.locale import Messages
from reader.view.goto import place_asked_for
from reader.view.whereabouts import fraction_at
from tests.documents import document_of
from tests.samples import article, pos_of

ARTICLE = article()


@pytest.mark.parametrize("asked", ["50%", "٥٠٪", "۵۰ %", "50.0%"])
def test_a_share(asked: str) -> None:
    place = place_asked_for(ARTICLE, asked)
    assert place is not None
    assert place.start == -(-len(ARTICLE) // 2)


@pytest.mark.parametrize("share", range(1, 100, 7))
@pytest.mark.parametrize("length", [200, 333, 4801])
def test_a_share_is_the_one_that_the_header_shows_there(share: int, length: int) -> None:
    document = document_of("a" * length)
    place = place_asked_for(document, f"{share}%")
    assert place is not None
    assert Messages("en").percent(fraction_at(document, place.start)) == f"{share}%"


@pytest.mark.parametrize(
    ("asked", "needle"),
    [("1", "نماذج"), ("٧", "التعامل مع"), ("6", "تعمل ‘لاما’"), ("99999", "مستقبل الذكاء الاصطناعي غير مؤكد")],
)
def test_a_line_of_the_file(asked: str, needle: str) -> None:
    place = place_asked_for(ARTICLE, asked)
    assert place is not None
    assert place.start == pos_of(ARTICLE, needle)


@pytest.mark.parametrize("asked", ["خصوصية البيانات", "خُصوصيّه", "LLAMACON"])
def test_a_section_by_a_part_of_its_title(asked: str) -> None:
    place = place_asked_for(ARTICLE, asked)
    assert place in [section.title for section in ARTICLE.sections]


@pytest.mark.parametrize("asked", ["", "  ", "no such title", "%", "\u064e"])
def test_nowhere(asked: str) -> None:
    assert place_asked_for(ARTICLE, asked) is None


def test_an_empty_document_has_no_places() -> None:
    assert place_asked_for(parse_text(""), "1") is None


@pytest.mark.parametrize("digit", ["9", "٩", "0"])
@pytest.mark.parametrize("sign", ["", "%", ".5%"])
def test_numbers_of_any_length_lead_somewhere(digit: str, sign: str) -> None:
    place = place_asked_for(article(), digit * 5000 + sign)
    assert place is not None
    assert 0 <= place.start <= len(article())
