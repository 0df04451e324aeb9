"""The looks that SGR sequences (ECMA-48, 8.3.117) give to text.

Colours of all three kinds are read, with semicolons (``38;5;200``) and with colons (``38:2::255:128:0``, ITU-T T.416).
Text is never hidden: conceal (8) is passed over, as is what nobody can draw here and what is malformed.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.model import Attributes, Look
from reader.model.looks import PLAIN_LOOK

_SET = {
    1: Attributes.BOLD,
    2: Attributes.DIM,
    3: Attributes.ITALIC,
    4: Attributes.UNDERLINE,
    5: Attributes.BLINK,
    6: Attributes.BLINK,
    7: Attributes.REVERSE,
    9: Attributes.STRIKE,
    21: Attributes.UNDERLINE,
}
_RESET = {
    22: Attributes.BOLD | Attributes.DIM,
    23: Attributes.ITALIC,
    24: Attributes.UNDERLINE,
    25: Attributes.BLINK,
    27: Attributes.REVERSE,
    29: Attributes.STRIKE,
}
_FOREGROUND, _BACKGROUND, _UNDERLINE_COLOUR = 38, 48, 58
_DIGITS = 5
"""Digits of a parameter at most: none needs more than three."""


@lru_cache(maxsize=1024)
def look_after(look: Look, parameters: str) -> Look:
    """The look a sequence makes of the one before it.

    Args:
        look: The one before.
        parameters: What stands between ``ESC [`` and ``m``.
    """
    fields = iter(parameters.split(";"))
    for field in fields:
        main, *parts = [_number(part) for part in field.split(":")]
        if main in (_FOREGROUND, _BACKGROUND, _UNDERLINE_COLOUR):
            look = _coloured(look, main, _colour_of(parts) if parts else _colour_after(fields))
        elif main == 4 and parts:
            look = _with(look, Attributes.UNDERLINE, on=parts[0] != 0)
        else:
            look = _simple(look, main)
    return look


_MISSING = "-"


def _number(field: str) -> int:
    """A parameter; 0 where it is left out, -1 where it is none."""
    if not field:
        return 0
    return int(field) if field.isdecimal() and len(field) <= _DIGITS else -1


def _simple(look: Look, code: int) -> Look:
    if code == 0:
        return PLAIN_LOOK
    if code in _SET:
        return _with(look, _SET[code], on=True)
    if code in _RESET:
        return _with(look, _RESET[code], on=False)
    base, index = divmod(code, 10)
    if base in (3, 4) and index != 8:
        colour = str(index) if index < 8 else ""
        return look._replace(foreground=colour) if base == 3 else look._replace(background=colour)
    if base in (9, 10) and index < 8:
        colour = str(8 + index)
        return look._replace(foreground=colour) if base == 9 else look._replace(background=colour)
    return look


def _with(look: Look, attributes: Attributes, *, on: bool) -> Look:
    return look._replace(attributes=look.attributes | attributes if on else look.attributes & ~attributes)


def _coloured(look: Look, which: int, colour: str | None) -> Look:
    if colour is None or which == _UNDERLINE_COLOUR:
        return look
    return look._replace(foreground=colour) if which == _FOREGROUND else look._replace(background=colour)


def _colour_after(fields: Iterator[str]) -> str | None:
    """The colour in the parameters that follow; they are used up whether it is one or not."""
    kind = _number(next(fields, ""))
    count = {2: 3, 5: 1}.get(kind, 0)
    return _colour_of([kind, *(_number(next(fields, _MISSING)) for _ in range(count))]) if count else None


def _colour_of(parts: Sequence[int]) -> str | None:
    """The colour of a kind and its numbers; a colour space before three components may be there or not."""
    kind, *numbers = parts
    if kind == 2:
        numbers = numbers[1:4] if len(numbers) > 3 else numbers[:3]
        if len(numbers) == 3 and all(0 <= number <= 255 for number in numbers):
            return "#{:02x}{:02x}{:02x}".format(*numbers)
    if kind == 5 and numbers and 0 <= numbers[0] <= 255:
        return str(numbers[0])
    return None
