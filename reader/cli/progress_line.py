"""How far a command has come: one line on standard error, where a person may be looking, that leaves no trace."""

import sys
from time import monotonic

from reader.text.printable import printable

_EVERY = 0.1
"""Seconds between two states of the line."""


class Progress:
    """One line on standard error, drawn over itself; nothing where that is no terminal or ``wanted`` is not so."""

    def __init__(self, *, wanted: bool) -> None:
        self._shown = wanted and sys.stderr.isatty()
        self._count = 0
        self._path = ""
        self._last = 0.0
        self._drawn = False

    def begin(self, path: str) -> None:
        """Says that the next file is begun."""
        self._count += 1
        self._path = path
        self.show(0.0)

    def show(self, fraction: float) -> None:
        """Says how much of the file was read, 0 to 1; drawn now and then."""
        now = monotonic()
        if self._shown and now - self._last >= _EVERY:
            self._last, self._drawn = now, True
            sys.stderr.write(f"\r\x1b[K{self._count}  {printable(self._path)}  {fraction:.0%}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away, so that others may be written."""
        if self._drawn:
            self._drawn = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
