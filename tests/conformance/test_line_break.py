"""LineBreakTest: the break opportunities of 7,654 texts."""

from reader.text.linebreak import opportunities
from tests.conformance_data import broken_texts

FILE = "auxiliary/LineBreakTest.txt"


def test_there_are_as_many_as_stated() -> None:
    assert sum(1 for _ in broken_texts(FILE)) == 7654


def test_opportunities() -> None:
    """The end of the text, where LB3 always breaks, is not among them."""
    wrong = []
    for case in broken_texts(FILE):
        found = opportunities(case.text)
        if found.allowed != case.boundaries[:-1] or not set(found.mandatory) <= set(found.allowed):
            wrong.append((case, found))
    assert not wrong[:5]
