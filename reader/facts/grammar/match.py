"""Owns what a rule hands back: a fact of the chunk it read, and the token after it."""

from reader.model import FactKind, FactValue
from reader.named_tuples import NamedTuple


class Match(NamedTuple):
    """A fact in the making: ``start`` and ``end`` are code points of the tokenised text, ``next`` the token after it.

    A ``silent`` match was read and says nothing that stands by itself («غدا الساعة 8»): reading goes on after it, so
    that no part of it is taken for a fact.
    """

    kind: FactKind
    start: int
    end: int
    next: int
    value: FactValue
    unit: str = ""
    modifier: str = ""
    calendar: str = ""
    gregorian: str = ""
    silent: bool = False
