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
from pathlib import Path
from typing import NamedTuple

from reader.terminal.identity import NOTHING_SAID, Outside, Terminal, identify, multiplexer_of
from reader.terminal.replies import FORGET_QUESTIONS, SCREEN_QUESTIONS, ReplyParser, questions

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
    outside, more = _outside(descriptor, environ, parser, patience)
    return Probed(identify(parser.answers, environ, outside), typed + more, parser, descriptor)


def _outside(descriptor: int, environ: Mapping[str, str], parser: ReplyParser, patience: float) -> tuple[Outside, str]:
    """What can be learnt of the terminal outside of what has answered, and what was typed meanwhile."""
    match multiplexer_of(parser.answers, environ):
        case "":
            return NOTHING_SAID, ""
        case "screen" if parser.answers.complete:
            through = ReplyParser()
            typed = _ask(descriptor, SCREEN_QUESTIONS, through, patience)
            return Outside(answers=through.answers), typed
        case _ if "TMUX" in environ:
            return outside_of_tmux(), ""
        case _:
            return NOTHING_SAID, ""


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


def outside_of_tmux() -> Outside:
    """What tmux tells of the terminal it is shown in, and what its client inherited from that terminal.

    The environment of the reader itself is that of the terminal in which tmux was first started.
    """
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
