"""What is written to the terminal: in order, whole characters, nothing behind what gives it back."""

import os
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from reader.tui.output_thread import TerminalWriter

FULL = 1 << 20
"""More bytes than a pipe holds."""


class Line:
    """A pipe, with a writer at one end; read at the other when asked."""

    def __init__(self) -> None:
        self.end, start = os.pipe()
        self.lost, self.idle = Event(), Event()
        self.writer = TerminalWriter(start, self.lost.set, self.idle.set)
        self.writer.start()
        self.start = start

    def written(self) -> bytes:
        """All that comes until the writing end is closed."""
        with os.fdopen(self.end, "rb") as end:
            return end.read()


@pytest.fixture
def line() -> Iterator[Line]:
    one = Line()
    yield one
    one.writer.drop()
    one.writer.stop()


def test_everything_is_written_in_order_before_it_stops(line: Line) -> None:
    read: list[bytes] = []
    reading = Thread(target=lambda: read.append(line.written()))
    reading.start()
    texts = ["سلام " * 3000, "\x1b[H", "שלום" * 5000]
    for text in texts:
        line.writer.write(text)
    line.writer.stop()
    assert not line.writer.is_alive()
    os.close(line.start)
    reading.join()
    assert read == ["".join(texts).encode()]
    assert line.idle.is_set()


def test_nothing_that_waits_is_written_after_it_was_dropped(line: Line) -> None:
    line.writer.write("ש" * FULL)
    line.writer.write("\x1b[?1049h")
    line.writer.drop()
    reading: list[bytes] = []
    reader = Thread(target=lambda: reading.append(line.written()))
    reader.start()
    line.writer.stop()
    os.write(line.start, b"\x1b[?1049l")
    os.close(line.start)
    reader.join()
    assert reading[0].removesuffix(b"\x1b[?1049l") == "ש".encode() * ((len(reading[0]) - 8) // 2)  # whole characters
    assert len(reading[0]) < FULL


def test_a_line_that_is_lost_is_told_once_and_keeps_nobody_waiting() -> None:
    line = Line()
    os.close(line.end)
    line.writer.write("a" * FULL)
    line.writer.write("b")
    line.writer.stop()
    assert line.lost.is_set()
    assert not line.writer.is_alive()
    os.close(line.start)
