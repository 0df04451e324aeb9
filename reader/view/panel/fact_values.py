"""Values of facts as one reads them, and as other programs take them."""

from collections.abc import Callable

from reader.locale import Messages
from reader.model import Fact, FactValue

_SIGNS = {"<=": "≤", ">=": "≥", "~": "≈"}


def shown_value(fact: Fact, messages: Messages) -> str:
    """A fact's normalised value in the interface's digits; codes and ISO 8601 stay what they are."""
    parts = [_SIGNS.get(fact.modifier, fact.modifier), _written(fact.value, messages.number, " – "), fact.unit]
    text = " ".join(part for part in parts if part)
    return f"{text} = {fact.gregorian}" if fact.gregorian else text


def plain_value(fact: Fact) -> str:
    """The value as it is copied: a number without separators, its unit behind it."""
    text = _written(fact.value, str, "/")
    return f"{text} {fact.unit}" if fact.unit else text


def _written(value: FactValue, number: Callable[[float], str], joint: str) -> str:
    match value:
        case dict():
            return joint.join(_written(part, number, joint) for part in value.values())
        case int() | float():
            return number(value)
        case str():
            return value
