"""Numbers in Arabic words: both genders, nominative and oblique, joined and split hundreds, spoken forms."""

from tests.facts.spelling import Pick

_UNITS = {
    1: ["واحد", "واحدة", "إحدى"],
    2: ["اثنان", "اثنين", "اثنتان", "اثنتين", "إثنان", "اتنين"],
    3: ["ثلاث", "ثلاثة", "ثلاثه", "تلاتة"],
    4: ["أربع", "أربعة", "اربعه"],
    5: ["خمس", "خمسة", "خمسه"],
    6: ["ست", "ستة", "سته"],
    7: ["سبع", "سبعة", "سَبْعَة"],
    8: ["ثمان", "ثماني", "ثمانية", "ثمانٍ", "تمانية"],
    9: ["تسع", "تسعة", "تسعه"],
}
_TEENS = {
    10: ["عشر", "عشرة", "عشره"],
    11: ["أحد عشر", "إحدى عشرة", "احدى عشر", "احدى عشره", "حداشر", "إحدعش"],
    12: ["اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة", "إثنا عشر", "اثناعشر", "اتناشر", "اطنعش"],
    13: ["ثلاثة عشر", "ثلاث عشرة", "ثلاثه عشر", "تلتاشر", "تلتطعش"],
    14: ["أربعة عشر", "أربع عشرة", "أربعتاشر", "اربعطعش"],
    15: ["خمسة عشر", "خمس عشرة", "خمسةعشر", "خمستاشر", "خمسطعش"],
    16: ["ستة عشر", "ست عشرة", "ستاشر", "سطعش"],
    17: ["سبعة عشر", "سبع عشرة", "سبعتاشر", "سبعطعش"],
    18: ["ثمانية عشر", "ثماني عشرة", "ثمان عشرة", "تمنتاشر", "تمنطعش"],
    19: ["تسعة عشر", "تسع عشرة", "تسعتاشر", "تسعطعش"],
}
_TENS = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
_HUNDREDS = {
    1: ["مئة", "مائة", "مئه", "مائه", "ميه", "مية"],
    2: ["مئتان", "مئتين", "مائتان", "مائتين", "ميتين"],
    3: ["ثلاثمئة", "ثلاثمائة", "ثلاث مئة", "ثلاث مائة", "ثلثمائة", "تلتمية"],
    4: ["أربعمئة", "أربعمائة", "أربع مئة", "اربعميه", "ربعمية"],
    5: ["خمسمئة", "خمسمائة", "خمس مئة", "خمس مائة", "خمسميه", "خمسمية"],
    6: ["ستمئة", "ستمائة", "ست مئة", "ستميه"],
    7: ["سبعمئة", "سبعمائة", "سبع مئة", "سبعمية"],
    8: ["ثمانمئة", "ثمانمائة", "ثمان مئة", "ثماني مئة", "ثمانيمئة", "تمنمية"],
    9: ["تسعمئة", "تسعمائة", "تسع مئة", "تسعميه"],
}
_SCALES = [
    (10**12, ["تريليون", "ترليون"], "ان", ["تريليونات", "ترليونات"], ["تريليونا", "تريليونًا"]),
    (10**9, ["مليار", "بليون"], "ان", ["مليارات", "بلايين"], ["مليارا", "مليارًا", "بليونا"]),
    (10**6, ["مليون"], "ان", ["ملايين"], ["مليونا", "مليونًا"]),
    (10**3, ["ألف", "الف"], "ان", ["آلاف", "الاف", "ألاف"], ["ألفا", "ألفًا", "الفا"]),
]


def spelt(number: int, pick: Pick) -> str:
    """The words of a number below 10¹⁵."""
    parts: list[str] = []
    for scale, one, _, plural, accusative in _SCALES:
        count, number = divmod(number, scale)
        if count == 1:
            parts.append(pick(one))
        elif count == 2:
            parts.append(pick(one) + pick(["ان", "ين"]))
        elif count:
            last = count % 100
            noun = plural if 3 <= last <= 10 else accusative if last > 10 else one
            parts.append(f"{_joined(_below_thousand(count, pick), pick)} {pick(noun)}")
    if number:
        parts.extend(_below_thousand(number, pick))
    return _joined(parts, pick)


def _joined(parts: list[str], pick: Pick) -> str:
    words = parts[0]
    for part in parts[1:]:
        words += pick([" و", " و "]) + part
    return words


def _below_thousand(number: int, pick: Pick) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts = [pick(_HUNDREDS[hundreds])] if hundreds else []
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        if unit:
            parts.append(pick(_UNITS[unit]))
        parts.append(_TENS[tens - 2] + pick(["ون", "ين"]))
    elif rest >= 10:
        parts.append(pick(_TEENS[rest]))
    elif rest:
        parts.append(pick(_UNITS[rest]))
    return parts
