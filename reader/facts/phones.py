"""Owns telephone numbers: runs of digits written as such, in E.164 where the region is known, else as their digits.

The shape decides first: a plus or a leading zero, groups, or a word before that announces such a number.
``phonenumbers`` is asked only for what begins with a plus, and judges whether the country has such numbers. A range of
years is not a phone number.
"""

import re
from collections.abc import Iterator
from functools import cache

from reader.facts.extractor import Context, Found
from reader.facts.languages import words_of_all
from reader.facts.tokens import fold
from reader.model import FactKind
from reader.text.patterns import atomic


@cache
def _phone_pattern() -> re.Pattern[str]:
    """A pattern for telephone numbers with their extensions."""
    extension = "|".join(sorted(map(re.escape, words_of_all("words", "extension")), key=len, reverse=True))
    return re.compile(
        _DIALLED + rf"(?:,?[ \u00a0]{{0,2}}(?P<ext>(?i:{extension})\.?)[ \u00a0]{{0,2}}(?P<number>\d{{1,6}})\b)?"
    )


_DIALLED = (
    r"(?<!\d)(?:(?<![\w/.,:٫٬$€£₪%٪+#=&?-])|(?<=[:-])(?=\(\d{3}\)))(?:\(\+\d{1,3}\)|\+(?=\d))?[ \u00a0.-]{0,4}+"
    r"(?:1?\([ ]?\d{1,4}[ ]?\)[ \u00a0.-]{0,3}+)?\d{1,15}+(?:\(0\)\d{1,12}+)?"
    + atomic(r"(?:(?! \d{1,2}/\d{1,2}/)[ \u00a0.–/-]{1,4}+\d{1,10}+){0,8}", "groups")
    + r"(?!(?![xX]\d|ext)[\w%٪/:]|(?<=\d)[.,]\d)"
)
_DIGIT = re.compile(r"\d")


class PhoneExtractor:
    """Telephone numbers."""

    def extract(self, text: str, context: Context) -> Iterator[Found]:
        """Every run of digits that can be nothing but a telephone number."""
        cues = context.stream.words.phone_cue
        for match in _phone_pattern().finditer(text):
            raw = text[match.start() : match.start("ext") if match["ext"] else match.end()].rstrip(", \u00a0")
            lead = len(raw) - len(raw.lstrip(" \u00a0.-"))
            start, raw = match.start() + lead, raw[lead:]
            alone = bool(match["ext"]) or (len(raw) == _ALONE and text.strip() == raw)
            cued = alone or _is_announced(text[max(0, start - _CUE_BEFORE) : start], cues)
            value = _phone(raw, cued=cued)
            if value:
                extension = f";ext={_digits(match['number'])}" if match["ext"] else ""
                yield Found(FactKind.PHONE, start, match.end(), value + extension, reason="telephone")
                continue
            while not value and " " in raw:  # something else in digits may follow: "(914)349-8600 04/21/2020"
                raw = raw.rpartition(" ")[0].rstrip(" -")
                value = _phone(raw, cued=cued)
            if value:
                yield Found(FactKind.PHONE, start, start + len(raw), value, reason="telephone")


_ALONE = 10
"""A text that is nothing but so many digits is a telephone number."""
_CUE_BEFORE = 28
"""How far before a number a word may announce it, in code points."""
_WORD = re.compile(r"[^\W\d_]+")


def _is_announced(before: str, cues: frozenset[str]) -> bool:
    """Whether a word before a number says that it is one of a telephone."""
    words = [fold(word) for word in _WORD.findall(before.rpartition("\n")[2])]
    return any(word in cues for word in words) or any(" ".join(words[-k:]) in cues for k in (2, 3))


def _phone(raw: str, *, cued: bool) -> str:
    """The normalised number, or "" when it is none; one that is announced as such needs less of a shape."""
    digits = _digits(raw)
    if "+" in raw:
        return _international("+" + _digits(raw.replace("(0)", "")))
    if digits.startswith("00") and 11 <= len(digits) <= 17:
        dialled = _international("+" + digits[2:])
        if dialled or not cued:
            return dialled
    groups = re.findall(r"\d+", raw)
    if not 7 <= len(digits) <= 15 or _is_date(groups) or ("." in raw and len(groups) == 2):
        return ""
    if cued and not all(len(group) == 1 for group in groups):
        return digits
    if len(groups) == 1:
        return digits if digits[0] == "0" and 9 <= len(digits) <= 11 else ""
    if "(" in raw or digits[0] == "0" or _is_grouped(groups, raw):
        return digits
    return ""


def _digits(text: str) -> str:
    return "".join(str(int(digit)) for digit in _DIGIT.findall(text))


def _is_date(groups: list[str]) -> bool:
    """Whether groups are two years, a day, a month and a year in some order, or another known shape."""
    sizes = [len(group) for group in groups]
    if len(sizes) == 2:
        return sizes == [4, 4]
    if sizes == [3, 2, 4]:
        return True  # as identity numbers of the United States are written
    return len(sizes) == 3 and max(sizes) == 4 and sizes.count(4) == 1 and sizes[1] != 4 and sum(sizes) <= 8


def _is_grouped(groups: list[str], raw: str) -> bool:
    """Whether groups are those of a phone number (3-3-4) and not of thousands, or single digits set apart."""
    sizes = [len(group) for group in groups]
    if all(size == 1 for size in sizes):
        return len(sizes) == 7 and "." in raw
    return sizes in ([3, 3, 4], [2, 3, 4], [2, 4, 4], [3, 4, 4], [1, 3, 3, 4], [4, 3, 4], [4, 3, 3], [3, 1, 3, 4])


def _international(number: str) -> str:
    """E.164 when the country has such a number, else ""."""
    import phonenumbers  # noqa: PLC0415 - 40 ms, only for a document that has such a number

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return ""
    return (
        phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_possible_number(parsed)
        else ""
    )
