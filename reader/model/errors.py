"""Errors the reader ends with, and the exit status each gives.

The whole tree::

    ReaderError                 any failure that ends a command; its text is one line: what, and what to do
    ├── UsageError        2     the command line asks for something that does not exist
    ├── DocumentError     3     the document cannot be read
    ├── TerminalError     4     the terminal cannot show the reader
    ├── StateError        2     the state folder or the configuration cannot be used
    ├── OutputError       2     what was asked for cannot be written to standard output
    └── AssistantError    5     the assistant cannot be reached, or does not answer as one
"""

from reader.enumerations import IntEnum


class ExitCode(IntEnum):
    """The exit statuses of every command."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    DOCUMENT = 3
    TERMINAL = 4
    UNREACHABLE = 5
    DEFECT = 70
    """The reader itself failed (sysexits.h: EX_SOFTWARE)."""
    INTERRUPTED = 130


class ReaderError(Exception):
    """A failure the user is told about in one line on standard error."""

    exit_code: ExitCode = ExitCode.USAGE


class UsageError(ReaderError):
    """The command line asks for something that does not exist."""

    exit_code = ExitCode.USAGE


class DocumentError(ReaderError):
    """The document is missing, forbidden, damaged, too large or of an unknown format."""

    exit_code = ExitCode.DOCUMENT


class TerminalError(ReaderError):
    """There is no terminal, it is too small, or it cannot move its cursor."""

    exit_code = ExitCode.TERMINAL


class StateError(ReaderError):
    """The state folder or the configuration file cannot be used."""

    exit_code = ExitCode.USAGE


class OutputError(ReaderError):
    """Standard output is closed, full or otherwise cannot be written."""

    exit_code = ExitCode.USAGE


class AssistantError(ReaderError):
    """The assistant's server cannot be reached, refuses, or answers what no such server answers."""

    exit_code = ExitCode.UNREACHABLE
