"""A thread that writes to the terminal, so that a slow line never keeps the application waiting."""

import os
from collections.abc import Callable
from queue import SimpleQueue
from threading import RLock, Thread

_STOPPING = 2.0
"""Seconds a terminal that takes nothing any more is waited for at the end."""


class Writer(Thread):
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
        self._lock = RLock()  # a signal may come, and write, while this thread holds it
        self._unwritten = 0

    def write(self, text: str) -> None:
        """Give something to be written; never waits."""
        data = text.encode("utf-8", "replace")
        with self._lock:
            self._unwritten += len(data)
        self._queue.put(data)

    def stop(self) -> None:
        """Wait until everything is written, as long as the terminal takes it."""
        self._queue.put(None)
        self.join(_STOPPING)

    def run(self) -> None:
        """Write until told to stop. When the terminal is gone, what is given is dropped."""
        while (data := self._queue.get()) is not None:
            if not self.lost:
                self._write(data)
            with self._lock:
                self._unwritten -= len(data)
                idle = self._unwritten == 0
            if idle and not self.lost:
                self._on_idle()

    def _write(self, data: bytes) -> None:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            self.lost = True
            self._on_lost()
