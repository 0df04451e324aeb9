"""Owns what the reading of numerals takes and gives.

A language's style of composition, and the numeral that was read.
"""

from dataclasses import dataclass
from typing import NamedTuple

from reader.facts.values import Number


@dataclass(frozen=True, slots=True)
class Style:
    """How a language composes number words.

    Attributes:
        units_first: Whether units stand before tens («خمسة وعشرون»).
        conjunction_needed: Whether the places of a number are joined by a conjunction.
        article_is_ordinal: Whether a definite ten or hundred is an ordinal («العشرون»).
        comma_between_scales: Whether a comma may stand after a scale ("two million, three hundred thousand").
        vague: Folded words that make a hundred or a scale after them inexact ("several thousand", چند هزار).
    """

    units_first: bool = False
    conjunction_needed: bool = False
    article_is_ordinal: bool = False
    comma_between_scales: bool = False
    vague: frozenset[str] = frozenset()


class Numeral(NamedTuple):
    """A number that was read.

    Attributes:
        start: Its first token, and ``end`` the token after it.
        value: The exact number.
        ordinal: Whether it counts a place («الثالث»).
        words: Whether it begins with a word, not with digits.
        cut: How many letters of particles its first word sheds.
        joined: Whether one of them is a conjunction.
        scaled: Whether it ends in a thousand or more, as a word.
        definite: Whether its first word has the article.
        unsure: Whether it is one word that is more often another.
        tail: The unit joined on at its end, which may count parts instead («مئة وثلاثة أرباع»); 0 when there is none.
    """

    start: int
    end: int
    value: Number
    ordinal: bool = False
    words: bool = False
    cut: int = 0
    scaled: bool = False
    definite: bool = False
    tail: int = 0
    unsure: bool = False
    joined: bool = False
