"""A fact: a stretch of the document with a kind and a normalised value."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.positions import Range

FactValue = int | float | str | dict[str, "FactValue"]
"""What a value may be; what each kind holds is stated at :class:`FactKind`."""


class FactKind(StrEnum):
    """The kinds of fact, in the order the panel groups them.

    What the value of each holds: money, count, quantity, number, ordinal and percent a number, exact where it is
    whole, or ``{from, to}``; ``number_range`` ``{from, to}``, either of which may be missing; date, time, datetime and
    duration ISO 8601, with X for what is not stated and ``a/b`` for a range; a name the entity's usual name in the
    document; an acronym ``{short, long}``; a quotation or term its words; a link, e-mail address or telephone number
    its normal form.
    """

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"
    NUMBER = "number"
    NUMBER_RANGE = "number_range"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    DURATION = "duration"
    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    PLACE = "place"
    EVENT = "event"
    LAW = "law"
    ACRONYM = "acronym"
    QUOTED_TERM = "quoted_term"
    QUOTATION = "quotation"
    TERM = "term"
    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"


NAME_KINDS = (
    FactKind.PERSON,
    FactKind.ORGANISATION,
    FactKind.PRODUCT,
    FactKind.PLACE,
    FactKind.EVENT,
    FactKind.LAW,
)
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
