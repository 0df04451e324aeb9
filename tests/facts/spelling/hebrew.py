"""Numbers in Hebrew words: both genders, full and defective spelling, the construct before thousands."""

from tests.facts.spelling import Pick

_FEMININE = {
    1: ["אחת"],
    2: ["שתיים", "שתים"],
    3: ["שלוש", "שלש"],
    4: ["ארבע"],
    5: ["חמש"],
    6: ["שש"],
    7: ["שבע"],
    8: ["שמונה"],
    9: ["תשע"],
}
_MASCULINE = {
    1: ["אחד"],
    2: ["שניים", "שנים"],
    3: ["שלושה", "שלשה"],
    4: ["ארבעה"],
    5: ["חמישה", "חמשה"],
    6: ["שישה", "ששה"],
    7: ["שבעה"],
    8: ["שמונה"],
    9: ["תשעה"],
}
_CONSTRUCT = ["שלושת", "ארבעת", "חמשת", "ששת", "שבעת", "שמונת", "תשעת", "עשרת"]
_TENS = {
    20: ["עשרים"],
    30: ["שלושים", "שלשים"],
    40: ["ארבעים"],
    50: ["חמישים", "חמשים"],
    60: ["שישים", "ששים"],
    70: ["שבעים"],
    80: ["שמונים"],
    90: ["תשעים"],
}
_SCALES = [
    (10**12, ["טריליון"]),
    (10**9, ["מיליארד", "מליארד", "ביליון"]),
    (10**6, ["מיליון", "מליון"]),
]


def spelt(number: int, pick: Pick) -> str:
    """The words of a number below 10¹⁵."""
    parts: list[str] = []
    for scale, names in _SCALES:
        count, number = divmod(number, scale)
        if count == 1:
            parts.append(pick([*names, f"{names[0]} אחד"][: len(names)]))
        elif count == 2:
            parts.append(f"{pick(['שני', 'שניים'])} {pick(names)}")
        elif count:
            parts.append(f"{_joined(_below_thousand(count, pick), pick)} {pick(names)}")
    thousands, number = divmod(number, 1000)
    if thousands == 1:
        parts.append("אלף")
    elif thousands == 2:
        parts.append("אלפיים")
    elif 3 <= thousands <= 10:
        parts.append(f"{_CONSTRUCT[thousands - 3]} אלפים")
    elif thousands:
        parts.append(f"{_joined(_below_thousand(thousands, pick), pick)} אלף")
    if number:
        parts.extend(_below_thousand(number, pick))
    return _joined(parts, pick)


def _joined(parts: list[str], pick: Pick) -> str:
    """The last part has the conjunction; the ones before may have it."""
    words = parts[0]
    for part in parts[1:-1]:
        words += pick([" ", " ו"]) + part
    return f"{words} ו{parts[-1]}" if len(parts) > 1 else words


def _below_thousand(number: int, pick: Pick) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts: list[str] = []
    if hundreds == 1:
        parts.append("מאה")
    elif hundreds == 2:
        parts.append(pick(["מאתיים", "מאתים"]))
    elif hundreds:
        parts.append(f"{pick(_FEMININE[hundreds])}{pick([' ', '־'])}מאות")
    feminine = pick(["feminine", "masculine"]) == "feminine"
    units = _FEMININE if feminine else _MASCULINE
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        parts.append(pick(_TENS[tens * 10]))
        if unit:
            parts.append(pick(units[unit]))
    elif rest > 10:
        parts.append(f"{pick(units[rest - 10])} {'עשרה' if feminine else 'עשר'}")
    elif rest == 10:
        parts.append("עשר" if feminine else "עשרה")
    elif rest:
        parts.append(pick(units[rest]))
    return parts
