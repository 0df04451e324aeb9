"""Which terminal this is and which encoding it is sent.

What was asked for, what was chosen in it before, what it needs.
"""

import os
import sys
from dataclasses import dataclass

from reader.cli.arguments import Options
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.glyphs import ALL_DRAWN, Glyphs
from reader.terminal.identity import Terminal
from reader.terminal.probe import Probed, probe, terminal_descriptor
from reader.terminal.style import ColourDepth


@dataclass(frozen=True, slots=True)
class Output:
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


def probed() -> Probed:
    """The terminal the process runs in, asked."""
    return probe(terminal_descriptor(), os.environ)


def encoding_asked_for(options: Options) -> TerminalEncoding | None:
    """The encoding the options name; None when they leave it to the terminal."""
    if options.bidi_encoding:
        return TerminalEncoding(options.bidi_encoding)
    if options.bidi == "terminal":
        return TerminalEncoding.TERMINAL
    return TerminalEncoding.V if options.bidi == "app" else None


def output_of(options: Options) -> Output:
    """How to print: as asked for; else as the terminal needs it; in visual order where the output is none."""
    asked = encoding_asked_for(options)
    if not sys.stdout.isatty():
        return Output(asked or TerminalEncoding.V)
    return output_in(probed().terminal, asked)


def output_in(terminal: Terminal, asked: TerminalEncoding | None) -> Output:
    """How to print in a terminal; it is told not to reorder only what is sent in visual order."""
    encoding = asked or terminal.encoding
    explicit = encoding is TerminalEncoding.V
    enter, leave = (terminal.enter, terminal.leave) if explicit else ("", "")
    return Output(encoding, enter, leave, terminal.depth, terminal.glyphs)
