"""The standard streams, however the process was started: closed, full, at their reader's end, in any encoding.

What is written to standard output and does not arrive ends a command with one line (:class:`OutputError`); what is
written to standard error and does not arrive is lost, for there is nobody to tell.
"""

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path

_SIZES = ("COLUMNS", "LINES")
_WIDEST = 10_000
"""Columns and lines that a window may be said to have."""


def _output_error(told: str) -> Exception:
    """The :class:`~reader.model.OutputError` of a line; the model is loaded when there is one to tell of."""
    from reader.model import OutputError

    return OutputError(told)


class _Output(io.FileIO):
    """The descriptor of standard output; its failures are told apart from those of other files."""

    def write(self, data: "bytes | bytearray | memoryview[int]", /) -> int:  # type: ignore[override]
        try:
            return super().write(data) or 0
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _output_error(
                f"standard output: {(error.strerror or str(error)).lower()}; nothing more is written"
            ) from error


class _Closed(io.TextIOBase):
    """Standard output that was closed before the process began."""

    def write(self, _text: str, /) -> int:
        raise _output_error("standard output is closed; write to a file, or to a terminal")


def prepare() -> None:
    """Set up the streams and what the environment says of the window, before anything else happens.

    A descriptor that is closed is opened on nothing, lest the next file that is opened takes its number.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = _Closed()
    else:
        line_buffering = sys.stdout.isatty()
        raw = _Output(sys.stdout.fileno(), "w", closefd=False)
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(raw), encoding="utf-8", errors="replace", line_buffering=line_buffering
        )
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the process
    elif isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    for name in _SIZES:
        said = os.environ.get(name, "")
        if said and not (said.isascii() and said.isdecimal() and len(said) < 6 and 0 < int(said) <= _WIDEST):
            del os.environ[name]


def abandon() -> None:
    """Give up on the rest of standard output: it cannot be written, and Python would try again at its end."""
    if not isinstance(sys.stdout, _Closed):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def open_private(path: "Path") -> TextIO:
    """A file to write anew that nobody else may read, whoever could read what was there before.

    Raises:
        OSError: It cannot be written.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    stream = open(descriptor, "w", encoding="utf-8", errors="backslashreplace")  # noqa: PTH123, SIM115 - whoever asks closes it
    if path.is_file():
        os.fchmod(descriptor, 0o600)
    return stream
