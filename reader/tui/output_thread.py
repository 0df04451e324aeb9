"""A thread that writes to the terminal, so that a slow line never keeps the application waiting."""

import os
import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread

from reader.tui.turn_lengths import WAITING

_STOPPING = 2.0
"""Seconds a terminal that takes nothing any more is waited for at the end."""

_DROPPING = 0.2
"""The same, where what waits is given up."""

_AT_ONCE = 4096
"""Bytes written in one go: how far a slow terminal has come is seen between them."""


class TerminalWriter(Thread):
    """Writes what it is given, in order, as UTF-8.

    Args:
        descriptor: The terminal's.
        on_lost: Called from the thread when the terminal has gone away.
        on_idle: Called from the thread when everything given is written.
    """

    def __init__(self, descriptor: int, on_lost: Callable[[], None], on_idle: Callable[[], None]) -> None:
        super().__init__(name="terminal-output", daemon=True)
        self.lost = False
        self._descriptor = descriptor
        self._on_lost = on_lost
        self._on_idle = on_idle
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._lock = Lock()
        self._writing = Lock()
        self._dropped = False
        self._unwritten = 0

    def write(self, text: str) -> None:
        """Give something to be written; never waits."""
        data = text.encode("utf-8", "replace")
        with self._lock:
            self._unwritten += len(data)
        sys.setswitchinterval(WAITING)  # the one who acts is through: now it is for this thread to have its turn
        self._queue.put(data)

    def stop(self) -> None:
        """Wait until everything is written, as long as the terminal takes it."""
        self._queue.put(None)
        before = -1
        while self.is_alive() and self._unwritten != before:
            before = self._unwritten
            self.join(_STOPPING)

    def drop(self) -> None:
        """Write nothing more of what was given; what is being written just now is waited for a moment."""
        self._dropped = True
        if self._writing.acquire(timeout=_DROPPING):
            self._writing.release()

    def run(self) -> None:
        """Write until told to stop. When the terminal is gone, what is given is dropped."""
        while (data := self._queue.get()) is not None:
            rest = memoryview(data)
            while rest:
                written = len(rest) if self.lost or self._dropped else self._write(rest[: _cut(data, len(rest))])
                rest = rest[written:]
                with self._lock:
                    self._unwritten -= written
                    idle = self._unwritten == 0
                if idle and not self.lost:
                    self._on_idle()

    def _write(self, data: memoryview) -> int:
        """Write some of it: how many bytes; all where the terminal has gone away."""
        with self._writing:
            try:
                return 0 if self._dropped else os.write(self._descriptor, data)
            except OSError:
                self.lost = True
        self._on_lost()
        return len(data)


def _cut(data: bytes, left: int) -> int:
    """How many of the bytes that are left are written in one go: whole characters."""
    start = len(data) - left
    end = start + _AT_ONCE
    while end < len(data) and data[end] & 0xC0 == 0x80:
        end -= 1
    return end - start
