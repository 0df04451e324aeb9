"""Which terminal this is and which encoding it is sent.

What was asked for, what was chosen in it before, what it needs.
"""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from reader.cli.arguments import Options
from reader.model import TerminalError
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.glyphs import ALL_DRAWN, Glyphs
from reader.terminal.style import ColourDepth
from reader.values import dataclass

if TYPE_CHECKING:
    from reader.terminal.identity import Terminal
    from reader.terminal.probe import Probed


@dataclass(frozen=True, slots=True)
class LineOutput:
    """How printed lines are sent.

    Attributes:
        encoding: Of every line.
        enter: What is written before the first line.
        leave: What is written after the last one.
        depth: The colours that what commands print keeps; None where it goes to no terminal.
        glyphs: What the terminal draws.
    """

    encoding: TerminalEncoding
    enter: str = ""
    leave: str = ""
    depth: ColourDepth | None = None
    glyphs: Glyphs = ALL_DRAWN


def window_size() -> tuple[int, int]:
    """The columns and rows of the window: what the environment says, what the terminal does, else 80 and 24.

    As :func:`shutil.get_terminal_size`, which brings every compression of archives along.
    """
    said = os.environ.get("COLUMNS", ""), os.environ.get("LINES", "")
    columns, rows = (int(each) if each.isdecimal() else 0 for each in said)
    if not columns or not rows:
        try:
            shown = os.get_terminal_size(1)
        except OSError:
            shown = os.terminal_size((0, 0))
        columns, rows = columns or shown.columns or USUAL_COLUMNS, rows or shown.lines or USUAL_ROWS
    return columns, rows


def probed() -> "Probed":
    """The terminal the process runs in, asked."""
    from reader.terminal.probe import probe, terminal_descriptor

    return probe(terminal_descriptor(), os.environ)


DRIVER = "TEXTUAL_DRIVER"

USUAL_COLUMNS, USUAL_ROWS = 80, 24
"""The window where nothing tells of one."""


def is_driven() -> bool:
    """Whether the screen is shown by a driver that the environment names, as ``textual-serve`` does in a browser."""
    return bool(os.environ.get(DRIVER)) and not sys.stdout.isatty()


def driven() -> "Probed":
    """A stand-in for the terminal where a driver shows the screen: rows go to it as they are seen.

    Raises:
        TerminalError: There is no such driver.
    """
    from reader.terminal.identity import Terminal
    from reader.terminal.probe import Probed
    from reader.terminal.replies import ReplyParser

    module, _, name = os.environ[DRIVER].partition(":")
    try:
        is_one = issubclass(getattr(import_module(module), name), import_module("textual.driver").Driver)
    except (ImportError, AttributeError, ValueError, TypeError):
        is_one = False
    if not is_one:
        raise TerminalError(f"{DRIVER}={os.environ[DRIVER]} is no driver; it is written MODULE:CLASS")
    depth = ColourDepth.MONO if os.environ.get("NO_COLOR") else ColourDepth.TRUE
    return Probed(Terminal(encoding=TerminalEncoding.V, depth=depth), "", ReplyParser())


def encoding_asked_for(options: Options) -> TerminalEncoding | None:
    """The encoding the options name; None when they leave it to the terminal."""
    if options.bidi_encoding:
        return TerminalEncoding(options.bidi_encoding)
    if options.bidi == "terminal":
        return TerminalEncoding.TERMINAL
    return TerminalEncoding.V if options.bidi == "app" else None


def output_of(options: Options) -> LineOutput:
    """How to print: as asked for; else as the terminal needs it; in visual order where the output is none."""
    asked = encoding_asked_for(options)
    if not sys.stdout.isatty():
        return LineOutput(asked or TerminalEncoding.V)
    return output_in(probed().terminal, asked)


def output_in(terminal: "Terminal", asked: TerminalEncoding | None) -> LineOutput:
    """How to print in a terminal; it is told not to reorder only what is sent in visual order."""
    encoding = asked or terminal.encoding
    explicit = encoding is TerminalEncoding.V
    enter, leave = (terminal.enter, terminal.leave) if explicit else ("", "")
    return LineOutput(encoding, enter, leave, terminal.depth, terminal.glyphs)
