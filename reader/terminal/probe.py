"""Asking the terminal who it is, before the screen starts.

One round trip on a raw terminal, bounded in time. Units: seconds.
"""

import contextlib
import fcntl
import os
import select
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.named_tuples import NamedTuple
from reader.terminal.identity import NOTHING_SAID, Outside, Terminal, identify, multiplexer_of
from reader.terminal.replies import FORGET_QUESTIONS, SCREEN_QUESTIONS, ReplyParser, questions
from reader.terminal.takeover import keys_one_by_one

PATIENCE = 0.5
"""How long answers are waited for. Later ones are still recognised as answers by whoever reads the terminal then."""

TMUX_PATIENCE = 0.3


class Probed(NamedTuple):
    """The result of asking the terminal.

    Attributes:
        terminal: What is known.
        typed: What was typed meanwhile; it is the application's.
        parser: Goes on taking answers out of what the terminal sends, should they come late.
        descriptor: Where it is read and written; None when there is none.
        cut: Whether the last key taken was an Escape by itself, of which more may come: it then was another key's.
    """

    terminal: Terminal
    typed: str
    parser: ReplyParser
    descriptor: int | None = None
    cut: bool = False


def terminal_descriptor() -> int | None:
    """A descriptor on which keys are read and the screen is written: standard input, else the controlling terminal.

    Returns:
        None when there is no terminal. The descriptor stays open for the life of the process.
    """
    if sys.__stdin__ is not None and not sys.__stdin__.closed:
        descriptor = sys.__stdin__.fileno()
        if os.isatty(descriptor) and fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR:
            return descriptor
    try:
        return os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return None


def probe(descriptor: int | None, environ: Mapping[str, str], patience: float = PATIENCE) -> Probed:
    """Ask the terminal at a descriptor, within ``patience`` seconds; see :class:`Probing`."""
    return Probing(descriptor, environ).finished(patience)


class Probing:
    """A terminal that has been asked who it is, and answers while other work is done.

    The terminal's line settings are as they were once it is finished, whatever happens. Without a terminal, or one that
    cannot move its cursor, nothing is asked.

    Args:
        descriptor: Where it is read and written; None when there is none.
        environ: The environment.
    """

    def __init__(self, descriptor: int | None, environ: Mapping[str, str]) -> None:
        self._descriptor = descriptor
        self._environ = environ
        self._parser = ReplyParser()
        self.expected = identify(self._parser.answers, environ)
        """The terminal as the environment alone tells it."""
        self._outside: Outside | None = None
        self.is_cut = False
        """As in :class:`Probed`."""
        self._asked = (
            _Asked(descriptor, questions(environ), self._parser)
            if descriptor is not None and self.expected.paints and os.isatty(descriptor)
            else None
        )

    def finished(self, patience: float = PATIENCE) -> Probed:
        """The result within so many seconds, the line as it was; answers that come later are the parser's still.

        It may be asked for again, when more may have come.
        """
        try:
            return self.answered(patience)
        finally:
            self.restore()

    def answered(self, patience: float) -> Probed:
        """The same, the line as it is: between its two ways Enter would be another key."""
        if self._descriptor is None or self._asked is None:
            return Probed(Terminal(depth=self.expected.depth, paints=False), "", self._parser, self._descriptor)
        self._asked.wait(patience)
        if self._outside is None:
            self._outside, more = _outside(self._descriptor, self._environ, self._parser, patience)
            self._asked.typed += more
        terminal = identify(self._parser.answers, self._environ, self._outside)
        return Probed(terminal, self._asked.typed, self._parser, self._descriptor, self.is_cut)

    @property
    def settings(self) -> list[Any] | None:
        """The line's settings before it was asked; None where they are as they were, or another's to restore."""
        return self._asked.before if self._asked else None

    def handed_over(self) -> None:
        """Leave it to another to restore the line."""
        if self._asked:
            self._asked.before = None

    def restore(self) -> None:
        """The line's settings as they were, once."""
        if self._asked:
            self._asked.restore()

    # Typing, once it has been asked

    @property
    def typed(self) -> str:
        """Everything that was typed so far, and not taken."""
        return self._asked.typed if self._asked else ""

    def take(self, length: int, *, cut: bool = False) -> None:
        """Take so many characters of what was typed; ``cut`` as in :class:`Probed`."""
        if self._asked:
            self._asked.typed = self._asked.typed[length:]
        self.is_cut = cut

    def listen(self, patience: float | None, other: int) -> bool:
        """Take in what comes from the terminal within so many seconds, before another descriptor can be read.

        Returns:
            Whether something came. What may be an answer and is not completed in time was typed.
        """
        asked, parser = self._asked, self._parser
        if asked is None:
            return False
        with contextlib.suppress(OSError):
            if asked.took_in(parser.patience if parser.holding else patience, other):
                return True
        if parser.holding and not can_be_read(other):
            asked.typed += parser.release()
            return True
        return False


