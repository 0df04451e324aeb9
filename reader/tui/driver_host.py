"""The application as its driver sees it."""

from typing import Protocol

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import Terminal
from reader.terminal.probe import Probed
from reader.terminal.replies import Answers
from reader.terminal.takeover import Takeover


class DriverHost(Protocol):
    """The driver's view of the application: its questions and its news."""

    probed: Probed | None
    terminal: Terminal
    first_screen: Takeover | None
    is_shown_rightly: bool

    @property
    def encoding(self) -> TerminalEncoding:
        """How rows are sent."""
        ...

    def repaint(self) -> None:
        """Send everything: nothing is known any more of what the terminal shows, or of its size."""
        ...

    def frames_arrived(self, count: int) -> None:
        """The terminal has taken in the first frames under way."""
        ...

    def all_written(self) -> None:
        """Everything is written."""
        ...

    def answered_late(self, answers: Answers) -> None:
        """The terminal has said who it is after all."""
        ...
