"""Searches beyond one document: the queries asked before, and how queries are meant."""

from reader.search import Matching
from reader.values import dataclass, replace

KEPT = 100
"""Queries that are remembered."""

LONGEST = 200
"""Code points of a query that is remembered."""


@dataclass(frozen=True, slots=True)
class Searches:
    """See the module.

    Attributes:
        past: Queries asked before, the latest first.
        matching: How queries are meant.
        wrapped: Whether the last step went round: on from the start (1), back from the end (-1), or not (0).
    """

    past: tuple[str, ...] = ()
    matching: Matching = Matching()
    wrapped: int = 0

    def asked(self, query: str) -> "Searches":
        """After a query was asked."""
        if not query.strip() or len(query) > LONGEST or query == next(iter(self.past), None):
            return self
        return replace(self, past=(query, *(one for one in self.past if one != query))[:KEPT])

    def toggled(self, option: str) -> "Searches":
        """With one of the options of :class:`~reader.search.Matching` the other way round.

        Exactly and by expression exclude each other.
        """
        on = not getattr(self.matching, option)
        matching = replace(self.matching, **{option: on})
        if on and option in {"exact", "pattern"}:
            matching = replace(matching, **{"pattern" if option == "exact" else "exact": False})
        return replace(self, matching=matching)
