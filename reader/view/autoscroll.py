"""The text scrolled by itself, line by line, as fast as its reader reads."""

from reader.values import replace
from reader.view.effects import Wait
from reader.view.events import Waited
from reader.view.steps import Step
from reader.view.workspace import Workspace

SHORTEST, LONGEST = 0.5, 10.0
"""Seconds for a line."""


def toggle(workspace: Workspace) -> Step:
    """Begin, or stop."""
    if workspace.scrolling:
        return stopped(workspace), ()
    begun = replace(workspace, runs=workspace.runs + 1, scrolling=workspace.runs + 1)
    return begun.said("message.scrolling"), (Wait(workspace.document, _seconds(begun), begun.scrolling),)


def stopped(workspace: Workspace) -> Workspace:
    """No longer."""
    return replace(workspace, scrolling=0).said("message.scrolling_stopped")


def waited(workspace: Workspace, event: Waited) -> Step:
    """A line was looked at for long enough; behind a prompt or a list the text stands still."""
    if event.run != workspace.scrolling or event.document is not workspace.document:
        return workspace, ()
    if workspace.prompt or workspace.popup:
        return workspace, (Wait(event.document, _seconds(workspace), event.run),)
    moved = workspace.with_reading(workspace.reading.moved(1))
    if moved.reading.cursor == workspace.reading.cursor and moved.reading.top == workspace.reading.top:
        return replace(stopped(workspace), notice=workspace.messages.text("message.end_reached")), ()
    return moved, (Wait(event.document, _seconds(moved), event.run),)


def _seconds(workspace: Workspace) -> float:
    """How long the first line of the screen is looked at: by its characters, and the reader's pace."""
    rows = workspace.reading.rows()
    characters = rows[0].range.length if rows else 0
    return max(SHORTEST, min(LONGEST, characters * 60 / max(1.0, workspace.pace.per_minute)))
