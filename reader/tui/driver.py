"""Between Textual and the terminal: keys and mouse in, bytes out, and every way in and out of the screen.

Stages of a session: the terminal is taken over (raw input, :func:`~reader.terminal.modes.entering`); a thread reads
it, another writes to it; it is given back at exit, suspension, SIGTERM, SIGHUP, a crash, or an end of the interpreter
that nobody foresaw. Giving back is idempotent, and waits for the terminal to have answered all it was asked, so that no
answer ends up on the shell's command line.

Signals only leave word for the loop: what they ask for is done between two of its steps, one after the other, so that
no signal finds the terminal half taken or half given back.

Units: seconds; columns and rows for sizes.
"""

import atexit
import contextlib
import os
import select
import signal
import termios
from collections import deque
from collections.abc import Callable
from threading import Event, Lock, Thread, Timer
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from textual.driver import Driver
from textual.events import Key, Resize
from textual.geometry import Size

from reader.model import ExitCode
from reader.terminal.modes import entering, entering_again, leaving
from reader.terminal.replies import DEVICE_STATUS, ReplyParser
from reader.terminal.takeover import keys_one_by_one
from reader.tui.key_presses import KeyParser
from reader.tui.output_thread import TerminalWriter

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from reader.tui.driver_host import DriverHost


_FAREWELL = 0.6
"""How long the terminal is waited for at most when it is given back."""

_SHORTEST_FAREWELL = 0.1
"""How long one is waited for that has answered at once so far, or never."""

_TO_TAKE_THE_KEY = 0.25
"""How long a program may be busy after Ctrl+C."""

_FATAL = (signal.SIGTERM, signal.SIGHUP)


