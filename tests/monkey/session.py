"""One session of the monkey: a reader in a pseudo-terminal, done to what a plan says, watched and judged.

A fault is one of: an end that was not asked for or with another status than its way out gives; a report of a defect; a
silence of more than two seconds; a terminal that is not as it was, after the end or while the program is stopped;
memory that grows; a control in the output that the reader does not send.

Seconds of silence are those in which the program could have answered: the processor's time it took, and the time in
which none of its threads wanted any. A machine that is busy with other things makes nobody silent.
"""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from tests.monkey.plan import Event, Plan
from tests.monkey.stream import Stream
from tests.samples import ROOT
from tests.terminal.recordings import RECORDED

READER = (sys.executable, "-m", "reader")

SILENCE = 2.0
"""Seconds within which something must come of a new size of the window, or of a wish to leave."""

_STARTS_WITHIN = 20.0
"""Seconds of the processor's time within which a document is opened; what opening costs is measured elsewhere."""

GROWTH = 64 << 20
_LONGEST_WAIT = 120.0
"""Seconds of a clock after which the machine is at fault."""

_ARRIVES_WITHIN = 1.0
"""Seconds within which what a stopped program wrote is there: the kernel carries it, on a busy machine late."""

_PROBED_EVERY = 5
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")

_STATUSES = {
    "q": {0},
    "ctrl+c": {130, -signal.SIGINT},
    "SIGTERM": {128 + signal.SIGTERM},
    "SIGHUP": {128 + signal.SIGHUP},
}
_PASTED = b"\x1b[201~"
"""A paste that was begun ends, as every terminal ends it: until then keys are text."""

_REFUSED = {3, 4}
"""Statuses of a document or a window that cannot be read, before the screen was ever taken."""


@dataclass
class Verdict:
    """What came of a session.

    Attributes:
        faults: Kinds of faults, each with what was seen.
        silence: The longest silence, in seconds.
        growth: Bytes the program grew by after its document was open.
        opening: Seconds until the screen was there.
        status: How it ended.
    """

    faults: dict[str, str] = field(default_factory=dict)
    silence: float = 0.0
    growth: int = 0
    opening: float = 0.0
    status: int | None = None

    def fault(self, kind: str, seen: str) -> None:
        self.faults.setdefault(kind, seen)


def played(plan: Plan, document: Path, folder: Path, program: Sequence[str] = READER) -> Verdict:
    """Play a plan.

    Args:
        plan: The plan.
        document: What is read.
        folder: An empty folder for the reader's state.
        program: What is played with.
    """
    verdict = Verdict()
    session = _Session([*program, *plan.options, str(document)], plan, folder, verdict)
    try:
        session.play()
    except _EndedError:
        pass
    finally:
        session.close()
    defect = folder / "state" / "defect.txt"
    if defect.exists():
        verdict.fault("defect", defect.read_text("utf-8", "replace"))
    elif "Traceback" in session.stream.text or "a defect of the reader" in session.stream.text:
        verdict.fault("defect", session.stream.text[-1500:])
    for sent in session.stream.faults:
        verdict.fault("control sent", sent)
    return verdict


class _EndedError(Exception):
    """The program has ended, or is not worth going on with."""


