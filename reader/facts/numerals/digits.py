"""Owns numerals in digits: which separators group thousands and which is the decimal point.

Digits of any script are read, but not ASCII digits and others mixed in one number. A run of more than
:data:`~reader.facts.tokens.MAX_DIGITS` digits is no number.
"""

import re
from fractions import Fraction

from reader.facts.grammar_values import Number, Numeral
from reader.facts.token_stream import TokenStream
from reader.facts.tokens import MAX_DIGITS

_DECIMAL_SIGNS = "٫."
_GROUP_SIGNS = "٬'’"
_EITHER_SIGNS = ",،"
_SEPARATORS = _DECIMAL_SIGNS + _GROUP_SIGNS + _EITHER_SIGNS
_MOST_GROUPS = 14


def digits_at(stream: TokenStream, i: int) -> Numeral | None:
    """Digits with separators; one alone before three digits groups thousands if a comma, else it is the point."""
    tokens = stream.tokens
    point = 0
    if is_bare_point(stream, i):
        point, i = 1, i + 1
    elif _is_listed(stream, i):
        return Numeral(i, i + 1, int(tokens[i].key)) if len(tokens[i].key) <= MAX_DIGITS else None
    groups = [tokens[i].key]
    signs: list[str] = []
    end = i + 1
    if point:
        decimals = len(groups[0]) <= MAX_DIGITS and not _is_more(stream, end)
        return Numeral(i - 1, end, Fraction(f"0.{groups[0]}")) if decimals else None
    while len(groups) < _MOST_GROUPS:
        if _is_more(stream, end):
            signs.append(tokens[end].key)
            groups.append(tokens[end + 1].key)
            end += 2
        elif _is_spaced_group(stream, i, end, signs):
            signs.append(" ")
            groups.append(tokens[end].key)
            end += 1
        else:
            break
    text = stream.text[tokens[i].start : tokens[end - 1].end]
    mixed = not text.isascii() and _ASCII_DIGIT.search(text) and _OTHER_DIGIT.search(text)
    if mixed or sum(map(len, groups)) > MAX_DIGITS:  # which system a mixture is meant in is anybody's guess
        return None
    value = _grouped(groups, signs)
    return None if value is None else Numeral(i, end, value)


def is_bare_point(stream: TokenStream, i: int) -> bool:
    """Whether a decimal point without a zero before it stands at ``i``: ``.75``."""
    if not (stream.is_sign(i, _DECIMAL_SIGNS) and stream.is_digits(i + 1) and _touches(stream, i + 1)):
        return False
    return not stream.is_glued(i) or stream.is_sign(i - 1, _OPENING)


_OPENING = "-−+([{<>=≤≥~$€£₪₹"
"""Signs that may touch a number on its left and are no part of it."""


def _is_more(stream: TokenStream, i: int) -> bool:
    """Whether a separator and digits go on at ``i``."""
    joined = stream.is_sign(i, _SEPARATORS) and stream.is_digits(i + 1)
    return joined and _touches(stream, i) and _touches(stream, i + 1)


def _is_listed(stream: TokenStream, i: int) -> bool:
    """Whether digits are one of a list without spaces, which groups nothing: ``22,24,26,31``.

    What is told of one holds for all that follow it in the list, so that a long list is gone through once.
    """
    if i not in stream.listed:
        first, last = i, i
        while stream.is_digits(first - 2) and stream.is_sign(first - 1, _EITHER_SIGNS) and stream.is_glued(first):
            first -= 2
        while _is_more(stream, last + 1) and stream.key(last + 1) in _EITHER_SIGNS:
            last += 2
        listed = _are_listed(stream, first, last)
        stream.listed.update((member, listed) for member in range(i, last + 1, 2))
    return stream.listed[i]


def _are_listed(stream: TokenStream, first: int, last: int) -> bool:
    """Whether digits with one comma between each two of them are a list, not one number in groups."""
    groups = [stream.key(k) for k in range(first, last + 1, 2)]
    if len(groups) > 1 and _is_set(stream, first, last):
        return True
    if len({stream.key(k) for k in range(first + 1, last, 2)}) != 1:
        return False
    if len(groups) < 3 or _is_indian(groups):
        return False
    return not (all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3)


def _is_set(stream: TokenStream, first: int, last: int) -> bool:
    """Whether digits with commas fill braces or square brackets: ``{0,1}``, ``[0,1]``."""
    opens = stream.is_sign(first - 1, "{[") and stream.is_glued(first)
    closes = stream.is_sign(last + 1, "}]") and stream.is_glued(last + 1)
    return opens and closes and (stream.is_sign(first - 1, "{") or len(stream.key(last)) != _GROUP)


_GROUP = 3
"""Digits between two signs of thousands."""
_INVISIBLE = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]*")


def _touches(stream: TokenStream, i: int) -> bool:
    """Whether nothing but direction controls stands before token ``i``."""
    return stream.tokens[i].glued or bool(
        _INVISIBLE.fullmatch(stream.text, stream.tokens[i - 1].end, stream.tokens[i].start)
    )


def _is_spaced_group(stream: TokenStream, first: int, i: int, signs: list[str]) -> bool:
    """Whether token ``i`` is a group of three digits after one space, as in ``40 000``."""
    tokens = stream.tokens
    if not stream.is_digits(i) or len(tokens[i].key) != 3 or any(sign != " " for sign in signs):
        return False
    if len(tokens[first].key) > 3 or tokens[first].key.startswith("0"):
        return False
    gap = stream.text[tokens[i - 1].end : tokens[i].start]
    return (
        len(gap) == 1 and gap in " \u00a0\u202f\u2009" and not (stream.is_digits(i + 1) and len(tokens[i + 1].key) != 3)
    )


_ASCII_DIGIT = re.compile("[0-9]")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def _is_indian(groups: list[str]) -> bool:
    """Whether groups are those of lakhs and crores: ``12,50,000``."""
    first, *middle, last = map(len, groups)
    return first in (1, 2) and last == 3 and bool(middle) and all(size == 2 for size in middle)


def _grouped(groups: list[str], signs: list[str]) -> Number | None:
    if not signs:
        return int(groups[0])
    *inner, last = signs
    thousands = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    kinds = set(signs)
    if len(signs) > 1 and kinds <= set(_EITHER_SIGNS + _GROUP_SIGNS) and _is_indian(groups):
        return int("".join(groups))
    if len(kinds) == 1 and (len(signs) > 1 or last in _GROUP_SIGNS + " "):
        return int("".join(groups)) if thousands and last != "٫" else None
    if len(signs) == 1:
        if last in _EITHER_SIGNS and thousands and not groups[0].startswith("0"):
            return int("".join(groups))
        return Fraction(f"{groups[0]}.{groups[1]}")
    whole = groups[:-1]
    if last in _DECIMAL_SIGNS and set(inner) <= set(_EITHER_SIGNS + _GROUP_SIGNS) and _is_indian(whole):
        return Fraction("".join(whole) + "." + groups[-1])
    if last in inner or last in _GROUP_SIGNS or not all(len(group) == 3 for group in whole[1:]):
        return None
    return Fraction("".join(whole) + "." + groups[-1])
