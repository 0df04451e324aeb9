"""Numbers in English words: with and without hyphens, "and", commas and the article."""

from tests.facts.spelling import Pick

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_BELOW_TWENTY = _UNITS.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")]


def spelt(number: int, pick: Pick) -> str:
    """The words of a number below 10¹⁵."""
    parts: list[str] = []
    for scale, name in _SCALES:
        count, number = divmod(number, scale)
        if count:
            parts.append(f"{_below_thousand(count, pick)} {name}")
    comma = pick([" ", ", "])
    if number >= 100 or not parts:
        parts.append(_below_thousand(number, pick))
    elif number:
        parts.append("and " + _below_thousand(number, pick))
    return comma.join(parts)


def _below_thousand(number: int, pick: Pick) -> str:
    hundreds, rest = divmod(number, 100)
    parts: list[str] = []
    if hundreds:
        parts.append(f"{_BELOW_TWENTY[hundreds - 1]} hundred")
    if hundreds and rest and pick(["and", ""]):
        parts.append("and")
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        parts.append(_TENS[tens - 2] + (pick(["-", " "]) + _BELOW_TWENTY[unit - 1] if unit else ""))
    elif rest:
        parts.append(_BELOW_TWENTY[rest - 1])
    return " ".join(parts)