class _Session:
    def __init__(self, argv: Sequence[str], plan: Plan, folder: Path, verdict: Verdict) -> None:
        self.plan, self.verdict, self.stream = plan, verdict, Stream()
        self.size = plan.size
        self._due: list[tuple[float, str]] = []
        self._told = False
        environ = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
        environ |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "EDITOR": "true"}
        environ |= {"READER_STATE": str(folder / "state"), "READER_CONFIG": str(folder / "config.toml")}
        master, slave = pty.openpty()
        self.descriptor = master
        self._set_size(*plan.size)
        self.before = termios.tcgetattr(master)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.chdir(Path(argv[-1]).parent)
                os.close(master)
                os.login_tty(slave)
                os.execvpe(argv[0], list(argv), environ)  # noqa: S606 - no shell is wanted
            finally:
                os._exit(127)
        self.kept_slave = slave  # what is written last can be read after the program's end

    def close(self) -> None:
        if self.verdict.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.descriptor)
        os.close(self.kept_slave)

    def play(self) -> None:
        self._open()
        for number, event in enumerate(self.plan.events):
            self._do(event)
            if number % _PROBED_EVERY == _PROBED_EVERY - 1:
                self._probe()
        self._probe()
        self._leave()

    # The course of a session

    def _open(self) -> None:
        self.verdict.opening = self._silence(lambda: self.stream.entered, _STARTS_WITHIN, "opening")
        self._read_for(0.3)
        self._rest = self._memory()

    def _do(self, event: Event) -> None:
        match event:
            case ("type", bytes(data)):
                self._type(data)
            case ("size", int(columns), int(rows)):
                self._set_size(columns, rows)
            case ("there and back", int(columns), int(rows), between):
                before = self.size
                self._set_size(columns, rows)
                time.sleep(between)
                self._set_size(*before)
            case ("stop" | "stop twice" | "ctrl+z", float(seconds)):
                self._stop(event[0], seconds)
            case ("wait", seconds):
                self._read_for(seconds)
            case _:
                assert_never(event)  # type: ignore[arg-type]
        self._read_for(0.02)
        self._grown()

    def _stop(self, way: str, seconds: float) -> None:
        twice = way == "stop twice"
        if way == "ctrl+z":
            self._type(_PASTED + b"\x1a")
        else:
            os.kill(self.pid, signal.SIGTSTP)
        self._silence(self._is_stopped, SILENCE, way)
        self._waited(lambda: not self.stream.left, _ARRIVES_WITHIN)
        self._judge_terminal("stopped")
        time.sleep(seconds)
        os.kill(self.pid, signal.SIGCONT)
        if twice:
            time.sleep(seconds)
            os.kill(self.pid, signal.SIGTSTP)
        self._silence(self._is_back, SILENCE, "resume")
        if twice:  # the second may come while the first is being recovered from, and be heeded after that
            self._read_for(0.3)
            self._silence(self._is_back, SILENCE, "resume")

    def _probe(self) -> None:
        """A new size is painted soon, whatever is going on."""
        self._read_for(0.01)
        sent = self.stream.sent
        columns, rows = self.size
        self._set_size(81 if columns != 81 else 82, max(rows, 12))
        self._silence(lambda: self.stream.sent > sent, SILENCE, "silence")

    def _leave(self) -> None:
        way = self.plan.way_out
        if way in ("q", "ctrl+c"):
            self._type(_PASTED)
        if way == "q":
            for _ in range(8):
                self._type(b"\x1b")
                self._waited(self._has_ended, 0.15)
                self._type(b"q")
                self._waited(self._has_ended, 0.4)
            self.verdict.fault("no way out", "q after Escape, eight times")
        elif way == "ctrl+c":
            self._type(b"\x03")
            self._silence(self._has_ended, SILENCE, "no way out")
        else:
            os.kill(self.pid, getattr(signal, way))
            self._silence(self._has_ended, SILENCE, "no way out")

    # What is seen of the program

    def _silence(self, done: Callable[[], bool], limit: float, kind: str) -> float:
        """Wait for something; a fault when the program had longer than the limit for it.

        Returns:
            Seconds the program had.
        """
        silent, came = self._waited(done, limit)
        if not came:
            self.verdict.fault(
                kind, f"{silent:.1f} s, {self._stat()[0]}; the last it sent: {self.stream.text[-300:]!r}"
            )
            raise _EndedError
        if kind == "silence":
            self.verdict.silence = max(self.verdict.silence, silent)
        return silent

    def _waited(self, done: Callable[[], bool], limit: float) -> tuple[float, bool]:
        """Wait for something as long as the program had the limit for it: the seconds it had, and whether it came."""
        began, slept, last = self._processor_time(), 0.0, time.monotonic()
        deadline = last + _LONGEST_WAIT
        while True:
            came = done()
            silent = self._processor_time() - began + slept
            if came or silent > limit or last > deadline:
                return silent, came
            self._read(0.02)
            now = time.monotonic()
            if not self._wants_the_processor():
                slept += min(now - last, 0.1)
            last = now

    def _stat(self) -> list[str]:
        try:
            return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return ["X", *["0"] * 50]

    def _processor_time(self) -> float:
        stat = self._stat()
        return (int(stat[11]) + int(stat[12])) / _TICKS

    def _wants_the_processor(self) -> bool:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{self.pid}/task").iterdir():
                if (task / "stat").read_text().rpartition(")")[2].split()[0] in "RD":
                    return True
        return False

    def _is_stopped(self) -> bool:
        return self._stat()[0] == "T"

    def _is_back(self) -> bool:
        """Whether the terminal is the program's again; as a shell does, it is told to go on where it has stopped."""
        if self._is_stopped():
            os.kill(self.pid, signal.SIGCONT)
            return False
        return self.stream.taken and self._hears()

    def _hears(self) -> bool:
        """Whether keys are the program's, and not the line's."""
        return not termios.tcgetattr(self.descriptor)[3] & termios.ECHO

    def _memory(self) -> int:
        try:
            return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * _PAGE
        except (OSError, IndexError):
            return 0

    def _grown(self) -> None:
        grown = self._memory() - self._rest
        self.verdict.growth = max(self.verdict.growth, grown)
        if grown > GROWTH:
            self.verdict.fault("growth", f"{grown >> 20} MB")

    def _has_ended(self) -> bool:
        if self.verdict.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.verdict.status = os.waitstatus_to_exitcode(status)
                self._read_out()
                self._judge_end(self.verdict.status)
                raise _EndedError
        return False

    def _judge_end(self, status: int) -> None:
        allowed = _STATUSES[self.plan.way_out] | _STATUSES["q"] | (set() if self.stream.entered else _REFUSED)
        if status not in allowed:
            self.verdict.fault("status", f"{status}: {self.stream.text[-500:]!r}")
        self._judge_terminal("ended")

    def _judge_terminal(self, when: str) -> None:
        if self.stream.left:
            self.verdict.fault("terminal", f"{when}: {', '.join(self.stream.left)} left")
        if termios.tcgetattr(self.descriptor) != self.before:
            self.verdict.fault("terminal", f"{when}: its line settings are changed")

    # The terminal's end

    def _read_for(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._read(left)

    def _read_out(self) -> None:
        while self._take(0.0):
            pass

    def _read(self, patience: float) -> None:
        now = time.monotonic()
        for due, answer in [item for item in self._due if item[0] <= now]:
            self._due.remove((due, answer))
            if self._hears():  # an answer that comes later than the reader waits for it is the shell's to deal with
                self._send(answer.encode())
        if not self._take(min(patience, 0.02)):
            self._has_ended()

    def _take(self, patience: float) -> bool:
        if not select.select([self.descriptor], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            return False
        for question in self.stream.feed(data):
            if question == "c" and self.plan.identity:
                self._due.append((time.monotonic() + self.plan.late, RECORDED[self.plan.identity]))
            elif question == "5n" and self.plan.identity:
                self._send(b"\x1b[0n")
        return bool(data)

    def _type(self, data: bytes) -> None:
        if not self._has_ended():
            # A program that has given its terminal back is about to end: nobody types into that.
            self._silence(self._is_back, SILENCE, "no way out")
            self._send(data)

    def _send(self, data: bytes) -> None:
        """Write as the program reads: what it has no room for waits, as long as it may be silent."""
        os.set_blocking(self.descriptor, False)
        deadline = time.monotonic() + _LONGEST_WAIT
        while data and time.monotonic() < deadline:
            try:
                data = data[os.write(self.descriptor, data) :]
            except BlockingIOError:
                if not self._take(0.02):
                    self._has_ended()
            except OSError:
                break

    def _set_size(self, columns: int, rows: int) -> None:
        self.size = (columns, rows)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
