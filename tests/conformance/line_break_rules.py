"""UAX#14 as it is written: every offset asks every rule in order. Slow, and no more than the rules: a judge.

Units: offsets in a string of the class letters of :data:`reader.text.data.codes.LINE`. LB25 is the regular expression
for numbers of section 8.2, example 7.
"""

import re
from typing import NamedTuple

_NUMBER = re.compile(r"(?=([$%]?[(-]?0[0/,]*[})\]]?[$%]?))")
"""A look-ahead, since one sign may end a number and begin the next."""


class Rule(NamedTuple):
    """What stands before and after an offset, and whether a line may break there."""

    name: str
    before: str
    after: str
    breaks: bool


_RULES = [
    Rule("LB4", "K", "", True),
    Rule("LB5", "r", "n", False),
    Rule("LB5", "[rnN]", "", True),
    Rule("LB6", "", "[KrnN]", False),
    Rule("LB7", "", "[ z]", False),
    Rule("LB8", "z *", "", True),
    Rule("LB8a", "Z", "", False),
    Rule("LB11", "", "J", False),
    Rule("LB11", "J", "", False),
    Rule("LB12", "G", "", False),
    Rule("LB12a", "[^ A-]", "G", False),
    Rule("LB13", "", r"[})\]!,/]", False),
    Rule("LB14", r"[(\[] *", "", False),
    Rule("LB15", '" *', r"[(\[]", False),
    Rule("LB16", r"[})\]] *", "s", False),
    Rule("LB17", "2 *", "2", False),
    Rule("LB18", " ", "", True),
    Rule("LB19", "", '"', False),
    Rule("LB19", '"', "", False),
    Rule("LB20", "", "C", True),
    Rule("LB20", "C", "", True),
    Rule("LB21a", "h[A-]", "", False),
    Rule("LB21", "", "[A-]|s", False),
    Rule("LB21", "b", "", False),
    Rule("LB21b", "/", "h", False),
    Rule("LB22", "", "i", False),
    Rule("LB23", "[ah]", "0", False),
    Rule("LB23", "0", "[ah]", False),
    Rule("LB23a", r"\$", "[IBep]", False),
    Rule("LB23a", "[IBep]", "%", False),
    Rule("LB24", "[$%]", "[ah]", False),
    Rule("LB24", "[ah]", "[$%]", False),
    Rule("LB25", "", "#", False),
    Rule("LB26", "l", "[lvwx]", False),
    Rule("LB26", "[vw]", "[vt]", False),
    Rule("LB26", "[tx]", "t", False),
    Rule("LB27", "[lvtwx]", "%", False),
    Rule("LB27", r"\$", "[lvtwx]", False),
    Rule("LB28", "[ah]", "[ah]", False),
    Rule("LB29", ",", "[ah]", False),
    Rule("LB30", "[ah0]", r"\(", False),
    Rule("LB30", r"\)", "[ah0]", False),
    Rule("LB30a", "(?:^|[^R])(?:RR)*R", "R", False),
    Rule("LB30b", "[Bp]", "e", False),
]
_COMPILED = [(rule, re.compile(f"(?:{rule.before})\\Z"), re.compile(rule.after)) for rule in _RULES]


class Unit(NamedTuple):
    """A character with the marks that belong to it (LB9): its class, its offset, and whether it ends in a ZWJ."""

    code: str
    at: int
    ends_joined: bool


def units_of(codes: str) -> list[Unit]:
    """LB9 and LB10."""
    units: list[Unit] = []
    for at, code in enumerate(codes):
        if code not in "MZ":
            units.append(Unit(code, at, ends_joined=False))
        elif units and units[-1].code not in "KrnN z":
            units[-1] = units[-1]._replace(ends_joined=code == "Z")
        else:
            units.append(Unit("a", at, ends_joined=code == "Z"))
    return units


def breaks(codes: str) -> tuple[list[int], list[int]]:
    """The offsets at which a line may break, and those at which it must, without the end of the text."""
    units = units_of(codes)
    text = "".join(unit.code for unit in units)
    in_number = {at for match in _NUMBER.finditer(text) for at in range(match.start() + 1, match.end(1))}
    allowed, mandatory = [], []
    for index in range(1, len(units)):
        applied = _applied(text, index, joined=units[index - 1].ends_joined, in_number=index in in_number)
        if applied is None or applied.breaks:  # LB31
            allowed.append(units[index].at)
        if applied is not None and applied.breaks and applied.name in {"LB4", "LB5"}:
            mandatory.append(units[index].at)
    return allowed, mandatory


def _applied(text: str, index: int, *, joined: bool, in_number: bool) -> Rule | None:
    """The first rule that says something about an offset."""
    for rule, before, after in _COMPILED:
        match rule.name:
            case "LB8a":
                applies = joined
            case "LB25":
                applies = in_number
            case _:
                applies = before.search(text[:index]) is not None and after.match(text, index) is not None
        if applies:
            return rule
    return None
