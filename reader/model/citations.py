"""Questions asked of a model about a document, and the words of the document that its answer cites.

Units: ``Pos`` of the document.
"""

from reader.enumerations import StrEnum
from reader.model.positions import Range
from reader.named_tuples import NamedTuple


class Task(StrEnum):
    """The task a question sets."""

    ANSWER = "answer"
    EXPLAIN = "explain"
    TRANSLATE = "translate"
    SUM_UP = "sum_up"
    DESCRIBE = "describe"


class Standing(StrEnum):
    """Where a quotation was found; the names are those of the JSON output."""

    EXACT = "exact"
    ELSEWHERE = "elsewhere"
    NONE = "none"


class FoundQuotation(NamedTuple):
    """A quotation's place.

    Attributes:
        state: Whether it stands in the passage that was named, elsewhere, or nowhere.
        range: Where; empty when nowhere.
        source: In which of several documents.
    """

    state: Standing
    range: Range
    source: int = 0


class Plain(NamedTuple):
    """Words of the answer."""

    text: str


class Citation(NamedTuple):
    """A quotation in it.

    Attributes:
        n: Its number in the answer, from 1.
        quotation: The words, as the model wrote them.
        found: Where they stand in the document, if they do.
    """

    n: int
    quotation: str
    found: FoundQuotation


AnswerPart = Plain | Citation
