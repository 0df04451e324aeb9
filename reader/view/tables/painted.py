"""The rows of a table as text alone, for what prints many of them: no letter of it can be pointed at.

Units: local code-point indexes of the row's block; cells for widths. It is the text that
:class:`~reader.view.tables.beside.BesideLines` has of the same row.
"""

from collections.abc import Callable
from operator import le

from reader.model import Alignment, Block, Direction, Document, TableRow, inline_code_of
from reader.named_tuples import NamedTuple
from reader.view.tables.cell_lines import PaintedLine, painted_lines, plain_starts
from reader.view.tables.columns import Columns
from reader.view.tables.measure import SEPARATOR

_SIGNS = {Alignment.LEFT: "<", Alignment.START: "<", Alignment.CENTER: "^", Alignment.RIGHT: ">", Alignment.END: ">"}
"""How :meth:`str.format` writes the sides of a row from left to right."""


class PaintedRowLine(NamedTuple):
    """A line of a row: the stretch of text that it is found by, and its painted text."""

    start: int
    end: int
    text: str


class PaintedRows:
    """The rows of a table whose columns stand beside each other.

    Args:
        document: The document.
        columns: The columns at a width.
        rtl: Whether the table runs from right to left.
        marks: Whether vowel marks are painted.
        isolate: Whether machine text is isolated.
    """

    def __init__(self, document: Document, columns: Columns, *, rtl: bool, marks: bool, isolate: bool) -> None:
        self._document = document
        self._columns = columns
        self._rtl = rtl
        self._marks = marks
        self._isolate = isolate
        # A row from left to right without alignments of its own is one call, where every cell has one plain line.
        sides = (side or Alignment.LEFT for side in columns.sides)
        signs = (f"{{:{_SIGNS[side]}{room}}}" for side, room in zip(sides, columns.widths, strict=True))
        self._form = None if rtl else SEPARATOR.join(signs).format

    def lines(self, block: Block, row: TableRow) -> list[PaintedRowLine] | None:
        """The lines of a row; None where a cell reaches over columns."""
        text, widths = self._document.slice(block.range), self._columns.widths
        is_usual = row.sides is not None and (not row.sides or row.sides == self._columns.sides)
        if self._form and is_usual and text.isascii():
            texts = text.split("\t")
            if len(texts) == len(widths) and "".join(texts).isprintable():
                if all(map(le, map(len, texts), widths)):
                    return [PaintedRowLine(0, len(text), self._form(*texts))]
                if lines := self._broken(texts, len(text), self._form):
                    return lines
        return self._laid(block, row, text)

    def _broken(self, texts: list[str], length: int, form: Callable[..., str]) -> list[PaintedRowLine] | None:
        """A row of plain texts of which some are broken; None where that takes more than spaces."""
        found: list[list[str]] = [texts]
        starts, at = [0], 0
        for column, (said, room) in enumerate(zip(texts, self._columns.widths, strict=True)):
            if len(said) > room:
                cuts = plain_starts(said, 0, room)
                if cuts is None:
                    return None
                starts += [at + cut for cut in cuts[len(starts) :]]
                found += [[""] * len(texts) for _ in range(len(cuts) - len(found))]
                for line, start, end in zip(found, cuts, [*cuts[1:], len(said)], strict=False):
                    line[column] = said[start:end].rstrip(" ")
            at += len(said) + 1
        ends = [*starts[1:], length]
        return [PaintedRowLine(start, end, form(*line)) for start, end, line in zip(starts, ends, found, strict=True)]

    def _laid(self, block: Block, row: TableRow, text: str) -> list[PaintedRowLine] | None:
        widths, rtl, origin = self._columns.widths, self._rtl, block.range.start
        side_of, marks, coded = self._columns.side_of, self._marks, self._isolate and bool(block.spans)
        pieces: list[list[str]] = [[] for _ in widths]
        starts, plain = [0], () if self._isolate else None
        for cell in row.cells:
            (first, last), column = cell.range, cell.column
            if cell.columns > 1:
                return None
            if first == last:
                continue
            start, room = first - origin, widths[column]
            code = tuple(inline_code_of(block, cell.range)) if coded else plain
            base = 1 if cell.direction is Direction.RTL else 0
            lines = painted_lines(text[start : last - origin], base, room, marks=marks, isolated=code)
            if len(lines) > len(starts):
                starts += [start + line.start for line in lines[len(starts) :]]
            side = side_of(cell)
            pieces[column] = [_aligned(line, room, side, rtl=rtl) for line in lines]
        height = len(starts)
        for column, room in enumerate(widths):
            pieces[column] += [" " * room] * (height - len(pieces[column]))
        painted = map(SEPARATOR.join, zip(*(pieces[::-1] if rtl else pieces), strict=True))
        return [PaintedRowLine(*one) for one in zip(starts, [*starts[1:], len(text)], painted, strict=True)]


def _aligned(line: PaintedLine, room: int, side: Alignment, *, rtl: bool) -> str:
    rest = room - line.width
    if side is Alignment.CENTER:
        left = rest - rest // 2 if rtl else rest // 2
    else:
        left = rest if side is Alignment.RIGHT else 0
    return f"{' ' * left}{line.text}{' ' * (rest - left)}"
