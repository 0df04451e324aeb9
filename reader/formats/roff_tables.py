"""Tables of manual pages (tbl(1)): their rows and cells; how wide columns are and what is drawn is passed over."""

import re
from collections.abc import Iterator

_SEPARATOR = re.compile(r"\btab\s*\(?(.)\)?")
_SIDES = {"c": "center", "r": "right", "n": "right"}
_RULE = frozenset({"_", "=", "\\_", "\\="})


def rows_of(lines: list[str]) -> Iterator[list[str] | None]:
    """The rows between ``.TS`` and ``.TE``, each its cells as they are written; None for a rule between two.

    A cell that is written over several lines, between ``T{`` and ``T}``, has its lines joined.
    """
    separator, at = "\t", 0
    if lines and lines[0].rstrip().endswith(";"):
        found = _SEPARATOR.search(lines[0])
        separator, at = found[1] if found else separator, 1
    while at < len(lines) and not lines[at].rstrip().endswith("."):
        at += 1
    row: list[str] = []
    block: list[str] | None = None
    for line in lines[at + 1 :]:
        said = line
        if block is not None:
            if not line.startswith("T}"):
                block.append(line)
                continue
            row.append("\n".join(block))
            block, said = None, line[2:].removeprefix(separator)
            if not said:
                yield row
                row = []
                continue
        elif line.strip() in _RULE:
            yield None
            continue
        elif line.startswith("."):
            continue
        cells = said.split(separator)
        if cells[-1].rstrip() == "T{":
            row, block = row + cells[:-1], []
        else:
            yield row + cells
            row = []
    if row or block:
        yield [*row, "\n".join(block or ())]


def sides_of(lines: list[str]) -> list[str]:
    """At which side the columns stand, as HTML says it, by the last line of the format; "" for nothing."""
    form = next((line.rstrip() for line in lines if line.rstrip().endswith(".")), "").removesuffix(".")
    form = form.rpartition(",")[2].replace("|", " ").lower()
    keys = form.split()
    if len(keys) == 1 and not keys[0].strip("lrcna"):
        keys = list(keys[0])
    return [_SIDES.get(key[0], "") for key in keys]
