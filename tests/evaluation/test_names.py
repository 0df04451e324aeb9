from tests.evaluation.names import Name, names_by_reader, scored
from tests.evaluation.score import Score


def test_a_name_is_found_once_and_one_over_a_facility_counts_neither_way() -> None:
    score = Score()
    annotated = [Name(0, 6, "place"), Name(10, 16, "person"), Name(20, 30, "facility")]
    found = {Name(2, 9, "place"), Name(4, 6, "place"), Name(11, 12, "organisation"), Name(25, 40, "place")}
    scored(found, annotated, score)
    assert (score.right, score.missed, score.false) == (1, 1, 2)


def test_what_this_project_finds_has_its_places_in_the_text() -> None:
    assert names_by_reader("It is\nin Cairo today", "en") == {Name(9, 14, "place")}
