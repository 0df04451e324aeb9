"""Labels of numbered lists: numbers in the styles of CSS, OOXML and ODF, and the digits a document uses.

Units: numbers from 1; what a style has no sign for is written in digits.
"""

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
"""European, Arabic-Indic and Eastern Arabic-Indic, which Persian and Urdu use."""

BULLETS = ("•", "◦", "▪")
"""Signs of unnumbered lists, by depth."""

PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", DIGITS[0])
"""From raised digits to European ones."""

UNTICKED, TICKED = "☐", "☑"
"""Signs of tasks."""

_SAMPLE = 100_000
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ALPHABETS = {
    "lower-alpha": "abcdefghijklmnopqrstuvwxyz",
    "upper-alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "arabic-abjad": _ABJAD,
    "arabic-alpha": _ALPHA,
    "hebrew-alpha": "אבגדהוזחטיכלמנסעפצקרשת",
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HEBREW = (
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"), (40, "מ"),
    (30, "ל"), (20, "כ"), (16, "טז"), (15, "טו"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"),
    (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"),
)  # fmt: skip


def label_of(number: int, style: str = "decimal") -> str:
    """A number in a style, without what stands around it.

    Args:
        number: The item's number.
        style: ``decimal``, ``lower-roman``, ``upper-roman``, ``hebrew`` or an alphabet: ``lower-alpha``,
            ``upper-alpha``, ``arabic-abjad``, ``arabic-alpha``, ``hebrew-alpha``; another one means ``decimal``.
    """
    if style in _ALPHABETS and number > 0:
        letters = _ALPHABETS[style]
        return letters[(number - 1) % len(letters)] * min(3, (number - 1) // len(letters) + 1)
    if style.endswith("-roman") and 0 < number < 4000:
        numeral = _additive(number, _ROMAN)
        return numeral.upper() if style == "upper-roman" else numeral
    if style == "hebrew" and 0 < number < 1000:
        return _additive(number, _HEBREW)
    return str(number)


def _additive(number: int, signs: tuple[tuple[int, str], ...]) -> str:
    numeral = ""
    for value, sign in signs:
        while number >= value:
            numeral += sign
            number -= value
    return numeral


def bullet_of(depth: int) -> str:
    """The sign of an unnumbered item of a depth, from 1."""
    return BULLETS[(max(1, depth) - 1) % len(BULLETS)]


def digits_of(text: str) -> dict[int, int]:
    """The digits that a text uses most, as a table from European ones (:meth:`str.translate`)."""
    sample = text[:_SAMPLE]
    most = max(DIGITS, key=lambda digits: sum(map(sample.count, digits)))
    return str.maketrans(DIGITS[0], most)
