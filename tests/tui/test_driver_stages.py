"""Between two stages of a session, where a signal may find the driver: no application, a terminal that nobody reads."""

import asyncio
import os
import pty
import signal
from collections.abc import Iterator
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.app import App

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import Terminal
from reader.terminal.replies import ReplyParser
from reader.tui import driver as module
from reader.tui.driver import ReaderDriver
from reader.tui.output_thread import TerminalWriter

LEFT = b"\x1b[?1049l"


class Stopped:
    """A terminal to which nothing is written before the writer is told to stop; what was sent when one was stopped."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        self.sent: list[bytes] = []
        self.told = Event()

    def kill(self, _: int, number: int) -> None:
        assert number == signal.SIGSTOP
        self.sent.append(os.read(self.master, 1 << 16))

    def app(self) -> App[Any]:
        probed = SimpleNamespace(descriptor=self.slave, parser=ReplyParser(), typed="", cut=False)
        stage = SimpleNamespace(
            probed=probed,
            terminal=Terminal(encoding=TerminalEncoding.V),
            encoding=TerminalEncoding.V,
            first_screen=None,
            is_shown_rightly=False,
            repaint=lambda: None,
            all_written=lambda: None,
        )
        return cast("App[Any]", stage)


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stopped]:
    terminal = Stopped()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    stop = TerminalWriter.stop

    class Waiting(TerminalWriter):
        def stop(self) -> None:
            terminal.told.set()
            stop(self)

        def _write(self, data: memoryview) -> int:
            terminal.told.wait(10)
            return super()._write(data)

    monkeypatch.setattr(module, "TerminalWriter", Waiting)
    monkeypatch.setattr(os, "kill", terminal.kill)
    yield terminal
    terminal.told.set()
    for number, handler in handlers.items():
        signal.signal(number, handler)
    os.close(terminal.master)
    os.close(terminal.slave)


async def test_stopped_while_it_ends_it_has_given_the_terminal_back(stopped: Stopped) -> None:
    driver = ReaderDriver(stopped.app())
    driver.start_application_mode()
    driver.stop_application_mode()
    signal.raise_signal(signal.SIGTSTP)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [LEFT in sent for sent in stopped.sent] == [True]
    driver.close()


async def test_what_waits_is_not_written_behind_the_last_resort(stopped: Stopped) -> None:
    driver = ReaderDriver(stopped.app())
    driver.start_application_mode()
    driver.write("\x1b[?1049h")
    driver._give_back_at_last()
    driver._give_back_at_last()
    driver.disable_input()  # as the process' end does
    driver.close()
    sent = os.read(stopped.master, 1 << 16)
    assert sent.count(LEFT) == 1
    assert sent.rindex(LEFT) > sent.rfind(b"\x1b[?1049h")
