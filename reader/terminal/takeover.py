"""The terminal between the first screen and the application: taken, given back at every end, handed over.

From the first screen on the terminal is on its alternate screen with its line settings changed. Until the application
drives it, whatever ends the process gives it back: an exception, Ctrl+C (which still is a signal), SIGTERM and SIGHUP,
the end of the interpreter; Ctrl+Z gives it back for as long as the process is stopped. ``kill -9`` alone cannot be
answered.
"""

import atexit
import contextlib
import os
import signal
import termios
import tty
from collections.abc import Callable, Iterator
from typing import Any

_FATAL = (signal.SIGTERM, signal.SIGHUP)


def keys_one_by_one(descriptor: int, *, signals: bool) -> list[Any] | None:
    """Set a terminal so that keys come one by one, none is echoed, and what is written arrives as it is.

    Args:
        descriptor: The terminal's.
        signals: Whether Ctrl+C and Ctrl+Z still act as signals.

    Returns:
        The settings before; None where the terminal has gone away.
    """
    try:
        before = termios.tcgetattr(descriptor)
        settings = termios.tcgetattr(descriptor)
        settings[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | (0 if signals else termios.ISIG))
        settings[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        settings[tty.OFLAG] &= ~termios.OPOST
        settings[tty.CC][termios.VMIN] = 1
        settings[tty.CC][termios.VQUIT] = b"\0"  # Ctrl+\ would end the process with the terminal taken
        termios.tcsetattr(descriptor, termios.TCSANOW, settings)
    except termios.error:
        return None
    return before


class Takeover:
    """A terminal taken over for a picture.

    Args:
        descriptor: The terminal's.
        enter: What takes its screen over.
        picture: What is shown on it at first.
        leave: What gives it back.
        settings: Its line settings before, where keys come one by one already.
    """

    def __init__(
        self, descriptor: int, enter: str, picture: str, leave: str, settings: list[Any] | None = None
    ) -> None:
        self._descriptor = descriptor
        self._enter = enter
        self._picture: Callable[[], str] = lambda: picture
        self._leave = leave
        self._settings = settings
        self._handlers: dict[signal.Signals, tuple[Callable[..., None], Any]] = {}
        self._taken = False
        self._changing = False
        self._interrupted = False
        self._ending = 0
        self._stops = False
        atexit.register(self.give_back)
        for number in _FATAL:
            self._handle(number, self._ended_by)
        self._handle(signal.SIGTSTP, self._told_to_stop)
        try:
            self._take()
        except BaseException:  # nobody else has it by then
            self.give_back()
            raise

    def show(self, change: Callable[[], str], picture: Callable[[], str]) -> None:
        """Show another picture.

        Args:
            change: Gives what makes it of the one before.
            picture: Gives what shows it anew.
        """
        with self._undisturbed():
            self._picture = picture
            self._write(change())

    @contextlib.contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Do something as a whole: signals wait until it is done, Ctrl+C among them, but a second one of these.

        An interrupt that meets an import leaves it locked, and threads that import anything wait for ever.
        """
        usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if usual:
            signal.signal(signal.SIGINT, self._interrupted_by)
        try:
            with self._undisturbed():
                yield
        finally:
            if usual:
                signal.signal(signal.SIGINT, signal.default_int_handler)

    def give_back(self) -> None:
        """The terminal as it was; nothing where that was done, or it is another's by now.

        What a signal asks for meanwhile is done once its former handler is back.
        """
        with self._undisturbed():
            self._put_back()
            self._forget()

    def handed_over(self) -> list[Any] | None:
        """Leave the terminal to who asks; the line settings it had, None where they are not known."""
        self._taken = False
        self._forget()
        return self._settings

    def _take(self) -> None:
        with self._undisturbed():
            self._taken = True
            settings = keys_one_by_one(self._descriptor, signals=True)
            self._settings = self._settings or settings
            self._write(self._enter + self._picture())

    def _put_back(self) -> None:
        with self._undisturbed():
            if not self._taken:
                return
            self._write(self._leave)
            if self._settings is not None:
                with contextlib.suppress(termios.error):
                    termios.tcflush(self._descriptor, termios.TCIFLUSH)  # no late answer is the shell's
                    termios.tcsetattr(self._descriptor, termios.TCSANOW, self._settings)
            self._taken = False  # not before: an interrupt in between has it done again

    @contextlib.contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Change the terminal as a whole: what signals ask for meanwhile is done after that."""
        within, self._changing = self._changing, True
        try:
            yield
        finally:
            self._changing = within
            self._heed()

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            view = memoryview(text.encode("utf-8", "replace"))
            while view:
                view = view[os.write(self._descriptor, view) :]

    def _handle(self, number: signal.Signals, handler: Callable[..., None]) -> None:
        self._handlers[number] = handler, signal.signal(number, handler)

    def _forget(self) -> None:
        atexit.unregister(self.give_back)
        for number, (ours, before) in self._handlers.items():
            if signal.getsignal(number) == ours:
                signal.signal(number, before)
        self._handlers.clear()

    def _ended_by(self, number: int, _: object) -> None:
        """Leave in good order; a second signal finds the way already taken."""
        self._ending = number
        self._heed()

    def _interrupted_by(self, *_: object) -> None:
        again, self._interrupted = self._interrupted, True
        if again:
            raise KeyboardInterrupt
        self._heed()

    def _told_to_stop(self, *_: object) -> None:
        self._stops = True
        self._heed()

    def _heed(self) -> None:
        """Do what signals have asked for, unless the terminal is half taken or half given back: then after that.

        Stopped, the process has given the terminal back; when it goes on it takes it again.
        """
        if self._changing:
            return
        if self._interrupted:
            self._interrupted = False
            raise KeyboardInterrupt
        if self._ending:
            number, self._ending = self._ending, 0
            raise SystemExit(128 + number)
        if self._stops:
            with self._undisturbed():
                taken = self._taken
                self._put_back()
                self._stops = False  # several requests before one stop are one
                if not self._ending:
                    os.kill(os.getpid(), signal.SIGSTOP)
                    if taken:
                        self._take()
