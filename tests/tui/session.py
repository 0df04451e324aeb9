"""A program in a real pseudo-terminal, with a terminal played at the other end that answers as a recorded one does."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.terminal.played import Played
from tests.terminal.recordings import RECORDED

_ENOUGH = 20.0
"""Seconds after which what is waited for is not coming."""

_QUESTION = re.compile(r"\x1b\[c|\x1b\[5n")
_NOT_DRAWN = re.compile(
    r"\x1b\[[<>=?][\d;]*[a-gi-km-zA-Z]|\x1b\[[\d;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[8[hl]"
)
"""What pyte would print or misread; margins alone of the private modes are its own."""


class Session:
    """A program and its terminal; a context that ends both.

    Attributes:
        sent: Everything the program has written.
        played: What the terminal shows.
    """

    def __init__(
        self, argv: Sequence[str], environ: Mapping[str, str], answer: str = "xterm", size: tuple[int, int] = (60, 15)
    ) -> None:
        self.sent = ""
        self.played = Played(*size)
        self.answering = True
        self._answer = RECORDED.get(answer, "")
        self._held = b""
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            try:
                os.execvpe(argv[0], list(argv), dict(environ))  # noqa: S606 - no shell is wanted
            finally:
                os._exit(127)
        self.resize(*size)
        self.before = termios.tcgetattr(self.descriptor)
        self.status: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):
            os.close(self.descriptor)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        os.write(self.descriptor, keys.encode())

    def read(self, patience: float = 0.05) -> bool:
        """Take in what the program has written; whether there was something."""
        if not select.select([self.descriptor], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:
            return False
        text = self._decoded(data)
        self.sent += text
        if self.answering:
            for question in _QUESTION.findall(text):
                self.press(self._answer if question == "\x1b[c" else "\x1b[0n")
        self.played.feed(_NOT_DRAWN.sub(lambda match: match[0] if match[0].startswith("\x1b[?69") else "", text))
        return True

    def _decoded(self, data: bytes) -> str:
        """Text up to the last whole character and control sequence."""
        data = self._held + data
        cut = len(data)
        last = data.rfind(b"\x1b")
        if last >= 0 and not re.match(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*\x07|[^\[\]])", data[last:]):
            cut = last
        while cut and cut == len(data) and (data[-1] & 0xC0 == 0x80 or data[-1] >= 0xC0):
            try:
                data.decode()
                break
            except UnicodeDecodeError as error:
                cut = error.start
        self._held = data[cut:]
        return data[:cut].decode()

    def wait(self, done: Callable[[], bool], patience: float = _ENOUGH) -> None:
        """Read until something holds."""
        deadline = time.monotonic() + patience
        while not done():
            self.read()
            if time.monotonic() > deadline:
                shown = "\n".join(self.played.text)
                raise AssertionError(f"waited in vain; the screen:\n{shown}\n{self.sent[-300:]!r}")

    def settle(self, rest: float = 0.3) -> None:
        """Read until nothing has come for a while."""
        while self.read(rest):
            pass

    def shows(self, text: str) -> Callable[[], bool]:
        return lambda: any(text in line for line in self.played.text)

    def ended(self) -> int:
        """Wait for the program's end and give its exit status."""

        def gone() -> bool:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            return bool(pid)

        self.wait(gone)
        self.settle(0.05)
        assert self.status is not None
        return self.status

    def modes_left(self) -> set[str]:
        """The private modes that are on, and the bidi mode that is off, after everything written."""
        left: set[str] = set()
        for mode, change in re.findall(r"\x1b\[(\??\d+)([hl])", self.sent):
            usual = "h" if mode in {"?7", "?25", "8"} else "l"
            (left.discard if change == usual else left.add)(mode)
        return left


def environment(**changes: str) -> dict[str, str]:
    """The environment of a program under test: a plain terminal, nothing of the one the tests run in."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "PYTHONPATH"}}
    return {**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path.cwd()), **changes}


def python(path: str) -> list[str]:
    return [sys.executable, path]
