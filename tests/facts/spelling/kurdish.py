"""Numbers in Sorani Kurdish words: joined by «و» standing alone or written on to the word before it."""

from tests.facts.spelling import Pick

_BELOW_TWENTY = {
    1: ["یەک"],
    2: ["دوو"],
    3: ["سێ"],
    4: ["چوار"],
    5: ["پێنج"],
    6: ["شەش"],
    7: ["حەوت"],
    8: ["هەشت"],
    9: ["نۆ"],
    10: ["دە"],
    11: ["یازدە", "یانزە"],
    12: ["دوازدە", "دوانزە"],
    13: ["سێزدە", "سیانزە"],
    14: ["چواردە"],
    15: ["پازدە", "پانزە"],
    16: ["شازدە", "شانزە"],
    17: ["حەڤدە", "حەفدە"],
    18: ["هەژدە"],
    19: ["نۆزدە"],
}
_TENS = ["بیست", "سی", "چل", "پەنجا", "شەست", "حەفتا", "هەشتا", "نەوەد"]
_HUNDREDS = ["سەد", "دووسەد", "سێسەد", "چوارسەد", "پێنجسەد", "شەشسەد", "حەوتسەد", "هەشتسەد", "نۆسەد"]
_SCALES = [
    (10**12, ["ترلیۆن"]),
    (10**9, ["ملیار", "بلیۆن"]),
    (10**6, ["ملیۆن"]),
    (10**3, ["هەزار"]),
]


def spelt(number: int, pick: Pick) -> str:
    """The words of a number below 10¹⁵."""
    parts: list[str] = []
    for scale, names in _SCALES:
        count, number = divmod(number, scale)
        if count == 1 and scale == 1000:
            parts.append(pick(names))
        elif count:
            parts.append(_joined(_below_thousand(count, pick), pick) + " " + pick(names))
    if number:
        parts.extend(_below_thousand(number, pick))
    return _joined(parts, pick)


def _joined(parts: list[str], pick: Pick) -> str:
    words = parts[0]
    for part in parts[1:]:
        words += pick([" و ", " و ", "و "]) + part
    return words


def _below_thousand(number: int, pick: Pick) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        parts.append(pick([_HUNDREDS[hundreds - 1], *([f"{_BELOW_TWENTY[hundreds][0]} سەد"] if hundreds > 1 else [])]))
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        parts.append(_TENS[tens - 2])
        rest = unit
    if rest:
        parts.append(pick(_BELOW_TWENTY[rest]))
    return parts
