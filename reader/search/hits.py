"""The hits of a query, whichever way they are looked for, and the ways a query can be meant.

Units: ``Pos`` in the document.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

from reader.enumerations import StrEnum
from reader.model import Pos, Range
from reader.values import dataclass


def never() -> bool:
    """Nothing stops it."""
    return False


@dataclass(frozen=True, slots=True)
class Matching:
    """The rule of what counts as the same.

    Attributes:
        case: Capitals and small letters are told apart.
        words: Only whole words.
        exact: Character for character: nothing is folded, case neither.
        pattern: The query is a regular expression over the text as it stands.
    """

    case: bool = False
    words: bool = False
    exact: bool = False
    pattern: bool = False


class Failure(StrEnum):
    """Why a query found nothing, or not all there is."""

    PATTERN = "pattern"
    """It is no regular expression."""

    SLOW = "slow"
    """The expression takes too long in one paragraph; what stands before that is found."""


class Hits(ABC):
    """The hits of a query in a document, in order.

    Attributes:
        query: The query as it was typed.
        matching: How it is meant.
        failure: Why not all of them are there; None when they are.
    """

    query: str
    matching: Matching
    failure: Failure | None = None

    @abstractmethod
    def __iter__(self) -> Iterator[Range]: ...

    @abstractmethod
    def after(self, pos: Pos, stop: Callable[[], bool] = never) -> Range | None:
        """The first hit that starts at a position or after it; None, too, once ``stop`` says so.

        That is asked before each part of the document of which it is not known that it has none.
        """

    @abstractmethod
    def before(self, pos: Pos, stop: Callable[[], bool] = never) -> Range | None:
        """The last hit that starts before a position; None, too, once ``stop`` says so."""

    @abstractmethod
    def within(self, part: Range) -> tuple[Range, ...]:
        """The hits that overlap a range, in order: what a screen shows."""

    @abstractmethod
    def count(self, stop: Callable[[], bool] = never) -> int:
        """The number of hits; of those counted so far when ``stop`` says so. What was counted is kept."""

    @abstractmethod
    def ordinal(self, hit: Range) -> int:
        """How many hits come before a hit."""

    @property
    @abstractmethod
    def counted(self) -> bool:
        """Whether their number is known, so that :meth:`count` and :meth:`ordinal` cost nothing to speak of."""
