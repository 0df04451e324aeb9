"""Tables of AsciiDoc: cells behind bars or in values parted by signs, some over several columns and rows."""

import csv
import re
from collections.abc import Iterator
from typing import Protocol

from reader.formats.asciidoc_lines import NumberedLine
from reader.formats.asciidoc_said import BlockSaid
from reader.named_tuples import NamedTuple

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


class CellReader(Protocol):
    """The reader of what stands in a cell."""

    def html(self, text: str) -> str:
        """Running text."""

    def within(self, lines: list[NumberedLine]) -> str:
        """The blocks of a cell that has some."""


def table_of(lines: list[str], bar: str, said: BlockSaid, content: CellReader) -> str:
    """A table.

    Args:
        lines: The lines between its fences.
        bar: The sign its fence begins with, which parts cells unless something else is said.
        said: The lines over it.
        content: Reads what stands in its cells.
    """
    kind = said.named.get("format", {",": "csv", ":": "dsv"}.get(bar, "psv"))
    styles = _styles_of(said.named["cols"]) if "cols" in said.named else []
    if kind in ("csv", "dsv", "tsv"):
        separator = said.named.get("separator", {"csv": ",", "dsv": ":", "tsv": "\t"}[kind])
        rows = _rows_of_values(lines, separator if len(separator) == 1 else "\t")
    else:
        sign = said.named.get("separator", bar if bar == "!" else "|")
        cells, in_first = _cells_behind_bars(lines, sign if len(sign) == 1 else "|")
        rows = _rows_of(cells, len(styles) or in_first)
    is_parted = len(lines) > 1 and bool(lines[0].strip()) and not lines[1].strip()
    has_head = "header" in said.options or (is_parted and "noheader" not in said.options)
    page = ["<table>"]
    for number, row in enumerate(rows):
        is_head = has_head and not number
        page += "<tr>", *(_cell(cell, styles[at : at + 1], content, is_head=is_head) for at, cell in enumerate(row))
        page.append("</tr>")
    return "".join((*page, "</table>"))


def _cell(cell: TableCell, styles: list[str], content: CellReader, *, is_head: bool) -> str:
    style = cell.style or (styles[0] if styles else "")
    name = "th" if is_head or style == "h" else "td"
    spans = f" colspan={cell.columns}" if cell.columns > 1 else ""
    spans += f" rowspan={cell.rows}" if cell.rows > 1 else ""
    if style == "a" and not is_head:
        lines = ((line.strip(), line) for line in cell.text.split("\n"))
        inner = content.within([NumberedLine(line if bare.startswith("|") else bare, 0) for bare, line in lines])
    else:
        parts = (" ".join(part.split()) for part in cell.text.split("\n\n"))
        inner = "<br>".join(content.html(part) for part in parts if part)
        looks = {"e": "em", "m": "code", "l": "code", "s": "b"}
        inner = f"<{looks[style]}>{inner}</{looks[style]}>" if style in looks and not is_head else inner
    return f"<{name}{spans}>{inner}</{name}>"


def _styles_of(columns: str) -> list[str]:
    """The styles of the columns that a table's attribute ``cols`` names, as many as there are."""
    styles: list[str] = []
    for part in re.split("[,;]", columns.strip().strip('"')):
        found = _COLUMN.match(part.strip())
        if found:
            styles += [found[2] or ""] * min(MOST_COLUMNS, int(found[1] or 1))
    return styles[:MOST_COLUMNS]


def _cells_behind_bars(lines: list[str], bar: str) -> tuple[list[TableCell], int]:
    """The cells, and how many of them stand in the first line."""
    cells: list[TableCell] = []
    in_first = 0
    open_spec: str | None = None
    text: list[str] = []
    if bar != "|":
        lines = [line.replace("|", "\\|").replace(bar, "|") for line in lines]
    for line in lines:
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


def _rows_of_values(lines: list[str], separator: str) -> Iterator[list[TableCell]]:
    """The rows of values that a sign parts."""
    try:
        for row in csv.reader((line for line in lines if line.strip()), delimiter=separator, skipinitialspace=True):
            yield [TableCell(value) for value in row[:MOST_COLUMNS]]
    except csv.Error:
        return


def _rows_of(cells: list[TableCell], width: int) -> Iterator[list[TableCell]]:
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
