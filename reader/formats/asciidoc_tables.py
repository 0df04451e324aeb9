"""Tables of AsciiDoc: cells behind bars or in values parted by signs, some over several columns and rows."""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_COLUMNS = 200

_CELL = re.compile(r"(?P<spec>(?:\d{1,3}\*)?(?:\d{0,3}(?:\.\d{1,3})?\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?)(?<!\\)\|")
_SPEC = re.compile(r"(?:(?P<times>\d+)\*)?(?:(?P<columns>\d+)?(?:\.(?P<rows>\d+))?\+)?.*?(?P<style>[adehlmsv])?$")
_COLUMN = re.compile(r"(?:(\d{1,3})\*)?[<^>.~\d%]*([adehlmsv])?")


class TableCell(NamedTuple):
    """A cell: its text, how many columns and rows it stands over, and its style's letter."""

    text: str
    columns: int = 1
    rows: int = 1
    style: str = ""


def styles_of(columns: str) -> list[str]:
    """The styles of the columns that a table's attribute ``cols`` names, as many as there are."""
    styles: list[str] = []
    for part in re.split("[,;]", columns.strip().strip('"')):
        found = _COLUMN.match(part.strip())
        if found:
            styles += [found[2] or ""] * min(MOST_COLUMNS, int(found[1] or 1))
    return styles[:MOST_COLUMNS]


def cells_behind_bars(lines: list[str], bar: str) -> tuple[list[TableCell], int]:
    """The cells, and how many of them stand in the first line."""
    cells: list[TableCell] = []
    in_first = 0
    open_spec: str | None = None
    text: list[str] = []
    if bar != "|":
        lines = [line.replace("|", "\\|").replace(bar, "|") for line in lines]
    for number, line in enumerate(lines):
        at = 0
        for found in _CELL.finditer(line):
            spec = found["spec"]
            before = line[at : found.start()]
            if spec and before and not before[-1].isspace():  # letters of a word, no specification
                before, spec = before + spec, ""
            if open_spec is not None:
                text.append(before)
                cells += _made(open_spec, text)
            open_spec, text, at = spec, [], found.end()
        text.append(line[at:] + "\n")
        if not in_first and (cells or open_spec is not None):
            in_first = len(cells) + (open_spec is not None)
            in_first += sum(cell.columns - 1 for cell in cells)
        del number
    if open_spec is not None:
        cells += _made(open_spec, text)
    return cells, max(1, in_first)


def _made(spec: str, text: list[str]) -> list[TableCell]:
    found = _SPEC.match(spec)
    said = "".join(text).replace("\\|", "|").strip("\n")
    if not found:
        return [TableCell(said)]
    cell = TableCell(
        said,
        min(MOST_COLUMNS, int(found["columns"] or 1)) or 1,
        min(1000, int(found["rows"] or 1)) or 1,
        found["style"] or "",
    )
    return [cell] * min(MOST_COLUMNS, int(found["times"] or 1))


def rows_of_values(lines: list[str], separator: str) -> Iterator[list[TableCell]]:
    """The rows of values that a sign parts."""
    try:
        for row in csv.reader((line for line in lines if line.strip()), delimiter=separator, skipinitialspace=True):
            yield [TableCell(value) for value in row[:MOST_COLUMNS]]
    except csv.Error:
        return


def rows_of(cells: list[TableCell], width: int) -> Iterator[list[TableCell]]:
    """The cells in rows of so many columns."""
    taken: dict[int, int] = {}
    row: list[TableCell] = []
    used = taken.pop(0, 0)
    number = 0
    for cell in cells:
        row.append(cell)
        used += cell.columns
        for below in range(1, cell.rows):
            taken[number + below] = taken.get(number + below, 0) + cell.columns
        while used >= width and row:
            yield row
            row, number = [], number + 1
            used = taken.pop(number, 0)
    if row:
        yield row
