"""The first screen: the text as the view lays it out, written by the output stage before Textual is there.

Textual is not loaded for it. What it shows stands where the application's first picture has it, cell for
cell, so that the application only adds to it.
"""

from typing import TYPE_CHECKING

from reader.named_tuples import NamedTuple
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal
from reader.terminal.modes import entering, leaving
from reader.terminal.row import BLANK, Row, fitted, row_of
from reader.terminal.takeover import Takeover
from reader.tui.themes import Theme
from reader.values import replace
from reader.view.arrange import Window
from reader.view.first_page import FirstPage

if TYPE_CHECKING:
    from reader.terminal.style import Style
    from reader.view.styled import Role


class FirstScreen(NamedTuple):
    """The terminal's screen before the application runs.

    Attributes:
        shown: Its cells.
        takeover: What gives the terminal back until the application drives it.
        terminal, encoding: What it was taken to be, and how it was sent rows.
    """

    shown: Shown
    takeover: Takeover
    terminal: Terminal
    encoding: TerminalEncoding


def show(
    page: FirstPage, window: Window, theme: str, *, descriptor: int, terminal: Terminal, encoding: TerminalEncoding
) -> FirstScreen:
    """Take the terminal over and show a page on it.

    Args:
        page: The text.
        window: The size of what is painted: the terminal's without the columns that the encoding keeps blank.
        theme: The colours.
        descriptor: The terminal's.
        terminal: What is known of it so far.
        encoding: How it is sent rows.
    """
    output = replace(Output.of(terminal), encoding=encoding)
    picture, shown = update(Shown(), frame_of(page, window, theme_in(terminal, theme)), output)
    takeover = Takeover(descriptor, entering(terminal, encoding), picture, leaving(terminal, encoding))
    return FirstScreen(shown, takeover, terminal, encoding)


def theme_in(terminal: Terminal, name: str) -> Theme:
    """A theme in a terminal's colours."""
    return Theme(name, terminal.palettes, terminal.depth)


def frame_of(page: FirstPage, window: Window, theme: Theme) -> list[Row]:
    """A page as cells, blank around it."""
    blank = (BLANK,) * window.columns
    rows = [blank] * window.rows
    styles: dict[tuple[Role, ...], Style] = {}
    for y, row in enumerate(page.rows[: window.rows - page.top], page.top):
        cells = list((BLANK,) * page.left)
        for run in row:
            if run.roles not in styles:
                styles[run.roles] = theme.look_of(run.roles).style
            cells += row_of(run.text, styles[run.roles])
        rows[y] = fitted(tuple(cells), window.columns)
    return rows
