"""The first screen: the text as the view lays it out, written by the output stage before Textual is there.

Textual is not loaded for it. What it shows stands where the application's first picture has it, cell for
cell, so that the application only adds to it.
"""

from collections.abc import Iterable
from typing import Any

from reader.named_tuples import NamedTuple
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal
from reader.terminal.modes import entering, leaving
from reader.terminal.takeover import Takeover
from reader.tui.cells import CellPainter
from reader.values import replace
from reader.view.arrange import Window
from reader.view.styled import PlacedRows


class FirstScreen(NamedTuple):
    """The terminal's screen before the application runs.

    Attributes:
        shown: Its cells.
        window: Its size without the columns that the encoding keeps blank.
        takeover: What gives the terminal back until the application drives it.
        terminal, encoding: What it was taken to be, and how it was sent rows.
    """

    shown: Shown
    window: Window
    takeover: Takeover
    terminal: Terminal
    encoding: TerminalEncoding


def show(
    parts: Iterable[PlacedRows],
    window: Window,
    theme: str,
    *,
    descriptor: int,
    terminal: Terminal,
    encoding: TerminalEncoding,
    settings: list[Any] | None,
) -> FirstScreen:
    """Take the terminal over and show on it what is known.

    Args:
        parts: The text, or nothing.
        window: The size of what is painted: the terminal's without the columns that the encoding keeps blank.
        theme: The colours.
        descriptor: The terminal's.
        terminal: What is known of it so far.
        encoding: How it is sent rows.
        settings: Its line settings before it was asked.
    """
    output = replace(Output.of(terminal), encoding=encoding)
    picture, shown = update(Shown(), painter_for(terminal, theme).frame(parts, window), output)
    takeover = Takeover(descriptor, entering(terminal, encoding), picture, leaving(terminal, encoding), settings)
    return FirstScreen(shown, window, takeover, terminal, encoding)


def painter_for(terminal: Terminal, theme: str) -> CellPainter:
    """The painter of cells for a terminal, in a theme."""
    return CellPainter(theme, terminal.palettes, terminal.depth)
