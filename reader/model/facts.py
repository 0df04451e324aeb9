"""A fact: a stretch of the document with a kind and a normalised value.

A kind of fact is one row of :class:`FactKind`: its name, its look, and what its mentions are gathered by. Another
package adds one of its own with :meth:`FactKind.of`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from reader.enumerations import Enum, StrEnum
from reader.model.positions import Range
from reader.values import dataclass

FactValue = int | float | str | dict[str, "FactValue"]
"""A fact's value; :class:`FactKind` states the type for each kind."""


class FactLook(Enum):
    """How facts look where they are underlined in the text."""

    FIGURE = "figure"
    TIME = "time"
    NAME = "name"
    WORDS = "words"
    ADDRESS = "address"


class Gathered(Enum):
    """The rule by which two facts of a kind are mentions of one thing."""

    BY_VALUE = "value"
    BY_NAME = "name"
    NEVER = "never"


class FactKind(StrEnum):
    """The kinds of fact, in the order the panel groups them: the name, the look, what mentions are gathered by.

    What the value of each holds: money, count, quantity, number, ordinal and percent a number, exact where it is
    whole, or ``{from, to}``; ``number_range`` ``{from, to}``, either of which may be missing; date, time, datetime and
    duration ISO 8601, with X for what is not stated and ``a/b`` for a range; a name the entity's usual name in the
    document; an acronym ``{short, long}``; a quotation or term its words; a link, e-mail address or telephone number
    its normal form.

    Attributes:
        look: How it looks in the text.
        gathered: What makes two facts of the kind mentions of one thing.
        labels: Its name for readers by interface language, of a kind that another package brings; the others' stand
            among the interface texts.
    """

    look: FactLook
    gathered: Gathered
    labels: Mapping[str, str]

    __hash__ = str.__hash__  # an Enum's is worked out in Python, for every fact that is put beside others of its kind

    def __new__(cls, name: str, look: FactLook = FactLook.WORDS, gathered: Gathered = Gathered.BY_VALUE) -> Self:
        """A row of the table."""
        return cls._made(name, look, gathered, {})

    @classmethod
    def _made(cls, name: str, look: FactLook, gathered: Gathered, labels: Mapping[str, str]) -> Self:
        kind = str.__new__(cls, name)
        kind._name_, kind._value_ = name.upper(), name
        kind.look, kind.gathered, kind.labels = look, gathered, MappingProxyType(dict(labels))
        return kind

    MONEY = "money", FactLook.FIGURE
    PERCENT = "percent", FactLook.FIGURE
    COUNT = "count", FactLook.FIGURE
    QUANTITY = "quantity", FactLook.FIGURE
    NUMBER = "number", FactLook.FIGURE
    NUMBER_RANGE = "number_range", FactLook.FIGURE
    ORDINAL = "ordinal", FactLook.FIGURE
    DATE = "date", FactLook.TIME
    TIME = "time", FactLook.TIME
    DATETIME = "datetime", FactLook.TIME
    DURATION = "duration", FactLook.TIME
    PERSON = "person", FactLook.NAME, Gathered.BY_NAME
    ORGANISATION = "organisation", FactLook.NAME, Gathered.BY_NAME
    PRODUCT = "product", FactLook.NAME, Gathered.BY_NAME
    PLACE = "place", FactLook.NAME, Gathered.BY_NAME
    EVENT = "event", FactLook.NAME, Gathered.BY_NAME
    LAW = "law", FactLook.NAME, Gathered.BY_NAME
    ACRONYM = "acronym", FactLook.WORDS, Gathered.BY_NAME
    QUOTED_TERM = "quoted_term", FactLook.WORDS, Gathered.BY_NAME
    QUOTATION = "quotation", FactLook.WORDS, Gathered.NEVER
    TERM = "term", FactLook.WORDS, Gathered.BY_NAME
    LINK = "link", FactLook.ADDRESS, Gathered.BY_NAME
    EMAIL = "email", FactLook.ADDRESS, Gathered.BY_NAME
    PHONE = "phone", FactLook.ADDRESS, Gathered.BY_NAME

    @classmethod
    def of(
        cls,
        name: str,
        look: FactLook = FactLook.WORDS,
        gathered: Gathered = Gathered.BY_VALUE,
        labels: Mapping[str, str] | None = None,
    ) -> "FactKind":
        """The kind of this name; where there is none, a new one, which then stands behind all others.

        Args:
            name: What programs call it, such as ``chess_move``.
            look: How it looks in the text.
            gathered: What makes two facts of the kind mentions of one thing.
            labels: What readers call it, by interface language (``en``, ``ar`` …); English where theirs is missing,
                else the name.
        """
        if name not in cls._value2member_map_:
            cls._value2member_map_.setdefault(name, cls._made(name, look, gathered, labels or {}))
        return cls(name)

    @classmethod
    def known(cls) -> "tuple[FactKind, ...]":
        """Every kind there is, in the order the panel groups them: those of this table, then other packages'."""
        return tuple(kind for kind in tuple(cls._value2member_map_.values()) if isinstance(kind, cls))


NAME_KINDS = tuple(kind for kind in FactKind if kind.look is FactLook.NAME)
"""Kinds that are names of entities."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; "" or 0 stands for what the text does not say.

    Attributes:
        kind: The kind.
        range: The text that states it.
        value: The normalised value.
        unit: ISO 4217 code, CLDR unit or counted noun.
        modifier: ``<=``, ``<``, ``>=``, ``>`` or ``~`` before the value.
        calendar: ``islamic``, ``persian`` or ``hebrew``; "" for Gregorian.
        gregorian: The Gregorian equivalent of a date in another calendar, ISO 8601.
        entity: The usual name, in this document, of what a name refers to.
        count: Mentions of the entity or term in the document.
        reason: Why it is one: ``table`` (its name is known), ``words`` (those around and inside it tell), ``letters``
            (Latin ones in other text), ``spellings`` (it stands in two scripts), ``again`` (named elsewhere),
            ``quotation``, ``grammar`` (of numbers and dates), ``telephone``; "" for what its kind says itself.
    """

    kind: FactKind
    range: Range
    value: FactValue
    unit: str = ""
    modifier: str = ""
    calendar: str = ""
    gregorian: str = ""
    entity: str = ""
    count: int = 0
    reason: str = ""
