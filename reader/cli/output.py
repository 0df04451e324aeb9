"""Standard output: JSON lines, and painted rows in the way the terminal needs them."""

import sys
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Self

from reader.cli.arguments import Options
from reader.cli.terminals import LineOutput, output_of, window_size
from reader.model import Direction, Look
from reader.terminal.encodings import TerminalEncoding, encode, encode_text
from reader.terminal.row import row_of
from reader.terminal.style import PLAIN, Colour, ColourDepth, Rgb, Style, sgr
from reader.text.printable import json_line, printable
from reader.view.styled import UNBOUNDED, PaintedRow, Role, StyledText, compose, wrapped


def write_json(value: Mapping[str, object]) -> None:
    """One object on a line of its own."""
    sys.stdout.write(json_line(value) + "\n")


def width_of(options: Options) -> int:
    """The columns to print in: those asked for, the terminal's, or 80."""
    return options.width or terminal_columns()


def terminal_columns() -> int:
    """The terminal's columns; 80 where the output is none."""
    return window_size()[0]


class Printer:
    """Writes lines; a context, for the terminal is left as it was found.

    Args:
        options: The encoding and width that were asked for.
    """

    def __init__(self, options: Options) -> None:
        self._output = output_of(options)
        self._width = width_of(options)

    def __enter__(self) -> Self:
        sys.stdout.write(self._output.enter)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not BrokenPipeError:
            sys.stdout.write(self._output.leave)
            sys.stdout.flush()

    def write(self, text: StyledText, direction: Direction) -> None:
        """One line of interface text from a side on, cut short when it is too long."""
        self.write_row(compose(text, self._width, direction))

    def write_wrapped(self, text: StyledText, direction: Direction) -> None:
        """Interface text from a side on, in as many lines as it takes."""
        for row in wrapped(text, self._width, UNBOUNDED, direction):
            self.write_row(row)

    def write_row(self, row: PaintedRow) -> None:
        """One painted row, without what is blank at its end."""
        output = self._output
        coloured = any(isinstance(role, Look) for run in row for role in run.roles)
        if output.depth is not None and (coloured or output.encoding is TerminalEncoding.LC):
            sys.stdout.write(_coloured(row, output, output.depth) + "\n")
            return
        text = "".join([piece.text for piece in row]).rstrip(" ")
        self.write_text(encode_text(text, output.encoding, output.glyphs))

    def write_text(self, text: str) -> None:
        """One line as it is, but for what the terminal would obey."""
        sys.stdout.write(printable(text) + "\n")


def _coloured(row: PaintedRow, output: LineOutput, depth: ColourDepth) -> str:
    """A row with the looks that a command gave it."""
    cells = [cell for run in row for cell in row_of(run.text, _style_of(run.roles))]
    pieces: list[str] = []
    style = PLAIN
    for cell in encode(cells, output.encoding, output.glyphs):
        pieces += (sgr(style, cell.style, depth), cell.text)
        style = cell.style
    return "".join([*pieces, sgr(style, PLAIN, depth)])


def _style_of(roles: Iterable[Role]) -> Style:
    look = next((role for role in roles if isinstance(role, Look)), None)
    if look is None:
        return PLAIN
    return Style(_colour_of(look.foreground), _colour_of(look.background), look.attributes)


def _colour_of(colour: str) -> Colour:
    if not colour:
        return None
    return Rgb(*bytes.fromhex(colour[1:])) if colour.startswith("#") else int(colour)
