from pathlib import Path

import pytest

from reader.model import FactKind
from tests.evaluation.passages import KINDS, NAMES, SAME_ENTITY, Marked, passages_in, scores_of, unmarked
from tests.evaluation.score import Score

PASSAGES = Path(__file__).with_name("passages")
LANGUAGES = ("ar", "fa", "he", "ur", "en")


def test_marks_nest_and_leave_the_text() -> None:
    text, marks = unmarked("see {a:{o=who:World Health Organization} ({o=who:WHO})} and {l:Rome}")
    assert text == "see World Health Organization (WHO) and Rome"
    assert marks == (
        Marked(FactKind.ACRONYM, 4, 35, "World Health Organization (WHO)"),
        Marked(FactKind.ORGANISATION, 4, 29, "who"),
        Marked(FactKind.ORGANISATION, 31, 34, "who"),
        Marked(FactKind.PLACE, 40, 44, "Rome"),
    )


def test_a_mark_that_is_not_closed_is_an_error() -> None:
    with pytest.raises(ValueError, match="not closed"):
        unmarked("see {l:Rome")


def test_every_set_has_passages_in_every_language_that_mark_every_kind_but_products() -> None:
    for name in ("dev", "held"):
        passages = [passage for code in LANGUAGES for passage in passages_in(PASSAGES / f"{code}.{name}.txt")]
        assert {passage.language for passage in passages} == set(LANGUAGES)
        assert {mark.kind for passage in passages for mark in passage.marks} == set(KINDS.values()) - {FactKind.PRODUCT}


def names_in(found: dict[tuple[str, str], Score], language: str) -> Score:
    whole = Score()
    for kind in NAMES:
        score = found[kind, language]
        whole.right, whole.false, whole.missed = (
            whole.right + score.right,
            whole.false + score.false,
            whole.missed + score.missed,
        )
    return whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_seldom_false_and_mostly_found(language: str) -> None:
    sets = sorted(PASSAGES.glob(f"{language}.*.txt"))
    assert len(sets) == 3
    found = scores_of(passage for path in sets for passage in passages_in(path))
    names = names_in(found, language)
    assert names.precision >= 0.98
    assert names.recall >= 0.87
    assert found[SAME_ENTITY, language].f1 == 1
    for kind in (FactKind.ACRONYM, FactKind.QUOTED_TERM, FactKind.QUOTATION):
        assert found[kind, language].f1 == 1, kind


def test_a_missed_a_false_and_a_split_name_are_counted() -> None:
    passage = next(passages_in(PASSAGES / "en.dev.txt"))
    wrong = passage._replace(marks=(*passage.marks[1:], Marked(FactKind.EVENT, 0, 5, "x")))
    found = scores_of([wrong])
    assert found[passage.marks[0].kind, "en"].false == 1
    assert found[FactKind.EVENT, "en"].missed == 1
