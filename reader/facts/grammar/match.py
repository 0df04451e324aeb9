"""Owns what a rule hands back: a fact of the stretch it read, and the token after it."""

from typing import NamedTuple

from reader.model import FactKind, FactValue


class Match(NamedTuple):
    """A fact in the making: ``start`` and ``end`` are code points of the scanned text, ``next`` the token after it."""

    kind: FactKind
    start: int
    end: int
    next: int
    value: FactValue
    unit: str = ""
    modifier: str = ""
    calendar: str = ""
    gregorian: str = ""
