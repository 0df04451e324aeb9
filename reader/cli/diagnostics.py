"""Messages of the command line beside its output: one line at a time, on standard error."""

import sys
from contextlib import suppress


def say(text: str) -> None:
    """One line, whatever is in it: names of files and what documents say of themselves may hold anything.

    On a terminal right-to-left words are put in order, in the encoding that most terminals show rightly; they are not
    worth the time it takes to ask which terminal it is.
    """
    from reader.text.direction import isolate
    from reader.text.printable import printable

    line = " ".join(f"reader: {text}".split())
    with suppress(OSError):  # nobody reads standard error
        if not line.isascii():
            line = _in_order(isolate(line)) if sys.stderr.isatty() else line.translate(_ISOLATES)
        print(printable(line), file=sys.stderr, flush=True)


_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
"""They keep values apart while a line is laid out; in plain text they would only be in the way."""


def _in_order(line: str) -> str:
    from reader.model import Direction
    from reader.terminal.encodings import TerminalEncoding, encode_text
    from reader.view.styled import one_line

    return encode_text(one_line(line, Direction.LTR).text, TerminalEncoding.L)
