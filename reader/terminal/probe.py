"""Asking the terminal who it is, before the screen starts.

One round trip on a raw terminal, bounded in time. Units: seconds.
"""

import contextlib
import fcntl
import os
import select
import subprocess
import sys
import termios
import time
import tty
from codecs import getincrementaldecoder
from collections.abc import Mapping
from typing import NamedTuple

from reader.terminal.identity import Terminal, identify, multiplexer_of
from reader.terminal.replies import FORGET_QUESTIONS, ReplyParser, questions

PATIENCE = 0.5
"""How long answers are waited for. Later ones are still recognised as answers by whoever reads the terminal then."""

TMUX_PATIENCE = 0.3


class Probed(NamedTuple):
    """What came of asking.

    Attributes:
        terminal: What is known.
        typed: What was typed meanwhile; it is the application's.
        parser: Goes on taking answers out of what the terminal sends, should they come late.
        descriptor: Where it is read and written; None when there is none.
    """

    terminal: Terminal
    typed: str
    parser: ReplyParser
    descriptor: int | None = None


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
    """Ask the terminal at a descriptor, within ``patience`` seconds.

    The terminal's line settings are as they were afterwards, whatever happens. Without a terminal, or one that cannot
    move its cursor, nothing is asked.
    """
    parser = ReplyParser()
    terminal = identify(parser.answers, environ)
    if descriptor is None or not terminal.paints or not os.isatty(descriptor):
        return Probed(Terminal(depth=terminal.depth, paints=False), "", parser, descriptor)
    typed = _ask(descriptor, questions(environ), parser, patience)
    outside = outside_of_tmux(environ) if multiplexer_of(parser.answers, environ) == "tmux" else ""
    return Probed(identify(parser.answers, environ, outside), typed, parser, descriptor)


def _ask(descriptor: int, asked: str, parser: ReplyParser, patience: float) -> str:
    """Put the questions; answers go to the parser, what was typed is returned."""
    try:
        before = termios.tcgetattr(descriptor)
    except termios.error:
        return ""
    decode = getincrementaldecoder("utf-8")(errors="replace").decode
    typed: list[str] = []
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        os.write(descriptor, asked.encode())
        deadline = time.monotonic() + patience
        while not parser.answers.complete and (left := deadline - time.monotonic()) > 0:
            if not select.select([descriptor], [], [], left)[0]:
                break
            data = os.read(descriptor, 4096)
            if not data:
                break
            typed.append(parser.feed(decode(data)))
        os.write(descriptor, FORGET_QUESTIONS.encode())
    except (OSError, termios.error):
        pass  # The terminal has gone away; whoever paints next will find out.
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
    return "".join(typed)


def outside_of_tmux(environ: Mapping[str, str]) -> str:
    """What tmux says of the terminal it is shown in: the name it gives itself, else its ``TERM``; "" if unknown."""
    if "TMUX" not in environ:
        return ""
    try:
        answer = subprocess.run(
            ["tmux", "display-message", "-p", "#{client_termtype}\n#{client_termname}"],  # noqa: S607 - the tmux in use
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TMUX_PATIENCE,
            check=True,
            text=True,
            errors="replace",
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    kind, _, name = answer.partition("\n")
    name = name.strip()
    # A TERM of "xterm-256color" is everybody's; only few terminals give their own name there.
    return kind.strip() or (name if name.startswith(("putty", "mlterm", "konsole")) else "")
