"""One detector tells a document's language and that of its parts."""

import pytest

from reader.facts.detection import language_of_text
from reader.facts.languages import LANGUAGES
from reader.text.language import TELLING, language_of
from tests.samples import ENGLISH, ROOT, article

TEXTS = {
    "ar": article().slice(article().range),
    "en": ENGLISH,
    "fa": (ROOT / "seeds" / "hafez-and-khayyam.fa.txt").read_text(encoding="utf-8"),
    "ur": "یہ ایک سادہ سی کہانی ہے جو ہم نے بچپن میں سنی تھی اور آج تک ہمیں یاد ہے۔",
    "ckb": "ئەم کتێبە لە ساڵی ٢٠٢٠دا چاپ کرا و زۆر کەس خوێندیانەوە.",
    "he": "הספר יצא לאור בשנת אלפיים ונמכר במדינות רבות.",
}


def test_every_language_of_facts_can_be_told() -> None:
    assert set(TELLING) == set(LANGUAGES) == set(TEXTS)


@pytest.mark.parametrize("code", TEXTS)
def test_the_document_and_its_parts_are_told_alike(code: str) -> None:
    assert language_of(TEXTS[code]) == code
    assert language_of_text(TEXTS[code]) == code
    assert language_of_text(TEXTS[code], code) == code


@pytest.mark.parametrize("text", ["", "123", "— …", "Größe und Übermut könnten täuschen, häufig übrigens schön"])
def test_nothing_is_told_where_nothing_tells(text: str) -> None:
    assert language_of(text) == ""
    assert language_of(text, "fa") in {"", "fa"}