class ReaderDriver(Driver):
    """Drives the terminal that was probed, for an application that is a :class:`~reader.tui.driver_host.DriverHost`."""

    def __init__(
        self, app: "App[Any]", *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._stage = cast("DriverHost", app)
        probed = self._stage.probed
        if probed is None or probed.descriptor is None:
            raise ValueError("a driver needs a terminal")
        self._descriptor = probed.descriptor
        self._replies: ReplyParser = probed.parser
        self._typed_before, self._cut_before = probed.typed, probed.cut
        self._writer: TerminalWriter | None = None
        self._reader: Thread | None = None
        self._stopping = Event()
        self._wake_read, self._wake_write = os.pipe()
        self._settings_before: list[Any] | None = None
        self._entered = False
        self._giving_back = Lock()
        self._at_rest = True  # the terminal is as it was before, and nothing is under way to change that
        self._stop_asked = False
        self._resumes = False
        self._asked_at: deque[float] = deque()
        self._longest_wait = 0.0
        signal.signal(signal.SIGCONT, lambda *_: self._soon(self._continued))
        atexit.register(self._give_back_at_last)

    @property
    def can_suspend(self) -> bool:
        """Ctrl+Z works."""
        return True

    # Output

    def write(self, data: str) -> None:
        """Send something; it is dropped when the terminal is not ours or has gone away."""
        if self._writer:
            self._writer.write(data)

    def ask_for_arrival(self) -> str:
        """The sequence to end a frame with, so that the terminal tells when it has arrived."""
        self._replies.asked += 1
        self._asked_at.append(monotonic())
        return DEVICE_STATUS

    # Coming

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._at_rest = False
        self._watch_signals()
        first = self._stage.first_screen
        if first:  # whose signals are ours by now: none comes while they are nobody's
            self._settings_before = first.handed_over()
            self._stage.first_screen = None
        self._take_input()
        self._writer = TerminalWriter(self._descriptor, on_lost=self._lost_from_thread, on_idle=self._idle_from_thread)
        self._writer.start()
        self._entered = True
        if first and self._stage.is_shown_rightly:
            self.send_size()
        else:
            self.write(self._entering(again=first is not None))
            self._stage.repaint()
        self._stopping.clear()
        self._reader = Thread(target=self._read, name="terminal-input", daemon=True)
        self._reader.start()

    def set_modes_again(self) -> None:
        """The terminal's modes may have been changed by others, or more of them are known to be there."""
        self.write(self._entering(again=True))

    def _entering(self, *, again: bool) -> str:
        """The sequences that take the screen over; again where it is."""
        enter = entering_again if again else entering
        return enter(self._stage.terminal, self._stage.encoding, mouse=self._mouse)

    def _leaving(self) -> str:
        """The sequences that give the screen back."""
        return leaving(self._stage.terminal, self._stage.encoding, mouse=self._mouse)

    def _take_input(self) -> None:
        """Keys one by one, none echoed, none acting as a signal."""
        before = keys_one_by_one(self._descriptor, signals=False)
        self._settings_before = self._settings_before or before

    def send_size(self) -> None:
        """Tell the application how many columns and rows it has; those the encoding keeps blank are not its."""
        columns, rows = self._terminal_size()
        size = Size(max(1, columns - self._stage.encoding.margin), rows)
        self._size = (size.width, size.height)  # what the application goes by until the event arrives
        self.cursor_origin = (self._stage.encoding.margin, 0)
        self._post(Resize(size, size))

    def fits(self, columns: int, rows: int) -> bool:
        """Whether a picture of this size is one of the size that was told last."""
        return self._size == (columns, rows)

    def _terminal_size(self) -> tuple[int, int]:
        try:
            columns, rows = os.get_terminal_size(self._descriptor)
        except OSError:
            columns, rows = 0, 0
        return columns or 80, rows or 24

    def send_message(self, message: "Message") -> None:
        """Give the application a message, from any thread; a task for each, as Textual has it, costs more than keys."""
        self._soon(self._app.post_message, message)

    def _post(self, message: "Message") -> None:
        message.set_sender(self._app)
        self.send_message(message)

    # Signals

    def _watch_signals(self) -> None:
        signal.signal(signal.SIGTSTP, self._told_to_stop)
        for number in _FATAL:
            self._loop.add_signal_handler(number, self._ended_by, number)
        self._loop.add_signal_handler(signal.SIGWINCH, self._stage.repaint)

    def _ended_by(self, number: signal.Signals) -> None:
        """Leave in good order; a second signal finds the way already taken."""
        self._app.exit(return_code=128 + number)

    def _soon(self, step: Callable[..., object], *arguments: object) -> None:
        """Do something in the loop's next round; asked from anywhere, a signal's handler too."""
        with contextlib.suppress(RuntimeError):  # the loop has ended before
            self._loop.call_soon_threadsafe(step, *arguments)

    def _told_to_stop(self, *_: object) -> None:
        """Stop at once where nothing has to be put in order before; several requests before one stop are one."""
        if self._at_rest:
            os.kill(os.getpid(), signal.SIGSTOP)
        elif not self._stop_asked:
            self._stop_asked = True
            self._soon(self._stop)

    def _stop(self) -> None:
        """Give the terminal back and stop; what was asked meanwhile is done by that."""
        self._resumes |= self._entered
        self.suspend_application_mode()  # where it was given back just now, that is still to be written
        os.kill(os.getpid(), signal.SIGSTOP)
        self._stop_asked = False

    def _continued(self) -> None:
        """Back in the foreground; what the shell or anyone else did to the terminal meanwhile is undone."""
        if self._entered:
            self._take_input()
            self.set_modes_again()
            self._stage.repaint()
        elif self._resumes:
            self._resumes = False
            self.resume_application_mode()
            self._post(self.SignalResume())

    def _lost_from_thread(self) -> None:
        """The terminal has gone away: end as if it had said so."""
        self._soon(self._ended_by, signal.SIGHUP)

    # Input

    def _read(self) -> None:
        """Read the terminal until told to stop: answers are taken out, the rest becomes events."""
        parser = KeyParser(cut=self._cut_before)
        typed, self._typed_before, self._cut_before = self._typed_before, "", False
        self._process(parser, typed)
        until = _given_up_at(parser)
        while not self._stopping.is_set():
            if self._replies.holding:
                patience: float | None = self._replies.patience
            else:  # answers that keep coming must not keep an Escape waiting
                patience = None if until is None else max(0.0, until - monotonic())
            try:
                ready, _, _ = select.select([self._descriptor, self._wake_read], [], [], patience)
            except OSError:  # a descriptor that was closed is a terminal that has gone away: reading it says so
                ready = [self._descriptor]
            if self._descriptor in ready:
                try:
                    data = os.read(self._descriptor, 1 << 16)
                except OSError:
                    data = b""
                if not data:
                    if not self._stopping.is_set():
                        self._lost_from_thread()
                    return
                text = self._taken(data)
                self._process(parser, text)
                if until is not None and not text and not self._replies.holding and monotonic() >= until:
                    self._process_events(parser.rest())
                    until = _given_up_at(parser)
                elif text or parser.patience is None:
                    until = _given_up_at(parser)
            elif self._wake_read not in ready:  # nothing more has come
                self._process(parser, self._replies.release())
                self._process_events(parser.rest())
                until = _given_up_at(parser)

    def _taken(self, data: bytes) -> str:
        """The characters left when answers are taken out; the stage is told of the answers."""
        arrived, complete = self._replies.acknowledged, self._replies.answers.complete
        text = self._replies.take(data)
        if self._replies.acknowledged > arrived:
            self._soon(self._arrived, self._replies.acknowledged - arrived)
        if self._replies.answers.complete and not complete:
            self._soon(self._stage.answered_late, self._replies.answers)
        return text

    def _arrived(self, count: int) -> None:
        """The terminal has taken in frames; how long that takes tells how long its last answer may."""
        for _ in range(min(count, len(self._asked_at))):
            self._longest_wait = max(self._longest_wait, monotonic() - self._asked_at.popleft())
        self._stage.frames_arrived(count)

    def _process(self, parser: KeyParser, text: str) -> None:
        self._process_events(parser.events_of(text))

    def _process_events(self, arrived: list["Message"]) -> None:
        for event in arrived:
            self.process_message(event)
            if isinstance(event, Key) and event.key == "ctrl+c":
                last_resort = Timer(_TO_TAKE_THE_KEY, self._end_at_once)
                last_resort.daemon = True
                last_resort.start()

    def _end_at_once(self) -> None:
        """End a program that has not taken the key that ends it: it is busy, and nobody knows for how long."""
        if self._entered and not self._app._exit:  # noqa: SLF001 - Textual tells it nowhere else
            self._give_back_at_last()
            os._exit(ExitCode.INTERRUPTED)

    def _idle_from_thread(self) -> None:
        self._soon(self._stage.all_written)

    # Going

    def disable_input(self) -> None:
        """Read no more."""
        if self._reader is None:
            return
        self._stopping.set()
        os.write(self._wake_write, b"\0")
        self._reader.join()
        os.read(self._wake_read, 1)
        self._reader = None

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
        if not self._is_to_give_back():
            return
        self.disable_input()
        self.write(self._leaving())
        if self._stage.terminal.answers:
            self.write(self.ask_for_arrival())
            self._await_farewell()
        self._restore_settings()

    def _await_farewell(self) -> None:
        """Take in what was on its way: answers, and what the mouse still reported."""
        patience = min(_FAREWELL, _SHORTEST_FAREWELL + 2 * self._longest_wait)
        deadline = monotonic() + patience
        while self._replies.acknowledged < self._replies.asked and (left := deadline - monotonic()) > 0:
            if self._writer is None or self._writer.lost:
                return
            if not select.select([self._descriptor], [], [], left)[0]:
                return
            try:
                data = os.read(self._descriptor, 1 << 16)
            except OSError:
                return
            if not data:
                return
            self._replies.take(data)

    def _restore_settings(self) -> None:
        if self._settings_before is None:
            return
        with contextlib.suppress(termios.error):
            termios.tcflush(self._descriptor, termios.TCIFLUSH)
            termios.tcsetattr(self._descriptor, termios.TCSANOW, self._settings_before)
        self._settings_before = None

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while; signals that end the program are still acted on in good order."""
        self.stop_application_mode()
        self._end_writer()

    def close(self) -> None:
        """Wait until everything is written; until then no signal ends the process."""
        self._end_writer()
        for number in (*_FATAL, signal.SIGWINCH):
            self._loop.remove_signal_handler(number)

    def _end_writer(self) -> None:
        if self._writer:
            self._writer.stop()
            self._writer = None
        self._at_rest = True

    def _give_back_at_last(self) -> None:
        """When the interpreter ends with the terminal still taken; nothing that waits is written behind that."""
        if not self._is_to_give_back():
            return
        if self._writer:
            self._writer.drop()
        with contextlib.suppress(OSError):
            if select.select([], [self._descriptor], [], _FAREWELL)[1]:
                os.write(self._descriptor, self._leaving().encode())
        self._restore_settings()

    def _is_to_give_back(self) -> bool:
        """Whether the terminal is taken; who asks first, in whatever thread, is the one to give it back."""
        with self._giving_back:
            taken, self._entered = self._entered, False
        return taken


def _given_up_at(parser: KeyParser) -> float | None:
    """When what a parser waits for counts as all there is; None where it waits for nothing."""
    return None if parser.patience is None else monotonic() + parser.patience
