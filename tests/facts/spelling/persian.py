"""Numbers in Persian words: joined by «و» with spaces, with the zero-width non-joiner or without; spoken forms."""

from tests.facts.spelling import Pick

_BELOW_TWENTY = {
    1: ["یک", "يک"],
    2: ["دو"],
    3: ["سه"],
    4: ["چهار", "چار"],
    5: ["پنج"],
    6: ["شش", "شیش"],
    7: ["هفت"],
    8: ["هشت"],
    9: ["نه"],
    10: ["ده"],
    11: ["یازده"],
    12: ["دوازده"],
    13: ["سیزده"],
    14: ["چهارده", "چارده"],
    15: ["پانزده", "پونزده"],
    16: ["شانزده", "شونزده"],
    17: ["هفده", "هیفده"],
    18: ["هجده", "هیجده", "هژده"],
    19: ["نوزده"],
}
_TENS = [["بیست"], ["سی"], ["چهل"], ["پنجاه"], ["شصت"], ["هفتاد"], ["هشتاد"], ["نود"]]
_HUNDREDS = [
    ["صد", "یکصد", "یک صد"],
    ["دویست"],
    ["سیصد", "سی‌صد"],
    ["چهارصد", "چهار صد"],
    ["پانصد", "پونصد"],
    ["ششصد", "شش‌صد", "شیشصد"],
    ["هفتصد", "هفت‌صد"],
    ["هشتصد"],
    ["نهصد", "نه صد"],
]
_SCALES = [
    (10**12, ["تریلیون"]),
    (10**9, ["میلیارد", "بیلیون"]),
    (10**6, ["میلیون", "ملیون"]),
    (10**3, ["هزار"]),
]


def spelt(number: int, pick: Pick) -> str:
    """The words of a number below 10¹⁵."""
    parts: list[str] = []
    for scale, names in _SCALES:
        count, number = divmod(number, scale)
        if count == 1 and scale == 1000:
            parts.append(pick(["هزار", "یک هزار", "یکهزار"]))
        elif count:
            parts.append(_joined(_below_thousand(count, pick), pick) + pick([" ", "‌"]) + pick(names))
    if number:
        parts.extend(_below_thousand(number, pick))
    return _joined(parts, pick)


def _joined(parts: list[str], pick: Pick) -> str:
    words = parts[0]
    for part in parts[1:]:
        words += pick([" و ", "‌و‌", " و‌", "‌و"]) + part
    return words


def _below_thousand(number: int, pick: Pick) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts = [pick(_HUNDREDS[hundreds - 1])] if hundreds else []
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        parts.append(pick(_TENS[tens - 2]))
        rest = unit
    if rest:
        parts.append(pick(_BELOW_TWENTY[rest]))
    return parts
