"""Scores the extraction of facts against a file of cases, by kind and language.

A case is one JSON object a line: ``lang``, ``text``, ``start``, ``end``, ``kind``, ``value``, ``unit``, and optionally
``relative`` (the text depends on today: nothing absolute may be found in it) and ``quality`` (``ok``; ``span_only``:
the range alone is judged; anything else is left out unless asked for). The cases of one text and kind belong together:
each is found or missed, and every other fact of that kind is false. A line may also hold a text once and its cases,
without it, in the list ``facts``; ``tests/evaluation/unseen`` is such: sentences and passages by somebody who did not
know the grammar, scored before anybody who works on it had seen them.

A fact is right when its range and its value both are. Values are compared as what they mean: ``T07`` and ``T07:00``,
``PT1.5H`` and ``PT90M``, half a kilogram and 500 gram, ``(T16,T17,PT1H)`` and ``T16:00/T17:00`` are the same.

A file whose name ends in ``.txt`` holds marked passages instead (:mod:`tests.evaluation.passages`): names, acronyms and
quotations.

Run as ``python -m tests.evaluation.evaluate FILE… [--quality ok,span_only] [--show] [--half 0|1]``.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from zlib import crc32

from reader.facts import extract
from reader.model import Fact
from tests.documents import document_of
from tests.evaluation.passages import passages_in, scores_of
from tests.evaluation.score import Score

Case = dict[str, Any]

TEMPORAL = ("date", "time", "datetime")
NUMERIC = ("number", "number_range", "ordinal", "percent", "money", "quantity", "count", *TEMPORAL, "duration", "phone")
DEFAULT_QUALITY = ("ok", "span_only")


def cases_in(paths: Iterable[Path], qualities: tuple[str, ...] = DEFAULT_QUALITY) -> Iterator[Case]:
    """The cases of some files whose quality is asked for."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                read = json.loads(line)
                for case in _cases_of(read):
                    if case.get("quality", "ok") in qualities:
                        yield case


def _cases_of(read: Case) -> list[Case]:
    """The cases of a line: itself, or what it states of its text under ``facts``."""
    facts = read.get("facts")
    return [read] if facts is None else [{**read, **fact} for fact in facts]


def scores(cases: Iterable[Case]) -> dict[tuple[str, str], Score]:
    """The score of every kind in every language."""
    groups: dict[tuple[str, str, str], list[Case]] = defaultdict(list)
    for case in cases:
        language = case["lang"].partition("-")[0]
        groups[language, case["text"], case["kind"]].append(case)
    table: dict[tuple[str, str], Score] = defaultdict(Score)
    for (language, text, kind), expected in groups.items():
        facts = extract(document_of(text, language=language))
        _judge(table[kind, language], text, kind, expected, facts)
    return table


def _judge(score: Score, text: str, kind: str, expected: list[Case], facts: tuple[Fact, ...]) -> None:
    if kind == "none":
        false = [fact for fact in facts if fact.kind in NUMERIC]
        _count_false(score, text, false)
        score.right += not false
        return
    absolute = [case for case in expected if not case.get("relative")]
    if not absolute:
        spans = [(case["start"], case["end"]) for case in expected]
        false = [fact for fact in facts if fact.kind in TEMPORAL and any(_inside(fact, span) for span in spans)]
        _count_false(score, text, false)
        return
    found = [fact for fact in facts if _is_kind(fact, kind)]
    for case in absolute:
        match = next((fact for fact in found if _is_right(fact, case)), None)
        if match is None:
            score.missed += 1
            score.notes.append(
                f"missed {text!r} {text[case['start'] : case['end']]!r} {case['value']} {case.get('unit') or ''}"
            )
        else:
            score.right += 1
            found.remove(match)
    relative = [(case["start"], case["end"]) for case in expected if case.get("relative")]
    others = [fact for fact in found if fact.kind != "count" and not any(_inside(fact, span) for span in relative)]
    _count_false(score, text, others)


def _count_false(score: Score, text: str, false: Iterable[Fact]) -> None:
    for fact in false:
        score.false += 1
        score.notes.append(
            f"false {text!r} {fact.kind} {text[fact.range.start : fact.range.end]!r} {fact.value} {fact.unit}"
        )


def _is_kind(fact: Fact, kind: str) -> bool:
    if kind == "temporal":
        return fact.kind in (*TEMPORAL, "duration")
    return fact.kind == kind or (kind == "number" and fact.kind == "count")


def _inside(fact: Fact, span: tuple[int | None, int | None]) -> bool:
    start, end = span
    return start is None or end is None or (start < fact.range.end and fact.range.start < end)


def _is_right(fact: Fact, case: Case) -> bool:
    start, end = case["start"], case["end"]
    if case["start"] is None:
        return False
    text = case["text"]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    if fact.range.start != start or (fact.range.end != end and not (fact.kind == "count" and fact.range.end > end)):
        return False
    if case["value"] is None or case.get("quality") == "span_only":
        return True
    return same_value(fact, case["value"], case.get("unit") or "")


def same_value(fact: Fact, value: Any, unit: str) -> bool:
    """Whether a fact's value and unit mean the same as a case's."""
    kind = str(fact.kind)
    if kind == "money":
        amount = _amount(fact) if isinstance(value, dict) else fact.value
        if not isinstance(value, dict):
            return _close(amount, value) and _currency(fact.unit) == _currency(unit)
        return amount == _expected_amount(value) and _currency(fact.unit) == _currency(unit)
    if kind == "quantity":
        return _same_quantity(fact.value, fact.unit, value, unit)
    if kind == "number_range":
        return _bounds(fact.value) == _bounds(value)
    if kind == "duration":
        return _span(str(fact.value)) == _span(str(value))
    if kind in TEMPORAL:
        wanted = _moment(str(value))
        return wanted in (_moment(str(fact.value)), _moment(fact.gregorian))
    if kind == "phone":
        return _dialled(str(fact.value)) == _dialled(str(value))
    return _close(fact.value, value)


