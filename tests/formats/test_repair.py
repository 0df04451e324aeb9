"""Text that was saved as it was painted, read as it was written."""

import unicodedata
from pathlib import Path

import pytest

from reader.formats import OpenOptions, open_document
from reader.formats.repair import Saved, repaired, saved_as
from reader.text.layout import analyse
from tests.notices import notices_in
from tests.samples import ROOT, article

ARTICLE = article().slice(article().range)
VERSE = (ROOT / "seeds" / "mutanabbi-and-imru-al-qays.ar.txt").read_text(encoding="utf-8").replace("\t", "   ")
HEBREW = "שלום לכל הקוראים, אלה דברים ראשונים (ואחרונים).\nמספרם 1,250 בלבד, כך אמר Amazon Web אתמול."


def painted(text: str) -> str:
    """The text as a program would save it that saves what it has painted."""
    return "\n".join(line.text for part in text.split("\n") for line in analyse(part, 1).wrap(10_000))


def by_code_points(text: str) -> str:
    """The same by a program that turns code points round one by one."""
    return "\n".join(line[::-1] for line in text.split("\n"))


def stripped(text: str) -> list[str]:
    return [unicodedata.normalize("NFC", line.strip()) for line in text.split("\n")]


def test_the_article_comes_back_to_the_letter() -> None:
    assert saved_as(painted(ARTICLE)) is Saved.VISUAL_FORMS
    assert stripped(repaired(painted(ARTICLE))) == stripped(ARTICLE)


def test_vocalised_verse_comes_back_with_its_marks_on_their_letters() -> None:
    assert saved_as(painted(VERSE)) is Saved.VISUAL_FORMS
    assert stripped(repaired(painted(VERSE))) == stripped(VERSE)


def test_marks_that_were_turned_round_with_their_letters_come_back_too() -> None:
    words = "بِسْمِ اللَّهِ الرَّحْمٰنِ الرَّحِيمِ\nقُلْ هُوَ اللَّهُ أَحَدٌ"
    forms = "\n".join("".join(c.shape for c in sorted(analyse(w, 1).wrap(999)[0].clusters)) for w in words.split("\n"))
    assert stripped(repaired(by_code_points(forms))) == stripped(words)


def test_forms_in_logical_order_become_letters() -> None:
    forms = "".join(cluster.shape for cluster in sorted(analyse("السلام عليكم يا صديقي", 1).wrap(999)[0].clusters))
    assert saved_as(forms) is Saved.FORMS
    assert repaired(forms) == "السلام عليكم يا صديقي"


def test_hebrew_in_visual_order_is_turned_round() -> None:
    assert saved_as(painted(HEBREW)) is Saved.VISUAL_HEBREW
    assert repaired(painted(HEBREW)) == HEBREW


@pytest.mark.parametrize(
    "text", [ARTICLE, VERSE, HEBREW, "plain English (text), 12.", "", "كلمة \ufef5 واحدة فيها شكل واحد"]
)
def test_what_was_saved_as_it_was_written_stays(text: str) -> None:
    assert saved_as(text) is Saved.WRITTEN
    assert repaired(text) == text


def test_marks_with_forms_of_their_own_lose_what_carries_them() -> None:
    assert repaired("\ufeb3\ufe77\ufefc\ufe7c\ufee3") == "س\u064eلا\u0651م"


def test_nothing_is_repaired_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_text(painted(ARTICLE), encoding="utf-8")
    plain, asked = open_document(path), open_document(path, OpenOptions(repair=True))
    assert plain.slice(plain.range) == painted(ARTICLE)
    assert [warning for warning in notices_in(plain) if "--repair" in warning]
    assert stripped(asked.slice(asked.range)) == stripped(ARTICLE)
    assert asked.meta.notices == ()
