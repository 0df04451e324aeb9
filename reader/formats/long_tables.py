"""Long tables of Markdown, whose plain rows go past the parser: it makes some twenty objects of a cell.

One row stands for all that are put aside, so that it is still the parser that tells what is a table and how its columns
stand. Where it finds none, the text is read whole.
"""

import re
from bisect import bisect_left

from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

MARK = "\ue000"
"""A private character that the row begins with; a text that holds it is read whole."""

_LONG = 100
"""Rows after each other that are worth it."""

_KEPT = 3
"""Rows that stay before them: the names, the line below them, and one that may stand above both."""

_ROWS = lazy_pattern(r"^(?:\|[^\\`*_~\[\]<&^{}\0\n]*\|[ \t]*\n){%d,}" % _LONG, re.MULTILINE)  # noqa: UP031 - braces
"""Rows without a sign that may mean something inside a cell."""

_STANDS_FOR = lazy_pattern(f"<td[^>]*>{MARK}([0-9]+)</td>")


class PutAside(NamedTuple):
    """A text without the rows that were put aside.

    Attributes:
        text: The text, a row for each run of them.
        rows: The runs.
        lines: The lines of the text, counted from 1, in which those rows stand.
    """

    text: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def line_of(self, line: int) -> int:
        """The line of the whole text in which a line of this one stands."""
        return line + sum(len(rows) - 1 for rows in self.rows[: bisect_left(self.lines, line)])

    def rows_of(self, cell: str) -> tuple[str, ...]:
        """The rows that a row stands for, by the text of its first cell; none for any other row."""
        return self.rows[int(cell[len(MARK) :])] if self.rows and cell.startswith(MARK) else ()

    def are_found(self, html: str) -> bool:
        """Whether each row that stands for others has become one of a table."""
        found = [int(number) for number in _STANDS_FOR.findall(html)]
        return found == list(range(len(self.rows))) and html.count(MARK) == len(found)


NOTHING_ASIDE = PutAside("", (), ())


def put_aside(text: str) -> PutAside:
    """A text without the plain rows of its long tables."""
    runs: list[tuple[str, ...]] = []
    lines: list[int] = []
    pieces: list[str] = []
    at = line = 0
    for found in _ROWS.finditer(text) if text.count("|") > 2 * _LONG and MARK not in text else ():
        rows = found[0].splitlines(keepends=True)
        kept, aside = rows[:_KEPT], rows[_KEPT:]
        pieces += (text[at : found.start()], *kept, f"|{MARK}{len(runs)}|\n")
        line += text.count("\n", at, found.start()) + len(kept) + 1
        lines.append(line)
        runs.append(tuple(aside))
        at = found.end()
    return PutAside("".join((*pieces, text[at:])), tuple(runs), tuple(lines))


def cells_of(row: str, columns: int) -> list[str]:
    """The texts of a row's cells, as many as there are columns (GFM, Tables)."""
    cells = [cell.strip() for cell in row.strip().split("|")[1:-1]][:columns]
    return cells + [""] * (columns - len(cells))