def _dialled(number: str) -> str:
    """The digits of a telephone number, without the zeros that stand for a plus."""
    return re.sub(r"\D", "", number).removeprefix("00")


def _close(one: Any, other: Any) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-6 * max(1.0, abs(float(other)))
    return bool(one == other)


def _amount(fact: Fact) -> Any:
    if isinstance(fact.value, dict):
        return _bounds(fact.value)
    if fact.modifier in (">", ">="):
        return ((fact.value,), None)
    if fact.modifier in ("<", "<="):
        return (None, (fact.value,))
    return round(float(fact.value), 6) if isinstance(fact.value, (int, float)) else fact.value


def _expected_amount(value: Any) -> Any:
    if isinstance(value, dict):
        low, high = value.get("from"), value.get("to")
        if low is not None and high is not None:
            return _bounds(value)
        return (None if low is None else (low,), None if high is None else (high,))
    return round(float(value), 6)


def _bounds(value: Any) -> tuple[float | None, float | None]:
    low, high = value.get("from"), value.get("to")
    return (None if low is None else round(float(low), 6), None if high is None else round(float(high), 6))


def _currency(unit: str) -> str:
    return {"pound": "GBP"}.get(unit, unit)


_FACTORS: dict[str, tuple[str, int | Decimal]] = {
    "kilogram": ("gram", 1000), "milligram": ("gram", Decimal("0.001")), "tonne": ("gram", 10**6),
    "kilometer": ("meter", 1000),
    "centimeter": ("meter", Decimal("0.01")), "millimeter": ("meter", Decimal("0.001")),
    "milliliter": ("liter", Decimal("0.001")),
    "hectoliter": ("liter", 100), "centiliter": ("liter", Decimal("0.01")), "generic": ("degree", 1),
}  # fmt: skip


def _same_quantity(value: Any, unit: str, wanted: Any, wanted_unit: str) -> bool:
    if isinstance(value, dict) or isinstance(wanted, dict):
        return isinstance(value, dict) and isinstance(wanted, dict) and _bounds(value) == _bounds(wanted)
    one, one_unit = _in_base(value, unit)
    other, other_unit = _in_base(wanted, wanted_unit)
    scale_untold = other_unit == "degree" and one_unit in ("celsius", "fahrenheit")
    return (one_unit == other_unit or scale_untold) and _close(one, other)


def _in_base(value: float, unit: str) -> tuple[float, str]:
    name = unit.removeprefix(unit.partition("-")[0] + "-") if unit.partition("-")[0] in _FAMILIES else unit
    name = name.replace("metre", "meter").replace("litre", "liter")
    base, factor = _FACTORS.get(name, (name, 1))
    return float(Decimal(str(value)) * factor), base


_FAMILIES = (
    "mass",
    "length",
    "volume",
    "temperature",
    "area",
    "speed",
    "power",
    "digital",
    "frequency",
    "energy",
    "electric",
    "pressure",
)
_AMOUNT = re.compile(r"([\d.]+)([YMWDHS])")


def _span(text: str) -> tuple[float, float]:
    """A duration in months and seconds."""
    days, _, times = text.removeprefix("P").partition("T")
    months = seconds = 0.0
    for amount, unit in _AMOUNT.findall(days):
        months += float(amount) * {"Y": 12, "M": 1}.get(unit, 0)
        seconds += float(amount) * {"W": 604800, "D": 86400}.get(unit, 0)
    for amount, unit in _AMOUNT.findall(times):
        seconds += float(amount) * {"H": 3600, "M": 60, "S": 1}[unit]
    return round(months, 6), round(seconds, 6)


def _moment(text: str) -> str:
    """A date or time in one spelling: hours with minutes, ranges with a slash."""
    if text.startswith("("):
        text = "/".join(text.strip("()").split(",")[:2])
    return re.sub(r"T(\d\d)(?![\d:])", r"T\1:00", text)


def table_of(found: dict[tuple[str, str], Score]) -> Iterator[str]:
    """The scores as a Markdown table, kinds down, sorted."""
    yield "| kind | language | cases | precision | recall | F1 |"
    yield "|---|---|---|---|---|---|"
    for (kind, language), score in sorted(found.items()):
        total = score.right + score.missed
        yield f"| {kind} | {language} | {total} | {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} |"


def main() -> None:
    """Prints the table of the files named on the command line."""
    parser = argparse.ArgumentParser(description="Scores the extraction of facts against files of cases.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--quality", default=",".join(DEFAULT_QUALITY))
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the half of the cases whose id hashes to this")
    parser.add_argument("--show", action="store_true", help="also print what was missed and what was false")
    options = parser.parse_args()
    marked = [path for path in options.files if path.suffix == ".txt"]
    cases = cases_in(
        [path for path in options.files if path not in marked],
        tuple(options.quality.split(",")),
    )
    if options.half is not None:
        cases = (case for case in cases if crc32(case["id"].encode()) % 2 == options.half)
    found = scores(cases) | scores_of(passage for path in marked for passage in passages_in(path))
    sys.stdout.writelines(f"{line}\n" for line in table_of(found))
    if options.show:
        for (kind, language), score in sorted(found.items()):
            sys.stdout.writelines(f"{kind} {language}: {note}\n" for note in score.notes)


if __name__ == "__main__":
    main()
