"""How spreadsheets show their numbers (ECMA-376-1 §18.8.30, §18.8.31): dates, percentages, decimals, thousands, signs.

Of a format that is not understood the number stands as it was saved, never a wrong one. Dates and times are shown as
ISO 8601 writes them, for the order of their parts is a matter of who reads.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.named_tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "yyyy-mm-dd",
    16: "yyyy-mm-dd", 17: "yyyy-mm-dd", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""Formats that have a number only (§18.8.30)."""

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no zones
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_MOST_DAYS = 2_958_465
"""Days up to the end of 9999."""

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]\-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_LONGEST = 15
"""Digits that a spreadsheet's number has."""


class _Shape(NamedTuple):
    """The shape a format gives to a number."""

    day: bool
    time: bool
    elapsed: bool
    decimals: int
    grouped: bool
    percent: bool
    before: str
    after: str


class NumberFormats:
    """The formats of a workbook's cells.

    Args:
        styles: The root of its styles; None where it has none.
        since_1904: Whether its days are counted from 1904.
    """

    def __init__(self, styles: "_Element | None", *, since_1904: bool) -> None:
        self._epoch = _EPOCH_1904 if since_1904 else _EPOCH
        codes = dict(_BUILT_IN)
        self._of_style: list[str] = []
        if styles is None:
            return
        for form in styles.iter("{*}numFmt"):
            said = form.get("numFmtId") or ""
            if said.isdecimal() and len(said) < 6:
                codes[int(said)] = form.get("formatCode") or ""
        for style in next(styles.iter("{*}cellXfs"), ()):
            said = style.get("numFmtId") or "0"
            self._of_style.append(codes.get(int(said), "") if said.isdecimal() and len(said) < 6 else "")

    def shown(self, number: str, style: str) -> str:
        """The text a cell shows for a number as it was saved, in the style of a number."""
        try:
            value = Decimal(number.strip())
        except InvalidOperation:
            return number
        index = int(style) if style.isdecimal() and len(style) < 7 else 0
        code = self._of_style[index] if index < len(self._of_style) else ""
        if not value.is_finite() or abs(value.adjusted()) > 300:
            return number
        shape = _shape(code)
        if shape is None:
            return _general(value)
        if shape.elapsed or shape.day or shape.time:
            return self._dated(value, shape) or _general(value)
        return _written(value, shape)

    def _dated(self, value: Decimal, shape: _Shape) -> str:
        if not 0 <= value <= _MOST_DAYS:
            return ""
        seconds = int((value * 86_400).to_integral_value(ROUND_HALF_UP))
        if shape.elapsed:
            return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        moment = self._epoch + timedelta(seconds=seconds)
        day = moment.date().isoformat() if shape.day else ""
        time = f"{moment:%H:%M:%S}".removesuffix(":00") if shape.time else ""
        return f"{day} {time}".strip()


@lru_cache(maxsize=512)
def _shape(code: str) -> _Shape | None:
    """The shape that a format's code gives to numbers that are not negative; None for nothing that is understood."""
    positive = code.partition(";")[0][:255]
    if not positive or positive.strip().lower() in ("general", "@"):
        return None
    elapsed = bool(_ELAPSED.search(positive))
    plain = _LITERAL.sub("", positive).lower()
    day = any(sign in plain for sign in "yd") or "mmm" in plain
    time = any(sign in plain for sign in "hs")
    if "general" in plain:
        return None
    if day or time or elapsed:
        return _Shape(day, time, elapsed, 0, grouped=False, percent=False, before="", after="")
    words = _LITERAL.sub(lambda found: found[1] or found[2] or found[3] or "", positive)
    digits = _DIGITS.search(words)
    if not digits or "E+" in positive.upper() or "/" in plain:
        return None
    before, after = words[: digits.start()], words[digits.end() :].replace("%", "")
    return _Shape(
        day=False,
        time=False,
        elapsed=False,
        decimals=len(digits[1] or ""),
        grouped="," in digits[0],
        percent="%" in plain,
        before=before.strip(),
        after=after.strip(),
    )


def _general(value: Decimal) -> str:
    """A number without a format: as many digits as there are to it, and no more than it can hold."""
    rounded = Decimal(f"{value:.{_LONGEST}g}").normalize()
    return f"{rounded:f}" if abs(rounded.adjusted()) < 21 else str(rounded)


def _written(value: Decimal, shape: _Shape) -> str:
    scaled = value * 100 if shape.percent else value
    if scaled.adjusted() > 25:
        return _general(value)
    digits = f"{scaled:{',' if shape.grouped else ''}.{min(shape.decimals, 30)}f}"
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    before = f"{shape.before}{' ' if len(shape.before) > 1 else ''}" if shape.before else ""
    after = f" {shape.after}" if shape.after else ""
    return f"{sign}{before}{digits}{'%' if shape.percent else ''}{after}"
