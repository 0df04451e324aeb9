"""A terminal taken over and given back as a whole, whatever signals come in between."""

import os
import pty
import signal
import termios
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from reader.terminal.takeover import Takeover

ENTER, PICTURE, LEAVE = "<enter>", "<picture>", "<leave>"


@dataclass
class Terminal:
    """A terminal; while something is written to it, signals come."""

    slave: int
    sent: list[str] = field(default_factory=list)
    coming: dict[str, list[signal.Signals]] = field(default_factory=dict)
    """Signals by what is being written when they come."""

    def write(self, _: int, data: bytes) -> int:
        text = bytes(data).decode()
        for number in self.coming.pop(text, []):
            signal.raise_signal(number)
        self.sent.append(text)
        for number in self.coming.pop(f"{text} done", []):
            signal.raise_signal(number)
        return len(data)

    def kill(self, _: int, number: int) -> None:
        self.sent.append(signal.Signals(number).name)

    def taken(self) -> Takeover:
        return Takeover(self.slave, ENTER, PICTURE, LEAVE)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    one = Terminal(slave)
    numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)
    handlers = [signal.getsignal(number) for number in numbers]
    monkeypatch.setattr(os, "write", one.write)
    monkeypatch.setattr(os, "kill", one.kill)
    yield one
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)
    os.close(master)
    os.close(slave)


SHOWN = ENTER + PICTURE
STOPPED = [LEAVE, "SIGSTOP", SHOWN]


@pytest.mark.parametrize("when", [SHOWN, f"{SHOWN} done"])
def test_a_stop_while_it_is_taken_comes_after_that(terminal: Terminal, when: str) -> None:
    terminal.coming[when] = [signal.SIGTSTP, signal.SIGTSTP]
    taken = terminal.taken()
    assert terminal.sent == [SHOWN, *STOPPED]
    taken.give_back()
    taken.give_back()
    assert terminal.sent[-2:] == [SHOWN, LEAVE]


@pytest.mark.parametrize("when", [LEAVE, f"{LEAVE} done"])
def test_an_end_while_it_stops_leaves_a_terminal_that_was_given_back(terminal: Terminal, when: str) -> None:
    taken = terminal.taken()
    terminal.coming[when] = [signal.SIGTERM]
    with pytest.raises(SystemExit) as ended:
        signal.raise_signal(signal.SIGTSTP)
    assert ended.value.code == 128 + signal.SIGTERM
    assert terminal.sent == [SHOWN, LEAVE]
    taken.give_back()
    assert terminal.sent == [SHOWN, LEAVE]


def test_a_stop_while_it_is_given_back_finds_nothing_to_give_back(terminal: Terminal) -> None:
    stops: list[int] = []
    signal.signal(signal.SIGTSTP, lambda number, _: stops.append(number))
    taken = terminal.taken()
    terminal.coming[LEAVE] = [signal.SIGTSTP]
    taken.give_back()
    assert terminal.sent == [SHOWN, LEAVE, "SIGSTOP"]
    signal.raise_signal(signal.SIGTSTP)
    assert stops == [signal.SIGTSTP]


def test_an_interrupt_while_it_is_given_back_has_it_given_back_again(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = terminal.taken()

    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            taken.give_back()
    taken.give_back()
    assert terminal.sent == [SHOWN, LEAVE]


@pytest.mark.parametrize("when", [SHOWN, f"{SHOWN} done"])
def test_an_interrupt_while_it_is_taken_has_it_given_back(terminal: Terminal, when: str) -> None:
    terminal.coming[when] = [signal.SIGINT]
    with pytest.raises(KeyboardInterrupt):
        terminal.taken()
    assert terminal.sent[-1] == LEAVE


def test_no_key_ends_the_process_with_the_terminal_taken(terminal: Terminal) -> None:
    taken = terminal.taken()
    settings = termios.tcgetattr(terminal.slave)
    assert settings[6][termios.VQUIT] == b"\0"
    taken.give_back()
    assert termios.tcgetattr(terminal.slave)[6][termios.VQUIT] != b"\0"


def test_another_picture_is_the_one_shown_after_a_stop(terminal: Terminal) -> None:
    taken = terminal.taken()
    taken.show(lambda: "<change>", lambda: "<whole>")
    signal.raise_signal(signal.SIGTSTP)
    assert terminal.sent == [SHOWN, "<change>", LEAVE, "SIGSTOP", f"{ENTER}<whole>"]
    taken.give_back()


def test_signals_wait_for_what_is_done_undisturbed_but_for_a_second_interrupt(terminal: Terminal) -> None:
    taken = terminal.taken()
    done: list[signal.Signals] = []

    def do(*signals: signal.Signals) -> None:
        with taken.undisturbed():
            for number in signals:
                signal.raise_signal(number)
            done.append(signals[-1])

    with pytest.raises(KeyboardInterrupt):
        do(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        do(signal.SIGINT, signal.SIGINT)
    with pytest.raises(SystemExit):
        do(signal.SIGTERM)
    assert done == [signal.SIGINT, signal.SIGTERM]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    taken.give_back()
