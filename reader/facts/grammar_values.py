"""Owns the small frozen values the language tables are written in, the numeral that is read, and a fact's number."""

from fractions import Fraction

from reader.enumerations import IntEnum
from reader.named_tuples import NamedTuple

Number = int | Fraction
"""Exact until it leaves the grammar."""


class Slot(IntEnum):
    """Which place of a numeral a number word fills."""

    UNIT = 1  # 1 to 9
    TEEN = 2  # 10 to 19
    TENS = 3  # 20, 30 … 90
    BELOW_HUNDRED = 4  # 10 to 99 in one word, as Urdu has them
    HUNDRED = 5  # 100 by itself or after a unit
    HUNDREDS = 6  # 200, 300 … 900 in one word
    SCALE = 7  # 1000, 10⁶ …, by itself or after a number
    SCALED = 8  # two of a scale in one word: ألفان
    ZERO = 9


class NumberWord(NamedTuple):
    """A word of a numeral.

    ``ordinal`` marks a form that makes the whole numeral an ordinal; ``several``, a plural that says nothing exact but
    after a number («آلاف»); ``construct``, a form that is two of it before what it counts («ألفا دولار»); ``unsure``, a
    word that by itself is more often another (نه, اسی).
    """

    slot: Slot
    value: int
    ordinal: bool = False
    several: bool = False
    construct: bool = False
    unsure: bool = False


class Currency(NamedTuple):
    """``code`` is ISO 4217, or a family (``dinar``) whose country the text must tell; ``part`` is 100 for a cent.

    A ``dual`` says two of it in one word; ``capitals``, that only capitals make the word a code ("ALL", "TRY").
    """

    code: str
    part: Fraction = Fraction(1)
    dual: bool = False
    capitals: bool = False


class Unit(NamedTuple):
    """``name`` is CLDR's (``mass-gram``); a ``dual`` says two of it in one word."""

    name: str
    dual: bool = False


class Period(NamedTuple):
    """A unit of time: its ISO 8601 designator (``TH`` and ``TM`` for hours and minutes) and how many of that it is."""

    designator: str
    factor: int = 1
    dual: bool = False


class Month(NamedTuple):
    """A month of a ``gregorian``, ``islamic``, ``persian`` or ``hebrew`` year; ``unsure``, a word of other meanings."""

    calendar: str
    number: int
    unsure: bool = False


class Era(NamedTuple):
    """An era of a calendar, and whether its years count backwards."""

    calendar: str
    before: bool = False


class Limit(NamedTuple):
    """``sign`` is a fact's modifier; a ``verb`` («يتجاوز») says the limit of a measure but is no part of it."""

    sign: str
    verb: bool = False


class PartOfDay(IntEnum):
    """The part of the day that a word puts an hour of twelve in."""

    MORNING = 1
    NOON = 2
    AFTERNOON = 3
    EVENING = 4
    NIGHT = 5
    AM = 6
    PM = 7


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


def exact(value: Number) -> Number:
    """A number, an int where it is whole."""
    return int(value) if value == int(value) else value


_LARGEST = 10**308


def plain(number: Number) -> int | float | None:
    """A number as a fact carries it: whole numbers stay ints, others become floats.

    None when a float cannot hold it.
    """
    whole = exact(number)
    if isinstance(whole, int):
        return whole
    return float(whole) if abs(whole) < _LARGEST else None
