"""The text that answers a question is among the first."""

from reader.search.ranking import Ranking
from tests.samples import article

TEXTS = [article().slice(block.range) for block in article().blocks]


def test_questions_about_the_article_find_their_paragraphs() -> None:
    ranking = Ranking(TEXTS)
    for question, answer in (
        ("كم مليار دولار تعهدت ميتا باستثمارها؟", "80 مليار دولار"),
        ("متى سيعقد مؤتمر المطورين؟", "29 أبريل"),
        ("Which law protects data in the EU, GDPR?", "GDPR"),
    ):
        assert any(answer in TEXTS[number] for number in ranking.best(question, 5)), question


def test_a_question_that_shares_nothing_finds_nothing() -> None:
    assert Ranking(TEXTS).best("zzzz qqqq", 5) == []
    assert Ranking([]).best("كم؟", 5) == []


def test_texts_that_fit_equally_stay_in_order() -> None:
    assert Ranking(["same words"] * 3 + ["others"]).best("words", 5) == [0, 1, 2]
