"""The terminal as a line printer with keys: nothing is taken over but the keys, and what is written stays."""

from reader.tui.driver import ReaderDriver


class LinearDriver(ReaderDriver):
    """Drives a terminal to which lines are written one after the other."""

    def say(self, text: str) -> None:
        """Write text; its line ends are line feeds, and the line is raw."""
        self.write(text.replace("\n", "\r\n"))

    def _entering(self, *, again: bool) -> str:  # noqa: ARG002 - the base class's signature
        return ""

    def _leaving(self) -> str:
        return ""
