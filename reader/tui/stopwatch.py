"""Taking the time somebody reads."""

from time import monotonic

from reader.view.events import ReadOn
from reader.view.steps import Step
from reader.view.update import step
from reader.view.workspace import Workspace

_LEAST = 1.0
"""Seconds between two moves below which nobody reads what was moved over."""


class Stopwatch:
    """Tells how long one stayed at each place."""

    def __init__(self) -> None:
        self._since = monotonic()

    def timed(self, before: Workspace, taken: Step) -> Step:
        """A step with what the time tells since the one before."""
        after, effects = taken
        measured = self.moved(before, after)
        if measured is None:
            return taken
        after, more = step(after, measured)
        return after, (*effects, *more)

    def moved(self, before: Workspace, after: Workspace) -> ReadOn | None:
        """The event of a step that moved on in the text; None for any other."""
        if before.document is not after.document or before.reading.cursor == after.reading.cursor:
            return None
        now = monotonic()
        seconds, self._since = now - self._since, now
        characters = after.reading.cursor - before.reading.cursor
        return ReadOn(characters, seconds) if characters > 0 and seconds >= _LEAST else None
