"""Words of names, signs and numbers in any order, in six languages: nothing raises, and every fact lies in its text."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.facts import extract
from reader.facts.languages import LANGUAGES
from reader.facts.languages.tables import table_of, words_in
from tests.documents import document_of

_SIGNS = "، , . ; : ؛ ؟ - – — / ( ) [ ] { } « » “ ” ' ـ ـــ % ٪ $ € # @ * _ | ° ½ ² `x`"
_NUMBERS = "0 7 12 1990 ٣ ٢٠٢٤ ۱۳۹۹ 3.5 .5 12,34,567.89 1/2 10:30 22-2021 00 007 +1 3e8f1a2 v1.2.3"
_NAMES = (
    "عبد الله بن أبي طالب الدكتور الأستاذ محمد أحمد وزير الخارجية جامعة القاهرة مصر للعراق دکتر علی آقای وزارت تهران "
    "ڈاکٹر خان وزیراعظم یونیورسٹی ہندوستان פרופ' משה כהן משרד החוץ ישראל Dr. John Smith University of the U.S. Meta"
)
SIGNS = [*_SIGNS.split(), '"', "\\", "\n", "\u200c", "\u200f", "\x1b[31m"]
NUMBERS = _NUMBERS.split()
NAMES = [*_NAMES.split(), 'ד"ר']


def words_of(code: str) -> list[str]:
    """Every spelling of a language's table, and the names and signs of all."""
    table = table_of(code)
    return [word for rows in table.values() for row in rows for word in words_in(row) if word.strip()]


SALADS = {code: [*words_of(code), *(SIGNS + NUMBERS + NAMES) * 12] for code in LANGUAGES}


def check(text: str, language: str) -> None:
    failures: list[Exception] = []
    document = document_of(*text.split("\n"), language=language)
    facts = extract(document, failed=failures.append)
    assert failures == []
    for fact in facts:
        assert document.slice(fact.range).strip()


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_any_words_in_any_order_are_read(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(SALADS[language]), max_size=24))
    joints = data.draw(st.lists(st.sampled_from([" ", " ", " ", ""]), min_size=len(words), max_size=len(words)))
    check("".join(word + joint for word, joint in zip(words, joints, strict=True)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_crowds_of_names_titles_and_verbs_are_read(language: str) -> None:
    random = Random(7)  # noqa: S311 - any order will do
    check(" ".join(random.choices(NAMES, k=84)), language)
    check(" ".join(random.choices(SALADS[language], k=3000)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_read_backwards_are_read(language: str, sentences: dict[str, str]) -> None:
    text = re.sub(r"[\[\]|]", " ", sentences[language])
    check(text[::-1], language)
    check(" ".join(reversed(text.split(" "))), language)


@pytest.fixture(scope="module")
def sentences() -> dict[str, str]:
    """All sentences of a language's tests, in one text."""
    from tests.facts.test_sentences import FOLDER

    return {path.stem: path.read_text("utf-8")[:20_000] for path in FOLDER.glob("*.txt")}