def _outside(descriptor: int, environ: Mapping[str, str], parser: ReplyParser, patience: float) -> tuple[Outside, str]:
    """The terminal outside of the one that answered, as far as it can be learnt, and the keys typed meanwhile."""
    match multiplexer_of(parser.answers, environ):
        case "":
            return NOTHING_SAID, ""
        case "screen" if parser.answers.complete:
            through = ReplyParser()
            asked = _Asked(descriptor, SCREEN_QUESTIONS, through)
            asked.wait(patience)
            asked.restore()
            return Outside(answers=through.answers), asked.typed
        case _ if "TMUX" in environ:
            return outside_of_tmux(), ""
        case _:
            return NOTHING_SAID, ""


class _Asked:
    """Questions put to a terminal, whose answers go to a parser; what is typed meanwhile is kept."""

    def __init__(self, descriptor: int, asked: str, parser: ReplyParser) -> None:
        self.typed = ""
        self._descriptor = descriptor
        self._parser = parser
        self.before = keys_one_by_one(descriptor, signals=True)
        self._early = _waiting(descriptor)
        """Bytes that were typed while the line still turned Enter into a line feed."""
        if self.before is not None:
            with contextlib.suppress(OSError):  # it has gone away; whoever paints next will find out
                os.write(descriptor, (asked + FORGET_QUESTIONS).encode())

    def wait(self, patience: float) -> None:
        """Take in answers until all are there, as long as so many seconds."""
        deadline = time.monotonic() + patience
        with contextlib.suppress(OSError):
            while not self._parser.answers.complete and self.took_in(max(0.0, deadline - time.monotonic())):
                pass

    def took_in(self, patience: float | None, *others: int) -> bool:
        """Take in what comes within so many seconds; whether something came, and no other descriptor was first.

        Raises:
            OSError: The terminal has gone away.
        """
        if self._descriptor not in select.select([self._descriptor, *others], [], [], patience)[0]:
            return False
        data = os.read(self._descriptor, self._early or 4096)
        if self._early:
            self._early -= len(data)
            data = data.replace(b"\n", b"\r")
        self.typed += self._parser.take(data)
        return bool(data)

    def restore(self) -> None:
        """The line's settings as they were, once."""
        if self.before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._descriptor, termios.TCSANOW, self.before)
            self.before = None


def can_be_read(descriptor: int) -> bool:
    """Whether a descriptor can be read without waiting."""
    return bool(select.select([descriptor], [], [], 0)[0])


def _waiting(descriptor: int) -> int:
    """How many bytes can be read."""
    try:
        return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder)
    except OSError:
        return 0


def outside_of_tmux() -> Outside:
    """The terminal tmux is shown in, by its own words and what its client inherited from it.

    The environment of the reader itself is that of the terminal in which tmux was first started.
    """
    import subprocess  # noqa: PLC0415 - four milliseconds that only tmux costs

    try:
        answer = subprocess.run(
            ["tmux", "display-message", "-p", "#{client_termtype}\n#{client_termname}\n#{client_pid}"],  # noqa: S607 - the one in use
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TMUX_PATIENCE,
            check=True,
            text=True,
            errors="replace",
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return NOTHING_SAID
    kind, term, process, *_ = [*map(str.strip, answer.split("\n")), "", "", ""]
    return Outside(says=kind, term=term, environ=_environment_of(process))


def _environment_of(process: str) -> Mapping[str, str] | None:
    """The environment of a process of one's own, where the system shows it (Linux)."""
    try:
        data = Path("/proc", process, "environ").read_bytes() if process.isdecimal() else b""
    except OSError:
        return None
    pairs = (pair.partition("=") for pair in os.fsdecode(data).split("\0") if pair)
    return {name: value for name, _, value in pairs} or None
